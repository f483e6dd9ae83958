"""The versions of one title in the order of time, and which of them holds on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from powerlist.laws.instrument import Instrument


@dataclass(frozen=True)
class Versions:
    """Everything the index holds under one title; two instruments of one name stand beside each other."""

    records: tuple[Instrument, ...]

    @classmethod
    def of(cls, records: Iterable[Instrument]) -> "Versions":
        """The records from the oldest to the newest."""
        return cls(tuple(sorted(records, key=lambda one: (one.begins or date.min, one.id))))

    @property
    def newest(self) -> Instrument:
        """The last record, in force or not."""
        return self.records[-1]

    @cached_property
    def _ends(self) -> dict[str, date | None]:
        """When each record ends: as it says, else when the next version of the title begins."""
        following = (*self.records[1:], None)
        return {one.id: self._end(one, after) for one, after in zip(self.records, following, strict=True)}

    def _end(self, one: Instrument, after: Instrument | None) -> date | None:
        if one.ended_on or one.was_repealed or after is None:
            return one.ended_on
        return after.begins

    def end_of(self, one: Instrument) -> date | None:
        """The first day without this version."""
        return self._ends[one.id]

    def in_force_on(self, day: date) -> Instrument | None:
        """The version that holds on the day; None before the first and after the last."""
        live = [one for one in self.records if self._began(one, day) and not self.has_ended(one, day)]
        return live[-1] if live else None

    def before_index(self, day: date) -> Instrument | None:
        """The oldest known version, where the title is older than it and its text on the day is not known."""
        first = next((one for one in self.records if not self.has_ended(one, day)), None)
        if first is None or not first.amended:
            return None
        return first if first.enacted is None or first.enacted <= day else None

    def _began(self, one: Instrument, day: date) -> bool:
        return one.begins is None or one.begins <= day

    def has_ended(self, one: Instrument, day: date) -> bool:
        """Whether it is over on the day; repealed on an unknown day counts as over."""
        end = self.end_of(one)
        return end <= day if end else one.was_repealed

    def last_ended(self, day: date) -> Instrument | None:
        """What was in force last, where nothing is any more."""
        return next((one for one in reversed(self.records) if self.has_ended(one, day)), None)

    def numbered(self, article: int, inserted: int | None, before: Instrument) -> Instrument | None:
        """The latest earlier version that has such an article."""
        older = self.records[: self.records.index(before)]
        return next((one for one in reversed(older) if one.has_article(article, inserted)), None)
