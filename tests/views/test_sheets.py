"""Finished sheets: the picture says what the chart meant, with heads, legend and findings on it."""

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest

from powerlist.errors import UsageError
from powerlist.graph import PowerGraph
from powerlist.i18n import Text
from powerlist.model.organisation import Authority
from powerlist.model.power import Power
from powerlist.model.process import Process
from powerlist.model.register import Register
from powerlist.model.severity import Severity
from powerlist.rules.rule import Finding
from powerlist.views.diagrams.chart import Chart, Lane
from powerlist.views.diagrams.drawing import Drawing, Rect
from powerlist.views.diagrams.layout import lay_out
from powerlist.views.diagrams.pen import draw
from powerlist.views.external import external_chart
from powerlist.views.flowchart import internal_chart
from powerlist.views.sheets import View, drawing_of
from tests.views.builder import PRACTICE, bureau, demo, process_of
from tests.views.diagrams.same import differences

CASES = [(graph, process) for graph in (bureau(), demo()) for process in graph.processes]
NAMES = [process.id for _, process in CASES]


@pytest.mark.parametrize(("graph", "process"), CASES, ids=NAMES)
@pytest.mark.parametrize("view", [View.EXTERNAL, View.INTERNAL])
def test_the_picture_says_what_the_chart_meant(graph: PowerGraph, process: Process, view: View) -> None:
    chart_of = external_chart if view is View.EXTERNAL else internal_chart
    sheet = drawing_of(graph, process, view, PRACTICE, "zh")
    assert differences(chart_of(graph, process, PRACTICE, "zh"), _without_panels(draw(sheet))) == []


def _without_panels(svg: bytes) -> bytes:
    """The picture without legend and heads of units, which are no boxes."""
    root = ElementTree.fromstring(svg)
    for holder in list(root.iter()):
        for child in list(holder):
            if child.get("id", "").startswith("panel-"):
                holder.remove(child)
    return ElementTree.tostring(root)


@pytest.mark.parametrize(("graph", "process"), CASES, ids=NAMES)
def test_units_have_one_head_over_their_lanes(graph: PowerGraph, process: Process) -> None:
    chart = internal_chart(graph, process, PRACTICE, "zh")
    sheet = lay_out(chart)
    heads = [panel for panel in sheet.panels if panel.id.startswith("unit-")]
    above = {lane.id: lane.above for lane in chart.lanes}
    for placed in sheet.lanes:
        over = [head for head in heads if _over(head.rect, placed.header)]
        assert ["".join(t.text for t in head.texts) for head in over] == [above[placed.id]] * bool(
            above[placed.id]
        )
        assert placed.header.y == placed.rect.y
        assert placed.header.y == (over[0].rect.bottom if over else min(lane.rect.y for lane in sheet.lanes))
    assert len(heads) == len({unit for unit in above.values() if unit})
    for head in heads:
        assert all(head.rect.x <= t.rect.x and t.rect.right <= head.rect.right for t in head.texts)
    for a, b in combinations(heads, 2):
        assert a.rect.right <= b.rect.x or b.rect.right <= a.rect.x


def _over(head: Rect, lane: Rect) -> bool:
    return head.x - 0.01 <= lane.x and lane.right <= head.right + 0.01


def test_a_long_unit_name_widens_its_lane() -> None:
    lane = Lane("a", "窗口", "示例县人力资源和社会保障局政务服务窗口综合受理办公室" * 2)
    head = lay_out(Chart("", (lane,), (), ())).panels[0]
    assert all(head.rect.x <= t.rect.x and t.rect.right <= head.rect.right for t in head.texts)
    assert all(head.rect.y <= t.rect.y and t.rect.bottom <= head.rect.bottom for t in head.texts)


def _bare(drawing: Drawing) -> Drawing:
    nodes = tuple(replace(node, finding=None) for node in drawing.nodes)
    arrows = tuple(replace(arrow, highlight=False) for arrow in drawing.arrows)
    panels = tuple(panel for panel in drawing.panels if panel.id != "legend")
    return replace(drawing, nodes=nodes, arrows=arrows, panels=panels, height=0.0)


@pytest.mark.parametrize("view", View)
def test_findings_move_nothing(view: View) -> None:
    graph = bureau()
    process = process_of(graph, "school-road")
    steps = graph.steps_of(process)
    finding = Finding(
        "X@1", "X", "x", Severity.ERROR, Text("", ""), Text("", ""), steps[1], None, (steps[0], steps[1])
    )
    plain = drawing_of(graph, process, view, PRACTICE, "zh")
    laid_over = drawing_of(graph, process, view, PRACTICE, "zh", [finding])
    assert any(node.finding for node in laid_over.nodes)
    assert any(arrow.highlight for arrow in laid_over.arrows)
    assert _bare(laid_over) == _bare(plain)


@pytest.mark.parametrize("view", View)
def test_a_process_without_anything_in_it_is_still_a_sheet(view: View) -> None:
    register = Register(
        authority=Authority(id="authority", name="示例局"), processes=(Process(id="f", name="空流程"),)
    )
    graph = PowerGraph(register)
    assert draw(drawing_of(graph, graph.processes[0], view, PRACTICE, "zh")).startswith(b"<")


def test_a_power_without_a_process_says_so() -> None:
    register = Register(
        authority=Authority(id="authority", name="示例局"), powers=(Power(id="w", name="无流程的职权"),)
    )
    graph = PowerGraph(register)
    with pytest.raises(UsageError, match="无流程的职权"):
        drawing_of(graph, graph.powers[0], View.INTERNAL, PRACTICE, "zh")
