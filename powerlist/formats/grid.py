"""A sheet as rows of raw texts with its merged ranges."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from powerlist.model.source import Source

Range = tuple[tuple[int, int], tuple[int, int]]


def cell_name(row: int, column: int) -> str:
    """`D14` for (13, 3)."""
    return f"{column_name(column)}{row + 1}"


@lru_cache(maxsize=1024)
def column_name(column: int) -> str:
    """`A` for 0, `AB` for 27."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


@dataclass(frozen=True, slots=True)
class Line:
    """A line above a table that is no row of it, and its place."""

    text: str
    cell: str


@dataclass(frozen=True)
class Grid:
    """Raw texts by row and column, from 0; a merged range has its text in its first cell only.

    `above`: lines that stand over a table in a text; `naming`: what people call its cells.
    """

    file: str
    sheet: str
    rows: Sequence[Sequence[str]]
    merges: tuple[Range, ...] = ()
    above: tuple[Line, ...] = ()
    naming: Callable[[int, int], str] = field(default=cell_name, compare=False, repr=False)
    _filled: dict[int, list[int]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _anchors(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Every covered cell and the first cell of its range (ranges beyond the texts are cut)."""
        height = len(self.rows)
        width = max((len(row) for row in self.rows), default=0)
        return {
            (row, column): (top, left)
            for (top, left), (bottom, right) in self.merges
            for row in range(top, min(bottom + 1, height))
            for column in range(left, min(right + 1, width))
            if (row, column) != (top, left)
        }

    def own(self, row: int, column: int) -> str:
        """The text typed into this very cell, without outer white space."""
        cells = self.rows[row]
        return cells[column].strip() if column < len(cells) else ""

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The cell whose text is shown here: itself, or the first cell of its range."""
        return self._anchors.get((row, column), (row, column))

    def shown(self, row: int, column: int) -> str:
        """The text a reader sees in the cell, merged ranges looked through."""
        return self.own(*self.anchor(row, column))

    def raw(self, row: int, column: int) -> str:
        """The text of the cell just as it was stored."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def filled(self, row: int) -> list[int]:
        """The columns that have a text of their own in this row."""
        if row not in self._filled:
            self._filled[row] = [column for column, text in enumerate(self.rows[row]) if text.strip()]
        return self._filled[row]

    def covered_from_above(self, row: int, column: int) -> bool:
        """Whether the cell belongs to a range that began in an earlier row."""
        return self.anchor(row, column)[0] < row

    def source(self, row: int, column: int) -> Source:
        """Where the cell is, for people."""
        return Source(self.file, self.sheet, self.cell(row, column))

    def cell(self, row: int, column: int) -> str:
        """What people call the cell: `D14`, or 表2第14行第4列 in a text."""
        return self.naming(row, column)


def trimmed(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    """Rows without the empty cells and rows at their ends."""
    kept: list[list[str]] = []
    for row in rows:
        last = max((place for place, text in enumerate(row, 1) if text), default=0)
        kept.append(list(row[:last]))
    while kept and not kept[-1]:
        kept.pop()
    return kept
