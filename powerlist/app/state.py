"""What one visitor has chosen: the only room that touches the session and the address."""

import os
from collections.abc import Mapping
from typing import Any, cast

import streamlit as st

from powerlist.app import shelf, start
from powerlist.app.launch import LANG
from powerlist.app.opened import Opened
from powerlist.errors import PowerlistError
from powerlist.i18n import LANGS, Lang, Text

_LIST = "list"  # in the address: the kept register looked at
_MOST_BACK = 10  # lists that can be gone back to
_OPENING = Text("正在打开并检查权责清单……", "Opening and checking the list …")


# -- language


def lang() -> Lang:
    """The language of this visitor."""
    chosen = st.session_state.get("lang") or os.environ.get(LANG, "zh")
    return cast(Lang, chosen) if chosen in LANGS else "zh"


# -- the register looked at


def current() -> Opened:
    """The register that this visitor looks at: the last one chosen or imported, else the first of all.

    One that is kept is shown as it is kept now. Raises PowerlistError where there is none to show.
    """
    history = _history()
    if history:
        history[-1] = shelf.newest(history[-1])
        return history[-1]
    if asked(_LIST):
        put(_LIST, asked(_LIST))
    with st.spinner(_OPENING.of(lang())):
        return shelf.newest(start.first(str(get(_LIST, ""))))


def current_or_none() -> Opened | None:
    """The register looked at; None where there is none to show."""
    try:
        return current()
    except PowerlistError:
        return None


def take(new: Opened) -> None:
    """Look at another register from now on; `undo` goes back."""
    history = _history()
    if not history or history[-1] is not new:
        history.append(new)
    del history[:-_MOST_BACK]
    forget_power()


def undo() -> None:
    """Back to the register looked at before."""
    if _history():
        _history().pop()
    name_list()  # the address would ask for the list that was left
    forget_power()


def depth() -> int:
    """How many registers can be undone."""
    return len(_history())


def _history() -> list[Opened]:
    return cast("list[Opened]", st.session_state.setdefault("history", []))


def _chosen() -> str:
    """The id of the kept register that the visitor chose, for the address."""
    history = _history()
    if history:
        return history[-1].saved.id if history[-1].saved else ""
    return str(get(_LIST, ""))


# -- the power looked at


def power() -> str | None:
    """The id of the power that the visitor looked at last."""
    return cast("str | None", st.session_state.get("power"))


def look_at(id: str) -> None:
    """Remember the power for the next page."""
    st.session_state["power"] = id


def forget_power() -> None:
    """Look at no power."""
    st.session_state.pop("power", None)


# -- the address


def asked(name: str) -> str:
    """What the address says for `name`."""
    return str(st.query_params.get(name, ""))


def write_address(values: Mapping[str, str]) -> None:
    """Put the choices into the address, so that it can be kept and shared."""
    wanted = with_list(values)
    if dict(st.query_params) != wanted:
        st.query_params.from_dict(wanted)


def with_list(values: Mapping[str, str]) -> dict[str, str]:
    """What an address asks for, the chosen register included; without empty values."""
    return {name: value for name, value in {**values, _LIST: _chosen()}.items() if value}


def name_list() -> None:
    """Put the chosen register into an address that does not name it."""
    if _chosen() != asked(_LIST):
        write_address(dict(st.query_params))


# -- widgets


def get(key: str, default: Any = None) -> Any:
    """The value kept under a key."""
    return st.session_state.get(key, default)


def put(key: str, value: Any) -> None:
    """Keep a value; a widget of this key shows it."""
    st.session_state[key] = value
