"""Numbered lists inside one cell: 一、 （一） 1. （1） ①, nested in the order in which they first appear."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from powerlist.formats.cells.numerals import number_of
from powerlist.formats.cells.text import MARK

_MARK = re.compile(MARK)
_ENDINGS = "\n。；;：:"


class Entry(NamedTuple):
    """One numbered part: its mark as written (`1`, `（一）`), its depth from 0 (-1: no mark), its text."""

    mark: str
    depth: int
    text: str


class _Found(NamedTuple):
    kind: str
    value: int
    start: int
    end: int


def entries_of(text: str) -> list[Entry]:
    """The text cut at its marks; a figure that is no next number of a list is left in the sentence."""
    found = list(_accepted(text))
    before = _one_line(text[: found[0].start] if found else text)
    entries = [Entry("", -1, before)] if before else []
    stack: list[str] = []
    for place, mark in enumerate(found):
        if mark.kind in stack:
            del stack[stack.index(mark.kind) + 1 :]
        else:
            stack.append(mark.kind)
        end = found[place + 1].start if place + 1 < len(found) else len(text)
        label = text[mark.start : mark.end].strip("、.．")
        entries.append(Entry(label, len(stack) - 1, _one_line(text[mark.end : end])))
    return entries


def _accepted(text: str) -> Iterator[_Found]:
    """The marks that go on with a list or begin one."""
    last: dict[str, int] = {}
    end_of_last = -1
    for match in _MARK.finditer(text):
        kind, value = _kind(match[0])
        before = _before(text, match.start())
        next_in_list = last.get(kind) is not None and value == last[kind] + 1
        first = value == 1 and (before in _ENDINGS or match.start() == end_of_last)
        if next_in_list or first or before == "\n":
            last[kind] = value
            for other in [k for k in last if k != kind and _deeper(k, kind, last)]:
                del last[other]
            end_of_last = match.end()
            yield _Found(kind, value, match.start(), match.end())


def _before(text: str, at: int) -> str:
    """The sign before a place, spaces left out; a line break at the start, nothing after spaces alone."""
    if not at:
        return "\n"
    while at and text[at - 1] == " ":
        at -= 1
    return text[at - 1 : at]


def _deeper(other: str, kind: str, last: dict[str, int]) -> bool:
    order = list(last)
    return order.index(other) > order.index(kind)


@lru_cache(maxsize=1024)
def _kind(mark: str) -> tuple[str, int]:
    plain = unicodedata.normalize("NFKC", mark)
    if mark[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return "circle", int(plain)
    bracketed = plain[0] in "(〔"
    inner = plain.strip("()〔〕.、")
    last_part = inner.rsplit("-", 1)[-1]
    script = "arabic" if last_part.isdecimal() else "chinese"
    return f"{'bracket' if bracketed else 'open'}-{script}", number_of(last_part) or 0


def _one_line(text: str) -> str:
    return text.replace("\n", "").strip()
