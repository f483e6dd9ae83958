"""The outlines of GB/T 1526 shapes, risk marks and badges as strokes. Points, y downward."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from powerlist.model.severity import Severity
from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.drawing import Point, Rect

_ARC = 0.5523  # a quarter of a circle as one cubic Bezier
SIDE_BAR = 6.0  # 既定处理的双边
_WAVE_BASE = 4.0  # the wave of a document swings so far above the lowest point of its box
_WAVE_SWING = 12.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """One path: straight corners (`polygon`, `line`) or cubic Bezier points (`curve`)."""

    kind: Literal["polygon", "curve", "line"]
    points: tuple[Point, ...]
    pen: str = ""  # empty: no line
    width: float = 1.0
    fill: str = ""  # empty: not filled


def inked(strokes: Sequence[Stroke], pen: str, width: float, fill: str = "") -> tuple[Stroke, ...]:
    """The same strokes in a colour; only the first, the outline, is filled."""
    return tuple(
        Stroke(stroke.kind, stroke.points, pen, width, fill if i == 0 and stroke.kind != "line" else "")
        for i, stroke in enumerate(strokes)
    )


def outline(shape: Shape, rect: Rect) -> tuple[Stroke, ...]:
    """The outline of a shape, then the lines inside of it."""
    match shape:
        case Shape.DECISION:
            return (diamond(rect),)
        case Shape.TERMINATOR:
            return (stadium(rect),)
        case Shape.DOCUMENT:
            return (_document(rect),)
        case Shape.PARALLEL:
            return (_level(rect, rect.y), _level(rect, rect.bottom))
        case Shape.SUBPROCESS:
            return (box(rect), _upright(rect, rect.x + SIDE_BAR), _upright(rect, rect.right - SIDE_BAR))
        case _:
            return (box(rect),)


def on_outline(shape: Shape, rect: Rect, at: Point) -> Point:
    """An end of an arrow, moved up or down onto the outline where that is not the side of a box."""
    if shape is Shape.DOCUMENT and at.y > rect.bottom - 0.5:
        t = (rect.right - at.x) / rect.width
        return Point(at.x, rect.bottom - _WAVE_BASE - 3 * t * (1 - t) * (1 - 2 * t) * _WAVE_SWING)
    if shape is Shape.TERMINATOR and rect.height > rect.width > 2 * abs(at.x - rect.centre.x) + 0.1:
        deep = rect.width / 2 - sqrt((rect.width / 2) ** 2 - (at.x - rect.centre.x) ** 2)
        return Point(at.x, rect.y + deep if at.y < rect.centre.y else rect.bottom - deep)
    return at


def box(rect: Rect) -> Stroke:
    """A rectangle."""
    corners = ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))
    return _polygon(*corners)


def diamond(rect: Rect) -> Stroke:
    """A diamond that touches the four sides of `rect`."""
    c = rect.centre
    return _polygon((c.x, rect.y), (rect.right, c.y), (c.x, rect.bottom), (rect.x, c.y))


def stadium(rect: Rect) -> Stroke:
    """A box with half circles as its ends (a disc where `rect` is a square)."""
    r = min(rect.height, rect.width) / 2
    k = r * (1 - _ARC)
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return _curve(
        Point(left + r, top),
        *_straight(Point(left + r, top), Point(right - r, top)),
        *(Point(right - k, top), Point(right, top + k), Point(right, top + r)),
        *_straight(Point(right, top + r), Point(right, bottom - r)),
        *(Point(right, bottom - k), Point(right - k, bottom), Point(right - r, bottom)),
        *_straight(Point(right - r, bottom), Point(left + r, bottom)),
        *(Point(left + k, bottom), Point(left, bottom - k), Point(left, bottom - r)),
        *_straight(Point(left, bottom - r), Point(left, top + r)),
        *(Point(left, top + k), Point(left + k, top), Point(left + r, top)),
    )


def mark(rank: int, rect: Rect) -> Stroke:
    """▲ high, ◆ general, ● low."""
    if rank >= 3:
        return _polygon((rect.centre.x, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))
    return diamond(rect) if rank == 2 else stadium(rect)


def badge(severity: Severity, rect: Rect) -> Stroke:
    """Octagon for an error, a house upside down for a warning, a square for a hint."""
    if severity is Severity.INFO:
        return box(rect)
    x, y, c = rect.x, rect.y, rect.width * 0.3
    if severity is Severity.WARNING:
        waist = rect.bottom - c
        return _polygon(
            (x, y), (rect.right, y), (rect.right, waist), (rect.centre.x, rect.bottom), (x, waist)
        )
    r, b = rect.right, rect.bottom
    return _polygon(
        (x + c, y), (r - c, y), (r, y + c), (r, b - c), (r - c, b), (x + c, b), (x, b - c), (x, y + c)
    )


def _document(rect: Rect) -> Stroke:
    low = rect.bottom - _WAVE_BASE
    left, right, third = rect.x, rect.right, rect.width / 3
    top_left, top_right = Point(left, rect.y), Point(right, rect.y)
    return _curve(
        top_left,
        *_straight(top_left, top_right),
        *_straight(top_right, Point(right, low)),
        *(Point(right - third, low - _WAVE_SWING), Point(left + third, low + _WAVE_SWING), Point(left, low)),
        *_straight(Point(left, low), top_left),
    )


def _polygon(*corners: tuple[float, float]) -> Stroke:
    return Stroke("polygon", tuple(Point(x, y) for x, y in corners))


def _curve(*points: Point) -> Stroke:
    return Stroke("curve", points)


def _level(rect: Rect, y: float) -> Stroke:
    return Stroke("line", (Point(rect.x, y), Point(rect.right, y)))


def _upright(rect: Rect, x: float) -> Stroke:
    return Stroke("line", (Point(x, rect.y), Point(x, rect.bottom)))


def _straight(a: Point, b: Point) -> tuple[Point, Point, Point]:
    """The rest of a Bezier that is a straight line from `a` to `b`."""
    return (
        Point(a.x + (b.x - a.x) / 3, a.y + (b.y - a.y) / 3),
        Point(a.x + (b.x - a.x) * 2 / 3, a.y + (b.y - a.y) * 2 / 3),
        b,
    )
