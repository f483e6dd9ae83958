"""The size of each box: its text measured, in one of a few widths so that a chart looks even."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt

from powerlist.views.diagrams.breaking import sensible
from powerlist.views.diagrams.chart import ChartNode, Shape
from powerlist.views.diagrams.drawing import Ink
from powerlist.views.diagrams.text_size import LINE_HEIGHT, balanced, text_width, wrap

NAME_SIZE = 10.5
DETAIL_SIZE = 9.0
LABEL_SIZE = 9.0
MARK_SIZE = 16.0
BAR_HEIGHT = 4.0
BAR_WIDTH = 110.0
_WIDTHS = (96.0, 108.0, 120.0, 144.0, 168.0, 200.0, 240.0)
_PAD = 6.0
_PAD_ABOVE = 3.5
SIDE_BAR = 6.0  # 既定处理的双边
WAVE = 8.0  # 文件的波浪底边
_MARK_GAP = 3.0
_MARK_STEP = MARK_SIZE + 1
_AIR_BESIDE = 5.0  # between a bar and what stands beside it
_OBLONG = 16.0  # a terminator is at least so much wider than high
_UNBROKEN = 3  # so many of the widths are tried without a break
_MAX_LINES = 2
_MIN_HEIGHT = 26.0
_MIN_DIAMOND = 40
_SPARE = {Shape.SUBPROCESS: 2 * SIDE_BAR, Shape.TERMINATOR: 8.0}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in its type."""

    text: str
    size: float
    ink: Ink

    @property
    def width(self) -> float:
        """Points."""
        return text_width(self.text, self.size)

    @property
    def height(self) -> float:
        """Points."""
        return self.size * LINE_HEIGHT


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its size and lines; nothing of it has a place yet."""

    node: ChartNode
    width: float
    height: float
    lines: tuple[Line, ...]

    @property
    def is_bar(self) -> bool:
        """True for parallel bars, whose name stands beside them."""
        return self.node.shape is Shape.PARALLEL

    @property
    def beside(self) -> float:
        """How far to the right of a bar its name and its marks reach."""
        if not self.is_bar or not (self.lines or self.node.marks):
            return 0.0
        return 2 * _AIR_BESIDE + max((line.width for line in self.lines), default=0.0) + strip(self.node)

    @property
    def beside_height(self) -> float:
        """How high they are."""
        return max(height_of(self.lines), marks_height(self.node)) if self.is_bar else 0.0

    def grown(self, width: float, height: float) -> "Box":
        """A copy that is at least so large; a terminator stays wider than high."""
        height = max(self.height, height)
        least = height + _OBLONG if self.node.shape is Shape.TERMINATOR else 0.0
        return Box(self.node, max(self.width, width, least), height, self.lines)


def box_of(node: ChartNode, narrow: bool = False) -> Box:
    """The box that `node` needs; `narrow` ones are higher, for sheets that are too wide."""
    match node.shape:
        case Shape.PARALLEL:
            lines = _lines((node.name,), (), 90.0) if node.name.strip() else ()
            return Box(node, BAR_WIDTH, BAR_HEIGHT, lines)
        case Shape.DECISION:
            return _diamond(node, narrow)
        case _:
            return _box(node, narrow)


def _box(node: ChartNode, narrow: bool) -> Box:
    spare = 2 * _PAD + strip(node) + _SPARE.get(node.shape, 0.0)
    width = _width(node, spare, 1 if narrow else _UNBROKEN)
    lines = _lines((node.name,), node.details, width - spare)
    wave = WAVE if node.shape is Shape.DOCUMENT else 0.0
    height = max(height_of(lines) + 2 * _PAD_ABOVE, marks_height(node) + _PAD)
    box = Box(node, width, max(height + wave, _MIN_HEIGHT), lines)
    return box.grown(_round_width(box), 0.0) if node.shape is Shape.TERMINATOR else box


def _round_width(box: Box) -> float:
    """The width in which every line of a terminator, and the marks, keep off its round ends."""
    tall, radius, top = height_of(box.lines), box.height / 2, -height_of(box.lines) / 2
    widths = [0.0]
    for line in box.lines:
        off = min(max(-top, top + line.height), tall / 2)
        widths.append(line.width + strip(box.node) + 2 * (round_off(radius, off) + 2))
        top += line.height
    return max(widths)


def round_off(radius: float, off: float) -> float:
    """How far a round end stays inside its box, `off` points above or below the middle."""
    return radius - sqrt(max(0.0, radius**2 - off**2))


def _width(node: ChartNode, spare: float, unbroken: int) -> float:
    """The smallest standard width in which nothing breaks, or, where that is wide, breaks once."""
    long = max(
        text_width(node.name, NAME_SIZE), max((text_width(d, DETAIL_SIZE) for d in node.details), default=0)
    )
    for width in _WIDTHS[:unbroken]:
        if long <= width - spare:
            return width
    for width in _WIDTHS[:unbroken]:
        if len(wrap(node.name, NAME_SIZE, width - spare)) <= _MAX_LINES and all(
            text_width(line, DETAIL_SIZE) <= width - spare for line in node.details
        ):
            return width
    for width in _WIDTHS:
        if len(wrap(node.name, NAME_SIZE, width - spare)) <= _MAX_LINES and all(
            len(wrap(line, DETAIL_SIZE, width - spare)) <= _MAX_LINES for line in node.details
        ):
            return width
    return _WIDTHS[-1]


def _diamond(node: ChartNode, narrow: bool) -> Box:
    """A diamond W x H holds a centred block w x h when w/W + h/H <= 1."""
    cost = _narrow_cost if narrow else _cost
    best, least = None, inf
    for room in (40.0, 56.0, 72.0, 90.0, 110.0, 140.0, 180.0, 230.0):
        lines = _lines((node.name,), node.details, room)
        inner = max(line.width for line in lines) + 2 + strip(node)
        tall = max(height_of(lines), marks_height(node)) + 1
        for height in range(_MIN_DIAMOND, int(2.5 * tall) + _MIN_DIAMOND, 4):
            if height > tall:
                width = max(96.0, 4 * -(-(inner / (1 - tall / height)) // 4))
                price = cost(width, float(height), len(lines))
                if price < least:
                    best, least = (width, float(height), lines), price
    assert best is not None
    return Box(node, *best)


def _cost(width: float, height: float, lines: int) -> float:
    """Height costs more than width: charts are long; a very wide one costs too."""
    return width + 2.2 * height + 1.5 * max(0.0, width - 132)


def _narrow_cost(width: float, height: float, lines: int) -> float:
    return 1.5 * width + 1.2 * height + (100 if lines > 3 else 0)


def _lines(names: Sequence[str], details: Sequence[str], width: float) -> tuple[Line, ...]:
    named = [Line(t, NAME_SIZE, Ink.NAME) for name in names for t in sensible(name, NAME_SIZE, width)]
    said = [Line(t, DETAIL_SIZE, Ink.DETAIL) for d in details for t in balanced(d, DETAIL_SIZE, width)]
    return tuple(named + said)


def height_of(lines: Sequence[Line]) -> float:
    """Points that the lines take one below the other."""
    return sum(line.height for line in lines)


def strip(node: ChartNode) -> float:
    """Width of the strip on the right that holds the marks."""
    return _MARK_STEP * mark_columns(node) - 1 + _MARK_GAP if node.marks else 0.0


def mark_columns(node: ChartNode) -> int:
    """Marks stand below one another in a box, side by side where there is little height."""
    if node.shape in (Shape.TERMINATOR, Shape.PARALLEL):
        return min(3, len(node.marks))
    return 1 if len(node.marks) <= 3 else 2


def marks_height(node: ChartNode) -> float:
    """Points that the marks take one below the other."""
    columns = mark_columns(node)
    return -(-len(node.marks) // columns) * _MARK_STEP - 1 if columns and node.marks else 0.0
