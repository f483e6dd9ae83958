"""From the rows of a sheet to its items: which row begins one, which goes on with it."""

from powerlist.formats.cells.text import finished, flat, starts_fresh
from powerlist.formats.cells.values import Kind, kind_in_title
from powerlist.formats.grid import Grid
from powerlist.formats.header import KEPT, Header, HeadingTable, header_at
from powerlist.formats.lines import counts_columns, is_footnote, is_total, section_kind
from powerlist.formats.raw import BESIDE_DUTIES, Cell, Note, Part, PartKind, RawItem, RawSheet
from powerlist.formats.tails import continues_list, is_mid_sentence
from powerlist.practice.headings import Headings, squeezed

_ANCHORS = ("number", "code", "type")
_USUAL = 0.6  # of the named rows; where a list numbers its items, a row without a number is the rest of one
_SHORT = 15


class SheetReader:
    """Walks over the rows of one sheet, once."""

    def __init__(self, grid: Grid, table: HeadingTable) -> None:
        self.grid, self.table = grid, table
        self.headings: Headings = table.headings
        self.headers: list[Header] = []
        self.items: list[RawItem] = []
        self.notes: list[Note] = []
        self.kind = kind_in_title(grid.sheet, self.headings)
        self.after_note = False
        self.anchors: tuple[int, ...] = ()
        self.columns: dict[str, int] = {}
        self.fields: dict[int, str] = {}

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
        )

    def _row(self, row: int) -> int:
        """Take in one row (or a header of two); the number of the next."""
        filled = self.grid.filled(row)
        if not filled:
            return row + 1
        if header := header_at(self.grid, row, self.table):
            self._open(header)
            return header.last + 1
        if not self.headers or self._is_no_item(row, filled):
            self._note(row, filled)
        elif not self._is_blank_form(row, filled):
            self.after_note = False
            self._take(row, filled)
        return row + 1

    def _open(self, header: Header) -> None:
        self.headers.append(header)
        self.after_note = False
        self.columns = {head.field: head.index for head in reversed(header.columns) if head.field != KEPT}
        fields = {head.index: head.field for head in header.columns}
        if fields == self.fields:
            return  # the same header again, above the next page
        self.fields = fields
        self.anchors = tuple(
            self.columns[field]
            for field in _ANCHORS
            if field in self.columns and self._is_usual(field, header)
        )

    def _is_usual(self, field: str, header: Header) -> bool:
        """Whether the named rows below the header usually have this column filled."""
        name, column = self.columns["name"], self.columns[field]
        named = [row for row in range(header.last + 1, len(self.grid.rows)) if self.grid.own(row, name)]
        with_it = sum(bool(self.grid.shown(row, column)) for row in named)
        return with_it >= _USUAL * len(named)

    # rows that are no items

    def _is_no_item(self, row: int, filled: list[int]) -> bool:
        name, first = self.columns["name"], self.grid.own(row, filled[0])
        if filled[0] <= name and (is_footnote(first, self.headings) or is_total(first, self.headings)):
            return True
        if is_footnote(self.grid.own(row, name), self.headings) or counts_columns(self.grid, row):
            return True
        if len(filled) > 1 and not (self.after_note and self._is_remark(row, filled)):
            return False
        if self.after_note:
            return True
        wide = self.grid.anchor(row, filled[0] + 1) == (row, filled[0])
        return (
            section_kind(first, self.headings) is not None
            if filled[0] == name and not wide
            else (filled[0] < name and not squeezed(first).isdecimal()) or wide
        )

    def _is_remark(self, row: int, filled: list[int]) -> bool:
        """A numbered sentence below a footnote; no power's name ends with a full stop."""
        name = self.columns["name"]
        return filled[-1] <= name and self.grid.own(row, name).endswith(("。", "；", ";"))

    def _is_blank_form(self, row: int, filled: list[int]) -> bool:
        """A row that was numbered beforehand and never filled in."""
        return all(self.fields[column] in ("number", "type") for column in filled) and not any(
            self.grid.covered_from_above(row, column) for column in (self.columns["name"],)
        )

    def _note(self, row: int, filled: list[int]) -> None:
        text = " ".join(flat(self.grid.own(row, column)) for column in filled)
        self.notes.append(Note(text, self.grid.source(row, filled[0])))
        first = self.grid.own(row, filled[0])
        note = is_footnote(first, self.headings) or is_footnote(
            self.grid.own(row, self.columns.get("name", 0)), self.headings
        )
        self.after_note = bool(self.headers) and (note or self.after_note)
        if not note and len(filled) == 1 and (kind := section_kind(first, self.headings)):
            self.kind, self.after_note = kind, False

    # rows of items

    def _take(self, row: int, filled: list[int]) -> None:
        kind = self._kind(row, filled)
        if kind is None:
            item = RawItem(self.headers[-1], self.kind, [Part(PartKind.FIRST, row, self._shown(row))])
            self.items.append(item)
        elif kind is PartKind.FIRST:
            self._go_on(row, filled)
        else:
            self.items[-1].parts.append(Part(kind, row, self._typed(row, filled)))

    def _kind(self, row: int, filled: list[int]) -> PartKind | None:
        """None: a new item; FIRST: the rest of the row before; else a row of the item's own."""
        if not self.items:
            return None
        name = self.columns["name"]
        if self.grid.own(row, name):
            if self._same_name(row):
                return PartKind.SUB
            return PartKind.FIRST if self._is_rest(row, filled) else None
        return self._kind_of_nameless(row, filled)

    def _same_name(self, row: int) -> bool:
        """The name is repeated beside another sub-item."""
        sub, before = self.columns.get("sub_item"), self.items[-1].parts[0].cells.get(self.columns["name"])
        if sub is None or before is None or not self.grid.own(row, sub):
            return False
        return squeezed(self.grid.own(row, self.columns["name"])) == squeezed(before.raw)

    def _is_rest(self, row: int, filled: list[int]) -> bool:
        """The lower half of a row cut by a page break: nothing counts it, its texts begin in a sentence."""
        covered = {c for c in self.anchors if self.grid.covered_from_above(row, c)}
        one_number = self.columns.get("number") in covered
        telling = [c for c in self.anchors if c not in covered]
        if not (telling or one_number) or any(self.grid.own(row, column) for column in telling):
            return False
        others = [column for column in filled if column != self.columns["name"]]
        return self._mid(row, others) or not (others or one_number)

    def _kind_of_nameless(self, row: int, filled: list[int]) -> PartKind:
        merged = self.grid.covered_from_above(row, self.columns["name"])
        typed = {self.fields[column] for column in filled}
        beside = bool(typed & BESIDE_DUTIES)
        if self._mid(row, filled) and not (merged and (beside or self._all_short(row, filled))):
            return PartKind.FIRST
        if "sub_item" in typed or "sub_item_code" in typed:
            return PartKind.SUB
        if self._has_own_basis(row) and self._divided(row, merged):
            return PartKind.SUB
        if "duties" in typed and (beside or merged):
            return PartKind.DETAIL
        return PartKind.FIRST

    def _has_own_basis(self, row: int) -> bool:
        column = self.columns.get("basis")
        if column is None or not starts_fresh(self.grid.own(row, column)):
            return False
        before = self.items[-1].last_of(column)
        return before is not None and not continues_list(before[1].raw, self.grid.own(row, column))

    def _divided(self, row: int, merged: bool) -> bool:
        """Whether the list divides its items: by a column, a number, or duties that begin anew."""
        number, duties = self.columns.get("number"), self.columns.get("duties")
        if number is not None and self.grid.own(row, number):
            return True
        before = self.items[-1].last_of(duties) if duties is not None else None
        anew = before is not None and self._starts_anew(before[1].raw, row, duties)
        return anew or (merged and "sub_item" in self.columns)

    def _starts_anew(self, before: str, row: int, column: int | None) -> bool:
        text = self.grid.own(row, column) if column is not None else ""
        return bool(text) and starts_fresh(text) and not continues_list(before, text) and finished(before)

    def _mid(self, row: int, columns: list[int]) -> bool:
        """Whether a text of this row goes on with an unfinished sentence of the row before."""
        for column in columns:
            before = self.items[-1].last_of(column)
            if before and is_mid_sentence(before[1].raw, self.grid.own(row, column)):
                return True
        return False

    def _all_short(self, row: int, filled: list[int]) -> bool:
        texts = [self.grid.own(row, column) for column in filled]
        before = [found[1].raw for column in filled if (found := self.items[-1].last_of(column))]
        return all(len(text) <= _SHORT for text in (*texts, *before))

    # cells

    def _shown(self, row: int) -> dict[int, Cell]:
        """The cells of a new item: merged ranges from above count, those from the left do not."""
        cells = {}
        for head in self.headers[-1].columns:
            top, left = self.grid.anchor(row, head.index)
            if left == head.index and top > self.headers[-1].last and self.grid.own(top, left):
                cells[head.index] = self._cell(top, left)
        return cells

    def _typed(self, row: int, filled: list[int]) -> dict[int, Cell]:
        """The cells of one more row; who does a duty may be written once for several rows."""
        cells = {column: self._cell(row, column) for column in filled if column in self.fields}
        for column, field in self.fields.items():
            top, left = self.grid.anchor(row, column)
            if field in BESIDE_DUTIES and top < row and left == column and self.grid.own(top, left):
                cells[column] = self._cell(top, left)
        return cells

    def _cell(self, row: int, column: int) -> Cell:
        heading = self.headers[-1].columns[column].heading
        return Cell(self.grid.raw(row, column), self.grid.source(row, column), heading)

    def _go_on(self, row: int, filled: list[int]) -> None:
        """Add the pieces of a cut row to the cells they belong to."""
        item = self.items[-1]
        for column in filled:
            found = item.last_of(column)
            if found is None:
                item.parts[-1].cells[column] = self._cell(row, column)
            elif self.fields.get(column) not in ("number", "code", "type"):
                part, cell = found
                part.cells[column] = cell.and_then(self.grid.raw(row, column))


def sheet_kind(sheet: RawSheet, headings: Headings) -> Kind:
    """The kind that the sheet's name or title says."""
    named = kind_in_title(sheet.sheet, headings)
    return named if named.known else kind_in_title(sheet.title, headings)
