"""From tracks to points: rows and columns grow to what their boxes, tracks and labels need."""

from powerlist.views.diagrams.routing.columns import settle_columns
from powerlist.views.diagrams.routing.rows import settle_rows
from powerlist.views.diagrams.routing.sheet import Sheet

_SWEEPS = 2


def settle(sheet: Sheet) -> None:
    """Work out everything; rows first, since columns can then use the true heights."""
    sheet.ways = {}
    for _ in range(_SWEEPS):
        before = dict(sheet.at), list(sheet.boxes), sheet.row_at, sheet.column_at
        settle_rows(sheet)
        settle_columns(sheet)
        if before == (sheet.at, sheet.boxes, sheet.row_at, sheet.column_at):
            break  # a further sweep would find the same again
