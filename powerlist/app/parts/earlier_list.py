"""以前的版本: what was replaced or deleted, the latest first, each to be had back."""

import streamlit as st

from powerlist import api
from powerlist.app import shelf
from powerlist.app.parts import notice
from powerlist.app.parts.html import plain, tag
from powerlist.app.parts.html import show as show_html
from powerlist.app.parts.moments import moment, name, revision
from powerlist.errors import PowerlistError
from powerlist.i18n import Lang, Text

_TITLE = Text("以前的版本（{count}）", "Earlier versions ({count})")
_LEAD = Text(
    "被替换或删除的清单放在这里，每份最多留五版。恢复后成为最新一版，现有的一版也会放到这里。",
    "Lists that were replaced or deleted lie here, five versions of each at most. A restored one becomes "
    "the newest; the one before it comes here.",
)
_RESTORE = Text("恢复", "Restore")
_AT = Text("{at} 放入", "put here {at}")


def show(lang: Lang) -> None:
    """One line an earlier version."""
    try:
        found = shelf.shelf().earlier()
    except PowerlistError as error:
        st.error(plain(error.of(lang)))
        return
    if not found:
        return
    with st.expander(_TITLE.fill(count=len(found)).of(lang)):
        st.caption(_LEAD.of(lang))
        for earlier in found:
            _row(earlier, lang)


def _row(earlier: api.Earlier, lang: Lang) -> None:
    cells = st.columns([8, 2, 5, 3], vertical_alignment="center")
    at = _AT.fill(at=moment(earlier.put_away)).of(lang)
    words = (tag("b", name(earlier, lang)), revision(earlier.revision, lang), at)
    for cell, word in zip(cells, words, strict=False):
        with cell:
            show_html(word)
    key = f"kept-restore-{earlier.key}"
    cells[-1].button(_RESTORE.of(lang), key=key, on_click=notice.restore, args=(earlier, lang))
