"""From the rows of a sheet to its items."""

from powerlist.formats.cells.text import flat
from powerlist.formats.cells.values import Kind, kind_in_title, kind_of_sheet
from powerlist.formats.continuation import Continuation
from powerlist.formats.grid import Grid
from powerlist.formats.header import Header, HeadingTable, header_at
from powerlist.formats.layout import Layout
from powerlist.formats.lines import counts_columns, is_footnote, is_total, section_kind
from powerlist.formats.raw import BESIDE_DUTIES, Cell, Note, Part, PartKind, RawItem, RawSheet
from powerlist.model.source import Source
from powerlist.practice.headings import Headings, squeezed

_NO_KIND = Kind(None, None)


class SheetReader:
    """Walks over the rows of one sheet, once; `before` is the header of a sheet that it goes on with."""

    def __init__(self, grid: Grid, table: HeadingTable, before: Header | None = None) -> None:
        self.grid, self.table = grid, table
        self.headings: Headings = table.headings
        self.headers: list[Header] = []
        self.items: list[RawItem] = []
        self.notes = [Note(line.text, Source(grid.file, grid.sheet, line.cell)) for line in grid.above]
        self.joined: list[Note] = []
        self.kind = self._first_kind()
        self.after_note = False
        self.layout = Layout.of(before, grid, 0) if before else None

    def read(self) -> RawSheet:
        """The items of the sheet, top to bottom."""
        row = 0
        while row < len(self.grid.rows):
            row = self._row(row)
        title = " ".join(note.text for note in self.notes[:3]) if self.headers else ""
        widest = max((len(self.grid.filled(row)) for row in range(len(self.grid.rows))), default=0)
        texts = sum(any(text.strip() for text in row) for row in self.grid.rows)
        return RawSheet(
            *(self.grid.file, self.grid.sheet, title, tuple(self.headers)),
            *(tuple(self.items), tuple(self.notes), texts, widest),
            self.grid.cell,
            tuple(self.joined),
        )

    def _first_kind(self) -> Kind:
        """The kind that the sheet's name says, else the nearest of the lines above that says one."""
        kinds = [kind_of_sheet(self.grid.sheet, self.headings)]
        kinds += [section_kind(note.text, self.headings) or _NO_KIND for note in reversed(self.notes)]
        return next((kind for kind in kinds if kind.known), _NO_KIND)

    def _row(self, row: int) -> int:
        """Take in one row (or a header of two); the number of the next."""
        filled = self.grid.filled(row)
        if not filled:
            return row + 1
        if header := header_at(self.grid, row, self.table):
            self._open(header)
            return header.last + 1
        layout = self.layout
        if layout is None or self._is_no_item(row, filled, layout):
            self._note(row, filled)
        elif not self._is_blank_form(row, filled, layout):
            self.after_note = False
            self._take(row, filled, layout)
        return row + 1

    def _open(self, header: Header) -> None:
        """Begin below a header; the same one again, above the next page, changes nothing."""
        self.headers.append(header)
        self.after_note = False
        if self.layout is None or not self.layout.fits(header):
            self.layout = Layout.of(header, self.grid, header.last + 1)

    # rows that are no items

    def _is_no_item(self, row: int, filled: list[int], layout: Layout) -> bool:
        first, named = self.grid.own(row, filled[0]), self.grid.own(row, layout.name)
        if filled[0] <= layout.name and (is_footnote(first, self.headings) or is_total(first, self.headings)):
            return True
        if is_footnote(named, self.headings) or counts_columns(self.grid, row):
            return True
        if len(filled) > 1:
            return self.after_note and filled[-1] <= layout.name and _is_sentence(named)
        return self.after_note or self._is_line(row, filled[0], layout)

    def _is_line(self, row: int, column: int, layout: Layout) -> bool:
        """A lone text that is a title or the like: before the names or over several columns."""
        text = self.grid.own(row, column)
        if self.grid.anchor(row, column + 1) == (row, column):
            return True
        if column == layout.name:
            return section_kind(text, self.headings) is not None
        return column < layout.name and not squeezed(text).isdecimal()

    def _is_blank_form(self, row: int, filled: list[int], layout: Layout) -> bool:
        """A row that was numbered beforehand and never filled in."""
        only_numbered = all(layout.fields.get(column) in ("number", "type") for column in filled)
        return only_numbered and not self.grid.covered_from_above(row, layout.name)

    def _note(self, row: int, filled: list[int]) -> None:
        text = " ".join(flat(self.grid.own(row, column)) for column in filled)
        self.notes.append(Note(text, self.grid.source(row, filled[0])))
        if self.layout is None:
            return
        first, named = self.grid.own(row, filled[0]), self.grid.own(row, self.layout.name)
        note = is_footnote(first, self.headings) or is_footnote(named, self.headings)
        self.after_note = note or self.after_note
        if not note and len(filled) == 1 and (kind := section_kind(first, self.headings)):
            self.kind, self.after_note = kind, False

    # rows of items

    def _take(self, row: int, filled: list[int], layout: Layout) -> None:
        kind = Continuation(self.grid, layout, self.items[-1], row, filled).kind() if self.items else None
        if kind and kind is not PartKind.SUB:
            self._tell_number(row, layout)
        if kind is None:
            part = Part(PartKind.FIRST, row, self._shown(row, layout))
            self.items.append(RawItem(layout.header, self.kind))
            self.items[-1].add(part)
        elif kind is PartKind.FIRST:
            self._go_on(row, filled, layout)
        else:
            cells = {column: self._cell(row, column, layout) for column in filled if column in layout.fields}
            if kind is PartKind.DETAIL:
                cells |= self._beside(row, layout)
            self.items[-1].add(Part(kind, row, cells))

    def _tell_number(self, row: int, layout: Layout) -> None:
        """A row that counts on and names nothing is perhaps an item whose name was forgotten."""
        column = layout.columns.get("number")
        before = self.items[-1].parts[0].cells.get(column) if column is not None else None
        if column is None or before is None or self.grid.covered_from_above(row, layout.name):
            return
        own, last = squeezed(self.grid.own(row, column)), squeezed(before.raw)
        if own.isdecimal() and last.isdecimal() and int(own) == int(last) + 1:
            self.joined.append(Note(own, self.grid.source(row, column)))

    def _shown(self, row: int, layout: Layout) -> dict[int, Cell]:
        """The cells of a new item: merged ranges from above count, those from the left do not."""
        cells = {}
        floor = layout.header.last if layout.header in self.headers else -1
        for column in layout.fields:
            top, left = self.grid.anchor(row, column)
            if left == column and top > floor and self.grid.own(top, left):
                cells[column] = self._cell(top, left, layout)
        return cells

    def _beside(self, row: int, layout: Layout) -> dict[int, Cell]:
        """Who does the duty of one more row; it may be written once for several rows."""
        cells = {}
        for column, field in layout.fields.items():
            top, left = self.grid.anchor(row, column)
            if field in BESIDE_DUTIES and top < row and left == column and self.grid.own(top, left):
                cells[column] = self._cell(top, left, layout)
        return cells

    def _cell(self, row: int, column: int, layout: Layout) -> Cell:
        return Cell([self.grid.raw(row, column)], self.grid.source(row, column), layout.heading(column))

    def _go_on(self, row: int, filled: list[int], layout: Layout) -> None:
        """Add the pieces of a cut row to the cells they belong to."""
        for column in (column for column in filled if column in layout.fields):
            known = self.items[-1].last_of(column) is not None
            if not known or layout.fields[column] not in ("number", "code", "type"):
                self.items[-1].go_on(column, self._cell(row, column, layout))


def _is_sentence(text: str) -> bool:
    """No power's name ends with a full stop."""
    return text.endswith(("。", "；", ";"))


def sheet_kind(sheet: RawSheet, headings: Headings) -> Kind:
    """The kind that the sheet's name or title says."""
    named = kind_of_sheet(sheet.sheet, headings)
    return named if named.known else kind_in_title(sheet.title, headings)
