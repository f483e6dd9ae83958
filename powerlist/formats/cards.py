"""卡片式: one form an item, each label beside its value; laid out as rows under one header."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from powerlist.formats.grid import Grid
from powerlist.formats.header import LONGEST_HEADING, HeadingTable, may_head
from powerlist.practice.headings import squeezed

Place = tuple[int, int]
_LEAST = 4  # rows of labels and values that make a form


@dataclass(frozen=True)
class CardGrid(Grid):
    """The forms of a sheet, a row each; `places` says where a cell really stands."""

    places: Mapping[Place, Place] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> str:
        """Where the cell is in the user's own sheet."""
        return self.naming(*self.places.get((row, column), (row, column)))


@dataclass
class _Entry:
    """A label and its value: where they stand, and the texts of the value."""

    label: Place
    value: Place
    texts: list[str]


_Card = dict[str, _Entry]


def laid_out(grid: Grid, table: HeadingTable) -> Grid:
    """The sheet with its forms as rows; a sheet that holds no forms as it is."""
    columns = _label_columns(grid, table)
    cards = list(_cards(grid, columns, table)) if columns else []
    forms = [card for card in cards if _is_form(card, table)]
    return _as_table(grid, cards) if forms and 2 * len(forms) >= len(cards) else grid


def _label_columns(grid: Grid, table: HeadingTable) -> set[int]:
    """The columns of known labels that have a value beside them."""
    return {
        column
        for row in range(len(grid.rows))
        for column, beside in _neighbours(grid.filled(row))
        if _known(grid, row, column, table) and beside is not None and not _known(grid, row, beside, table)
    }


def _neighbours(filled: list[int]) -> Iterable[tuple[int, int | None]]:
    return zip(filled, [*filled[1:], None], strict=False)


def _known(grid: Grid, row: int, column: int, table: HeadingTable) -> bool:
    text = grid.own(row, column)
    return may_head(text) and table.field(text) is not None


def _is_form(card: _Card, table: HeadingTable) -> bool:
    """Whether labels run down the sheet, the item's name among them."""
    fields = {table.field(label) for label in card} - {None}
    rows = {entry.label[0] for entry in card.values() if entry.texts}
    return "name" in fields and len(fields) >= _LEAST and len(rows) >= _LEAST


def _cards(grid: Grid, columns: set[int], table: HeadingTable) -> Iterator[_Card]:
    """The forms from top to bottom; a new one begins where the first label comes again."""
    card: _Card = {}
    for row in range(len(grid.rows)):
        entries = list(_entries(grid, row, columns, table))
        for entry in entries:
            name = "".join(grid.own(*entry.label).split())
            if card and name == next(iter(card)):
                yield card
                card = {}
            card.setdefault(name, entry)
        _go_on(grid, row, min((entry.label[1] for entry in entries), default=len(grid.rows[row])), card)
    if card:
        yield card


def _entries(grid: Grid, row: int, columns: set[int], table: HeadingTable) -> Iterator[_Entry]:
    """The labels of one row, each with the texts up to the next label."""
    filled = grid.filled(row)
    labels = [column for column in filled if column in columns and _is_label(grid, row, column, table)]
    if not any(_known(grid, row, column, table) for column in labels):
        labels = labels if len(filled) > 1 and labels[:1] == filled[:1] else []
    for place, label in enumerate(labels):
        end = labels[place + 1] if place + 1 < len(labels) else len(grid.rows[row])
        values = [column for column in filled if label < column < end]
        where = (row, values[0]) if values else (row, label)
        yield _Entry((row, label), where, [_joined(grid, row, values)] if values else [])


def _is_label(grid: Grid, row: int, column: int, table: HeadingTable) -> bool:
    """A known heading, or a short text where labels stand that has a text beside it."""
    short = len(squeezed(grid.own(row, column))) <= LONGEST_HEADING // 2
    return _known(grid, row, column, table) or (short and column != grid.filled(row)[-1])


def _go_on(grid: Grid, row: int, end: int, card: _Card) -> None:
    """A row beside a label merged from above has more of its value, up to the row's own first label."""
    for entry in card.values():
        top, left = entry.label
        if top < row and left < end and grid.anchor(row, left) == entry.label:
            values = [column for column in grid.filled(row) if left < column < end]
            entry.texts += [_joined(grid, row, values)] if values else []


def _joined(grid: Grid, row: int, columns: list[int]) -> str:
    return "：".join(grid.raw(row, column) for column in columns)


def _as_table(grid: Grid, cards: list[_Card]) -> CardGrid:
    """Titles as they stand, the labels of all forms as one header, then a row a form."""
    labels = list(dict.fromkeys(label for card in cards for label in card))
    first = min(entry.label[0] for entry in cards[0].values())
    rows = [list(row) for row in grid.rows[:first]]
    places: dict[Place, Place] = {}
    for column, label in enumerate(labels):
        places[first, column] = next(card[label].label for card in cards if label in card)
    for number, card in enumerate(cards, first + 1):
        places |= {(number, labels.index(label)): entry.value for label, entry in card.items()}
    rows.append(labels)
    rows += [["\n".join(card[label].texts) if label in card else "" for label in labels] for card in cards]
    titles = tuple(merge for merge in grid.merges if merge[1][0] < first)
    return CardGrid(grid.file, grid.sheet, rows, titles, grid.above, grid.naming, places=places)
