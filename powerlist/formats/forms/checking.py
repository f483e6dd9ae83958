"""The filled form read again: what it says differently from the register, power by power."""

from collections.abc import Sequence
from dataclasses import dataclass

from powerlist.formats.forms.choosing import Chosen, FormPowers, paired
from powerlist.formats.forms.reading import Block, read_form
from powerlist.formats.forms.telling import Matter, Telling, kept_under
from powerlist.formats.header import KEPT, ColumnHead, HeadingTable
from powerlist.formats.workbook import grids_of
from powerlist.model.power import Power
from powerlist.practice import Practice
from powerlist.practice.headings import Headings


@dataclass(frozen=True)
class Different:
    """A power and the headings under which the form reads differently; none: it is not found again."""

    power: Power
    headings: tuple[str, ...] = ()


def differences(
    data: bytes,
    told: Telling,
    blocks: Sequence[Block],
    chosen: Chosen,
    table: HeadingTable,
    practice: Practice,
) -> tuple[Different, ...]:
    """Read the filled form as a list and compare every column that was written."""
    grids = grids_of(data, "")
    again = FormPowers.of(read_form(grids, [len(grid.rows) for grid in grids], table), table, practice).told
    known = paired(told.register, again.register)
    found: dict[str, dict[str, None]] = {}
    for block in blocks:
        for entry in chosen.entries[id(block)]:
            there = again.matters.get(known.get(entry.matter.power.id, ""))
            headings = found.setdefault(entry.matter.power.id, {})
            if there is None:
                headings[""] = None
                continue
            both = _Both(told, entry.matter, again, there, table.headings)
            for head in block.layout.header.columns:
                skipped = head.field == "number" and entry.number is not None
                if not skipped and not both.same(head, tuple(block.layout.columns)):
                    headings[head.heading] = None
    return tuple(
        Different(told.matters[id_].power, tuple(filter(None, headings)))
        for id_, headings in found.items()
        if headings
    )


@dataclass(frozen=True)
class _Both:
    """A matter as the register has it and as the filled form says it."""

    told: Telling
    matter: Matter
    again: Telling
    there: Matter
    headings: Headings

    def same(self, head: ColumnHead, fields: Sequence[str]) -> bool:
        """Whether both say the same under a column."""
        ours = kept_under(self.matter.power, head, self.headings)
        if {*ours} != {*kept_under(self.there.power, head, self.headings)}:
            return False
        if head.field == KEPT:
            return True
        ours, theirs = (
            self.told.said(self.matter, head.field, fields),
            self.again.said(self.there, head.field, fields),
        )
        return (ours or ()) == (theirs or ())
