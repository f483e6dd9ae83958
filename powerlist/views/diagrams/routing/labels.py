"""A place for every label close to its exit: several are tried, and room is asked for where none is free."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from powerlist.views.diagrams.drawing import Ink, PlacedText, Point, Rect
from powerlist.views.diagrams.routing.runs import Run
from powerlist.views.diagrams.routing.sheet import Sheet
from powerlist.views.diagrams.routing.spacing import LABEL_HEIGHT, label_width
from powerlist.views.diagrams.sizing import LABEL_SIZE

_NEAR = 3.0
_BELOW = 2.0
_AIR = 1.5  # between a label and anything else
_SLIDES = (0.0, 4.0, 8.0, 12.0, 16.0, 20.0)


@dataclass(frozen=True, slots=True)
class Obstacles:
    """What a label must keep off."""

    rects: Sequence[Rect]
    diamonds: Sequence[Rect]  # the bounds of decisions
    borders: Sequence[float]  # x of lane borders
    lines: Sequence[Sequence[Point]]

    def free(self, rect: Rect) -> bool:
        """True if nothing lies under `rect`."""
        left, top = rect.x - _AIR, rect.y - _AIR
        right, bottom = rect.right + _AIR, rect.bottom + _AIR
        for r in self.rects:
            if r.x < right and left < r.right and r.y < bottom and top < r.bottom:
                return False
        if any(_on_diamond(r, left, top, right, bottom) for r in self.diamonds):
            return False
        if left < self.borders[0] or right > self.borders[-1]:
            return False
        if any(left < x < right for x in self.borders):
            return False
        for points in self.lines:
            for a, b in itertools.pairwise(points):
                if (
                    min(a.x, b.x) < right
                    and left < max(a.x, b.x)
                    and min(a.y, b.y) < bottom
                    and top < max(a.y, b.y)
                ):
                    return False
        return not any(_on_tip(points, left, top, right, bottom) for points in self.lines)


def _on_diamond(r: Rect, left: float, top: float, right: float, bottom: float) -> bool:
    c = r.centre
    dx, dy = max(left - c.x, 0.0, c.x - right), max(top - c.y, 0.0, c.y - bottom)
    return 2 * dx / r.width + 2 * dy / r.height < 1


def _on_tip(points: Sequence[Point], left: float, top: float, right: float, bottom: float) -> bool:
    tip = points[-1]
    return left - 4 < tip.x < right + 4 and top - 4 < tip.y < bottom + 4


def place_labels(
    sheet: Sheet, obstacles: Obstacles, far: bool = False
) -> tuple[dict[int, PlacedText], list[Run]]:
    """Labels by link, and the first runs of the links that found no free place.

    A label stands beside the first straight stretch of its arrow; `far` lets it reach beyond the bend.
    """
    labels: dict[int, PlacedText] = {}
    failed: list[Run] = []
    rects = list(obstacles.rects)
    for runs in sheet.runs:
        run = runs[0]
        text = run.link.arrow.label.strip()
        if not text:
            continue
        field = Obstacles(rects, obstacles.diamonds, obstacles.borders, obstacles.lines)
        candidates = list(_candidates(sheet, run, label_width(text), far))
        rect = next((c for c in candidates if field.free(c)), None)
        if rect is None:
            failed.append(run)
            rect = candidates[0]
        rects.append(rect)
        labels[run.link.index] = PlacedText(text, rect, LABEL_SIZE, Ink.LABEL)
    return labels, failed


def _candidates(sheet: Sheet, run: Run, width: float, far: bool) -> Iterator[Rect]:
    start, then = sheet.points(run.link.index)[:2]
    for slide in _SLIDES:
        if run.level:
            side = 1 if then.x > start.x else -1
            if slide and not far and abs(then.x - start.x) < _NEAR + slide + width:
                return
            left = start.x + side * (_NEAR + slide) - (width if side < 0 else 0.0)
            for top in (start.y - _NEAR + 1 - LABEL_HEIGHT, start.y + _NEAR - 1):
                yield Rect(left, top, width, LABEL_HEIGHT)
        else:
            if slide and not far and then.y - start.y < _BELOW + slide + LABEL_HEIGHT:
                return
            top = start.y + _BELOW + slide
            outward = start.x < sheet.centre(run.link.source).x or (run.low_turn + run.high_turn) < 0
            sides = (start.x - _NEAR - width, start.x + _NEAR)
            for left in sides if outward else sides[::-1]:
                yield Rect(left, top, width, LABEL_HEIGHT)


def ask_for_room(sheet: Sheet, run: Run) -> None:
    """Let the channel at the exit of `run` grow so that its label has a place of its own."""
    source = run.link.source
    width = label_width(run.link.arrow.label.strip())
    x, y = sheet.lattice.cells[source]
    wishes = sheet.wishes
    if run.level:
        room = wishes.after if run.low_node == source else wishes.before
        half = _half_column(sheet, source, run.low_node == source)
        slack = max(0.0, half - sheet.boxes[source].width / 2)
        asked = max(0.0, width + 2 * _NEAR + 2 * _AIR - slack)
        room[x] = asked if room.get(x, 0.0) < asked else room.get(x, 0.0) + 8
        return
    wishes.beneath[y] = max(wishes.beneath.get(y, 0.0), LABEL_HEIGHT + 2 * _BELOW + _AIR)
    if run.link.index in wishes.clear:
        wishes.clear[run.link.index] += 6
        wishes.half[x] = wishes.half.get(x, 0.0) + 6
    else:
        wishes.clear[run.link.index] = width + 2 * _NEAR + 2
        off = abs(sheet.at[(run.link.index, 0)] - sheet.centre(source).x)
        wishes.half[x] = max(wishes.half.get(x, 0.0), off + width + 2 * _NEAR + _AIR)


def _half_column(sheet: Sheet, node: int, right: bool) -> float:
    """Half the width of the widest box of the node's column: what the channel's side is measured from."""
    column = sheet.grid.column[node]
    return max(b.width / 2 for b, c in zip(sheet.boxes, sheet.grid.column, strict=True) if c == column)
