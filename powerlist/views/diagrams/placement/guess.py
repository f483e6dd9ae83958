"""A quick guess how an arrow would run between two cells, to weigh placements without routing.

Coordinates are doubled: cell (row, slot) is (2 row + 1, 2 slot + 1); even numbers are the channels between.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.placement.flow import Flow, Link
from powerlist.views.diagrams.placement.temper import Temper

Run = tuple[int, int, int]  # (line, from, to), from < to
Way = tuple[tuple[Run, ...], tuple[Run, ...]]  # level runs, upright runs
Exits = tuple[float, float]  # what it costs to leave below, and at the side
Drawer = Callable[[int, int, int, int], Way]  # from y1, x1 to y2, x2
Place = tuple[int, int]  # (row, slot)

BEND = 3.0
LENGTH_DOWN = 0.5
LENGTH_ACROSS = 0.35
NO_WAY = 26.0
UPWARD = 400.0
START_ASIDE = 8.0  # the start stands above what it starts


@dataclass(slots=True)
class Guess:
    """Cost and straight runs of the cheapest simple way; no runs where none is free."""

    cost: float
    across: tuple[Run, ...] = ()
    down: tuple[Run, ...] = ()


class Guesser:
    """Tries the simple ways over the cells taken so far."""

    def __init__(self, taken: Mapping[Place, int], flow: Flow, temper: Temper) -> None:
        self.temper, self.taken = temper, taken
        self.shapes, self.main = flow.shapes, flow.main
        self.bars = [shape is Shape.PARALLEL for shape in flow.shapes]
        self.exits = [self._exits(link) for link in flow.links]
        self.carries = [
            self.main[link.source] == link.index and flow.lanes[link.source] == flow.lanes[link.target]
            for link in flow.links
        ]  # the main line on within its lane

    def guess(self, link: Link, a: Place, b: Place) -> Guess:
        """The cheapest way from cell `a` to cell `b`."""
        found = self._cheapest(link, a, b)
        if self.carries[link.index]:
            found.cost += self.temper.main_aside if found.across or a[1] != b[1] else 0.0
        return found

    def _cheapest(self, link: Link, a: Place, b: Place) -> Guess:
        if link.back:
            return self._back(a, b)
        (r1, c1), (r2, c2) = a, b
        if r2 < r1 or (r1 == r2 and c1 == c2):
            return Guess(UPWARD + 10 * (r1 - r2))
        if r1 == r2:
            return self._level(link, a, b)
        length = LENGTH_DOWN * (r2 - r1 - 1) + LENGTH_ACROSS * abs(c1 - c2)
        exits = self.exits[link.index]
        y1, x1, y2, x2 = 2 * r1 + 1, 2 * c1 + 1, 2 * r2 + 1, 2 * c2 + 1
        for cost, drawn in _plan(c1 == c2, exits, 40.0 if self.bars[link.target] else 0.5, length):
            across, down = drawn(y1, x1, y2, x2)
            if self._free(across, down):
                return Guess(cost, across, down)
        return Guess(length + NO_WAY + min(exits))

    def _level(self, link: Link, a: Place, b: Place) -> Guess:
        """A hand-over within one row: straight or not at all, since no forward arrow may rise."""
        lo, hi = sorted((2 * a[1] + 1, 2 * b[1] + 1))
        run = (2 * a[0] + 1, lo, hi)
        if self.bars[link.source] or self.bars[link.target] or not self._free((run,), ()):
            return Guess(UPWARD)
        return Guess(self.exits[link.index][1] + LENGTH_ACROSS * abs(a[1] - b[1]), (run,))

    def _exits(self, link: Link) -> Exits:
        """Cost of leaving below and at the side."""
        shape = self.shapes[link.source]
        if shape is Shape.PARALLEL:
            return 0.0, 40.0
        if shape is Shape.DECISION:
            main = self.main[link.source] == link.index
            return (0.0, self.temper.wrong_exit if link.arrow.favourable else 2.5) if main else (3.0, 0.0)
        if shape is Shape.TERMINATOR:
            return 0.0, START_ASIDE
        return 0.0, 0.2

    def _back(self, a: Place, b: Place) -> Guess:
        (r1, c1), (r2, c2) = a, b
        y1, x1, y2, x2 = 2 * r1 + 1, 2 * c1 + 1, 2 * r2 + 1, 2 * c2 + 1
        length = 0.25 * abs(r2 - r1) + LENGTH_ACROSS * abs(c1 - c2)
        best = Guess(length + NO_WAY + 2 * BEND)
        for x in (x1 - 1, x1 + 1, x2 - 1, x2 + 1):
            detour = 1.0 if not min(x1, x2) <= x <= max(x1, x2) and x1 != x2 else 0.0
            cost = length + 2 * BEND + detour
            if cost < best.cost:
                across, down = _stepped(y1, x1, y2, x2, x)
                if self._free(across, down):
                    best = Guess(cost, across, down)
        return best

    def _free(self, across: tuple[Run, ...], down: tuple[Run, ...]) -> bool:
        """No box on the way (the ends of the way are the boxes themselves)."""
        taken = self.taken
        ends = 0
        for y, x1, x2 in across:
            if y & 1:
                row = y >> 1
                for slot in range(x1 >> 1, (x2 + 1) >> 1):
                    if (row, slot) in taken:
                        ends += 1
        for x, y1, y2 in down:
            if x & 1:
                slot = x >> 1
                for row in range(y1 >> 1, (y2 + 1) >> 1):
                    if (row, slot) in taken:
                        ends += 1
        return ends <= 2


@lru_cache(maxsize=4096)
def _plan(straight: bool, exits: Exits, side: float, length: float) -> tuple[tuple[float, Drawer], ...]:
    """The simple ways, the cheapest first, up to where none at all is as good; `side`: to enter there."""
    below, beside = exits
    twice = beside + side + 2 * BEND
    ways: tuple[tuple[float, Drawer], ...] = (
        (beside + BEND, _bent_last),
        (below + side + BEND, _bent_first),
        (below + 2 * BEND, _above_target),
        (below + 2 * BEND, _below_source),
        (twice, lambda y1, x1, y2, x2: _stepped(y1, x1, y2, x2, x1 + _toward(x1, x2))),
        (twice, lambda y1, x1, y2, x2: _stepped(y1, x1, y2, x2, x2 - _toward(x1, x2))),
    )
    if straight:
        ways = (
            (below, lambda y1, x1, y2, x2: ((), ((x1, y1, y2),))),
            (twice, lambda y1, x1, y2, x2: (((y1, x1, x1 + 1), (y2, x1, x1 + 1)), ((x1 + 1, y1, y2),))),
            (twice, lambda y1, x1, y2, x2: (((y1, x1 - 1, x1), (y2, x1 - 1, x1)), ((x1 - 1, y1, y2),))),
        )
    least = length + NO_WAY + min(exits)
    costs = sorted(((length + extra, way) for extra, way in ways), key=lambda one: one[0])
    return tuple(one for one in costs if one[0] < least)


def _bent_last(y1: int, x1: int, y2: int, x2: int) -> Way:
    """Level, then down into the target."""
    return ((y1, *_between(x1, x2)),), ((x2, y1, y2),)


def _bent_first(y1: int, x1: int, y2: int, x2: int) -> Way:
    """Down, then level into the target."""
    return ((y2, *_between(x1, x2)),), ((x1, y1, y2),)


def _above_target(y1: int, x1: int, y2: int, x2: int) -> Way:
    """By way of the channel above the target."""
    return ((y2 - 1, *_between(x1, x2)),), ((x1, y1, y2 - 1), (x2, y2 - 1, y2))


def _below_source(y1: int, x1: int, y2: int, x2: int) -> Way:
    """By way of the channel below the source."""
    return ((y1 + 1, *_between(x1, x2)),), ((x1, y1, y1 + 1), (x2, y1 + 1, y2))


def _between(x1: int, x2: int) -> tuple[int, int]:
    return (x1, x2) if x1 < x2 else (x2, x1)


def _toward(x1: int, x2: int) -> int:
    return 1 if x2 > x1 else -1


def _stepped(y1: int, x1: int, y2: int, x2: int, x: int) -> Way:
    """Level to channel `x`, upright there, level on."""
    first, second = (min(x1, x), max(x1, x)), (min(x, x2), max(x, x2))
    return ((y1, *first), (y2, *second)), ((x, min(y1, y2), max(y1, y2)),)
