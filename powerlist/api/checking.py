"""Check, and tell what was found."""

import json
import sys
from collections.abc import Iterable, Sequence
from contextlib import redirect_stdout
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from powerlist.analysis.neighbours import Neighbours
from powerlist.api.book import Book
from powerlist.api.names import unknown
from powerlist.errors import UsageError
from powerlist.i18n import Lang, Text
from powerlist.laws import LawIndex, index
from powerlist.model.register import Register
from powerlist.model.severity import Severity
from powerlist.practice import Practice, load
from powerlist.resources import write_whole
from powerlist.rules import Report, Rule
from powerlist.rules import check as run_rules
from powerlist.rules import explain as explain_rule
from powerlist.views.reports.findings import SEVERITY, as_data, as_text, totals
from powerlist.views.reports.table import as_csv

_LETTERS = str.maketrans("OIL", "011")
_NO_LAWS = Text(
    "没有“{path}”。--laws 要一份CSV或者一个存放全文的文件夹。",
    "there is no “{path}”; --laws takes a CSV or a folder of full texts.",
)


def check(
    register: Register,
    *,
    as_of: date,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    practice: Practice | None = None,
    neighbours: Sequence[Register] | Neighbours = (),
    previous: Register | None = None,
    laws: Sequence[Path] = (),
    book: Book | None = None,
) -> Report:
    """Run the rules on a register as of a day, beside its neighbours and with local laws.

    `previous` is the list as it was before; `laws` are CSV files of local instruments and folders of full
    texts, `book` the place's rules, settings and waivers. Raises UsageError for an unknown rule or a path to
    nowhere, InputErrors for bad cells.
    """
    place = book or Book()
    with redirect_stdout(sys.stderr):  # what a rule of the user's own prints is talk, not data
        return run_rules(
            register,
            practice or load(),
            as_of,
            select=select,
            ignore=ignore,
            neighbours=neighbours,
            previous=previous,
            laws=_index(laws),
            rules=place.rules,
            settings=place.settings,
            waivers=place.waivers,
        )


def _index(paths: Sequence[Path]) -> LawIndex:
    """The index that ships, with what the user adds to it."""
    found = index()
    for path in paths:
        if not path.exists():
            raise UsageError(_NO_LAWS.fill(path=path))
        found = found.with_texts(path) if path.is_dir() else found.with_local(path)
    return found


def reaches(report: Report, gravity: str) -> bool:
    """Whether a finding is as grave as `gravity` (error, warning, info; never is never reached)."""
    if gravity == "never":
        return False
    weight = Severity(gravity).weight
    return any(finding.severity.weight >= weight for finding in report.findings)


def findings_text(report: Report, lang: Lang) -> Iterable[str]:
    """Findings and totals as lines of text."""
    return as_text(report, lang)


def findings_totals(report: Report, lang: Lang) -> Iterable[str]:
    """Only the totals."""
    return totals(report, lang)


def findings_data(report: Report, register: Register, lang: Lang) -> dict[str, Any]:
    """Findings as data for other programs."""
    return as_data(report, register, lang)


def findings_csv(report: Report, lang: Lang) -> bytes:
    """Findings as a table for a spreadsheet, with nothing in it that would be executed."""
    return as_csv(report, lang)


def write_findings(report: Report, register: Register, folder: Path, lang: Lang) -> None:
    """Write findings.txt and findings.json into a folder."""
    data = json.dumps(as_data(report, register, lang), ensure_ascii=False, indent=2)
    write_whole(folder / "findings.json", data + "\n")
    write_whole(folder / "findings.txt", "\n".join(as_text(report, lang)) + "\n")


def rules(book: Book | None = None) -> Iterable[Rule]:
    """Every rule of the place, by code, as grave as it takes them."""
    place = book or Book()
    return iter(place.settings.apply(place.rules))


def explain(word: str, lang: Lang, book: Book | None = None) -> str:
    """The page of one rule, in Markdown. Raises UsageError for an unknown one."""
    every = (book or Book()).rules
    found = every.find(word)
    if found is None:
        known = [name for rule in every for name in (rule.code, rule.slug)]
        letters = every.find(word[:1] + word[1:].upper().translate(_LETTERS))  # A01 typed as AO1
        near = [letters.code] if letters else get_close_matches(word, known, n=3, cutoff=0.4)
        raise UsageError(unknown(Text("规则", "rule"), word, near))
    return explain_rule(found, lang)


def severity_name(severity: Severity, lang: Lang) -> str:
    """必须改、应核实、提示."""
    return SEVERITY[severity].of(lang)
