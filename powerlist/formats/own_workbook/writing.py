"""A register as the tool's own workbook, and the empty one to begin with."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from powerlist.errors import InputError
from powerlist.formats.grid import cell_name
from powerlist.formats.own_workbook.cells import written
from powerlist.formats.own_workbook.guide import write_guide
from powerlist.formats.own_workbook.look import Look
from powerlist.formats.own_workbook.mark import MARK, VERSION, WORKBOOK
from powerlist.formats.own_workbook.names import Names
from powerlist.i18n import Text
from powerlist.model.entity import Entity
from powerlist.model.register import Register
from powerlist.practice.columns import SheetPlan, load_columns
from powerlist.resources import write_whole

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

LONGEST = 32_767  # letters that a cell holds
_MOST_ROWS = 1_048_576
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MADE = datetime(2026, 1, 1)  # the same register gives the same bytes
_TOO_LONG = Text(
    "“{title}”的“{column}”有{count}字，超过单元格的上限{most}字。请缩短，或另存为.yaml、.jsonl。",
    "“{title}”: {column} has {count} letters, more than the {most} that a cell holds; "
    "shorten it, or save as .yaml or .jsonl.",
)
_ODD = Text(
    "“{title}”的“{column}”含有工作簿不能保存的字符。请删去，或另存为.yaml、.jsonl。",
    "“{title}”: {column} has a character that no workbook can hold; delete it, or save as .yaml or .jsonl.",
)
_TOO_MANY = Text(
    "有{count}行，超过工作表的上限{most}行。请另存为.jsonl。",
    "there are {count} rows, more than the {most} that a sheet holds; save as .jsonl.",
)


@dataclass(frozen=True)
class Order:
    """What workbook is wanted: its mark, whether ids are locked, what else its hidden sheet says."""

    mark: str = WORKBOOK
    locked: bool = False
    facts: Sequence[tuple[str, str]] = ()
    plans: Sequence[SheetPlan] = field(default_factory=lambda: load_columns().sheets)


def write_workbook(register: Register, path: Path) -> None:
    """Write the register as the tool's own workbook, whole or not at all."""
    write_whole(path, workbook_of(register.tables(), Names.of(register.entities())))


def write_template(path: Path) -> None:
    """Write an empty workbook to fill in."""
    write_whole(path, workbook_of({}, Names()))


def workbook_of(tables: Mapping[str, Sequence[Entity]], names: Names, order: Order | None = None) -> bytes:
    """These things as a workbook; `names` says what the things are called that they refer to."""
    import xlsxwriter  # type: ignore[import-untyped]  # here, because only writing needs it

    order = order or Order()
    rows = {entity.kind: table for table in tables.values() for entity in table[:1]}
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {**_OPTIONS, "in_memory": True}) as book:
        book.set_properties({"created": _MADE, "title": "权责清单工作簿", "comments": "powerlist"})
        look = Look(book, {kind: names.called(kind) for kind in ("post", "unit")})
        write_guide(book, parcel=order.mark != WORKBOOK)
        for plan in order.plans:
            page = book.add_worksheet(plan.text.zh)
            entities = [entity for kind in plan.kinds for entity in rows.get(kind, ())]
            _fill(page, plan, entities, names, look)
            look.dress(page, plan, len(entities), locked=order.locked)
        _hidden(book.add_worksheet(MARK), order, look)
    return buffer.getvalue()


def texts_of(entity: Entity, plan: SheetPlan, names: Names) -> Iterator[str]:
    """The cells of a row, one for each column of the sheet."""
    for column in plan.columns:
        if not column.fields:
            yield entity.label.zh
        elif own := column.fields.get(entity.kind):
            yield written(entity, own, names)
        else:
            yield ""


def _fill(page: "Worksheet", plan: SheetPlan, entities: Sequence[Entity], names: Names, look: Look) -> None:
    if len(entities) >= _MOST_ROWS:
        raise InputError(plan.text.zh, _TOO_MANY.fill(count=len(entities), most=_MOST_ROWS - 1))
    for row, entity in enumerate(entities, start=1):
        for place, text in enumerate(texts_of(entity, plan, names)):
            style = look.id if "id" in plan.columns[place].fields.values() else look.cell
            if text:
                _check(text, entity, plan, row, place)
                page.write_string(row, place, text, style)
            else:
                page.write_blank(row, place, None, style)


def _check(text: str, entity: Entity, plan: SheetPlan, row: int, place: int) -> None:
    what = {"title": entity.title[:30], "column": plan.columns[place].text}
    cell = f"{plan.text.zh}!{cell_name(row, place)}"
    # A workbook counts letters beyond the basic plane twice and writes control characters as seven.
    size = len(text.encode("utf-16-le")) // 2
    if size > LONGEST:
        raise InputError(plan.text.zh, _TOO_LONG.fill(count=size, most=LONGEST, **what), cell)
    if "\ufffe" in text or "\uffff" in text:
        raise InputError(plan.text.zh, _ODD.fill(**what), cell)


def _hidden(page: "Worksheet", order: Order, look: Look) -> None:
    facts = [(order.mark, str(VERSION)), *order.facts]
    for row, (name, value) in enumerate(facts):
        page.write_string(row, 0, name)
        page.write_string(row, 1, value)
    look.write_lists(page)
    page.very_hidden()
