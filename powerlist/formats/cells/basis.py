"""依据: a cell of citations becomes one legal basis for each place that it names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from powerlist.formats.cells.numerals import NUMERAL
from powerlist.formats.cells.places import Place, places_at
from powerlist.formats.cells.remembering import remembered
from powerlist.formats.cells.text import MARK, mended, one_bracket
from powerlist.model.codes import BasisRole, InstrumentKind
from powerlist.practice.headings import Headings

_WHOLE = re.compile(r"《([^《》]{2,90}(?:《[^《》]*》[^《》]{0,20})?)》")
_NO_END = re.compile(rf"《([^《》\n（(：:]{{2,60}}?)\s*(?=第\s*{NUMERAL}\s*条|[（(：:\n]|$)")
_NO_START = re.compile(r"([\u4e00-\u9fff（）()、〈〉]{2,60})》")
_NOTE = re.compile(r"\s*[（(]([^（()）]{1,80})[）)]")
_BARE_NUMBER = re.compile(
    r"\s*((?:[\u4e00-\u9fff]{1,12}〔\d{4}〕\d+号)|(?:[\u4e00-\u9fff]{1,12}令第?\s?\d+号))"
)
_IS_NUMBER = re.compile(rf"号$|令第?{NUMERAL}号|〔\d{{4}}〕")
_PARTS = re.compile(r"[，,；;]")
_STOPS = re.compile(rf"[\n。；;！]|(?={MARK}\s*[〔《])|(?=〔[^〕]{{1,8}}〕\s*(?:{MARK})?《)")
_NEXT_ARTICLE = re.compile(
    rf"\s*第\s*{NUMERAL}\s*条(?:之{NUMERAL})?(?:第{NUMERAL}款)?(?:第?[（(]?{NUMERAL}[)）]?项)?"
)
_EMPTY_QUOTES = frozenset(
    ("", "规定", "的规定", "等", "等规定", "等有关规定", "之规定", "有关规定", "的有关规定")
)


@dataclass(frozen=True, slots=True)
class ParsedBasis:
    """One citation; `faults` are codes of what was damaged in it."""

    instrument: str
    kind: InstrumentKind | None = None
    role: BasisRole | None = None
    document_no: str = ""
    version: str = ""
    place: Place = field(default_factory=lambda: Place(None))
    quote: str = ""
    number: str = ""
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedBases:
    """The citations of a cell, and the text before the first of them that is none."""

    bases: tuple[ParsedBasis, ...]
    rest: str = ""


@remembered
def parse_bases(raw: str, headings: Headings) -> ParsedBases:
    """Every citation of the cell; `rest` is the whole text where there is none."""
    text = one_bracket(mended(raw))
    heads = list(_heads(text, headings))
    bases: list[ParsedBasis] = []
    for place, (_, head, places, end) in enumerate(heads):
        limit = heads[place + 1][0] if place + 1 < len(heads) else len(text)
        bases += _spread(head, places, text[end:limit])
    rest = text[: heads[0][0]] if heads else text
    return ParsedBases(tuple(bases), rest.replace("\n", "").strip(" ：:；;。"))


_Head = tuple[int, ParsedBasis, list[Place], int]


def _heads(text: str, headings: Headings) -> Iterator[_Head]:
    """Where a citation begins, what its head says, its places, and where they end."""
    at = 0
    instrument: ParsedBasis | None = None
    while at < len(text):
        found = _head(text, at, headings) or (_same_instrument(text, at, instrument) if instrument else None)
        if found:
            instrument = found[1]
            yield found
            at = found[3]
            if _head(text, at, headings):
                continue
        stop = _STOPS.search(text, at)
        if stop and stop.end() == at:
            stop = _STOPS.search(text, at + 1)
        if not stop:
            return
        at = stop.end()


def _same_instrument(text: str, at: int, before: ParsedBasis) -> _Head | None:
    """`第五条：…` at the start of a sentence goes on with the instrument named before."""
    match = _NEXT_ARTICLE.match(text, at)
    if not match or not (text[match.end() : match.end() + 1] in "：:" or text[at - 1 : at] == "\n"):
        return None
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    places, end = places_at(text, start)
    return (at, replace(before, faults=()), places, end) if places else None


def _head(text: str, start: int, headings: Headings) -> _Head | None:
    before = _before_title(headings).match(text, start)
    assert before is not None
    tag, role, mark = before["tag"] or before["word"], before["role"], before["mark"] or before["mark2"]
    at = before.end()
    titled = _title(text, at, headings, sure=bool(tag))
    if not titled:
        return None
    title, at, faults = titled
    document_no, version, at = _notes(text, at)
    places, at = places_at(text, _past_space(text, at))
    kind = headings.meaning("instruments", tag) if tag else None
    meant = headings.meaning("basis_roles", role) if role else None
    head = ParsedBasis(
        title,
        InstrumentKind(kind) if kind else None,
        BasisRole(meant) if meant else None,
        document_no,
        version,
        number=(mark or "").strip("、.．"),
        faults=faults,
    )
    return start, head, places, at


@cache
def _pattern(tags: tuple[str, ...], roles: tuple[str, ...]) -> re.Pattern[str]:
    tag, role = "|".join(map(re.escape, tags)), "|".join(map(re.escape, roles))
    return re.compile(
        rf"\s*(?P<mark>{MARK})?\s*(?:[〔（(]?(?P<role>{role})(?:[〕）)]?[：:]|[〕）)]|(?=\s*[《〔])))?\s*(?:[〔（(](?P<tag>{tag})[〕）)]?[：:]?|(?P<word>{tag})[：:〕])?"
        rf"\s*(?P<mark2>{MARK})?(?:依据|根据|依照|按照|参照|和|及|以及|与|、|，|,)?\s*"
    )


def _before_title(headings: Headings) -> re.Pattern[str]:
    tags = tuple(headings.words("instruments"))
    return _pattern(tags, tuple(headings.words("basis_roles")))


def _title(text: str, at: int, headings: Headings, *, sure: bool) -> tuple[str, int, tuple[str, ...]] | None:
    """(title, where it ends, faults): whole, or with one bracket or both missing."""
    if whole := _WHOLE.match(text, at):
        return whole[1].strip(), whole.end(), ()
    if no_end := _NO_END.match(text, at):
        return no_end[1].strip(), no_end.end(), ("title-damaged",)
    if no_start := _NO_START.match(text, at):
        return no_start[1].strip(), no_start.end(), ("title-damaged",)
    bare = _bare_title(headings, sure).match(text, at)
    return (bare[1].strip(), bare.end(), ("title-damaged",)) if bare else None


def _bare_title(headings: Headings, sure: bool) -> re.Pattern[str]:
    return _bare(headings.title_endings, sure)


@cache
def _bare(endings: tuple[str, ...], sure: bool) -> re.Pattern[str]:
    """A title without brackets is known by its ending and, without a tag, by the article after it."""
    words = "|".join(map(re.escape, endings))
    after = rf"\s*第\s*{NUMERAL}\s*条" + (r"|\s*[（(：:\n]|\s*$" if sure else "")
    return re.compile(rf"([\u4e00-\u9fff、〈〉]{{1,50}}(?:{words}))(?={after})")


def _notes(text: str, at: int) -> tuple[str, str, int]:
    """(document number, years and amendments, where they end)."""
    numbers: list[str] = []
    versions: list[str] = []
    while note := _NOTE.match(text, at) or _BARE_NUMBER.match(text, at):
        for part in filter(None, map(str.strip, _PARTS.split(note[1]))):
            (numbers if _IS_NUMBER.search(part) else versions).append(part)
        at = note.end()
    return "；".join(numbers), "；".join(versions), at


def _past_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " ，,":
        at += 1
    return at


def _spread(head: ParsedBasis, places: list[Place], after: str) -> Iterator[ParsedBasis]:
    """One basis a place; what the list quotes goes with the last of them."""
    quote = after.replace("\n", "").strip(" ：:，,、；;")
    quote = "" if quote.rstrip("。") in _EMPTY_QUOTES else quote
    for turn, place in enumerate(places or [Place(None)], 1):
        last = turn >= len(places)
        own = quote if last else ""
        faults = head.faults if turn == 1 else ()
        if place.damaged:
            own, faults = f"{place.damaged}{'：' if own else ''}{own}", (*faults, "article-unreadable")
        yield ParsedBasis(
            *(head.instrument, head.kind, head.role, head.document_no, head.version),
            *(place, own, head.number, faults),
        )
