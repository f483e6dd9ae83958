"""Chinese and Arabic numerals, strictly: a damaged numeral is no number."""

import re
import unicodedata
from functools import lru_cache

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = "[0-9０-９零〇○一二三四五六七八九十百千两廿卅]+"
_WELL_FORMED = re.compile(
    "(?:[一二两三四五六七八九]千)?(?:零?[一二两三四五六七八九]百)?(?:零?[一二两三四五六七八九]?十)?零?[一二两三四五六七八九]?"
)


@lru_cache(maxsize=4096)
def number_of(text: str) -> int | None:
    """`39`, `三十九`, `一百零三`, `廿一` as a number; None for what is no numeral (`六一`, `三十十`)."""
    text = unicodedata.normalize("NFKC", text).strip().replace("〇", "零").replace("○", "零")
    text = text.replace("廿", "二十").replace("卅", "三十")
    if text.isdecimal():
        return int(text)
    if not text or not _WELL_FORMED.fullmatch(text):
        return None
    total, digit = 0, 0
    for sign in text:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit
