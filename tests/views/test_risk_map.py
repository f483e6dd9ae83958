"""The risk map: every risk point and control in a row that stands beside its step, no text over an edge."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise

import pytest

from powerlist.graph import PowerGraph
from powerlist.model.process import Process
from powerlist.views.diagrams.drawing import Drawing, Panel, Rect
from powerlist.views.risk_map import risk_drawing
from powerlist.views.sheets import View, drawing_of
from tests.views.builder import PRACTICE, bureau, demo, generated, process_of

_EPS = 0.01


def _cases() -> Iterator[tuple[PowerGraph, Process]]:
    for graph in (bureau(), demo(), *(generated(seed) for seed in range(12))):
        for process in graph.processes:
            yield graph, process


CASES = list(_cases())
NAMES = [f"{process.id}-{process.name}" for _, process in CASES]


@cache
def _sheet(number: int) -> Drawing:
    graph, process = CASES[number]
    return drawing_of(graph, process, View.RISK, PRACTICE, "zh")


def _inside(a: Rect, b: Rect) -> bool:
    return (
        a.x >= b.x - _EPS and a.y >= b.y - _EPS and a.right <= b.right + _EPS and a.bottom <= b.bottom + _EPS
    )


def _overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right - _EPS and b.x < a.right - _EPS and a.y < b.bottom - _EPS and b.y < a.bottom - _EPS


def _panels(drawing: Drawing) -> dict[str, Panel]:
    return {panel.id: panel for panel in drawing.panels}


def _joined(panel: Panel) -> str:
    return "".join(text.text for text in panel.texts).replace(" ", "")


@pytest.mark.parametrize("number", range(len(CASES)), ids=NAMES)
def test_every_risk_and_control_is_told_beside_its_step(number: int) -> None:
    graph, process = CASES[number]
    drawing = _sheet(number)
    panels, nodes = _panels(drawing), {node.id: node for node in drawing.nodes}
    bands = {id: band for band in drawing.bands for id in band.nodes}
    for node in graph.nodes_of(process):
        band = bands[node.id]
        assert band.top <= nodes[node.id].rect.y
        assert nodes[node.id].rect.bottom <= band.bottom
        for risk in graph.risks_at(node):
            left, right = panels[f"risk-{risk.id}"], panels[f"controls-{risk.id}"]
            for cell in (left, right):
                assert band.top - _EPS <= cell.rect.y
                assert cell.rect.bottom <= band.bottom + _EPS
            assert (left.rect.y, left.rect.bottom) == (right.rect.y, right.rect.bottom)
            assert left.rect.right == right.rect.x
            assert risk.event.replace(" ", "") in _joined(left)
            assert [m.rank for m in left.marks] == ([risk.rank] if risk.rank else [])
            for control in graph.controls_of(risk):
                assert control.text.replace(" ", "") in _joined(right)
                assert control.phase is None or control.phase.text.zh in _joined(right)
                owner = graph.owner_of(control)
                assert (f"责任岗位：{owner.name}" if owner else "责任岗位：未落实") in _joined(right)
                assert control.frequency in _joined(right)
            assert graph.controls_of(risk) or "未制定防控措施" in _joined(right)


@pytest.mark.parametrize("number", range(len(CASES)), ids=NAMES)
def test_texts_and_marks_stay_in_their_cells_and_off_each_other(number: int) -> None:
    drawing = _sheet(number)
    sheet = Rect(0, 0, drawing.width, drawing.height)
    for panel in drawing.panels:
        assert _inside(panel.rect, sheet)
        rects = [*(t.rect for t in panel.texts), *(m.rect for m in panel.marks)]
        assert all(_inside(rect, panel.rect) for rect in rects)
        for text in panel.texts:
            for mark in panel.marks:
                assert not _overlap(text.rect, mark.rect)
        for a, b in combinations(panel.texts, 2):
            assert not _overlap(a.rect, b.rect)
    for a, b in combinations(drawing.panels, 2):
        assert not _overlap(a.rect, b.rect)
    lane = drawing.lanes[-1]
    assert not any(_overlap(lane.rect, panel.rect) for panel in drawing.panels)


@pytest.mark.parametrize("number", range(len(CASES)), ids=NAMES)
def test_rows_fill_the_table_from_its_head_to_the_foot_of_the_flow(number: int) -> None:
    drawing = _sheet(number)
    lane = drawing.lanes[-1]
    heads = [panel for panel in drawing.panels if panel.head]
    assert [panel.texts[0].text for panel in heads] == ["风险点与等级", "防控措施与责任岗位"]
    for head in heads:
        assert (head.rect.y, head.rect.bottom) == (lane.header.y, lane.header.bottom)
        column = sorted(
            (p.rect for p in drawing.panels if p.rect.x == head.rect.x and p.id != "legend"),
            key=lambda rect: rect.y,
        )
        assert all(abs(a.bottom - b.y) < _EPS for a, b in pairwise(column))
        assert abs(column[-1].bottom - lane.rect.bottom) < _EPS
        assert {rect.width for rect in column} == {head.rect.width}


@pytest.mark.parametrize("number", range(len(CASES)), ids=NAMES)
def test_every_step_and_flow_is_in_the_one_lane(number: int) -> None:
    graph, process = CASES[number]
    drawing = _sheet(number)
    assert len(drawing.lanes) == 1
    assert Counter(n.id for n in drawing.nodes) == Counter(n.id for n in graph.nodes_of(process))
    assert Counter((a.source, a.target) for a in drawing.arrows) == Counter(
        (f.source, f.target) for f in graph.flows_of(process)
    )


def test_the_gravest_risk_comes_first_with_its_kind_level_and_watcher() -> None:
    drawing = risk_drawing(bureau(), process_of(bureau(), "school-road"), PRACTICE, "zh")
    panels = _panels(drawing)
    first, second, third = (panels[f"risk-school-road.site.r{i}"] for i in (1, 2, 3))
    assert first.rect.y < second.rect.y < third.rect.y
    assert "自律风险·高风险" in _joined(first)
    assert "监督责任：局长" in _joined(first)
    assert "未落实（应为分管领导）" in _joined(second)
    phases = [
        t.text for t in panels["controls-school-road.site.r1"].texts if t.text in ("事前", "事中", "事后")
    ]
    assert phases == ["事前", "事中", "事后"]


def test_the_title_names_the_power_and_the_legend_the_levels() -> None:
    drawing = drawing_of(bureau(), process_of(bureau(), "school-road"), View.RISK, PRACTICE, "zh")
    assert drawing.texts[0].text == "《民办职业培训学校设立审批》廉政风险点防控图"
    said = _joined(_panels(drawing)["legend"])
    assert "高风险（主要领导监督）" in said
    assert "可能性" in said


def test_a_shared_process_shows_the_risks_of_the_power_asked_for() -> None:
    graph = bureau()
    process, hours = process_of(graph, "penalty-road"), graph.powers[2]
    panels = _panels(risk_drawing(graph, process, PRACTICE, "zh", power=hours))
    assert "risk-penalty-road.probe.r3" in panels
    assert "risk-penalty-road.probe.r2" not in panels
