"""Ids: made once, unique in their register, and kept."""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from hashlib import blake2b

_OTHER = re.compile(r"[^\u4e00-\u9fff、。]+")  # what NFKC may change: these stand for themselves


def power_id(code: str, type: str, name: str, sub_item: str, taken: Container[str]) -> str:
    """A power's own code where it has one that is free, else a short hash of (type, name, sub-item)."""
    own = squeezed(code)
    if own and own not in taken:
        return own
    return free(f"power-{short_hash(type, name, sub_item)}", taken)


def child_id(parent: str, kind: str, text: str, taken: Container[str]) -> str:
    """Its parent's id, its kind and a short hash of its text: rows above and below it do not matter."""
    return free(f"{parent}.{kind}-{short_hash(text)}", taken)


def free(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or with -2, -3 … where equal texts stand twice under one parent."""
    candidate, turn = wanted, 2
    while candidate in taken:
        candidate, turn = f"{wanted}-{turn}", turn + 1
    return candidate


@lru_cache(maxsize=8192)
def short_hash(*parts: str) -> str:
    """Eight hex digits over the squeezed parts."""
    joined = "\x1f".join(squeezed(part) for part in parts)
    return blake2b(joined.encode(), digest_size=4).hexdigest()


def squeezed(text: str) -> str:
    """NFKC without any white space: what two typings of one thing have in common."""
    return "".join(_OTHER.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text).split())
