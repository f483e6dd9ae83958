"""A matrix of counts as a table of tinted cells, with its sums."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from powerlist.i18n import Lang, Text
from powerlist.views import theme
from powerlist.views.cells import centred, height_of, lines_in
from powerlist.views.diagrams.breaking import sensible
from powerlist.views.diagrams.drawing import Ink, Panel, PlacedMark, Rect
from powerlist.views.diagrams.sizing import MARK_SIZE

_TOTAL = Text("合计", "Total")
_NAME, _ROW = 160.0, 21.0
_CELLS = {"zh": 62.0, "en": 78.0}  # the width of a column
_HEAD_SIZE, _SIZE = 9.5, 10.0
_PALEST, _DARKEST = 0.12, 0.58  # of the full colour; ink stays readable on it


@dataclass(frozen=True)
class Matrix:
    """Counts of risk points with the names of rows and columns; `totals`: of each column, each point once."""

    id: str
    name: Text
    rows: tuple[tuple[str, Text], ...]
    columns: tuple[tuple[str, Text], ...]
    counts: dict[tuple[str, str], int]
    totals: dict[str, int]
    colours: dict[str, str]  # by column; the accent where not told
    marks: dict[str, PlacedMark]

    def sum_of(self, row: str) -> int:
        """The sum of a row."""
        return sum(self.counts.get((row, column), 0) for column, _ in self.columns)


@dataclass(frozen=True)
class Table:
    """A matrix on the sheet, its top left corner at (x, top)."""

    matrix: Matrix
    lang: Lang
    x: float
    top: float

    @property
    def cell(self) -> float:
        """The width of a column of numbers."""
        return _CELLS[self.lang]

    @property
    def width(self) -> float:
        """Of the whole table."""
        return _NAME + self.cell * (len(self.matrix.columns) + 1)

    def panels(self) -> Iterator[Panel]:
        """Head, rows and foot, cell by cell."""
        names = [(self.matrix.name, "head"), *((text, f"head-{key}") for key, text in self.matrix.columns)]
        names.append((_TOTAL, "head-total"))
        yield from self._heads(names)
        y = self.top + self._head_height(names)
        most = max(self.matrix.counts.values())
        for key, name in self.matrix.rows:
            lines = sensible(name.of(self.lang), _HEAD_SIZE, _NAME - 12)
            height = max(_ROW, height_of(lines, _HEAD_SIZE))
            rect = Rect(self.x, y, _NAME, height)
            yield Panel(f"{self.matrix.id}-row-{key}", rect, lines_in(lines, rect, _HEAD_SIZE))
            yield from self._cells(key, y, height, most)
            y += height
        yield from self._foot(y)

    def _heads(self, names: Sequence[tuple[Text, str]]) -> Iterator[Panel]:
        height = self._head_height(names)
        for n, (text, id) in enumerate(names):
            rect = Rect(self._left(n), self.top, self.cell if n else _NAME, height)
            mark = self.matrix.marks.get(id.removeprefix("head-"))
            below = Rect(
                rect.x, rect.y + (MARK_SIZE if mark else 0), rect.width, height - (MARK_SIZE if mark else 0)
            )
            lines = self._broken(text, n)
            texts = lines_in(lines, below, _HEAD_SIZE, Ink.PANEL_HEAD, middle=n > 0)
            marks: tuple[PlacedMark, ...] = ()
            if mark:
                place = Rect(rect.centre.x - MARK_SIZE / 2, rect.y + 3, MARK_SIZE, MARK_SIZE)
                marks = (PlacedMark(mark.id, mark.rank, mark.letter, place),)
            yield Panel(f"{self.matrix.id}-{id}", rect, texts, marks, head=True)

    def _head_height(self, names: Sequence[tuple[Text, str]]) -> float:
        highest = max(height_of(self._broken(text, n), _HEAD_SIZE) for n, (text, _) in enumerate(names))
        return highest + 6 + MARK_SIZE

    def _broken(self, text: Text, column: int) -> tuple[str, ...]:
        return sensible(text.of(self.lang), _HEAD_SIZE, (self.cell if column else _NAME) - 8)

    def _left(self, column: int) -> float:
        return self.x + (_NAME + (column - 1) * self.cell if column else 0.0)

    def _cells(self, row: str, y: float, height: float, most: int) -> Iterator[Panel]:
        matrix = self.matrix
        for n, (column, _) in enumerate(matrix.columns, 1):
            count = matrix.counts.get((row, column), 0)
            rect = Rect(self._left(n), y, self.cell, height)
            text = centred(str(count), rect, _SIZE, Ink.PANEL if count else Ink.LEGEND)
            shade = tint(matrix.colours.get(column, theme.ACCENT), count / most) if count else ""
            yield Panel(f"{matrix.id}-{row}-{column}", rect, (text,), tint=shade)
        yield self._sum(f"{row}-total", matrix.sum_of(row), len(matrix.columns) + 1, y, height)

    def _foot(self, y: float) -> Iterator[Panel]:
        rect = Rect(self.x, y, _NAME, _ROW)
        name = lines_in((_TOTAL.of(self.lang),), rect, _HEAD_SIZE, Ink.PANEL_HEAD)
        yield Panel(f"{self.matrix.id}-row-total", rect, name, tint=theme.BAND)
        sums = [*((key, self.matrix.totals.get(key, 0)) for key, _ in self.matrix.columns)]
        sums.append(("total", sum(self.matrix.totals.values())))
        for n, (key, count) in enumerate(sums, 1):
            yield self._sum(f"total-{key}", count, n, y, _ROW)

    def _sum(self, id: str, count: int, column: int, y: float, height: float) -> Panel:
        rect = Rect(self._left(column), y, self.cell, height)
        text = centred(str(count), rect, _SIZE, Ink.PANEL_HEAD)
        return Panel(f"{self.matrix.id}-{id}", rect, (text,), tint=theme.BAND)


def tint(colour: str, share: float) -> str:
    """`colour` thinned with paper: pale for a small share (0 to 1), darker for a large one."""
    depth = _PALEST + (_DARKEST - _PALEST) * share
    pairs = ((int(theme.PAPER[i : i + 2], 16), int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(paper + (ink - paper) * depth):02x}" for paper, ink in pairs)
