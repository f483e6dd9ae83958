"""A process as a net that tokens walk: what each step and gateway waits for, and what it sends on.

The convention, here and in all of `analysis`: an arrow out of a step is an alternative (exactly one is
taken) and an arrow into a step is enough to begin it, as bureaus draw their charts. Only a parallel bar
sends a token down every arrow and waits for one on every arrow; an inclusive gateway sends tokens down one
arrow or more. A process with several ends is over at the first of them, and nothing may then be under way.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from powerlist.analysis.road import Road
from powerlist.graph.power_graph import Node
from powerlist.model.codes import GatewayKind
from powerlist.model.process import Gateway

BEGIN, OVER = 0, 1  # the node before every start, the node after every end
ENTRY, EXIT = 0, 1  # the flow into BEGIN, the flow out of OVER
OUTSIDE = -1


class Kind(Enum):
    """How a node joins what comes in, or splits what goes out."""

    ONE = "one"
    ALL = "all"
    SOME = "some"


_KINDS = {
    GatewayKind.EXCLUSIVE: Kind.ONE,
    GatewayKind.PARALLEL: Kind.ALL,
    GatewayKind.INCLUSIVE: Kind.SOME,
}


@dataclass(frozen=True)
class Net:
    """Nodes and flows by number; `names` are the ids of the nodes, empty for BEGIN and OVER."""

    names: tuple[str, ...]
    joins: tuple[Kind, ...]
    splits: tuple[Kind, ...]
    sources: tuple[int, ...]
    targets: tuple[int, ...]

    @classmethod
    def of(cls, road: Road) -> "Net":
        """The net of a process."""
        names = ("", "", *road.nodes)
        kinds = (Kind.ONE, Kind.ONE, *(_kind(node) for node in road.nodes.values()))
        place = {id: number for number, id in enumerate(names) if id}
        arrows = [
            *((BEGIN, place[id]) for id in road.starts),
            *((place[id], OVER) for id in road.ends),
            *((place[flow.source], place[flow.target]) for flow in road.flows),
        ]
        return cls.joined(names, kinds, arrows)

    @classmethod
    def joined(cls, names: Iterable[str], kinds: Iterable[Kind], arrows: Iterable[tuple[int, int]]) -> "Net":
        """The net of these nodes and arrows, with the flows ENTRY and EXIT before them."""
        both = tuple(kinds)
        ways = [(OUTSIDE, BEGIN), (OVER, OUTSIDE), *arrows]
        return cls(tuple(names), both, both, tuple(a for a, _ in ways), tuple(b for _, b in ways))

    @cached_property
    def into(self) -> list[list[int]]:
        """The flows into each node."""
        return _by_node(self.targets, len(self.names))

    @cached_property
    def out(self) -> list[list[int]]:
        """The flows out of each node."""
        return _by_node(self.sources, len(self.names))

    def join(self, node: int) -> Kind:
        """What a node waits for; with one arrow in there is nothing to join."""
        return self.joins[node] if len(self.into[node]) > 1 else Kind.ONE

    def split(self, node: int) -> Kind:
        """What a node sends on; with one arrow out there is nothing to split."""
        return self.splits[node] if len(self.out[node]) > 1 else Kind.ONE

    def with_join(self, node: int, kind: Kind) -> "Net":
        """The net with one node that joins in another way."""
        return replace(self, joins=(*self.joins[:node], kind, *self.joins[node + 1 :]))


def _kind(node: Node) -> Kind:
    return _KINDS[node.gateway_kind] if isinstance(node, Gateway) else Kind.ONE


def _by_node(ends: tuple[int, ...], count: int) -> list[list[int]]:
    table: list[list[int]] = [[] for _ in range(count)]
    for flow, node in enumerate(ends):
        if node != OUTSIDE:
            table[node].append(flow)
    return table
