"""A quick guess how an arrow would run between two cells, to weigh placements without routing.

Coordinates are doubled: cell (row, slot) is (2 row + 1, 2 slot + 1); even numbers are the channels between.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.placement.flow import Flow, Link
from powerlist.views.diagrams.placement.temper import Temper

Run = tuple[int, int, int]  # (line, from, to), from < to
Way = tuple[tuple[Run, ...], tuple[Run, ...]]  # level runs, upright runs
Try = tuple[float, Callable[[], Way]]  # what it costs beside its length
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
        self.temper = temper
        self.taken, self.shapes, self.main, self.lanes = taken, flow.shapes, flow.main, flow.lanes

    def guess(self, link: Link, a: Place, b: Place) -> Guess:
        """The cheapest way from cell `a` to cell `b`."""
        found = self._cheapest(link, a, b)
        if self.main[link.source] == link.index and self.lanes[link.source] == self.lanes[link.target]:
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
        exits = self._exits(link)
        side = 40.0 if self.shapes[link.target] is Shape.PARALLEL else 0.5
        best = Guess(length + NO_WAY + min(exits))
        ways = self._beneath if c1 == c2 else self._bent
        for extra, way in ways(a, b, *exits, side):
            if length + extra < best.cost:
                across, down = way()
                if self._free(across, down):
                    best = Guess(length + extra, across, down)
        return best

    def _level(self, link: Link, a: Place, b: Place) -> Guess:
        """A hand-over within one row: straight or not at all, since no forward arrow may rise."""
        lo, hi = sorted((2 * a[1] + 1, 2 * b[1] + 1))
        bar = Shape.PARALLEL in (self.shapes[link.source], self.shapes[link.target])
        run = (2 * a[0] + 1, lo, hi)
        if bar or not self._free((run,), ()):
            return Guess(UPWARD)
        return Guess(self._exits(link)[1] + LENGTH_ACROSS * abs(a[1] - b[1]), (run,))

    def _exits(self, link: Link) -> tuple[float, float]:
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

    @staticmethod
    def _beneath(a: Place, b: Place, below: float, beside: float, side: float) -> Iterator[Try]:
        """Straight down, or around at either side."""
        y1, y2, x = 2 * a[0] + 1, 2 * b[0] + 1, 2 * a[1] + 1
        yield below, lambda: ((), ((x, y1, y2),))
        around = beside + side + 2 * BEND
        yield around, lambda: (((y1, x, x + 1), (y2, x, x + 1)), ((x + 1, y1, y2),))
        yield around, lambda: (((y1, x - 1, x), (y2, x - 1, x)), ((x - 1, y1, y2),))

    @staticmethod
    def _bent(a: Place, b: Place, below: float, beside: float, side: float) -> Iterator[Try]:
        """One bend, or two by way of a channel next to either box."""
        y1, x1, y2, x2 = 2 * a[0] + 1, 2 * a[1] + 1, 2 * b[0] + 1, 2 * b[1] + 1
        lo, hi = min(x1, x2), max(x1, x2)
        step = 1 if x2 > x1 else -1
        yield beside + BEND, lambda: (((y1, lo, hi),), ((x2, y1, y2),))
        yield below + side + BEND, lambda: (((y2, lo, hi),), ((x1, y1, y2),))
        twice = below + 2 * BEND
        yield twice, lambda: (((y2 - 1, lo, hi),), ((x1, y1, y2 - 1), (x2, y2 - 1, y2)))
        yield twice, lambda: (((y1 + 1, lo, hi),), ((x1, y1, y1 + 1), (x2, y1 + 1, y2)))
        twice = beside + side + 2 * BEND
        yield twice, lambda: _stepped(y1, x1, y2, x2, x1 + step)
        yield twice, lambda: _stepped(y1, x1, y2, x2, x2 - step)

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
                for x in range(x1 | 1, x2 + 1, 2):
                    ends += (row, x >> 1) in taken
        for x, y1, y2 in down:
            if x & 1:
                slot = x >> 1
                for y in range(y1 | 1, y2 + 1, 2):
                    ends += (y >> 1, slot) in taken
        return ends <= 2


def _stepped(y1: int, x1: int, y2: int, x2: int, x: int) -> Way:
    """Level to channel `x`, upright there, level on."""
    first, second = (min(x1, x), max(x1, x)), (min(x, x2), max(x, x2))
    return ((y1, *first), (y2, *second)), ((x, min(y1, y2), max(y1, y2)),)
