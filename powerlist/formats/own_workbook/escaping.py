"""Several texts in one cell: one a line, parts of a record between ｜, and nothing lost.

`（空）` is the text that has no letters, where an empty cell would mean something else. A backslash before a
separator makes it a letter.
"""

import re
from collections.abc import Sequence

EMPTY = "（空）"
LINE, PART, INNER, PAIR = "\n", "｜", "；", "＝"
SEPARATORS = (LINE, PART, INNER, PAIR)

_LIKE_EMPTY = re.compile(r"\\*（空）")
_ESCAPED = re.compile(r"\\([nr\\｜；＝（])")
_LETTERS = {"n": "\n", "r": "\r"}
_SIGNS = {"\n": "\\n", "\r": "\\r"}


def alone(text: str) -> str:
    """A text that has its cell for itself."""
    if not text:
        return EMPTY
    return f"\\{text}" if _LIKE_EMPTY.fullmatch(text) else text


def unalone(cell: str) -> str:
    """The text that `alone` wrote."""
    if cell == EMPTY:
        return ""
    return cell[1:] if cell.startswith("\\") and _LIKE_EMPTY.fullmatch(cell) else cell


def among(text: str, separators: Sequence[str]) -> str:
    """A text that shares its cell with others, between these separators."""
    if not text:
        return EMPTY
    special = {"\\", "\n", "\r", *separators}
    escaped = "".join(_SIGNS.get(c, f"\\{c}") if c in special else c for c in text)
    return f"\\{escaped}" if escaped == EMPTY else escaped


def unamong(part: str) -> str:
    """The text that `among` wrote; other backslashes stay what they are."""
    if part == EMPTY:
        return ""
    return _ESCAPED.sub(lambda found: _LETTERS.get(found[1], found[1]), part)


def parted(cell: str, separator: str) -> list[str]:
    """The parts between separators that no backslash makes letters."""
    parts, current, escaped = [], "", False
    for letter in cell:
        if letter == separator and not escaped:
            parts.append(current)
            current = ""
            continue
        current += letter
        escaped = letter == "\\" and not escaped
    return [*parts, current]
