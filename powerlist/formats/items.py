"""An item's rows sorted out: what is the power's, what is a sub-item's, field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from powerlist.formats.cells.text import flat
from powerlist.formats.cells.values import Kind
from powerlist.formats.header import KEPT
from powerlist.formats.raw import Cell, Part, PartKind, RawItem
from powerlist.practice.headings import Headings

Cells = Mapping[str, tuple[Cell, ...]]
_IDENTITY = ("number", "code", "type", "name")
_OF_SUB = ("sub_item", "sub_item_code")


@dataclass(frozen=True)
class Row:
    """One row's cells by field; `sub` says that they are a sub-item's own."""

    cells: Cells
    sub: bool = False

    def first(self, field: str) -> Cell | None:
        """The first cell of a field."""
        return next(iter(self.cells.get(field, ())), None)


@dataclass(frozen=True)
class Item:
    """One power as one list has it; the first row is the power's own."""

    file: str
    sheet: str
    row: int
    kind: Kind
    rows: tuple[Row, ...]
    kept: tuple[Cell, ...] = field(default=())

    @property
    def own(self) -> Row:
        """The row that carries the power."""
        return self.rows[0]

    @property
    def name(self) -> str:
        """Its name in one line."""
        cell = self.own.first("name")
        return flat(cell.raw) if cell else ""

    @property
    def code(self) -> str:
        """Its code without white space; empty where it has none."""
        cell = self.own.first("code")
        return "".join(flat(cell.raw).split()) if cell else ""


def sorted_out(raw: RawItem, headings: Headings) -> Item:
    """The item that the rows make."""
    fields = {head.index: head.field for head in raw.header.columns}
    first, others = raw.parts[0], raw.parts[1:]
    shared = {column for part in others if part.kind is PartKind.SUB for column in part.cells}
    first_is_sub = bool(shared) and any(
        fields[column] == "sub_item" and not headings.among("nothing", cell.raw)
        for column, cell in first.cells.items()
    )
    rows = list(_first_rows(first, fields, shared if first_is_sub else set()))
    rows += [
        Row(_by_field(part.cells, fields, set(part.cells)), part.kind is PartKind.SUB) for part in others
    ]
    kept = [cell for part in raw.parts for column, cell in part.cells.items() if fields[column] == KEPT]
    source = next(iter(first.cells.values())).source
    return Item(source.file, source.sheet, first.row, raw.kind, tuple(rows), tuple(kept))


def _first_rows(first: Part, fields: Mapping[int, str], shared: set[int]) -> Iterator[Row]:
    """The power's own row; what other rows have again for their sub-items belongs to the first sub-item."""
    of_sub = {column for column in shared if column in first.cells and fields[column] not in _IDENTITY}
    of_sub |= {column for column in first.cells if shared and fields[column] in _OF_SUB}
    yield Row(_by_field(first.cells, fields, set(first.cells) - of_sub))
    if of_sub:
        yield Row(_by_field(first.cells, fields, of_sub), sub=True)


def _by_field(cells: Mapping[int, Cell], fields: Mapping[int, str], columns: set[int]) -> Cells:
    named: dict[str, tuple[Cell, ...]] = {}
    for column in sorted(columns):
        if fields[column] != KEPT:
            named[fields[column]] = (*named.get(fields[column], ()), cells[column])
    return named
