"""How tall the rows of a filled form must be, so that nothing is cut off."""

import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from powerlist.formats.grid import Range

TALLEST = 409.0  # points; a row cannot be taller
_LINE = 1.4  # of the size of the letters
_EDGE = 4.0
_ROOM = 0.92  # of a line is used: no line begins with a full stop
_SIZE, _WIDTH, _USUAL = 11.0, 8.43, 15.0


@dataclass(frozen=True)
class Fresh:
    """A row's new texts by column, and its height before (None: as tall as it needs)."""

    texts: Mapping[int, str]
    height: float | None


def heights_of(page: Any, rows: Sequence[Fresh], merges: Sequence[Range]) -> list[float | None]:
    """The height of each row; a program sizes rows by itself, but never for what is merged."""
    widths = _widths(page)
    spans = {merge[0]: merge[1] for merge in merges}
    heights: list[float | None] = [row.height for row in rows]
    needed: list[float] = []
    tall: list[tuple[int, int, float]] = []
    for at, row in enumerate(rows):
        own, fixed = row.height or _USUAL, row.height is not None
        for column, text in row.texts.items():
            bottom, right = spans.get((at, column), (at, column))
            room = sum(widths.get(one, _WIDTH) for one in range(column, right + 1))
            points = _points(text, room, page.cell(at + 1, column + 1).font.sz or _SIZE)
            if bottom > at:
                tall.append((at, bottom, points))
            else:
                own, fixed = max(own, points), fixed or right > column
        needed.append(own)
        if row.texts and fixed:
            heights[at] = min(own, TALLEST)
    for top, bottom, points in tall:
        _stretch(heights, needed, top, bottom, points)
    return heights


def _stretch(
    heights: list[float | None], needed: Sequence[float], top: int, bottom: int, points: float
) -> None:
    """Let rows that a text is merged over be tall enough together."""
    own = [heights[row] or needed[row] for row in range(top, bottom + 1)]
    lacking = points - sum(own)
    if lacking > 0:
        for turn, row in enumerate(range(top, bottom + 1)):
            heights[row] = min(TALLEST, own[turn] + lacking / len(own))


def _widths(page: Any) -> dict[int, float]:
    known: dict[int, float] = {}
    for dimension in page.column_dimensions.values():
        low, high = dimension.min or 0, min(dimension.max or 0, (dimension.min or 0) + 300)
        known |= dict.fromkeys(range(low - 1, high), dimension.width or _WIDTH)
    return known


def _points(text: str, room: float, size: float) -> float:
    letters = max(1.0, _ROOM * room * _SIZE / size)
    lines = sum(max(1, math.ceil(_letters(part) / letters)) for part in text.split("\n"))
    return lines * size * _LINE + _EDGE


@lru_cache(maxsize=4096)
def _letters(text: str) -> int:
    """How many narrow letters wide; a Chinese one counts two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
