"""Numbers as statutes write them: 一百零三. Only well-formed numerals are read."""

from functools import cache

_DIGITS = "零一二三四五六七八九"
_HIGHEST = 2999


def chinese(number: int) -> str:
    """A number from 1 to 2999 in Chinese numerals."""
    words, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // size % 10
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + unit
        gap = bool(words) and not digit
    return words.removeprefix("一") if 10 <= number < 20 else words


@cache
def _values() -> dict[str, int]:
    return {chinese(number): number for number in range(1, _HIGHEST + 1)}


def value_of(text: str) -> int | None:
    """The number that a numeral means, Arabic or Chinese; None for what is no numeral."""
    return int(text) if text.isdecimal() else _values().get(text.replace("〇", "零").replace("○", "零"))
