"""The register: everything one authority answers for, in flat tables; and where each field was read."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, SkipValidation, model_validator

from powerlist.model.basis import LegalBasis
from powerlist.model.duty import AccountabilityGround, Assignment, Duty
from powerlist.model.entity import Entity, State
from powerlist.model.organisation import Authority, Mandate, Person, Post, Unit
from powerlist.model.oversight import Incident, Oversight, Pledge, Publication, ResponsibilityLetter
from powerlist.model.power import Delegation, Power, SubItem
from powerlist.model.process import Flow, Gateway, Process, Step
from powerlist.model.relation import relations_of
from powerlist.model.risk import Control, RiskPoint
from powerlist.model.source import Origin, Source

KINDS: dict[str, type[Entity]] = {
    kind.kind: kind
    for kind in (
        *(Unit, Post, Person, Mandate, Power, SubItem, Delegation, Duty, Assignment, AccountabilityGround),
        *(Process, Step, Gateway, Flow, RiskPoint, Control),
        *(Oversight, Pledge, ResponsibilityLetter, Publication, Incident, LegalBasis),
    )
}

Origins = Mapping[tuple[str, str], Origin]


def _parents(kind: type[Entity]) -> frozenset[str]:
    """The kinds that a thing can belong to: never its own, so that no line of parents runs in a circle."""
    named = {to for one in relations_of(kind.kind) if one.target == kind.parent for to in one.to}
    return frozenset(named or {kind.parent or ""})


_PARENTS = {name: _parents(kind) for name, kind in KINDS.items()}


class Register(BaseModel):
    """One authority's tables. Ids are unique over all of them; the order of a table is the list's order.

    `origins` maps (entity id, field) to where it was read; the field "" is the entity as a whole. Origins
    count neither for equality nor for the fingerprint.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    authority: Authority
    units: tuple[Unit, ...] = ()
    posts: tuple[Post, ...] = ()
    persons: tuple[Person, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    powers: tuple[Power, ...] = ()
    sub_items: tuple[SubItem, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    duties: tuple[Duty, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    grounds: tuple[AccountabilityGround, ...] = ()
    processes: tuple[Process, ...] = ()
    steps: tuple[Step, ...] = ()
    gateways: tuple[Gateway, ...] = ()
    flows: tuple[Flow, ...] = ()
    risks: tuple[RiskPoint, ...] = ()
    controls: tuple[Control, ...] = ()
    oversights: tuple[Oversight, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    letters: tuple[ResponsibilityLetter, ...] = ()
    publications: tuple[Publication, ...] = ()
    incidents: tuple[Incident, ...] = ()
    bases: tuple[LegalBasis, ...] = ()
    origins: Annotated[Origins, SkipValidation, Field(exclude=True, repr=False)] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Register) and self.tables() == other.tables()

    __hash__ = None  # type: ignore[assignment]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        seen: set[str] = set()
        for entity in self.entities():
            if entity.id in seen:
                raise ValueError(f"two things have the id {entity.id}")
            seen.add(entity.id)
        return self

    def tables(self) -> dict[str, tuple[Entity, ...]]:
        """Every table by its name; the authority is a table of one."""
        named = {kind.table: getattr(self, kind.table) for kind in KINDS.values()}
        return {"authority": (self.authority,), **named}

    def entities(self) -> Iterator[Entity]:
        """Everything, table by table."""
        for table in self.tables().values():
            yield from table

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities()}

    def find(self, id: str) -> Entity | None:
        """The thing with this id, or None."""
        return self._by_id.get(id)

    def __getitem__(self, id: str) -> Entity:
        return self._by_id[id]

    def source_of(self, entity: Entity, field: str = "") -> Source | None:
        """Where `field` was read; where it is not known, where the entity was, else its parent."""
        origin = self.origin_of(entity, field)
        return origin.source if origin else None

    def origin_of(self, entity: Entity, field: str = "") -> Origin | None:
        """The nearest origin: the field's, the entity's, then that of what it belongs to."""
        for key in ((entity.id, field), (entity.id, "")):
            if key in self.origins:
                return self.origins[key]
        owner = self.parent_of(entity)
        return self.origin_of(owner) if owner else None

    def parent_of(self, entity: Entity) -> Entity | None:
        """What it belongs to (a duty's power, a flow's process), or None; a thing of a wrong kind is none."""
        if entity.parent is None:
            return None
        named = getattr(entity, entity.parent)
        first = named if isinstance(named, str) or not named else named[0]
        found = self._by_id.get(first) if first else None
        return found if found and found.kind in _PARENTS[entity.kind] else None

    def with_(self, *entities: Entity, origins: Origins | None = None) -> "Register":
        """A copy with these things added, or put in the place of those with the same id."""
        changed = {entity.id: entity for entity in entities}
        tables: dict[str, Any] = {}
        for name, table in self.tables().items():
            if name != "authority":
                kept = [changed.pop(old.id, old) for old in table]
                fresh = [new for new in changed.values() if new.table == name]
                tables[name] = (*kept, *fresh)
        authority = changed.get(self.authority.id, self.authority)
        assert isinstance(authority, Authority)
        return Register(authority=authority, origins={**self.origins, **(origins or {})}, **tables)

    def without(self, ids: Iterable[str]) -> "Register":
        """A copy without these things (references to them stay and are reported as dangling)."""
        gone = set(ids)
        tables: dict[str, Any] = {
            name: tuple(entity for entity in table if entity.id not in gone)
            for name, table in self.tables().items()
            if name != "authority"
        }
        return Register(authority=self.authority, origins=self.origins, **tables)

    def stated(self) -> "Register":
        """A copy without what is only drafted."""
        return self.without(entity.id for entity in self.entities() if entity.state is State.DRAFTED)

    def as_of(self, day: date) -> "Register":
        """A copy without assignments and holdings that do not hold on `day`."""
        ended = [a.id for a in self.assignments if not a.holds_on(day)]
        return self.without(ended) if ended else self

    def dangling(self) -> Iterator[tuple[Entity, str, str]]:
        """(entity, field, id) for every reference to something that is not here, or is of a wrong kind."""
        for entity in self.entities():
            for relation in relations_of(entity.kind):
                fields = {relation.target: relation.to}
                if relation.source != "id":
                    fields[relation.source] = ("step", "gateway", "duty")
                for field, kinds in fields.items():
                    for id in ids_in(entity, field):
                        found = self._by_id.get(id)
                        if found is None or found.kind not in kinds:
                            yield entity, field, id


def ids_in(entity: Entity, field: str) -> tuple[str, ...]:
    """The ids that a reference field holds: none, one or many."""
    value = getattr(entity, field)
    if value is None or value == "":
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


class Workspace(BaseModel):
    """Many registers: a county's bureaus, or one bureau's neighbours."""

    model_config = ConfigDict(frozen=True)

    registers: tuple[Register, ...] = ()
