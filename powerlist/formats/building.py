"""Groups of items become a register."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from powerlist.formats.cells.text import flat
from powerlist.formats.cells.values import numbered_names
from powerlist.formats.children import Children, unit_ids
from powerlist.formats.fields import Fields, read_fields
from powerlist.formats.items import Item, Row
from powerlist.formats.matching import Group, type_of
from powerlist.formats.raw import CHILD_FIELDS, Cell
from powerlist.formats.tables import Tables
from powerlist.model.codes import PowerType
from powerlist.model.identity import child_id, squeezed
from powerlist.model.power import Column, Power, SubItem
from powerlist.practice import Practice

_SCALARS_APART = frozenset(("number", "documents"))  # may differ between two lists of one bureau
_MOST_WORDS = 4096  # stage words kept in mind
_NAMES = ("name", "code", "type", "units", "supporting_units", "sub_item", "sub_item_code")


def build(groups: Sequence[Group], tables: Tables, practice: Practice) -> None:
    """Fill the tables with every power of the groups and all that belongs to it."""
    _tell_repeated_codes(groups, tables)
    tables.taken |= {group.id for group in groups}
    stage_of = lru_cache(maxsize=_MOST_WORDS)(practice.stages.key_of)
    for group in groups:
        _power(group, tables, stage_of)


def _power(group: Group, tables: Tables, stage_of: Callable[[str, PowerType | None], str | None]) -> None:
    fields = _merged_fields(group, tables)
    kept = [*fields.kept]
    own = [item.own for item in group.items]
    units = tuple(dict.fromkeys(id for row in own for id in unit_ids(tables, row, "units")))
    children = Children(tables, group.id, units, lambda word: stage_of(word, group.type), kept)
    for item in group.items:
        _rows(item, children, tables)
    kept += [cell for item in group.items for cell in item.kept]
    kinds = [type_of(item, tables.headings) for item in group.items]
    power = Power(
        id=group.id,
        name=group.items[0].name,
        code=group.code,
        type=group.type,
        group=next((kind.group for kind in kinds if kind.group), None),
        units=units,
        supporting_units=tuple(
            dict.fromkeys(id for row in own for id in unit_ids(tables, row, "supporting_units"))
        ),
        columns=tuple(dict.fromkeys(Column(heading=cell.heading, text=flat(cell.raw)) for cell in kept)),
        **fields.values,
    )
    tables.add(power)
    _trace(power, own, fields, kept, tables)


def _merged_fields(group: Group, tables: Tables) -> Fields:
    """The fields of the first list that has them; another list's other value is told."""
    merged = Fields()
    for item in group.items:
        found = read_fields(item.own, tables)
        merged.kept += found.kept
        for name, value in found.values.items():
            if name not in merged.values:
                merged.put(name, value, found.cells[name])
            elif merged.values[name] != value and name not in _SCALARS_APART:
                _clash(group, found.cells[name], merged.cells[name], tables)
    for field in ("name", "code", "type"):
        cells = [cell for item in group.items if (cell := item.own.first(field))]
        for cell in cells[1:]:
            if squeezed(cell.raw) != squeezed(cells[0].raw):
                _clash(group, cell, cells[0], tables)
    return merged


def _clash(group: Group, cell: Cell, first: Cell, tables: Tables) -> None:
    tables.trouble("clash", cell, name=group.items[0].name, heading=cell.heading, other=str(first.source))


def _rows(item: Item, children: Children, tables: Tables) -> None:
    own = item.own
    children.read(own, own, None)
    if len(item.rows) == 1 or not any(row.sub for row in item.rows):
        for sub in own.cells.get("sub_item", ()):
            for number, name in numbered_names(sub.raw, tables.headings):
                _sub_item(children.power, name, number, own, sub, tables)
    for row in item.rows[1:]:
        sub_item = _sub_row(children, row, tables) if row.sub else None
        children.read(row, own if row.sub else row, sub_item)


def _sub_row(children: Children, row: Row, tables: Tables) -> str:
    """The sub-item that a row carries, with or without a name."""
    cell = row.first("sub_item")
    if cell and tables.headings.among("nothing", flat(cell.raw)):
        cell = None
    anchor = cell or row.first("basis") or next(iter(next(iter(row.cells.values()))))
    for field, cells in row.cells.items():
        if field not in CHILD_FIELDS and field not in ("sub_item", "sub_item_code", "number", "code", "name"):
            for one in cells:
                children.kept.append(one)
                tables.trouble("sub-item-value", one, heading=one.heading)
    number = row.first("number")
    mark, name = next(iter(numbered_names(cell.raw, tables.headings)), ("", "")) if cell else ("", "")
    return _sub_item(children.power, name, flat(number.raw) if number else mark, row, anchor, tables)


def _sub_item(power: str, name: str, number: str, row: Row, anchor: Cell, tables: Tables) -> str:
    """Its id; a second list that names the same sub-item adds nothing."""
    wanted = child_id(power, "sub_item", name or flat(anchor.raw), ())
    if name and wanted in tables.taken:
        return wanted
    code = row.first("sub_item_code") or (row.first("code") if row.sub else None)
    sub = SubItem(
        id=tables.free(wanted),
        power=power,
        name=name,
        code="".join(flat(code.raw).split()) if code else "",
        number=number,
    )
    return tables.add(sub, name=anchor, code=code)


def _trace(power: Power, own: Iterable[Row], fields: Fields, kept: Iterable[Cell], tables: Tables) -> None:
    for row in own:
        for field in _NAMES:
            tables.trace(power.id, field, row.first(field))
        for field, cells in row.cells.items():
            tables.trace(power.id, field, cells[0])
    for field, cell in fields.cells.items():
        tables.trace(power.id, field, cell)
    for cell in kept:
        tables.trace(power.id, f"columns:{cell.heading}", cell)


def _tell_repeated_codes(groups: Sequence[Group], tables: Tables) -> None:
    by_code: dict[str, list[Cell]] = {}
    for group in groups:
        cell = next((cell for item in group.items if (cell := item.own.first("code"))), None)
        if cell and group.code:
            by_code.setdefault(squeezed(group.code), []).append(cell)
    for cells in by_code.values():
        for cell in cells[1:]:
            places = "、".join(str(other.source) for other in cells if other is not cell)
            tables.trouble("code-repeated", cell, code=flat(cell.raw), places=places)
