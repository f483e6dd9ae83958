"""What was read goes into the store: as a new list, or into a kept one once its changes are seen."""

import streamlit as st

from powerlist import api
from powerlist.app import comparing, shelf, state
from powerlist.app.opened import Opened
from powerlist.app.parts import downloads, moments, notice, places
from powerlist.app.parts.html import Markup, plain, tag
from powerlist.app.parts.html import show as show_html
from powerlist.errors import PowerlistError, StaleError
from powerlist.i18n import Lang, Text

_TITLE = Text("保存", "Save")
_TARGET = Text("存到", "Save as")
_NEW = Text("清单库里新的一份", "a new list in the store")
_INTO = Text("并入：{name}", "into: {name}")
_WHOSE = Text("单位名称", "Authority")
_NOT_NAMED = Text("清单上没有写，请在这里填写", "the list does not say; write it here")
_SAVE = Text("保存并打开", "Save and open")
_TAKE = Text("采用变动，保存并打开", "Take the changes, save and open")
_SAME = Text("与清单库里的这一份相同，没有变动。", "The same as the list that is kept: nothing changes.")
_OPEN_KEPT = Text("打开清单库里的这一份", "Open the kept list")
_ONLY_OPEN = Text("只打开，不保存", "Open only, do not save")
_CANNOT = Text(
    "清单库现在不能用，只能打开，不能保存：{why}",
    "The store cannot be used; it can be opened, not saved: {why}",
)
_KEEPS = Text(
    "打开后，左侧可以随时返回原来的清单。被替换的一版留在“清单库”页，可以恢复。",
    "You can go back to the list that is open now at any time. A revision that is replaced stays on the "
    "page Kept lists.",
)
_CHANGES = Text("与清单库第{revision}版相比，有这些变动", "Changes beside revision {revision} in the store")
_TAKEN = Text("采用哪些变动", "Which changes to take")
_MORE = Text("……另有{count}行，保存后在清单里看。", "… {count} more lines.")
_MOST = 200


def show(result: Opened, lang: Lang) -> None:
    """The choice of a place, the changes, and the buttons."""
    st.subheader(_TITLE.of(lang))
    notice.show(lang)
    kept = shelf.listing()
    if kept.trouble:
        st.warning(plain(_CANNOT.fill(why=kept.trouble.of(lang)).of(lang)))
        _buttons(result, None, lang, can_save=False)
        return
    target = _target(result, kept, lang)
    try:
        changes = comparing.changes(result, target) if target else None
    except PowerlistError as error:
        st.error(plain(error.of(lang)))
        _buttons(result, target, lang, can_save=False)
        return
    if target and changes:
        _changes(target, changes, lang)
    _buttons(result, target, lang, changes=changes)


def _target(result: Opened, kept: shelf.Listing, lang: Lang) -> api.Saved | None:
    """Where it goes: at first into the list of the same authority, else a new one."""
    names = moments.names(kept.registers, lang)
    if state.get("import:matched") is not result or state.get("import-target") not in ("", *names):
        match = shelf.shelf().match(result.register)
        state.put("import-target", match.id if match else "")
        state.put("import:matched", result)
        state.put("import-authority", result.register.authority.name)
    if names:
        options = ["", *names]
        st.selectbox(
            _TARGET.of(lang),
            options,
            format_func=lambda id: _INTO.fill(name=names[id]).of(lang) if id in names else _NEW.of(lang),
            key="import-target",
            width=520,
        )
    target = kept.find(str(state.get("import-target") or ""))
    if target is None:
        st.text_input(_WHOSE.of(lang), placeholder=_NOT_NAMED.of(lang), key="import-authority", width=520)
    return target


def _changes(target: api.Saved, changes: api.Changes, lang: Lang) -> None:
    """What is new, gone and changed, and which of it is wanted."""
    if not changes.all:
        st.info(_SAME.of(lang))
        return
    *lines, total = api.changes_text(changes, lang)
    show_html(tag("h3", _CHANGES.fill(revision=target.revision).of(lang)), tag("p", tag("b", total)))
    shown = lines[:_MOST]
    if len(lines) > _MOST:
        shown.append(_MORE.fill(count=len(lines) - _MOST).of(lang))
    with st.container(height=min(420, 60 + 30 * len(shown)), key="import-changes"):
        show_html(*map(_line, shown))
    kinds = [what.value for what in api.What if changes.of(what)]
    st.pills(
        _TAKEN.of(lang),
        kinds,
        selection_mode="multi",
        default=kinds,
        format_func=lambda kind: api.What(kind).text.of(lang),
        key=f"import-only-{'-'.join(kinds)}",
    )


def _line(line: str) -> Markup:
    """A change with its word in bold; below it, set in, the fields that changed."""
    if line.startswith(" "):
        return tag("div", line.strip(), cls="lead", style="padding-left:2.4rem")
    what, _, rest = line.partition(" ")
    return tag("div", tag("b", what), f" {rest}")


def _buttons(
    result: Opened,
    target: api.Saved | None,
    lang: Lang,
    changes: api.Changes | None = None,
    can_save: bool = True,
) -> None:
    label = _SAVE if changes is None else _TAKE if changes.all else _OPEN_KEPT
    kinds = [what.value for what in api.What if changes and changes.of(what)]
    wanted = state.get(f"import-only-{'-'.join(kinds)}", kinds)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            label.of(lang),
            type="primary",
            icon=":material/save:",
            key="import-save",
            disabled=not can_save or bool(kinds and not wanted),
            on_click=_save,
            args=(result, target, [] if set(wanted) == set(kinds) else wanted),
        )
        icon = ":material/open_in_new:"
        st.button(_ONLY_OPEN.of(lang), icon=icon, key="import-open", on_click=_open, args=(result,))
        downloads.register(result, lang)
    st.caption(_KEEPS.of(lang))


def _open(result: Opened) -> None:
    state.take(result)
    state.put(places.TO_OVERVIEW, True)


def _save(result: Opened, seen: api.Saved | None, only: list[str]) -> None:
    """Save over what the visitor saw; what somebody else saved since then is left alone."""
    try:
        changes = comparing.changes(result, seen) if seen else None
        register = api.take(changes, only) if changes else _named(result.register)
        saved = shelf.shelf().keep(register, over=seen)
        state.put("import:saved", saved)
        _open(shelf.open_kept(saved))
    except StaleError as error:
        notice.error(shelf.late(seen, error))
    except PowerlistError as error:
        notice.error(error.text)


def _named(register: api.Register) -> api.Register:
    """The list under the name that the visitor gave its authority."""
    name = str(state.get("import-authority") or "").strip()
    return register.with_(register.authority.with_(name=name)) if name else register
