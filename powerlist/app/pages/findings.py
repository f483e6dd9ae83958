"""检查: what is wrong, where it is written, why it matters, and how to mend it."""

import streamlit as st

from powerlist import api
from powerlist.app import state
from powerlist.app.opened import Opened
from powerlist.app.parts import (
    empty,
    finding_table,
    report_files,
    since_last,
    values,
    verdict,
    waiver_list,
    waiving,
)
from powerlist.app.parts.filters import Filters
from powerlist.app.parts.html import chip, tag
from powerlist.app.parts.html import show as show_html
from powerlist.app.parts.places import FINDINGS
from powerlist.i18n import Lang, Text

_GRID = [5, 3, 4, 4]
_COUNT = Text(
    "{shown} 个，共 {all} 个。点任意一行看说明。", "{shown} of {all} findings. Click a row to read about it."
)
_PICK = Text(
    "点表中任意一行，这里说明为什么、依据、怎么改，并跳到所在的职权和图。",
    "Click a row to read why it matters, on what basis, how to mend it, and to go there.",
)
_NOT_CHECKED = Text("没有检查的规则（{count}）", "Rules that were not checked ({count})")


def show(now: Opened, lang: Lang) -> None:
    """Filters, the table, and the finding that was chosen."""
    st.title(FINDINGS.title.of(lang))
    if not now.register.powers:
        empty.no_powers(lang)
        return
    waiving.notice(now, lang)
    since = since_last.comparison(now)
    if now.report.findings:
        _findings(now, since, lang)
    else:
        empty.no_findings(lang)
    waiver_list.show(now, lang)
    since_last.show(now, since, lang)
    _not_checked(now, lang)
    if now.report.findings:
        report_files.show(now, since, lang)


def _findings(now: Opened, since: api.Comparison | None, lang: Lang) -> None:
    chosen = _filters(now, since, lang)
    found = finding_table.chosen(now, chosen, since_last.keys(since))
    _count(now, len(found), chosen, since_last.total(now, since, lang), lang)
    if found:
        _table_and_verdict(now, found, chosen, lang)
    else:
        chosen.keep()
        empty.no_match(lang)


def _table_and_verdict(now: Opened, found: finding_table.Found, chosen: Filters, lang: Lang) -> None:
    key = finding_table.show(now, found, lang, key=f"findings-{chosen.stamp}-{lang}")
    if key:
        chosen.set("finding", key)
    chosen.keep()
    finding = next((one for one in found if one.key == chosen["finding"]), None)
    if finding is None:
        show_html(tag("p", _PICK.of(lang), cls="lead"))
    else:
        verdict.show(now, finding, lang)


def _filters(now: Opened, since: api.Comparison | None, lang: Lang) -> Filters:
    allowed = {
        "q": None,
        "severity": values.severities(),
        "rule": sorted({finding.code for finding in now.report.findings}),
        "unit": values.finding_units(now),
        "reader": values.readers(),
        "aim": values.aims(),
        "since": list(since_last.keys(since)),
        "power": [power.id for power in now.register.powers],
        "finding": None,
    }
    filters = Filters("findings", lang, allowed, beside=["finding"])
    _first_row(now, filters, lang)
    _second_row(filters, since_last.keys(since), lang)
    return filters


def _first_row(now: Opened, filters: Filters, lang: Lang) -> None:
    names = values.rule_names(lang)
    row = st.columns(_GRID)
    with row[0]:
        words = Text("句子、名称、文件、单元格", "sentence, name, file, cell")
        filters.text("q", Text("查找", "Search").of(lang), words.of(lang))
    with row[1]:
        gravity = Text("严重程度", "Severity").of(lang)
        filters.choice("severity", gravity, lambda one: values.severity_name(one, lang))
    with row[2]:
        filters.choice("rule", Text("规则", "Rule").of(lang), lambda one: names.get(one, one))
    with row[3]:
        filters.choice("unit", Text("科室", "Unit").of(lang), lambda one: values.unit_name(now, one, lang))


def _second_row(filters: Filters, since: dict[str, frozenset[str]], lang: Lang) -> None:
    row = st.columns(_GRID)
    with row[0]:
        filters.choice(
            "reader", Text("给谁看", "Reviewer").of(lang), lambda one: values.reader_name(one, lang)
        )
    with row[1]:
        filters.choice("aim", Text("六权治本", "Six cures").of(lang), lambda one: values.aim_name(one, lang))
    with row[2]:
        if since:
            last = Text("与上次比较", "Since the last check").of(lang)
            filters.choice("since", last, lambda one: since_last.name_of(one, since, lang))
    with row[3 if since else 2]:
        filters.clear_button()


def _count(now: Opened, shown: int, chosen: Filters, since: str, lang: Lang) -> None:
    count = _COUNT.fill(shown=shown, all=len(now.report.findings)).of(lang)
    st.caption(("" if lang == "zh" else " ").join(part for part in (count, since) if part))
    if chosen["power"]:
        only = Text("只看这项职权：{name}", "Only this power: {name}")
        show_html(chip(only.fill(name=now.name_of(chosen["power"])).of(lang)))


def _not_checked(now: Opened, lang: Lang) -> None:
    skipped = now.report.not_checked
    if not skipped:
        return
    names = values.rule_names(lang)
    reasons: dict[str, list[str]] = {}
    for one in skipped:
        reasons.setdefault(one.why.of(lang), []).append(names.get(one.code, one.code))
    with st.expander(_NOT_CHECKED.fill(count=len(skipped)).of(lang)):
        for why, mine in sorted(reasons.items(), key=lambda one: -len(one[1])):
            told = ("；" if lang == "zh" else "; ").join(mine)
            show_html(tag("p", tag("b", why), f" {told}"))


if __name__ == "__main__":
    show(state.current(), state.lang())
