"""A sheet: the coordinates of boxes and lines while they are worked out."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from math import hypot

from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.drawing import Point, Rect
from powerlist.views.diagrams.placement.grid import Grid
from powerlist.views.diagrams.routing.lattice import Lattice
from powerlist.views.diagrams.routing.outline import level_limit, meet, side_limit, size_for
from powerlist.views.diagrams.routing.runs import Run, RunKey
from powerlist.views.diagrams.routing.spacing import EASY, LABEL_HEIGHT, PORT_APART, Spacing
from powerlist.views.diagrams.routing.tracks import LINE_GAP, PORT_GAP
from powerlist.views.diagrams.sizing import Box


@dataclass(slots=True)
class Wishes:
    """Room that labels asked for: points by lattice channel and side, and links whose port stands clear."""

    after: dict[int, float] = field(default_factory=dict)  # right of the column at lattice x
    before: dict[int, float] = field(default_factory=dict)  # left of it
    beneath: dict[int, float] = field(default_factory=dict)  # below the row at lattice y
    half: dict[int, float] = field(default_factory=dict)  # half width of the column at lattice x
    clear: dict[int, float] = field(default_factory=dict)  # by link


@dataclass(slots=True)
class Sheet:
    """Coordinates being worked out; `at[run.key]` is the y of a level run, the x of an upright one."""

    boxes: list[Box]
    grid: Grid
    lattice: Lattice
    runs: Sequence[Sequence[Run]]
    lane_widths: Sequence[float]
    top: float
    spacing: Spacing = EASY
    wishes: Wishes = field(default_factory=Wishes)
    at: dict[RunKey, float] = field(default_factory=dict)
    row_spans: list[tuple[float, float]] = field(default_factory=list)
    lane_spans: list[tuple[float, float]] = field(default_factory=list)
    row_at: list[float] = field(default_factory=list)
    column_at: list[float] = field(default_factory=list)
    bottom: float = 0.0
    lines: dict[bool, dict[int, list[Run]]] = field(default_factory=dict)
    ways: dict[int, list[Point]] = field(default_factory=dict)  # by link, since the sheet last changed

    def centre(self, node: int) -> Point:
        """The middle of a box."""
        return Point(self.column_at[self.grid.column[node]], self.row_at[self.grid.row[node]])

    def rect(self, node: int) -> Rect:
        """The outline's bounds."""
        box, centre = self.boxes[node], self.centre(node)
        return Rect(centre.x - box.width / 2, centre.y - box.height / 2, box.width, box.height)

    def points(self, link: int) -> list[Point]:
        """The corners of a link, its ends on the outlines."""
        found = self.ways.get(link)
        if found is None:
            found = self.ways[link] = self._points(link)
        return found

    def _points(self, link: int) -> list[Point]:
        runs = self.runs[link]
        first, last = runs[0], runs[-1]
        corners = [self._corner(a, b) for a, b in pairwise(runs)]
        start = self._end(first, first.link.source, corners[0] if corners else self.centre(first.link.target))
        end = self._end(last, last.link.target, corners[-1] if corners else self.centre(last.link.source))
        return [start, *corners, end]

    def _corner(self, a: Run, b: Run) -> Point:
        level, upright = (a, b) if a.level else (b, a)
        return Point(self.at[upright.key], self.at[level.key])

    def _end(self, run: Run, node: int, other: Point) -> Point:
        at = self.at[run.key]
        through = Point(other.x, at) if run.level else Point(at, other.y)
        return meet(self.boxes[node].node.shape, self.rect(node), through, run.level)

    def spread_ports(self) -> bool:
        """Enlarge decisions whose lines meet them closer than a reader can tell; True if there were any."""
        ends: dict[int, list[Point]] = defaultdict(list)
        for runs in self.runs:
            points, link = self.points(runs[0].link.index), runs[0].link
            ends[link.source].append(points[0])
            ends[link.target].append(points[-1])
        tight = [
            node
            for node, at in ends.items()
            if self.boxes[node].node.shape is Shape.DECISION
            and any(hypot(p.x - q.x, p.y - q.y) < PORT_APART for p, q in combinations(at, 2))
        ]
        if tight:
            self.ways = {}
        for node in tight:
            box = self.boxes[node]
            self.boxes[node] = box.grown(box.width * 1.2, box.height * 1.2)
        return bool(tight)

    def rect_y(self, node: int, side: int) -> float:
        """The y of a box's lower (+1) or upper (-1) side."""
        return self.row_at[self.grid.row[node]] + side * self.boxes[node].height / 2

    def lines_of(self, level: bool) -> dict[int, list[Run]]:
        """The level (or upright) runs by lattice line."""
        if level not in self.lines:
            lines: dict[int, list[Run]] = defaultdict(list)
            for runs in self.runs:
                for run in runs:
                    if run.level is level:
                        lines[run.line].append(run)
            self.lines[level] = dict(sorted(lines.items()))
        return self.lines[level]

    def room(self, a: Run, b: Run) -> float:
        """How far apart two runs of one row or column of boxes must lie."""
        gap = PORT_GAP if any(node in b.nodes for node in a.nodes) else LINE_GAP
        if a.level:
            return max(gap, LABEL_HEIGHT + 4)
        clear = [self.wishes.clear.get(r.link.index, 0.0) for r in (a, b) if r.part == 0]
        return max([gap, *clear])

    def limit(self, run: Run) -> float:
        """How far off the middle a run may meet the boxes at its ends."""
        if not run.nodes:
            return 1e6
        limit: Callable[[Shape, float, float], float] = side_limit if run.level else level_limit
        sizes = [self.boxes[n] for n in run.nodes]
        return min([limit(b.node.shape, b.width, b.height) for b in sizes])

    def grow_boxes(self, offsets: Mapping[RunKey, float], level: bool) -> None:
        """Let boxes grow to the lines that meet them off the middle."""
        for runs in self.runs:
            for run in runs:
                if run.level is not level or not run.nodes:
                    continue
                off = abs(offsets.get(run.key, 0.0))
                if off <= self.limit(run):
                    continue
                for node in run.nodes:
                    box = self.boxes[node]
                    size = size_for(box.node.shape, *((off, 0.0) if level else (0.0, off)), box.height)
                    self.boxes[node] = box.grown(size[0] if not level else 0.0, size[1] if level else 0.0)
