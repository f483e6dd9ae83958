"""What the sheets and columns of the tool's own workbook are called, as data."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from powerlist.i18n import Text
from powerlist.model.entity import Entity
from powerlist.model.organisation import Authority
from powerlist.model.register import KINDS

_FILE = Path(__file__).parent / "columns.yaml"
_LAST = ("valid_from", "valid_to", "state", "confirmed_by", "confirmed_on")
MODELS: dict[str, type[Entity]] = {Authority.kind: Authority, **KINDS}


@dataclass(frozen=True)
class Column:
    """One column: its heading, an example, and the field that it is of each kind on its sheet."""

    text: Text
    example: str
    fields: dict[str, str]

    @property
    def keeps_books(self) -> bool:
        """Whether it says something about the row rather than about the bureau."""
        return bool(set(self.fields.values()) & set(_LAST))


@dataclass(frozen=True)
class SheetPlan:
    """One sheet: its name, the kinds of its rows, and its columns in their order."""

    text: Text
    kinds: tuple[str, ...]
    columns: tuple[Column, ...]

    def column_of(self, kind: str, field: str) -> int:
        """The place of a field's column; the first where the field has none."""
        places = (place for place, one in enumerate(self.columns) if one.fields.get(kind) == field)
        return next(places, 0)


@dataclass(frozen=True)
class Words:
    """The whole table: sheets, the heading of the column of kinds, the words of states and of parts."""

    sheets: tuple[SheetPlan, ...]
    kind: Text
    states: dict[str, Text]
    parts: dict[str, tuple[str, ...]]


@cache
def load_columns() -> Words:
    """The table of columns.yaml, put together with the fields of the model."""
    data: dict[str, Any] = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    sheets = tuple(_sheet(row, data) for row in data["sheets"])
    states = {key: Text(*words) for key, words in data["states"].items()}
    parts = {name: tuple(words) for name, words in data["parts"].items()}
    return Words(sheets, Text(*data["kind"][:2]), states, parts)


def _sheet(row: dict[str, Any], data: dict[str, Any]) -> SheetPlan:
    kinds = tuple(row["kinds"])
    found: dict[str, Column] = {}
    if len(kinds) > 1:
        labels = "、".join(MODELS[kind].label.zh for kind in kinds)
        found[""] = Column(Text(*data["kind"][:2]), labels, {})
    for late in (False, True):
        for kind in kinds:
            for field, (zh, en, example) in _named(kind, data["fields"], late):
                known = found.get(zh, Column(Text(zh, en), example, {}))
                found[zh] = Column(known.text, known.example, {**known.fields, kind: field})
    return SheetPlan(Text(row["zh"], row["en"]), kinds, tuple(found.values()))


def _named(kind: str, fields: dict[str, Any], late: bool) -> Iterator[tuple[str, list[str]]]:
    """The fields of a kind with their words: what people write first, then what keeps the books."""
    known = {**fields["common"], **fields[kind]}
    for field in MODELS[kind].model_fields:
        if (field in _LAST) is late:
            yield field, known[field]
