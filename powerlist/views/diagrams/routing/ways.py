"""The cheapest way of every arrow over the lattice: A* with prices for length, bends, crossings, crowds."""

import heapq
import itertools
from collections.abc import Sequence

from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.placement.flow import Flow, Link
from powerlist.views.diagrams.routing.lattice import Lattice, Way

Cell = tuple[int, int]

BEND = 8.0
CROSSING = 45.0
CROWD_CHANNEL = 1.0
CROWD_BOXES = 6.0  # beside another line in a row or column of boxes
SAME_SIDE = 9.0
SAME_SIDE_DECISION = 30.0
STEP_CHANNEL = 1.0
STEP_BOXES = 2.0
NEVER = 1e9

_DX = (0, -1, 1, 0)
_DY = (1, 0, 0, -1)
_SIDEWAYS = (Way.LEFT, Way.RIGHT)


def route(flow: Flow, lattice: Lattice, rounds: int = 2) -> tuple[tuple[Cell, ...], ...]:
    """The corner cells of every link, ends included; later rounds route each again knowing the others."""
    router = _Router(flow, lattice)
    links = sorted(flow.links, key=lambda k: (k.back, _span(lattice, k), k.index))
    for turn in range(rounds):
        for link in links:
            if turn and not router.disturbed(link):
                continue
            router.lift(link)
            router.lay(link, router.find(link))
    return tuple(router.corners(link) for link in flow.links)


def _span(lattice: Lattice, link: Link) -> int:
    (x1, y1), (x2, y2) = lattice.cells[link.source], lattice.cells[link.target]
    return abs(x1 - x2) + abs(y1 - y2) + (8 if x1 != x2 and y1 != y2 else 0)


class _Router:
    def __init__(self, flow: Flow, lattice: Lattice) -> None:
        self.flow, self.lattice = flow, lattice
        size = lattice.width * lattice.height
        self.through = [[0] * size, [0] * size]  # upright, level lines straight through a cell
        self.present = [[0] * size, [0] * size]  # upright, level lines anywhere in a cell
        self.sides: list[list[int]] = [[0] * len(flow.lanes) for _ in range(4)]  # DOWN: the lower side
        self.ways: dict[int, list[Cell]] = {}
        self.wx = [STEP_BOXES if c >= 0 else STEP_CHANNEL for c in lattice.column_of]
        self.wy = [STEP_BOXES if y & 1 else STEP_CHANNEL for y in range(lattice.height)]
        self.px = _prefix(self.wx)
        self.py = _prefix(self.wy)

    def lay(self, link: Link, way: list[Cell]) -> None:
        self.ways[link.index] = way
        self._count(link, way, 1)

    def lift(self, link: Link) -> None:
        way = self.ways.pop(link.index, None)
        if way:
            self._count(link, way, -1)

    def _count(self, link: Link, way: list[Cell], by: int) -> None:
        width = self.lattice.width
        ways = [_heading(a, b) for a, b in itertools.pairwise(way)]
        self.sides[ways[0]][link.source] += by
        self.sides[3 - ways[-1]][link.target] += by
        for i, (x, y) in enumerate(way):
            cell = y * width + x
            came = ways[i - 1] if i else None
            goes = ways[i] if i < len(ways) else None
            for way_ in {came, goes} - {None}:
                self.present[way_ in _SIDEWAYS][cell] += by
            if came == goes and came is not None:
                self.through[came in _SIDEWAYS][cell] += by

    def disturbed(self, link: Link) -> bool:
        """True if the link crosses, or runs beside, another one."""
        width = self.lattice.width
        way = self.ways[link.index]
        for i in range(1, len(way) - 1):
            (x, y) = way[i]
            cell = y * width + x
            level = way[i - 1][1] == y
            if self.through[not level][cell] or self.present[level][cell] > 1:
                return True
        ends = self.sides[_heading(way[0], way[1])][link.source]
        return ends > 1 or self.sides[3 - _heading(way[-2], way[-1])][link.target] > 1

    def corners(self, link: Link) -> tuple[Cell, ...]:
        way = self.ways[link.index]
        kept = [way[0]]
        for a, b, c in zip(way, way[1:], way[2:], strict=False):
            if _heading(a, b) != _heading(b, c):
                kept.append(b)
        return (*kept, way[-1])

    def _exit(self, link: Link, way: int) -> float:
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

    def _entry(self, link: Link, way: int) -> float:
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
        return used * (SAME_SIDE_DECISION if shape is Shape.DECISION else SAME_SIDE)

    def find(self, link: Link) -> list[Cell]:
        """A* over (cell, heading); forward links never go up while there is any other way."""
        way = self._find(link, rising=link.back) or self._find(link, rising=True)
        assert way, f"arrow {link.arrow.id} is walled in"
        return way

    def _find(self, link: Link, rising: bool) -> list[Cell]:
        lattice = self.lattice
        width, height = lattice.width, lattice.height
        sx, sy = lattice.cells[link.source]
        tx, ty = lattice.cells[link.target]
        goal = ty * width + tx
        node_at, px, py = lattice.node_at, self.px, self.py
        headings = range(4) if rising else range(3)
        exits = [self._exit(link, way) for way in range(4)]
        entries = [self._entry(link, way) for way in range(4)]
        heap: list[tuple[float, float, int, int]] = []
        best: dict[int, float] = {}
        parent: dict[int, int] = {}
        heap.append((0.0, 0.0, sy * width + sx, -1))
        while heap:
            _, cost, cell, heading = heapq.heappop(heap)
            state = cell * 4 + heading if heading >= 0 else -1
            if heading >= 0:
                if cost > best[state]:
                    continue
                if cell == goal:
                    return self._traced(parent, state, sy * width + sx)
            y, x = divmod(cell, width)
            for way in headings:
                if heading >= 0 and way == 3 - heading:
                    continue
                nx, ny = x + _DX[way], y + _DY[way]
                if not (0 <= nx < width and 0 <= ny < height):
                    continue
                if not rising and ny > ty:
                    continue
                there = ny * width + nx
                if there != goal and node_at[there] >= 0:
                    continue
                step = abs(px[nx] - px[x]) + abs(py[ny] - py[y])
                if heading < 0:
                    step += exits[way]
                elif way != heading:
                    step += BEND
                else:
                    step += CROSSING * self.through[way not in _SIDEWAYS][cell]
                if there == goal:
                    step += entries[way]
                else:
                    boxes = lattice.column_of[nx] >= 0 if way in (0, 3) else ny & 1
                    crowd = CROWD_BOXES if boxes else CROWD_CHANNEL
                    step += crowd * self.present[way in _SIDEWAYS][there]
                total = cost + step
                key = there * 4 + way
                if total < best.get(key, NEVER):
                    best[key] = total
                    parent[key] = state
                    ahead = abs(px[tx] - px[nx]) + abs(py[ty] - py[ny])
                    if there != goal and nx != tx and ny != ty:
                        ahead += BEND
                    heapq.heappush(heap, (total + ahead, total, there, way))
        return []

    def _traced(self, parent: dict[int, int], state: int, start: int) -> list[Cell]:
        cells = []
        while state >= 0:
            cells.append(state // 4)
            state = parent[state]
        width = self.lattice.width
        return [(cell % width, cell // width) for cell in (start, *reversed(cells))]


def _prefix(weights: Sequence[float]) -> list[float]:
    places, at = [], 0.0
    for weight in weights:
        places.append(at + weight / 2)
        at += weight
    return places


def _heading(a: Cell, b: Cell) -> int:
    if a[0] == b[0]:
        return Way.DOWN if b[1] > a[1] else Way.UP
    return Way.RIGHT if b[0] > a[0] else Way.LEFT
