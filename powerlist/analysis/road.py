"""One process as a plain map of ways: fast to walk, in the order of the register."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import networkx as nx

from powerlist.graph import PowerGraph
from powerlist.graph.power_graph import Node
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import GatewayKind, StepKind
from powerlist.model.process import Flow, Gateway, Process, Step

Ways = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Road:
    """The steps and gateways of a process by id, where each leads (`ahead`) and from where (`behind`).

    `grounds` are what steps that stop the clock cite for it. An arrow out of a step is an alternative, an
    arrow into it is enough to begin it; only a parallel bar takes and awaits all (`soundness.net` says why).
    """

    process: Process
    nodes: dict[str, Node]
    flows: tuple[Flow, ...]
    ahead: dict[str, list[str]]
    behind: dict[str, list[str]]
    grounds: dict[str, tuple[LegalBasis, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, graph: PowerGraph, process: Process) -> "Road":
        """The road of a process; flows to nowhere are left out."""
        nodes = {node.id: node for node in graph.nodes_of(process)}
        flows = tuple(flow for flow in graph.flows_of(process) if {flow.source, flow.target} <= nodes.keys())
        ahead: dict[str, list[str]] = {id: [] for id in nodes}
        behind: dict[str, list[str]] = {id: [] for id in nodes}
        for flow in flows:
            ahead[flow.source].append(flow.target)
            behind[flow.target].append(flow.source)
        stops = (node for node in nodes.values() if isinstance(node, Step) and node.clock_stops)
        return cls(process, nodes, flows, ahead, behind, {step.id: graph.bases_of(step) for step in stops})

    @cached_property
    def steps(self) -> list[Step]:
        """The steps, without gateways."""
        return [node for node in self.nodes.values() if isinstance(node, Step)]

    @cached_property
    def tasks(self) -> list[Step]:
        """The steps that are work: neither start nor end."""
        return [step for step in self.steps if step.step_kind not in (StepKind.START, StepKind.END)]

    def of_kind(self, kind: StepKind) -> list[str]:
        """The ids of the steps of one kind."""
        return [step.id for step in self.steps if step.step_kind is kind]

    @cached_property
    def starts(self) -> list[str]:
        """Where it begins: its start steps, else whatever nothing leads to."""
        return self.of_kind(StepKind.START) or [id for id, before in self.behind.items() if not before]

    @cached_property
    def ends(self) -> list[str]:
        """Where it ends: its end steps, else whatever leads nowhere."""
        return self.of_kind(StepKind.END) or [id for id, after in self.ahead.items() if not after]

    @cached_property
    def reached(self) -> set[str]:
        """All that a start leads to."""
        return reach(self.ahead, self.starts)

    @cached_property
    def bars(self) -> set[str]:
        """Its parallel bars."""
        gateways = ((id, node) for id, node in self.nodes.items() if isinstance(node, Gateway))
        return {id for id, node in gateways if node.gateway_kind is GatewayKind.PARALLEL}

    @cached_property
    def loops(self) -> list[list[str]]:
        """Its parts that circle."""
        return loops(self.ahead)

    @cached_property
    def turns(self) -> dict[tuple[str, str], int]:
        """By source and target, the place of the first such flow in the register."""
        return {(flow.source, flow.target): place for place, flow in reversed([*enumerate(self.flows)])}

    @cached_property
    def between(self) -> dict[tuple[str, str], list[Flow]]:
        """The flows by source and target."""
        table: dict[tuple[str, str], list[Flow]] = {}
        for flow in self.flows:
            table.setdefault((flow.source, flow.target), []).append(flow)
        return table

    @cached_property
    def _exits(self) -> dict[str, list[Flow]]:
        table: dict[str, list[Flow]] = {}
        for flow in self.flows:
            table.setdefault(flow.source, []).append(flow)
        return table

    def exits(self, id: str) -> list[Flow]:
        """The flows that leave a step or gateway."""
        return list(self._exits.get(id, ()))

    def entities(self, ids: Iterable[str]) -> tuple[Node, ...]:
        """The steps and gateways of these ids, in the order given."""
        return tuple(self.nodes[id] for id in ids)


def without_flows(road: Road, flows: Collection[Flow]) -> Road:
    """The road as if some of its flows were not there."""
    gone = {flow.id for flow in flows}
    kept = tuple(flow for flow in road.flows if flow.id not in gone)
    ahead: dict[str, list[str]] = {id: [] for id in road.nodes}
    behind: dict[str, list[str]] = {id: [] for id in road.nodes}
    for flow in kept:
        ahead[flow.source].append(flow.target)
        behind[flow.target].append(flow.source)
    return replace(road, flows=kept, ahead=ahead, behind=behind)


def reach(ways: Ways, starts: Iterable[str], avoid: Collection[str] = ()) -> set[str]:
    """Everything that can be reached from `starts` without entering `avoid`; the starts are in it."""
    seen = {start for start in starts if start not in avoid}
    waiting = list(seen)
    while waiting:
        for after in ways[waiting.pop()]:
            if after not in seen and after not in avoid:
                seen.add(after)
                waiting.append(after)
    return seen


def shortest(
    ways: Ways, starts: Iterable[str], goals: Collection[str], allow: Callable[[str], bool] = lambda _: True
) -> list[str] | None:
    """The shortest way from a start to a goal over allowed nodes alone (breadth first), or None."""
    came: dict[str, str | None] = {start: None for start in starts if allow(start)}
    line = list(came)
    for at in line:
        if at in goals:
            return _back(came, at)
        for after in ways[at]:
            if after not in came and allow(after):
                came[after] = at
                line.append(after)
    return None


def _back(came: Mapping[str, str | None], at: str | None) -> list[str]:
    way: list[str] = []
    while at is not None:
        way.append(at)
        at = came[at]
    return way[::-1]


def network(ways: Ways) -> "nx.DiGraph[str]":
    """The map as a networkx graph, for the algorithms there."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(ways)
    graph.add_edges_from((id, after) for id, afters in ways.items() for after in afters)
    return graph


def loops(ways: Ways) -> list[list[str]]:
    """The strongly connected parts that hold a cycle (Tarjan), each in the order of `ways`."""
    if _runs_dry(ways):
        return []
    order = {id: place for place, id in enumerate(ways)}
    parts = nx.strongly_connected_components(network(ways))
    held = [sorted(part, key=order.__getitem__) for part in parts if _circles(part, ways)]
    return sorted(held, key=lambda part: order[part[0]])


def _circles(part: set[str], ways: Ways) -> bool:
    return len(part) > 1 or any(id in ways[id] for id in part)


def _runs_dry(ways: Ways) -> bool:
    """Whether there is no cycle (Kahn): every node can be taken away after those before it."""
    left = dict.fromkeys(ways, 0)
    for after in ways.values():
        for id in after:
            left[id] += 1
    free = [id for id, count in left.items() if not count]
    for id in free:
        for after_id in ways[id]:
            left[after_id] -= 1
            if not left[after_id]:
                free.append(after_id)
    return len(free) == len(left)
