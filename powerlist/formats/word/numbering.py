"""Automatic numbers: Word stores the rule and counts when it shows; here they are counted into the text.

After ISO/IEC 29500-1 §17.9: a list (`w:num`) follows a pattern (`w:abstractNum`) of nine levels; lists of one
pattern count on from each other unless one says where it starts.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from powerlist.formats.word.numerals import numeral
from powerlist.formats.word.package import W, Xml
from powerlist.formats.word.styles import ListPlace, Styles
from powerlist.formats.word.xml import child, is_on, number, value

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """How one level of a list counts; `restart` levels above it begin it again."""

    start: int
    kind: str
    text: str
    restart: int
    legal: bool
    style: str


@dataclass(frozen=True)
class NumberedList:
    """A list: its pattern, and where its levels start if it says so itself."""

    pattern: str
    starts: dict[int, int]
    own: dict[int, Level]


@dataclass
class Numbering:
    """The lists of a document and how far each has counted."""

    styles: Styles
    patterns: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[int, NumberedList] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, root: Xml | None, styles: Styles) -> "Numbering":
        """The numbering of a document; none where it has none."""
        made = cls(styles)
        if root is None:
            return made
        abstracts = {one.get(f"{W}abstractNumId", ""): one for one in root.iterfind(f"{W}abstractNum")}
        made.patterns = {name: _levels(one.iterfind(f"{W}lvl")) for name, one in abstracts.items()}
        for one in root.iterfind(f"{W}num"):
            own = one.get(f"{W}numId", "")
            if own.isascii() and own.isdigit():
                made.lists[int(own)] = _list(one)
        for name, one in abstracts.items():  # a pattern may be kept in a style
            linked = styles.named_list(value(one, "numStyleLink"))
            if linked in made.lists:
                made.patterns[name] = made.patterns.get(made.lists[linked].pattern, {})
        return made

    def mark(self, paragraph: Xml) -> str:
        """The number that Word shows before a paragraph, counted on; empty where it shows none."""
        place = self._place(child(paragraph, "pPr"))
        numbered = self.lists.get(place.num) if place else None
        if place is None or numbered is None:
            return ""
        levels = {**self.patterns.get(numbered.pattern, {}), **numbered.own}
        at = place.level if place.level is not None else _of_style(levels, place.style)
        if at not in levels:
            return ""
        self._count(place.num, numbered, levels, at)
        return self._shown(numbered, levels, at)

    def _place(self, properties: Xml | None) -> ListPlace | None:
        """The list of a paragraph: its own, else its style's; list 0 is none."""
        style = self.styles.list_of(value(properties, "pStyle"))
        said = child(properties, "numPr")
        own, level = number(said, "numId"), number(said, "ilvl")
        if own is not None:
            return ListPlace(own, level or 0)
        return ListPlace(style.num, level, style.style) if style and level is not None else style

    def _count(self, num: int, numbered: NumberedList, levels: dict[int, Level], at: int) -> None:
        counts = self._counts.setdefault(numbered.pattern, {})
        if num not in self._begun:
            self._begun.add(num)
            for level in numbered.starts:
                counts.pop(level, None)
        start = numbered.starts.get(at, levels[at].start)
        counts[at] = counts[at] + 1 if at in counts else start
        for level in [one for one in counts if one > at]:
            if level not in levels or at < levels[level].restart:
                del counts[level]

    def _shown(self, numbered: NumberedList, levels: dict[int, Level], at: int) -> str:
        counts, level = self._counts[numbered.pattern], levels[at]
        if level.kind == "bullet":
            return ""

        def figure(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            if other not in levels:
                return ""
            count = counts.get(other, numbered.starts.get(other, levels[other].start))
            return numeral(count, "decimal" if level.legal else levels[other].kind)

        return _PLACE.sub(figure, level.text)


def _levels(found: Iterable[Xml]) -> dict[int, Level]:
    levels = {}
    for one in found:
        at = one.get(f"{W}ilvl", "")
        if at.isascii() and at.isdigit():
            levels[int(at)] = _level(one, int(at))
    return levels


def _level(one: Xml, at: int) -> Level:
    restart, start = number(one, "lvlRestart"), number(one, "start")
    return Level(
        start=0 if start is None else start,
        kind=value(one, "numFmt") or "decimal",
        text=value(one, "lvlText") or "",
        restart=at if restart is None else restart,
        legal=is_on(one, "isLgl"),
        style=value(one, "pStyle") or "",
    )


def _list(one: Xml) -> NumberedList:
    starts, own = {}, []
    for override in one.iterfind(f"{W}lvlOverride"):
        at, start = override.get(f"{W}ilvl", ""), number(override, "startOverride")
        if at.isascii() and at.isdigit() and start is not None:
            starts[int(at)] = start
        own += override.findall(f"{W}lvl")
    return NumberedList(value(one, "abstractNumId") or "", starts, _levels(own))


def _of_style(levels: dict[int, Level], style: str) -> int:
    """The level that a heading's style is tied to."""
    return next((at for at, level in levels.items() if style and level.style == style), 0)
