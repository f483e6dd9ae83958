"""What the register says of its powers and no column of the form takes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from powerlist.formats.forms.choosing import Chosen
from powerlist.formats.forms.reading import Block
from powerlist.formats.forms.telling import BASIS_COLUMNS, Matter, Telling, column_of, kept_under
from powerlist.i18n import Text, plain
from powerlist.model.basis import LegalBasis
from powerlist.practice.columns import load_columns
from powerlist.practice.headings import Headings, squeezed

_ALSO = {"statutory_limit": "limits", "promised_limit": "limits", "exercise_level": "exercise_scope"}
_NOT_ASKED = frozenset(("limits", "duty_heading", "number", *BASIS_COLUMNS))


@dataclass(frozen=True)
class LeftOut:
    """A kind of statement that the form has no column for, and how many powers have it."""

    what: Text
    powers: int


def left_out(
    told: Telling, blocks: Sequence[Block], chosen: Chosen, headings: Headings
) -> tuple[LeftOut, ...]:
    """What stays unsaid, in the order of the table of headings, then the lists' own columns."""
    shown: dict[str, set[str]] = {}
    heads: dict[str, set[str]] = {}
    for block in blocks:
        for entry in chosen.entries[id(block)]:
            id_ = entry.matter.power.id
            typed = ["type"] if block.kind.known else []
            shown.setdefault(id_, set()).update(block.layout.columns, typed)
            columns = block.layout.header.columns
            heads.setdefault(id_, set()).update(squeezed(head.heading) for head in columns)
            heads[id_].update(
                squeezed(one.heading)
                for head in columns
                for one in told.matters[id_].power.columns
                if one.text in kept_under(told.matters[id_].power, head, headings)
            )
    counts: Counter[Text] = Counter()
    for id_, fields in shown.items():
        matter = told.matters[id_]
        counts.update(dict.fromkeys(_unsaid(told, matter, fields, headings), 1))
        counts.update(
            {plain(c.heading): 1 for c in matter.power.columns if squeezed(c.heading) not in heads[id_]}
        )
    return tuple(LeftOut(what, count) for what, count in counts.items())


def _unsaid(told: Telling, matter: Matter, fields: set[str], headings: Headings) -> Iterator[Text]:
    for field in headings.fields:
        if field in fields or _ALSO.get(field, "") in fields or field in _NOT_ASKED:
            continue
        if told.said(matter, field, tuple(fields)) and not _implied(matter, field, fields):
            yield _name(field, headings)
    for basis in matter.bases:
        if not column_of(basis, matter, tuple(fields)):
            yield _basis_name(matter, basis)


def _implied(matter: Matter, field: str, fields: set[str]) -> bool:
    """Whether other columns say it: posts their units, grounds the sanctions that they name."""
    if field == "sanctions" and "grounds" in fields:
        return all(one in ground.text for ground in matter.grounds for one in ground.sanctions)
    return field == "duty_units" and "duty_posts" in fields


def _basis_name(matter: Matter, basis: LegalBasis) -> Text:
    kind, _ = matter.owner_key(basis.owner)
    if kind == "duty":
        return Text("责任事项依据", "bases of duties")
    role = basis.role.text
    return Text(f"{role.zh}依据", f"{role.en.lower()} bases")


def _name(field: str, headings: Headings) -> Text:
    """What people call a field."""
    return _known_names().get(field) or Text(headings.fields[field][0], field.replace("_", " "))


@cache
def _known_names() -> dict[str, Text]:
    """The names of a power's fields in the tool's own workbook."""
    return {
        name: column.text
        for sheet in load_columns().sheets
        for column in sheet.columns
        for kind, name in column.fields.items()
        if kind == "power"
    }
