"""Other people's forms: a register written into a blank or last year's workbook, in its own shape."""

import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from powerlist.errors import InputError, UsageError
from powerlist.formats.excel import checked_map
from powerlist.formats.forms.card_sheets import CardFilling
from powerlist.formats.forms.checking import Different, differences
from powerlist.formats.forms.choosing import Chosen, Entry, FormPowers, choose, paired
from powerlist.formats.forms.fixed import name_authority, show_formulas
from powerlist.formats.forms.laying import Laying, is_untouched
from powerlist.formats.forms.left_out import LeftOut, left_out
from powerlist.formats.forms.opening import OpenForm, open_form
from powerlist.formats.forms.reading import Block, FormSheet, read_form
from powerlist.formats.forms.relaying import relay
from powerlist.formats.forms.shipped import form_path
from powerlist.formats.forms.telling import Telling, kept_under
from powerlist.formats.forms.words import Wording
from powerlist.formats.header import KEPT, HeadingTable
from powerlist.i18n import Text
from powerlist.model.power import Power
from powerlist.model.register import Register
from powerlist.practice import Practice, load
from powerlist.practice.headings import Headings, load_headings
from powerlist.resources import write_whole

_NO_HEAD = Text(
    "表样里找不到认得的表头。表头（或卡片）须有事项名称一栏（如{names}）和至少另一栏（如{others}）；"
    "别的叫法可用栏目对照表说明。",
    "no known header was found in the form. It needs a column (or a label) for the name, such as {names}, "
    "and another one, such as {others}; other words can be explained by a column map.",
)
_ITSELF = Text(
    "“{name}”就是表样本身，不能写在它上面。请换一个文件名。",
    "“{name}” is the form itself and is not written over; choose another name.",
)
_SUFFIX = Text(
    "填好的表是.xlsx工作簿，文件名“{name}”请以.xlsx结尾。",
    "a filled form is an .xlsx workbook; let the name “{name}” end in .xlsx.",
)


@dataclass(frozen=True)
class SheetFilled:
    """What was written to one sheet: matters, those that stood there unchanged, columns by heading."""

    sheet: str
    matters: int = 0
    unchanged: int = 0
    filled: tuple[tuple[str, int], ...] = ()  # heading and how many matters have something there
    blank: tuple[str, ...] = ()  # headings with nothing under them
    unknown: tuple[str, ...] = ()  # of these, the ones that no field is known for


@dataclass(frozen=True)
class Filled:
    """A filled form: the bytes of the .xlsx, and what was and was not written."""

    data: bytes
    form: str
    sheets: tuple[SheetFilled, ...] = ()
    homeless: tuple[Power, ...] = ()  # no sheet or section takes their type
    gone: tuple[str, ...] = ()  # stood on the form and are not in the register
    drafts: int = 0  # things that are only drafted, and were not written
    left_out: tuple[LeftOut, ...] = ()  # what the register says and no column takes
    different: tuple[Different, ...] = ()  # what reads back differently
    notes: tuple[Text, ...] = field(default=())

    @property
    def matters(self) -> int:
        """How many rows or cards of matters were written."""
        return sum(sheet.matters for sheet in self.sheets)


def fill_form(
    register: Register,
    form: Path | str,
    *,
    practice: Practice | None = None,
    column_map: Mapping[str, str] | None = None,
) -> Filled:
    """Fill a form: a path, or the name of a shipped one (14列, columns; 卡片, card). The form is only read.

    What is only drafted is not written. `column_map` explains the form's headings ({heading: field}). Raises
    InputError for a form that cannot be used, UsageError for a name or field that is none.
    """
    opened = open_form(form_path(form))
    headings = load_headings()
    table = HeadingTable.of(headings, checked_map(column_map, headings))
    practice = practice or load()
    stated = register.stated()
    drafts = sum(1 for _ in register.entities()) - sum(1 for _ in stated.entities())
    sheets = read_form(opened.grids, [opened.page(grid).max_row for grid in opened.grids], table)
    if not any(sheet.blocks or sheet.cards for sheet in sheets):
        raise InputError(opened.name, _no_head(table))
    return _filled(
        opened, sheets, Wording(Telling.of(stated, practice.stages), headings, practice), table, drafts
    )


def save_form(register: Register, form: Path | str, out: Path, **options: Any) -> Filled:
    """Fill a form and write it to `out`, whole or not at all; `options` are those of `fill_form`."""
    source = form_path(form)
    if out.exists() and source.exists() and out.samefile(source):
        raise UsageError(_ITSELF.fill(name=out.name))
    if out.suffix.lower() != ".xlsx":
        raise UsageError(_SUFFIX.fill(name=out.name))
    filled = fill_form(register, form, **options)
    write_whole(out, filled.data)
    return filled


def _no_head(table: HeadingTable) -> Text:
    fields = table.headings.fields
    names = "、".join(fields["name"][:4])
    others = "、".join(
        fields[field][0] for field in ("number", "type", "basis", "units", "duties", "grounds")
    )
    return _NO_HEAD.fill(names=names, others=others)


def _filled(
    opened: OpenForm, sheets: list[FormSheet], wording: Wording, table: HeadingTable, drafts: int
) -> Filled:
    told = wording.told
    form = FormPowers.of(sheets, table, wording.practice)
    blocks = [block for sheet in sheets for block in sheet.blocks]
    chosen = choose(told, form, blocks, table.headings)
    for sheet in sheets:
        page = opened.page(sheet.grid)
        show_formulas(page, sheet)
        if sheet.blocks and not sheet.cards and not is_untouched(sheet, chosen):
            relay(page, Laying(sheet, chosen, wording).lay(page.max_row))
    CardFilling(opened, chosen, wording).fill(sheets)
    name_authority(opened, told.register.authority.name)
    buffer = io.BytesIO()
    opened.book.save(buffer)
    data = buffer.getvalue()
    known = {*paired(told.register, form.told.register).values()}
    return Filled(
        data,
        opened.name,
        tuple(_sheet_filled(sheet, chosen, told, table.headings) for sheet in sheets if sheet.blocks),
        tuple(chosen.homeless),
        tuple(power.name for power in form.told.register.powers if power.id not in known),
        drafts,
        left_out(told, blocks, chosen, table.headings),
        differences(data, told, blocks, chosen, table, wording.practice),
        tuple(opened.notes),
    )


def _sheet_filled(sheet: FormSheet, chosen: Chosen, told: Telling, headings: Headings) -> SheetFilled:
    entries = [(block, entry) for block in sheet.blocks for entry in chosen.entries[id(block)]]
    counts: Counter[str] = Counter()
    unknown: dict[str, None] = {}
    for block in sheet.blocks:
        counts.update({head.heading: 0 for head in block.layout.header.columns if sheet.headed(head)})
        unknown |= {head.heading: None for head in block.layout.header.columns if head.field == KEPT}
    for block, entry in entries:
        counts.update(_said_under(block, entry, told, headings))
    same = sum(entry.same for _, entry in entries)
    filled = tuple((heading, count) for heading, count in counts.items() if count)
    blank = tuple(heading for heading, count in counts.items() if not count)
    return SheetFilled(
        sheet.grid.sheet, len(entries), same, filled, blank, tuple(one for one in unknown if one in blank)
    )


def _said_under(block: Block, entry: Entry, told: Telling, headings: Headings) -> dict[str, int]:
    """The headings under which a matter has something."""
    fields = tuple(block.layout.columns)
    return {
        head.heading: 1
        for head in block.layout.header.columns
        if kept_under(entry.matter.power, head, headings)
        or (head.field and told.said(entry.matter, head.field, fields))
        or (head.field == "number" and entry.number)
    }
