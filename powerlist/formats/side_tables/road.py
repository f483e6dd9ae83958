"""The reading road: lists first, then the side tables joined to them, or to an older register."""

from collections.abc import Sequence
from dataclasses import replace

from powerlist.formats.reading import FileReport, Leftover, Reading, SheetReport
from powerlist.formats.side_tables.join import Joined, join
from powerlist.formats.side_tables.tables import SideTable
from powerlist.i18n import Text
from powerlist.model.compare import taken_over
from powerlist.model.register import Register
from powerlist.model.source import Problem
from powerlist.model.taking import taken
from powerlist.practice import Practice, load
from powerlist.practice.headings import Headings, load_headings
from powerlist.practice.side_tables import load_side_words


def with_side_tables(
    reading: Reading, tables: Sequence[SideTable], practice: Practice, headings: Headings
) -> Reading:
    """The reading of the lists with the side tables of the same import."""
    if not tables:
        return reading
    joined = join(reading.register, tables, practice, headings=headings)
    return _told(replace(reading, side=tuple(tables), listed=reading.register), joined)


def over(
    reading: Reading, older: Register, practice: Practice | None = None, headings: Headings | None = None
) -> Reading:
    """The reading as it would be over an older register; a reading of lists alone stays as it is.

    Side tables speak only of what they name. So the lists' changes are taken over first, the side tables are
    joined to that, and whatever neither mentions is in the register as it was: comparing it with `older`
    shows what is new and changed, and nothing as gone that no list has dropped.
    """
    if not reading.side or reading.listed is None:
        return reading
    base = taken(taken_over(reading.listed, older)) if reading.listed.powers else older
    joined = join(base, reading.side, practice or load(), headings=headings or load_headings(), older=True)
    return _told(reading, joined)


def _told(reading: Reading, joined: Joined) -> Reading:
    """The reading with the joined register and what joining met, sheet by sheet."""
    sides = {(table.file, table.sheet) for table in reading.side}
    before = [one for one in reading.problems if (one.source.file, one.source.sheet) not in sides]
    files = tuple(_file(file, reading.side, joined) for file in reading.files)
    return replace(reading, register=joined.register, problems=(*before, *joined.problems), files=files)


def _file(file: FileReport, tables: Sequence[SideTable], joined: Joined) -> FileReport:
    own = [table for table in tables if table.file == file.file]
    names = dict.fromkeys(table.sheet for table in own)
    lists = [sheet for sheet in file.sheets if sheet.sheet not in names]
    sides = [_sheet(name, [table for table in own if table.sheet == name], joined) for name in names]
    return replace(file, sheets=(*lists, *sides))


def _sheet(name: str, tables: Sequence[SideTable], joined: Joined) -> SheetReport:
    def here(one: Problem | Leftover) -> bool:
        return (one.source.file, one.source.sheet) == (tables[0].file, name)

    plans = load_side_words().tables
    kinds = [plans[kind].text for kind in dict.fromkeys(table.kind for table in tables)]
    return SheetReport(
        name,
        header_row=None if tables[0].goes_on else tables[0].header.first + 1,
        problems=tuple(filter(here, joined.problems)),
        side=Text("、".join(kind.zh for kind in kinds), ", ".join(kind.en for kind in kinds)),
        rows=sum(len(table.records) for table in tables),
        left=tuple(filter(here, joined.left)),
    )
