"""The cells of one item as the fields of its power; what cannot be read stays as text, and is told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from powerlist.formats.cells.limits import parse_limits
from powerlist.formats.cells.text import flat
from powerlist.formats.cells.values import (
    dispositions_of,
    documents_of,
    fee_of,
    item_type_of,
    kind_of,
    levels_of,
    names_of,
    phones_of,
    says_nothing,
)
from powerlist.formats.items import Row
from powerlist.formats.raw import Cell
from powerlist.formats.tables import Tables
from powerlist.practice.headings import Headings

Reader = Callable[[str, Headings], Any]

_PLAIN = ("number", "exercised_by", "exercise_scope", "output", "relief", "note")
_LISTS = ("counterparties",)
_WORDS: dict[str, Reader] = {"disposition": dispositions_of, "item_type": item_type_of}


@dataclass
class Fields:
    """Values by field of Power, the cell of each, and the cells that stay as text."""

    values: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    kept: list[Cell] = field(default_factory=list)

    def put(self, name: str, value: Any, cell: Cell) -> None:
        """A field that was read."""
        self.values[name], self.cells[name] = value, cell


def read_fields(row: Row, tables: Tables) -> Fields:
    """What the row says of the power itself, without units and children."""
    found = Fields()
    for name, cells in row.cells.items():
        cells = tuple(cell for cell in cells if not _says_nothing(name, cell, tables.headings))
        if cells:
            _read(name, cells, found, tables)
    return found


def _says_nothing(name: str, cell: Cell, headings: Headings) -> bool:
    return name != "fee" and says_nothing(cell.raw, headings)


def _read(name: str, cells: tuple[Cell, ...], found: Fields, tables: Tables) -> None:
    cell, headings = cells[0], tables.headings
    if name in _PLAIN:
        found.put(name, "；".join(dict.fromkeys(flat(one.raw) for one in cells)), cell)
    elif name in _LISTS:
        found.put(name, tuple(dict.fromkeys(n for one in cells for n in names_of(one.raw, headings))), cell)
    elif name in _WORDS:
        _put_or_keep(name, _WORDS[name](cell.raw, headings), cell, found, tables)
    elif name == "documents":
        found.put(name, tuple(document for one in cells for document in documents_of(one.raw)), cell)
    elif name == "fee":
        _fee(cells, found, headings)
    elif name == "oversight_phones":
        phones = tuple(dict.fromkeys(phone for one in cells for phone in phones_of(one.raw)))
        _put_or_keep(name, phones or None, cell, found, tables)
    elif name in ("statutory_limit", "promised_limit", "limits"):
        for one in cells:
            _limits(name, one, found, tables)
    elif name == "exercise_level":
        _level(cell, found, tables)
    elif name == "type" and not kind_of(cell.raw, headings).known:
        found.kept.append(cell)
        tables.trouble("type-unknown", cell, text=flat(cell.raw))


def _put_or_keep(name: str, value: Any, cell: Cell, found: Fields, tables: Tables) -> None:
    if value is None:
        found.kept.append(cell)
        tables.trouble("value-unknown", cell, heading=cell.heading, text=flat(cell.raw))
    else:
        found.put(name, value, cell)


def _fee(cells: tuple[Cell, ...], found: Fields, headings: Headings) -> None:
    """是 in one column and the standard in another are one fee."""
    fees = [(fee_of(cell.raw, headings), cell) for cell in cells]
    fee, cell = max(fees, key=lambda pair: (pair[0].charged, bool(pair[0].standard)))
    found.put("fee", fee, cell)


def _limits(name: str, cell: Cell, found: Fields, tables: Tables) -> None:
    """A limit without a word for its role has its column's; 办理时限 alone is what the bureau promises."""
    limits = parse_limits(cell.raw, tables.headings, cell.heading)
    own = "statutory_limit" if name == "statutory_limit" else "promised_limit"
    for target, limit in (
        ("statutory_limit", limits.statutory),
        ("promised_limit", limits.promised),
        (own, limits.plain),
    ):
        if limit is not None:
            found.put(target, limit, cell)
    if not limits.readable:
        found.kept.append(cell)
        tables.trouble("limit-unreadable", cell, text=flat(cell.raw))


def _level(cell: Cell, found: Fields, tables: Tables) -> None:
    levels = levels_of(cell.raw, tables.headings)
    if len(levels) == 1:
        found.put("exercise_level", levels[0], cell)
    else:
        found.values.setdefault("exercise_scope", flat(cell.raw))
        found.cells.setdefault("exercise_scope", cell)
    if not levels:
        tables.trouble("value-unknown", cell, heading=cell.heading, text=flat(cell.raw))
