"""An item's rows sorted out: what is the power's, what is a sub-item's, field by field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from powerlist.formats.cells.text import flat
from powerlist.formats.cells.values import Kind
from powerlist.formats.header import KEPT
from powerlist.formats.raw import CHILD_FIELDS, Cell, Part, PartKind, RawItem
from powerlist.practice.headings import Headings, squeezed

Cells = Mapping[str, tuple[Cell, ...]]
_OF_SUB = ("sub_item", "sub_item_code")


@dataclass(frozen=True)
class Row:
    """One row's cells by field; `sub` says that they are a sub-item's own."""

    cells: Cells
    sub: bool = False

    def first(self, field: str) -> Cell | None:
        """The first cell of a field."""
        cells = self.cells.get(field)
        return cells[0] if cells else None


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

    @cached_property
    def name(self) -> str:
        """Its name in one line."""
        cell = self.own.first("name")
        return flat(cell.raw) if cell else ""

    @cached_property
    def code(self) -> str:
        """Its code without white space; empty where it has none."""
        cell = self.own.first("code")
        return "".join(flat(cell.raw).split()) if cell else ""


def sorted_out(raw: RawItem, headings: Headings) -> Item:
    """The item that the rows make."""
    fields = {head.index: head.field for head in raw.header.columns}
    first, others = raw.parts[0], _without_repeats(raw.parts, fields)
    subs = [part for part in others if part.kind is PartKind.SUB]
    first_is_sub = bool(subs) and any(
        fields[column] == "sub_item" and not headings.among("nothing", cell.raw)
        for column, cell in first.cells.items()
    )
    shared = {column for part in subs for column in part.cells} if first_is_sub else set()
    rows = list(_first_rows(first, fields, shared))
    rows += [
        Row(_by_field(part.cells, fields, set(part.cells)), part.kind is PartKind.SUB) for part in others
    ]
    kept = [cell for part in raw.parts for column, cell in part.cells.items() if fields[column] == KEPT]
    source = next(iter(first.cells.values())).source
    return Item(source.file, source.sheet, first.row, raw.kind, tuple(rows), tuple(kept))


def _without_repeats(parts: Sequence[Part], fields: Mapping[int, str]) -> list[Part]:
    """The rows below the first without what they only repeat; what all of them repeat is the power's own."""
    if len(parts) == 1:
        return []
    first = {column: squeezed(cell.raw) for column, cell in parts[0].cells.items()}
    subs = [part for part in parts[1:] if part.kind is PartKind.SUB]
    own = {
        column
        for column, text in first.items()
        if fields[column] in CHILD_FIELDS
        and any(squeezed(part.cells[column].raw) != text for part in subs if column in part.cells)
    }
    below = [
        part if part.kind is not PartKind.SUB else _distinct(part, first, own, fields) for part in parts[1:]
    ]
    return [part for part in below if part.cells]


def _distinct(part: Part, first: Mapping[int, str], own: set[int], fields: Mapping[int, str]) -> Part:
    """A sub-item's row without what is the power's."""
    cells = {
        column: cell
        for column, cell in part.cells.items()
        if column in own or fields[column] in _OF_SUB or squeezed(cell.raw) != first.get(column)
    }
    return Part(part.kind, part.row, cells)


def _first_rows(first: Part, fields: Mapping[int, str], shared: set[int]) -> Iterator[Row]:
    """The power's own row; what other rows have again for their sub-items belongs to the first sub-item."""
    of_sub = {column for column in shared & first.cells.keys() if fields[column] in (*CHILD_FIELDS, *_OF_SUB)}
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
