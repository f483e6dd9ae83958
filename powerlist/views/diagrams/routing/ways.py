"""The cheapest way of every arrow over the lattice: A* with prices for length, bends, crossings, crowds."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from powerlist.views.diagrams.placement.flow import Flow, Link
from powerlist.views.diagrams.routing.lattice import Lattice, Way
from powerlist.views.diagrams.routing.traffic import NEVER, Cell, Traffic

BEND = 8.0
CROSSING = 45.0
CROWD_CHANNEL = 1.0
CROWD_BOXES = 6.0  # beside another line in a row or column of boxes
STEP_CHANNEL = 1.0
STEP_BOXES = 2.0

_DOWN, _LEFT, _RIGHT, _UP = map(int, Way)  # plain numbers are quicker

# way, cell, length, price of a crowd, lines by cell, place of the cell, whether a box stands there
Step = tuple[int, int, float, float, list[int], float, float, bool]

Near = tuple[int, int, float, float, list[int]]  # the first five of them


def route(flow: Flow, lattice: Lattice, rounds: int = 2) -> tuple[tuple[Cell, ...], ...]:
    """The corner cells of every link, ends included; later rounds route each again knowing the others."""
    traffic = Traffic(flow, lattice)
    finder = _Finder(lattice, traffic)
    links = sorted(flow.links, key=lambda k: (k.back, _span(lattice, k), k.index))
    for turn in range(rounds):
        for link in links:
            if turn and not traffic.disturbed(link):
                continue
            traffic.lift(link)
            traffic.lay(link, finder.find(link))
    return tuple(traffic.corners(link) for link in flow.links)


def _span(lattice: Lattice, link: Link) -> int:
    (x1, y1), (x2, y2) = lattice.cells[link.source], lattice.cells[link.target]
    return abs(x1 - x2) + abs(y1 - y2) + (8 if x1 != x2 and y1 != y2 else 0)


@dataclass(slots=True)
class _Trip:
    """One search: a state is a cell and a heading, `cell * 4 + way`; the start is -1."""

    start: int
    goal: int
    end: int  # cells from here on lie below the goal's row and are not entered
    rising: bool
    entries: Sequence[float]
    x: float  # of the goal
    y: float
    heap: list[tuple[float, float, int]] = field(default_factory=list)
    best: dict[int, float] = field(default_factory=dict)
    parent: dict[int, int] = field(default_factory=dict)


class _Finder:
    def __init__(self, lattice: Lattice, traffic: Traffic) -> None:
        self.lattice, self.traffic = lattice, traffic
        self.px = _middles([STEP_BOXES if c >= 0 else STEP_CHANNEL for c in lattice.column_of])
        self.py = _middles([STEP_BOXES if y & 1 else STEP_CHANNEL for y in range(lattice.height)])
        self.crowd_x = [CROWD_BOXES if c >= 0 else CROWD_CHANNEL for c in lattice.column_of]
        self.crowd_y = [CROWD_BOXES if y & 1 else CROWD_CHANNEL for y in range(lattice.height)]
        self.known: tuple[dict[int, list[Step]], ...] = ({}, {})  # level and downward, upward too

    def _steps(self, cell: int, rising: bool) -> list[Step]:
        """The ways on from a cell, to be worked out once."""
        found = self.known[rising][cell] = [*map(self._step, self._neighbours(cell, rising))]
        return found

    def _step(self, near: Near) -> Step:
        y, x = divmod(near[1], self.lattice.width)
        return (*near, self.px[x], self.py[y], self.lattice.node_at[near[1]] >= 0)

    def _neighbours(self, cell: int, rising: bool) -> Iterator[Near]:
        width, height, px, py = self.lattice.width, self.lattice.height, self.px, self.py
        upright, level = self.traffic.present
        y, x = divmod(cell, width)
        if y + 1 < height:
            yield _DOWN, cell + width, py[y + 1] - py[y], self.crowd_x[x], upright
        if x:
            yield _LEFT, cell - 1, px[x] - px[x - 1], self.crowd_y[y], level
        if x + 1 < width:
            yield _RIGHT, cell + 1, px[x + 1] - px[x], self.crowd_y[y], level
        if y and rising:
            yield _UP, cell - width, py[y] - py[y - 1], self.crowd_x[x], upright

    def find(self, link: Link) -> list[Cell]:
        """A* over (cell, heading); forward links never go up while there is any other way."""
        way = self._find(link, rising=link.back) or self._find(link, rising=True)
        assert way, f"arrow {link.arrow.id} is walled in"
        return way

    def _find(self, link: Link, rising: bool) -> list[Cell]:
        trip = self._trip(link, rising)
        self._expand(trip, trip.start, -1, 0.0, [self.traffic.exit(link, way) for way in range(4)])
        through = self.traffic.through
        while trip.heap:
            _, cost, state = heapq.heappop(trip.heap)
            if cost > trip.best[state]:
                continue
            cell, way = state >> 2, state & 3
            if cell == trip.goal:
                return self._traced(trip, state)
            turns = [BEND] * 4
            turns[way], turns[3 - way] = CROSSING * through[way in (_DOWN, _UP)][cell], NEVER
            self._expand(trip, cell, state, cost, turns)
        return []

    def _trip(self, link: Link, rising: bool) -> _Trip:
        lattice = self.lattice
        (sx, sy), (tx, ty) = lattice.cells[link.source], lattice.cells[link.target]
        return _Trip(
            sy * lattice.width + sx,
            ty * lattice.width + tx,
            (lattice.height if rising else ty + 1) * lattice.width,
            rising,
            [self.traffic.entry(link, way) for way in range(4)],
            self.px[tx],
            self.py[ty],
        )

    def _expand(self, trip: _Trip, cell: int, state: int, cost: float, turns: Sequence[float]) -> None:
        """Offer the neighbours of a cell; `turns`: what it costs to go on in each direction."""
        best, heap, goal, end, goal_x, goal_y = trip.best, trip.heap, trip.goal, trip.end, trip.x, trip.y
        steps = self.known[trip.rising].get(cell) or self._steps(cell, trip.rising)
        for way, there, length, crowd, lines, x, y, taken in steps:
            if there == goal:
                total = cost + length + turns[way] + trip.entries[way]
            elif taken or there >= end:
                continue
            else:
                total = cost + length + turns[way] + crowd * lines[there]
            key = there * 4 + way
            if total < best.get(key, NEVER):
                best[key], trip.parent[key] = total, state
                aside, below = abs(x - goal_x), abs(y - goal_y)
                ahead = aside + below + BEND if aside and below else aside + below
                heapq.heappush(heap, (total + ahead, total, key))

    def _traced(self, trip: _Trip, state: int) -> list[Cell]:
        cells = [trip.start]
        while state >= 0:
            cells.insert(1, state >> 2)
            state = trip.parent[state]
        return [divmod(cell, self.lattice.width)[::-1] for cell in cells]


def _middles(weights: Sequence[float]) -> list[float]:
    """The middles of stretches so long, one after the other."""
    places, at = [], 0.0
    for weight in weights:
        places.append(at + weight / 2)
        at += weight
    return places
