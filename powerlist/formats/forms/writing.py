"""A text into a cell, as a text: never a formula, an error, or a character that a workbook refuses."""

import re
from typing import Any

from powerlist.errors import InputError
from powerlist.i18n import Text

LONGEST = 32_767  # letters that a cell holds
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|_x(?=[0-9A-Fa-f]{4}_)")
_NO_LETTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_COUNT = re.compile(r"[1-9][0-9]{0,8}|0")
_TOO_LONG = Text(
    "“{text}…”有{count}字，超过单元格的上限{most}字。请缩短后再填表。",
    "“{text}…” has {count} letters, more than the {most} that a cell holds; shorten it first.",
)


def put(cell: Any, text: str, *, count: bool = False) -> None:
    """Write a text; with `count` a whole number as a number. Raises InputError for a text too long."""
    if count and _COUNT.fullmatch(text):
        cell.value = int(text)
        return
    text = _NO_LETTER.sub("", text)
    size = len(text.encode("utf-16-le")) // 2
    if size > LONGEST:
        place = f"{cell.parent.title}!{cell.coordinate}"
        raise InputError(place, _TOO_LONG.fill(text=text[:20], count=size, most=LONGEST))
    cell.value = ""
    cell._value = _CONTROL.sub(_escaped, text)
    cell.data_type = "s"
    if text.startswith(_FORMULA):
        cell.quotePrefix = True


def _escaped(match: re.Match[str]) -> str:
    """Control characters as workbooks write them; what only looks like that stays what it is."""
    return "_x005F_x" if match[0] == "_x" else f"_x{ord(match[0]):04X}_"
