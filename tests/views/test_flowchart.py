"""The internal flowchart says everything of its process, in lanes whose order is set."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import pytest

from powerlist.graph import PowerGraph
from powerlist.model.codes import GatewayKind, PostLevel, StepKind
from powerlist.model.entity import State
from powerlist.model.process import Process, Step
from powerlist.views.diagrams.chart import Chart, Shape
from powerlist.views.diagrams.layout import lay_out
from powerlist.views.flowchart import internal_chart
from powerlist.views.lanes import NO_POST
from powerlist.views.sheets import View, drawing_of
from tests.views.builder import PRACTICE, bureau, demo, generated, process_of
from tests.views.diagrams.faults import quality


def _cases() -> Iterator[tuple[PowerGraph, Process]]:
    for graph in (bureau(), demo(), *(generated(seed) for seed in range(60))):
        for process in graph.processes:
            yield graph, process


CASES = list(_cases())
NAMES = [f"{process.id}-{process.name}" for _, process in CASES]
FEW = len(bureau().processes) + len(demo().processes) + 20  # so many are also laid out


def test_an_inclusive_gateway_is_a_diamond_with_a_circle() -> None:
    graph = bureau()
    gateway = next(g for p in graph.processes for g in graph.gateways_of(p))
    other = PowerGraph(graph.register.with_(gateway.with_(gateway_kind=GatewayKind.INCLUSIVE)))
    process = other.process_of(gateway)
    assert process
    box = next(node for node in _chart(other, process).nodes if node.id == gateway.id)
    assert (box.shape, box.name) == (Shape.DECISION, f"○ {gateway.name}".strip())


def _chart(graph: PowerGraph, process: Process) -> Chart:
    return internal_chart(graph, process, PRACTICE, "zh")


@pytest.mark.parametrize(("graph", "process"), CASES, ids=NAMES)
def test_every_step_flow_post_limit_paper_and_mark_is_on_the_chart(
    graph: PowerGraph, process: Process
) -> None:
    chart = _chart(graph, process)
    nodes = {node.id: node for node in chart.nodes}
    assert Counter(n.id for n in chart.nodes) == Counter(n.id for n in graph.nodes_of(process))
    flows = [(f.id, f.source, f.target, f.condition) for f in graph.flows_of(process)]
    assert Counter((a.id, a.source, a.target, a.label) for a in chart.arrows) == Counter(flows)
    for step in graph.steps_of(process):
        box = nodes[step.id]
        said = "\n".join(box.details)
        post = graph.post_of(step)
        if post and step.step_kind not in (StepKind.START, StepKind.END):
            assert post.name in said
            assert box.lane == post.id
        assert not step.limit or step.limit.text.zh in said
        assert ("停钟" in said) is step.clock_stops
        assert all(name in said for name in step.documents)
        rated = [r for r in graph.risks_at(step) if r.rank]
        assert Counter(m.id for m in box.marks) == Counter(r.id for r in rated)
        assert [m.rank for m in box.marks] == sorted((r.rank or 0 for r in rated), reverse=True)


@pytest.mark.parametrize(("graph", "process"), CASES, ids=NAMES)
def test_lanes_go_from_the_window_to_the_chief_with_units_together(
    graph: PowerGraph, process: Process
) -> None:
    chart = _chart(graph, process)
    posts = [post for lane in chart.lanes if (post := _post(graph, lane.id))]
    assert {node.lane for node in chart.nodes} <= {lane.id for lane in chart.lanes}
    assert [lane.id for lane in chart.lanes if not _post(graph, lane.id)] in ([], [NO_POST])
    leaders = [post.level for post in posts if post.level in (PostLevel.DEPUTY, PostLevel.CHIEF)]
    assert [post.level for post in posts][len(posts) - len(leaders) :] == leaders
    assert leaders == sorted(leaders, key=lambda level: level is PostLevel.CHIEF)
    legal = _legal_only(graph, process)
    rest = [post for post in posts if post.level not in leaders and post.id not in legal]
    assert [post.id in legal for post in posts[: len(posts) - len(leaders)]] == [False] * len(rest) + [
        True
    ] * (len(posts) - len(leaders) - len(rest))
    units = [unit for unit, _ in groupby(rest, key=lambda post: post.unit)]
    assert len(units) == len(set(units))
    order = [PostLevel.WINDOW, PostLevel.STAFF, PostLevel.REVIEWER, PostLevel.SUPERVISOR, PostLevel.HEAD]
    for _, of_unit in groupby(rest, key=lambda post: post.unit):
        places = [order.index(post.level) for post in of_unit]
        assert places == sorted(places)
    with_window = [any(p.level is PostLevel.WINDOW for p in rest if p.unit == unit) for unit in units]
    assert with_window == sorted(with_window, reverse=True)


def _post(graph: PowerGraph, id: str):  # type: ignore[no-untyped-def]
    return next((post for post in graph.posts if post.id == id), None)


def _legal_only(graph: PowerGraph, process: Process) -> set[str]:
    stages: dict[str, set[str | None]] = {}
    for step in graph.steps_of(process):
        if step.post and step.step_kind not in (StepKind.START, StepKind.END):
            stages.setdefault(step.post, set()).add(step.stage)
    return {post for post, found in stages.items() if found == {"legal_review"}}


@pytest.mark.parametrize(("graph", "process"), CASES[:FEW], ids=NAMES[:FEW])
def test_the_drawing_of_it_has_no_fault(graph: PowerGraph, process: Process) -> None:
    chart = _chart(graph, process)
    assert quality(chart, lay_out(chart)).faults == ()


def test_the_order_of_lanes_in_a_penalty_is_the_one_of_the_trade() -> None:
    titles = [lane.title for lane in _chart(bureau(), process_of(bureau(), "penalty-road")).lanes]
    assert titles == [
        *("举报投诉受理岗", "监察执法岗", "案件审理岗", "劳动保障监察大队大队长"),
        *("法制审核岗", "副局长C", "局长"),
    ]


def test_a_step_without_a_post_stands_in_a_lane_that_says_so() -> None:
    chart = _chart(bureau(), process_of(bureau(), "benefit-road"))
    assert chart.lanes[-1].title == "未落实岗位"
    assert [n.name for n in chart.nodes if n.lane == NO_POST] == ["比对就业登记信息"]


def test_start_and_gateways_without_a_post_stand_with_their_neighbour() -> None:
    chart = _chart(bureau(), process_of(bureau(), "school-road"))
    lane = {node.name: node.lane for node in chart.nodes}
    assert lane["申请人提出申请"] == "P08"
    assert lane["是否属于受理范围、材料是否齐全？"] == "P08"
    assert lane["结束"] == "P09"


def test_title_and_subtitle_say_what_a_reader_looks_for() -> None:
    chart = _chart(bureau(), process_of(bureau(), "school-road"))
    assert chart.title == "《民办职业培训学校设立审批》权力运行流程图（内部）"
    for fact in (
        "DM0114002000",
        "行政许可",
        "法规审批股",
        "3个月",
        "30个工作日",
        "承诺件",
        "不收费",
        "0000-0000002",
    ):
        assert fact in chart.subtitle


def test_a_shared_process_is_drawn_for_one_of_its_powers_with_the_risks_of_that_power() -> None:
    graph, power = bureau(), bureau().powers[1]
    process = process_of(graph, "penalty-road")
    marks = {m.id for n in internal_chart(graph, process, PRACTICE, "zh", power=power).nodes for m in n.marks}
    assert "penalty-road.probe.r2" in marks
    assert "penalty-road.probe.r3" not in marks
    chart = internal_chart(graph, process, PRACTICE, "zh", power=power)
    assert chart.title == "《克扣或者无故拖欠劳动者工资的处罚》权力运行流程图（内部·一般程序）"
    assert "适用职权：2项" in internal_chart(graph, process, PRACTICE, "zh").subtitle


def test_what_is_drafted_says_so() -> None:
    assert _chart(bureau(), process_of(bureau(), "benefit-road")).draft
    graph = bureau()
    process = process_of(graph, "school-road")
    assert not _chart(graph, process).draft
    step = next(s for s in graph.steps_of(process) if isinstance(s, Step))
    drafted = PowerGraph(graph.register.with_(step.with_(state=State.DRAFTED)))
    assert _chart(drafted, process).draft


def test_english_is_spoken_where_asked() -> None:
    chart = internal_chart(bureau(), process_of(bureau(), "school-road"), PRACTICE, "en")
    assert chart.title == "Flowchart of “民办职业培训学校设立审批” (internal)"
    assert "10 working days" in {line for node in chart.nodes for line in node.details}
    assert {m.letter for n in chart.nodes for m in n.marks} == {"H", "M", "L"}


@pytest.mark.parametrize("view", View)
def test_a_sheet_has_a_legend_of_what_is_on_it_inside_its_edges(view: View) -> None:
    drawing = drawing_of(bureau(), process_of(bureau(), "school-road"), view, PRACTICE, "zh")
    legend = next(panel for panel in drawing.panels if panel.id == "legend")
    said = "".join(text.text for text in legend.texts)
    assert "菱形：判断" in said
    assert "虚线箭头：退回" in said
    assert "红色" not in said
    assert ("高风险" in said) is (view is not View.EXTERNAL)
    assert legend.rect.bottom < drawing.height
    for text in legend.texts:
        assert legend.rect.x <= text.rect.x
        assert text.rect.right <= legend.rect.right


def test_a_power_is_drawn_by_its_current_process() -> None:
    graph = bureau()
    by_power = drawing_of(graph, graph.powers[0], View.INTERNAL, PRACTICE, "zh")
    assert by_power == drawing_of(
        graph, process_of(graph, "school-road"), View.INTERNAL, PRACTICE, "zh", power=graph.powers[0]
    )
