"""Findings in the user's own workbook: a comment on each cell, a first sheet that lists and links them."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from powerlist.formats.forms.writing import LONGEST, put
from powerlist.formats.workbook_copy import open_copy
from powerlist.i18n import Lang, Text
from powerlist.model.source import Source
from powerlist.rules import Finding, Report
from powerlist.views.theme import SEVERITIES

_SHEET = Text("检查意见", "Findings")
_HEAD = (
    Text("程度", "Severity"),
    Text("规则", "Rule"),
    Text("问题", "Finding"),
    Text("改法", "Fix"),
    Text("位置", "Place"),
)
_WIDTHS = (9, 7, 70, 50, 24)
_AUTHOR = "powerlist"
_SIDE = 4  # a comment's box is this many times a line high


def annotated(report: Report, path: Path, lang: Lang) -> bytes:
    """A copy of the workbook at `path` with the findings in it; an .xls is answered as .xlsx.

    Findings of other files stand on the first sheet only. Raises InputError for what is no workbook.
    """
    book = open_copy(path)
    by_cell: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.findings:
        if finding.source and _is_here(finding.source, path, book):
            by_cell.setdefault((finding.source.sheet, finding.source.cell), []).append(finding)
    for (sheet, cell), found in by_cell.items():
        _comment(book[sheet][cell], found, lang)
    _list(book, report, path, lang)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _is_here(source: Source, path: Path, book: Workbook) -> bool:
    return Path(source.file).name == path.name and source.sheet in book.sheetnames and bool(source.cell)


def _comment(cell: Any, found: list[Finding], lang: Lang) -> None:
    """What is wrong at a cell, and the colour of the gravest; a merged cell speaks through its first."""
    lines = [f"{one.code} {one.message.of(lang)}\n→ {one.hint.of(lang)}" for one in found]
    earlier = f"{cell.comment.text}\n\n" if getattr(cell, "comment", None) else ""
    note = Comment((earlier + "\n\n".join(lines))[:LONGEST], _AUTHOR, width=420)
    note.height = min(400, 30 + _SIDE * sum(len(line) // 8 + 8 for line in lines))
    gravest = max(found, key=lambda one: one.severity.weight)
    try:
        cell.comment = note
        cell.fill = PatternFill("solid", fgColor=_tint(SEVERITIES[gravest.severity].colour))
    except AttributeError:  # inside a merge, where a sheet holds no cell of its own
        return


def _list(book: Workbook, report: Report, path: Path, lang: Lang) -> None:
    """The first sheet: every finding, with a link to its cell."""
    title = _free(book, _SHEET.of(lang))
    page: Any = book.create_sheet(title, 0)
    book.active = 0
    for row, cells in enumerate(_rows(report, lang), 1):
        for column, text in enumerate(cells, 1):
            put(page.cell(row, column), text[:LONGEST])
            page.cell(row, column).alignment = Alignment(wrap_text=True, vertical="top")
    for row, finding in enumerate(report.findings, 2):
        if finding.source and _is_here(finding.source, path, book):
            link = page.cell(row, len(_HEAD))
            link.hyperlink = f"#'{finding.source.sheet.replace(chr(39), chr(39) * 2)}'!{finding.source.cell}"
            link.font = Font(color="1F4FA3", underline="single")
    for column, width in enumerate(_WIDTHS, 1):
        page.column_dimensions[get_column_letter(column)].width = width
        page.cell(1, column).font = Font(bold=True)
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _rows(report: Report, lang: Lang) -> Iterator[tuple[str, ...]]:
    yield tuple(head.of(lang) for head in _HEAD)
    for one in report.findings:
        place = (
            f"{one.source.sheet}!{one.source.cell}"
            if one.source and one.source.sheet
            else str(one.source or "")
        )
        word = SEVERITIES[one.severity].word.of(lang)
        yield word, one.code, one.message.of(lang), one.hint.of(lang), place


def _free(book: Workbook, name: str) -> str:
    """The name, or the next one that no sheet has."""
    taken = {sheet.lower() for sheet in book.sheetnames}
    names = (name if n == 1 else f"{name}{n}" for n in range(1, len(taken) + 2))
    return next(one for one in names if one.lower() not in taken)


def _tint(colour: str) -> str:
    """A pale shade of a colour (#rrggbb), so that the text stays readable."""
    parts = (int(colour.lstrip("#")[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{255 - (255 - part) // 5:02X}" for part in parts)
