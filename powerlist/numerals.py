"""Numbers in Chinese numerals: 十二, 二十, 一百零三."""

_DIGITS = "零一二三四五六七八九"
_UNITS = ("千", "百", "十", "")
_HIGHEST = 9999


def chinese(number: int, digits: str = _DIGITS, units: tuple[str, ...] = _UNITS) -> str:
    """A number from 1 to 9,999, with these signs for 0 to 9 and for the units; others in figures.

    In the plain signs ten to nineteen have no 一 in front (十二), as statutes and lists write them.
    """
    if not 0 < number <= _HIGHEST:
        return str(number)
    words, gap = "", False
    for unit, size in zip(units, (1000, 100, 10, 1), strict=True):
        digit = number // size % 10
        if digit:
            words += (digits[0] if gap else "") + digits[digit] + unit
        gap = bool(words) and not digit
    return words.removeprefix("一") if 10 <= number < 20 else words
