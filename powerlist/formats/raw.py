"""The rows of a sheet as items: what belongs together, before anybody reads what it says."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from powerlist.formats.cells.text import PAGE_BREAK
from powerlist.formats.cells.values import Kind
from powerlist.formats.header import Header
from powerlist.model.source import Origin, Source

_LAST = 6
BESIDE_DUTIES = frozenset(("duty_posts", "duty_units", "duty_heading"))
CHILD_FIELDS = BESIDE_DUTIES | {  # what a sub-item can have of its own
    *("basis", "governing_basis", "procedure_basis", "limit_basis", "staffing_basis", "fee_basis"),
    *("duties", "duty_basis", "grounds", "accountability_basis", "sanctions", "targets"),
}


class PartKind(StrEnum):
    """The first row of an item, a sub-item's row, or one more row of the item's own list."""

    FIRST = "first"
    SUB = "sub"
    DETAIL = "detail"


@dataclass(slots=True)
class Cell:
    """One cell: its text, with the pieces from over page breaks, and where it begins."""

    pieces: list[str]
    source: Source
    heading: str
    _origin: Origin | None = field(default=None, init=False, compare=False, repr=False)

    @property
    def origin(self) -> Origin:
        """One origin, however many things are read from it; asked for once all pieces are there."""
        if self._origin is None:
            self._origin = Origin(self.source, self.raw)
        return self._origin

    @property
    def raw(self) -> str:
        """Its text as stored; a form feed stands where a page break cut it."""
        return self.pieces[0] if len(self.pieces) == 1 else PAGE_BREAK.join(self.pieces)

    @property
    def end(self) -> str:
        """Its last pieces, enough to see how it ends."""
        return PAGE_BREAK.join(self.pieces[-_LAST:])

    def and_then(self, raw: str) -> "Cell":
        """The cell with a piece that stood elsewhere."""
        return Cell([*self.pieces, raw], self.source, self.heading)


@dataclass
class Part:
    """The cells of one row by column; pieces of split cells are added to them."""

    kind: PartKind
    row: int
    cells: dict[int, Cell]


@dataclass
class RawItem:
    """An item as its rows have it."""

    header: Header
    kind: Kind  # what the section or the sheet's title says
    parts: list[Part] = field(default_factory=list)
    _latest: dict[int, Cell] = field(default_factory=dict)

    def add(self, part: Part) -> None:
        """One more row."""
        self.parts.append(part)
        self._latest |= part.cells

    def go_on(self, column: int, cell: Cell) -> None:
        """The piece of a cut cell; a cell of the last row where the column was empty so far."""
        if before := self._latest.get(column):
            before.pieces += cell.pieces
        else:
            self.parts[-1].cells[column] = self._latest[column] = cell

    def last_of(self, column: int) -> Cell | None:
        """The latest text of the item in a column."""
        return self._latest.get(column)


@dataclass(frozen=True, slots=True)
class Note:
    """A line of a sheet that is no item: a title, a footnote, a sum."""

    text: str
    source: Source


@dataclass(frozen=True)
class RawSheet:
    """A sheet's items, and the lines that are none."""

    file: str
    sheet: str
    title: str
    headers: tuple[Header, ...]
    items: tuple[RawItem, ...]
    notes: tuple[Note, ...]
    texts: int  # rows that have any text
    widest: int  # texts in the fullest row
    cell: Callable[[int, int], str]  # what people call a cell
    joined: tuple[Note, ...] = ()  # numbers of rows that have no name and went to the item above
