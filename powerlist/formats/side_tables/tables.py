"""A side table as it was read: what sort it is, its rows by field, the lines that are no rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from powerlist.formats.header import KEPT, Header
from powerlist.formats.raw import Cell, Note

Cells = Mapping[str, tuple[Cell, ...]]


@dataclass
class Record:
    """One row: its cells by field (also what is merged or said once above), and what was typed here."""

    cells: dict[str, tuple[Cell, ...]]
    titles: tuple[Note, ...] = ()
    own: list[Cell] = field(default_factory=list)

    def first(self, *fields: str) -> Cell | None:
        """The first cell of the first of these fields that has one."""
        return next((self.cells[name][0] for name in fields if self.cells.get(name)), None)

    def all(self, name: str) -> tuple[Cell, ...]:
        """Every cell of a field."""
        return self.cells.get(name, ())

    @property
    def anchor(self) -> Cell:
        """The cell that stands for the row."""
        return self.own[0]


@dataclass(frozen=True)
class SideTable:
    """One block of rows under one header."""

    file: str
    sheet: str
    kind: str
    key: str
    header: Header
    records: tuple[Record, ...]
    notes: tuple[Note, ...] = ()

    @property
    def goes_on(self) -> bool:
        """Whether it is the next page of the table before, without a header of its own."""
        return self.header.last < 0

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(head.field for head in self.header.columns if head.field != KEPT)

    def cells(self) -> Iterator[Cell]:
        """Every cell typed into the table, row by row."""
        for record in self.records:
            yield from record.own
