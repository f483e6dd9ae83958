"""Tables that are one list: a page break, or somebody's Enter, cut it in two."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from powerlist.formats.grid import Grid, Line, Range, trimmed
from powerlist.formats.header import Header, HeadingTable, header_at
from powerlist.formats.layout import goes_on
from powerlist.formats.word.places import Spot, table_name
from powerlist.formats.word.tables import Table
from powerlist.practice.headings import squeezed

_TITLES = 4  # rows above a header inside a table
_MANY = 5  # columns: no other table of a document has as many as the list by chance
_DRAWN_ALIKE = 60  # twentieths of a point by which borders may differ


@dataclass(frozen=True)
class ListInTables:
    """The tables of one list from top to bottom."""

    file: str
    tables: tuple[Table, ...]

    def grid(self) -> Grid:
        """All rows as one sheet; every cell knows its own table and row."""
        rows: list[list[str]] = []
        merges: list[Range] = []
        places: list[tuple[int, int]] = []
        for table in self.tables:
            own = [_down(merge, len(rows)) for merge in table.merges]
            merges = _hung_on(merges, own, table, rows) if rows else own
            places += [(table.number, row) for row in range(len(table.rows))]
            rows += [list(row) for row in table.rows]
        first = self.tables[0]
        above = tuple(Line(text, str(Spot(first.number))) for text in first.above)

        def naming(row: int, column: int) -> str:
            return str(Spot(*places[row], column)) if row < len(places) else str(Spot(first.number))

        return Grid(self.file, table_name(first.number), trimmed(rows), tuple(merges), above, naming)

    def and_then(self, table: Table) -> "ListInTables":
        """The list with one more table."""
        return replace(self, tables=(*self.tables, table))


def lists_of(tables: Sequence[Table], file: str, headings: HeadingTable) -> list[ListInTables]:
    """The lists in the order of the document, each of one table or of several."""
    lists: list[ListInTables] = []
    for table in tables:
        if table.adjacent and lists and _continues(lists[-1], table, headings):
            lists[-1] = lists[-1].and_then(table)
        else:
            lists.append(ListInTables(file, (table,)))
    return lists


def _continues(before: ListInTables, table: Table, headings: HeadingTable) -> bool:
    """Whether a table has the same columns as the list above it, with the same header or with none."""
    first, grid = before.tables[0], ListInTables("", (table,)).grid()
    whole = ListInTables("", (first,)).grid()
    header = _header(whole, headings)
    if header is None or first.width != table.width or not grid.rows:
        return False
    again = _header(grid, headings)
    if again:
        return _says(grid, again) == _says(whole, header) and _titles(grid, again) <= _titles(whole, header)
    if table.headed or _names_columns(grid, headings):
        return False
    return goes_on(grid, header) or (first.width >= _MANY and _drawn_alike(first, table))


def _header(grid: Grid, headings: HeadingTable) -> Header | None:
    rows = range(min(_TITLES, len(grid.rows)))
    return next((found for row in rows if (found := header_at(grid, row, headings))), None)


def _says(grid: Grid, header: Header) -> list[list[str]]:
    """The words of a header."""
    return [list(map(squeezed, row)) for row in grid.rows[header.first : header.last + 1]]


def _titles(grid: Grid, header: Header) -> set[str]:
    """The lone texts above a header: another title would begin another list."""
    lone = (row for row in range(header.first) if len(grid.filled(row)) == 1)
    return {squeezed(grid.own(row, grid.filled(row)[0])) for row in lone}


def _names_columns(grid: Grid, headings: HeadingTable) -> bool:
    """Whether the first row is a header of another kind of table."""
    return sum(headings.field(grid.own(0, column)) is not None for column in grid.filled(0)) >= 2


def _drawn_alike(first: Table, table: Table) -> bool:
    """Whether the borders of both tables, where they are known, lie below each other."""
    if not (first.edges and table.edges):
        return True
    return len(first.edges) == len(table.edges) and all(
        abs(one - other) <= _DRAWN_ALIKE for one, other in zip(first.edges, table.edges, strict=True)
    )


def _hung_on(merges: list[Range], own: list[Range], table: Table, rows: list[list[str]]) -> list[Range]:
    """All ranges; one that ends in the last row is drawn on into a table that goes on with it."""
    at = len(rows)
    for column in table.hanging:
        above = next((one for one in merges if one[0][1] == column and one[1][0] == at - 1), None)
        below = next((one for one in own if one[0] == (at, column)), ((at, column), (at, column)))
        if above or rows[-1][column]:
            merges = [one for one in merges if one is not above]
            own = [one for one in own if one is not below]
            merges.append((above[0] if above else (at - 1, column), below[1]))
    return merges + own


def _down(merge: Range, by: int) -> Range:
    (top, left), (bottom, right) = merge
    return (top + by, left), (bottom + by, right)
