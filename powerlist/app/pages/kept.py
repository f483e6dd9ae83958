"""清单库: the lists that are kept for tomorrow."""

from contextlib import suppress

import streamlit as st

from powerlist.app import shelf, state
from powerlist.app.opened import Opened
from powerlist.app.parts import kept_list
from powerlist.app.parts.html import plain
from powerlist.app.parts.places import KEPT
from powerlist.errors import PowerlistError
from powerlist.i18n import Lang, Text

_LEAD = Text(
    "打开或导入并保存的清单都在这里，关掉程序以后还在。存放在 {url}",
    "What was opened, or imported and saved, is kept here when the program ends. It is in {url}",
)


def show(now: Opened | None, lang: Lang) -> None:
    """Where the lists are kept, and the lists."""
    st.title(KEPT.title.of(lang))
    with suppress(PowerlistError):  # said by the list
        st.caption(_LEAD.fill(url=plain(shelf.shelf().url)).of(lang))
    kept_list.show(now.saved.id if now and now.saved else "", lang)


if __name__ == "__main__":
    show(state.current_or_none(), state.lang())
