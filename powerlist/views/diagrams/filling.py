"""What stands in a box: lines of text and risk marks, inside the true outline of its shape."""

from collections.abc import Sequence

from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.drawing import PlacedMark, PlacedNode, PlacedText, Point, Rect
from powerlist.views.diagrams.sizing import (
    MARK_SIZE,
    SIDE_BAR,
    WAVE,
    Box,
    Line,
    height_of,
    mark_columns,
    marks_height,
    round_off,
    strip,
)

_STEP = MARK_SIZE + 1
_INSET = 4.0
_AIR = 3.0
_BESIDE = 5.0  # between a bar and what stands beside it


def placed(box: Box, centre: Point) -> PlacedNode:
    """The box with its text and marks around `centre`."""
    rect = Rect(centre.x - box.width / 2, centre.y - box.height / 2, box.width, box.height)
    node = box.node
    texts = _bar_texts(box, rect) if box.is_bar else _inner_texts(box, rect)
    return PlacedNode(node.id, node.lane, node.shape, rect, texts, _placed_marks(box, rect), node.finding)


def _inner_texts(box: Box, rect: Rect) -> tuple[PlacedText, ...]:
    middle = rect.x + (box.width - strip(box.node)) / 2
    wave = WAVE if box.node.shape is Shape.DOCUMENT else 0.0
    return _stacked(box.lines, middle, rect.y + (rect.height - wave - height_of(box.lines)) / 2)


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
    middle = rect.right + _BESIDE + wide / 2
    return _stacked(box.lines, middle, rect.centre.y - height_of(box.lines) / 2)


def _placed_marks(box: Box, rect: Rect) -> tuple[PlacedMark, ...]:
    columns = mark_columns(box.node)
    corner = _marks_corner(box, rect)
    return tuple(
        PlacedMark(
            mark.id,
            mark.rank,
            mark.letter,
            Rect(corner.x + _STEP * (i % columns), corner.y + _STEP * (i // columns), MARK_SIZE, MARK_SIZE),
        )
        for i, mark in enumerate(box.node.marks)
    )


def _marks_corner(box: Box, rect: Rect) -> Point:
    """The top left corner of the block of marks."""
    tall, wide = marks_height(box.node), _STEP * mark_columns(box.node) - 1
    text = max((line.width for line in box.lines), default=0.0)
    middle, shape = rect.centre.y - tall / 2, box.node.shape
    match shape:
        case Shape.PARALLEL:
            return Point(rect.right + _BESIDE + (text + _AIR if text else 0.0), middle)
        case Shape.DECISION:
            return Point(rect.centre.x + (text + strip(box.node)) / 2 - wide, middle)
        case Shape.TERMINATOR:
            return Point(rect.right - round_off(rect.height / 2, tall / 2) - 2 - wide, middle)
    side = SIDE_BAR + _AIR if shape is Shape.SUBPROCESS else _INSET
    room = rect.height - tall - (WAVE + 1 if shape is Shape.DOCUMENT else 0.0)
    return Point(rect.right - side - wide, rect.y + min(_INSET, room / 2))
