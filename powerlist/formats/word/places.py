"""Where something stands in a document, as people say it: 表2第14行第3列."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A table by number from 1, and the row and column in it from 0; no row: in the lines above it."""

    table: int
    row: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        if self.row is None:
            return f"{table_name(self.table)}上方"
        column = "" if self.column is None else f"第{self.column + 1}列"
        return f"{table_name(self.table)}第{self.row + 1}行{column}"


def table_name(number: int) -> str:
    """What the table of this number is called, as a sheet has a name."""
    return f"表{number}"
