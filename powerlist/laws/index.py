"""The index of instruments, and how a citation resolves in it on a day."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from powerlist.laws.comparison import Comparison, Likeness, compare, limits_of
from powerlist.laws.instrument import Instrument, read_instruments
from powerlist.laws.local import read_local
from powerlist.laws.places import Places, read_places
from powerlist.laws.resolution import Resolution, Trouble
from powerlist.laws.texts import LawTexts
from powerlist.laws.titles import is_damaged, key_of, version_note, year_in
from powerlist.laws.versions import Versions
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import InstrumentKind
from powerlist.model.limits import TimeLimit

ANNOUNCED = timedelta(days=90)


@dataclass(frozen=True)
class LawIndex:
    """Instruments by title; `places_file` tells their paragraphs and items and is read when first asked."""

    instruments: tuple[Instrument, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)
    places_file: Path | None = None
    texts: LawTexts | None = None

    @classmethod
    def read(cls, folder: Path) -> "LawIndex":
        """The index of a data folder."""
        with (folder / "aliases.csv").open(encoding="utf-8", newline="") as file:
            aliases = {key_of(row["alias"]): key_of(row["title"]) for row in csv.DictReader(file)}
        records = tuple(read_instruments(folder / "instruments.csv"))
        return cls(records, aliases, folder / "articles.csv")

    def with_(self, more: Iterable[Instrument]) -> "LawIndex":
        """The index with further instruments; one with the id of an old one takes its place."""
        own = {one.id: one for one in more}
        kept = tuple(one for one in self.instruments if one.id not in own)
        return replace(self, instruments=(*kept, *own.values()))

    def with_local(self, path: Path) -> "LawIndex":
        """The index with the instruments of a user's CSV. Raises InputErrors with every bad cell."""
        own = read_local(path)
        names = {key_of(short): key_of(one.title) for one, short in own if short}
        return replace(self.with_(one for one, _ in own), aliases={**self.aliases, **names})

    def with_texts(self, folder: Path) -> "LawIndex":
        """The index beside a folder of full texts, so that quotations can be compared."""
        return replace(self, texts=LawTexts.of(folder))

    def compare(self, basis: LegalBasis) -> Comparison:
        """The quotation beside the full text; not checked without one."""
        return compare(basis, self.texts) if self.texts else Comparison(basis, Likeness.NOT_CHECKED)

    def limits_of(self, basis: LegalBasis) -> tuple[TimeLimit, ...]:
        """The periods that the cited place names; empty without its full text."""
        return limits_of(basis, self.texts) if self.texts else ()

    @cached_property
    def _by_title(self) -> dict[str, Versions]:
        groups: dict[str, list[Instrument]] = defaultdict(list)
        for one in self.instruments:
            groups[key_of(one.title)].append(one)
        return {key: Versions.of(records) for key, records in groups.items()}

    @cached_property
    def _by_id(self) -> dict[str, Instrument]:
        return {one.id: one for one in self.instruments}

    @cached_property
    def _places(self) -> Mapping[str, Places]:
        return read_places(self.places_file) if self.places_file else {}

    def versions(self, title: str) -> Versions | None:
        """Everything under a title, however it is spelt; None where the index does not know it."""
        key = key_of(title)
        return self._by_title.get(key) or self._by_title.get(self.aliases.get(key, ""))

    def instrument(self, id: str) -> Instrument | None:
        """One version by its id."""
        return self._by_id.get(id)

    def kind_of(self, basis: LegalBasis) -> InstrumentKind | None:
        """Its rank by the index, which knows better than the tag in a list; else by the tag."""
        found = self.versions(basis.instrument)
        return (found.newest.kind if found else None) or basis.instrument_kind

    def resolve(self, basis: LegalBasis, as_of: date) -> Resolution:
        """What the citation is worth on the day."""
        found = self.versions(basis.instrument)
        if found is None:
            return Resolution(basis, Trouble.NOT_IN_INDEX)
        current = found.in_force_on(as_of)
        answer = (
            self._in(found, current, basis, as_of) if current else self._out_of_force(found, basis, as_of)
        )
        damaged = is_damaged(basis.instrument)
        return replace(answer, repaired=found.newest.title) if damaged else answer

    def successor_of(self, one: Instrument, as_of: date) -> Instrument | None:
        """What is in force today in the place of an instrument that ended; follows the whole chain."""
        passed = {key_of(one.title)}
        while one.successor:
            after = self._by_id.get(one.successor)
            versions = self.versions(after.title if after else one.successor)
            if versions is None:
                return None
            if current := versions.in_force_on(as_of):
                return current
            ended = versions.last_ended(as_of)
            if ended is None or key_of(ended.title) in passed:
                return None
            one = ended
            passed.add(key_of(one.title))
        return None

    def _out_of_force(self, found: Versions, basis: LegalBasis, as_of: date) -> Resolution:
        """Repealed, not yet law, or in force on the day with a text that the index does not hold."""
        if older := found.before_index(as_of):
            trouble = self._place_trouble(found, older, basis)
            return Resolution(basis, Trouble.OTHER_VERSION if trouble.trouble else None, older)
        if ended := found.last_ended(as_of):
            successor = self.successor_of(ended, as_of)
            return Resolution(basis, Trouble.REPEALED, ended, successor, on=found.end_of(ended))
        coming = found.records[0]
        return Resolution(basis, Trouble.NOT_YET, coming, on=coming.begins)

    def _in(self, found: Versions, current: Instrument, basis: LegalBasis, as_of: date) -> Resolution:
        answer = self._place_trouble(found, current, basis)
        cited = year_in(basis.version) or year_in(version_note(basis.instrument))
        if cited and current.year:
            if cited > max(current.year + 1, current.begins.year if current.begins else 0):
                return Resolution(basis, Trouble.OTHER_VERSION, current)
            if cited < current.year and answer.trouble in (None, Trouble.PARAGRAPH, Trouble.ITEM):
                answer = Resolution(
                    basis, Trouble.SUPERSEDED, current, cited_year=cited, on=current.current_since
                )
        end = found.end_of(current)
        if end and end - as_of <= ANNOUNCED:
            answer = replace(answer, lapses_on=end, lapses_to=self._title_after(found, current, end))
        return answer

    def _title_after(self, found: Versions, current: Instrument, end: date) -> str:
        after = found.in_force_on(end) or self.successor_of(current, end)
        return after.title if after else current.successor

    def _place_trouble(self, found: Versions, law: Instrument, basis: LegalBasis) -> Resolution:
        """Whether the version has the article, the paragraph and the item."""
        answer = Resolution(basis, instrument=law)
        if basis.article is None:
            return answer
        has = law.has_article(basis.article, basis.inserted)
        if has is None:
            return self._by_text(answer)
        if not has:
            older = found.numbered(basis.article, basis.inserted, law)
            cited = older.year if older else None
            return replace(answer, trouble=Trouble.RENUMBERED if older else Trouble.ARTICLE, cited_year=cited)
        return self._inside(answer, law, basis)

    def _inside(self, answer: Resolution, law: Instrument, basis: LegalBasis) -> Resolution:
        places = self._places.get(law.id)
        if basis.article is None or not (basis.paragraph or basis.item):
            return answer
        if places is None or basis.inserted:  # 之一、之二的款项没有统计
            return self._by_text(answer)
        paragraphs, items = places.of(basis.article)
        if (basis.paragraph or 0) > paragraphs:
            return replace(answer, trouble=Trouble.PARAGRAPH, count=paragraphs)
        if (basis.item or 0) > items:
            return replace(answer, trouble=Trouble.ITEM, count=items)
        return answer

    def _by_text(self, answer: Resolution) -> Resolution:
        """Where nothing was counted, only a full text can show that the place is there."""
        there = self.texts is not None and self.texts.has(answer.basis)
        return answer if there else replace(answer, trouble=Trouble.NOT_COUNTED)
