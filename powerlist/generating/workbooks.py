"""A register as the workbook that a bureau hands in: title rows, merged cells, one sheet or one a type."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from powerlist.generating.cells import HEADINGS, SUB_ITEM, rows_of
from powerlist.graph import PowerGraph
from powerlist.model.power import Power
from powerlist.model.register import Register

_WIDTHS = (6, 24, 18, 10, 40, 16, 14, 14, 12, 48, 30, 20, 40, 8)
_MADE_ON = datetime(2026, 1, 1, tzinfo=UTC).replace(
    tzinfo=None
)  # a workbook is the same whenever it is written


def workbook(register: Register, *, by_type: bool = False) -> bytes:
    """The list in the usual fourteen columns as .xlsx; `by_type` gives each type a sheet of its own.

    What the columns do not hold (posts, limits, fees, processes, risks) is left out.
    """
    import xlsxwriter  # type: ignore[import-untyped]  # here, because only writing needs it

    graph, buffer = PowerGraph(register), io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _MADE_ON})
        looks = _looks(book)
        for name, powers in _sheets(register, by_type):
            page = book.add_worksheet(name)
            _head(page, looks, f"{register.authority.name}权责清单")
            _body(page, looks, [rows_of(graph, power) for power in powers])
    return buffer.getvalue()


def _sheets(register: Register, by_type: bool) -> list[tuple[str, list[Power]]]:
    if not by_type:
        return [("权责清单", list(register.powers))]
    typed = groupby(register.powers, lambda power: power.type)
    return [(type.text.zh if type else "其他", list(powers)) for type, powers in typed]


def _looks(book: Any) -> dict[str, Any]:
    cell = {"text_wrap": True, "border": 1, "font_name": "仿宋", "font_size": 10}
    return {
        "title": book.add_format({"bold": True, "font_size": 18, "align": "center", "valign": "vcenter"}),
        "head": book.add_format({**cell, "bold": True, "align": "center", "valign": "vcenter"}),
        "cell": book.add_format({**cell, "valign": "top"}),
    }


def _head(page: Any, looks: dict[str, Any], title: str) -> None:
    page.merge_range(0, 0, 0, len(HEADINGS) - 1, title, looks["title"])
    for column, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
        page.set_column(column, column, width)
        page.write_string(1, column, heading, looks["head"])
    page.freeze_panes(2, 2)
    page.set_landscape()
    page.repeat_rows(1)


def _body(page: Any, looks: dict[str, Any], blocks: Sequence[Sequence[Sequence[str]]]) -> None:
    """Each power's rows; over several of them its own cells are merged."""
    top = 2
    for rows in blocks:
        last = top + len(rows) - 1
        for column in range(len(HEADINGS)):
            if len(rows) > 1 and column != SUB_ITEM:
                page.merge_range(top, column, last, column, rows[0][column], looks["cell"])
                continue
            for place, row in enumerate(rows):
                page.write_string(top + place, column, row[column], looks["cell"])
        top = last + 1
