"""Numbers as statutes write them: 一百零三. Only well-formed numerals are read."""

from functools import cache

from powerlist.numerals import chinese

_HIGHEST = 2999


@cache
def _values() -> dict[str, int]:
    return {chinese(number): number for number in range(1, _HIGHEST + 1)}


def value_of(text: str) -> int | None:
    """The number that a numeral means, Arabic or Chinese; None for what is no numeral."""
    return int(text) if text.isdecimal() else _values().get(text.replace("〇", "零").replace("○", "零"))
