"""第三十九条第二款第（三）项、第四十条: the places of an instrument that a citation names."""

import re
from dataclasses import dataclass, replace

from powerlist.formats.cells.numerals import NUMERAL, number_of

_ARTICLE = re.compile(rf"(?:第\s*{NUMERAL}\s*[编章节]\s*)*(第\s*({NUMERAL})\s*条(?:之\s*({NUMERAL}))?)")
_SHORT = re.compile(rf"第\s*({NUMERAL})((?:\s*(?:至|到|[-—~～]|[、，,和及与])\s*第?\s*{NUMERAL})+)\s*条")
_FURTHER = re.compile(rf"(至|到|[-—~～]|[、，,和及与])\s*第?\s*({NUMERAL})")
_PARAGRAPH = re.compile(rf"第?\s*({NUMERAL})\s*款")
_ITEMS = re.compile(rf"第?\s*([（(]?{NUMERAL}[)）]?(?:\s?[、，]?\s?[（(]{NUMERAL}[)）])*)\s*项")
_NUMERAL = re.compile(NUMERAL)
_BETWEEN = re.compile(r"\s*(至|到|[-—~～]+第?(?=第)|[、，,和及与]|以及|或者|或)?\s*")
_THROUGH = frozenset("至到-—~～")
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
        found, end = _named(text, at, places[-1] if places else None)
        if not found:
            return places, end_of_last(places, at, start, text)
        if link and link[0] in _THROUGH and places:
            places += _between(places[-1], found[0])
        places += found
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


def _named(text: str, at: int, before: Place | None) -> tuple[list[Place], int]:
    """An article with its paragraph and items; a paragraph or item alone belongs to the article before."""
    if short := _SHORT.match(text, at):
        *firsts, last = _short(short[1], short[2])
        inside, end = _inside(text, short.end(), last)
        return [*firsts, *inside], end
    article = _ARTICLE.match(text, at)
    if article:
        number, inserted = number_of(article[2]), number_of(article[3]) if article[3] else None
        return _inside(text, article.end(), Place(number, inserted, damaged="" if number else article[1]))
    if before and before.article:
        found, end = _inside(text, at, replace(before, paragraph=None, item=None))
        if end > at:
            only_items = all(place.paragraph is None for place in found)
            kept = before.paragraph if only_items else found[0].paragraph
            return [replace(place, paragraph=kept) for place in found], end
    return [], at


def _short(first: str, further: str) -> list[Place]:
    """第三十八至四十条, 第三、五条: several articles with one 条."""
    places = [_article(first)]
    for link, numeral in _FURTHER.findall(further):
        place = _article(numeral)
        places += _between(places[-1], place) if link in _THROUGH else []
        places.append(place)
    return places


def _article(numeral: str) -> Place:
    number = number_of(numeral)
    return Place(number, damaged="" if number else f"第{numeral}条")


def _inside(text: str, at: int, place: Place) -> tuple[list[Place], int]:
    """The paragraph and the items that follow an article: 第二款第（一）、（三）项."""
    paragraph = _PARAGRAPH.match(text, at)
    if paragraph and (number := number_of(paragraph[1])):
        place, at = replace(place, paragraph=number), paragraph.end()
    items = _ITEMS.match(text, at)
    numbers = (
        [number for found in _NUMERAL.findall(items[1]) if (number := number_of(found))] if items else []
    )
    if items and numbers:
        return [replace(place, item=number) for number in numbers], items.end()
    return [place], at


def _between(first: Place, last: Place) -> list[Place]:
    """第十条至第十二条 names the eleventh too."""
    if not first.article or not last.article or not 1 < last.article - first.article <= _LONGEST_RANGE:
        return []
    return [Place(number) for number in range(first.article + 1, last.article)]
