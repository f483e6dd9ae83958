"""Straight stretches and rectangles: shares nothing with the engine."""

from collections.abc import Iterator
from math import hypot

from powerlist.views.diagrams.drawing import PlacedArrow, Point, Rect

EPS = 0.01

Segment = tuple[Point, Point]


def segments(arrow: PlacedArrow) -> Iterator[Segment]:
    """The straight stretches of an arrow."""
    yield from zip(arrow.points, arrow.points[1:], strict=False)


def span(a: float, b: float) -> tuple[float, float]:
    """Two numbers in order."""
    return (a, b) if a < b else (b, a)


def cross(s: Segment, t: Segment) -> bool:
    """True if a level and an upright stretch meet."""
    if level(s) == level(t):
        return False
    lying, upright = (s, t) if level(s) else (t, s)
    left, right = span(lying[0].x, lying[1].x)
    top, bottom = span(upright[0].y, upright[1].y)
    return left - EPS < upright[0].x < right + EPS and top - EPS < lying[0].y < bottom + EPS


def level(s: Segment) -> bool:
    """True for a level stretch."""
    return abs(s[0].y - s[1].y) < EPS


def hits(s: Segment, r: Rect, air: float = 0.0) -> bool:
    """True if a stretch runs through a rectangle, or within `air` of it."""
    left, right = span(s[0].x, s[1].x)
    top, bottom = span(s[0].y, s[1].y)
    return left < r.right + air and right > r.x - air and top < r.bottom + air and bottom > r.y - air


def overlap(a: Rect, b: Rect) -> bool:
    """True if two rectangles share any area."""
    return a.x < b.right - EPS and b.x < a.right - EPS and a.y < b.bottom - EPS and b.y < a.bottom - EPS


def gap(s: Segment, r: Rect) -> float:
    """Distance between a straight line and a rectangle."""
    (left, right), (top, bottom) = span(s[0].x, s[1].x), span(s[0].y, s[1].y)
    return hypot(max(left - r.right, r.x - right, 0.0), max(top - r.bottom, r.y - bottom, 0.0))
