"""A report in the form that somebody wants: a letter, lines, data for programs, a page."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from powerlist.api.book import Book
from powerlist.api.files import the_file
from powerlist.errors import UsageError
from powerlist.i18n import Lang, Text
from powerlist.model.register import Register
from powerlist.rules import Report, Rule
from powerlist.views.reports.comparison import (
    Comparison,
    compare,
    comparison_data,
    comparison_text,
    read_earlier,
)
from powerlist.views.reports.findings import as_data, as_text
from powerlist.views.reports.junit import as_junit
from powerlist.views.reports.letter import as_letter
from powerlist.views.reports.page import as_page
from powerlist.views.reports.sarif import as_sarif

__all__ = ["REPORTS", "Comparison", "annotated_list", "comparison_text", "report_text", "since"]

_ONE_BOOK = Text(
    "--format xlsx 把问题写进一份工作簿的副本：请只给一份，并用 -o 写明以.xlsx结尾的副本名字。",
    "--format xlsx writes into a copy of one workbook: give one, and name the copy (.xlsx) with -o.",
)
Writer = Callable[[Report, Register, list[Rule], Lang], str]


def since(report: Report, baseline: Path) -> Comparison:
    """The report beside the JSON of an earlier check. Raises InputError for a file of another kind."""
    return compare(report, read_earlier(the_file(baseline)))


def report_text(
    report: Report,
    register: Register,
    form: str,
    lang: Lang,
    *,
    book: Book | None = None,
    compared: Comparison | None = None,
) -> str:
    """The report as `letter`, `text`, `json`, `sarif`, `junit` or `html`; KeyError for another form."""
    place = book or Book()
    text = REPORTS[form](report, register, list(place.settings.apply(place.rules)), lang)
    if compared is None or form not in ("letter", "text", "json"):
        return text
    if form == "json":
        return _pretty({**json.loads(text), "baseline": comparison_data(compared)})
    return text + "".join(f"{line}\n" for line in comparison_text(compared, lang))


def report_bytes(
    report: Report, register: Register, source: str, form: str, lang: Lang, *, book: Book
) -> bytes:
    """The report on one source in any form; `xlsx` is a copy of it. Raises InputError for no workbook."""
    if form == "xlsx":
        return _annotated(report, source, lang)
    return report_text(report, register, form, lang, book=book).encode()


def annotated_list(report: Report, sources: Sequence[str], out: Path | None, lang: Lang) -> bytes:
    """A copy of the one workbook that was checked, with the findings in its cells.

    Raises UsageError where there are several sources or no file to write, InputError for what is no workbook.
    """
    if len(sources) != 1 or out is None or out.suffix.lower() != ".xlsx":
        raise UsageError(_ONE_BOOK)
    return _annotated(report, sources[0], lang)


def _annotated(report: Report, source: str, lang: Lang) -> bytes:
    from powerlist.views.reports.annotated import annotated  # here: the library for workbooks is slow to load

    return annotated(report, Path(source), lang)


def _lines(report: Report, register: Register, rules: list[Rule], lang: Lang) -> str:
    return "".join(f"{line}\n" for line in as_text(report, lang))


def _letter(report: Report, register: Register, rules: list[Rule], lang: Lang) -> str:
    return "".join(f"{line}\n" for line in as_letter(report, register, rules, lang))


def _json(report: Report, register: Register, rules: list[Rule], lang: Lang) -> str:
    return _pretty(as_data(report, register, lang))


def _sarif(report: Report, register: Register, rules: list[Rule], lang: Lang) -> str:
    return _pretty(as_sarif(report, register, rules, lang))


def _junit(report: Report, register: Register, rules: list[Rule], lang: Lang) -> str:
    return as_junit(report, rules, lang)


def _pretty(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


REPORTS: dict[str, Writer] = {
    "letter": _letter,
    "text": _lines,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "html": as_page,
}
