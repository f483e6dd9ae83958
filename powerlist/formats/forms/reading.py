"""A form as its rows: what is fixed (titles, heads, feet), and where the rows of matters stand."""

from dataclasses import dataclass, field

from powerlist.formats.cards import CardGrid, laid_out
from powerlist.formats.cells.values import Kind
from powerlist.formats.grid import Grid, column_name
from powerlist.formats.header import KEPT, ColumnHead, Header, HeadingTable
from powerlist.formats.layout import Layout, goes_on
from powerlist.formats.lines import is_footnote, is_total, section_kind
from powerlist.formats.raw import RawItem, RawSheet
from powerlist.formats.rows import SheetReader, sheet_kind

SIGN = "〇〇"  # stands in an empty card where a value belongs
_REACH = 64
_GAP = 3  # empty rows that stay between the last item and what stands below


@dataclass
class Held:
    """One matter's rows on a form: the item as it was read, and every row that it fills."""

    raw: RawItem
    rows: list[int]
    power: str = ""  # the id of the power in the form's own register


@dataclass
class Block:
    """A run of rows for matters, below a head or a section line; `end` is the first row below it."""

    layout: Layout
    kind: Kind
    start: int
    opened_by: str  # head, section, line, card
    end: int = 0
    items: list[Held] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)  # all its rows, items and empty ones

    @property
    def first(self) -> int:
        """The row whose look the rows of the block have."""
        return self.items[0].rows[0] if self.items else self.start


@dataclass
class FormSheet:
    """A sheet of a form: its grid, what was read, its blocks; the laid-out grid where it holds cards."""

    grid: Grid
    raw: RawSheet
    blocks: list[Block]
    cards: CardGrid | None = None
    blank: bool = False  # a card that nobody has filled in: what was read are signs

    def headed(self, head: ColumnHead) -> bool:
        """Whether the column has a heading of its own, and not only a letter."""
        return head.field != KEPT or head.heading != column_name(head.index)


class FormReader(SheetReader):
    """Reads a sheet as lists are read, and remembers what each row was."""

    def __init__(self, grid: Grid, table: HeadingTable, before: Header | None = None) -> None:
        super().__init__(grid, table, before)
        self.blocks: list[Block] = []
        self.open: Block | None = None
        self.latest: Held | None = None
        if self.layout:
            self._begin(0, "head")

    def form(self, height: int) -> tuple[RawSheet, list[Block]]:
        """The sheet and its blocks; `height` counts rows that only have a look too."""
        raw = self.read()
        self._close(max(height, len(self.grid.rows)))
        kind = sheet_kind(raw, self.headings)
        for block in self.blocks:
            block.kind = block.kind if block.kind.known else kind
        return raw, self.blocks

    def _row(self, row: int) -> int:
        heads, notes, items, layout = len(self.headers), len(self.notes), len(self.items), self.layout
        after = super()._row(row)
        if len(self.headers) > heads:
            self._head(row, after, fresh=self.layout is not layout)
        elif len(self.notes) > notes:
            self._line(row)
        elif len(self.items) > items:
            self._item(row)
        else:
            self._cover(row)
        return after

    def _take(self, row: int, filled: list[int], layout: Layout) -> None:
        before = len(self.items)
        super()._take(row, filled, layout)
        if len(self.items) == before and self.latest:
            self.latest.rows.append(row)

    def _head(self, row: int, after: int, *, fresh: bool) -> None:
        if fresh:
            self._close(row)
            self._begin(after, "head")
        elif self.open:
            self.open.rows.update(range(row, after))  # the head again, above the next page

    def _line(self, row: int) -> None:
        """A title between the items, a section line or a foot."""
        if self.layout is None:
            return
        text = self.notes[-1].text
        foot = is_footnote(text, self.headings) or is_total(text, self.headings)
        alone = len(self.grid.filled(row)) == 1
        section = alone and not foot and section_kind(text, self.headings) is not None
        if self.open and not self.open.items and not foot and row == self.open.start and not section:
            self.open.start = row + 1
            return
        if section and self.open and self.open.opened_by == "head" and not self.open.items:
            self.blocks.pop()
            self.open = None
        self._close(row)
        if section:
            self._begin(row + 1, "section")

    def _item(self, row: int) -> None:
        if self.open is None:
            self._begin(row, "line")
        assert self.open is not None
        self.latest = Held(self.items[-1], [row])
        self.open.items.append(self.latest)
        self.open.rows.add(row)

    def _cover(self, row: int) -> None:
        if self.open:
            self.open.rows.add(row)

    def _begin(self, row: int, by: str) -> None:
        assert self.layout is not None
        self.open = Block(self.layout, self.kind, row, by)
        self.blocks.append(self.open)

    def _close(self, row: int) -> None:
        """End the open block above `row`; some air above the foot is the foot's."""
        if block := self.open:
            block.end = row
            block.rows.update(range(block.start, row))
            last = max((row for held in block.items for row in held.rows), default=row)
            air = range(last + 1, min(last + 1 + _GAP, row))
            if row < len(self.grid.rows):
                block.rows -= {one for one in air if not self.grid.filled(one)}
        self.open = None


def read_form(grids: list[Grid], heights: list[int], table: HeadingTable) -> list[FormSheet]:
    """Every sheet of a form, read as lists are."""
    sheets: list[FormSheet] = []
    before: Header | None = None
    for grid, height in zip(grids, heights, strict=True):
        if cards := _card_sheet(grid, table):
            sheets.append(cards)
            continue
        raw, blocks = FormReader(grid, table).form(height)
        if not raw.headers and before and goes_on(grid, before):
            raw, blocks = FormReader(grid, table, before).form(height)
        before = raw.headers[-1] if raw.headers else before
        sheets.append(FormSheet(grid, raw, blocks))
    return sheets


def _card_sheet(grid: Grid, table: HeadingTable) -> FormSheet | None:
    """The sheet if it holds cards, filled or blank."""
    laid, blank = laid_out(grid, table), False
    if not isinstance(laid, CardGrid) and grid.rows and not SheetReader(grid, table).read().headers:
        laid, blank = _blank_cards(grid, table), True
    if not isinstance(laid, CardGrid):
        return None
    raw = SheetReader(laid, table).read()
    if not raw.headers or not raw.items:
        return None
    head = raw.headers[0]
    block = Block(
        Layout.of(head, laid, head.last + 1), sheet_kind(raw, table.headings), head.last + 1, "card"
    )
    block.items = [] if blank else [Held(item, [item.parts[0].row]) for item in raw.items]
    return FormSheet(grid, raw, [block], laid, blank)


def _blank_cards(grid: Grid, table: HeadingTable) -> Grid:
    """Cards nobody has filled in yet, read as if they were: a sign in each empty cell beside a label."""
    wide = padded(grid)
    known = {
        column
        for row in range(len(wide.rows))
        for column in wide.filled(row)
        if table.field(wide.own(row, column))
    }
    rows = [list(row) for row in wide.rows]
    for row in range(len(rows)):
        for column in wide.filled(row):
            beside = _right_of(wide, row, column)
            if column in known and beside < len(rows[row]) and not wide.shown(row, beside):
                rows[row][beside] = SIGN
    return laid_out(Grid(grid.file, grid.sheet, rows, grid.merges), table)


def padded(grid: Grid) -> Grid:
    """The grid as wide as its merged ranges, and one column more."""
    width = max((len(row) for row in grid.rows), default=0)
    reach = max((right + 1 for _, (_, right) in grid.merges), default=0)
    width = max(width, min(reach, width + _REACH)) + 1
    rows = [[*row, *[""] * (width - len(row))] for row in grid.rows]
    return Grid(grid.file, grid.sheet, rows, grid.merges)


def _right_of(grid: Grid, row: int, column: int) -> int:
    """The first column to the right that does not belong to the same merged range."""
    beside = column + 1
    while grid.anchor(row, beside) == grid.anchor(row, column):
        beside += 1
    return beside
