"""A place for every label close to its exit: several are tried, and room is asked for where none is free."""

from collections.abc import Iterator

from powerlist.views.diagrams.drawing import Ink, PlacedText, Rect
from powerlist.views.diagrams.routing.obstacles import AIR, CLEAR, Obstacles
from powerlist.views.diagrams.routing.runs import Run
from powerlist.views.diagrams.routing.sheet import Sheet
from powerlist.views.diagrams.routing.spacing import LABEL_HEIGHT, label_width
from powerlist.views.diagrams.sizing import LABEL_SIZE

_NEAR = 3.0
_BELOW = 2.0
_SLIDES = (0.0, 4.0, 8.0, 12.0, 16.0, 20.0)


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
        candidates: list[Rect] = []
        for rect in _candidates(sheet, run, label_width(text), far):
            if field.free(rect, run.link.index):
                break
            candidates.append(rect)
        else:
            failed.append(run)
            rect = next((c for c in candidates if field.free(c, run.link.index, AIR)), candidates[0])
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
        asked = max(0.0, width + _NEAR + CLEAR - slack)
        room[x] = asked if room.get(x, 0.0) < asked else room.get(x, 0.0) + 8
        return
    wishes.beneath[y] = max(wishes.beneath.get(y, 0.0), LABEL_HEIGHT + _BELOW + CLEAR)
    if run.link.index in wishes.clear:
        wishes.clear[run.link.index] += 6
        wishes.half[x] = wishes.half.get(x, 0.0) + 6
    else:
        wishes.clear[run.link.index] = width + _NEAR + CLEAR
        off = abs(sheet.at[(run.link.index, 0)] - sheet.centre(source).x)
        wishes.half[x] = max(wishes.half.get(x, 0.0), off + width + 2 * _NEAR + AIR)


def _half_column(sheet: Sheet, node: int, right: bool) -> float:
    """Half the width of the widest box of the node's column: what the channel's side is measured from."""
    column = sheet.grid.column[node]
    return max(b.width / 2 for b, c in zip(sheet.boxes, sheet.grid.column, strict=True) if c == column)
