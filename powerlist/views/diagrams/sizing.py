"""The size of each box: its text measured, in one of a few widths so that a chart looks even."""

from collections.abc import Sequence
from dataclasses import dataclass

from powerlist.views.diagrams.breaking import sensible
from powerlist.views.diagrams.chart import ChartNode, Shape
from powerlist.views.diagrams.drawing import Ink, PlacedMark, PlacedNode, PlacedText, Point, Rect
from powerlist.views.diagrams.text_size import LINE_HEIGHT, balanced, text_width, wrap

NAME_SIZE = 10.5
DETAIL_SIZE = 8.5
LABEL_SIZE = 8.5
MARK_SIZE = 16.0
BAR_HEIGHT = 4.0
BAR_WIDTH = 110.0
_WIDTHS = (96.0, 108.0, 120.0, 144.0, 168.0, 200.0, 240.0)
_PAD = 6.0
_PAD_ABOVE = 3.5
_SIDE_BAR = 6.0  # 既定处理的双边
_WAVE = 8.0  # 文件的波浪底边
_MARK_GAP = 3.0
_UNBROKEN = 3  # so many of the widths are tried without a break
_MAX_LINES = 2
_MIN_HEIGHT = 26.0
_MIN_DIAMOND = 40


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

    def grown(self, width: float, height: float) -> "Box":
        """A copy that is at least so large."""
        return Box(self.node, max(self.width, width), max(self.height, height), self.lines)


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
    spare = 2 * _PAD + _strip(node) + (2 * _SIDE_BAR if node.shape is Shape.SUBPROCESS else 0.0)
    spare += 8.0 if node.shape is Shape.TERMINATOR else 0.0
    width = _width(node, spare, 1 if narrow else _UNBROKEN)
    lines = _lines((node.name,), node.details, width - spare)
    height = _height(lines) + 2 * _PAD_ABOVE + (_WAVE if node.shape is Shape.DOCUMENT else 0.0)
    return Box(node, width, max(height, _MIN_HEIGHT, _marks_height(node) + _PAD), lines)


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
    shapes = []
    for room in (40.0, 56.0, 72.0, 90.0, 110.0, 140.0, 180.0, 230.0):
        lines = _lines((node.name,), node.details, room)
        inner = max(line.width for line in lines) + 2 + _strip(node)
        tall = max(_height(lines), _marks_height(node)) + 1
        for height in range(_MIN_DIAMOND, int(2.5 * tall) + _MIN_DIAMOND, 4):
            if height > tall:
                width = max(96.0, 4 * -(-(inner / (1 - tall / height)) // 4))
                shapes.append(Box(node, width, float(height), lines))
    return min(shapes, key=_narrow_cost if narrow else _cost)


def _cost(box: Box) -> float:
    """Height costs more than width: charts are long; a very wide one costs too."""
    return box.width + 2.2 * box.height + 1.5 * max(0.0, box.width - 132)


def _narrow_cost(box: Box) -> float:
    return 1.5 * box.width + 1.2 * box.height + (100 if len(box.lines) > 3 else 0)


def _lines(names: Sequence[str], details: Sequence[str], width: float) -> tuple[Line, ...]:
    named = [Line(t, NAME_SIZE, Ink.NAME) for name in names for t in sensible(name, NAME_SIZE, width)]
    said = [Line(t, DETAIL_SIZE, Ink.DETAIL) for d in details for t in balanced(d, DETAIL_SIZE, width)]
    return tuple(named + said)


def _height(lines: Sequence[Line]) -> float:
    return sum(line.height for line in lines)


def _strip(node: ChartNode) -> float:
    """Width of the strip on the right that holds the marks."""
    return MARK_SIZE * _columns(node) + _MARK_GAP if node.marks else 0.0


def _columns(node: ChartNode) -> int:
    return 1 if len(node.marks) <= 3 else 2


def _marks_height(node: ChartNode) -> float:
    rows = -(-len(node.marks) // _columns(node))
    return rows * (MARK_SIZE + 1) - 1 if rows else 0.0


def placed(box: Box, centre: Point) -> PlacedNode:
    """The box with its text and marks around `centre`."""
    rect = Rect(centre.x - box.width / 2, centre.y - box.height / 2, box.width, box.height)
    node = box.node
    texts = _bar_texts(box, rect) if box.is_bar else _inner_texts(box, rect)
    return PlacedNode(node.id, node.lane, node.shape, rect, texts, _placed_marks(box, rect), node.finding)


def _inner_texts(box: Box, rect: Rect) -> tuple[PlacedText, ...]:
    strip = _strip(box.node)
    middle = rect.x + (box.width - strip) / 2
    wave = _WAVE if box.node.shape is Shape.DOCUMENT else 0.0
    return _stacked(box.lines, middle, rect.y + (rect.height - wave - _height(box.lines)) / 2)


def _stacked(lines: Sequence[Line], middle: float, top: float) -> tuple[PlacedText, ...]:
    texts = []
    for line in lines:
        rect = Rect(middle - line.width / 2, top, line.width, line.height)
        texts.append(PlacedText(line.text, rect, line.size, line.ink))
        top += line.height
    return tuple(texts)


def _bar_texts(box: Box, rect: Rect) -> tuple[PlacedText, ...]:
    """A bar's name stands to the right of it."""
    wide = max((line.width for line in box.lines), default=0.0)
    middle = rect.right + 5 + wide / 2
    return _stacked(box.lines, middle, rect.centre.y - _height(box.lines) / 2)


def _placed_marks(box: Box, rect: Rect) -> tuple[PlacedMark, ...]:
    node, columns = box.node, _columns(box.node)
    if not node.marks or box.is_bar:  # 并行线上没有环节，也就没有风险点
        return ()
    diamond = node.shape is Shape.DECISION
    wide = max((line.width for line in box.lines), default=0.0)
    right = rect.centre.x + (wide + _strip(node)) / 2 if diamond else rect.right - 4
    tall = _marks_height(node)
    top = rect.centre.y - tall / 2 if diamond else rect.y + min(4.0, (rect.height - tall) / 2)
    return tuple(
        PlacedMark(
            mark.id,
            mark.rank,
            mark.letter,
            Rect(
                right - MARK_SIZE * (columns - i % columns), top + i // columns * (MARK_SIZE + 1), 16.0, 16.0
            ),
        )
        for i, mark in enumerate(node.marks)
    )
