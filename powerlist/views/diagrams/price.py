"""What a reader pays for a sheet: crossings, bends, a main line that jogs, width, a type too small."""

import itertools
from collections.abc import Sequence
from math import inf

from powerlist.views.diagrams.drawing import Point
from powerlist.views.diagrams.placement.flow import Flow
from powerlist.views.diagrams.placement.grid import Grid
from powerlist.views.diagrams.routing.sheet import Sheet
from powerlist.views.diagrams.routing.spacing import EDGE
from powerlist.views.diagrams.sizing import DETAIL_SIZE, LABEL_SIZE

_CROSSING = 30.0
_BEND = 2.0
_ASIDE = 7.0  # the main line leaves its column within its lane
_WRONG_EXIT = 9.0  # the favourable exit leaves at the side
_SLOT = 3.0  # a further column of a lane
_LONELY = 8.0  # one that a single box uses
_SMALL_TYPE = 1500.0  # for a type of half the size that it should have on the page
_AREA = 3.0  # for a tenth of an A3 sheet
_READABLE = 7.0  # points that the smallest type must have on the page
_SPARE = 0.998

Page = tuple[float, float]
_FITS = _SPARE * min(DETAIL_SIZE, LABEL_SIZE) / _READABLE
A3: Page = (_FITS * (842.0 - 40.0), _FITS * (1191.0 - 40.0))  # what still fits in a readable type
ENDLESS: Page = (inf, inf)  # the sheet may be as long as it needs


def ways_of(flow: Flow, sheet: Sheet) -> list[list[Point]]:
    """The corners of every link."""
    return [sheet.points(link.index) for link in flow.links]


def price_of(flow: Flow, sheet: Sheet, page: Page) -> float:
    """The price of a settled sheet."""
    ways = ways_of(flow, sheet)
    width = sheet.lane_spans[-1][1]
    small = max(1.0, 1 / scale_of(sheet, page)) - 1.0
    cost = _CROSSING * len(crossings_of(ways)) + _BEND * sum(len(way) - 2 for way in ways)
    cost += _ASIDE * sum(
        len(ways[main]) > 2 or sheet.grid.column[node] != sheet.grid.column[flow.links[main].target]
        for node, main in enumerate(flow.main)
        if main >= 0 and flow.lanes[node] == flow.lanes[flow.links[main].target]
    )
    cost += _WRONG_EXIT * sum(
        link.arrow.favourable and ways[link.index][0].y == ways[link.index][1].y for link in flow.links
    )
    cost += _slots_price(sheet.grid)
    return cost + _SMALL_TYPE * small + _AREA * width * sheet.bottom / 1e5


def scale_of(sheet: Sheet, page: Page) -> float:
    """1 or more where the smallest type stays readable on the page."""
    short, long = sorted((sheet.lane_spans[-1][1] + EDGE, sheet.bottom + EDGE))
    return min(page[0] / short, page[1] / long)


def _slots_price(grid: Grid) -> float:
    """What a lane costs that is wider than one box, the more if few boxes stand in its further columns."""
    price = 0.0
    for lane in set(grid.lane):
        counts = sorted(grid.column.count(c) for c, of in enumerate(grid.lane) if of == lane)
        price += sum(_SLOT + (_LONELY if count == 1 else 0.0) for count in counts[:-1])
    return price


def crossings_of(ways: Sequence[Sequence[Point]]) -> list[tuple[int, int]]:
    """The numbers of two ways for every time that they cross."""
    level, upright = [], []
    for n, way in enumerate(ways):
        for a, b in itertools.pairwise(way):
            if a.y == b.y:
                level.append((a.y, min(a.x, b.x), max(a.x, b.x), n))
            else:
                upright.append((a.x, min(a.y, b.y), max(a.y, b.y), n))
    return [
        (n, m)
        for y, left, right, n in level
        for x, top, bottom, m in upright
        if left < x < right and top < y < bottom and n != m
    ]
