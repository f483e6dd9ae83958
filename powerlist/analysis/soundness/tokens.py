"""The token game: what may happen next in a net, and which of it has to be looked at.

An inclusive join goes on when no token can still come that could not as well come where one is already (BPMN
2.0.2, 13.3.4, after Völzer 2010). Of all that may happen, one choice is enough where it can neither be
disabled by the rest nor disable any of it (stubborn sets: Valmari 1991); in a net without inclusive joins
that is every choice (free choice). So branches are walked one after the other and not in every mixture.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from powerlist.analysis.soundness.net import EXIT, OUTSIDE, Kind, Net

Marking = frozenset[int]  # the flows that hold a token
WIDEST = 10  # exits of an inclusive gateway whose every selection is tried; of more only the extremes


class Choice(NamedTuple):
    """A node that may go on, and the tokens that it takes."""

    node: int
    taken: Marking


class Game:
    """The token game on one net.

    Branches are walked one after the other and joins come last; with a node `toward`, the tokens farthest on
    go first, and what lies beyond that node comes last: so two of many branches meet there soon.
    """

    def __init__(self, net: Net, toward: int | None = None) -> None:
        self.net = net
        self.order = _order(net)
        self._turn = self.order if toward is None else _first_to(self.order, toward)
        self._all_at_once = toward is not None
        self._into = [frozenset(flows) for flows in net.into]
        self._joins = [net.join(node) for node in range(len(net.names))]
        self.partial = False  # whether a selection was left out
        self._reach: dict[int, dict[int, Marking]] = {}
        self._narrow = {node for node, kind in enumerate(self._joins) if kind is Kind.SOME}

    def choices(self, marking: Marking) -> list[Choice]:
        """All nodes that may go on, in the order of the chart."""
        found: list[Choice] = []
        met = {OUTSIDE}
        for flow in marking:
            node = self.net.targets[flow]
            if node not in met:
                taken = self._taken(node, flow, marking)
                found += [Choice(node, taken)] if taken else []
                if self._joins[node] is not Kind.ONE:
                    met.add(node)
        return sorted(found, key=lambda one: (self._turn[one.node], min(one.taken)))

    def _taken(self, node: int, flow: int, marking: Marking) -> Marking | None:
        kind = self._joins[node]
        if kind is Kind.ONE:
            return frozenset((flow,))
        present = marking & self._into[node]
        if kind is Kind.ALL:
            return present if len(present) == len(self._into[node]) else None
        return present if self._nothing_comes(node, present, marking - present) else None

    def _nothing_comes(self, node: int, present: Marking, others: Marking) -> bool:
        reaches = self._coming(node)
        for flow in others:
            coming = reaches.get(flow, _NONE)
            if not coming <= present and coming.isdisjoint(present):
                return False
        return True

    def enough(self, marking: Marking) -> list[Choice]:
        """Choices that have to be looked at; the rest can wait."""
        choices = self.choices(marking)
        if not self._narrow:
            return choices[:1]
        alone = next((one for one in choices if self._independent(one, marking)), None)
        return [alone] if alone else choices

    def _independent(self, one: Choice, marking: Marking) -> bool:
        """Whether no inclusive join can tell if this happens now or later."""
        if one.node in self._narrow:
            reaches = self._coming(one.node)
            if any(flow in reaches for flow in marking - one.taken):
                return False
        return len(self.net.out[one.node]) == 1 or one.node in self._free

    def results(self, one: Choice) -> Iterator[tuple[int, ...]]:
        """The flows that get a token, for every way in which the node may go on."""
        flows = self.net.out[one.node]
        kind = self.net.split(one.node)
        if kind is Kind.ALL:
            yield tuple(flows)
        elif kind is Kind.ONE:
            yield from ((flow,) for flow in flows)
        else:
            for count in self._selections(len(flows)):
                yield from combinations(flows, count)

    def _selections(self, exits: int) -> Iterable[int]:
        """How many exits of an inclusive gateway are taken at once: any number, or of many the extremes."""
        if exits <= WIDEST:
            return range(1, exits + 1)
        self.partial = True
        return (exits,) if self._all_at_once else (exits, 1, exits - 1)

    def _coming(self, node: int) -> dict[int, Marking]:
        """From which flows tokens can come to an inclusive join, and on which of its arrows."""
        if node not in self._reach:
            self._reach[node] = self._looked_up(node)
        return self._reach[node]

    def _looked_up(self, node: int) -> dict[int, Marking]:
        found: dict[int, set[int]] = {}
        for arrow in self.net.into[node]:
            waiting, seen = [arrow], {arrow}
            while waiting:
                flow = waiting.pop()
                found.setdefault(flow, set()).add(arrow)
                source = self.net.sources[flow]
                fresh = (
                    [] if source in (OUTSIDE, node) else [f for f in self.net.into[source] if f not in seen]
                )
                seen.update(fresh)
                waiting += fresh
        return {flow: frozenset(arrows) for flow, arrows in found.items()}

    @cached_property
    def _free(self) -> set[int]:
        """The nodes after which no inclusive join comes."""
        bound = set(self._narrow)
        waiting = list(bound)
        while waiting:
            for flow in self.net.into[waiting.pop()]:
                source = self.net.sources[flow]
                if source != OUTSIDE and source not in bound:
                    bound.add(source)
                    waiting.append(source)
        return set(range(len(self.net.names))) - (bound - self._ends_of_chains(bound))

    def _ends_of_chains(self, bound: set[int]) -> set[int]:
        """Inclusive joins that lead to no other one and not back to themselves."""
        return {
            node
            for node in self._narrow
            if not any(self.net.targets[flow] in bound for flow in self.net.out[node])
        }


_NONE: Marking = frozenset()


def is_over(marking: Marking) -> bool:
    """Whether the process has come to its end and nothing else is under way."""
    return marking == {EXIT}


def _first_to(order: list[int], node: int) -> list[int]:
    """Turns by which a node is reached soon: the latest up to it first, then what comes after it."""
    return [place if place > order[node] else -place for place in order]


def _order(net: Net) -> list[int]:
    """The place of each node in the chart: after those that lead to it, one branch after the other."""
    place = [len(net.names)] * len(net.names)
    begin = next(net.targets[flow] for flow, source in enumerate(net.sources) if source == OUTSIDE)
    number, seen = len(net.names), {begin}
    stack = [(begin, iter(net.out[begin]))]
    while stack:
        node, flows = stack[-1]
        for flow in flows:
            after = net.targets[flow]
            if after != OUTSIDE and after not in seen:
                seen.add(after)
                stack.append((after, iter(net.out[after])))
                break
        else:
            stack.pop()
            number -= 1
            place[node] = number
    return place
