"""Proposals that wait for a unit to go through them."""

from collections.abc import Iterator

from powerlist.analysis.belonging import Belonging, home_of
from powerlist.graph import PowerGraph
from powerlist.model.entity import Entity, State
from powerlist.model.organisation import Post, Unit
from powerlist.model.register import Register

Waits = list[tuple[Unit, tuple[Entity, ...]]]


def waiting(register: Register) -> Waits:
    """What each unit has to go through: what is drafted for powers that it alone handles, and its posts.

    Only units with something to do, in register order.
    """
    belonging = Belonging(PowerGraph(register))
    found: dict[str, list[Entity]] = {}
    for entity in register.entities():
        if entity.state is State.DRAFTED:
            for unit in _owners(belonging, entity):
                found.setdefault(unit, []).append(entity)
    return [(unit, tuple(found[unit.id])) for unit in register.units if unit.id in found]


def nobodys(register: Register, waits: Waits) -> list[Entity]:
    """What is drafted and waits for no unit (`waits` are those that do): it has none, or several share it."""
    owned = {entity.id for _, drafts in waits for entity in drafts}
    drafted = (entity for entity in register.entities() if entity.state is State.DRAFTED)
    return [entity for entity in drafted if entity.id not in owned]


def _owners(belonging: Belonging, entity: Entity) -> Iterator[str]:
    """The units that handle every power of a thing; the unit of a post."""
    if isinstance(entity, Unit):
        yield entity.id
    elif isinstance(entity, Post):
        yield from (entity.unit,) if entity.unit else ()
    else:
        homes = [home_of(belonging.graph, power) for power in belonging.powers_of(entity)]
        shared = set(homes[0]).intersection(*homes[1:]) if homes else set()
        yield from sorted(shared)
