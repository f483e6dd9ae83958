"""Whom the grounds of accountability reach: every duty, and every level that has a part in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import DOES, InForce
from powerlist.model.codes import PostLevel, TargetRole
from powerlist.model.duty import AccountabilityGround, Duty
from powerlist.model.power import Power

_ROLES = {
    PostLevel.CHIEF: TargetRole.LEGAL_REPRESENTATIVE,
    PostLevel.DEPUTY: TargetRole.LEADER_IN_CHARGE,
    PostLevel.HEAD: TargetRole.UNIT_HEAD,
}


@dataclass(frozen=True, slots=True)
class Unreached:
    """A power whose grounds leave out kinds of people who have a part in it, with the duties they have."""

    power: Power
    roles: tuple[TargetRole, ...]
    duties: tuple[Duty, ...]


def unreached_roles(scope: InForce) -> Iterator[Unreached]:
    """Powers where a level of post performs or answers for duties, and no ground names that level."""
    for power in scope.powers:
        named = {role for ground in scope.graph.grounds_of(power) for role in ground.targets}
        acting = _acting(scope, power) if named else {}
        missing = [role for role in TargetRole if role in acting and role not in named]
        if missing:
            duties = dict.fromkeys(duty for role in missing for duty in acting[role])
            yield Unreached(power, tuple(missing), tuple(duties))


def _acting(scope: InForce, power: Power) -> dict[TargetRole, list[Duty]]:
    """The kinds of people who perform or answer for duties of a power, with those duties."""
    table: dict[TargetRole, list[Duty]] = {}
    for duty in scope.graph.duties_of(power):
        for post in dict.fromkeys(post for part in DOES for post in scope.graph.posts_of(duty, part)):
            table.setdefault(_ROLES.get(post.level, TargetRole.HANDLER), []).append(duty)
    return table


def stray_grounds(scope: InForce) -> Iterator[AccountabilityGround]:
    """Grounds that name duties, none of which is a duty of their power."""
    for ground in scope.grounds:
        power = scope.graph.power_of(ground)
        own = {duty.id for duty in scope.graph.duties_of(power)} if power else set()
        if ground.duties and own.isdisjoint(ground.duties):
            yield ground
