"""Findings laid over a chart: which boxes they mark, which ways they paint red."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from powerlist.graph import PowerGraph
from powerlist.model.duty import Duty
from powerlist.model.entity import Entity
from powerlist.model.process import Flow, Gateway, Step
from powerlist.model.risk import Control, RiskPoint
from powerlist.model.severity import Severity
from powerlist.rules.rule import Finding
from powerlist.views.diagrams.chart import Chart

Way = tuple[str, ...]  # ids of steps and gateways in order


@dataclass(frozen=True)
class Overlay:
    """The gravest finding at each node, the flows that findings are about, and the ways they go."""

    nodes: dict[str, Severity]
    flows: frozenset[str]
    ways: tuple[Way, ...]

    def on(self, chart: Chart) -> Chart:
        """The chart with its boxes marked and every arrow painted that a way goes along."""
        pairs = {pair for way in self.ways for pair in pairwise(way)}
        nodes = tuple(replace(n, finding=self.nodes.get(n.id)) for n in chart.nodes)
        arrows = tuple(
            replace(a, highlight=a.id in self.flows or (a.source, a.target) in pairs) for a in chart.arrows
        )
        return replace(chart, nodes=nodes, arrows=arrows)


def overlay_of(graph: PowerGraph, findings: Sequence[Finding], inside: bool = True) -> Overlay:
    """What findings say about steps, gateways and flows; `inside` also about risks, controls and duties."""
    nodes: dict[str, Severity] = {}
    for finding in findings:
        for id in _places(graph, finding.entity, inside):
            gravest = max((finding.severity, nodes.get(id, finding.severity)), key=lambda s: s.weight)
            nodes[id] = gravest
    flows = frozenset(f.entity.id for f in findings if isinstance(f.entity, Flow))
    return Overlay(nodes, flows, tuple(_way(finding.witness) for finding in findings))


def _way(witness: Iterable[Entity]) -> Way:
    return tuple(entity.id for entity in witness if isinstance(entity, Step | Gateway))


def _places(graph: PowerGraph, entity: Entity, inside: bool) -> Iterable[str]:
    """The steps and gateways that a finding about `entity` is shown at."""
    if isinstance(entity, Step | Gateway):
        return (entity.id,)
    if not inside:
        return ()
    if isinstance(entity, RiskPoint):
        return (entity.step,)
    if isinstance(entity, Control):
        return (risk.step for risk in graph.targets(entity, "CONTROLS"))
    return (step.id for step in graph.steps_doing(entity)) if isinstance(entity, Duty) else ()
