"""追责情形、追责形式、追责对象: what leads to accountability, in which form, and for whom."""

import re
from dataclasses import dataclass
from functools import cache

from powerlist.formats.cells.marks import entries_of
from powerlist.formats.cells.remembering import remembered
from powerlist.formats.cells.text import flat, mended
from powerlist.model.codes import TargetRole
from powerlist.practice.headings import Headings, squeezed

_SEPARATORS = re.compile(r"[、，,；;。\n/]+|(?:或者|以及|和|及)")


@dataclass(frozen=True, slots=True)
class ParsedGround:
    """One ground, with the sanctions that its own words name."""

    number: str
    text: str
    sanctions: tuple[str, ...]


@remembered
def parse_grounds(raw: str, headings: Headings) -> tuple[ParsedGround, ...]:
    """One ground a number; the sentence that introduces the list is one only where nothing follows it."""
    entries = [entry for entry in entries_of(mended(raw)) if entry.text]
    if len(entries) == 1 and not entries[0].mark:
        lines = [line for line in mended(raw).split("\n") if not line.endswith(("：", ":"))]
        return tuple(_ground("", line, headings) for line in lines or [flat(raw)])
    top = [entry for entry in entries if entry.mark or not entry.text.endswith(("：", ":"))]
    grounds: list[ParsedGround] = []
    for entry in top:
        if entry.depth > 0 and grounds:
            last = grounds[-1]
            grounds[-1] = _ground(last.number, f"{last.text}{entry.mark}{entry.text}", headings)
        else:
            grounds.append(_ground(entry.mark, entry.text, headings))
    return tuple(grounds)


def sanctions_in(text: str, headings: Headings) -> tuple[str, ...]:
    """The forms of accountability that a text names, in its order; of 记大过 not also 记过."""
    return tuple(dict.fromkeys(_sanction_words(headings).findall("".join(text.split()))))


@cache
def _words(sanctions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(sanctions, key=len, reverse=True))))


def _sanction_words(headings: Headings) -> re.Pattern[str]:
    return _words(headings.sanctions)


@remembered
def targets_in(raw: str, headings: Headings) -> tuple[tuple[TargetRole, ...], tuple[str, ...]]:
    """(the roles that a cell names, the parts that name none)."""
    roles: dict[TargetRole, None] = {}
    strange: list[str] = []
    for entry in entries_of(mended(raw)):
        for part in filter(None, map(str.strip, _SEPARATORS.split(entry.text))):
            role = _role(part, headings)
            if role:
                roles[role] = None
            else:
                strange.append(part)
    return tuple(role for role in TargetRole if role in roles), tuple(strange)


def _role(part: str, headings: Headings) -> TargetRole | None:
    plain = squeezed(part)
    for word, role in headings.words("targets").items():
        if word in plain:
            return TargetRole(role)
    return None


def _ground(number: str, text: str, headings: Headings) -> ParsedGround:
    return ParsedGround(number, text, sanctions_in(text, headings))
