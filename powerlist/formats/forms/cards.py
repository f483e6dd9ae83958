"""Cards of a form: which rows each fills, where its values stand, and a card with other values as lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from powerlist.formats.forms.reading import FormSheet
from powerlist.formats.forms.relaying import Line
from powerlist.formats.forms.spans import Spans
from powerlist.formats.grid import Grid, Range
from powerlist.formats.header import Header

_LONGEST_HEAD = 16  # letters before the colon where a line is cut over two cells


@dataclass(frozen=True)
class Value:
    """Where a value stands: its label's rows, the columns that hold it; `column` is what it is in a list."""

    column: int
    top: int
    bottom: int
    cells: tuple[int, ...]
    alone: bool  # no other label beside it in its rows


@dataclass(frozen=True)
class Card:
    """One card: the rows from `begin` to before `end`, and its values."""

    begin: int
    end: int
    values: tuple[Value, ...]


@dataclass
class Cards:
    """The cards of one sheet, in their order, each by its row in the laid-out grid."""

    sheet: FormSheet
    wide: Grid
    spans: Spans

    @classmethod
    def of(cls, sheet: FormSheet, wide: Grid) -> "Cards":
        """The cards of a sheet; `wide` is its grid as wide as its merged ranges."""
        return cls(sheet, wide, Spans(wide))

    @property
    def header(self) -> Header:
        """The labels as a header."""
        return self.sheet.raw.headers[0]

    def all(self, height: int) -> dict[int, Card]:
        """Each card by its row in the laid-out grid; `height` is that of the sheet."""
        assert self.sheet.cards is not None
        rows = range(self.header.last + 1, len(self.sheet.cards.rows))
        values = {row: self._values(row) for row in rows}
        tops = {row: min(value.top for value in found) for row, found in values.items() if found}
        bottoms = {row: max(value.bottom for value in found) for row, found in values.items() if found}
        known = list(tops)
        if len(known) == 1:
            return {known[0]: Card(0, height, values[known[0]])}
        gap = tops[known[1]] - bottoms[known[0]] - 1
        begins = [max(0, tops[known[0]] - gap), *(bottoms[row] + 1 for row in known[:-1])]
        return {
            row: Card(begin, bottoms[row] + 1, values[row]) for row, begin in zip(known, begins, strict=True)
        }

    def _values(self, row: int) -> tuple[Value, ...]:
        cards = self.sheet.cards
        assert cards is not None
        labels = {head.index: cards.places[self.header.first, head.index][1] for head in self.header.columns}
        found = []
        for head in self.header.columns:
            place = cards.places.get((row, head.index))
            if place is not None:
                found.append(self._value(head.index, place[0], labels[head.index], set(labels.values())))
        return tuple(found)

    def _value(self, column: int, top: int, label: int, labels: set[int]) -> Value:
        """The value beside a label: cells up to the next label, rows that the label is merged over."""
        bottom = max(
            (b for (t, left), (b, _) in self.spans.at(top) if (t, left) == (top, label)), default=top
        )
        width = len(self.wide.rows[top]) - 1
        others = [
            one
            for one in labels
            if one > label and any(self._is_label(row, one) for row in range(top, bottom + 1))
        ]
        stop = min(others, default=width)
        cells = []
        at = self._after(top, label)
        while at < stop:
            cells.append(at)
            at = self._after(top, at)
        left = any(one < label and self._is_label(top, one) for one in labels)
        return Value(column, top, bottom, tuple(cells or [label + 1]), not others and not left)

    def _is_label(self, row: int, column: int) -> bool:
        text = "".join(self.wide.shown(row, column).split())
        return any(head.heading == text for head in self.header.columns)

    def _after(self, row: int, column: int) -> int:
        right = column + 1
        while right < len(self.wide.rows[row]) and self.wide.anchor(row, right) == self.wide.anchor(
            row, column
        ):
            right += 1
        return right

    # lines

    def copied(self, card: Card, at: int) -> tuple[list[Line], list[Range]]:
        """A card as it stood."""
        rows = list(range(card.begin, card.end))
        return [Line(row) for row in rows], self.spans.within(rows, at)

    def written(self, card: Card, texts: dict[int, str], at: int) -> tuple[list[Line], list[Range]]:
        """The card with other values; a value over several rows has a line in each, as many as it needs."""
        times = dict.fromkeys(range(card.begin, card.end), 1)
        over: dict[int, list[dict[int, str]]] = {row: [{}] for row in times}
        for value in card.values:
            text = texts.get(value.column, "")
            if value.bottom > value.top and value.alone:
                self._spread(value, text, times, over)
            else:
                self._alone(value, text, over)
        lines: list[Line] = []
        places: dict[int, tuple[int, int]] = {}
        for row, count in times.items():
            places[row] = (at + len(lines), at + len(lines) + count - 1)
            lines += [Line(row, over=over[row][turn]) for turn in range(count)]
        return lines, self._merges(card, times, places)

    def _alone(self, value: Value, text: str, over: dict[int, list[dict[int, str]]]) -> None:
        for row in range(value.top, value.bottom + 1):
            for column in value.cells:
                over[row][0][column] = ""
        over[value.top][0][value.cells[0]] = text

    def _spread(
        self, value: Value, text: str, times: dict[int, int], over: dict[int, list[dict[int, str]]]
    ) -> None:
        lines = text.split("\n")
        rows = list(range(value.top, value.bottom + 1))
        for place, row in enumerate(rows):
            last = place == len(rows) - 1
            own = lines[place:] if last else lines[place : place + 1]
            times[row] = len(own)
            over[row] = [_cut(line, value.cells) for line in own]

    def _merges(self, card: Card, times: dict[int, int], places: dict[int, tuple[int, int]]) -> list[Range]:
        rows = list(range(card.begin, card.end))
        found: list[Range] = []
        for (top, left), (bottom, right) in dict.fromkeys(m for row in rows for m in self.spans.at(row)):
            own = [row for row in rows if top <= row <= bottom and times[row]]
            if not own:
                continue
            first, last = places[own[0]][0], places[own[-1]][1]
            if top == bottom:
                found += [((line, left), (line, right)) for line in range(first, last + 1)]
            elif last > first or right > left:
                found.append(((first, left), (last, right)))
        return found


def _cut(line: str, cells: Sequence[int]) -> dict[int, str]:
    """A line over the cells of a value: before its first colon and after it."""
    texts = dict.fromkeys(cells, "")
    head, colon, rest = line.partition("：")
    if len(cells) > 1 and colon and rest and len(head) <= _LONGEST_HEAD:
        return {**texts, cells[0]: head, cells[1]: rest}
    return {**texts, cells[-1] if len(cells) > 1 else cells[0]: line}
