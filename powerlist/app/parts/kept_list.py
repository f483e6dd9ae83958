"""The registers in the store: open one, delete one after a second question, and have it back."""

import streamlit as st

from powerlist import api
from powerlist.app import shelf, state
from powerlist.app.parts import earlier_list, moments, notice
from powerlist.app.parts.html import chip, join, plain, tag
from powerlist.app.parts.html import show as show_html
from powerlist.app.parts.moments import moment, name, revision
from powerlist.app.parts.places import IMPORT, OVERVIEW, Place, link
from powerlist.errors import PowerlistError, StaleError
from powerlist.i18n import Lang, Text

_WIDTHS = [8, 2, 2, 4, 4]
_HEAD = (
    Text("单位", "Authority"),
    Text("职权", "Powers"),
    Text("版次", "Revision"),
    Text("保存时间", "Saved"),
    Text("", ""),
)
_EMPTY = Text(
    "清单库里还没有清单。导入并保存一份，明天打开时它还在这里。",
    "Nothing is kept yet. Import and save a list: tomorrow it is still here.",
)
_TO_IMPORT = Text("去导入一份清单", "Import a list")
_TROUBLE = Text(
    "清单库现在不能用。打开、检查、画图照常，只是不能保存。",
    "The store cannot be used now. Opening, checking and drawing go on; only saving does not.",
)
_UNKEPT = Text("打开的清单没有存进来：{why}", "The list that was opened is not kept: {why}")
_AGAIN = Text("再试一次", "Try again")
_HERE = Text("正在看", "open")
_OPEN = Text("打开", "Open")
_DELETE = Text("删除", "Delete")
_SURE = Text(
    "要从清单库删除“{name}”{revision}吗？删除后放在“以前的版本”里，可以恢复。",
    "Delete “{name}”, {revision}, from the store? It goes to the earlier versions and can be restored.",
)
_YES = Text("确定删除", "Yes, delete it")
_NO = Text("不删除", "Keep it")
_DELETED = Text("已删除“{name}”{revision}。", "Deleted “{name}”, {revision}.")


def show(now: str, lang: Lang) -> None:
    """What is kept, or why that cannot be told; `now` is the id of the one looked at."""
    notice.show(lang)
    kept = shelf.listing()
    if kept.trouble:
        _trouble(kept.trouble, lang)
        return
    if unkept := shelf.trouble_keeping():
        st.warning(plain(_UNKEPT.fill(why=unkept.text).of(lang)))
    if not kept.registers:
        st.info(_EMPTY.of(lang))
        link(Place(IMPORT), _TO_IMPORT.of(lang), icon=IMPORT.icon)
    else:
        _cells([tag("span", word.of(lang), cls="where") for word in _HEAD])
    names = moments.names(kept.registers, lang)
    for saved in kept.registers:
        _row(saved, names[saved.id], saved.id == now, lang)
    earlier_list.show(lang)


def _trouble(error: PowerlistError, lang: Lang) -> None:
    st.warning(_TROUBLE.of(lang))
    st.error(plain(error.of(lang)))
    st.button(_AGAIN.of(lang), icon=":material/refresh:", on_click=shelf.ask_again, key="kept-again")


def _row(saved: api.Saved, called: str, is_open: bool, lang: Lang) -> None:
    mark = join(" ", chip(_HERE.of(lang))) if is_open else ""
    title = join(tag("b", called), mark)
    last = _cells([title, _powers(saved), revision(saved.revision, lang), moment(saved.saved_at), ""])
    with last, st.container(horizontal=True):
        if st.button(_OPEN.of(lang), key=f"kept-open-{saved.id}", type="primary"):
            _open(saved, lang)
        delete = f"kept-delete-{saved.id}"
        st.button(_DELETE.of(lang), key=delete, icon=":material/delete:", on_click=_ask, args=(saved,))
    if state.get("kept:doomed") == saved:
        _confirm(saved, lang)


def _cells(words: list[str]) -> "st.delta_generator.DeltaGenerator":
    """One line of the table; its last cell."""
    cells = st.columns(_WIDTHS, vertical_alignment="center")
    for cell, word in zip(cells[:-1], words, strict=False):
        with cell:
            show_html(word)
    return cells[-1]


def _powers(saved: api.Saved) -> str:
    try:
        return str(shelf.count_powers(saved))
    except PowerlistError:
        return "—"  # said when it is opened


def _open(saved: api.Saved, lang: Lang) -> None:
    try:
        state.take(shelf.open_kept(saved))
    except PowerlistError as error:
        st.error(plain(error.of(lang)))
        return
    Place(OVERVIEW).go()


def _ask(saved: api.Saved) -> None:
    state.put("kept:doomed", saved)


def _confirm(saved: api.Saved, lang: Lang) -> None:
    with st.container(border=True, key="kept-sure"):
        said = {"name": name(saved, lang), "revision": revision(saved.revision, lang)}
        st.write(plain(_SURE.fill(**said).of(lang)))
        with st.container(horizontal=True):
            st.button(_YES.of(lang), key="kept-yes", type="primary", on_click=_delete, args=(saved, lang))
            st.button(_NO.of(lang), key="kept-no", on_click=state.put, args=("kept:doomed", None))


def _delete(saved: api.Saved, lang: Lang) -> None:
    state.put("kept:doomed", None)
    try:
        earlier = shelf.shelf().delete(saved)
    except StaleError as error:
        notice.error(shelf.late(saved, error))
    except PowerlistError as error:
        notice.error(error.text)
    else:
        said = {"name": name(saved, lang), "revision": revision(saved.revision, lang)}
        notice.done(_DELETED.fill(**said), earlier)
