"""An instrument in one of its versions: facts only, never its text."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from powerlist.model.codes import InstrumentKind


class Status(StrEnum):
    """How the version stood on the reference day of the index; a check goes by the dates instead."""

    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    PENDING = "pending"


# 索引的类别比清单细，也多出几类；司法解释和未知类别不对应清单的位阶。
_KINDS = {
    "constitution": InstrumentKind.LAW,
    "npc_decision": InstrumentKind.LAW,
    "normative_document": InstrumentKind.NORMATIVE,
    "judicial_interpretation": InstrumentKind.OTHER,
    "unknown": None,
}


@dataclass(frozen=True)
class Instrument:
    """One version of an instrument. `id` is its short title and the day of its last change.

    `amended` are its changes, ascending; `effective` is the first day of the first version, `current_since`
    that of this one; `articles` the highest number, None where it was not counted; `inserted` are pairs
    (第X条之N). `successor` is the id of the next version or the title of what repealed it, `ended_on` the
    first day without it.
    """

    id: str
    title: str
    kind: InstrumentKind | None
    status: Status
    issuer: str = ""
    document_no: str = ""
    enacted: date | None = None
    amended: tuple[date, ...] = ()
    effective: date | None = None
    current_since: date | None = None
    articles: int | None = None
    inserted: frozenset[tuple[int, int]] = frozenset()
    successor: str = ""
    ended_on: date | None = None
    by_article: int | None = None
    vouched_until: date | None = None
    source: str = ""

    @property
    def short_title(self) -> str:
        """As people call it."""
        return self.title.removeprefix("中华人民共和国")

    @property
    def changed_on(self) -> date | None:
        """The day of its last change, or of its adoption."""
        return self.amended[-1] if self.amended else self.enacted

    @cached_property
    def begins(self) -> date | None:
        """The first day of this version as far as known; the day of its change is a lower bound."""
        return self.current_since or self.changed_on or self.effective

    @property
    def year(self) -> int | None:
        """The year by which people name the version (2019年修正)."""
        return self.changed_on.year if self.changed_on else None

    @property
    def was_repealed(self) -> bool:
        """Whether it ended without a next version of its own."""
        return self.status is Status.REPEALED

    def has_article(self, number: int, inserted: int | None = None) -> bool | None:
        """Whether it has 第N条(之N); None where its articles were not counted."""
        if self.articles is None:
            return None
        return (number, inserted) in self.inserted if inserted else 1 <= number <= self.articles


def read_instruments(path: Path) -> Iterator[Instrument]:
    """Every record of an index file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from map(_instrument, csv.DictReader(file))


def kind_of(word: str) -> InstrumentKind | None:
    """The rank that a kind of the index has in a list."""
    return _KINDS[word] if word in _KINDS else InstrumentKind(word)


def day(text: str) -> date | None:
    """A day as the index writes it; None for an empty cell."""
    return date.fromisoformat(text) if text else None


def _instrument(row: dict[str, str]) -> Instrument:
    return Instrument(
        row["id"],
        row["title"],
        kind_of(row["kind"]),
        Status(row["status"]),
        row["issuer"],
        row["document_no"],
        day(row["enacted"]),
        tuple(map(date.fromisoformat, row["amended"].split())),
        day(row["effective"]),
        day(row["current_since"]),
        _number(row["articles"]),
        frozenset(_pair(one) for one in row["inserted"].split()),
        row["successor"],
        day(row["ended_on"]),
        _number(row["by_article"]),
        day(row["as_of"]),
        row["source"],
    )


def _number(text: str) -> int | None:
    return int(text) if text else None


def _pair(text: str) -> tuple[int, int]:
    article, inserted = text.split(".")
    return int(article), int(inserted)
