"""Registers in a store: push one, pull one; and where a user's own store is."""

import os
from pathlib import Path

from platformdirs import user_data_path

from powerlist.errors import UsageError
from powerlist.i18n import Text
from powerlist.model.register import Register
from powerlist.stores import NEW, Loaded, Saved, Store, open_store, register_id

__all__ = ["Loaded", "Saved", "Store", "open_store"]

STORE = "POWERLIST_STORE"
_FILE = "powerlist.sqlite"


def store_url(url: str = "") -> str:
    """The store to use: the one named, else POWERLIST_STORE, else a file among the user's own data."""
    return url or os.environ.get(STORE, "") or f"sqlite:{own_folder() / _FILE}"


def store_in(folder: Path) -> str:
    """The store of a folder that holds everything of one visit."""
    return f"sqlite:{folder / _FILE}"


def own_folder() -> Path:
    """Where programs of this user keep their data on this system."""
    return user_data_path("powerlist", appauthor=False)


def push(register: Register, url: str, *, based_on: int | None = None, id: str = "") -> Saved:
    """Save a register whole, over the revision `based_on`; None means whatever is there now.

    Raises StaleError where somebody saved in the meantime, StoreError where the store cannot be used.
    """
    store = open_store(url)
    try:
        name = id or register_id(register)
        there = {saved.id: saved.revision for saved in store.registers()}
        base = there.get(name, NEW) if based_on is None else based_on
        return store.save(register, based_on=base, id=name)
    finally:
        store.close()


def pull(url: str, id: str = "") -> Loaded:
    """Load a register; without an id the only one that is there. Raises UsageError naming what is there."""
    store = open_store(url)
    try:
        return store.load(id or _only(store.registers(), url))
    finally:
        store.close()


def _only(saved: tuple[Saved, ...], url: str) -> str:
    if len(saved) == 1:
        return saved[0].id
    names = "、".join(f"{one.id}（{one.authority}）" for one in saved)
    if not saved:
        raise UsageError(Text(f"{url} 里没有清单。", f"{url} holds no register."))
    raise UsageError(Text(f"请用 --id 指明一份：{names}。", f"Say which one with --id: {names}."))
