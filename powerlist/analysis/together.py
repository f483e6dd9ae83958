"""What one case may pass together: one after the other, or on branches that run at once.

Method: the strongly connected parts of the map in topological order (Tarjan 1972), and for each the parts
that it leads to as the bits of one number, so that a map of thousands of steps is closed in a moment. Two
nodes run at once where a split that takes several exits leads to each by an exit that does not lead to the
other.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from heapq import heappop, heappush

import networkx as nx

from powerlist.analysis.road import Road, Ways, network
from powerlist.model.codes import GatewayKind
from powerlist.model.process import Gateway


class Closure:
    """Where every node of a map leads, as bits."""

    def __init__(self, ways: Ways) -> None:
        parts = list(nx.strongly_connected_components(network(ways)))[::-1]
        self.part = {id: place for place, part in enumerate(parts) for id in part}
        self.after: list[set[int]] = [set() for _ in parts]
        for id, targets in ways.items():
            self.after[self.part[id]].update(self.part[to] for to in targets)
        self.leading = [0] * len(parts)
        for place in range(len(parts) - 1, -1, -1):
            bits = 1 << place
            for to in self.after[place]:
                bits |= self.leading[to]
            self.leading[place] = bits

    def bits(self, ids: Iterable[str]) -> int:
        """The parts of these nodes."""
        found = 0
        for place in {self.part[id] for id in ids}:
            found |= 1 << place
        return found

    def ahead_of(self, id: str) -> int:
        """The part of a node and all parts that it leads to."""
        return self.leading[self.part[id]]

    def leads(self, one: str, other: str) -> bool:
        """Whether a way leads from one node to the other; a node leads to itself."""
        return bool(self.leading[self.part[one]] >> self.part[other] & 1)


class Together:
    """Which nodes of a process one case may pass together."""

    def __init__(self, road: Road) -> None:
        self.road, self.closure = road, Closure(road.ahead)

    def in_one_case(self, one: str, other: str) -> bool:
        """Whether one case may pass both."""
        if self.closure.leads(one, other) or self.closure.leads(other, one):
            return True
        a, b = self.closure.part[one], self.closure.part[other]
        return any(_apart(exits.get(a, 0), exits.get(b, 0)) for exits in self._splits)

    def first(self, ones: Sequence[str], others: Sequence[str]) -> tuple[str, str] | None:
        """The first pair, in the order of both, of two nodes that one case may pass."""
        meeting = self._beside(ones, others)
        marks = self.closure.bits(others)
        after = 0
        for other in others:
            after |= self.closure.ahead_of(other)
        for one in ones:
            near = self.closure.ahead_of(one) & marks or after >> self.closure.part[one] & 1
            if near or self.closure.part[one] in meeting:
                for other in others:
                    if other != one and self.in_one_case(one, other):
                        return one, other
        return None

    def _beside(self, ones: Sequence[str], others: Sequence[str]) -> set[int]:
        """The parts of `ones` that run at once with one of `others`."""
        one_parts = {self.closure.part[id] for id in ones}
        other_parts = {self.closure.part[id] for id in others}
        found: set[int] = set()
        for exits in self._splits:
            led = {exits[part] for part in other_parts if part in exits}
            ways = {exits[part] for part in one_parts if part in exits} if led else set()
            beside = {way for way in ways if any(_apart(way, other) for other in led)}
            found.update(part for part in one_parts if exits.get(part, 0) in beside)
        return found

    @cached_property
    def _splits(self) -> list[dict[int, int]]:
        """For each split that takes several exits, by part, the exits that lead there, as bits."""
        return [self._exits_to(split) for split in _splits(self.road)]

    def _exits_to(self, split: str) -> dict[int, int]:
        """The parts up to where all exits have met: what follows is one after the other again."""
        exits: dict[int, int] = {}
        targets = list(dict.fromkeys(self.road.ahead[split]))
        for number, to in enumerate(targets):
            part = self.closure.part[to]
            exits[part] = exits.get(part, 0) | 1 << number
        every, met = (1 << len(targets)) - 1, 0
        found: dict[int, int] = {}
        waiting = sorted(exits)
        while waiting:
            part = heappop(waiting)
            if met >> part & 1:
                continue
            if exits[part] == every:
                met |= self.closure.leading[part]
                continue
            found[part] = exits[part]
            for after in self.closure.after[part] - {part}:
                if after not in exits:
                    heappush(waiting, after)
                exits[after] = exits.get(after, 0) | exits[part]
        return found


def _splits(road: Road) -> Iterator[str]:
    """The parallel and inclusive gateways with several exits."""
    for id, node in road.nodes.items():
        several = isinstance(node, Gateway) and node.gateway_kind is not GatewayKind.EXCLUSIVE
        if several and len(set(road.ahead[id])) > 1:
            yield id


def _apart(one: int, other: int) -> bool:
    """Whether each is led to by an exit that does not lead to the other."""
    return bool(one & ~other) and bool(other & ~one)
