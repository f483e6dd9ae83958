"""Findings laid over charts: the gravest at its box, exactly the ways of the witness in red."""

import random
from itertools import pairwise

import pytest

from powerlist.graph import PowerGraph
from powerlist.i18n import Text
from powerlist.model.codes import StepKind
from powerlist.model.entity import Entity
from powerlist.model.process import Process
from powerlist.model.severity import Severity
from powerlist.rules.rule import Finding
from powerlist.views.diagrams.chart import Chart, Shape
from powerlist.views.external import external_chart
from powerlist.views.flowchart import internal_chart
from powerlist.views.sheets import View, drawing_of
from tests.views.builder import PRACTICE, bureau, demo, generated, process_of


def _finding(
    entity: Entity, witness: tuple[Entity, ...] = (), severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(
        f"X01@{entity.id}", "X01", "x", severity, Text("问题", ""), Text("", ""), entity, None, witness
    )


def _walk(graph: PowerGraph, process: Process, seed: int) -> tuple[Entity, ...]:
    """A way along the flows of a process, from a start on."""
    dice = random.Random(seed)
    flow = graph.flow_of(process)
    at = next(s.id for s in graph.steps_of(process) if s.step_kind is StepKind.START)
    way = [at]
    while (onward := [n for n in flow.successors(at) if n not in way]) and len(way) < 12:
        at = dice.choice(onward)
        way.append(at)
    return tuple(graph.register[id] for id in way)


CASES = [
    (graph, process, seed)
    for seed, graph in enumerate((bureau(), demo(), *(generated(seed) for seed in range(40))))
    for process in graph.processes
]


@pytest.mark.parametrize(("graph", "process", "seed"), CASES)
def test_exactly_the_arrows_of_the_witness_are_red(graph: PowerGraph, process: Process, seed: int) -> None:
    witness = _walk(graph, process, seed)
    chart = internal_chart(graph, process, PRACTICE, "zh", [_finding(process, witness)])
    pairs = {(a.id, b.id) for a, b in pairwise(witness)}
    assert {(a.source, a.target) for a in chart.arrows if a.highlight} == pairs


@pytest.mark.parametrize(("graph", "process", "seed"), CASES)
def test_outside_the_red_way_is_the_contracted_one(graph: PowerGraph, process: Process, seed: int) -> None:
    witness = _walk(graph, process, seed)
    chart = external_chart(graph, process, PRACTICE, "zh", [_finding(process, witness)])
    if any(node.shape is Shape.PARALLEL for node in internal_chart(graph, process, PRACTICE, "zh").nodes):
        return  # a branch that is hidden as a whole has no arrow to paint
    met = [w.id for w in witness if w.id in _named(chart) and _is_seen(graph, w.id)]
    for a, b in pairwise(met):
        assert a == b or _red_way(chart, a, b)
    red = {end for arrow in chart.arrows if arrow.highlight for end in (arrow.source, arrow.target)}
    assert red & _seen(graph, chart) <= set(met)


def _named(chart: Chart) -> set[str]:
    return {node.id for node in chart.nodes}


def _seen(graph: PowerGraph, chart: Chart) -> set[str]:
    return {node.id for node in chart.nodes if _is_seen(graph, node.id)}


def _is_seen(graph: PowerGraph, id: str) -> bool:
    node = graph.register[id]
    return bool(getattr(node, "visible", False)) or getattr(node, "step_kind", "") in ("start", "end")


def _red_way(chart: Chart, start: str, end: str) -> bool:
    red = [(a.source, a.target) for a in chart.arrows if a.highlight]
    return (start, end) in red or any((start, m) in red and (m, end) in red for m in _named(chart))


def test_a_box_carries_its_gravest_finding() -> None:
    graph = bureau()
    process = process_of(graph, "school-road")
    step = graph.steps_of(process)[1]
    findings = [_finding(step, severity=s) for s in (Severity.INFO, Severity.ERROR, Severity.WARNING)]
    chart = internal_chart(graph, process, PRACTICE, "zh", findings)
    assert {n.id: n.finding for n in chart.nodes if n.finding} == {step.id: Severity.ERROR}


def test_a_finding_about_a_risk_or_a_control_is_at_its_step_inside_and_nowhere_outside() -> None:
    graph = bureau()
    process = process_of(graph, "school-road")
    findings = [_finding(risk) for risk in graph.risks if risk.step == "school-road.site"]
    findings += [_finding(c) for c in graph.controls if c.risks[0].startswith("school-road.check")]
    inside = internal_chart(graph, process, PRACTICE, "zh", findings)
    assert {n.id for n in inside.nodes if n.finding} == {"school-road.site", "school-road.check"}
    outside = external_chart(graph, process, PRACTICE, "zh", findings)
    assert not [n for n in outside.nodes if n.finding]


def test_a_finding_about_a_flow_paints_its_arrow() -> None:
    graph = bureau()
    process = process_of(graph, "school-road")
    flow = graph.flows_of(process)[3]
    chart = internal_chart(graph, process, PRACTICE, "zh", [_finding(flow)])
    assert [a.id for a in chart.arrows if a.highlight] == [flow.id]


def test_the_legend_speaks_of_findings_where_there_are_some() -> None:
    graph = bureau()
    process = process_of(graph, "school-road")
    steps = graph.steps_of(process)
    drawing = drawing_of(
        graph, process, View.INTERNAL, PRACTICE, "zh", [_finding(steps[1], (steps[0], steps[1]))]
    )
    said = "".join(t.text for p in drawing.panels if p.id == "legend" for t in p.texts)
    assert "红色粗线" in said
    assert "粗边框" in said
