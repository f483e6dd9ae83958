"""What a register says of each power, column by column; for a list that was read and for one to fill."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from powerlist.formats.children import COLUMN_ROLES
from powerlist.formats.header import ColumnHead
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole, PostLevel, Raci
from powerlist.model.duty import AccountabilityGround, Assignment, Duty
from powerlist.model.entity import Entity
from powerlist.model.organisation import Post, Unit
from powerlist.model.power import Power, SubItem
from powerlist.model.register import Register
from powerlist.practice.headings import Headings, squeezed
from powerlist.practice.stages import StageCatalogue

BASIS_COLUMNS = tuple(COLUMN_ROLES)
WITH_ROLE_WORD = (
    BasisRole.GOVERNING,
    BasisRole.PROCEDURE,
    BasisRole.LIMIT,
)  # may stand under 设定依据, named
_OWN = {"duty": "duty_basis", "ground": "accountability_basis"}
_LEADERS = (PostLevel.CHIEF, PostLevel.DEPUTY)
Said = Any


@dataclass(frozen=True)
class Matter:
    """A power with everything that belongs to it, in the register's order."""

    power: Power
    subs: tuple[SubItem, ...] = ()
    duties: tuple[Duty, ...] = ()
    grounds: tuple[AccountabilityGround, ...] = ()
    bases: tuple[LegalBasis, ...] = ()  # of the power, its sub-items, duties and grounds

    def owner_key(self, id: str) -> tuple[str, int]:
        """What a basis belongs to, told without ids."""
        for kind, group in (("sub_item", self.subs), ("duty", self.duties), ("ground", self.grounds)):
            for place, one in enumerate(group):
                if one.id == id:
                    return kind, place
        return "power", 0

    def bases_of(self, kind: str) -> list[LegalBasis]:
        """The bases whose owner is of a kind."""
        return [basis for basis in self.bases if self.owner_key(basis.owner)[0] == kind]


@dataclass
class Telling:
    """One register, each power with what belongs to it found once."""

    register: Register
    stages: StageCatalogue
    matters: dict[str, Matter] = field(default_factory=dict)
    _posts: dict[str, list[Assignment]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, register: Register, stages: StageCatalogue) -> "Telling":
        """The matters of a register, in its order."""
        told = cls(register, stages)
        for assignment in register.assignments:
            if assignment.raci is Raci.RESPONSIBLE:
                told._posts[assignment.duty].append(assignment)
        subs, duties = _by(register.sub_items, "power"), _by(register.duties, "power")
        grounds, bases = _by(register.grounds, "power"), _by(register.bases, "owner")
        for power in register.powers:
            own = (power, *subs[power.id], *duties[power.id], *grounds[power.id])
            told.matters[power.id] = Matter(
                power,
                tuple(subs[power.id]),
                tuple(duties[power.id]),
                tuple(grounds[power.id]),
                tuple(basis for one in own for basis in bases[one.id]),
            )
        return told

    def names(self, ids: Sequence[str]) -> tuple[str, ...]:
        """What units are called."""
        return tuple(one.title for id in ids if (one := self.register.find(id)))

    def heading_of(self, duty: Duty, fields: Sequence[str]) -> str:
        """What the list calls a duty's step; in a form that asks for steps, else the name of its stage."""
        asked = "duty_heading" in fields and duty.stage is not None
        return duty.heading or (self.stages.text_of(duty.stage).zh if asked else "")

    def posts_of(self, duty: Duty) -> tuple[str, ...]:
        """The names of the posts that perform a duty."""
        posts = (self.register.find(one.post) for one in self._posts[duty.id] if one.post)
        return tuple(dict.fromkeys(post.title for post in posts if post))

    def units_of(self, duty: Duty) -> tuple[str, ...]:
        """The names of the units that perform a duty, or whose posts do."""
        return tuple(dict.fromkeys(unit.title for unit in self._units(duty)))

    def _units(self, duty: Duty) -> Iterator[Entity]:
        for one in self._posts[duty.id]:
            unit = self.register.find(one.unit) if one.unit else None
            post = self.register.find(one.post) if one.post else None
            if isinstance(post, Post) and post.unit and post.level not in _LEADERS:
                unit = self.register.find(post.unit)
            if isinstance(unit, Unit):
                yield unit

    def said(self, matter: Matter, field: str, fields: Sequence[str]) -> Said:
        """What the register says under one of a form's columns, without ids; falsy for nothing."""
        power = matter.power
        if field in ("units", "supporting_units"):
            return self.names(getattr(power, field))
        if field == "type":
            return power.type or power.group
        if field == "exercise_scope" and "exercise_level" not in fields:
            level = power.exercise_level.text.zh if power.exercise_level else ""
            return "：".join(part for part in (level, power.exercise_scope) if part)
        if field == "limits":
            return tuple(limit for limit in (power.statutory_limit, power.promised_limit) if limit)
        if field in BASIS_COLUMNS:
            return _bases(matter, field, fields)
        if child := _CHILDREN.get(field):
            return child(self, matter, fields)
        return getattr(power, field, None)


def _by(table: Sequence[Any], name: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for one in table:
        found[getattr(one, name)].append(one)
    return found


def citation(basis: LegalBasis) -> tuple[Any, ...]:
    """What a citation says, whoever it belongs to."""
    return (
        *(basis.instrument_kind, basis.instrument, basis.document_no, basis.version),
        *(basis.article, basis.inserted, basis.paragraph, basis.item, basis.quote),
    )


def column_of(basis: LegalBasis, matter: Matter, fields: Sequence[str]) -> str:
    """The column, of those that a form has, under which a basis belongs; empty where there is none."""
    if own := _OWN.get(matter.owner_key(basis.owner)[0]):
        return own if own in fields else ""
    role = BasisRole(basis.role)
    named = "basis" if role in WITH_ROLE_WORD and "basis" in fields else ""
    for column, meant in COLUMN_ROLES.items():
        taken = column == "duty_basis" and named and matter.bases_of("duty")
        if meant is role and column in fields and not taken:
            return column
    return named


def bases_under(matter: Matter, field: str, fields: Sequence[str]) -> list[LegalBasis]:
    """The bases that belong under a column of a form with these fields."""
    return [b for b in matter.bases if column_of(b, matter, fields) == field]


def _bases(matter: Matter, field: str, fields: Sequence[str]) -> Said:
    """Duties' and grounds' bases by what they cite; all others with their role too."""
    return {
        (owner := matter.owner_key(basis.owner), *([] if owner[0] in _OWN else [basis.role]), citation(basis))
        for basis in bases_under(matter, field, fields)
    }


def _subs(told: Telling, matter: Matter, fields: Sequence[str]) -> Said:
    return tuple(sub.name for sub in matter.subs)


def _duties(told: Telling, matter: Matter, fields: Sequence[str]) -> Said:
    places = {sub.id: place for place, sub in enumerate(matter.subs)}
    said = tuple(
        (places.get(duty.sub_item or "", -1), told.heading_of(duty, fields), duty.text)
        for duty in matter.duties
    )
    return said and (said, _in_turn([duty.number for duty in matter.duties]))


def _grounds(matter: Matter) -> Said:
    said = tuple(ground.text for ground in matter.grounds)
    return said and (said, _in_turn([ground.number for ground in matter.grounds]))


def _per_duty(told: Telling, matter: Matter, units: bool) -> Said:
    said = tuple((told.units_of if units else told.posts_of)(duty) for duty in matter.duties)
    return said if any(said) else ()


def _sanctions(told: Telling, matter: Matter, fields: Sequence[str]) -> Said:
    return tuple(tuple(sorted(ground.sanctions)) for ground in matter.grounds if ground.sanctions)


_CHILDREN: dict[str, Any] = {
    "sub_item": _subs,
    "sub_item_code": lambda told, matter, fields: tuple(sub.code for sub in matter.subs if sub.code),
    "duties": _duties,
    "duty_heading": lambda told, matter, fields: any(told.heading_of(one, fields) for one in matter.duties),
    "duty_posts": lambda told, matter, fields: _per_duty(told, matter, units=False),
    "duty_units": lambda told, matter, fields: _per_duty(told, matter, units=True),
    "grounds": lambda told, matter, fields: _grounds(matter),
    "sanctions": _sanctions,
    "targets": lambda told, matter, fields: tuple({*g.targets} for g in matter.grounds if g.targets),
}


def kept_under(power: Power, head: ColumnHead, headings: Headings) -> tuple[str, ...]:
    """The texts that nobody could read and the list keeps, under this heading or one that means it."""
    if not power.columns:
        return ()
    plain = squeezed(head.heading)
    return tuple(
        one.text
        for one in power.columns
        if squeezed(one.heading) == plain
        or (head.field and headings.meaning("fields", one.heading.split("（")[0]) == head.field)
    )


def _in_turn(numbers: Sequence[str]) -> tuple[str, ...]:
    """Numbers that say no more than the order are none."""
    plain = [number for number in numbers if number]
    return () if plain == [str(turn) for turn in range(1, len(plain) + 1)] else tuple(numbers)
