"""Titles as lists write them: short or full, with stray brackets, spaces and years of amendment."""

import re
import unicodedata
from functools import lru_cache

_PLACE = re.compile(
    r"》?第[0-9零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十])?(?:[^《》款项]{1,8}[款项]){0,3}(?:的?规定)?$"
)
_NOTE = (
    r"[(〔\[](?:(?:19|20)\d\d[^()]*|(?:修正|修订)[^()]*|[^()]*(?:令|〔\d{4}〕)[^()]*号[^()]*)(?:[)〕\]]|$)"
)
_VERSION = re.compile(rf"(?:{_NOTE}){{1,3}}$|(?:19|20)\d\d年?(?:修正|修订|修改)?[本版]?$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DROPPED = re.compile(r"[\s《》〈〉<>()〔〕\[\]【】“”\"'「」『』]|中华人民共和国")
_QUOTES = "《》"


@lru_cache(maxsize=65536)
def key_of(title: str) -> str:
    """What two spellings of one title have in common: no brackets, spaces, versions or order numbers."""
    return _DROPPED.sub("", _bare(title))


def year_in(title: str) -> int | None:
    """The latest year of the note behind a title or of a version: 2019 of `行政许可法(2019年修正)`."""
    years = [int(year) for year in _YEAR.findall(title)]
    return max(years, default=None)


@lru_cache(maxsize=65536)
def version_note(title: str) -> str:
    """The note of a version that was written into the title; empty without one."""
    found = _VERSION.search(_plain(title).strip(_QUOTES))
    return found[0] if found else ""


@lru_cache(maxsize=65536)
def is_damaged(title: str) -> bool:
    """Whether 书名号 are missing, left over, or hold the place too."""
    text = title.strip()
    around = text.startswith("《") and text.endswith("》") and text.find("》") == len(text) - 1
    uneven = "《《" in text or text.count("《") != text.count("》")
    return around or uneven or bool(_PLACE.search(_plain(text)))


def _plain(title: str) -> str:
    return "".join(unicodedata.normalize("NFKC", title).split())


def _bare(title: str) -> str:
    """The title without what stands behind it: the place, then the note of its version."""
    text = _PLACE.sub("", _plain(title))
    return _VERSION.sub("", text.strip(_QUOTES)) or text
