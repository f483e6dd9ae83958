"""The tool's own workbook as a register, each field with its cell as origin."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from powerlist.errors import InputError, InputErrors
from powerlist.formats.grid import Grid
from powerlist.formats.integrity import faults_of
from powerlist.formats.own_workbook.building import Builder, Row
from powerlist.formats.own_workbook.mark import MARK, PARCEL, VERSION, WORKBOOK
from powerlist.formats.own_workbook.sheets import Lines, lines_of
from powerlist.formats.reading import FileReport, Reading, SheetReport
from powerlist.formats.workbook import grids_of, load_bytes
from powerlist.i18n import Text
from powerlist.model.entity import Entity
from powerlist.model.organisation import Authority
from powerlist.model.power import Power
from powerlist.model.register import KINDS, Origins, Register
from powerlist.model.severity import Severity
from powerlist.model.source import Origin, Problem
from powerlist.practice.columns import load_columns

_NEWER = Text(
    "是较新版本的程序写的。请先升级本程序。", "it was written by a newer version; update this program first."
)
_A_PARCEL = Text(
    "是分发给科室的填报表，不是整本清单。请用 collect 汇总。",
    "it holds the sheets of one unit, not a whole list; use collect.",
)
_DAMAGED = Text(
    "缺少本工具的标记。请用原来的工作簿重新填写。",
    "the mark of this program is damaged; start from the original.",
)
_NO_AUTHORITY = Text(
    "“机构岗位”表没有类别为“实施主体”的行。请补上一行。",
    "the sheet 机构岗位 has no row of the kind 实施主体; add one.",
)
_TWO = Text("“实施主体”写了不止一行。请只留一行。", "there is more than one 实施主体; keep one row.")


def read_own(path: Path) -> Reading:
    """The register of the tool's own workbook.

    Raises InputErrors with every fault at once, each with its cell.
    """
    grids = grids_of(load_bytes(path), path.name)
    check_mark(grids, path.name, WORKBOOK)
    lines = lines_of(grids)
    builder = Builder(problems=[p for p in lines.problems if p.severity is Severity.ERROR])
    rows = builder.identified(lines.rows)
    entities = [entity for row in rows if (entity := builder.built(row))]
    stop_at([*builder.problems, *_one_authority(rows, path.name)])
    register = _register(entities, _origins(rows))
    stop_at(faults_of(register))
    hints = tuple(p for p in lines.problems if p.severity is not Severity.ERROR)
    return Reading(register, hints, (_report(path.name, lines, register),))


def check_mark(grids: Sequence[Grid], file: str, wanted: str) -> dict[str, str]:
    """What the hidden sheet says; raises InputError unless it says that this is a `wanted` of our version."""
    sheet = next((grid for grid in grids if grid.sheet == MARK), None)
    said = {grid_row[0]: grid_row[1] for grid_row in (sheet.rows if sheet else ()) if len(grid_row) > 1}
    mark = next((name for name in (WORKBOOK, PARCEL) if name in said), None)
    if mark is None or not said[mark].isdigit():
        raise InputError(file, _DAMAGED)
    if int(said[mark]) > VERSION:
        raise InputError(file, _NEWER)
    if mark == PARCEL and wanted == WORKBOOK:
        raise InputError(file, _A_PARCEL)
    return said


def stop_at(problems: Sequence[Problem]) -> None:
    """Raise what makes a file unusable, all at once."""
    faults = [
        InputError(p.source.file, p.text, f"{p.source.sheet}!{p.source.cell}".strip("!")) for p in problems
    ]
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise InputErrors(faults)


def _one_authority(rows: Sequence[Row], file: str) -> list[Problem]:
    found = [row for row in rows if row.line.kind == Authority.kind]
    if len(found) == 1:
        return []
    if not found:
        raise InputError(file, _NO_AUTHORITY)
    return [Problem("authority-twice", _TWO, found[1].line.source, Severity.ERROR)]


def _register(entities: Sequence[Entity], origins: Origins) -> Register:
    tables: dict[str, list[Entity]] = {kind.table: [] for kind in KINDS.values()}
    (authority,) = (entity for entity in entities if isinstance(entity, Authority))
    for entity in entities:
        if entity is not authority:
            tables[entity.table].append(entity)
    return Register.model_validate({"authority": authority, "origins": origins, **tables})


def _origins(rows: Sequence[Row]) -> Origins:
    found = {(row.id, ""): Origin(row.line.source) for row in rows}
    for row in rows:
        for name, (text, source) in row.line.cells.items():
            if name != "id":
                found[row.id, name] = Origin(source, text)
    return found


def _report(file: str, lines: Lines, register: Register) -> FileReport:
    """What was found on the sheet of powers; what other sheets have is no item of a list."""
    plan = next(plan for plan in load_columns().sheets if Power.kind in plan.kinds)
    told = tuple(p for p in lines.problems if p.source.sheet == plan.text.zh)
    types = Counter(power.type for power in register.powers if power.type)
    founded = {basis.owner for basis in register.bases}
    counts = (len(register.powers), sum(one.id in founded for one in register.sub_items))
    return FileReport(file, sheets=(SheetReport(plan.text.zh, 1, *counts, dict(types), told),))
