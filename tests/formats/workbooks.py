"""Lists as bureaus write them: made from plain items, put through the traps of real files, saved as bytes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter
import xlwt

from powerlist.formats import Reading, read

Merge = tuple[int, int, int, int]  # top, left, bottom, right

HEADINGS = {
    "number": "序号",
    "code": "职权编码",
    "type": "权力类型",
    "name": "事项名称",
    "sub_item": "子项名称",
    "basis": "设定依据",
    "units": "承办机构",
    "duties": "责任事项",
    "duty_posts": "责任岗位",
    "grounds": "追责情形",
    "accountability_basis": "追责依据",
    "targets": "追责对象范围",
    "statutory_limit": "法定时限",
    "promised_limit": "承诺时限",
    "fee": "收费标准",
    "oversight_phones": "监督电话",
}
LONG = ("name", "basis", "duties", "grounds", "accountability_basis")


@dataclass(frozen=True)
class Block:
    """One item's rows by field: the first carries the power, the others its sub-items."""

    rows: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Sheet:
    """Rows of texts and what is merged; `first` is the row of the first item."""

    name: str
    rows: list[list[str]]
    merges: list[Merge] = field(default_factory=list)
    first: int = 1
    fields: tuple[str, ...] = tuple(HEADINGS)

    def column(self, name: str) -> int:
        """The place of a field's column."""
        return self.fields.index(name)


def plain(blocks: Sequence[Block], name: str = "清单", fields: Sequence[str] = tuple(HEADINGS)) -> Sheet:
    """The items under one header, nothing merged."""
    rows = [[HEADINGS[one] for one in fields]]
    rows += [[row.get(one, "") for one in fields] for block in blocks for row in block.rows]
    return Sheet(name, rows, fields=tuple(fields))


def as_xlsx(*sheets: Sheet) -> bytes:
    """The sheets as a new workbook."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for top, left, bottom, right in sheet.merges:
                page.merge_range(top, left, bottom, right, "")
            for row, cells in enumerate(sheet.rows):
                for column, text in enumerate(cells):
                    if text:
                        page.write_string(row, column, text)
    return buffer.getvalue()


def as_xls(*sheets: Sheet) -> bytes:
    """The sheets as an old workbook (BIFF8)."""
    book = xlwt.Workbook(encoding="utf-8")
    for sheet in sheets:
        page = book.add_sheet(sheet.name, cell_overwrite_ok=True)
        for top, left, bottom, right in sheet.merges:
            page.merge(top, bottom, left, right)
        for row, cells in enumerate(sheet.rows):
            for column, text in enumerate(cells):
                if text:
                    page.write(row, column, text)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def reading_of(data: bytes, folder: Path, name: str = "清单.xlsx", **options: object) -> Reading:
    """What is read from these bytes as a file."""
    path = folder / name
    path.write_bytes(data)
    return read(path, authority="示例县某局", **options)  # type: ignore[arg-type]
