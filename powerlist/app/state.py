"""What one visitor has chosen: the only room that touches the session and the address."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import streamlit as st

from powerlist import api
from powerlist.app.launch import LANG, given_sources
from powerlist.app.opened import Opened, opened
from powerlist.i18n import LANGS, Lang, Text

_MOST_BACK = 10  # lists that can be gone back to
_OPENING = Text("正在打开并检查权责清单……", "Opening and checking the list …")


# -- language


def lang() -> Lang:
    """The language of this visitor."""
    chosen = st.session_state.get("lang") or os.environ.get(LANG, "zh")
    return cast(Lang, chosen) if chosen in LANGS else "zh"


# -- the register looked at


def current() -> Opened:
    """The register that this visitor looks at: the last one imported, else the one the app was started with.

    Raises PowerlistError where the latter cannot be opened.
    """
    history = _history()
    if history:
        return history[-1]
    with st.spinner(_OPENING.of(lang())):
        return _source(_stamps(given_sources()), api.today().isoformat())


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
    forget_power()


def depth() -> int:
    """How many registers can be undone."""
    return len(_history())


def _history() -> list[Opened]:
    return cast("list[Opened]", st.session_state.setdefault("history", []))


Stamp = tuple[str, int, int]


def _stamps(sources: list[str]) -> tuple[Stamp, ...]:
    """Path, time and size of every file: what changes when a file does."""
    paths = [Path(source) for source in sources]
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    return tuple((str(file), *_times(file)) for file in [*paths, *files])


def _times(file: Path) -> tuple[int, int]:
    found = file.stat() if file.exists() else None
    return (found.st_mtime_ns, found.st_size) if found else (0, 0)


@st.cache_resource(max_entries=4, show_spinner=False)
def _source(stamps: tuple[Stamp, ...], day: str) -> Opened:
    sources = given_sources()
    return opened("、".join(Path(source).name for source in sources), api.open_sources(sources))


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
    wanted = {name: value for name, value in values.items() if value}
    if dict(st.query_params) != wanted:
        st.query_params.from_dict(wanted)


# -- widgets


def get(key: str, default: Any = None) -> Any:
    """The value kept under a key."""
    return st.session_state.get(key, default)


def put(key: str, value: Any) -> None:
    """Keep a value; a widget of this key shows it."""
    st.session_state[key] = value
