"""A register taken apart by unit: a workbook for each, with its own powers and posts and locked ids."""

from dataclasses import dataclass, replace

from powerlist.formats.own_workbook.mark import PARCEL
from powerlist.formats.own_workbook.names import Names
from powerlist.formats.own_workbook.writing import Order, workbook_of
from powerlist.formats.parcels.marks import facts_of
from powerlist.model.entity import Entity
from powerlist.model.identity import short_hash
from powerlist.model.organisation import Post, Unit
from powerlist.model.oversight import Pledge
from powerlist.model.power import Power
from powerlist.model.process import Process
from powerlist.model.register import Register
from powerlist.model.risk import RiskPoint
from powerlist.practice.columns import SheetPlan, load_columns

_KEPT_BACK = ("person", "oversight", "publication")  # what no unit is asked about


@dataclass(frozen=True)
class Parcel:
    """What one unit is sent: a workbook, and how many powers are in it."""

    unit: Unit
    powers: int
    content: bytes

    @property
    def file_name(self) -> str:
        """The unit's name, for every file system."""
        safe = "".join(c if c.isalnum() else "-" for c in self.unit.name)[:40].strip("-")
        return f"{safe}.xlsx" if safe == self.unit.name else f"{safe}-{short_hash(self.unit.id)}.xlsx"


@dataclass(frozen=True)
class Parcels:
    """All parcels by name of the unit, and the powers that no unit handles and so nobody is asked about."""

    parcels: tuple[Parcel, ...]
    homeless: tuple[Power, ...]


def split(register: Register) -> Parcels:
    """A parcel for each unit that has powers or posts, in the order of the units."""
    names = Names.of(register.entities())
    plans = _plans()
    parcels = []
    for unit in register.units:
        tables = part_of(register, unit)
        powers = len(tables.get(Power.table, ()))
        if powers or tables.get(Post.table):
            facts = facts_of(unit, (entity for table in tables.values() for entity in table))
            order = Order(PARCEL, locked=True, facts=facts, plans=plans)
            parcels.append(Parcel(unit, powers, workbook_of(tables, names, order)))
    units = {unit.id for unit in register.units}
    homeless = tuple(power for power in register.powers if not units & set(power.units))
    return Parcels(_told_apart(parcels), homeless)


def part_of(register: Register, unit: Unit) -> dict[str, list[Entity]]:
    """The things that a unit answers for: itself, its posts, its powers, and what stands under these."""
    own: set[str] = set()
    tables: dict[str, list[Entity]] = {}
    for name, table in register.tables().items():
        for entity in table:
            if _is_root(entity, unit, own) or _is_under(register, entity, own):
                own.add(entity.id)
                tables.setdefault(name, []).append(entity)
    return tables


def _is_root(entity: Entity, unit: Unit, own: set[str]) -> bool:
    if isinstance(entity, Post):
        return entity.unit == unit.id
    if isinstance(entity, Power):
        return unit.id in entity.units
    if isinstance(entity, Process):
        return bool(own & set(entity.powers))
    if isinstance(entity, Pledge):
        return entity.post in own
    return entity.id == unit.id


def _is_under(register: Register, entity: Entity, own: set[str]) -> bool:
    owner = register.parent_of(entity)
    elsewhere = isinstance(entity, RiskPoint) and entity.power and entity.power not in own
    return owner is not None and owner.id in own and not elsewhere


def _plans() -> tuple[SheetPlan, ...]:
    """The sheets and columns that units fill in."""
    return tuple(
        replace(plan, columns=tuple(column for column in plan.columns if not column.keeps_books))
        for plan in load_columns().sheets
        if not set(plan.kinds) <= set(_KEPT_BACK)
    )


def _told_apart(parcels: list[Parcel]) -> tuple[Parcel, ...]:
    """Units of one name get their ids into their names."""
    names = [parcel.file_name for parcel in parcels]
    return tuple(
        parcel
        if names.count(parcel.file_name) == 1
        else replace(parcel, unit=parcel.unit.with_(name=f"{parcel.unit.name}-{parcel.unit.id}"))
        for parcel in parcels
    )
