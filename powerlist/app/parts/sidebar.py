"""Which list is open and how it is kept, another one to choose, and the way back."""

from collections.abc import Iterable

import streamlit as st

from powerlist import api
from powerlist.app import shelf, state
from powerlist.app.opened import Opened
from powerlist.app.parts import moments, notice
from powerlist.app.parts.html import Markup, tag
from powerlist.app.parts.html import show as show_html
from powerlist.errors import PowerlistError
from powerlist.i18n import Lang, Text

_NOW_OPEN = Text("当前清单", "Now open")
_UNDO = Text("返回上一份清单", "Back to the previous list")
_OTHER = Text("打开另一份", "Open another")
_PICK = Text("从清单库选择", "choose a kept list")
_NOT_KEPT = Text("没有存入清单库", "not kept")
_DELETED = Text("已从清单库删除", "deleted from the store")
_TROUBLE = Text("清单库现在不能用，见“清单库”页", "The store cannot be used; see Kept lists")
_SHOWN = "sidebar-pick"


def show(lang: Lang) -> None:
    """The whole sidebar below the language. Raises PowerlistError where no list can be shown."""
    now = state.current()
    kept = shelf.listing()  # after that, since the first visitor of a server keeps what it was started on
    name = tag("b", now.title or moments.NO_NAME.of(lang))
    show_html(tag("div", _NOW_OPEN.of(lang), cls="where"), name, *_standing(now, kept, lang))
    if state.depth():
        st.button(_UNDO.of(lang), icon=":material/undo:", on_click=state.undo, key="undo")
    _pick([one for one in kept.registers if now.saved is None or one.id != now.saved.id], lang)


def _standing(now: Opened, kept: shelf.Listing, lang: Lang) -> list[Markup]:
    """How the list is kept."""
    if kept.trouble:
        return [tag("div", now.name, cls="lead"), tag("div", _TROUBLE.of(lang), cls="missing")]
    if now.saved is None:
        return [tag("div", now.name, cls="lead"), tag("div", _NOT_KEPT.of(lang), cls="where")]
    if kept.find(now.saved.id) is None:
        return [tag("div", _DELETED.of(lang), cls="missing")]
    return [tag("div", moments.kept(now.saved, lang), cls="lead")]


def _pick(others: Iterable[api.Saved], lang: Lang) -> None:
    """The other lists that are kept."""
    names = moments.names(others, lang)
    if not names:
        return
    st.selectbox(
        _OTHER.of(lang),
        list(names),
        index=None,
        placeholder=_PICK.of(lang),
        format_func=lambda id: names.get(id, id),
        key=_SHOWN,
        on_change=_open,
    )


def _open() -> None:
    saved = shelf.listing().find(str(state.get(_SHOWN)))
    state.put(_SHOWN, None)
    if saved is None:
        return
    try:
        state.take(shelf.open_kept(saved))
    except PowerlistError as error:
        notice.error(error.text)
