"""The table of findings: one line a finding, the gravest first as the check gives them."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any

import streamlit as st

from powerlist import api
from powerlist.app.opened import Opened
from powerlist.app.parts import values
from powerlist.app.parts.filters import Filters
from powerlist.app.parts.html import place
from powerlist.app.parts.table import TALL, clicked, short
from powerlist.i18n import Lang, Text

Found = list[api.Finding]
_ROWS = 6  # the verdict below stays in sight


def chosen(now: Opened, filters: Filters, since: Mapping[str, Set[str]]) -> Found:
    """The findings that pass every filter; `since` are the keys of the new ones and of those that stayed."""
    rules = {rule.code: rule for rule in api.rules()}
    found = now.by_power.get(filters["power"], []) if filters["power"] else now.report.findings
    since_last, read = since.get(filters["since"]), _Eye(filters["reader"], filters["aim"])
    return [
        finding
        for finding in found
        if _passes(now, finding, filters)
        and read.sees(rules.get(finding.code))
        and (since_last is None or finding.key in since_last)
    ]


def show(now: Opened, found: Found, lang: Lang, key: str) -> str | None:
    """The table; the key of the finding that was clicked."""
    rows = [_row(now, finding, lang) for finding in found]
    row = clicked(rows, key, lang, _columns(lang), most=_ROWS, height=TALL)
    return None if row is None else found[row].key


@dataclass(frozen=True)
class _Eye:
    """Who reads, and for which of the six cures; "" for any."""

    reader: str
    aim: str

    def sees(self, rule: api.Rule | None) -> bool:
        """Whether a rule is for this reader and this cure; one that names no reader is for all."""
        if rule is None:
            return not self.reader and not self.aim
        readers = [one.value for one in rule.reviewers]
        for_reader = not self.reader or not readers or self.reader in readers
        return for_reader and (not self.aim or (rule.serves is not None and rule.serves.value == self.aim))


def _passes(now: Opened, finding: api.Finding, filters: Filters) -> bool:
    severity, rule, unit = filters["severity"], filters["rule"], filters["unit"]
    return (
        (not severity or finding.severity.value == severity)
        and (not rule or finding.code == rule)
        and (not unit or unit in map(values.unit_value, now.units_of(finding)))
        and all(word in _words(finding) for word in filters["q"].lower().split())
    )


def _words(finding: api.Finding) -> str:
    said = (finding.code, finding.slug, finding.message.zh, finding.message.en, finding.entity.title)
    return " ".join((*said, str(finding.source or ""))).lower()


def _row(now: Opened, finding: api.Finding, lang: Lang) -> dict[str, Any]:
    return {
        "severity": values.severity_name(finding.severity.value, lang),
        "rule": finding.code,
        "unit": _units(now, finding, lang),
        "message": short(finding.message.of(lang)),
        "place": place(finding.source),
    }


def _units(now: Opened, finding: api.Finding, lang: Lang) -> str:
    units = (values.unit_value(one) for one in now.units_of(finding))
    return ("、" if lang == "zh" else ", ").join(values.unit_name(now, one, lang) for one in units)


def _columns(lang: Lang) -> dict[str, Any]:
    text = st.column_config.TextColumn
    return {
        "severity": text(Text("程度", "Severity").of(lang), width=90),
        "rule": text(Text("规则", "Rule").of(lang), width=52),
        "unit": text(Text("科室", "Unit").of(lang), width=124),
        "message": text(Text("问题", "Finding").of(lang), width=420),
        "place": text(Text("位置", "Place").of(lang), width=260),
    }
