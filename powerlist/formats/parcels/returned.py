"""One parcel that came back: what it proposes, cell by cell, and what in it cannot be understood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from powerlist.formats.own_workbook.building import Builder, Row, faults
from powerlist.formats.own_workbook.escaping import unalone
from powerlist.formats.own_workbook.mark import PARCEL
from powerlist.formats.own_workbook.names import Names
from powerlist.formats.own_workbook.reading import check_mark
from powerlist.formats.own_workbook.sheets import Line, lines_of
from powerlist.formats.parcels.marks import Sent, field_hash, sent_in
from powerlist.formats.workbook import grids_of
from powerlist.i18n import Text
from powerlist.model.entity import Entity
from powerlist.model.register import Register
from powerlist.model.severity import Severity
from powerlist.model.source import Problem, Source
from powerlist.practice.columns import MODELS

_UNKNOWN = Text(
    "编号“{id}”不在清单中，这一行没有采用。新增的行请把编号留空。",
    "the id “{id}” is not in the register, and the row was not taken; leave 编号 empty in a new row.",
)
_OTHER = Text(
    "编号“{id}”是{old}，不是{new}，这一行没有采用。",
    "the id “{id}” is a {old}, not a {new}; the row was not taken.",
)


@dataclass(frozen=True)
class Proposal:
    """What one cell would change: `moved` where the register was changed too since the parcel was sent."""

    id: str
    field: str
    value: Any
    source: Source
    raw: str
    moved: bool


@dataclass
class Returned:
    """What one parcel says."""

    proposals: list[Proposal] = field(default_factory=list)
    fresh: list[tuple[Entity, Row]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def returned(data: bytes, file: str, into: Register) -> Returned:
    """What the parcel says about the register; raises InputError for a file that is no parcel."""
    grids = grids_of(data, file)
    sent = sent_in(check_mark(grids, file, PARCEL))
    lines = lines_of(grids)
    builder = Builder(names=Names.of(into.entities()), problems=lines.problems)
    found = Returned(problems=builder.problems)
    at_home = [line for line in lines.rows if _has_home(line, into, found.problems)]
    for row in builder.identified(at_home):
        _take(row, builder, into, sent, found)
    return found


def _has_home(line: Line, into: Register, problems: list[Problem]) -> bool:
    """Whether the row is new or its id is that of such a thing; told where it is not."""
    if not line.text("id").strip():
        return True
    id = unalone(line.text("id"))
    known = into.find(id)
    if known is None:
        problems.append(_problem("unknown-id", _UNKNOWN.fill(id=id), line))
    elif known.kind != line.kind:
        labels = {"old": known.label, "new": MODELS[line.kind].label}
        problems.append(_problem("other-kind", _OTHER.fill(id=id, **labels), line))
    return known is not None and known.kind == line.kind


def _take(row: Row, builder: Builder, into: Register, sent: Sent, found: Returned) -> None:
    if known := into.find(row.id):
        builder.read(row)
        found.proposals += _proposals(row, known, sent.get(row.id, {}), found.problems)
    elif entity := builder.built(row):
        found.fresh.append((entity, row))


def _proposals(
    row: Row, known: Entity, sent: Mapping[str, str], problems: list[Problem]
) -> Iterator[Proposal]:
    for name, value in row.values.items():
        if name == "id" or name not in row.line.cells:
            continue
        try:
            wanted = known.with_(**{name: value})
        except ValidationError as error:
            problems += [_problem("invalid", said, row.line, name) for _, said in faults(error, known.kind)]
            continue
        if getattr(wanted, name) == getattr(known, name) or sent.get(name) == field_hash(wanted, name):
            continue  # the same as ours, or left as it was sent
        raw, source = row.line.cells[name]
        yield Proposal(known.id, name, getattr(wanted, name), source, raw, _moved(known, name, sent))


def _moved(known: Entity, name: str, sent: Mapping[str, str]) -> bool:
    """Whether our value is another than was sent; where nobody remembers, whether there is one at all."""
    if name in sent:
        return sent[name] != field_hash(known, name)
    return bool(getattr(known, name) != type(known).model_fields[name].default)


def _problem(code: str, text: Text, line: Line, name: str = "id") -> Problem:
    return Problem(code, text, line.source_of(name), Severity.ERROR)
