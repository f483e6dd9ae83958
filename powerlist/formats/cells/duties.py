"""责任事项: a cell of numbered duties under headings becomes one duty a number."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from powerlist.formats.cells.marks import Entry, entries_of
from powerlist.formats.cells.text import mended
from powerlist.practice.headings import Headings

_HEAD = re.compile(r"([\u4e00-\u9fff、（）()“”]{2,14})[：:]")
_BARE_HEAD = re.compile(r"[\u4e00-\u9fff、]{2,10}(?:责任|环节|阶段)[：:。；;]?")
_SECTION = re.compile(r"(?<![^\n。；;])([\u4e00-\u9fff、]{2,10}责任)[：:]")
StageOf = Callable[[str], str | None]


class ParsedDuty(NamedTuple):
    """One duty as the cell has it; `heading` is the list's own word, `stage` what practice makes of it."""

    heading: str
    number: str
    text: str
    stage: str | None


def parse_duties(raw: str, headings: Headings, stage_of: StageOf, heading: str = "") -> list[ParsedDuty]:
    """The duties of one cell; `heading` is that of its row, where a column of its own says it."""
    duties: list[ParsedDuty] = []
    for group, body in _groups(mended(raw), headings):
        for section, text in _sections(body):
            over = "/".join(part for part in (heading, group, section) if part)
            duties += _section(text, over, stage_of)
    return duties


def _groups(text: str, headings: Headings) -> Iterator[tuple[str, str]]:
    """(直接实施责任, its part of the text) …; the name is empty where the cell has no such parts."""
    yield from _cut(text, _group_words(headings.duty_groups))


_NUMBER = r"[（(]?[0-9一二三四五六七八九十]{1,2}[）).．、]{1,2}"


@cache
def _group_words(words: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<![^\n。；;])(?:{_NUMBER})?({names})[：:\n]?")


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a text under headings without a number (受理责任：…)."""
    yield from _cut(text, _SECTION)


def _cut(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    found = list(pattern.finditer(text))
    if not found or text[: found[0].start()].strip():
        yield "", text[: found[0].start()] if found else text
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        yield match[1], text[match.end() : end].strip()


def _section(text: str, over: str, stage_of: StageOf) -> Iterator[ParsedDuty]:
    entries = entries_of(text)
    if len(entries) == 1 and not entries[0].mark:
        for line in text.strip().split("\n"):
            if line.strip():
                yield _duty(Entry("", -1, line.strip()), over, stage_of)
        return
    yield from _numbered(entries, over, stage_of)


def _numbered(entries: list[Entry], over: str, stage_of: StageOf) -> Iterator[ParsedDuty]:
    """A numbered heading hands its word and number to what stands below it; other parts stay as they are."""
    open_heads: list[tuple[int, str, str]] = []
    place = 0
    while place < len(entries):
        entry = entries[place]
        while open_heads and open_heads[-1][0] >= entry.depth:
            open_heads.pop()
        below = place + 1 < len(entries) and entries[place + 1].depth > entry.depth
        if below and (entry.depth < 0 or _is_bare_heading(entry.text)):
            if entry.mark or entry.text.endswith(("：", ":")):
                open_heads.append((entry.depth, entry.text.rstrip("：:。；;"), entry.mark))
            elif entry.text:
                yield _duty(entry, over, stage_of)
            place += 1
            continue
        text, place = _with_what_is_below(entries, place)
        number = "".join(mark for _, _, mark in open_heads) + entry.mark
        head = "/".join(part for part in (over, *(word for _, word, _ in open_heads)) if part)
        if text:
            yield _duty(Entry(number, entry.depth, text), head, stage_of)


def _with_what_is_below(entries: list[Entry], place: int) -> tuple[str, int]:
    """The text of an entry with its own sub-numbers, and the place of the next one."""
    entry = entries[place]
    text, place = entry.text, place + 1
    while entry.depth >= 0 and place < len(entries) and entries[place].depth > entry.depth:
        mark = entries[place].mark
        text += (mark if mark[-1] in "）)〕" or not mark[-1].isdecimal() else f"{mark}.") + entries[
            place
        ].text
        place += 1
    return text, place


def _is_bare_heading(text: str) -> bool:
    return not text or bool(_BARE_HEAD.fullmatch(text)) or (len(text) <= 12 and text.endswith(("：", ":")))


def _duty(entry: Entry, over: str, stage_of: StageOf) -> ParsedDuty:
    match = _HEAD.match(entry.text)
    own = match[1] if match and _names_a_stage(match[1], stage_of) else ""
    body = entry.text[match.end() :].strip() if match and own else entry.text
    heading = "/".join(part for part in (over, own) if part)
    parts = heading.split("/") if heading else _tail(entry.text)
    stage = next((key for part in reversed(parts) if (key := stage_of(part))), None)
    return ParsedDuty(heading, entry.mark, body or entry.text, stage)


def _names_a_stage(word: str, stage_of: StageOf) -> bool:
    return word.endswith(("责任", "环节", "阶段")) or (len(word) <= 6 and stage_of(word) is not None)


def _tail(text: str) -> list[str]:
    """A short duty that is nothing but its heading (受理, 其他法律法规规定的责任) says its stage itself."""
    plain = text.rstrip("。；;")
    return [plain] if len(plain) <= 4 or (len(plain) <= 30 and plain.endswith("责任")) else []
