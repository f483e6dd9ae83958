"""The rows of a sheet laid anew: what is fixed moves along, matters get rows with the look of the form."""

import copy
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from openpyxl.worksheet.cell_range import CellRange

from powerlist.formats.forms.heights import Fresh, heights_of
from powerlist.formats.forms.writing import put
from powerlist.formats.grid import Range, column_name

_LAST_ROW = 1_048_575  # from 0


@dataclass
class Line:
    """One row to be, with the look of an old one (from 0): what it says by column."""

    look: int
    texts: dict[int, str] | None = None  # None: what the old row said
    over: dict[int, str] = field(default_factory=dict)  # what is written over that
    counts: frozenset[int] = frozenset()  # columns of whole numbers


@dataclass
class Laid:
    """A sheet to be: its lines, its merged ranges (rows from 0), where each old row begins and ends now."""

    lines: list[Line] = field(default_factory=list)
    merges: list[Range] = field(default_factory=list)
    first: dict[int, int] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)

    @cached_property
    def known(self) -> list[int]:
        """The old rows of which it is known where they are."""
        return sorted(self.first)


@dataclass
class _Old:
    """A row as it was: its cells (value, kind, style) by column, its height."""

    cells: dict[int, tuple[Any, str, Any]]
    height: float | None
    hidden: bool = False


def relay(page: Any, laid: Laid) -> None:
    """Write the lines to the sheet; everything below its head is laid anew."""
    old = _taken(page)
    notes = {(cell.row - 1, cell.column - 1): cell.comment for cell in _cells(page) if cell.comment}
    page.merged_cells.ranges = set()
    page._cells.clear()
    page.row_dimensions.clear()
    for row, line in enumerate(laid.lines):
        was = old.get(line.look, _Old({}, None))
        for column in sorted(was.cells.keys() | (line.texts or {}).keys() | line.over.keys()):
            _cell(page, row, column, line, was)
        if line.texts is None and was.hidden:
            page.row_dimensions[row + 1].hidden = True
    _size(page, laid, old)
    for (row, column), note in notes.items():
        if row in laid.first and laid.lines[laid.first[row]].texts is None:
            page.cell(laid.first[row] + 1, column + 1).comment = copy.copy(note)
    page.merged_cells.ranges = {_cell_range(merge) for merge in laid.merges}
    _cover(page, laid.merges)
    _move_marks(page, laid)


def _cells(page: Any) -> Iterator[Any]:
    return (cell for cell in page._cells.values() if hasattr(cell, "comment"))


def _taken(page: Any) -> dict[int, _Old]:
    rows: dict[int, _Old] = {}
    for (row, column), cell in page._cells.items():
        one = rows.setdefault(row - 1, _Old({}, None))
        kind = cell.data_type if hasattr(cell, "data_type") else "n"
        one.cells[column - 1] = (cell.value, kind, copy.copy(cell._style))
    for row, dimension in page.row_dimensions.items():
        one = rows.setdefault(row - 1, _Old({}, None))
        one.height, one.hidden = dimension.height, bool(dimension.hidden)
    return rows


def _cell(page: Any, row: int, column: int, line: Line, was: _Old) -> None:
    cell = page.cell(row + 1, column + 1)
    value, kind, style = was.cells.get(column, (None, "n", None))
    if style is not None:
        cell._style = copy.copy(style)
    if column in line.over:
        put(cell, line.over[column])
    elif line.texts is None:
        cell._value, cell.data_type = value, kind
    elif text := line.texts.get(column):
        put(cell, text, count=column in line.counts)


def _size(page: Any, laid: Laid, old: dict[int, _Old]) -> None:
    fresh = [
        Fresh({**(line.texts or {}), **line.over}, old[line.look].height if line.look in old else None)
        for line in laid.lines
    ]
    for row, height in enumerate(heights_of(page, fresh, laid.merges), 1):
        if height is not None:
            page.row_dimensions[row].height = height


def _cell_range(merge: Range) -> CellRange:
    (top, left), (bottom, right) = merge
    return CellRange(f"{column_name(left)}{top + 1}:{column_name(right)}{bottom + 1}")


def _cover(page: Any, merges: Sequence[Range]) -> None:
    """What a merged range covers says nothing, or the workbook would be mended on opening."""
    for (top, left), (bottom, right) in merges:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                cell = page._cells.get((row + 1, column + 1))
                if cell is not None and (row, column) != (top, left):
                    cell._value, cell.data_type = None, "n"


# what hangs on rows: drop-downs, colours by rule, filters, the printed area, pictures


def _move_marks(page: Any, laid: Laid) -> None:
    for rule in page.data_validations.dataValidation:
        rule.sqref = type(rule.sqref)(" ".join(_moved(one, laid).coord for one in rule.sqref.ranges))
    _move_rules(page, laid)
    if page.auto_filter.ref:
        page.auto_filter.ref = _moved(CellRange(page.auto_filter.ref), laid).coord
    if page.print_area:
        areas = page.print_area if isinstance(page.print_area, list) else page.print_area.split(",")
        page.print_area = ",".join(_moved(CellRange(_plain(area)), laid).coord for area in areas)
    for picture in (*page._images, *page._charts):
        _move_picture(picture, laid)
    page.row_breaks.brk = []
    page._hyperlinks = []


def _plain(area: str) -> str:
    return area.rsplit("!", 1)[-1].replace("$", "")


def _moved(one: CellRange, laid: Laid) -> CellRange:
    top = _now(one.min_row - 1, laid.first, laid.known)
    bottom = _now(one.max_row - 1, laid.last, laid.known)
    return CellRange(min_col=one.min_col, max_col=one.max_col, min_row=top + 1, max_row=max(top, bottom) + 1)


def _now(row: int, places: dict[int, int], known: list[int]) -> int:
    """Where an old row is; one that nothing is known of stays as far below the last known one."""
    if row in places:
        return places[row]
    at = bisect_left(known, row)
    moved = row if at == 0 else places[known[at - 1]] + row - known[at - 1]
    return min(moved, _LAST_ROW)


def _move_rules(page: Any, laid: Laid) -> None:
    from openpyxl.formatting.formatting import ConditionalFormattingList

    fresh = ConditionalFormattingList()
    for group in page.conditional_formatting:
        where = " ".join(_moved(one, laid).coord for one in group.sqref.ranges)
        for rule in group.rules:
            fresh.add(where, rule)
    page.conditional_formatting = fresh


def _move_picture(picture: Any, laid: Laid) -> None:
    for name in ("_from", "to"):
        mark = getattr(picture.anchor, name, None)
        if mark is not None:
            mark.row = _now(mark.row, laid.first, laid.known)
