"""Several placements are routed, and the one that a reader would like best is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from powerlist.views.diagrams.drawing import PlacedText
from powerlist.views.diagrams.known import Skeleton, grid_of, routed, skeleton_of
from powerlist.views.diagrams.labelled import labelled
from powerlist.views.diagrams.placement.flow import Flow
from powerlist.views.diagrams.placement.grid import Grid
from powerlist.views.diagrams.placement.moves import moves
from powerlist.views.diagrams.placement.temper import ONE_LANE, SQUEEZED, TEMPERS
from powerlist.views.diagrams.price import A3, Page, crossings_of, price_of, scale_of, ways_of
from powerlist.views.diagrams.routing.coordinates import settle
from powerlist.views.diagrams.routing.runs import runs_of
from powerlist.views.diagrams.routing.sheet import Sheet
from powerlist.views.diagrams.routing.spacing import Spacing
from powerlist.views.diagrams.sizing import Box

_ENOUGH = 3  # so many placements are tried even if the first is without a flaw
_TRIES = 800  # placements times boxes that may be tried to get rid of crossings
_ROOMY = 1.03  # labels may still take some room
_HOPELESS = 0.94  # below it only the last look may help
_MANY = 90  # boxes from which fewer placements are tried


@dataclass(frozen=True, slots=True)
class Look:
    """The boxes in one size, and the room between them."""

    boxes: Sequence[Box]
    spacing: Spacing


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be laid out; the later `looks` are for sheets that would be too small on the page."""

    flow: Flow
    looks: Sequence[Look]
    widths: Sequence[float]  # that the lanes need for their titles
    top: float
    page: Page = A3


@dataclass(frozen=True, slots=True)
class _Found:
    price: float
    sheet: Sheet
    look: Look
    labels: dict[int, PlacedText] | None = None  # once every one has its room


def best_sheet(task: Task) -> tuple[Sheet, dict[int, PlacedText]]:
    """The settled sheet with the lowest price and its labels by link; ties go to the first."""
    skeleton = skeleton_of(task.flow)
    found: list[_Found] = []
    seen: list[Grid] = []
    for temper in (*(TEMPERS if len(task.widths) > 1 else ONE_LANE), *SQUEEZED):
        if found and temper in SQUEEZED and scale_of(_cheapest(found).sheet, task.page) >= 1.0:
            break
        grid = grid_of(skeleton, len(task.widths), temper)
        if grid in seen:
            continue
        seen.append(grid)
        found += _tried(task, skeleton, grid)
        if len(seen) >= _ENOUGH and (len(task.flow.lanes) > _MANY or _flawless(task, _cheapest(found).sheet)):
            break
    best, few = _polished(task, _cheapest(found)), len(task.flow.lanes) <= _MANY
    best = _with_labels(task, [best, *(found if few else [])])
    best = _with_labels(task, [best, *([_polished(task, best)] if few else [])])
    return best.sheet, best.labels or {}


def _with_labels(task: Task, found: Sequence[_Found]) -> _Found:
    """The cheapest once every label has its room, which only makes a sheet dearer."""
    best: _Found | None = None
    for one in sorted(found, key=lambda one: one.price):
        if best and one.price >= best.price:
            break
        one = _labelled(task, one)
        if not best or one.price < best.price - 1e-9:
            best = one
    assert best is not None
    return best


def _labelled(task: Task, found: _Found) -> _Found:
    if found.labels is not None:
        return found
    labels = labelled(found.sheet)
    return replace(found, price=price_of(task.flow, found.sheet, task.page), labels=labels)


def _polished(task: Task, best: _Found) -> _Found:
    """Boxes around a crossing are moved while that makes the sheet cheaper, a bounded number of times."""
    task, skeleton = replace(task, looks=(best.look,)), skeleton_of(task.flow)
    tries = _TRIES // max(1, len(task.flow.lanes))
    better = True
    while better and tries > 0:
        better = False
        pairs = crossings_of(ways_of(task.flow, best.sheet))
        crossing = sorted({i for pair in pairs for i in pair})
        for grid in islice(moves(task.flow, best.sheet.grid, crossing, len(task.widths)), tries):
            tries -= 1
            found = _cheapest(list(_tried(task, skeleton, grid)))
            if found.price < best.price - 1e-9:
                best, better = found, True
                break
    return best


def _cheapest(found: Sequence[_Found]) -> _Found:
    return min(found, key=lambda one: one.price)


def _flawless(task: Task, sheet: Sheet) -> bool:
    """No crossing, and readable."""
    return scale_of(sheet, task.page) >= 1.0 and not crossings_of(ways_of(task.flow, sheet))


def _tried(task: Task, skeleton: Skeleton, grid: Grid) -> Iterator[_Found]:
    """The placement routed, in each look until one surely fits the page."""
    lattice, ways = routed(skeleton, grid)
    runs = runs_of(task.flow.links, ways)
    scale = 0.0
    for look in task.looks:
        if look is not task.looks[-1] and 0.0 < scale < _HOPELESS:
            continue
        sheet = Sheet(list(look.boxes), grid, lattice, runs, task.widths, task.top, look.spacing)
        settle(sheet)
        yield _Found(price_of(task.flow, sheet, task.page), sheet, look)
        scale = scale_of(sheet, task.page)
        if scale >= _ROOMY:
            break
