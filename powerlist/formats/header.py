"""Which row of a sheet names its columns, and what each column is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from powerlist.formats.grid import Grid, column_name
from powerlist.practice.headings import Headings, squeezed

LONGEST_HEADING = 24
_FAR_TOO_LONG = 4 * LONGEST_HEADING
_MOST_MET = 4096  # headings that a table keeps in mind
_SHORTEST_KIND = 4
_KIND = "种类"  # what headings.yaml calls any kind of power before a word
KEPT = ""  # the field of a column that the model has none for
_SAYS_LITTLE = frozenset((KEPT, "note"))


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """One column: its place, its heading as written, and the field it fills (KEPT where unknown)."""

    index: int
    heading: str
    field: str


@dataclass(frozen=True)
class Header:
    """The rows of the heading, from 0, and its columns."""

    first: int
    last: int
    columns: tuple[ColumnHead, ...]

    def of(self, field: str) -> list[ColumnHead]:
        """The columns that fill one field."""
        return [column for column in self.columns if column.field == field]


@dataclass(frozen=True)
class HeadingTable:
    """The synonyms in force: those of the practice, and before them the user's own column map."""

    headings: Headings
    column_map: Mapping[str, str]
    _met: dict[tuple[str, str], str | None] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, headings: Headings, column_map: Mapping[str, str] | None) -> "HeadingTable":
        """The table with the user's map; its keys are headings as written."""
        return cls(headings, {squeezed(key): field for key, field in (column_map or {}).items()})

    def field(self, heading: str, parent: str = "") -> str | None:
        """The field a heading means, alone or under its parent; None where it is unknown."""
        found = self._met.get((heading, parent), KEPT)
        if found == KEPT:
            if len(self._met) >= _MOST_MET:
                self._met.clear()
            found = self._met[heading, parent] = self._meaning(heading, parent)
        return found

    def _meaning(self, heading: str, parent: str) -> str | None:
        both = f"{squeezed(parent)}/{squeezed(heading)}" if parent else ""
        plain = squeezed(heading)
        rest = self._without_kind(plain)
        for key in filter(None, (both, plain, _without_aside(heading), rest, rest and f"{_KIND}/{rest}")):
            found = self.column_map.get(key) or self.headings.meaning("fields", key)
            if found:
                return found
        return None

    def _without_kind(self, heading: str) -> str:
        """`行政处罚事项名称` without the kind of power that it names first."""
        if not heading.startswith(self._kinds):
            return ""
        return heading.removeprefix(next(word for word in self._kinds if heading.startswith(word)))

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        return tuple(word for word in self.headings.words("types") if len(word) >= _SHORTEST_KIND)


def may_head(text: str) -> bool:
    """Whether a text is short enough for a heading; one far too long is not squeezed first."""
    return len("".join(text.split())) <= _FAR_TOO_LONG and len(squeezed(text)) <= LONGEST_HEADING


def header_at(grid: Grid, row: int, table: HeadingTable) -> Header | None:
    """The header that begins in this row, or None."""
    texts = [grid.own(row, column) for column in grid.filled(row)]
    if len(texts) < 2 or not all(map(may_head, texts)):
        return None
    if len({field for text in texts if (field := table.field(text))}) < 2:
        return None
    last = row + 1 if _has_second_row(grid, row, table) else row
    heads = _columns(grid, row, last, table)
    names = {head.field for head in heads}
    return Header(row, last, heads) if "name" in names and len(names - _SAYS_LITTLE) >= 2 else None


def _has_second_row(grid: Grid, row: int, table: HeadingTable) -> bool:
    """Whether the next row only divides some of the columns named in this one."""
    if row + 1 >= len(grid.rows):
        return False
    below = grid.filled(row + 1)
    divided = [column for column in below if not grid.own(row, column) or _spans(grid, row, column)]
    if not below or len(divided) < len(below):
        return False
    texts = [grid.own(row + 1, column) for column in below]
    short = all(may_head(text) and not squeezed(text).isdecimal() for text in texts)
    parents = all(_parent(grid, row, column) for column in below)
    named = any(
        table.field(text, _parent(grid, row, column)) for text, column in zip(texts, below, strict=True)
    )
    merged = any(grid.anchor(row, column)[1] < column or _spans(grid, row, column) for column in below)
    return short and parents and (merged or (named and len(below) >= 2))


def _spans(grid: Grid, row: int, column: int) -> bool:
    """Whether the cell is merged with the one to its right."""
    return grid.anchor(row, column + 1) == (row, column)


def _parent(grid: Grid, row: int, column: int) -> str:
    """The heading above: the merged one, else the nearest to the left."""
    if shown := grid.shown(row, column):
        return shown
    return next((text for left in range(column - 1, -1, -1) if (text := grid.own(row, left))), "")


def _columns(grid: Grid, first: int, last: int, table: HeadingTable) -> tuple[ColumnHead, ...]:
    width = max(len(row) for row in grid.rows)
    heads = [_column(grid, first, last, column, table) for column in range(width)]
    names = [head for head in heads if head.field == "name"]
    if len(names) == 2 and not any(head.field == "sub_item" for head in heads):
        place = names[1].index  # 职权名称 over two columns without words of their own: 项目 and 子项
        heads[place] = ColumnHead(place, names[1].heading, "sub_item")
    return tuple(_once(head, heads) for head in heads)


def _column(grid: Grid, first: int, last: int, column: int, table: HeadingTable) -> ColumnHead:
    parent = _tidy(grid.shown(first, column))
    child = _tidy(grid.own(last, column)) if last > first else ""
    if child:
        parent = _tidy(_parent(grid, first, column))
        field = table.field(child, parent) or table.field(parent)
        return ColumnHead(column, f"{parent}/{child}", field or KEPT)
    return ColumnHead(
        column, parent or column_name(column), (table.field(parent) if parent else None) or KEPT
    )


def _once(head: ColumnHead, heads: list[ColumnHead]) -> ColumnHead:
    """Two unknown columns of one name are told apart by their letters."""
    same = Counter(other.heading for other in heads)[head.heading]
    return (
        head
        if same == 1 or head.field
        else ColumnHead(head.index, f"{head.heading}（{column_name(head.index)}）", KEPT)
    )


def _tidy(text: str) -> str:
    return "".join(text.split())


def _without_aside(heading: str) -> str:
    """`法定期限（工作日）` without what stands in brackets."""
    return squeezed(heading).split("(", 1)[0]
