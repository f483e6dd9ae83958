"""Findings in the user's own workbook: a comment on each cell, a first sheet that lists and links them."""

import io
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import MergedCell
from openpyxl.styles import PatternFill

from powerlist.formats.workbook_copy import open_copy
from powerlist.i18n import Lang
from powerlist.model.source import Source
from powerlist.rules import Finding, Report
from powerlist.views.reports.comments import forget, pale, write
from powerlist.views.reports.first_sheet import forget_list, put_list
from powerlist.views.theme import SEVERITIES

Cells = dict[tuple[str, str], list[Finding]]


def annotated(report: Report, path: Path, lang: Lang) -> bytes:
    """A copy of the workbook at `path` with the findings in it; an .xls is answered as .xlsx.

    Findings of other files stand on the first sheet only, and what an earlier check wrote into the workbook
    is taken out. Raises InputError for what is no workbook.
    """
    book = open_copy(path)
    forget_list(book)
    for page in book.worksheets:
        forget(page)
    cells = _cells(report, path, book)
    for (sheet, cell), found in cells.items():
        write(book[sheet][cell], found, lang)
        gravest = max(found, key=lambda one: one.severity.weight)
        colour = pale(SEVERITIES[gravest.severity].colour)
        book[sheet][cell].fill = PatternFill("solid", fgColor=colour)
    links = {one.key: place for place, found in cells.items() for one in found}
    put_list(book, report, links, lang)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _cells(report: Report, path: Path, book: Workbook) -> Cells:
    """The cells of this workbook with the findings on each; a merged one speaks through its first."""
    found: Cells = {}
    for finding in report.findings:
        if finding.source and _is_here(finding.source, path, book):
            page: Any = book[finding.source.sheet]
            found.setdefault((page.title, _first(page, finding.source.cell)), []).append(finding)
    return found


def _is_here(source: Source, path: Path, book: Workbook) -> bool:
    sheets = {sheet.title for sheet in book.worksheets}
    return Path(source.file).name == path.name and source.sheet in sheets and bool(source.cell)


def _first(page: Any, cell: str) -> str:
    if not isinstance(page[cell], MergedCell):
        return cell
    merged = next(one for one in page.merged_cells.ranges if cell in one)
    return str(page.cell(merged.min_row, merged.min_col).coordinate)
