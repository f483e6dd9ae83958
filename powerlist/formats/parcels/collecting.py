"""What came back from the units, merged; two answers to one question are left for a person to choose."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from powerlist.errors import InputError, InputErrors
from powerlist.formats.integrity import faults_of
from powerlist.formats.own_workbook.building import column_of
from powerlist.formats.own_workbook.cells import written
from powerlist.formats.own_workbook.mark import is_own
from powerlist.formats.own_workbook.names import Names
from powerlist.formats.own_workbook.reading import stop_at
from powerlist.formats.parcels.returned import Proposal, Returned, returned
from powerlist.formats.workbook import load_bytes
from powerlist.i18n import Text
from powerlist.model.entity import Entity, State
from powerlist.model.register import Origins, Register
from powerlist.model.source import Origin, Problem, Source

_NO_PARCEL = Text(
    "不是分发给科室的填报表。请只放入由 split 分发、科室填好的工作簿。",
    "it is no parcel; collect only workbooks that split made and the units filled in.",
)


@dataclass(frozen=True)
class Clash:
    """One cell that says something else than the register, or than another parcel, says by now."""

    source: Source
    thing: Entity
    column: Text
    ours: str
    theirs: str

    @property
    def place(self) -> str:
        """How a person names the cell when choosing it: 审批股.xlsx:职权!D5."""
        return str(self.source)


@dataclass(frozen=True)
class Collected:
    """The merged register, what is left to choose, what was not understood, how many cells and rows came."""

    register: Register
    clashes: tuple[Clash, ...] = ()
    problems: tuple[Problem, ...] = ()
    cells: int = 0
    rows: int = 0


def collect(paths: Sequence[Path], into: Register, take: Collection[str] = ()) -> Collected:
    """Merge returned parcels into the register they were split from.

    Empty cells and missing rows change nothing; a row without an id is new. A cell that was changed on both
    sides, or differently by two units, is a clash and changes nothing unless `take` names its place. Raises
    InputError for a file that is no parcel.
    """
    parcels = _all(sorted(paths), into)
    merge = _Merge(into, take)
    merge.fields([proposal for parcel in parcels for proposal in parcel.proposals])
    merge.rows(parcels)
    register = into.with_(*merge.changed.values(), origins=merge.origins)
    before = {problem.text for problem in faults_of(into)}
    stop_at([problem for problem in faults_of(register) if problem.text not in before])
    problems = tuple(problem for parcel in parcels for problem in parcel.problems)
    return Collected(register, tuple(merge.clashes), problems, merge.cells, merge.added)


def _all(paths: Iterable[Path], into: Register) -> list[Returned]:
    """Every parcel; files that are none are told all at once."""
    parcels, faults = [], []
    for path in paths:
        try:
            parcels.append(_read(path, into))
        except InputError as error:
            faults.append(error)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise InputErrors(faults)
    return parcels


def _read(path: Path, into: Register) -> Returned:
    data = load_bytes(path)
    if not is_own(data):
        raise InputError(path.name, _NO_PARCEL)
    return returned(data, path.name, into)


class _Merge:
    """Gathers what is to be changed in a register."""

    def __init__(self, into: Register, take: Collection[str]) -> None:
        self.into, self.take = into, frozenset(take)
        self.names = Names.of(into.entities())
        self.changed: dict[str, Entity] = {}
        self.origins: dict[tuple[str, str], Origin] = {}
        self.clashes: list[Clash] = []
        self.cells = self.added = 0

    def fields(self, proposals: Iterable[Proposal]) -> None:
        """Decide about each field that any parcel would change."""
        asked: dict[tuple[str, str], list[Proposal]] = {}
        for proposal in proposals:
            asked.setdefault((proposal.id, proposal.field), []).append(proposal)
        for answers in asked.values():
            self._decide(answers)

    def _decide(self, answers: list[Proposal]) -> None:
        agreed = all(one.value == answers[0].value for one in answers)
        chosen = [one for one in answers if str(one.source) in self.take]
        if agreed and not any(one.moved for one in answers):
            self._change(answers[0])
        elif len(chosen) == 1 or (chosen and agreed):
            self._change(chosen[0])
        else:
            self.clashes += [self._clash(one) for one in answers]

    def _change(self, one: Proposal) -> None:
        thing = self.changed.get(one.id) or self.into[one.id]
        # Whoever fills it in states it; what was confirmed is no longer what it was.
        fresh = {"state": State.STATED, "confirmed_by": None, "confirmed_on": None}
        self.changed[one.id] = thing.with_(**{one.field: one.value}, **fresh)
        self.origins[one.id, one.field] = Origin(one.source, one.raw)
        self.cells += 1

    def _clash(self, one: Proposal) -> Clash:
        thing = self.into[one.id]
        column = column_of(thing.kind, one.field).text
        return Clash(one.source, thing, column, written(thing, one.field, self.names), one.raw)

    def rows(self, parcels: Iterable[Returned]) -> None:
        """Add new rows; the same row from two parcels is one, and where it differs a clash."""
        for parcel in parcels:
            for entity, row in parcel.fresh:
                first = self.changed.get(entity.id)
                if first is not None and first != entity:
                    self._differences(first, entity, row.line.cells)
                elif first is None:
                    self.changed[entity.id] = entity
                    self.added += 1
                    self.origins |= _origins(entity, row.line.source, row.line.cells)

    def _differences(self, first: Entity, second: Entity, cells: dict[str, tuple[str, Source]]) -> None:
        for name, (raw, source) in cells.items():
            if getattr(first, name) != getattr(second, name):
                column = column_of(first.kind, name).text
                self.clashes.append(Clash(source, first, column, written(first, name, self.names), raw))


def _origins(entity: Entity, whole: Source, cells: dict[str, tuple[str, Source]]) -> Origins:
    fields = {(entity.id, name): Origin(source, raw) for name, (raw, source) in cells.items() if name != "id"}
    return {(entity.id, ""): Origin(whole), **fields}
