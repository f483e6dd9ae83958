"""What a label must keep off, and whether a place is free of it."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from powerlist.views.diagrams.drawing import Point, Rect

AIR = 1.5  # between a label and anything else
CLEAR = 6.0  # between a label and another arrow, whose label it is not
_TIP = 4.0


@dataclass(frozen=True, slots=True)
class Obstacles:
    """Everything that stands on the sheet before there are labels."""

    rects: Sequence[Rect]
    diamonds: Sequence[Rect]  # the bounds of decisions
    borders: Sequence[float]  # x of lane borders
    lines: Sequence[Sequence[Point]]  # by link

    def free(self, rect: Rect, own: int, clear: float = CLEAR) -> bool:
        """True if nothing lies under `rect`, the label of link `own`, and no other line near it."""
        near = _grown(rect, AIR)
        return (
            not any(_overlap(near, r) for r in self.rects)
            and not any(_on_diamond(r, near) for r in self.diamonds)
            and near.x >= self.borders[0]
            and near.right <= self.borders[-1]
            and not any(near.x < x < near.right for x in self.borders)
            and self._clear_of_lines(rect, own, clear)
        )

    def _clear_of_lines(self, rect: Rect, own: int, clear: float) -> bool:
        near, far = _grown(rect, AIR), _grown(rect, clear)
        tip = _grown(rect, AIR + _TIP)
        for i, points in enumerate(self.lines):
            around = near if i == own else far
            if any(_on_line(a, b, around) for a, b in itertools.pairwise(points)):
                return False
            if tip.x < points[-1].x < tip.right and tip.y < points[-1].y < tip.bottom:
                return False
        return True


def _grown(rect: Rect, by: float) -> Rect:
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)


def _overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def _on_line(a: Point, b: Point, r: Rect) -> bool:
    return (
        min(a.x, b.x) < r.right and r.x < max(a.x, b.x) and min(a.y, b.y) < r.bottom and r.y < max(a.y, b.y)
    )


def _on_diamond(diamond: Rect, r: Rect) -> bool:
    c = diamond.centre
    dx, dy = max(r.x - c.x, 0.0, c.x - r.right), max(r.y - c.y, 0.0, c.y - r.bottom)
    return 2 * dx / diamond.width + 2 * dy / diamond.height < 1
