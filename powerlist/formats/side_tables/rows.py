"""From the rows of a sheet to the records of its side tables."""

from collections.abc import Iterator, Sequence

from powerlist.formats.cells.text import flat
from powerlist.formats.grid import Grid
from powerlist.formats.header import ColumnHead, HeadingTable
from powerlist.formats.lines import counts_columns, is_footnote, is_total
from powerlist.formats.raw import Cell, Note
from powerlist.formats.side_tables.sorting import SideHeader, Sorter
from powerlist.formats.side_tables.tables import Record, SideTable
from powerlist.formats.tails import is_mid_sentence
from powerlist.model.source import Source
from powerlist.practice.headings import squeezed
from powerlist.practice.side_tables import load_side_words

_NUMBERED = frozenset(("number", "type"))
_POWER = frozenset(("code", "power"))
_NOWHERE = 1 << 30


def side_tables(grid: Grid, sorter: Sorter, before: SideTable | None = None) -> list[SideTable]:
    """The side tables of a sheet, top to bottom; `before` is the table that it goes on with."""
    return _Walk(grid, sorter, before).read()


def apart(grids: Sequence[Grid], lists: HeadingTable) -> tuple[list[Grid], tuple[SideTable, ...]]:
    """The sheets that may be lists, and the side tables on the others."""
    sorter = _sorter(lists)
    rest: list[Grid] = []
    found: list[SideTable] = []
    last: SideTable | None = None
    for grid in grids:
        side = sorter.is_side(grid)
        on = side is None and last is not None and sorter.goes_on(grid, _head_of(last))
        if side or on:
            found += side_tables(grid, sorter, last if on else None)
        else:
            rest.append(grid)
        last = found[-1] if found and (side or on) else None
    return rest, tuple(found)


_LATEST: list[Sorter] = []  # the last one made without a column map: it is the same for every file


def _sorter(lists: HeadingTable) -> Sorter:
    words = load_side_words()
    for known in _LATEST:
        if not lists.column_map and known.lists.headings is lists.headings and known.words is words:
            return known
    sorter = Sorter(words, lists)
    if not lists.column_map:
        _LATEST[:] = [sorter]
    return sorter


def _head_of(table: SideTable) -> SideHeader:
    return SideHeader(table.kind, table.key, table.header)


class _Walk:
    """Walks over the rows once; every line is a title, a header, a row or the rest of one."""

    def __init__(self, grid: Grid, sorter: Sorter, before: SideTable | None) -> None:
        self.grid, self.sorter = grid, sorter
        self.tables: list[SideTable] = []
        self.head = _head_of(before).before if before else None
        self.above = before.records[-1] if before and before.records else None
        self.records: list[Record] = []
        self.notes: list[Note] = []
        self.titles = tuple(Note(line.text, Source(grid.file, grid.sheet, line.cell)) for line in grid.above)
        self.after_note = self.below = False

    @property
    def last(self) -> Record | None:
        """The row above: in this table, or at the end of the page before."""
        return self.records[-1] if self.records else self.above

    def read(self) -> list[SideTable]:
        row = 0
        while row < len(self.grid.rows):
            row = self._row(row)
        self._close()
        return self.tables

    def _row(self, row: int) -> int:
        filled = self.grid.filled(row)
        if not filled:
            return row + 1
        if head := self.sorter.header(self.grid, row):
            self._open(head)
            return head.header.last + 1
        if self._is_line(row, filled):
            self._line(row, filled)
        elif self.head:
            self.after_note, self.below = False, True
            self._take(row, filled, self.head)
        return row + 1

    def _open(self, head: SideHeader) -> None:
        self.after_note = False
        if self.head and self.head.same_as(head):
            return
        self._close()
        self.head = head

    def _close(self) -> None:
        if self.head:
            where = (self.grid.file, self.grid.sheet, self.head.kind, self.head.key)
            records, notes = tuple(self.records), tuple(self.notes)
            self.tables.append(SideTable(*where, self.head.header, records, notes))
            self.records, self.notes, self.above = [], [], None

    # lines that are no rows

    def _is_line(self, row: int, filled: list[int]) -> bool:
        words = self.sorter.lists.headings
        first = self.grid.own(row, filled[0])
        if self.head is None:
            return True
        if is_footnote(first, words) or is_total(first, words) or counts_columns(self.grid, row):
            return True
        alone = len(filled) == 1
        over = self.grid.anchor(row, filled[0] + 1) == (row, filled[0])
        counted = self.head.header.columns[filled[0]].field == "number" and not squeezed(first).isdecimal()
        return alone and (over or counted or self.after_note)

    def _line(self, row: int, filled: list[int]) -> None:
        text = " ".join(flat(self.grid.own(row, column)) for column in filled)
        note = Note(text, self.grid.source(row, filled[0]))
        words = self.sorter.lists.headings
        foot = is_footnote(text, words) or is_total(text, words) or counts_columns(self.grid, row)
        if foot or self.after_note:
            self.after_note = self.after_note or is_footnote(text, words)
        else:
            self.titles = (note,) if self.below else (*self.titles, note)
            self.below = False
        if self.head:
            self.notes.append(note)

    # rows

    def _take(self, row: int, filled: list[int], head: SideHeader) -> None:
        typed = {column: self._cell(row, column, head) for column in filled}
        fields = {column: head.header.columns[column].field for column in filled}
        if set(fields.values()) <= {"number"}:
            if self.last:
                self.last.own += typed.values()
            return
        rest = self.last and not self._has_key(row, head) and not self._names_more(fields)
        if rest and self._goes_on(typed, fields, head):
            return
        self.records.append(self._record(row, typed, head))

    def _has_key(self, row: int, head: SideHeader) -> bool:
        keys = self.sorter.words.tables[head.kind].keys
        columns = (one.index for one in head.header.columns if one.field in keys)
        return any(self._shown(row, column, head) for column in columns)

    def _names_more(self, fields: dict[int, str]) -> bool:
        """Whether the row says anew what a table says once for several rows."""
        return bool(set(fields.values()) & (set(self.sorter.words.once) - _NUMBERED))

    def _goes_on(self, typed: dict[int, Cell], fields: dict[int, str], head: SideHeader) -> bool:
        """A row without a name: the rest of the texts above, or more of the same; False makes it a row."""
        last = self.last
        assert last is not None
        rest = [column for column in typed if self._is_rest(last, typed[column], fields[column])]
        if len(rest) < len(typed) and head.kind in self.sorter.words.also_once:
            return False
        for column, cell in typed.items():
            field = fields[column]
            if column in rest:
                last.cells[field][-1].pieces.extend(cell.pieces)
            else:
                last.cells[field] = (*last.all(field), cell)
                last.own.append(cell)
        return True

    def _is_rest(self, last: Record, cell: Cell, field: str) -> bool:
        before = last.all(field)
        return bool(field and before) and is_mid_sentence(before[-1].end, cell.raw.strip())

    def _record(self, row: int, typed: dict[int, Cell], head: SideHeader) -> Record:
        cells: dict[str, tuple[Cell, ...]] = {}
        for column, cell in self._read(row, typed, head):
            cells[column.field] = (*cells.get(column.field, ()), cell)
        return Record(cells, self.titles, list(typed.values()))

    def _read(self, row: int, typed: dict[int, Cell], head: SideHeader) -> Iterator[tuple[ColumnHead, Cell]]:
        """Each column's cell: typed, merged from above, or said once above and not anew further left."""
        again = self._again(row, head)
        anew = self._anew(typed, head)
        for column in head.header.columns:
            cell = typed.get(column.index) or self._shown(row, column.index, head)
            if cell is None and column.field in again and column.index < anew and self.last:
                cell = self.last.first(column.field)
            if cell and column.field:
                yield column, cell

    def _anew(self, typed: dict[int, Cell], head: SideHeader) -> int:
        """The first column that says something else than above; a power's code and name change together."""
        once = [column for column in head.header.columns if column.field in self.sorter.words.once]
        changed = {
            column.field
            for column in once
            if column.index in typed and not self._repeats(typed[column.index], column.field)
        }
        changed |= _POWER if changed & _POWER else set()
        return min((column.index for column in once if column.field in changed), default=_NOWHERE)

    def _again(self, row: int, head: SideHeader) -> set[str]:
        again = set(self.sorter.words.once)
        if head.kind in self.sorter.words.also_once and not self._has_key(row, head):
            again |= {*self.sorter.words.also_once[head.kind], *self.sorter.words.tables[head.kind].keys}
        return again - {"number"}

    def _repeats(self, cell: Cell, field: str) -> bool:
        before = self.last.first(field) if self.last else None
        return before is not None and squeezed(cell.raw) == squeezed(before.raw)

    def _shown(self, row: int, column: int, head: SideHeader) -> Cell | None:
        """What a reader sees in the cell, if it was typed below the header and not further left."""
        top, left = self.grid.anchor(row, column)
        if left != column or top <= head.header.last or not self.grid.own(top, left):
            return None
        if top < row and self.records:
            heading = head.header.columns[column].field
            same = (one for record in self.records[-1:] for one in record.all(heading))
            source = self.grid.source(top, left)
            if found := next((one for one in same if one.source == source), None):
                return found
        return self._cell(top, left, head)

    def _cell(self, row: int, column: int, head: SideHeader) -> Cell:
        heading = head.header.columns[column].heading
        return Cell([self.grid.raw(row, column)], self.grid.source(row, column), heading)
