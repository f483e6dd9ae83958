"""与上次比较: which earlier check the findings are held against, and which of its findings are gone."""

from typing import Any

import streamlit as st

from powerlist import api
from powerlist.app import state
from powerlist.app.opened import Opened
from powerlist.app.parts.html import plain, tag
from powerlist.app.parts.html import show as show_html
from powerlist.errors import PowerlistError
from powerlist.i18n import Lang, Text

NEW, SAME = "new", "same"
_TITLE = Text("与上次检查比较", "Beside the last check")
_TOTAL = Text(
    "与上次检查（{it.day}）相比：新增 {new}，已消除 {gone}，不变 {same}{waived}。",
    "Since the check of {it.day}: {new} new, {gone} gone, {same} unchanged{waived}.",
)
_WAIVED = Text("，另有已豁免 {count}", ", and {count} waived")
_NO_LAST = Text(
    "清单库里的清单改动以后，这里与改动前的检查比较。也可以读入以前下载的 JSON。",
    "Once a kept list has changed, it is compared with the check before. An earlier JSON can be read too.",
)
_GONE = Text("已消除（{count}）", "Gone ({count})")
_GIVE = Text("读入以前的检查结果（JSON）", "Read an earlier check (JSON)")
_GIVEN = Text("比较的是读入的“{name}”。", "Compared with “{name}”.")
_NAMES = {NEW: Text("新增（{count}）", "New ({count})"), SAME: Text("不变（{count}）", "Unchanged ({count})")}
_KEY, _FAULT = "since:given", "since:fault"
_MOST = 200

Row = dict[str, Any]
Given = tuple[str, str, api.EarlierCheck]  # whose findings, the name of the file, what it says


def comparison(now: Opened) -> api.Comparison | None:
    """The check that was read, else the last one of a kept list."""
    given = _given(now)
    return api.beside_earlier(now.report, given[2]) if given else now.since


def keys(found: api.Comparison | None) -> dict[str, frozenset[str]]:
    """The keys of the new and of the unchanged findings."""
    if found is None:
        return {}
    return {NEW: frozenset(f.key for f in found.new), SAME: frozenset(f.key for f in found.unchanged)}


def name_of(value: str, found: dict[str, frozenset[str]], lang: Lang) -> str:
    """What a choice is called, with its count."""
    return _NAMES[value].fill(count=len(found.get(value, ()))).of(lang)


def total(now: Opened, found: api.Comparison | None, lang: Lang) -> str:
    """The totals in one sentence; nothing where there is no earlier check."""
    if found is None:
        return ""
    gone = len(_mended(now, found))
    waived = len(found.gone) - gone
    counts = {"new": len(found.new), "gone": gone, "same": len(found.unchanged)}
    rest = _WAIVED.fill(count=waived) if waived else Text("", "")
    return _TOTAL.fill(it=found, waived=rest, **counts).of(lang)


def _mended(now: Opened, found: api.Comparison) -> list[Row]:
    """What is gone for good, and not only waived."""
    waived = {one.finding.key for one in now.report.waived}
    return [row for row in found.gone if row.get("key") not in waived]


def show(now: Opened, found: api.Comparison | None, lang: Lang) -> None:
    """The totals, what is gone, and a place for the JSON of an earlier check."""
    with st.expander(_TITLE.of(lang), key="since"):
        if fault := state.get(_FAULT):
            st.error(plain(fault.of(lang)))
        if given := _given(now):
            st.caption(plain(_GIVEN.fill(name=given[1]).of(lang)))
        show_html(tag("p", total(now, found, lang) or _NO_LAST.of(lang)))
        if found and (gone := _mended(now, found)):
            _gone(gone, lang)
        st.file_uploader(
            _GIVE.of(lang), type=["json"], key="since-file", on_change=_take, args=(_whose(now),)
        )


def _gone(gone: list[Row], lang: Lang) -> None:
    lines = [
        tag(
            "li",
            tag("b", f"{row.get('code', '')} "),
            str(row.get(f"message_{lang}") or row.get("message", "")),
        )
        for row in gone[:_MOST]
    ]
    show_html(tag("h4", _GONE.fill(count=len(gone)).of(lang)), tag("ul", *lines))


def _take(whose: str) -> None:
    """A file was given or taken away."""
    file = state.get("since-file")
    state.put(_FAULT, None)
    if file is None:
        state.put(_KEY, None)
        return
    try:
        state.put(_KEY, (whose, file.name, api.earlier_check(file.name, file.getvalue())))
    except PowerlistError as error:
        state.put(_FAULT, error)


def _given(now: Opened) -> Given | None:
    given: Given | None = state.get(_KEY)
    return given if given and given[0] == _whose(now) else None


def _whose(now: Opened) -> str:
    return now.saved.id if now.saved else now.title
