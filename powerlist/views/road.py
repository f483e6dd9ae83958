"""The road of a process: its boxes in reading order and the ways between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from powerlist.graph import PowerGraph
from powerlist.model.codes import StepKind
from powerlist.model.process import Flow, Gateway, Process, Step

Node = Step | Gateway
Table = dict[str, tuple[Flow, ...]]


@dataclass(frozen=True)
class Road:
    """Nodes in reading order; flows by their source, the hoped-for exit first; none leads to nowhere."""

    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]

    @cached_property
    def leaving(self) -> Table:
        """The flows out of each node."""
        return {node.id: tuple(f for f in self.flows if f.source == node.id) for node in self.nodes}

    @cached_property
    def entering(self) -> Table:
        """The flows into each node."""
        return {node.id: tuple(f for f in self.flows if f.target == node.id) for node in self.nodes}

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Each node by its id."""
        return {node.id: node for node in self.nodes}

    def nearest(self, start: str, backwards: bool) -> Iterator[Node]:
        """The nodes before (or behind) `start`, the nearest first."""
        table = self.entering if backwards else self.leaving
        seen, front = {start}, [start]
        while front:
            flows = [flow for id in front for flow in table[id]]
            ids = dict.fromkeys(flow.source if backwards else flow.target for flow in flows)
            front = [id for id in ids if id not in seen]
            seen.update(front)
            yield from (self.by_id[id] for id in front)


def road_of(graph: PowerGraph, process: Process) -> Road:
    """The road of a process, as it stands in the register."""
    nodes = {node.id: node for node in graph.nodes_of(process)}
    flows = [f for f in graph.flows_of(process) if f.source in nodes and f.target in nodes]
    flows.sort(key=lambda flow: not flow.favourable)
    order = list(_walk(nodes.values(), flows))
    place = {id: i for i, id in enumerate(order)}
    flows.sort(key=lambda flow: place[flow.source])
    return Road(tuple(nodes[id] for id in order), tuple(flows))


def is_edge(node: Node) -> bool:
    """Whether it is where a process begins or ends."""
    return isinstance(node, Step) and node.step_kind in (StepKind.START, StepKind.END)


def _walk(nodes: Iterable[Node], flows: list[Flow]) -> Iterator[str]:
    """Every node once, from the starts on, each way to its end before the next begins."""
    leaving: dict[str, list[str]] = {}
    for flow in flows:
        leaving.setdefault(flow.source, []).append(flow.target)
    entered = {flow.target for flow in flows}
    starts = [n.id for n in nodes if isinstance(n, Step) and n.step_kind is StepKind.START]
    seen: set[str] = set()
    for root in (*starts, *(n.id for n in nodes if n.id not in entered), *(n.id for n in nodes)):
        stack = [root]
        while stack:
            id = stack.pop()
            if id not in seen:
                seen.add(id)
                yield id
                stack.extend(reversed(leaving.get(id, [])))
