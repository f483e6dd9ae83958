"""Which sheets are side tables, by their header; and what each of their columns is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from powerlist.formats.cards import CardGrid, laid_out
from powerlist.formats.grid import Grid, cell_name
from powerlist.formats.header import LONGEST_HEADING, Header, HeadingTable, header_at
from powerlist.practice.headings import squeezed
from powerlist.practice.side_tables import NAME, SideWords, TablePlan


@dataclass(frozen=True)
class SideHeader:
    """A header, the sort of table that it heads, and the field that keys its rows."""

    kind: str
    key: str
    header: Header

    @property
    def before(self) -> "SideHeader":
        """The same header, as if it stood above the first row."""
        return replace(self, header=replace(self.header, first=-1, last=-1))

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
        heads = (word for one in self._readers for word in one.table.headings.words("fields"))
        maps = (word for one in self._readers for word in one.table.column_map)
        self._words = {part for word in (*heads, *maps) for part in (word.split("(")[0], word.split("/")[0])}

    def is_side(self, grid: Grid) -> bool | None:
        """Whether the first header is a side table's; a sheet of forms is a list; None without a header."""
        for row in range(len(grid.rows)):
            if self.header(grid, row):
                forms = self._labels_above(grid, row) and isinstance(laid_out(grid, self.lists), CardGrid)
                return not forms
            if header_at(grid, row, self.lists):
                return False
        return None

    def goes_on(self, grid: Grid, head: SideHeader) -> bool:
        """Whether a sheet without a header is the next page of the table that this header began.

        No more columns, most rows name their thing, and they are counted or stand right below in a text.
        """
        columns = {column.field: column.index for column in head.header.columns}
        rows = [row for row in range(len(grid.rows)) if grid.filled(row)]
        if not rows or any(grid.filled(row)[-1] >= len(head.header.columns) for row in rows):
            return False
        named = [row for row in rows if grid.shown(row, columns[head.key])]
        counted = "number" in columns and all(grid.shown(row, columns["number"]).isdecimal() for row in named)
        beneath = grid.naming is not cell_name and not grid.above
        return 2 * len(named) >= len(rows) and (counted or beneath)

    def _labels_above(self, grid: Grid, row: int) -> bool:
        """Whether a label of a form stands above a row."""
        above = ((one, column) for one in range(row) for column in grid.filled(one))
        return any(self.lists.field(grid.own(*place)) for place in above)

    def header(self, grid: Grid, row: int) -> SideHeader | None:
        """The side table that begins in this row, or None."""
        if not self._may_head(grid, row):
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

    def _may_head(self, grid: Grid, row: int) -> bool:
        """Whether it is worth a closer look: two cells and more, all short, one of them a heading."""
        columns = grid.filled(row)
        texts = [squeezed(grid.own(row, column)) for column in columns] if len(columns) > 1 else []
        short = all(len(text) <= LONGEST_HEADING for text in texts)
        return short and any(text.split("(")[0] in self._words for text in texts)

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
