"""The cells of one row as duties on posts, legal bases, and grounds of accountability."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from powerlist.formats.cells.basis import ParsedBasis, parse_bases
from powerlist.formats.cells.duties import StageOf, parse_duties
from powerlist.formats.cells.grounds import parse_grounds, sanctions_in, targets_in
from powerlist.formats.cells.text import flat
from powerlist.formats.cells.values import names_of, says_nothing
from powerlist.formats.items import Row
from powerlist.formats.posts import assign
from powerlist.formats.raw import Cell
from powerlist.formats.tables import Tables
from powerlist.model.codes import BasisRole, TargetRole
from powerlist.model.duty import AccountabilityGround, Duty
from powerlist.model.identity import child_id

COLUMN_ROLES = {
    "basis": BasisRole.ESTABLISHING,
    "governing_basis": BasisRole.GOVERNING,
    "procedure_basis": BasisRole.PROCEDURE,
    "limit_basis": BasisRole.LIMIT,
    "staffing_basis": BasisRole.STAFFING,
    "fee_basis": BasisRole.CHARGING,
    "duty_basis": BasisRole.GOVERNING,
    "accountability_basis": BasisRole.ACCOUNTABILITY,
}


_Made = Callable[..., Duty] | Callable[..., AccountabilityGround]  # all but its id is there


@dataclass
class Children:
    """Reads the rows of one power; cells that cannot be read are left in `kept`."""

    tables: Tables
    power: str
    units: tuple[str, ...]
    stage_of: StageOf
    kept: list[Cell]

    def read(self, row: Row, beside: Row, sub_item: str | None) -> None:
        """The children that a row names; who does its duties may stand in the power's own row."""
        duties = self._duties(row, sub_item)
        assign(self.tables, duties, row, beside, self.units, self.kept)
        grounds = self._grounds(row)
        for field, role in COLUMN_ROLES.items():
            for cell in self._citations(row, field):
                numbered = {"duty_basis": duties, "accountability_basis": grounds}.get(field, [])
                self._bases(cell, role, sub_item or self.power, numbered)

    def _duties(self, row: Row, sub_item: str | None) -> list[tuple[str, str]]:
        """(id, number) of the row's duties."""
        heading = row.first("duty_heading")
        found = []
        for cell in self._telling(row, "duties"):
            over = flat(heading.raw).rstrip("：:") if heading else ""
            for parsed in parse_duties(cell.raw, self.tables.headings, self.stage_of, over):
                owner = sub_item or self.power
                key = f"{parsed.heading}\x1f{parsed.text}"
                duty = partial(
                    Duty,
                    power=self.power,
                    sub_item=sub_item,
                    text=parsed.text,
                    stage=parsed.stage,
                    heading=parsed.heading,
                    number=parsed.number,
                )
                id = self._one(Duty.kind, duty, owner, key, cell)
                self.tables.trace(id, "heading", heading)
                found.append((id, parsed.number))
        return found

    def _one(self, kind: str, child: _Made, owner: str, key: str, cell: Cell) -> str:
        """Its id; a child that another sheet has already told is that one."""
        wanted = child_id(owner, kind, key, ())
        known = self.tables.origins.get((wanted, ""))
        if known and (known.source.file, known.source.sheet) != (cell.source.file, cell.source.sheet):
            return wanted
        id = self.tables.free(wanted)
        return self.tables.add(child(id=id), text=cell)

    def _grounds(self, row: Row) -> list[tuple[str, str]]:
        """(id, number) of the row's grounds; forms and persons of their own columns hold for all of them."""
        headings = self.tables.headings
        forms = [s for cell in row.cells.get("sanctions", ()) for s in sanctions_in(cell.raw, headings)]
        targets = [role for cell in row.cells.get("targets", ()) for role in self._targets(cell)]
        found = []
        for cell in self._telling(row, "grounds"):
            for parsed in parse_grounds(cell.raw, headings):
                ground = partial(
                    AccountabilityGround,
                    power=self.power,
                    text=parsed.text,
                    number=parsed.number,
                    sanctions=tuple(dict.fromkeys((*forms, *parsed.sanctions))),
                    targets=tuple(dict.fromkeys(targets)),
                )
                found.append(
                    (
                        self._one(AccountabilityGround.kind, ground, self.power, parsed.text, cell),
                        parsed.number,
                    )
                )
        for id, _ in found:
            self.tables.trace(id, "sanctions", row.first("sanctions"))
            self.tables.trace(id, "targets", row.first("targets"))
        if not found:
            self.kept += [cell for field in ("sanctions", "targets") for cell in row.cells.get(field, ())]
        return found

    def _targets(self, cell: Cell) -> Sequence[TargetRole]:
        roles, strange = targets_in(cell.raw, self.tables.headings)
        if strange:
            self.kept.append(cell)
            self.tables.trouble("target-unknown", cell, text="、".join(strange))
        return roles

    def _bases(self, cell: Cell, role: BasisRole, owner: str, numbered: list[tuple[str, str]]) -> None:
        """The citations of a cell; one that carries the number of a duty or ground belongs to it."""
        if says_nothing(cell.raw, self.tables.headings):
            return
        parsed = parse_bases(cell.raw, self.tables.headings)
        by_number = {number: id for id, number in numbered if number}
        all_numbered = bool(by_number) and {b.number for b in parsed.bases} <= {*by_number}
        for basis in parsed.bases:
            own = by_number[basis.number] if all_numbered else owner
            self.tables.basis(own, basis, role, cell)
            self._faults(basis, cell)
        if not parsed.bases:
            self.kept.append(cell)
            self.tables.trouble("basis-unreadable", cell)
        elif parsed.rest:
            self.kept.append(cell)
            self.tables.trouble("basis-remainder", cell, text=parsed.rest)

    def _citations(self, row: Row, field: str) -> list[Cell]:
        """The cells of a field; a column that names no title goes on with the one to its left."""
        whole: list[Cell] = []
        for cell in row.cells.get(field, ()):
            if whole and not parse_bases(cell.raw, self.tables.headings).bases:
                whole[-1] = whole[-1].and_then(cell.raw)
            else:
                whole.append(cell)
        return whole

    def _faults(self, basis: ParsedBasis, cell: Cell) -> None:
        for fault in basis.faults:
            text = basis.place.damaged if fault == "article-unreadable" else basis.instrument
            self.tables.trouble(fault, cell, text=text, title=basis.instrument)

    def _telling(self, row: Row, field: str) -> list[Cell]:
        """The cells of a field that do not just say that there is nothing."""
        headings = self.tables.headings
        return [cell for cell in row.cells.get(field, ()) if not says_nothing(cell.raw, headings)]


def unit_ids(tables: Tables, row: Row, field: str) -> tuple[str, ...]:
    """The units that a column names, made if need be."""
    return tuple(
        dict.fromkeys(
            tables.unit(name, cell)
            for cell in row.cells.get(field, ())
            for name in names_of(cell.raw, tables.headings)
        )
    )
