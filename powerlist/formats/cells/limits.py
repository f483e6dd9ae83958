"""法定时限与承诺时限: 20个工作日, 二十日, 3个月, 半年, 即时."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from powerlist.formats.cells.numerals import NUMERAL, number_of
from powerlist.formats.cells.remembering import remembered
from powerlist.formats.cells.text import flat
from powerlist.model.limits import MOST, TimeLimit, TimeUnit
from powerlist.practice.headings import Headings, squeezed

_ASIDE = re.compile(r"\([^()]*\)")
_CLAUSES = re.compile(r"[,;。；，\n]")
_BELOW_NOTHING = re.compile(r"[-−]\s*[0-9]")
_WEEK = 5  # working days


@dataclass(frozen=True, slots=True)
class ParsedLimits:
    """What a cell says; `readable` is False where it says something that is no one limit."""

    statutory: TimeLimit | None = None
    promised: TimeLimit | None = None
    plain: TimeLimit | None = None
    readable: bool = True


@remembered
def parse_limits(raw: str, headings: Headings, heading: str = "") -> ParsedLimits:
    """The limits of a cell; a bare figure takes its unit from the column's heading (法定期限（工作日）)."""
    text = squeezed(flat(raw))
    if not text or headings.among("nothing", text):
        return ParsedLimits()
    if _BELOW_NOTHING.match(text):
        return ParsedLimits(readable=False)
    parts = _by_role(text, headings)
    read = {role: _one(part, headings, heading) for role, part in parts.items()}
    whole = all(limit is not None for limit in read.values())
    return ParsedLimits(read.get("statutory"), read.get("promised"), read.get("plain"), whole)


def _by_role(text: str, headings: Headings) -> dict[str, str]:
    """法定20个工作日，承诺10个工作日 as its parts; one part `plain` where no role is named."""
    words = headings.words("limit_roles")
    found = list(_role_words(tuple(words)).finditer(text))
    parts: dict[str, str] = {}
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        parts[words[match[0]]] = text[match.end() : end].strip(":,;。、")
    return {role: part for role, part in parts.items() if not headings.among("nothing", part)} or {
        "plain": text
    }


@cache
def _role_words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


def _one(text: str, headings: Headings, heading: str) -> TimeLimit | None:
    """The one limit that the text names; None where it names none or several."""
    clauses = [c for c in _CLAUSES.split(_ASIDE.sub("", text)) if not _mentions(c, headings.longer)]
    found = {limit for clause in clauses for limit in _named(clause, headings)}
    if not found and any(_mentions(clause, headings.at_once) for clause in clauses):
        return TimeLimit(value=0)
    if not found:
        return _bare(text, headings, heading)
    return found.pop() if len(found) == 1 else None


def _named(text: str, headings: Headings) -> list[TimeLimit]:
    units = headings.words("time_units")
    pattern = _amounts(tuple(units))
    return [
        limit for match in pattern.finditer(text) if (limit := _limit(match["value"], units[match["unit"]]))
    ]


@cache
def _amounts(units: tuple[str, ...]) -> re.Pattern[str]:
    unit = "|".join(map(re.escape, units))
    return re.compile(
        rf"(?<![0-9][-~—～至到])(?<![0-9.])(?P<value>半|[0-9]+(?:\.[0-9]+)?|{NUMERAL})(?P<unit>{unit})(?!内容)"
    )


def _limit(value: str, unit: str) -> TimeLimit | None:
    number = 0.5 if value == "半" else _number(value)
    if number is None or (number == 0 and unit != TimeUnit.WORKING_DAY):  # 0个工作日是即办，0日不是期限
        return None
    if unit == "week":
        return TimeLimit(value=number * _WEEK, unit=TimeUnit.WORKING_DAY)
    if number == 0.5 and unit == "year":
        return TimeLimit(value=6, unit=TimeUnit.MONTH)
    return TimeLimit(value=number, unit=TimeUnit(unit))


def _bare(text: str, headings: Headings, heading: str) -> TimeLimit | None:
    number = _number(text)
    if number is None:
        return None
    named = unicodedata.normalize("NFKC", heading)
    for word, unit in headings.words("time_units").items():
        if word in named:
            return _limit(text, unit)
    return TimeLimit(value=0) if number == 0 else None


def _number(text: str) -> float | None:
    """The number; None for words, and for one that no limit can be."""
    try:
        number: float | None = float(text)
    except ValueError:
        number = number_of(text)
    return number if number is not None and 0 <= number * _WEEK <= MOST else None


def _mentions(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
