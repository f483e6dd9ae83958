"""Who handles a power: its units and those that support it, and whether its duties stay with them."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import DOES, InForce
from powerlist.model.codes import PostLevel, PowerType
from powerlist.model.duty import Duty
from powerlist.model.organisation import Post, Unit
from powerlist.model.power import Power
from powerlist.model.process import Step

_LEADERS = (PostLevel.CHIEF, PostLevel.DEPUTY)


@dataclass(frozen=True, slots=True)
class Outsider:
    """A unit that performs duties of a power without being named by it."""

    power: Power
    unit: Unit
    duties: tuple[Duty, ...]


def outsiders(scope: InForce) -> Iterator[Outsider]:
    """Units that perform duties of a power that neither handle nor support it.

    Left out: leaders, and units that handle no outward power themselves (office, finance, discipline), which
    serve all.
    """
    outward = (power for power in scope.powers if power.type is not PowerType.INTERNAL)
    handling = {id for power in outward for id in power.units}
    for power in scope.powers:
        own = concerned(power) if power.units else handling
        found: dict[str, list[Duty]] = {}
        for duty in scope.graph.duties_of(power):
            for unit in dict.fromkeys(post.unit for post in _below_leaders(scope, duty)):
                if unit and unit in handling and unit not in own:
                    found.setdefault(unit, []).append(duty)
        for id, duties in found.items():
            unit_found = scope.graph.register.find(id)
            if isinstance(unit_found, Unit) and own.isdisjoint(_above(scope, unit_found)):
                yield Outsider(power, unit_found, tuple(duties))


def concerned(power: Power) -> set[str]:
    """The units that a power names: handling, supporting, leading."""
    return {*power.units, *power.supporting_units, *([power.lead_unit] if power.lead_unit else [])}


def _below_leaders(scope: InForce, duty: Duty) -> list[Post]:
    return [post for post in scope.graph.posts_of(duty) if post.level not in _LEADERS]


def _above(scope: InForce, unit: Unit) -> set[str]:
    """The units that a unit is part of."""
    seen: set[str] = set()
    at = unit.parent_unit
    while at and at not in seen:
        seen.add(at)
        found = scope.graph.register.find(at)
        at = found.parent_unit if isinstance(found, Unit) else None
    return seen


@dataclass(frozen=True, slots=True)
class OtherHands:
    """A step done by a post that performs none of the duties it carries out."""

    step: Step
    post: Post
    duties: tuple[Duty, ...]
    performers: tuple[Post, ...]


def other_hands(scope: InForce) -> Iterator[OtherHands]:
    """Steps whose post performs none of their duties, where no step of those duties is in the right hands."""
    for road in scope.roads:
        for step in road.tasks:
            post, duties = scope.graph.post_of(step), scope.graph.duties_done_in(step)
            performers = dict.fromkeys(one for duty in duties for one in scope.graph.posts_of(duty))
            if post and performers and not any(_in_right_hands(scope, duty) for duty in duties):
                yield OtherHands(step, post, duties, tuple(performers))


def _in_right_hands(scope: InForce, duty: Duty) -> bool:
    """Whether one of the posts that perform or answer for a duty, or its backup, does a step of it."""
    hands = [post for part in DOES for post in scope.graph.posts_of(duty, part)]
    right = {post.id for post in hands} | {post.backup_post for post in hands}
    return any(step.post in right for step in scope.graph.steps_doing(duty) if step.post)


def unled_powers(scope: InForce) -> Iterator[Power]:
    """Powers that several units handle: none is named as leading, none is above all others."""
    for power in scope.powers:
        units = scope.graph.units_of_power(power)
        if len(units) > 1 and not power.lead_unit and not _one_above(scope, units):
            yield power


def _one_above(scope: InForce, units: tuple[Unit, ...]) -> bool:
    return any(all(one is other or one.id in _above(scope, other) for other in units) for one in units)


def unbounded_powers(scope: InForce) -> Iterator[Power]:
    """Powers that other bodies exercise too, without a word on who does what."""
    return (power for power in scope.powers if power.joint_bodies and not power.boundary.strip())
