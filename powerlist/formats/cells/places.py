"""第三十九条第二款第（三）项、第四十条: the places of an instrument that a citation names."""

import re
from dataclasses import dataclass, replace

from powerlist.formats.cells.numerals import NUMERAL, number_of

_ARTICLE = re.compile(rf"第\s*({NUMERAL})\s*条(?:之\s*({NUMERAL}))?")
_PARAGRAPH = re.compile(rf"第?\s*({NUMERAL})\s*款")
_ITEM = re.compile(rf"第?\s*[（(]?({NUMERAL})[)）]?\s*项")
_BETWEEN = re.compile(r"\s*(至|到|[-—~～]+第?(?=第)|[、，,和及与]|以及|或者|或)?\s*")
_LONGEST_RANGE = 30


@dataclass(frozen=True, slots=True)
class Place:
    """One place; `damaged` is the text of a numeral that is none."""

    article: int | None
    inserted: int | None = None
    paragraph: int | None = None
    item: int | None = None
    damaged: str = ""


def places_at(text: str, start: int) -> tuple[list[Place], int]:
    """The places that stand at `start`, and where they end."""
    places: list[Place] = []
    at, link = start, ""
    while True:
        place, end = _place(text, at, places[-1] if places else None)
        if place is None:
            return places, end_of_last(places, at, start, text)
        if link in ("至", "到") and places:
            places += _between(places[-1], place)
        places.append(place)
        between = _BETWEEN.match(text, end)
        link = (between[1] or "") if between else ""
        at = between.end() if between else end


def end_of_last(places: list[Place], at: int, start: int, text: str) -> int:
    """The end of the last place, without the separator that was looked past."""
    if not places:
        return start
    back = at
    while back > start and text[back - 1] in " 、，,和及与至到或者以":
        back -= 1
    return back


def _place(text: str, at: int, before: Place | None) -> tuple[Place | None, int]:
    article = _ARTICLE.match(text, at)
    if article:
        number, inserted = number_of(article[1]), number_of(article[2]) if article[2] else None
        place = Place(number, inserted, damaged="" if number else article[0])
        return _inside(text, article.end(), place)
    if before and before.article:
        place, end = _inside(text, at, replace(before, paragraph=None, item=None))
        if end > at:
            only_item = place.paragraph is None and place.item is not None
            return (replace(place, paragraph=before.paragraph) if only_item else place), end
    return None, at


def _inside(text: str, at: int, place: Place) -> tuple[Place, int]:
    """The paragraph and item that follow an article."""
    paragraph = _PARAGRAPH.match(text, at)
    if paragraph and (number := number_of(paragraph[1])):
        place, at = replace(place, paragraph=number), paragraph.end()
    item = _ITEM.match(text, at)
    if item and (number := number_of(item[1])):
        place, at = replace(place, item=number), item.end()
    return place, at


def _between(first: Place, last: Place) -> list[Place]:
    """第十条至第十二条 names the eleventh too."""
    if not first.article or not last.article or not 1 < last.article - first.article <= _LONGEST_RANGE:
        return []
    return [Place(number) for number in range(first.article + 1, last.article)]
