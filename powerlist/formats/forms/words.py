"""The words that a cell gets: those it has, if they say the same; else the list's own; else fresh ones."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from powerlist.formats.cells.text import PAGE_BREAK, flat
from powerlist.formats.cells.values import Kind, kind_of, names_of, numbered_names
from powerlist.formats.fields import read_fields
from powerlist.formats.forms.telling import Matter, Telling, kept_under
from powerlist.formats.header import KEPT, ColumnHead
from powerlist.formats.items import Row
from powerlist.formats.raw import Cell
from powerlist.formats.tables import Tables
from powerlist.model.codes import Named
from powerlist.model.entity import Entity
from powerlist.model.limits import TimeLimit
from powerlist.model.power import Fee, RequiredDocument
from powerlist.model.source import Source
from powerlist.practice import Practice
from powerlist.practice.headings import Headings

_NOWHERE = Source("")
_COVERS = {"limits": ("statutory_limit", "promised_limit")}
_NAMES = ("units", "supporting_units")
_BETWEEN = "、"


@dataclass(frozen=True)
class Wording:
    """Writes cells, each tried against the engine that reads lists."""

    told: Telling
    headings: Headings
    practice: Practice

    def raws(self, entity: Entity, field: str) -> list[str]:
        """The text of the cell that a field was read from, if it was a list's."""
        origin = self.told.register.origins.get((entity.id, field))
        return whole(origin.raw) if origin and origin.raw and origin.source.sheet else []

    def power(self, matter: Matter, head: ColumnHead, had: Sequence[str], fields: Sequence[str] = ()) -> str:
        """The cell of a field of the power itself; `had` are texts that are kept if they say the same."""
        field, kept = head.field, kept_under(matter.power, head, self.headings)
        if field == KEPT:
            return first([*had, *kept], lambda text: flat(text) in kept)
        known = [*had, *self.raws(matter.power, field), *self.raws(matter.power, f"columns:{head.heading}")]
        fresh = self._fresh(matter, field, fields)
        choices = [*known, fresh, *(kept if not fresh else ())]
        return first(choices, lambda text: self._says(matter, head, text, fields)) or fresh

    def _fresh(self, matter: Matter, field: str, fields: Sequence[str]) -> str:
        power, units = matter.power, self.told
        if field in _NAMES:
            return _BETWEEN.join(units.names(getattr(power, field)))
        if field == "type":
            return self._type(matter)
        if field == "limits":
            return _limits(power.statutory_limit, power.promised_limit)
        return written(self.told.said(matter, field, fields))

    def _type(self, matter: Matter) -> str:
        """The word of its type; of its older group where it has none."""
        named = matter.power.type or matter.power.group
        return named.text.zh if named else ""

    def _says(self, matter: Matter, head: ColumnHead, text: str, fields: Sequence[str]) -> bool:
        """Whether the cell would be read as what the register says."""
        power, field = matter.power, head.field
        if field == "name":
            return flat(text) == power.name
        if field == "code":
            return "".join(flat(text).split()) == power.code
        if field == "type":
            kind = kind_of(text, self.headings)
            return kind == Kind(power.type, power.group) or (
                kind.type is not None and kind.type is power.type
            )
        if field in _NAMES:
            return names_of(text, self.headings) == self.told.names(getattr(power, field))
        return self.still_hold(matter, head, [text], fields)

    def still_hold(
        self, matter: Matter, head: ColumnHead, texts: Sequence[str], fields: Sequence[str]
    ) -> bool:
        """Whether the columns of one field together would be read as what the register says."""
        field = head.field
        said = {name: self.told.said(matter, name, fields) for name in _COVERS.get(field, (field,))}
        expected = {name for name, value in said.items() if value}
        cells = tuple(Cell([text], _NOWHERE, head.heading) for text in texts if text.strip())
        if not cells:
            return not expected
        found = read_fields(Row({field: cells}), Tables(self.headings))
        kept = kept_under(matter.power, head, self.headings)
        equal = all(
            said.get(name, getattr(matter.power, name, None)) == value for name, value in found.values.items()
        )
        complete = expected <= found.values.keys() or bool(found.kept)
        return equal and complete and all(flat(cell.raw) in kept for cell in found.kept)

    def sub_items(self, matter: Matter, had: Sequence[str]) -> str:
        """All sub-items in one cell."""
        wanted = [(sub.number, sub.name) for sub in matter.subs]
        raws = [raw for sub in matter.subs[:1] for raw in self.raws(sub, "name")]
        plain = "\n".join(f"{marked(number)}{name}" for number, name in wanted)
        counted = "\n".join(f"{place}.{name}" for place, (_, name) in enumerate(wanted, 1))
        fresh = plain if len(wanted) < 2 or all(number for number, _ in wanted) else counted
        choices = [*had, *raws, fresh]
        return first(choices, lambda text: numbered_names(text, self.headings) == wanted) or fresh


def first(texts: Iterable[str], good: Callable[[str], bool]) -> str:
    return next((text for text in texts if good(text)), "")


def whole(raw: str) -> list[str]:
    """A cell that a page break cut in two, put together again."""
    return [raw.replace(PAGE_BREAK, ""), raw.replace(PAGE_BREAK, "\n")] if PAGE_BREAK in raw else [raw]


def marked(number: str) -> str:
    """A number as it stands before a text: `1.`, `（一）`, `一、`."""
    if not number or number[-1] in "）)〕①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return number
    return f"{number}." if number[-1].isascii() else f"{number}、"


def written(value: Any) -> str:
    """A value as people write it."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        lines = [written(one) for one in value]
        records = any(isinstance(one, RequiredDocument) for one in value)
        numbered = [f"{place}.{line}" for place, line in enumerate(lines, 1)]
        return "\n".join(numbered) if records and len(lines) > 1 else _BETWEEN.join(lines)
    if isinstance(value, Fee):
        return (value.standard or "收费") if value.charged else "不收费"
    if isinstance(value, RequiredDocument):
        return f"{value.name}（{value.form}）" if value.form else value.name
    if isinstance(value, TimeLimit | Named):
        return value.text.zh
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value)


def _limits(statutory: TimeLimit | None, promised: TimeLimit | None) -> str:
    """法定20个工作日；承诺10个工作日."""
    if promised and not statutory:
        return promised.text.zh
    named = [("法定", statutory), ("承诺", promised)]
    return "；".join(f"{word}{limit.text.zh}" for word, limit in named if limit)
