"""Which sheets are side tables, by their header; and what each of their columns is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from powerlist.formats.cards import CardGrid, laid_out
from powerlist.formats.grid import Grid
from powerlist.formats.header import Header, HeadingTable, header_at
from powerlist.practice.side_tables import NAME, SideWords, TablePlan


@dataclass(frozen=True)
class SideHeader:
    """A header, the sort of table that it heads, and the field that keys its rows."""

    kind: str
    key: str
    header: Header

    def same_as(self, other: "SideHeader") -> bool:
        """Whether it repeats the other one above the next page."""
        places = [(head.index, head.field) for head in self.header.columns]
        return self.kind == other.kind and places == [(h.index, h.field) for h in other.header.columns]


@dataclass(frozen=True)
class _Reader:
    kind: str
    key: str
    plan: TablePlan
    table: HeadingTable


class Sorter:
    """Tells side tables from lists."""

    def __init__(self, words: SideWords, lists: HeadingTable) -> None:
        self.words, self.lists = words, lists
        self._readers = [
            _Reader(kind, key, plan, _table(words, plan, key, lists))
            for kind, plan in words.tables.items()
            for key in plan.keys
        ]

    def is_side(self, grid: Grid) -> bool:
        """Whether the first header of a sheet is a side table's; a sheet of forms is a list."""
        for row in range(len(grid.rows)):
            if self.header(grid, row):
                return not isinstance(laid_out(grid, self.lists), CardGrid)
            if header_at(grid, row, self.lists):
                return False
        return False

    def header(self, grid: Grid, row: int) -> SideHeader | None:
        """The side table that begins in this row, or None."""
        if len(grid.filled(row)) < 2:
            return None
        for reader in self._readers:
            header = header_at(grid, row, reader.table)
            if header and self._fits(header, reader):
                heads = (
                    replace(head, field=reader.key if head.field == NAME else head.field)
                    for head in header.columns
                )
                return SideHeader(reader.kind, reader.key, Header(header.first, header.last, tuple(heads)))
        return None

    def _fits(self, header: Header, reader: _Reader) -> bool:
        fields = {head.field for head in header.columns}
        if not fields & set(reader.plan.beside) or fields & set(reader.plan.without):
            return False
        return not self._listed(header) & set(reader.plan.never)

    def _listed(self, header: Header) -> set[str]:
        """What the columns would be in a list."""
        named = (self._as_list(head.heading) for head in header.columns)
        return {field for field in named if field}

    def _as_list(self, heading: str) -> str | None:
        parent, _, child = heading.rpartition("/")
        return self.lists.field(child, parent) or self.lists.field(heading)


def _table(words: SideWords, plan: TablePlan, key: str, lists: HeadingTable) -> HeadingTable:
    """The user's own column map holds here too, with the key column under the header finder's name."""
    own = _mapped(lists.column_map, words.fields, key)
    return HeadingTable(words.headings_for(plan, key, lists.headings), own)


def _mapped(column_map: Mapping[str, str], fields: Iterable[str], key: str) -> dict[str, str]:
    known = set(fields)
    return {word: NAME if field == key else field for word, field in column_map.items() if field in known}


def apart(grids: Sequence[Grid], sorter: Sorter) -> tuple[list[Grid], list[Grid]]:
    """The sheets that may be lists, and those that are side tables."""
    sides = [sorter.is_side(grid) for grid in grids]
    return (
        [grid for grid, side in zip(grids, sides, strict=True) if not side],
        [grid for grid, side in zip(grids, sides, strict=True) if side],
    )
