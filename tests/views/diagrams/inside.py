"""What is inside the true outline of a GB/T 1526 shape: shares nothing with the engine or the pen."""

from math import hypot, sqrt

from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.drawing import PlacedNode, Rect

_EPS = 0.01
_SIDE_BAR = 6.0  # the inner lines of a subprocess
_SAMPLES = 12


def inside(a: Rect, b: Rect) -> bool:
    """True if `a` lies in `b`."""
    return (
        a.x >= b.x - _EPS and a.y >= b.y - _EPS and a.right <= b.right + _EPS and a.bottom <= b.bottom + _EPS
    )


def holds(node: PlacedNode, r: Rect) -> bool:
    """True if `r` lies within the outline of a node, off its inner lines and its wave."""
    if not inside(r, node.rect):
        return False
    match node.shape:
        case Shape.DECISION:
            return all(_in_diamond(node.rect, x, y) for x, y in _corners(r))
        case Shape.TERMINATOR:
            return all(_in_stadium(node.rect, x, y) for x, y in _corners(r))
        case Shape.SUBPROCESS:
            return r.x > node.rect.x + _SIDE_BAR and r.right < node.rect.right - _SIDE_BAR
        case Shape.DOCUMENT:
            steps = [r.x + r.width * i / _SAMPLES for i in range(_SAMPLES + 1)]
            return all(r.bottom < _wave(node.rect, x) for x in steps)
    return True


def off_stadium(r: Rect, x: float, y: float) -> float:
    """How far a point is from the outline of a terminator, whichever way it is longer."""
    radius = min(r.width, r.height) / 2
    along = max(0.0, abs(x - r.centre.x) - (r.width / 2 - radius))
    across = max(0.0, abs(y - r.centre.y) - (r.height / 2 - radius))
    return abs(hypot(along, across) - radius)


def _corners(r: Rect) -> list[tuple[float, float]]:
    return [(x, y) for x in (r.x, r.right) for y in (r.y, r.bottom)]


def _in_diamond(r: Rect, x: float, y: float) -> bool:
    return 2 * abs(x - r.centre.x) / r.width + 2 * abs(y - r.centre.y) / r.height <= 1 + _EPS


def _in_stadium(r: Rect, x: float, y: float) -> bool:
    radius = min(r.width, r.height) / 2
    off = abs(y - r.centre.y) if r.width >= r.height else abs(x - r.centre.x)
    reach = max(r.width, r.height) / 2 - radius + sqrt(max(0.0, radius**2 - off**2))
    there = abs(x - r.centre.x) if r.width >= r.height else abs(y - r.centre.y)
    return off <= radius and there <= reach + _EPS


def _wave(r: Rect, x: float) -> float:
    """The lower edge of a document: one cubic Bezier from right to left that swings 12 pt about its base."""
    t = (r.right - x) / r.width
    return r.bottom - 4.0 - 36.0 * t * (1 - t) * (1 - 2 * t)
