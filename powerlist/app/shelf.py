"""The server's side of the store: what is kept, opened once for all; its troubles told, not raised."""

import time
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from powerlist import api
from powerlist.app import living
from powerlist.app.opened import Opened, opened
from powerlist.errors import PowerlistError, StaleError
from powerlist.i18n import Text

_REST = 20.0  # seconds that a store which failed is not asked again by every page
_GONE = Text(
    "这份清单刚刚被别人删除，没有保存。请恢复它，或者另存为新的一份。",
    "Somebody has just deleted this list; nothing was saved. Restore it, or save as a new one.",
)
_FASTER = Text(
    "您看的是第{seen}版，别人刚刚存了第{current}版；没有覆盖。请对照第{current}版再看一遍。",
    "You looked at revision {seen}; somebody has just saved revision {current}. Nothing was written over: "
    "look again beside revision {current}.",
)
_THERE = Text(
    "别人刚刚存了同一家单位的清单；没有覆盖。请对照它再看一遍。",
    "Somebody has just saved a list of this authority. Nothing was written over: look again beside it.",
)


@dataclass(frozen=True)
class Listing:
    """What is kept, or why that cannot be told."""

    registers: tuple[api.Saved, ...] = ()
    trouble: PowerlistError | None = None

    def find(self, id: str) -> api.Saved | None:
        """What is said of one register."""
        return next((saved for saved in self.registers if saved.id == id), None)


def shelf() -> api.Shelf:
    """The store of this server. Raises PowerlistError where its name means nothing."""
    return _shelf(api.store_url())


def listing() -> Listing:
    """What is kept now, or the trouble with it."""
    try:
        with _resting("list"):
            return Listing(shelf().registers())
    except PowerlistError as error:
        return Listing(trouble=error)


def ask_again() -> None:
    """Forget that the store failed."""
    _troubles().clear()


def open_kept(saved: api.Saved) -> Opened:
    """A register that is kept, checked as of today."""
    return _opened(api.store_url(), _key(saved), api.today().isoformat())


def newest(now: Opened) -> Opened:
    """The same register as it is kept now; as it was where it is not kept any more."""
    there = listing().find(now.saved.id) if now.saved else None
    if there is None:
        return now
    return living.lived_in(open_kept(there) if there != now.saved else now, there)


def count_powers(saved: api.Saved) -> int:
    """How many powers a kept register has."""
    return _count(api.store_url(), _key(saved))


def keep_source(read: Opened, version: Hashable) -> Opened:
    """What the server was started on, kept; once for every version. As it was read where that fails."""
    try:
        with _resting("keep"):
            kept = _source(api.store_url(), version, read)
            _troubles().pop((api.store_url(), "keep"), None)
            return kept
    except PowerlistError:
        return read


def trouble_keeping() -> PowerlistError | None:
    """Why what the server was started on is not kept; None where it is."""
    return _troubles().get((api.store_url(), "keep"), (0.0, None))[1]


def late(seen: api.Saved | None, error: StaleError) -> Text:
    """A save or a delete that came too late, in the words of somebody who sees a page."""
    if not error.current:
        return _GONE
    if seen is None or error.current == seen.revision:
        return _THERE
    return _FASTER.fill(seen=seen.revision, current=error.current)


@contextmanager
def _resting(what: str) -> Iterator[None]:
    """A store that failed at something a moment ago is left in peace: the same trouble is told again."""
    key, troubles = (api.store_url(), what), _troubles()
    until, trouble = troubles.get(key, (0.0, None))
    if trouble and time.monotonic() < until:
        raise trouble
    try:
        yield
    except PowerlistError as error:
        troubles[key] = (time.monotonic() + _REST, error)
        raise


Key = tuple[str, int, str, str]


def _key(saved: api.Saved) -> Key:
    return saved.id, saved.revision, saved.saved_at.isoformat(), saved.fingerprint


@st.cache_resource(show_spinner=False)
def _shelf(url: str) -> api.Shelf:
    return api.Shelf(url)


@st.cache_resource(show_spinner=False)
def _troubles() -> dict[tuple[str, str], tuple[float, PowerlistError]]:
    return {}


@st.cache_resource(max_entries=8, show_spinner=False)
def _opened(url: str, key: Key, day: str) -> Opened:
    loaded = _shelf(url).load(key[0])
    return opened(loaded.register.authority.name, api.Reading(loaded.register), loaded.saved)


@st.cache_data(max_entries=1000, show_spinner=False)
def _count(url: str, key: Key) -> int:
    return len(_shelf(url).load(key[0]).register.powers)


@st.cache_resource(max_entries=4, show_spinner=False)
def _source(url: str, version: Hashable, _read: Opened) -> Opened:
    put = _shelf(url).put(_read.register)
    return open_kept(put.now) if put.behind else _read.kept_as(put.now)
