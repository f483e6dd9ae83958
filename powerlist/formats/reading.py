"""What reading files gives: a register, the problems met, and what was found in each file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from powerlist.i18n import Text
from powerlist.model.codes import PowerType
from powerlist.model.register import Register
from powerlist.model.source import Problem, Source

if TYPE_CHECKING:
    from powerlist.formats.side_tables.tables import SideTable


@dataclass(frozen=True)
class UnknownColumn:
    """A column that no heading is known for: kept in `Power.columns`."""

    heading: str
    cell: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Leftover:
    """A cell of a side table that the register has no place for: its text, kept in the report."""

    source: Source
    heading: str
    text: str


@dataclass(frozen=True)
class SheetReport:
    """What was found on one sheet, a list or a side table; `header_row` counts from 1."""

    sheet: str
    header_row: int | None = None
    items: int = 0
    sub_items: int = 0
    types: Mapping[PowerType, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    columns: tuple[UnknownColumn, ...] = ()
    side: Text | None = None  # what sort of side table it is; None for a list
    rows: int = 0  # of a side table
    left: tuple[Leftover, ...] = ()


@dataclass(frozen=True)
class FileReport:
    """What was found in one file; `duplicate_of` names the file that says the same."""

    file: str
    duplicate_of: str | None = None
    sheets: tuple[SheetReport, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One register from one or several files.

    Where there were side tables, `side` has them as they were read and `listed` is the register of the lists
    alone, so that they can be joined to an older register instead.
    """

    register: Register
    problems: tuple[Problem, ...] = ()
    files: tuple[FileReport, ...] = ()
    side: tuple["SideTable", ...] = ()
    listed: Register | None = None
