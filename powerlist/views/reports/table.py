"""Findings as a table that a spreadsheet opens, and executes nothing of."""

import csv
from io import StringIO

from powerlist.i18n import Lang, Text
from powerlist.rules import Report
from powerlist.views.theme import SEVERITIES

_HEAD = tuple(
    Text(zh, en)
    for zh, en in (
        ("严重程度", "Severity"),
        ("规则", "Rule"),
        ("问题", "Finding"),
        ("改法", "Fix"),
        ("对象", "Thing"),
        ("名称", "Name"),
        ("文件", "File"),
        ("工作表", "Sheet"),
        ("单元格", "Cell"),
        ("编号", "Key"),
    )
)
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(report: Report, lang: Lang) -> bytes:
    """One row a finding, as UTF-8 with the mark that Excel needs to see so."""
    paper = StringIO()
    rows = csv.writer(paper)
    rows.writerow(head.of(lang) for head in _HEAD)
    for finding in report.findings:
        source = finding.source
        place = (source.file, source.sheet, source.cell) if source else ("", "", "")
        said = (finding.message.of(lang), finding.hint.of(lang))
        thing = (finding.entity.label.of(lang), finding.entity.title)
        gravity = SEVERITIES[finding.severity].word.of(lang)
        rows.writerow(map(harmless, (gravity, finding.code, *said, *thing, *place, finding.key)))
    return paper.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.lstrip().startswith(_STARTS_A_FORMULA) else text
