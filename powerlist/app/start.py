"""What a visitor sees first: what the server was started on, else what is kept, else the demo bureau."""

from pathlib import Path

import streamlit as st

from powerlist import api
from powerlist.app import shelf
from powerlist.app.launch import DEMO, given_sources
from powerlist.app.opened import Opened, opened
from powerlist.errors import PowerlistError
from powerlist.i18n import Text

_CHOOSE = Text("请选择要打开的清单", "Choose the list to open")


class NothingChosenError(PowerlistError):
    """Several lists are kept and none was asked for."""

    def __init__(self) -> None:
        super().__init__(_CHOOSE)


def first(asked: str) -> Opened:
    """The register to begin with; `asked` is the id of a kept one.

    Raises PowerlistError where a source cannot be opened, NothingChosenError where a person must choose.
    """
    kept = shelf.listing()
    wanted = kept.find(asked)
    if wanted:
        return shelf.open_kept(wanted)
    sources = given_sources()
    if sources:
        return shelf.keep_source(_read(sources), (tuple(sources), _stamps(sources)))
    if len(kept.registers) > 1:
        raise NothingChosenError
    return shelf.open_kept(kept.registers[0]) if kept.registers else _read([DEMO])


Stamp = tuple[str, int, int]


def _read(sources: list[str]) -> Opened:
    return _opened(tuple(sources), _stamps(sources), api.today().isoformat())


def _stamps(sources: list[str]) -> tuple[Stamp, ...]:
    """Path, time and size of every file: what changes when a file does."""
    paths = [Path(source) for source in sources]
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    return tuple((str(file), *_times(file)) for file in [*paths, *files])


def _times(file: Path) -> tuple[int, int]:
    found = file.stat() if file.exists() else None
    return (found.st_mtime_ns, found.st_size) if found else (0, 0)


@st.cache_resource(max_entries=4, show_spinner=False)
def _opened(sources: tuple[str, ...], stamps: tuple[Stamp, ...], day: str) -> Opened:
    return opened("、".join(Path(source).name for source in sources), api.open_sources(sources))
