"""A unit goes through its proposals and a post confirms them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from powerlist.analysis.belonging import Belonging
from powerlist.drafting.naming import post_named, unit_named
from powerlist.drafting.posts import home_of
from powerlist.graph import PowerGraph
from powerlist.model.entity import Entity, State
from powerlist.model.organisation import Post, Unit
from powerlist.model.register import Register, ids_in
from powerlist.model.relation import relations_of


@dataclass(frozen=True)
class Confirmed:
    """The register, and how many things were confirmed."""

    register: Register
    count: int


def confirm(register: Register, *, unit: str, by: str, on: date) -> Confirmed:
    """Everything drafted for powers that `unit` alone handles becomes confirmed by the post `by` on a day.

    With it goes what it rests on: proposed posts and units that it names. Raises UsageError for an unknown
    unit or post.
    """
    owner, post = unit_named(register, unit), post_named(register, by)
    waiting = [entity for entity in register.entities() if entity.state is State.DRAFTED]
    belonging = Belonging(PowerGraph(register))
    own = {entity.id: entity for entity in waiting if _belongs(belonging, entity, owner)}
    own.update({entity.id: entity for entity in _needed(register, own.values())})
    if own and post.state is State.DRAFTED:
        own[post.id] = post
    sealed = [
        entity.with_(state=State.CONFIRMED, confirmed_by=post.id, confirmed_on=on) for entity in own.values()
    ]
    return Confirmed(register.with_(*sealed), len(sealed))


def _belongs(belonging: Belonging, entity: Entity, unit: Unit) -> bool:
    """Whether a proposal is the unit's own: its post, or part of its powers and of no other unit's."""
    if isinstance(entity, Post):
        return entity.unit == unit.id
    powers = belonging.powers_of(entity)
    own = [unit.id in home_of(belonging.graph, power) for power in powers]
    return entity.id == unit.id or (bool(own) and all(own))


def _needed(register: Register, confirmed: Iterable[Entity]) -> Iterator[Entity]:
    """The proposed posts and units that confirmed things name, and those that these name in turn."""
    seen: set[str] = set()
    waiting = list(confirmed)
    while waiting:
        for id in _named_by(waiting.pop()):
            found = register.find(id)
            if isinstance(found, Post | Unit) and found.state is State.DRAFTED and id not in seen:
                seen.add(id)
                waiting.append(found)
                yield found


def _named_by(entity: Entity) -> Iterator[str]:
    for relation in relations_of(entity.kind):
        yield from ids_in(entity, relation.target)
