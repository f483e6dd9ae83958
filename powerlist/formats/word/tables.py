"""A table of a document as rows of texts with its merged ranges."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from powerlist.formats.grid import Range
from powerlist.formats.word.columns import Columns
from powerlist.formats.word.package import Xml
from powerlist.formats.word.places import Spot
from powerlist.formats.word.texts import Scribe
from powerlist.formats.word.told import Odd
from powerlist.formats.word.xml import TC, TR, child, inside, is_on, number, value

_WIDEST = 500  # Word itself has 63 columns at most


@dataclass(frozen=True)
class Table:
    """A table by its number in the document, with the lines above it.

    `adjacent`: nothing but empty lines lies between it and the table before. `hanging` are the columns of the
    first row that go on with a merged cell of that table. `headed`: its first row is marked as a header.
    """

    number: int
    rows: Sequence[Sequence[str]]
    merges: tuple[Range, ...]
    edges: tuple[int, ...]
    above: tuple[str, ...] = ()
    adjacent: bool = False
    hanging: tuple[int, ...] = ()
    headed: bool = False

    @property
    def width(self) -> int:
        """Its number of columns."""
        return max((len(row) for row in self.rows), default=0)


@dataclass
class _Cell:
    """A cell where it stands: its row, its first column, how many columns and rows it takes."""

    row: int
    column: int
    span: int
    text: str
    bottom: int
    tied: bool = False  # it goes on with a cell above, and there is none


@dataclass
class TableReader:
    """Reads one table, row by row, once."""

    table: Xml
    number: int
    scribe: Scribe
    cells: list[_Cell] = field(default_factory=list)
    _above: dict[int, _Cell] = field(default_factory=dict)  # merged cells that still reach down

    def read(self, above: Sequence[str], adjacent: bool) -> Table:
        """The table, its columns those that a reader sees."""
        height = 0
        for row in inside(self.table, TR):
            if child(row, "trPr", "ins") is not None:
                self.scribe.told.tell(Odd.REVISION)
            if child(row, "trPr", "del") is not None:
                self.scribe.told.tell(Odd.REVISION)
                continue
            self._row(row, height)
            height += 1
        columns = Columns.of(self.table, [(cell.column, cell.column + cell.span) for cell in self.cells])
        return self._laid_out(height, columns, tuple(above), adjacent)

    def _row(self, row: Xml, at: int) -> None:
        self.scribe.told.spot = Spot(self.number, at)
        column = max(0, number(row, "trPr", "gridBefore") or 0)
        reaching: dict[int, _Cell] = {}
        last: _Cell | None = None
        for one in inside(row, TC):
            span = min(max(1, number(one, "tcPr", "gridSpan") or 1), _WIDEST - min(column, _WIDEST - 1))
            if last is not None and value(one, "tcPr", "hMerge") == "continue":
                last.span += span
            elif column < _WIDEST:
                last = self._cell(one, at, column, span)
                if _is_merged_down(one):
                    reaching[column] = last
            column += span
        self._above = reaching

    def _cell(self, one: Xml, at: int, column: int, span: int) -> _Cell:
        """The cell that is shown here: one that reaches down from above, or a new one."""
        goes_on = _is_merged_down(one) and value(one, "tcPr", "vMerge") != "restart"
        above = self._above.get(column)
        if goes_on and above is not None and above.span == span:
            above.bottom = at
            return above
        self.scribe.told.spot = Spot(self.number, at, column)
        cell = _Cell(at, column, span, self._text(one), at, tied=goes_on and at == 0)
        self.cells.append(cell)
        return cell

    def _text(self, one: Xml) -> str:
        if child(one, "tcPr", "cellDel") is not None:
            self.scribe.told.tell(Odd.REVISION)
            return ""
        return self.scribe.cell(one)

    def _laid_out(self, height: int, columns: Columns, above: tuple[str, ...], adjacent: bool) -> Table:
        rows = [[""] * columns.count for _ in range(height)]
        merges: list[Range] = []
        for cell in self.cells:
            left, right = columns.at(cell.column), columns.at(cell.column + cell.span) - 1
            rows[cell.row][left] = cell.text
            if cell.bottom > cell.row or right > left:
                merges.append(((cell.row, left), (cell.bottom, right)))
        hanging = tuple(columns.at(cell.column) for cell in self.cells if cell.tied and not cell.text)
        headed = is_on(next(inside(self.table, TR), None), "trPr", "tblHeader")
        return Table(self.number, rows, tuple(merges), columns.edges, above, adjacent, hanging, headed)


def _is_merged_down(cell: Xml) -> bool:
    """Whether the cell is one piece of a range of several rows."""
    return is_on(cell, "tcPr", "vMerge")
