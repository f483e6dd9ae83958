"""A sheet with its labels: channels grow until there is a free place for every one."""

from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.drawing import PlacedText, Rect
from powerlist.views.diagrams.filling import placed
from powerlist.views.diagrams.routing.coordinates import settle
from powerlist.views.diagrams.routing.labels import ask_for_room, place_labels
from powerlist.views.diagrams.routing.obstacles import Obstacles
from powerlist.views.diagrams.routing.sheet import Sheet

_LABEL_ROUNDS = 10
_PATIENCE = 4  # rounds after which a label may stand beyond the first bend


def labelled(sheet: Sheet) -> dict[int, PlacedText]:
    """Coordinates with a free place for every label; channels grow until there is one."""
    for turn in range(_LABEL_ROUNDS):
        settle(sheet)
        labels, failed = place_labels(sheet, _obstacles(sheet), far=turn > _PATIENCE)
        tight = sheet.spread_ports()
        if not (failed or tight):
            break
        for run in failed:
            ask_for_room(sheet, run)
    return labels


def _obstacles(sheet: Sheet) -> Obstacles:
    rects: list[Rect] = []
    diamonds: list[Rect] = []
    for n, box in enumerate(sheet.boxes):
        (diamonds if box.node.shape is Shape.DECISION else rects).append(sheet.rect(n))
    bars = [placed(box, sheet.centre(n)) for n, box in enumerate(sheet.boxes) if box.is_bar]
    rects += [text.rect for bar in bars for text in bar.texts]
    rects += [mark.rect for bar in bars for mark in bar.marks]
    borders = [x for span in sheet.lane_spans for x in span]
    return Obstacles(rects, diamonds, borders, [sheet.points(i) for i in range(len(sheet.runs))])
