"""Where a line meets the outline of a shape, and how far from the middle lines may meet it."""

from math import sqrt

from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.drawing import Point, Rect

CORNER = 4.0  # lines keep off the corners of a box


def meet(shape: Shape, rect: Rect, at: Point, level: bool) -> Point:
    """The point of the outline on the level (or upright) line through `at`, on the side where `at` is."""
    centre = rect.centre
    if level:
        away = _reach(shape, rect.width / 2, rect.height / 2, abs(at.y - centre.y))
        return Point(centre.x + (away if at.x > centre.x else -away), at.y)
    away = _depth(shape, rect.width / 2, rect.height / 2, abs(at.x - centre.x))
    return Point(at.x, centre.y + (away if at.y > centre.y else -away))


def _reach(shape: Shape, half_width: float, half_height: float, off: float) -> float:
    """Half the width of a shape `off` points above or below its middle."""
    if shape is Shape.DECISION:
        return half_width * max(0.0, 1 - off / half_height)
    if shape is Shape.TERMINATOR:
        return half_width - half_height + sqrt(max(0.0, half_height**2 - off**2))
    return half_width


def _depth(shape: Shape, half_width: float, half_height: float, off: float) -> float:
    """Half the height of a shape `off` points beside its middle."""
    if shape is Shape.DECISION:
        return half_height * max(0.0, 1 - off / half_width)
    if shape is Shape.TERMINATOR and off > half_width - half_height:
        return sqrt(max(0.0, half_height**2 - (off - half_width + half_height) ** 2))
    return half_height


def side_limit(shape: Shape, width: float, height: float) -> float:
    """How far from the middle of its left or right side a line may meet a shape (points)."""
    if shape is Shape.DECISION:
        return 0.25 * height
    if shape is Shape.TERMINATOR:
        return 0.25 * height
    return height / 2 - CORNER


def level_limit(shape: Shape, width: float, height: float) -> float:
    """The same for the top and the bottom."""
    if shape is Shape.DECISION:
        return 0.25 * width
    if shape is Shape.TERMINATOR:
        return width / 2 - height / 2
    return width / 2 - 2 * CORNER


def size_for(shape: Shape, beside: float, above: float, height: float) -> tuple[float, float]:
    """Width and height that a shape of `height` needs for lines so far off its middle."""
    tall = 4 * beside if shape in (Shape.DECISION, Shape.TERMINATOR) else 2 * (beside + CORNER)
    if shape is Shape.DECISION:
        return 4 * above, tall if beside else 0.0
    round_ends = height if shape is Shape.TERMINATOR else 4 * CORNER
    return 2 * above + round_ends, tall if beside else 0.0
