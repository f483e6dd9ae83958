"""检查: what is wrong, where it is written, why it matters, and how to mend it."""

import streamlit as st

from powerlist.app import state
from powerlist.app.opened import Opened
from powerlist.app.parts import downloads, empty, finding_table, values, verdict
from powerlist.app.parts.filters import Filters
from powerlist.app.parts.html import chip, tag
from powerlist.app.parts.html import show as show_html
from powerlist.app.parts.places import FINDINGS
from powerlist.i18n import Lang, Text

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
    if not now.report.findings:
        empty.no_findings(lang)
        _not_checked(now, lang)
        return
    chosen = _filters(now, lang)
    found = finding_table.chosen(now, chosen)
    _count(now, len(found), chosen, lang)
    if found:
        _table_and_verdict(now, found, chosen, lang)
    else:
        chosen.keep()
        empty.no_match(lang)
    _not_checked(now, lang)
    downloads.findings(now, lang)


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


def _filters(now: Opened, lang: Lang) -> Filters:
    allowed = {
        "q": None,
        "severity": values.severities(),
        "rule": sorted({finding.code for finding in now.report.findings}),
        "unit": values.units(now),
        "power": [power.id for power in now.register.powers],
        "finding": None,
    }
    filters = Filters("findings", lang, allowed, beside=["finding"])
    names = values.rule_names(lang)
    row = st.columns([5, 3, 4, 4, 2])
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
    with row[4]:
        filters.clear_button()
    return filters


def _count(now: Opened, shown: int, chosen: Filters, lang: Lang) -> None:
    st.caption(_COUNT.fill(shown=shown, all=len(now.report.findings)).of(lang))
    if chosen["power"]:
        only = Text("只看这项职权：{name}", "Only this power: {name}")
        show_html(chip(only.fill(name=now.name_of(chosen["power"])).of(lang)))


def _not_checked(now: Opened, lang: Lang) -> None:
    skipped = now.report.not_checked
    if not skipped:
        return
    with st.expander(_NOT_CHECKED.fill(count=len(skipped)).of(lang)):
        names = values.rule_names(lang)
        show_html(
            *(tag("p", tag("b", names.get(one.code, one.code)), "：", one.why.of(lang)) for one in skipped)
        )


if __name__ == "__main__":
    show(state.current(), state.lang())
