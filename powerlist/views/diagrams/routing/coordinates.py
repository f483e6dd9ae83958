"""From tracks to points: rows and columns grow to what their boxes, tracks and labels need."""

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
from powerlist.views.diagrams.routing.runs import Run
from powerlist.views.diagrams.routing.tracks import (
    LINE_GAP,
    PORT_GAP,
    Bundle,
    RunKey,
    Spread,
    channel_tracks,
    key,
)
from powerlist.views.diagrams.sizing import LABEL_SIZE, Box
from powerlist.views.diagrams.text_size import LINE_HEIGHT, text_width

TRACK = 9.0
GAP = 15.0  # between rows without a track: an arrow with its tip
EDGE = 10.0
HEAD = 12.0  # from the last track to a box: a bend and a tip
ASIDE = 7.0
LABEL_HEIGHT = LABEL_SIZE * LINE_HEIGHT
SWEEPS = 2
PORT_APART = 16.0


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
    """Coordinates being worked out; `at[key(run)]` is the y of a level run, the x of an upright one."""

    boxes: list[Box]
    grid: Grid
    lattice: Lattice
    runs: Sequence[Sequence[Run]]
    lane_widths: Sequence[float]
    top: float
    wishes: Wishes = field(default_factory=Wishes)
    at: dict[RunKey, float] = field(default_factory=dict)
    row_spans: list[tuple[float, float]] = field(default_factory=list)
    lane_spans: list[tuple[float, float]] = field(default_factory=list)
    row_at: list[float] = field(default_factory=list)
    column_at: list[float] = field(default_factory=list)
    bottom: float = 0.0

    def settle(self) -> None:
        """Work out everything; rows first, since columns can then use the true heights."""
        for _ in range(SWEEPS):
            self._settle_rows()
            self._settle_columns()

    def centre(self, node: int) -> Point:
        """The middle of a box."""
        return Point(self.column_at[self.grid.column[node]], self.row_at[self.grid.row[node]])

    def rect(self, node: int) -> Rect:
        """The outline's bounds."""
        box, centre = self.boxes[node], self.centre(node)
        return Rect(centre.x - box.width / 2, centre.y - box.height / 2, box.width, box.height)

    def points(self, link: int) -> list[Point]:
        """The corners of a link, its ends on the outlines."""
        runs = self.runs[link]
        first, last = runs[0], runs[-1]
        corners = [self._corner(a, b) for a, b in pairwise(runs)]
        start = self._end(first, first.link.source, corners[0] if corners else self.centre(first.link.target))
        end = self._end(last, last.link.target, corners[-1] if corners else self.centre(last.link.source))
        return [start, *corners, end]

    def _corner(self, a: Run, b: Run) -> Point:
        level, upright = (a, b) if a.level else (b, a)
        return Point(self.at[key(upright)], self.at[key(level)])

    def _end(self, run: Run, node: int, other: Point) -> Point:
        at = self.at[key(run)]
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
        for node in tight:
            box = self.boxes[node]
            self.boxes[node] = box.grown(box.width * 1.2, box.height * 1.2)
        return bool(tight)

    # rows

    def _settle_rows(self) -> None:
        lines = self._lines(level=True)
        spread = {key(r): self._level_spread(r) for runs in lines.values() for r in runs}
        offsets: dict[RunKey, float] = {}
        tracks: dict[RunKey, int] = {}
        for line, runs in lines.items():
            if line & 1:
                offsets |= Bundle(runs, _share_cells, spread, self._room, self._limit).offsets()
            else:
                tracks |= channel_tracks(runs, _share_cells, spread)
        self._grow_boxes(offsets, level=True)
        self._place_rows(lines, offsets, tracks)

    def _place_rows(
        self,
        lines: Mapping[int, Sequence[Run]],
        offsets: Mapping[RunKey, float],
        tracks: Mapping[RunKey, int],
    ) -> None:
        self.row_at, self.row_spans = [], []
        y = self.top
        for line in range(self.lattice.height):
            runs = lines.get(line, ())
            if line & 1:
                above, below = self._row_halves((line - 1) // 2, [offsets[key(r)] for r in runs])
                self.row_at.append(y + above)
                self.row_spans.append((y, y + above + below))
                for run in runs:
                    self.at[key(run)] = y + above + offsets[key(run)]
                y += above + below
                continue
            outer = line in (0, self.lattice.height - 1)
            lead = max(ASIDE, self.wishes.beneath.get(line - 1, 0.0))
            count = max((tracks[key(r)] + 1 for r in runs), default=0)
            for run in runs:
                self.at[key(run)] = y + lead + TRACK * tracks[key(run)]
            if count:
                y += lead + TRACK * (count - 1) + (EDGE if line and outer else HEAD)
            else:
                y += EDGE if outer else max(GAP, lead + 3)
        self.bottom = y

    def _row_halves(self, row: int, offsets: Sequence[float]) -> tuple[float, float]:
        nodes = self.grid.nodes_of_row(row)
        half = max(max(self.boxes[n].height, _lines_height(self.boxes[n])) / 2 for n in nodes)
        above = max([half, *(7 - off for off in offsets)])
        below = max([half, *(off + 7 for off in offsets)])
        short = sum(self.boxes[n].node.note_height for n in nodes) - above - below
        spare = max(0.0, short) / 2
        return above + spare, below + spare

    def _level_spread(self, run: Run) -> Spread:
        if not self.column_at:
            return run.low, run.high
        low = self.at[key(run.low_next)] if run.low_next else self.centre(run.low_node).x
        high = self.at[key(run.high_next)] if run.high_next else self.centre(run.high_node).x
        return low, high

    # columns

    def _settle_columns(self) -> None:
        lines = self._lines(level=False)
        spread = {key(r): self._upright_spread(r) for runs in lines.values() for r in runs}

        def meets(a: Run, b: Run) -> bool:
            if any(n >= 0 and n == m for n, m in ((a.high_node, b.low_node), (b.high_node, a.low_node))):
                return False  # one ends above a box, the other begins below it
            (low, high), (first, last) = spread[key(a)], spread[key(b)]
            return low < last + 8 and first < high + 8

        offsets: dict[RunKey, float] = {}
        tracks: dict[RunKey, int] = {}
        for line, runs in lines.items():
            if self.lattice.column_of[line] >= 0:
                offsets |= Bundle(runs, meets, spread, self._room, self._limit).offsets()
            else:
                tracks |= channel_tracks(runs, meets, spread)
        self._grow_boxes(offsets, level=False)
        self._place_columns(lines, offsets, tracks)

    def _upright_spread(self, run: Run) -> Spread:
        low = self.at[key(run.low_next)] if run.low_next else self.rect_y(run.low_node, 1)
        high = self.at[key(run.high_next)] if run.high_next else self.rect_y(run.high_node, -1)
        return low, high

    def rect_y(self, node: int, side: int) -> float:
        """The y of a box's lower (+1) or upper (-1) side."""
        return self.row_at[self.grid.row[node]] + side * self.boxes[node].height / 2

    def _place_columns(
        self,
        lines: Mapping[int, Sequence[Run]],
        offsets: Mapping[RunKey, float],
        tracks: Mapping[RunKey, int],
    ) -> None:
        halves = {x: self._column_halves(x, lines.get(x, ()), offsets) for x in self.lattice.x_of}
        counts = [
            max((tracks.get(key(r), 0) + 1 for r in lines.get(x, ())), default=0)
            for x in range(self.lattice.width)
        ]
        x_at, self.column_at, self.lane_spans = EDGE, [], []
        for lane in range(len(self.lane_widths)):
            start = x_at
            mine = [x for x in range(self.lattice.width) if self.lattice.lane_of[x] == lane]
            spans = [self._span(x, halves, counts[x]) for x in mine]
            spare = max(0.0, self.lane_widths[lane] - sum(width for _, width in spans))
            x_at += spare / 2
            for x, (lead, width) in zip(mine, spans, strict=True):
                column = self.lattice.column_of[x]
                if column >= 0:
                    self.column_at.append(x_at + lead)
                for run in lines.get(x, ()):
                    step = offsets[key(run)] if column >= 0 else TRACK * tracks[key(run)]
                    self.at[key(run)] = x_at + lead + step
                x_at += width
            x_at += spare / 2
            self.lane_spans.append((start, x_at))

    def _span(self, x: int, halves: Mapping[int, tuple[float, float]], count: int) -> tuple[float, float]:
        """From its left side to its first track (or middle), and the whole width."""
        if x in halves:
            return halves[x][0], sum(halves[x])
        left, right = x - 1 in halves, x + 1 in halves
        lead = max(ASIDE if not left else HEAD if count else ASIDE, self.wishes.after.get(x - 1, 0.0))
        tail = max(ASIDE if not right else HEAD if count else ASIDE, self.wishes.before.get(x + 1, 0.0))
        return lead, lead + tail + TRACK * (count - 1) if count else max(lead + tail, 0.0)

    def _column_halves(
        self, x: int, runs: Sequence[Run], offsets: Mapping[RunKey, float]
    ) -> tuple[float, float]:
        column = self.lattice.column_of[x]
        boxes = [b for b, c in zip(self.boxes, self.grid.column, strict=True) if c == column]
        half = max([20.0, self.wishes.half.get(x, 0.0), *(b.width / 2 for b in boxes)])
        beside = [b.width / 2 + 9 + max(k.width for k in b.lines) for b in boxes if b.is_bar and b.lines]
        offs = [offsets[key(run)] for run in runs]
        return max([half, *(8 - off for off in offs)]), max([half, *beside, *(off + 8 for off in offs)])

    # both

    def _lines(self, level: bool) -> dict[int, list[Run]]:
        lines: dict[int, list[Run]] = defaultdict(list)
        for runs in self.runs:
            for run in runs:
                if run.level is level:
                    lines[run.line].append(run)
        return dict(sorted(lines.items()))

    def _room(self, a: Run, b: Run) -> float:
        gap = PORT_GAP if set(a.nodes) & set(b.nodes) else LINE_GAP
        clear = [self.wishes.clear.get(r.link.index, 0.0) for r in (a, b) if r.part == 0]
        return max([gap, *clear]) if not a.level else max(gap, LABEL_HEIGHT + 4)

    def _limit(self, run: Run) -> float:
        limit: Callable[[Shape, float, float], float] = side_limit if run.level else level_limit
        sizes = [self.boxes[n] for n in run.nodes]
        return min((limit(b.node.shape, b.width, b.height) for b in sizes), default=1e6)

    def _grow_boxes(self, offsets: Mapping[RunKey, float], level: bool) -> None:
        for runs in self.runs:
            for run in runs:
                off = abs(offsets.get(key(run), 0.0))
                if run.level is not level or off <= self._limit(run):
                    continue
                for node in run.nodes:
                    box = self.boxes[node]
                    size = size_for(box.node.shape, *((off, 0.0) if level else (0.0, off)))
                    self.boxes[node] = box.grown(size[0] if not level else 0.0, size[1] if level else 0.0)


def _share_cells(a: Run, b: Run) -> bool:
    (low, high), (first, last) = a.inner, b.inner
    return low <= last and first <= high


def _lines_height(box: Box) -> float:
    return sum(line.height for line in box.lines) if box.is_bar else 0.0


def label_width(text: str) -> float:
    """Points that the label of an arrow takes."""
    return text_width(text, LABEL_SIZE)
