"""A form opened twice: as the reading engine sees it, and as a workbook that keeps its look."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from powerlist.errors import InputError
from powerlist.formats.archive import refuse_bombs
from powerlist.formats.forms.old_look import dress_like
from powerlist.formats.forms.trimming import trimmed_workbook
from powerlist.formats.forms.writing import put
from powerlist.formats.grid import Grid
from powerlist.formats.own_workbook.mark import is_own
from powerlist.formats.workbook import ZIP, grids_of, is_workbook, load_bytes
from powerlist.i18n import Text

_NO_FORM = Text(
    "不是工作簿。表样须为.xlsx或.xls文件。",
    "it is no workbook; a form is an .xlsx or .xls file.",
)
_OURS = Text(
    "是本工具自己的工作簿，不是表样。请用 powerlist convert 保存为这种格式。",
    "it is this program's own workbook, not a form; use powerlist convert to write it.",
)
_BROKEN = Text(
    "工作簿的样式读不出来。请用表格软件打开后另存为.xlsx。",
    "the look of the workbook cannot be read; open it in a spreadsheet program and save it as .xlsx.",
)
_MACROS = Text(
    "表样带有宏，填好的表不带宏（.xlsx）。", "The form has macros; the filled one has none (.xlsx)."
)
_LINKS = Text(
    "表样引用了外部工作簿，已照原样保留，请核对。",
    "The form refers to other workbooks; that was kept as it is.",
)
_DRAWN = Text(
    "表样中的图表、形状或控件不能保留，请手工补上。",
    "Charts, shapes or controls of the form cannot be kept; put them back by hand.",
)
_LOCKED = Text(
    "工作表“{sheet}”设有保护，已照填并保留保护。",
    "Sheet “{sheet}” is protected; it was filled and stays protected.",
)
_OLD = Text(
    "旧式.xls表样已改写为.xlsx，保留了文字、合并和行高列宽。",
    "The old .xls form was written as .xlsx: texts, merged cells, widths and heights are kept.",
)


@dataclass
class OpenForm:
    """A form's name, its workbook, its grids by sheet, and what a user should know about it."""

    name: str
    book: Workbook
    grids: list[Grid]
    notes: list[Text] = field(default_factory=list)

    def page(self, grid: Grid) -> Worksheet:
        """The sheet of a grid."""
        page: Worksheet = self.book[grid.sheet]
        return page


def open_form(path: Path) -> OpenForm:
    """The form in a file, never changed; raises InputError for what is no workbook, locked or broken."""
    data = load_bytes(path)
    if not is_workbook(data):
        raise InputError(path.name, _NO_FORM)
    if not data.startswith(ZIP):
        return _old(data, path.name)
    refuse_bombs(data, path.name)
    if is_own(data):
        raise InputError(path.name, _OURS)
    data = trimmed_workbook(data)
    grids = grids_of(data, path.name)
    book = _loaded(data, path.name)
    return OpenForm(path.name, book, grids, list(_told(data, book)))


def _loaded(data: bytes, name: str) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what cannot be kept is told in the user's own language
            return load_workbook(io.BytesIO(data), rich_text=True)
    except Exception:  # whatever the library meets in a stranger's file
        raise InputError(name, _BROKEN) from None


def _told(data: bytes, book: Workbook) -> Iterator[Text]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        drawings = b"".join(archive.read(n) for n in names if n.startswith("xl/drawings/drawing"))
    if any(name.endswith("vbaProject.bin") for name in names):
        yield _MACROS
    if any(name.startswith("xl/externalLinks/") for name in names):
        yield _LINKS
    if any(name.startswith(("xl/charts/", "xl/ctrlProps/")) for name in names) or b":sp>" in drawings:
        yield _DRAWN
    for page in book.worksheets:
        if page.protection.sheet:
            yield _LOCKED.fill(sheet=page.title)


def _old(data: bytes, name: str) -> OpenForm:
    """An old workbook, written anew with its texts, merged cells, widths and heights."""
    grids = grids_of(data, name)
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in grids:
        page: Any = book.create_sheet(grid.sheet)
        for row, texts in enumerate(grid.rows, 1):
            for column, text in enumerate(texts, 1):
                if text:
                    put(page.cell(row, column), text)
        for (top, left), (bottom, right) in grid.merges:
            page.merge_cells(
                start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
            )
    dress_like(book, data)
    return OpenForm(name, book, grids, [_OLD])
