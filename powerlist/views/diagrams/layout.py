"""Chart in, drawing out: places boxes, routes arrows, and gives everything its coordinates."""

from powerlist.views.diagrams.chart import Chart, Shape
from powerlist.views.diagrams.checked import checked
from powerlist.views.diagrams.choice import A3, ENDLESS, best_sheet
from powerlist.views.diagrams.drawing import (
    Band,
    Drawing,
    PlacedArrow,
    PlacedText,
)
from powerlist.views.diagrams.filling import placed
from powerlist.views.diagrams.heading import Heading, heading_lines, heading_texts
from powerlist.views.diagrams.lane_heads import LaneHeads
from powerlist.views.diagrams.placement.flow import flow_of
from powerlist.views.diagrams.routing.coordinates import settle
from powerlist.views.diagrams.routing.labels import ask_for_room, place_labels
from powerlist.views.diagrams.routing.obstacles import Obstacles
from powerlist.views.diagrams.routing.sheet import Sheet
from powerlist.views.diagrams.routing.spacing import EDGE
from powerlist.views.diagrams.sizing import box_of

_MIN_SHEET = 260.0
_LABEL_ROUNDS = 10
_PATIENCE = 4  # rounds after which a label may stand beyond the first bend


def lay_out(chart: Chart, beside: float = 0.0) -> Drawing:
    """Place and route `chart`: geometry in points, y downward; the same chart gives the same drawing.

    Boxes by local search over rows and sub-columns, arrows by A* over channels, then tracks and sizes.
    `beside` keeps so many points free to the right of the lanes, for panels.
    DrawingError where a box has no lane, an arrow no end, or an id is used twice.
    """
    chart = checked(chart)
    flow = flow_of(chart)
    heads = LaneHeads(chart.lanes)
    sizes = [[box_of(node, narrow) for node in chart.nodes] for narrow in (False, True)]
    guessed = sum(height for _, height in heading_lines(chart, float("inf")))
    page = ENDLESS if any(node.note_height for node in chart.nodes) else A3
    sheet = best_sheet(flow, sizes, heads.widths, EDGE + guessed + heads.height, page)
    heading = heading_lines(chart, max(_MIN_SHEET, sheet.lane_spans[-1][1] + beside + EDGE) - 2 * EDGE)
    top = EDGE + sum(height for _, height in heading)
    sheet.top = top + heads.height
    labels = _settle(sheet)
    return _drawn(chart, sheet, labels, heads, heading, beside)


def _settle(sheet: Sheet) -> dict[int, PlacedText]:
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
    nodes = [placed(box, sheet.centre(n)) for n, box in enumerate(sheet.boxes)]
    rects = [node.rect for node in nodes if node.shape is not Shape.DECISION]
    diamonds = [node.rect for node in nodes if node.shape is Shape.DECISION]
    bars = [node for node in nodes if node.shape is Shape.PARALLEL]
    rects += [text.rect for bar in bars for text in bar.texts]
    rects += [mark.rect for bar in bars for mark in bar.marks]
    borders = [x for span in sheet.lane_spans for x in span]
    return Obstacles(rects, diamonds, borders, [sheet.points(i) for i in range(len(sheet.runs))])


def _drawn(
    chart: Chart,
    sheet: Sheet,
    labels: dict[int, PlacedText],
    heads: LaneHeads,
    heading: Heading,
    beside: float,
) -> Drawing:
    lanes, units = heads.placed(sheet.lane_spans, sheet.top - heads.height, sheet.bottom)
    nodes = tuple(placed(box, sheet.centre(n)) for n, box in enumerate(sheet.boxes))
    width = max([_MIN_SHEET, *(lane.rect.right + beside + EDGE for lane in lanes)])
    return Drawing(
        width,
        sheet.bottom + EDGE,
        lanes,
        nodes,
        _arrows(sheet, labels),
        _bands(chart, sheet),
        units,
        texts=heading_texts(heading, EDGE, width),
        draft=chart.draft,
    )


def _arrows(sheet: Sheet, labels: dict[int, PlacedText]) -> tuple[PlacedArrow, ...]:
    links = [runs[0].link for runs in sheet.runs]
    return tuple(
        PlacedArrow(
            link.arrow.id,
            link.arrow.source,
            link.arrow.target,
            tuple(sheet.points(link.index)),
            link.back,
            labels.get(link.index),
            link.arrow.highlight,
        )
        for link in links
    )


def _bands(chart: Chart, sheet: Sheet) -> tuple[Band, ...]:
    return tuple(
        Band(top, bottom, tuple(chart.nodes[n].id for n in sheet.grid.nodes_of_row(row)))
        for row, (top, bottom) in enumerate(sheet.row_spans)
    )
