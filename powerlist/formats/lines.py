"""Rows that are no items: footnotes, sums, section titles, column numbers."""

import re
import unicodedata
from functools import cache
from itertools import pairwise

from powerlist.formats.cells.values import Kind, kind_in_title
from powerlist.formats.grid import Grid
from powerlist.practice.headings import Headings, squeezed

_LONGEST_TITLE = 40


def is_footnote(text: str, headings: Headings) -> bool:
    """注：…, 注1：…, 备注, 填表人：… and the like."""
    return bool(_words(headings.footnotes, r"[0-9]{0,2}(?:[:：.]|$)").match(_narrow(text)))


def is_total(text: str, headings: Headings) -> bool:
    """合计, 共计12项."""
    return bool(_words(headings.totals, r"(?:[:0-9]|$)").match(_narrow(text)))


def section_kind(text: str, headings: Headings) -> Kind | None:
    """The kind that a line such as 二、行政处罚（共12项） opens, or None."""
    kind = kind_in_title(text, headings) if len(squeezed(text)) <= _LONGEST_TITLE else None
    return kind if kind and kind.known else None


def counts_columns(grid: Grid, row: int) -> bool:
    """Whether the row only numbers the columns: 1, 2, 3 … or （1）, （2） …"""
    texts = [squeezed(grid.own(row, column)).strip("()") for column in grid.filled(row)]
    return (
        len(texts) >= 3 and all(text.isdecimal() for text in texts) and _rising([int(text) for text in texts])
    )


def _rising(numbers: list[int]) -> bool:
    return all(after == before + 1 for before, after in pairwise(numbers))


def _narrow(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text[:40]).split())


@cache
def _words(words: tuple[str, ...], after: str) -> re.Pattern[str]:
    narrow = sorted(map(_narrow, words), key=len, reverse=True)
    return re.compile(rf"[(〔【*※]*(?:{'|'.join(map(re.escape, narrow))})[)〕】]*{after}")
