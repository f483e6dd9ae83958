"""Several placements are routed, and the one that a reader would like best is kept."""

import itertools
from collections.abc import Iterator, Sequence
from itertools import islice
from math import inf
from operator import itemgetter

from powerlist.views.diagrams.drawing import Point
from powerlist.views.diagrams.placement.flow import Flow
from powerlist.views.diagrams.placement.grid import Grid
from powerlist.views.diagrams.placement.moves import moves
from powerlist.views.diagrams.placement.search import place
from powerlist.views.diagrams.placement.temper import ONE_LANE, SQUEEZED, TEMPERS
from powerlist.views.diagrams.routing.coordinates import settle
from powerlist.views.diagrams.routing.lattice import lattice_of
from powerlist.views.diagrams.routing.runs import runs_of
from powerlist.views.diagrams.routing.sheet import Sheet
from powerlist.views.diagrams.routing.spacing import EDGE
from powerlist.views.diagrams.routing.ways import route
from powerlist.views.diagrams.sizing import Box

_CROSSING = 30.0
_BEND = 2.0
_ASIDE = 7.0  # the main line leaves its column within its lane
_WRONG_EXIT = 9.0  # the favourable exit leaves at the side
_SLOT = 3.0  # a further column of a lane
_LONELY = 8.0  # one that a single box uses
_SMALL_TYPE = 300.0  # for a type one tenth too small on A3
_AREA = 3.0  # for a tenth of an A3 sheet
Page = tuple[float, float]
A3: Page = (970.0, 1393.0)  # what still fits with a type of 7 pt
ENDLESS: Page = (inf, inf)  # the sheet may be as long as it needs
_ENOUGH = 3  # so many placements are tried even if the first is without a flaw
_TRIES = 800  # placements times boxes that may be tried to get rid of crossings
_MANY = 90  # boxes from which fewer placements are tried


def best_sheet(
    flow: Flow, sizes: Sequence[Sequence[Box]], widths: Sequence[float], top: float, page: Page = A3
) -> Sheet:
    """The settled sheet with the lowest price; ties go to the first. One routing a placement.

    `sizes`: the boxes in one or more sizes, the later ones for sheets that would be too small on the page.
    """
    sheets: list[tuple[float, int, Sheet]] = []
    seen: list[Grid] = []
    for temper in (*(TEMPERS if len(widths) > 1 else ONE_LANE), *SQUEEZED):
        if sheets and temper in SQUEEZED and _scale(min(sheets)[2], page) >= 1.0:
            break
        grid = place(flow, len(widths), temper)
        if grid in seen:
            continue
        seen.append(grid)
        for sheet in _sheets(flow, grid, sizes, widths, top, page):
            sheets.append((_price(flow, sheet, page), len(sheets), sheet))
        if len(seen) >= _ENOUGH and (len(flow.lanes) > _MANY or _flawless(flow, min(sheets)[2], page)):
            break
    return _polished(flow, min(sheets), sizes, widths, top, page)


def _polished(
    flow: Flow,
    best: tuple[float, int, Sheet],
    sizes: Sequence[Sequence[Box]],
    widths: Sequence[float],
    top: float,
    page: Page,
) -> Sheet:
    """Boxes around a crossing are moved while that makes the sheet cheaper, a bounded number of times."""
    price, _, sheet = best
    sizes = sizes[:1] if _scale(sheet, page) >= 1.0 else sizes[-1:]
    tries = _TRIES // max(1, len(flow.lanes))
    better = True
    while better and tries > 0:
        better = False
        crossing = sorted({i for pair in _crossings(_ways(flow, sheet)) for i in pair})
        for grid in islice(moves(flow, sheet.grid, crossing, len(widths)), tries):
            tries -= 1
            cost, found = min(
                ((_price(flow, s, page), s) for s in _sheets(flow, grid, sizes, widths, top, page)),
                key=itemgetter(0),
            )
            if cost < price - 1e-9:
                price, sheet, better = cost, found, True
                break
    return sheet


def _ways(flow: Flow, sheet: Sheet) -> list[list[Point]]:
    return [sheet.points(link.index) for link in flow.links]


def _flawless(flow: Flow, sheet: Sheet, page: Page) -> bool:
    """No crossing, and readable."""
    return _scale(sheet, page) >= 1.0 and not _crossings(_ways(flow, sheet))


def _sheets(
    flow: Flow,
    grid: Grid,
    sizes: Sequence[Sequence[Box]],
    widths: Sequence[float],
    top: float,
    page: Page,
) -> Iterator[Sheet]:
    """The placement routed, in each size of boxes until one fits the page."""
    lattice = lattice_of(grid)
    runs = runs_of(flow.links, route(flow, lattice))
    for boxes in sizes:
        sheet = Sheet(list(boxes), grid, lattice, runs, widths, top)
        settle(sheet)
        yield sheet
        if _scale(sheet, page) >= 1.0:
            break


def _price(flow: Flow, sheet: Sheet, page: Page) -> float:
    ways = _ways(flow, sheet)
    width = sheet.lane_spans[-1][1]
    small = max(1.0, 1 / _scale(sheet, page)) - 1.0
    cost = _CROSSING * len(_crossings(ways)) + _BEND * sum(len(way) - 2 for way in ways)
    cost += _ASIDE * sum(
        len(ways[main]) > 2 or sheet.grid.column[node] != sheet.grid.column[flow.links[main].target]
        for node, main in enumerate(flow.main)
        if main >= 0 and flow.lanes[node] == flow.lanes[flow.links[main].target]
    )
    cost += _WRONG_EXIT * sum(
        link.arrow.favourable and ways[link.index][0].y == ways[link.index][1].y for link in flow.links
    )
    cost += _slots_price(sheet.grid)
    return cost + _SMALL_TYPE * 10 * small + _AREA * width * sheet.bottom / 1e5


def _scale(sheet: Sheet, page: Page) -> float:
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


def _crossings(ways: Sequence[Sequence[Point]]) -> list[tuple[int, int]]:
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
