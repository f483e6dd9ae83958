"""Rows: as high as their boxes, the lines through them and the channels between them ask."""

from collections.abc import Mapping, Sequence

from powerlist.views.diagrams.routing.runs import Run, RunKey
from powerlist.views.diagrams.routing.sheet import Sheet
from powerlist.views.diagrams.routing.spacing import EDGE
from powerlist.views.diagrams.routing.tracks import Bundle, Spread, channel_tracks


def settle_rows(sheet: Sheet) -> None:
    """The y of rows, channels and level runs; boxes grow to what meets them at their sides."""
    lines = sheet.lines_of(level=True)
    spread = {r.key: _level_spread(sheet, r) for runs in lines.values() for r in runs}
    offsets: dict[RunKey, float] = {}
    tracks: dict[RunKey, int] = {}
    for line, runs in lines.items():
        if line & 1:
            offsets |= Bundle(runs, _share_cells, spread, sheet.room, sheet.limit).offsets()
        else:
            tracks |= channel_tracks(runs, _share_cells, spread)
    sheet.grow_boxes(offsets, level=True)
    _place_rows(sheet, lines, offsets, tracks)


def _place_rows(
    sheet: Sheet,
    lines: Mapping[int, Sequence[Run]],
    offsets: Mapping[RunKey, float],
    tracks: Mapping[RunKey, int],
) -> None:
    sheet.row_at, sheet.row_spans = [], []
    y = sheet.top
    for line in range(sheet.lattice.height):
        runs = lines.get(line, ())
        if line & 1:
            y = _place_row(sheet, y, line // 2, {r.key: offsets[r.key] for r in runs})
        else:
            y = _place_channel(sheet, y, line, {r.key: tracks[r.key] for r in runs})
    sheet.bottom = y


def _place_row(sheet: Sheet, y: float, row: int, offsets: Mapping[RunKey, float]) -> float:
    """A row of boxes from `y` on, with the lines through it; its lower end."""
    above, below = _row_halves(sheet, row, list(offsets.values()))
    sheet.row_at.append(y + above)
    sheet.row_spans.append((y, y + above + below))
    sheet.at.update((run, y + above + offset) for run, offset in offsets.items())
    return y + above + below


def _place_channel(sheet: Sheet, y: float, line: int, tracks: Mapping[RunKey, int]) -> float:
    """The channel from `y` on, with its tracks; its lower end."""
    spacing, outer = sheet.spacing, line in (0, sheet.lattice.height - 1)
    lead = max(spacing.aside, sheet.wishes.beneath.get(line - 1, 0.0))
    sheet.at.update((run, y + lead + spacing.track * track) for run, track in tracks.items())
    if tracks:
        return y + lead + spacing.track * max(tracks.values()) + (EDGE if line and outer else spacing.head)
    return y + (EDGE if outer else max(spacing.gap, lead + 3))


def _row_halves(sheet: Sheet, row: int, offsets: Sequence[float]) -> tuple[float, float]:
    boxes = [sheet.boxes[n] for n in sheet.lattice.in_row[row]]
    half = max([max(box.height, box.beside_height) / 2 for box in boxes])
    above = max([half, *(7 - off for off in offsets)])
    below = max([half, *(off + 7 for off in offsets)])
    short = sum([box.node.note_height for box in boxes]) - above - below
    spare = max(0.0, short) / 2
    return above + spare, below + spare


def _level_spread(sheet: Sheet, run: Run) -> Spread:
    if not sheet.column_at:
        return run.low, run.high
    low = sheet.at[run.low_next.key] if run.low_next else sheet.centre(run.low_node).x
    high = sheet.at[run.high_next.key] if run.high_next else sheet.centre(run.high_node).x
    return low, high


def _share_cells(a: Run, b: Run) -> bool:
    (low, high), (first, last) = a.inner, b.inner
    return low <= last and first <= high
