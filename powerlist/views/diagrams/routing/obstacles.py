"""What a label must keep off, and whether a place is free of it."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from powerlist.views.diagrams.drawing import Point, Rect

AIR = 1.5  # between a label and anything else
CLEAR = 6.0  # between a label and another arrow, whose label it is not
_TIP = 4.0

Field = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Obstacles:
    """Everything that stands on the sheet before there are labels."""

    rects: Sequence[Rect]
    diamonds: Sequence[Rect]  # the bounds of decisions
    borders: Sequence[float]  # x of lane borders
    lines: Sequence[Sequence[Point]]  # by link

    def free(self, rect: Rect, own: int, clear: float = CLEAR) -> bool:
        """True if nothing lies under `rect`, the label of link `own`, and no other line near it."""
        left, top, right, bottom = near = _grown(rect, AIR)
        if left < self.borders[0] or right > self.borders[-1]:
            return False
        for x in self.borders:
            if left < x < right:
                return False
        for r in self.rects:
            if r.x < right and left < r.x + r.width and r.y < bottom and top < r.y + r.height:
                return False
        for diamond in self.diamonds:
            if _on_diamond(diamond, near):
                return False
        return self._clear_of_lines(rect, own, clear)

    def _clear_of_lines(self, rect: Rect, own: int, clear: float) -> bool:
        near, far = _grown(rect, AIR), _grown(rect, clear)
        left, top, right, bottom = _grown(rect, AIR + _TIP)
        for i, points in enumerate(self.lines):
            end = points[-1]
            if left < end.x < right and top < end.y < bottom:
                return False
            if _on_way(points, near if i == own else far):
                return False
        return True


def _grown(rect: Rect, by: float) -> Field:
    x, y = rect.x - by, rect.y - by
    return x, y, x + (rect.width + 2 * by), y + (rect.height + 2 * by)


def _on_way(points: Sequence[Point], field: Field) -> bool:
    left, top, right, bottom = field
    for a, b in itertools.pairwise(points):
        ax, bx = a.x, b.x
        if (ax < right or bx < right) and (left < ax or left < bx):
            ay, by = a.y, b.y
            if (ay < bottom or by < bottom) and (top < ay or top < by):
                return True
    return False


def _on_diamond(diamond: Rect, field: Field) -> bool:
    left, top, right, bottom = field
    c = diamond.centre
    dx, dy = max(left - c.x, 0.0, c.x - right), max(top - c.y, 0.0, c.y - bottom)
    return 2 * dx / diamond.width + 2 * dy / diamond.height < 1
