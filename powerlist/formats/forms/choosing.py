"""Which matter goes where on a form: where it stood, else on the sheet or under the line of its type."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from powerlist.formats.building import build
from powerlist.formats.excel import sheet_of
from powerlist.formats.forms.reading import Block, FormSheet, Held
from powerlist.formats.forms.telling import Matter, Telling, kept_under
from powerlist.formats.header import KEPT, HeadingTable
from powerlist.formats.items import Item
from powerlist.formats.layout import Layout
from powerlist.formats.matching import grouped
from powerlist.formats.raw import RawItem
from powerlist.formats.tables import Tables
from powerlist.model.power import Power
from powerlist.model.register import Register
from powerlist.model.source import Origin, Source
from powerlist.practice import Practice
from powerlist.practice.headings import Headings, squeezed


@dataclass(frozen=True)
class FormPowers:
    """The register that stands on a form, and which power each of its items is."""

    told: Telling
    of_item: dict[int, str]  # id() of a raw item and the power's id

    @classmethod
    def of(cls, sheets: Sequence[FormSheet], table: HeadingTable, practice: Practice) -> "FormPowers":
        """Read the form as a list."""
        raws: list[RawItem] = []
        items: list[Item] = []
        for sheet in sheets:
            read = sheet_of(sheet.raw, table)
            if sheet.blank:
                continue
            raws += sheet.raw.items
            items += read.items
        tables = Tables(table.headings)
        groups = grouped([item for item in items if item.name], table.headings)
        build(groups, tables, practice)
        places = {id(item): raw for item, raw in zip(items, raws, strict=True)}
        of_item = {id(places[id(item)]): group.id for group in groups for item in group.items}
        register = tables.register("", Origin(Source("")))
        return cls(Telling.of(register, practice.stages), of_item)


@dataclass
class Entry:
    """A matter in a block: where it stood, and whether nothing about it has changed there."""

    matter: Matter
    held: Held | None = None
    same: bool = False
    number: str | None = None  # where the form is numbered anew


@dataclass
class Chosen:
    """The entries of each block by its id(), and the powers that found no place."""

    entries: dict[int, list[Entry]] = field(default_factory=dict)
    homeless: list[Power] = field(default_factory=list)


def choose(told: Telling, form: FormPowers, blocks: Sequence[Block], headings: Headings) -> Chosen:
    """Give every power of the register its blocks."""
    known = paired(told.register, form.told.register)
    holds: dict[str, list[tuple[Block, Held]]] = {}
    for block in blocks:
        for held in block.items:
            held.power = form.of_item.get(id(held.raw), "")
            holds.setdefault(held.power, []).append((block, held))
    chosen = Chosen({id(block): [] for block in blocks})
    twins = _twins(blocks)
    for matter in told.matters.values():
        was = known.get(matter.power.id, "")
        before = form.told.matters.get(was)
        stays = before is not None and before.power.type is matter.power.type
        places = [(b, h) for b, h in holds.get(was, ()) if was and (stays or _may_stay(b, matter.power))]
        for block, held in places:
            same = before is not None and unchanged(told, matter, form.told, before, block.layout, headings)
            chosen.entries[id(block)].append(Entry(matter, held, same))
        if not places:
            for block in _home(matter.power, blocks, twins):
                chosen.entries[id(block)].append(Entry(matter))
                places.append((block, Held(RawItem(block.layout.header, block.kind), [])))
        if not places:
            chosen.homeless.append(matter.power)
    for block in blocks:
        _number(chosen.entries[id(block)], told, block.layout)
    return chosen


def paired(register: Register, form: Register) -> dict[str, str]:
    """The power of the form that each power of the register is: by id, code, type and name, then name."""
    names: dict[str, str] = {}
    free = {power.id: power for power in form.powers}
    for key in (_id, _code, _typed, _name):
        keys = Counter(key(power) for power in free.values())
        theirs = {key(power): power.id for power in free.values() if keys[key(power)] == 1 and key(power)}
        ours = Counter(key(power) for power in register.powers if power.id not in names)
        for power in register.powers:
            if power.id not in names and ours[key(power)] == 1 and key(power) in theirs:
                names[power.id] = theirs[key(power)]
                free.pop(names[power.id], None)
    return names


def _id(power: Power) -> str:
    return f"{power.id}\x1f{squeezed(power.name)}"


def _code(power: Power) -> str:
    return squeezed(power.code)


def _typed(power: Power) -> str:
    return f"{power.type}\x1f{squeezed(power.name)}"


def _name(power: Power) -> str:
    return squeezed(power.name)


def unchanged(
    told: Telling, matter: Matter, form: Telling, before: Matter, layout: Layout, headings: Headings
) -> bool:
    """Whether the form already says of a matter, in all its columns, what the register says."""
    fields = tuple(layout.columns)
    for head in layout.header.columns:
        if head.field != KEPT and (told.said(matter, head.field, fields) or ()) != (
            form.said(before, head.field, fields) or ()
        ):
            return False
        if {*kept_under(matter.power, head, headings)} != {*kept_under(before.power, head, headings)}:
            return False
    return True


def _may_stay(block: Block, power: Power) -> bool:
    """Whether the block is still the one of its type; a column of types takes any."""
    return "type" in block.layout.columns or not block.kind.known or _fits(block, power)


def _fits(block: Block, power: Power) -> bool:
    kind = block.kind
    return (kind.type is not None and kind.type is power.type) or (
        kind.type is None and kind.group is not None and kind.group is power.group
    )


def _home(power: Power, blocks: Sequence[Block], twins: dict[int, list[Block]]) -> list[Block]:
    """The first block of its type, else the first for any type; with the tables that list the same powers."""
    fitting = [block for block in blocks if block.kind.known and _fits(block, power)]
    fitting += [block for block in blocks if not block.kind.known]
    return [fitting[0], *twins.get(id(fitting[0]), ())] if fitting else []


def _twins(blocks: Sequence[Block]) -> dict[int, list[Block]]:
    """For each block those that list mostly the same powers again, with other columns."""
    listed = {id(block): {held.power for held in block.items if held.power} for block in blocks}
    where: dict[str, list[Block]] = {}
    for block in blocks:
        for power in listed[id(block)]:
            where.setdefault(power, []).append(block)
    return {id(block): list(_same_powers(block, listed, where)) for block in blocks}


def _same_powers(block: Block, listed: dict[int, set[str]], where: dict[str, list[Block]]) -> Iterator[Block]:
    shared = Counter(id(other) for power in listed[id(block)] for other in where[power] if other is not block)
    seen = {id(other): other for power in listed[id(block)] for other in where[power]}
    for other, count in shared.items():
        if 2 * count >= len(listed[other]):
            yield seen[other]


def _number(entries: Sequence[Entry], told: Telling, layout: Layout) -> None:
    """A column of numbers is numbered anew unless the numbers are all there, or are one list's own."""
    if "number" not in layout.columns or not entries:
        return
    numbers = [entry.matter.power.number for entry in entries]
    sheets = {_sheet_of(told, entry.matter.power) for entry in entries}
    own = len(sheets) == 1 and all(sheets) and any(numbers)
    if own or all(entry.same for entry in entries) or (all(numbers) and len({*numbers}) == len(numbers)):
        return
    for place, entry in enumerate(entries, 1):
        if entry.matter.power.number != str(place):
            entry.number, entry.same = str(place), False


def _sheet_of(told: Telling, power: Power) -> str:
    origin = told.register.origins.get((power.id, "number")) or told.register.origins.get((power.id, ""))
    return f"{origin.source.file}!{origin.source.sheet}" if origin and origin.source.sheet else ""
