"""A header at work: which column is what, and which columns tell one item from the next."""

from dataclasses import dataclass

from powerlist.formats.grid import Grid
from powerlist.formats.header import KEPT, Header

_ANCHORS = ("number", "code", "type")
_USUAL = 0.6  # of the named rows; where a list numbers its items, a row without a number is the rest of one

_SHORTEST_NAME, _TEXTS = 3, 3


@dataclass(frozen=True)
class Layout:
    """The columns of a header by field and by place; `anchors` are those that usually count an item."""

    header: Header
    columns: dict[str, int]
    fields: dict[int, str]
    anchors: tuple[int, ...]

    @classmethod
    def of(cls, header: Header, grid: Grid, start: int) -> "Layout":
        """The layout of a header for the rows of a sheet from `start` on."""
        columns = {head.field: head.index for head in reversed(header.columns) if head.field != KEPT}
        fields = {head.index: head.field for head in header.columns}
        named = [row for row in range(start, len(grid.rows)) if grid.own(row, columns["name"])]
        anchors = [columns[field] for field in _ANCHORS if field in columns]
        usual = [
            column
            for column in anchors
            if sum(bool(grid.shown(row, column)) for row in named) >= _USUAL * len(named)
        ]
        return cls(header, columns, fields, tuple(usual))

    def fits(self, header: Header) -> bool:
        """Whether a header has the same fields in the same places."""
        return self.fields == {head.index: head.field for head in header.columns}

    @property
    def name(self) -> int:
        """The column of names."""
        return self.columns["name"]

    def heading(self, column: int) -> str:
        """What the list calls a column."""
        return self.header.columns[column].heading


def goes_on(grid: Grid, header: Header) -> bool:
    """Whether a sheet without a header is the next page of the list that this header began."""
    columns = {head.field: head.index for head in header.columns}
    if "number" not in columns:
        return False
    rows = [row for row in range(len(grid.rows)) if grid.filled(row)]
    within = all(grid.filled(row)[-1] < len(header.columns) for row in rows)
    counted = [
        row
        for row in rows
        if grid.own(row, columns["number"]).isdecimal()
        and len(grid.own(row, columns["name"])) >= _SHORTEST_NAME
        and len(grid.filled(row)) >= _TEXTS
    ]
    return within and 2 * len(counted) >= len(rows) > 0
