"""Whether a row begins a new item or goes on with the one before, and how."""

from dataclasses import dataclass

from powerlist.formats.cells.text import finished, starts_fresh
from powerlist.formats.grid import Grid
from powerlist.formats.layout import Layout
from powerlist.formats.raw import BESIDE_DUTIES, PartKind, RawItem
from powerlist.formats.tails import continues_list, is_mid_sentence
from powerlist.practice.headings import squeezed

_SHORT = 15


@dataclass(frozen=True)
class Continuation:
    """One row below an item."""

    grid: Grid
    layout: Layout
    item: RawItem
    row: int
    filled: list[int]

    def kind(self) -> PartKind | None:
        """None: a new item; FIRST: the rest of the row before; else a row of the item's own."""
        if not self._own("name"):
            return self._of_nameless()
        if self._same_name():
            return PartKind.SUB
        return PartKind.FIRST if self._is_rest() else None

    def _own(self, field: str) -> str:
        column = self.layout.columns.get(field)
        return self.grid.own(self.row, column) if column is not None else ""

    def _before(self, field: str) -> str:
        """The item's latest text in the column of a field."""
        column = self.layout.columns.get(field)
        found = self.item.last_of(column) if column is not None else None
        return found.end if found else ""

    def _same_name(self) -> bool:
        """The name is repeated beside another sub-item."""
        name, sub = self.item.parts[0].cells.get(self.layout.name), squeezed(self._own("sub_item"))
        if name is None or not sub or squeezed(name.raw) != squeezed(self._own("name")):
            return False
        column = self.layout.columns["sub_item"]
        return all(
            squeezed(part.cells[column].raw) != sub for part in self.item.parts if column in part.cells
        )

    def _is_rest(self) -> bool:
        """The lower half of a row cut by a page break: nothing counts it, its texts begin in a sentence."""
        covered = {c for c in self.layout.anchors if self.grid.covered_from_above(self.row, c)}
        one_number = self.layout.columns.get("number") in covered
        telling = [c for c in self.layout.anchors if c not in covered]
        if not (telling or one_number) or any(self.grid.own(self.row, column) for column in telling):
            return False
        others = [column for column in self.filled if column != self.layout.name]
        return self._mid(others) or not (others or one_number)

    def _of_nameless(self) -> PartKind:
        merged = self.grid.covered_from_above(self.row, self.layout.name)
        typed = {self.layout.fields[column] for column in self.filled if column in self.layout.fields}
        beside = bool(typed & BESIDE_DUTIES)
        if self._mid(self.filled) and not (merged and (beside or self._all_short())):
            return PartKind.FIRST
        if typed & {"sub_item", "sub_item_code"}:
            return PartKind.SUB
        if self._has_own_basis() and self._divided(merged):
            return PartKind.SUB
        if "duties" in typed and (beside or merged):
            return PartKind.DETAIL
        return PartKind.FIRST

    def _has_own_basis(self) -> bool:
        own, before = self._own("basis"), self._before("basis")
        return starts_fresh(own) and bool(before) and not continues_list(before, own)

    def _divided(self, merged: bool) -> bool:
        """Whether the list divides its items: by a column, a number, or duties that begin anew."""
        if self._own("number"):
            return True
        own, before = self._own("duties"), self._before("duties")
        anew = starts_fresh(own) and finished(before) and not continues_list(before, own)
        return (bool(own and before) and anew) or (merged and "sub_item" in self.layout.columns)

    def _mid(self, columns: list[int]) -> bool:
        """Whether a text of this row goes on with an unfinished sentence of the row before."""
        for column in columns:
            before = self.item.last_of(column)
            if before and is_mid_sentence(before.end, self.grid.own(self.row, column)):
                return True
        return False

    def _all_short(self) -> bool:
        texts = [self.grid.own(self.row, column) for column in self.filled]
        texts += [found.end for column in self.filled if (found := self.item.last_of(column))]
        return all(len(text) <= _SHORT for text in texts)
