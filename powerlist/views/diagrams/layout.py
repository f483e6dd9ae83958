"""Chart in, drawing out: places boxes, routes arrows, and gives everything its coordinates."""

from powerlist.views.diagrams.chart import Chart
from powerlist.views.diagrams.checked import checked
from powerlist.views.diagrams.choice import Look, Task, best_sheet
from powerlist.views.diagrams.drawing import (
    Band,
    Drawing,
    PlacedArrow,
    PlacedText,
)
from powerlist.views.diagrams.filling import placed
from powerlist.views.diagrams.heading import Heading, heading_lines, heading_texts
from powerlist.views.diagrams.labelled import labelled
from powerlist.views.diagrams.lane_heads import LaneHeads
from powerlist.views.diagrams.placement.flow import flow_of
from powerlist.views.diagrams.price import A3, ENDLESS
from powerlist.views.diagrams.routing.sheet import Sheet
from powerlist.views.diagrams.routing.spacing import EASY, EDGE, TIGHT
from powerlist.views.diagrams.sizing import box_of

_MIN_SHEET = 260.0


def lay_out(chart: Chart, beside: float = 0.0) -> Drawing:
    """Place and route `chart`: geometry in points, y downward; the same chart gives the same drawing.

    Boxes by local search over rows and sub-columns, arrows by A* over channels, then tracks and sizes.
    `beside` keeps so many points free to the right of the lanes, for panels.
    DrawingError where a box has no lane, an arrow no end, or an id is used twice.
    """
    chart = checked(chart)
    flow = flow_of(chart)
    heads = LaneHeads(chart.lanes)
    plain, narrow = ([box_of(node, narrow) for node in chart.nodes] for narrow in (False, True))
    looks = (Look(plain, EASY), Look(plain, TIGHT), Look(narrow, TIGHT))
    guessed = sum(height for _, height in heading_lines(chart, float("inf")))
    page = ENDLESS if any(node.note_height for node in chart.nodes) else A3
    sheet, labels = best_sheet(Task(flow, looks, heads.widths, EDGE + guessed + heads.height, page))
    heading = heading_lines(chart, max(_MIN_SHEET, sheet.lane_spans[-1][1] + beside + EDGE) - 2 * EDGE)
    top = EDGE + sum(height for _, height in heading)
    if sheet.top != top + heads.height:  # the title breaks on this sheet
        sheet.top = top + heads.height
        labels = labelled(sheet)
    return _drawn(chart, sheet, labels, heads, heading, beside)


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
