"""Cells that say the same are read once: lists repeat their citations, grounds and names by the hundred."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from powerlist.practice.headings import Headings

_MOST = 2048
_P = ParamSpec("_P")
_T = TypeVar("_T")


class _One:
    """A table of headings as a key: the very same one, not an equal one."""

    __slots__ = ("headings",)

    def __init__(self, headings: Headings) -> None:
        self.headings = headings

    def __hash__(self) -> int:
        return id(self.headings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _One) and self.headings is other.headings


def remembered(
    reader: Callable[Concatenate[str, Headings, _P], _T],
) -> Callable[Concatenate[str, Headings, _P], _T]:
    """A reader of texts that knows what it read last; what it gives must never be changed.

    What stands beside text and headings is given by place, not by name.
    """

    plain = cast(Callable[..., _T], reader)

    @lru_cache(maxsize=_MOST)
    def known(raw: str, one: _One, *rest: Any) -> _T:
        return plain(raw, one.headings, *rest)

    @wraps(reader)
    def remembering(raw: str, headings: Headings, *rest: Any) -> _T:
        return known(raw, _One(headings), *rest)

    return cast(Callable[Concatenate[str, Headings, _P], _T], remembering)
