"""What came of the last save, deletion or restoration: said once, with a way to undo it."""

from dataclasses import dataclass

import streamlit as st

from powerlist import api
from powerlist.app import shelf, state
from powerlist.app.parts.html import plain
from powerlist.app.parts.moments import name, revision
from powerlist.errors import PowerlistError, StaleError
from powerlist.i18n import Lang, Text

_KEY = "notice"
_UNDO = Text("撤销", "Undo")
_RESTORED = Text("已恢复“{name}”，现为{revision}。", "Restored “{name}”, now {revision}.")


@dataclass(frozen=True)
class Notice:
    """A sentence; what can be brought back, where there is something."""

    text: Text
    bad: bool = False
    earlier: api.Earlier | None = None


def error(text: Text) -> None:
    """It did not work."""
    state.put(_KEY, Notice(text, bad=True))


def done(text: Text, earlier: api.Earlier | None = None) -> None:
    """It worked."""
    state.put(_KEY, Notice(text, earlier=earlier))


def show(lang: Lang) -> None:
    """The last sentence, until the next page is asked for."""
    said = state.get(_KEY)
    if not isinstance(said, Notice):
        return
    (st.error if said.bad else st.success)(plain(said.text.of(lang)))
    if said.earlier:
        st.button(
            _UNDO.of(lang),
            icon=":material/undo:",
            key="kept-undo",
            on_click=restore,
            args=(said.earlier, lang),
        )
    state.put(_KEY, None if said.earlier is None else said)


def restore(earlier: api.Earlier, lang: Lang) -> None:
    """Bring an earlier version back."""
    try:
        saved = shelf.shelf().restore(earlier)
    except StaleError as late:
        error(shelf.late(None, late))
    except PowerlistError as trouble:
        error(trouble.text)
    else:
        said = {"name": name(saved, lang), "revision": revision(saved.revision, lang)}
        done(_RESTORED.fill(**said))
