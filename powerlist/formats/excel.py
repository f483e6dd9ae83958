"""Workbooks and Word documents of one bureau become one register."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from powerlist.errors import UsageError
from powerlist.formats.authority import authority_of
from powerlist.formats.building import build
from powerlist.formats.cards import laid_out
from powerlist.formats.grid import Grid
from powerlist.formats.header import KEPT, Header, HeadingTable
from powerlist.formats.items import Item, sorted_out
from powerlist.formats.layout import goes_on
from powerlist.formats.matching import grouped, type_of
from powerlist.formats.raw import Cell, RawSheet
from powerlist.formats.reading import FileReport, Reading, SheetReport, UnknownColumn
from powerlist.formats.rows import SheetReader, sheet_kind
from powerlist.formats.side_tables import SideTable, apart, with_side_tables
from powerlist.formats.tables import Tables
from powerlist.formats.troubles import problem
from powerlist.formats.word.kind import is_word
from powerlist.formats.word.reading import read_word
from powerlist.formats.workbook import grids_of, load_bytes
from powerlist.i18n import Text
from powerlist.model.source import Origin, Problem, Source
from powerlist.practice import Practice
from powerlist.practice.headings import Headings, squeezed
from powerlist.practice.side_tables import load_side_words

_FEW = 0.5  # a type written for fewer items than this is written once for those below it
_SAMPLES = 3
_NO_FIELD = Text(
    "栏目对照表中的“{field}”不是已知栏位。可用：{known}",
    "“{field}” in the column map is no known field. Known: {known}",
)


@dataclass(frozen=True)
class _Sheet:
    """A sheet and its items."""

    raw: RawSheet
    items: tuple[Item, ...]


@dataclass(frozen=True)
class _File:
    """A file's name, its sheets, what holds for all of it, and the file that has the same content."""

    name: str
    sheets: tuple[_Sheet, ...] = ()
    duplicate_of: str | None = None
    problems: tuple[Problem, ...] = ()
    side: tuple[SideTable, ...] = ()

    @property
    def headers(self) -> list[Header]:
        """Every header that was met."""
        return [
            *(header for sheet in self.sheets for header in sheet.raw.headers),
            *(one.header for one in self.side),
        ]


def read_workbooks(
    paths: Sequence[Path],
    practice: Practice,
    headings: Headings,
    column_map: Mapping[str, str] | None = None,
    authority: str | None = None,
) -> Reading:
    """The register of these files; raises InputError for a file that cannot be used."""
    table = HeadingTable.of(headings, checked_map(column_map, headings))
    files = _files(paths, table)
    items = [item for file in files for sheet in file.sheets for item in sheet.items]
    tables = Tables(headings)
    powers = grouped([item for item in items if item.name], headings)
    typed = {id(item) for power in powers if power.type for item in power.items}
    for file in files:
        tables.problems += _sheet_problems(file, headings, typed)
    tables.problems += _not_met(files, column_map)
    build(powers, tables, practice)
    raws = [sheet.raw for file in files for sheet in file.sheets]
    first = next((file.name for file in files if file.sheets), files[0].name if files else "")
    name, origin = (authority, Origin(Source(first))) if authority else authority_of(items, raws, first)
    reports = tuple(_report(file, tables, headings) for file in files)
    lists = Reading(tables.register(name, origin), tuple(tables.problems), reports)
    return with_side_tables(lists, [one for file in files for one in file.side], practice, headings)


def checked_map(column_map: Mapping[str, str] | None, headings: Headings) -> Mapping[str, str] | None:
    known = dict.fromkeys((*headings.fields, *load_side_words().fields))
    for field in (column_map or {}).values():
        if field not in known:
            raise UsageError(_NO_FIELD.fill(field=field, known="、".join(known)))
    return column_map


def _not_met(files: Sequence[_File], column_map: Mapping[str, str] | None) -> Iterator[Problem]:
    """What the user's column map names and no header has: most likely a slip."""
    met = {
        word
        for file in files
        for header in file.headers
        for head in header.columns
        for part in (head.heading, *head.heading.split("/"))
        for word in (squeezed(part), squeezed(part).split("(")[0])
    }
    for heading in column_map or {}:
        if squeezed(heading) not in met and files:
            yield problem("column-not-met", Source(files[0].name), heading=heading)


def _files(paths: Sequence[Path], table: HeadingTable) -> list[_File]:
    seen: dict[str, str] = {}
    files = []
    names = Counter(path.name for path in paths)
    for path in paths:
        name = path.name if names[path.name] == 1 else str(path)
        data = load_bytes(path)
        digest = sha256(data).hexdigest()
        if digest in seen:
            files.append(_File(name, duplicate_of=seen[digest]))
            continue
        seen[digest] = name
        files.append(_file(data, name, table))
    return files


def _file(data: bytes, name: str, table: HeadingTable) -> _File:
    """The sheets of a workbook, or the tables of a Word document: lists, and what is joined to them."""
    word = read_word(data, name, table) if is_word(data) else None
    lists, side = apart(word.grids if word else grids_of(data, name), table)
    return _File(name, tuple(_sheets(lists, table)), problems=word.problems if word else (), side=side)


def _sheets(grids: Sequence[Grid], table: HeadingTable) -> Iterator[_Sheet]:
    """Every sheet; one without a header may go on with the sheet before it."""
    before: Header | None = None
    for sheet in grids:
        grid = laid_out(sheet, table)
        raw = SheetReader(grid, table).read()
        if not raw.headers and before and goes_on(grid, before):
            raw = SheetReader(grid, table, before).read()
        before = raw.headers[-1] if raw.headers else before
        yield sheet_of(raw, table)


def sheet_of(raw: RawSheet, table: HeadingTable) -> _Sheet:
    kind = sheet_kind(raw, table.headings)
    items = [sorted_out(item, table.headings) for item in raw.items]
    items = [replace(item, kind=item.kind if item.kind.known else kind) for item in items]
    return _Sheet(raw, tuple(_filled_down(items, table.headings)))


def _filled_down(items: list[Item], headings: Headings) -> list[Item]:
    """A type that stands only at the first of its items holds for those below it."""
    typed = sum(item.own.first("type") is not None for item in items)
    if not typed or typed >= _FEW * len(items):
        return items
    filled, kind = [], items[0].kind
    for item in items:
        kind = type_of(item, headings) if item.own.first("type") else kind
        filled.append(replace(item, kind=kind))
    return filled


def _sheet_problems(file: _File, headings: Headings, typed: set[int]) -> list[Problem]:
    if file.duplicate_of:
        return [problem("duplicate-file", Source(file.name), file=file.name, other=file.duplicate_of)]
    return [
        *file.problems,
        *(found for sheet in file.sheets for found in _problems_of(sheet, headings, typed)),
    ]


def _problems_of(sheet: _Sheet, headings: Headings, typed: set[int]) -> list[Problem]:
    raw = sheet.raw
    place = _place_of(sheet)
    if not raw.headers and sheet.items:
        return [problem("header-from-before", place)]
    if not raw.headers:
        return [problem("no-header", place)] if raw.widest >= 3 and raw.texts >= 2 else []
    found = [] if sheet.items else [problem("no-items", place)]
    nameless = [item for item in sheet.items if not item.name]
    found += [problem("name-missing", next(iter(_cells(item))).source) for item in nameless]
    found += [problem("name-missing-joined", one.source, number=one.text) for one in raw.joined]
    untyped = [item for item in sheet.items if item.name and not type_of(item, headings).known]
    untyped = [item for item in untyped if not item.own.first("type") and id(item) not in typed]
    if untyped:
        found.append(problem("type-missing", place, count=len(untyped)))
    return found


def _place_of(sheet: _Sheet) -> Source:
    """The cell that stands for the sheet: where its header begins, else its first text."""
    raw = sheet.raw
    if raw.headers:
        return Source(raw.file, raw.sheet, _cell_of(sheet, raw.headers[0].first, 0))
    if raw.notes:
        return raw.notes[0].source
    return next(iter(_cells(sheet.items[0]))).source if sheet.items else Source(raw.file, raw.sheet)


def _cells(item: Item) -> Iterator[Cell]:
    for row in item.rows:
        for cells in row.cells.values():
            yield from cells
    yield from item.kept


def _report(file: _File, tables: Tables, headings: Headings) -> FileReport:
    by_sheet: dict[str, list[Problem]] = {}
    for found in tables.problems:
        if found.source.file == file.name:
            by_sheet.setdefault(found.source.sheet, []).append(found)
    sheets = tuple(_sheet_report(sheet, by_sheet.get(sheet.raw.sheet, []), headings) for sheet in file.sheets)
    return FileReport(file.name, file.duplicate_of, sheets)


def _sheet_report(sheet: _Sheet, problems: list[Problem], headings: Headings) -> SheetReport:
    named = [item for item in sheet.items if item.name]
    types = Counter(type for item in named if (type := type_of(item, headings).type))
    subs = sum(row.sub and bool(row.cells.get("basis")) for item in named for row in item.rows)
    first = sheet.raw.headers[0].first + 1 if sheet.raw.headers else None
    return SheetReport(
        sheet.raw.sheet, first, len(named), subs, dict(types), tuple(problems), _unknown(sheet)
    )


def _unknown(sheet: _Sheet) -> tuple[UnknownColumn, ...]:
    """The columns that are kept as they are, each with what stands in it first."""
    kept = [cell for item in sheet.items for cell in item.kept]
    samples: dict[str, list[str]] = {}
    for cell in kept:
        texts = samples.setdefault(cell.heading, [])
        if len(texts) < _SAMPLES and cell.raw.strip() not in texts:
            texts.append(cell.raw.strip())
    return tuple(
        UnknownColumn(head.heading, _cell_of(sheet, header.last, head.index), tuple(samples[head.heading]))
        for header in sheet.raw.headers[:1]
        for head in header.columns
        if head.field == KEPT and head.heading in samples
    )


def _cell_of(sheet: _Sheet, row: int, column: int) -> str:
    return sheet.raw.cell(row, column)
