"""The external flowchart against a brute force: same ways for an outsider, nothing internal on it."""

from collections.abc import Iterable, Iterator

import networkx as nx
import pytest

from powerlist.graph import PowerGraph
from powerlist.model.codes import GatewayKind, StepKind
from powerlist.model.process import Gateway, Process, Step
from powerlist.views.diagrams.chart import Chart, Shape
from powerlist.views.diagrams.layout import lay_out
from powerlist.views.external import external_chart
from tests.views.builder import PRACTICE, bureau, demo, generated, process_of
from tests.views.diagrams.faults import quality


def _cases() -> Iterator[tuple[PowerGraph, Process]]:
    for graph in (bureau(), demo(), *(generated(seed) for seed in range(100))):
        for process in graph.processes:
            yield graph, process


CASES = list(_cases())
NAMES = [f"{process.id}-{process.name}" for _, process in CASES]
FEW = len(bureau().processes) + len(demo().processes) + 20  # so many are also laid out


def _chart(graph: PowerGraph, process: Process) -> Chart:
    return external_chart(graph, process, PRACTICE, "zh")


def _visible(graph: PowerGraph, process: Process) -> set[str]:
    edges = (StepKind.START, StepKind.END)
    return {
        node.id
        for node in graph.nodes_of(process)
        if node.visible or (isinstance(node, Step) and node.step_kind in edges)
    }


def _reachable(pairs: Iterable[tuple[str, str]], among: set[str]) -> set[tuple[str, str]]:
    """Pairs of `among` with a way between them."""
    graph = nx.DiGraph(list(pairs))
    return {(a, b) for a in among & set(graph) for b in nx.descendants(graph, a) if b in among and a != b}


def _next(pairs: Iterable[tuple[str, str]], among: set[str]) -> set[tuple[str, str]]:
    """Pairs of `among` with a way between them that meets nothing else of `among`."""
    leaving: dict[str, list[str]] = {}
    for a, b in pairs:
        leaving.setdefault(a, []).append(b)
    found = set()
    for start in among:
        seen, stack = set(), list(leaving.get(start, ()))
        while stack:
            at = stack.pop()
            if at in among:
                found.add((start, at))
            elif at not in seen:
                seen.add(at)
                stack.extend(leaving.get(at, ()))
    return {(a, b) for a, b in found if a != b}


@pytest.mark.parametrize(("graph", "process"), CASES, ids=NAMES)
def test_what_is_visible_is_there_and_leads_where_it_did(graph: PowerGraph, process: Process) -> None:
    chart = _chart(graph, process)
    visible = _visible(graph, process)
    flows = [(f.source, f.target) for f in graph.flows_of(process)]
    arrows = [(a.source, a.target) for a in chart.arrows]
    assert visible <= {node.id for node in chart.nodes}
    assert _reachable(arrows, visible) == _reachable(flows, visible)
    bars = any(
        isinstance(n, Gateway) and n.gateway_kind is GatewayKind.PARALLEL for n in graph.nodes_of(process)
    )
    if bars:
        assert _next(arrows, visible) <= _next(flows, visible)
    else:
        assert _next(arrows, visible) == _next(flows, visible)


@pytest.mark.parametrize(("graph", "process"), CASES, ids=NAMES)
def test_nothing_internal_is_on_it(graph: PowerGraph, process: Process) -> None:
    chart = _chart(graph, process)
    visible = _visible(graph, process)
    kept = {node.id: node for node in graph.nodes_of(process)}
    for box in chart.nodes:
        assert box.marks == ()
        assert box.id in visible or isinstance(kept[box.id], Gateway) or box.name == "视情形"
        assert box.id in visible or box.shape in (Shape.DECISION, Shape.PARALLEL)
    words = {chart.title, chart.subtitle, *(a.label for a in chart.arrows)}
    words |= {lane.title + lane.above for lane in chart.lanes}
    words |= {line for box in chart.nodes for line in box.details}
    words |= {box.name for box in chart.nodes if box.id not in visible}
    for post in graph.posts:
        assert not any(post.name in word for word in words)
    for risk in graph.risks:
        assert not any(risk.event in word for word in words)
    hidden = {s.name for s in graph.steps_of(process) if s.id not in visible and not s.external_name}
    assert not hidden & {box.name for box in chart.nodes}


@pytest.mark.parametrize(("graph", "process"), CASES, ids=NAMES)
def test_no_arrow_is_there_twice_and_every_exit_of_a_choice_is_labelled(
    graph: PowerGraph, process: Process
) -> None:
    chart = _chart(graph, process)
    assert len({(a.source, a.target, a.label) for a in chart.arrows}) == len(chart.arrows)
    assert len({a.id for a in chart.arrows}) == len(chart.arrows)
    named = {node.id for node in chart.nodes}
    assert all(a.source in named and a.target in named for a in chart.arrows)
    visible = _visible(graph, process)
    for node in chart.nodes:
        if node.id not in visible and node.shape is Shape.DECISION:
            exits = [a for a in chart.arrows if a.source == node.id]
            assert len(exits) >= 2
            assert sum(a.favourable for a in exits) <= 1
            if _reaches_no_bar(graph, process, node.id):
                assert all(a.label for a in exits)


def _reaches_no_bar(graph: PowerGraph, process: Process, start: str) -> bool:
    """Behind a split a way has no condition of its own."""
    flow = graph.flow_of(process)
    bars = {g.id for g in graph.gateways_of(process) if g.gateway_kind is GatewayKind.PARALLEL}
    return not bars & nx.descendants(flow, start)


@pytest.mark.parametrize(("graph", "process"), CASES, ids=NAMES)
def test_limits_and_papers_of_visible_steps_are_told(graph: PowerGraph, process: Process) -> None:
    boxes = {box.id: box for box in _chart(graph, process).nodes}
    for step in graph.steps_of(process):
        if step.visible:
            said = "\n".join(boxes[step.id].details)
            assert boxes[step.id].name == (step.external_name or step.name)
            assert not step.limit or step.limit.text.zh in said
            assert all(name in said for name in step.documents)


@pytest.mark.parametrize(("graph", "process"), CASES[:FEW], ids=NAMES[:FEW])
def test_the_drawing_of_it_has_no_fault(graph: PowerGraph, process: Process) -> None:
    chart = _chart(graph, process)
    assert quality(chart, lay_out(chart)).faults == ()


def test_hidden_reviews_become_one_choice_with_the_conditions_that_decided() -> None:
    chart = _chart(bureau(), process_of(bureau(), "school-road"))
    name = {node.id: node.name for node in chart.nodes}
    choice = next(node.id for node in chart.nodes if node.name == "视情形")
    exits = {(name[a.target], a.label, a.favourable) for a in chart.arrows if a.source == choice}
    assert exits == {("材料审查", "退回补查", False), ("作出许可决定", "通过", True)}
    assert not {"股长审核", "法制审核", "分管领导审批", "立卷归档"} & set(name.values())


def test_internal_rework_and_a_split_without_visible_branches_leave_no_trace() -> None:
    chart = _chart(bureau(), process_of(bureau(), "benefit-road"))
    name = {node.id: node.name for node in chart.nodes}
    ways = {(name[a.source], name[a.target], a.label) for a in chart.arrows}
    assert ("受理登记", "待遇初审", "") in ways
    assert ("待遇初审", "作出核定决定", "") in ways
    assert not any(node.shape is Shape.PARALLEL for node in chart.nodes)


def test_lanes_are_those_of_an_outsider() -> None:
    chart = _chart(bureau(), process_of(bureau(), "school-road"))
    assert [lane.title for lane in chart.lanes] == [
        *("申请人", "受理窗口", "法规审批股"),
        "示例县人力资源和社会保障局",
    ]
    lane = {node.name: node.lane for node in chart.nodes}
    assert lane["申请人提出申请"] == lane["结束"] == "applicant"
    penalty = _chart(bureau(), process_of(bureau(), "penalty-road"))
    assert "申请人" not in [lane.title for lane in penalty.lanes]
