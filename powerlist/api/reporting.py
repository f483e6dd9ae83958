"""A report in the form that somebody wants: a letter, lines, data for programs, a page."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
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

__all__ = ["Comparison", "annotated_list", "comparison_text", "report_text", "since"]

_ONE_BOOK = Text(
    "--format xlsx 把问题写进一份工作簿的副本：请只给一份，并用 -o 写明以.xlsx结尾的副本名字。",
    "--format xlsx writes into a copy of one workbook: give one, and name the copy (.xlsx) with -o.",
)


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
    sources: Sequence[str] = (),
) -> str:
    """The report as `letter`, `text`, `json`, `sarif`, `junit` or `html`; KeyError for another form.

    `compared` stands in all of them but JUnit; `sources` are what was checked, for SARIF to name by path.
    """
    place = book or Book()
    rules = list(place.settings.apply(place.rules))
    return _WRITERS[form](_Told(report, register, rules, lang, compared, sources))


def report_bytes(
    report: Report, register: Register, source: str, form: str, lang: Lang, *, book: Book
) -> bytes:
    """The report on one source in any form; `xlsx` is a copy of it. Raises InputError for no workbook."""
    if form == "xlsx":
        return _annotated(report, source, lang)
    return report_text(report, register, form, lang, book=book, sources=[source]).encode()


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


@dataclass(frozen=True)
class _Told:
    """A report and all that may be told with it."""

    report: Report
    register: Register
    rules: list[Rule]
    lang: Lang
    compared: Comparison | None
    sources: Sequence[str]

    def lines(self, lines: Iterable[str]) -> str:
        """The lines, and what changed since the earlier check."""
        changed = comparison_text(self.compared, self.lang) if self.compared else ()
        return "".join(f"{line}\n" for line in (*lines, *changed))


def _lines(told: _Told) -> str:
    return told.lines(as_text(told.report, told.lang))


def _letter(told: _Told) -> str:
    return told.lines(as_letter(told.report, told.register, told.rules, told.lang))


def _json(told: _Told) -> str:
    changed = {"baseline": comparison_data(told.compared)} if told.compared else {}
    return _pretty({**as_data(told.report, told.register, told.lang), **changed})


def _sarif(told: _Told) -> str:
    return _pretty(as_sarif(told.report, told.register, told.rules, told.lang, told.compared, told.sources))


def _junit(told: _Told) -> str:
    return as_junit(told.report, told.rules, told.lang)


def _page(told: _Told) -> str:
    return as_page(told.report, told.register, told.rules, told.lang, told.compared)


def _pretty(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


_WRITERS: dict[str, Callable[[_Told], str]] = {
    "letter": _letter,
    "text": _lines,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "html": _page,
}
