"""已豁免: every waiver of the list, its reason and how often it is used; taken along, and taken in."""

from collections.abc import Sequence

import streamlit as st

from powerlist import api
from powerlist.app import living, state
from powerlist.app.opened import Opened
from powerlist.app.parts import waiving
from powerlist.app.parts.html import chip, join, plain, tag
from powerlist.app.parts.html import show as show_html
from powerlist.errors import PowerlistError
from powerlist.i18n import Lang, Text

_TITLE = Text("已豁免（{count}）", "Waived ({count})")
_USED = Text("用了 {uses} 次", "uses: {uses}")
_BY = Text("{it.approver}，{it.date}", "{it.approver}, {it.date}")
_UNTIL = Text("，至{it.until}", ", until {it.until}")
_EXPIRED = Text("已到期", "expired")
_BACK = Text("撤回", "Take back")
_TAKE = Text("下载 waivers.yaml", "Download waivers.yaml")
_GIVE = Text("读入 waivers.yaml", "Read a waivers.yaml")
_NOTE = Text(
    "与命令行用的是同一种文件：powerlist check 清单 --waivers waivers.yaml。读入的与已有的合在一起。",
    "The same file as on the command line: powerlist check LIST --waivers waivers.yaml. "
    "What is read joins what is there.",
)
_READ = Text("读入 {count} 条豁免", "{count} waivers from the file")
_NONE = Text("文件里没有豁免。", "The file holds no waiver.")


def show(now: Opened, lang: Lang) -> None:
    """One line a waiver, below them the file."""
    saved = now.saved
    if saved is None:
        return
    with st.expander(_TITLE.fill(count=len(now.waivers)).of(lang), key="waived"):
        if trouble := living.trouble_with_waivers(saved):
            st.error(plain(trouble.of(lang)))
            return
        covered: dict[api.Waiver, list[api.Finding]] = {}
        for one in now.report.waived:
            covered.setdefault(one.waiver, []).append(one.finding)
        for at, waiver in enumerate(now.waivers):
            _row(now, saved, at, waiver, covered.get(waiver, []), lang)
        _file(now, saved, lang)


def _row(
    now: Opened, saved: api.Saved, at: int, waiver: api.Waiver, found: Sequence[api.Finding], lang: Lang
) -> None:
    title = Text(waiver.title, waiver.title)
    said = found[0].message if waiver.key and found else title
    left, right = st.columns([8, 2], vertical_alignment="center")
    with left:
        old = chip(_EXPIRED.of(lang)) if waiver.expired(now.report.as_of) else ""
        by = _BY.fill(it=waiver).of(lang) + (_UNTIL.fill(it=waiver).of(lang) if waiver.until else "")
        code = tag("b", f"{found[0].code} ") if waiver.key and found else ""
        uses = _USED.fill(uses=len(found)).of(lang)
        end = "；" if lang == "zh" else "; "
        head = join(old, code, said.of(lang))
        show_html(
            tag("div", head, tag("div", end.join((waiver.reason, by, uses)), cls="lead"), cls="finding")
        )
    key = f"waiver-back-{at}"
    right.button(_BACK.of(lang), key=key, on_click=waiving.take_back, args=(saved, waiver, said))


def _file(now: Opened, saved: api.Saved, lang: Lang) -> None:
    st.caption(_NOTE.of(lang))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.download_button(
            _TAKE.of(lang),
            lambda: api.waivers_text(now.waivers),
            "waivers.yaml",
            "application/yaml",
            key="take-waivers",
            icon=":material/download:",
            on_click="ignore",
            disabled=not now.waivers,
        )
    st.file_uploader(
        _GIVE.of(lang), type=["yaml", "yml"], key="waivers-file", on_change=_given, args=(saved,)
    )


def _given(saved: api.Saved) -> None:
    """A file was given: its waivers join those that are there."""
    file = state.get("waivers-file")
    if file is None:
        return
    try:
        found = api.waivers_of(file.name, file.getvalue())
    except PowerlistError as error:
        waiving.trouble(error)
        return
    if found:
        waiving.accept(saved, list(found), _READ.fill(count=len(found)))
    else:
        waiving.trouble(PowerlistError(_NONE))
