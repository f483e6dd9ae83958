"""What stands fixed on a form: formulas where words are read, and the place for the bureau's name."""

from typing import Any

from powerlist.formats.forms.opening import OpenForm
from powerlist.formats.forms.reading import FormSheet
from powerlist.formats.forms.writing import put

AUTHORITY = "〔单位名称〕"


def show_formulas(page: Any, sheet: FormSheet) -> None:
    """Heads and items that are formulas become what they showed: formulas are worked out only on opening."""
    rows = {row for block in sheet.blocks for held in block.items for row in held.rows}
    rows |= {row for head in sheet.raw.headers for row in range(head.first, head.last + 1)}
    if sheet.cards:
        rows = set(range(len(sheet.grid.rows)))
    for (row, column), cell in page._cells.items():
        if getattr(cell, "data_type", "") == "f" and row - 1 in rows:
            put(cell, sheet.grid.raw(row - 1, column - 1), count=True)


def name_authority(opened: OpenForm, name: str) -> None:
    """Write the bureau's name where a form leaves it open."""
    for page in opened.book.worksheets:
        cells: dict[tuple[int, int], Any] = page._cells
        for cell in cells.values():
            if isinstance(cell.value, str) and AUTHORITY in cell.value:
                put(cell, cell.value.replace(AUTHORITY, name))
