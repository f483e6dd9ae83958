"""One finding: what is wrong, where it is written, what proves it, how to mend it, and the rule behind."""

import re

import streamlit as st

from powerlist import api
from powerlist.app.opened import Opened
from powerlist.app.parts import waiving
from powerlist.app.parts.html import Markup, join, place, severity, tag
from powerlist.app.parts.html import show as show_html
from powerlist.app.parts.places import CHARTS, POWERS, Place, link
from powerlist.errors import UsageError
from powerlist.i18n import Lang, Text

_FIX = Text("怎么改", "How to mend it")
_WHERE = Text("写在哪里", "Where it is written")
_RAW = Text("原文", "As written")
_PATH = Text("路径", "The way that proves it")
_ABOUT = Text("涉及", "What it concerns")
_POWER = Text("打开“{name}”", "Open “{name}”")
_CHART = Text("在图上看", "See it on the chart")
_WAY = Text("在图上看这条路径", "See this way on the chart")
_RULE = Text("规则 {code} 的说明", "About rule {code}")
_MOST_POWERS = 3
_FILE = r"```yaml\n.*?\n```\n?"  # an example as its file
_FOR_FILES = re.compile(
    rf"\*\*[^*\n]+\*\*\n\n{_FILE}|{_FILE}|^[^\n`]*`[^`\n]+@[^`\n]*`[^\n]*\n| · `[a-z0-9-]+`",
    re.DOTALL | re.MULTILINE,
)


def show(now: Opened, finding: api.Finding, lang: Lang) -> None:
    """The finding and the ways to what it is about; beside it the rule."""
    with st.container(border=True, key="verdict"):
        left, right = st.columns(2, gap="large")
        with left:
            sign = severity(finding.severity, lang)
            show_html(
                tag("p", sign, tag("b", f"{finding.code} "), finding.message.of(lang)),
                _part(_FIX, finding.hint.of(lang), lang),
                _part(_WHERE, place(finding.source), lang),
                _raw(now, finding, lang),
                _witness(finding, lang),
            )
            _links(now, finding, lang)
            waiving.form(now, finding, lang)
        with right, st.expander(_RULE.fill(code=finding.code).of(lang), expanded=True):
            _rule(finding.code, lang)


def _part(name: Text, words: str, lang: Lang) -> Markup:
    return join(tag("h4", name.of(lang)), tag("p", words)) if words else Markup("")


def _raw(now: Opened, finding: api.Finding, lang: Lang) -> Markup:
    """The text of the cell as it was read."""
    origin = now.register.origin_of(finding.entity)
    if origin is None or not origin.raw:
        return Markup("")
    return join(tag("h4", _RAW.of(lang)), tag("blockquote", origin.raw))


def _witness(finding: api.Finding, lang: Lang) -> Markup:
    names = [thing.title or thing.label.of(lang) for thing in finding.witness]
    if _is_way(finding):
        return _part(_PATH, " → ".join(names), lang)
    return _part(_ABOUT, "；".join(names), lang)


def _is_way(finding: api.Finding) -> bool:
    steps = all(isinstance(thing, api.Step | api.Gateway) for thing in finding.witness)
    return steps and len(finding.witness) > 1


def _links(now: Opened, finding: api.Finding, lang: Lang) -> None:
    for power in now.belonging.powers_of(finding.entity)[:_MOST_POWERS]:
        dossier = Place(POWERS, {"power": power.id})
        link(dossier, _POWER.fill(name=power.name).of(lang), icon=POWERS.icon)
    chart = _chart(now, finding)
    if chart:
        link(chart, (_WAY if _is_way(finding) else _CHART).of(lang), icon=CHARTS.icon)


def _chart(now: Opened, finding: api.Finding) -> Place | None:
    """The chart with the thing, or with the first thing of its proof that is on one."""
    for thing in (finding.entity, *finding.witness):
        process, powers = now.belonging.process_of(thing), now.belonging.powers_of(thing)
        if process and powers:
            node = now.belonging.node_of(thing) or next(iter(finding.witness), None)
            asks = {"power": powers[0].id, "process": process.id, "node": node.id if node else ""}
            asks |= {"view": "internal", "finding": finding.key}
            return Place(CHARTS, {name: value for name, value in asks.items() if value})
    return None


def for_readers(page: str) -> str:
    """The page of a rule with its pictures of wrong and right, without what only helps to write files."""
    return _FOR_FILES.sub("", page)


def _rule(code: str, lang: Lang) -> None:
    try:
        st.markdown(for_readers(api.explain(code, lang)))
    except UsageError as error:
        st.caption(error.of(lang))
