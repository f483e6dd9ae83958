"""Cells that say the same are read once: lists repeat their citations, grounds and names by the hundred."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from powerlist.practice.headings import Headings

_MOST = 2048
_P = ParamSpec("_P")
_T = TypeVar("_T")


def remembered(
    reader: Callable[Concatenate[str, Headings, _P], _T],
) -> Callable[Concatenate[str, Headings, _P], _T]:
    """A reader of texts that knows what it read last with these headings; what it gives is never changed.

    What stands beside text and headings is given by place, not by name.
    """
    last: tuple[Headings | None, Callable[..., _T]] = (None, reader)

    @wraps(reader)
    def remembering(raw: str, headings: Headings, *rest: Any) -> _T:
        nonlocal last
        own, known = last
        if own is not headings:
            known = _knowing(reader, headings)
            last = headings, known
        return known(raw, *rest)

    return cast(Callable[Concatenate[str, Headings, _P], _T], remembering)


def _knowing(reader: Callable[..., _T], headings: Headings) -> Callable[..., _T]:
    """The reader for one table of headings."""

    @lru_cache(maxsize=_MOST)
    def known(raw: str, *rest: Any) -> _T:
        return reader(raw, headings, *rest)

    return known
