"""Columns: as wide as their boxes, the lines through them and the channels of their lane ask."""

from collections.abc import Mapping, Sequence

from powerlist.views.diagrams.routing.runs import Run, RunKey
from powerlist.views.diagrams.routing.sheet import Sheet
from powerlist.views.diagrams.routing.spacing import EDGE
from powerlist.views.diagrams.routing.tracks import Bundle, Spread, channel_tracks

_CLEAR = 8.0  # runs this close along one line count as side by side


def settle_columns(sheet: Sheet) -> None:
    """The x of columns, lanes and upright runs; boxes grow to what meets them above and below."""
    lines = sheet.lines_of(level=False)
    spread = {r.key: _upright_spread(sheet, r) for runs in lines.values() for r in runs}

    def meets(a: Run, b: Run) -> bool:
        return _meets(a, b, spread)

    offsets: dict[RunKey, float] = {}
    tracks: dict[RunKey, int] = {}
    for line, runs in lines.items():
        if sheet.lattice.column_of[line] >= 0:
            offsets |= Bundle(runs, meets, spread, sheet.room, sheet.limit).offsets()
        else:
            tracks |= channel_tracks(runs, meets, spread)
    sheet.grow_boxes(offsets, level=False)
    _place_columns(sheet, lines, offsets, tracks)


def _meets(a: Run, b: Run, spread: Mapping[RunKey, Spread]) -> bool:
    if a.high_node == b.low_node >= 0 or b.high_node == a.low_node >= 0:
        return False  # one ends above a box, the other begins below it
    (low, high), (first, last) = spread[a.key], spread[b.key]
    return low < last + _CLEAR and first < high + _CLEAR


def _upright_spread(sheet: Sheet, run: Run) -> Spread:
    low = sheet.at[run.low_next.key] if run.low_next else sheet.rect_y(run.low_node, 1)
    high = sheet.at[run.high_next.key] if run.high_next else sheet.rect_y(run.high_node, -1)
    return low, high


def _place_columns(
    sheet: Sheet,
    lines: Mapping[int, Sequence[Run]],
    offsets: Mapping[RunKey, float],
    tracks: Mapping[RunKey, int],
) -> None:
    lattice = sheet.lattice
    halves = {x: _column_halves(sheet, x, lines.get(x, ()), offsets) for x in lattice.x_of}
    spans = [_span(sheet, x, halves, _count(lines.get(x, ()), tracks)) for x in range(lattice.width)]
    steps = {**offsets, **{run: sheet.spacing.track * track for run, track in tracks.items()}}
    left, sheet.column_at, sheet.lane_spans = EDGE, [], []
    for lane, least in enumerate(sheet.lane_widths):
        mine = [x for x in range(lattice.width) if lattice.lane_of[x] == lane]
        spare = max(0.0, least - sum(spans[x][1] for x in mine)) / 2
        at = left + spare
        for x in mine:
            lead, width = spans[x]
            if lattice.column_of[x] >= 0:
                sheet.column_at.append(at + lead)
            for run in lines.get(x, ()):
                sheet.at[run.key] = at + lead + steps[run.key]
            at += width
        sheet.lane_spans.append((left, at + spare))
        left = at + spare


def _count(runs: Sequence[Run], tracks: Mapping[RunKey, int]) -> int:
    """How many tracks side by side the runs take."""
    return max((tracks.get(run.key, 0) + 1 for run in runs), default=0)


def _span(sheet: Sheet, x: int, halves: Mapping[int, tuple[float, float]], count: int) -> tuple[float, float]:
    """From its left side to its first track (or middle), and the whole width."""
    if x in halves:
        return halves[x][0], sum(halves[x])
    spacing, wishes = sheet.spacing, sheet.wishes
    lead = max(spacing.head if count and x - 1 in halves else spacing.aside, wishes.after.get(x - 1, 0.0))
    tail = max(spacing.head if count and x + 1 in halves else spacing.aside, wishes.before.get(x + 1, 0.0))
    return lead, lead + tail + spacing.track * max(0, count - 1)


def _column_halves(
    sheet: Sheet, x: int, runs: Sequence[Run], offsets: Mapping[RunKey, float]
) -> tuple[float, float]:
    """What a column needs to the left and to the right of its middle."""
    boxes = [sheet.boxes[n] for n in sheet.lattice.in_column[sheet.lattice.column_of[x]]]
    half = max([20.0, sheet.wishes.half.get(x, 0.0), *(b.width / 2 for b in boxes)])
    beside = [b.width / 2 + b.beside for b in boxes]
    offs = [offsets[run.key] for run in runs]
    return max([half, *(8 - off for off in offs)]), max([half, *beside, *(off + 8 for off in offs)])
