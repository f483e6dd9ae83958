"""The rows of a sheet as items: what belongs together, before anybody reads what it says."""

from dataclasses import dataclass, field
from enum import StrEnum

from powerlist.formats.cells.text import PAGE_BREAK
from powerlist.formats.cells.values import Kind
from powerlist.formats.header import Header
from powerlist.model.source import Source

BESIDE_DUTIES = frozenset(("duty_posts", "duty_units", "duty_heading"))


class PartKind(StrEnum):
    """The first row of an item, a sub-item's row, or one more row of the item's own list."""

    FIRST = "first"
    SUB = "sub"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell's raw text, pieces from over a page break included, and where it begins."""

    raw: str
    source: Source
    heading: str

    def and_then(self, raw: str) -> "Cell":
        """The cell with the piece that stood on the next page."""
        return Cell(f"{self.raw}{PAGE_BREAK}{raw}", self.source, self.heading)


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

    def last_of(self, column: int) -> tuple[Part, Cell] | None:
        """The latest row of the item that has a text in a column."""
        for part in reversed(self.parts):
            if column in part.cells:
                return part, part.cells[column]
        return None


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
