"""What differs between two small lists, as notes at the things of one: the column and what stands in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from powerlist.formats.own_workbook.building import column_of
from powerlist.formats.own_workbook.cells import written
from powerlist.formats.own_workbook.names import Names
from powerlist.i18n import Lang, Text
from powerlist.model.entity import Entity
from powerlist.model.register import Register

_NOTE = Text("〔{column}：{value}〕", " [{column}: {value}]")
_EMPTY = Text("未填", "empty")
_LONGEST = 44
_HASH = re.compile("[0-9a-f]{32,}")
_DRAWN = {  # what a sketch shows by itself
    "assignment": ("post", "unit"),
    "control": ("owner",),
    "flow": ("source", "target", "condition"),
    "gateway": ("post", "gateway_kind"),
    "post": ("unit",),
    "step": ("post",),
}
_TITLES = ("id", "name", "text", "event")


def notes(here: Register, there: Register, lang: Lang) -> dict[str, str]:
    """By id, what stands in the fields of `here` that `there` has otherwise; of things in both only."""
    called, others = _Called.of(here), {one.id: one for one in there.entities()}
    found = {}
    for entity in here.entities():
        other = others.get(entity.id)
        if other and type(other) is type(entity):
            told = (_note(entity, field, called, lang) for field in _fields(entity, other))
            found[entity.id] = "".join(told)
    return found


@dataclass(frozen=True)
class _Called:
    """The names of the things of a list, and the titles of those that have none."""

    names: Names
    titles: Mapping[str, str]

    @classmethod
    def of(cls, register: Register) -> "_Called":
        """Those of this list."""
        return cls(Names.of(register.entities()), {one.id: one.title for one in register.entities()})

    def told(self, cell: str) -> str:
        """What stands in a cell, in one line, each id as what it names."""
        words = [self.titles.get(word, word) for word in cell.split()]
        return " ".join(_HASH.sub(lambda found: f"{found[0][:8]}…", word) for word in words)


def _fields(entity: Entity, other: Entity) -> list[str]:
    drawn = (*_TITLES, *_DRAWN.get(entity.kind, ()))
    if entity.title != other.title:  # of a legal basis, the title says all of it
        drawn += ("instrument", "article", "paragraph", "item")
    fields = [one for one in type(entity).model_fields if one not in drawn]
    return [one for one in fields if getattr(entity, one) != getattr(other, one)]


def _note(entity: Entity, field: str, called: "_Called", lang: Lang) -> str:
    value = called.told(written(entity, field, called.names))
    short = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
    return _NOTE.fill(column=column_of(entity.kind, field).text, value=short or _EMPTY).of(lang)
