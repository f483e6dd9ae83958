"""Which lines run where on the lattice, and what one more would disturb."""

import itertools

from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.placement.flow import Flow, Link
from powerlist.views.diagrams.routing.lattice import Lattice, Way

Cell = tuple[int, int]

NEVER = 1e9
SIDEWAYS = (Way.LEFT, Way.RIGHT)
_SAME_SIDE = 9.0
_SAME_SIDE_DECISION = 30.0


class Traffic:
    """The ways laid so far, counted cell by cell and side by side."""

    def __init__(self, flow: Flow, lattice: Lattice) -> None:
        self.flow, self.lattice = flow, lattice
        size = lattice.width * lattice.height
        self.through = [[0] * size, [0] * size]  # upright, level lines straight through a cell
        self.present = [[0] * size, [0] * size]  # upright, level lines anywhere in a cell
        self.sides: list[list[int]] = [[0] * len(flow.lanes) for _ in range(4)]  # DOWN: the lower side
        self.ways: dict[int, list[Cell]] = {}

    def lay(self, link: Link, way: list[Cell]) -> None:
        """Add a way."""
        self.ways[link.index] = way
        self._count(link, way, 1)

    def lift(self, link: Link) -> None:
        """Take it away again."""
        way = self.ways.pop(link.index, None)
        if way:
            self._count(link, way, -1)

    def disturbed(self, link: Link) -> bool:
        """True if the link crosses, or runs beside, another one."""
        way = self.ways[link.index]
        for before, (x, y) in itertools.pairwise(way[:-1]):
            cell, level = y * self.lattice.width + x, before[1] == y
            if self.through[not level][cell] or self.present[level][cell] > 1:
                return True
        ends = self.sides[heading(way[0], way[1])][link.source]
        return ends > 1 or self.sides[3 - heading(way[-2], way[-1])][link.target] > 1

    def corners(self, link: Link) -> tuple[Cell, ...]:
        """The cells where the way turns, its ends included."""
        way = self.ways[link.index]
        turns = (b for a, b, c in zip(way, way[1:], way[2:], strict=False) if heading(a, b) != heading(b, c))
        return (way[0], *turns, way[-1])

    def exit(self, link: Link, way: int) -> float:
        """What it costs to leave the source in a direction."""
        shape, node = self.flow.shapes[link.source], link.source
        if way == Way.UP or (shape is Shape.PARALLEL and way != Way.DOWN):
            return NEVER
        cost = self._shared(node, way, shape)
        if link.back:
            return cost + (6.0 if way == Way.DOWN else 0.0)
        if shape is Shape.DECISION:
            if self.flow.main[node] == link.index:
                return cost + (0.0 if way == Way.DOWN else 20.0 if link.arrow.favourable else 5.0)
            return cost + (9.0 if way == Way.DOWN else 0.0)
        return cost + (0.0 if way == Way.DOWN else 0.5)

    def entry(self, link: Link, way: int) -> float:
        """What it costs to enter the target in a direction."""
        shape, node = self.flow.shapes[link.target], link.target
        if way == Way.UP or (shape is Shape.PARALLEL and way != Way.DOWN):
            return NEVER
        cost = self._shared(node, 3 - way, shape)
        if link.back:
            return cost + (1.0 if way == Way.DOWN else 0.0)
        return cost + (0.0 if way == Way.DOWN else 1.0)

    def _shared(self, node: int, side: int, shape: Shape) -> float:
        if shape is Shape.PARALLEL:
            return 0.0
        used = self.sides[side][node]
        return used * (_SAME_SIDE_DECISION if shape is Shape.DECISION else _SAME_SIDE)

    def _count(self, link: Link, way: list[Cell], by: int) -> None:
        width = self.lattice.width
        ways = [heading(a, b) for a, b in itertools.pairwise(way)]
        self.sides[ways[0]][link.source] += by
        self.sides[3 - ways[-1]][link.target] += by
        for (x, y), came, goes in zip(way, (-1, *ways), (*ways, -1), strict=True):
            cell = y * width + x
            for level in {w in SIDEWAYS for w in (came, goes) if w >= 0}:
                self.present[level][cell] += by
            if came == goes:
                self.through[came in SIDEWAYS][cell] += by


def heading(a: Cell, b: Cell) -> int:
    """The direction from one cell to the next."""
    if a[0] == b[0]:
        return Way.DOWN if b[1] > a[1] else Way.UP
    return Way.RIGHT if b[0] > a[0] else Way.LEFT
