"""Stores: where registers are kept whole, with a revision each."""

from powerlist.stores.opening import open_store
from powerlist.stores.store import NEW, Loaded, Saved, Store, register_id

__all__ = ["NEW", "Loaded", "Saved", "Store", "open_store", "register_id"]
