"""The first sheet of a workbook with findings: every one in a row, with a link to its cell."""

from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from powerlist.formats.forms.writing import LONGEST, put
from powerlist.i18n import Lang, Text
from powerlist.rules import Finding, Report
from powerlist.views.reports.comments import pale
from powerlist.views.reports.findings import totals, waiver_said
from powerlist.views.reports.places import Places, places_of
from powerlist.views.reports.sorting import unit_name
from powerlist.views.theme import SEVERITIES

_SHEET = Text("检查意见", "Findings")
_TITLE = Text("检查意见（{day}）  {totals}", "Findings ({day})  {totals}")
_HEAD = (
    Text("程度", "Severity"),
    Text("规则", "Rule"),
    Text("科室", "Unit"),
    Text("问题", "Finding"),
    Text("改法", "Fix"),
    Text("位置", "Place"),
)
_WIDTHS = (9, 7, 16, 64, 44, 22)
_PLACE = len(_HEAD)
_TOP = 2  # the row of the heads
_WAIVED = Text("已豁免", "waived")
_LINK = "1F4FA3"
Links = Mapping[str, tuple[str, str]]  # of each finding's key the sheet and cell


def put_list(book: Workbook, report: Report, links: Links, lang: Lang) -> None:
    """Put the sheet in front; what is waived stands below what is not."""
    page: Any = book.create_sheet(_free(book, _SHEET.of(lang)), 0)
    total = next(iter(totals(report, lang)))
    _put(page.cell(1, 1), _TITLE.fill(day=report.as_of, totals=total).of(lang), wrap=False)
    for column, head in enumerate(_HEAD, 1):
        _put(page.cell(_TOP, column), head.of(lang))
        page.cell(_TOP, column).font = Font(bold=True)
    places = places_of(report)
    for row, (finding, cells) in enumerate(_rows(report, places, lang), _TOP + 1):
        for column, text in enumerate(cells, 1):
            _put(page.cell(row, column), text)
        page.cell(row, 1).fill = PatternFill("solid", fgColor=pale(SEVERITIES[finding.severity].colour))
        if finding.key in links:
            _link(page.cell(row, _PLACE), *links[finding.key])
    _make_up(book, page)


def _rows(report: Report, places: Places, lang: Lang) -> Iterator[tuple[Finding, tuple[str, ...]]]:
    for one in report.findings:
        hint = one.hint.of(lang)
        yield one, _row(one, SEVERITIES[one.severity].word.of(lang), hint, places, lang)
    uses = report.waiver_uses
    for waived in report.waived:
        why = waiver_said(waived.waiver, uses[waived.waiver], lang)
        yield waived.finding, _row(waived.finding, _WAIVED.of(lang), why, places, lang)


def _row(one: Finding, word: str, what: str, places: Places, lang: Lang) -> tuple[str, ...]:
    return word, one.code, unit_name(one, lang), one.message.of(lang), what, places.of(one.source)


def _put(cell: Any, text: str, *, wrap: bool = True) -> None:
    put(cell, text[: LONGEST // 2])  # a letter beyond the basic plane counts twice
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")


def _link(cell: Any, sheet: str, place: str) -> None:
    quoted = sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{place}")
    cell.font = Font(color=_LINK, underline="single")


def _make_up(book: Workbook, page: Any) -> None:
    """Widths, a head that stays in sight and on every page, and a choice above each column."""
    book.active = 0
    for sheet in book.worksheets[1:]:
        sheet.sheet_view.tabSelected = False
    for column, width in enumerate(_WIDTHS, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.cell(1, 1).font = Font(bold=True, size=13)
    page.freeze_panes = f"A{_TOP + 1}"
    page.auto_filter.ref = f"A{_TOP}:{get_column_letter(_PLACE)}{max(page.max_row, _TOP)}"
    page.print_title_rows = f"{_TOP}:{_TOP}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddFooter.center.text = "&P / &N"


def forget_list(book: Workbook) -> None:
    """Take out the sheets that an earlier check put in front."""
    heads = [tuple(head.of(lang) for head in _HEAD) for lang in ("zh", "en")]
    for page in book.worksheets:
        if tuple(page.cell(_TOP, column).value for column in range(1, _PLACE + 1)) in heads:
            book.remove(page)


def _free(book: Workbook, name: str) -> str:
    """The name, or the next one that no sheet has."""
    taken = {sheet.lower() for sheet in book.sheetnames}
    names = (name if n == 1 else f"{name}{n}" for n in range(1, len(taken) + 2))
    return next(one for one in names if one.lower() not in taken)
