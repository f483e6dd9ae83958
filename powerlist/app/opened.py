"""An opened register: what was read, its graph, its findings, its numbers; made once, looked at often."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from powerlist import api

WHOLE = "whole"  # in place of a unit: the list as a whole


@dataclass(frozen=True, eq=False)
class Opened:
    """A register with everything that the pages show of it; `saved` where it is kept in the store.

    `waivers` are those that its check went by, `earlier` is the check of its last content.
    """

    name: str
    reading: api.Reading
    report: api.Report
    saved: api.Saved | None = None
    waivers: tuple[api.Waiver, ...] = ()
    earlier: api.EarlierCheck | None = None

    def kept_as(self, saved: api.Saved) -> Self:
        """The same, now kept."""
        return replace(self, saved=saved)

    def waived_by(self, waivers: tuple[api.Waiver, ...]) -> Self:
        """The same, checked with these waivers."""
        book = api.Book(waivers=waivers)
        report = api.check(self.register, as_of=api.today(), book=book)
        return replace(self, report=report, waivers=waivers)

    def after(self, earlier: api.EarlierCheck | None) -> Self:
        """The same, beside the check of its last content."""
        return replace(self, earlier=earlier)

    @property
    def register(self) -> api.Register:
        """The register itself."""
        return self.reading.register

    @property
    def title(self) -> str:
        """Whose list it is, else the file that it was read from; nothing where neither is known."""
        return self.register.authority.name or self.name

    @cached_property
    def graph(self) -> api.PowerGraph:
        """Its graph."""
        return api.graph_of(self.register)

    @cached_property
    def belonging(self) -> api.Belonging:
        """Whose a thing is."""
        return api.belonging_of(self.graph)

    @cached_property
    def numbers(self) -> api.Overview:
        """Its numbers."""
        return api.overview(self.graph)

    @cached_property
    def stamp(self) -> str:
        """Its fingerprint."""
        return api.fingerprint(self.register)

    @cached_property
    def mark(self) -> str:
        """Another word for other content, another day or other waivers."""
        return "\n".join((self.stamp, self.report.as_of.isoformat(), api.waivers_text(self.waivers)))

    @cached_property
    def since(self) -> api.Comparison | None:
        """This check beside that of its last content."""
        return api.beside_earlier(self.report, self.earlier) if self.earlier else None

    @cached_property
    def by_power(self) -> dict[str, list[api.Finding]]:
        """Findings by the power that they belong to."""
        return grouped(self.report.findings, lambda f: [p.id for p in self.belonging.powers_of(f.entity)])

    @cached_property
    def by_unit(self) -> dict[str, list[api.Finding]]:
        """Findings by unit; those of no unit stand under ""."""
        return grouped(self.report.findings, self.units_of)

    @cached_property
    def by_entity(self) -> dict[str, list[api.Finding]]:
        """Findings by the very thing they are about."""
        return grouped(self.report.findings, lambda finding: [finding.entity.id])

    def words_of(self, power: api.Power) -> str:
        """Everything a search may find a power by, in small letters."""
        return self._words[power.id]

    @cached_property
    def _words(self) -> dict[str, str]:
        words = {one.id: [one.name, one.code, one.number, one.note] for one in self.register.powers}
        for thing in (*self.register.sub_items, *self.register.duties, *self.register.bases):
            said = thing.text if isinstance(thing, api.Duty) else thing.title
            for power in self.belonging.powers_of(thing):
                words[power.id].append(said)
        return {id: "\n".join(parts).lower() for id, parts in words.items()}

    def units_of(self, finding: api.Finding) -> list[str]:
        """The units that must look after a finding; `WHOLE` of the list as a whole, "" if nobody is told."""
        if finding.entity.kind == "authority":
            return [WHOLE]
        return [unit.id for unit in self.belonging.units_of(finding.entity)] or [""]

    def power(self, id: str) -> api.Power:
        """The power with this id; KeyError where it is none."""
        found = self.register.find(id)
        if not isinstance(found, api.Power):
            raise KeyError(id)
        return found

    def name_of(self, id: str | None) -> str:
        """What a thing is called; an id of nothing is shown as it is."""
        found = self.register.find(id) if id else None
        return found.title if found else id or ""


def opened(name: str, reading: api.Reading, saved: api.Saved | None = None) -> Opened:
    """Check what was read, as of today."""
    return Opened(name, reading, api.check(reading.register, as_of=api.today()), saved)


def grouped(
    findings: Iterable[api.Finding], keys: Callable[[api.Finding], Iterable[str]]
) -> dict[str, list[api.Finding]]:
    """Findings under each of their keys, in their order."""
    table: dict[str, list[api.Finding]] = {}
    for finding in findings:
        for key in keys(finding):
            table.setdefault(key, []).append(finding)
    return table
