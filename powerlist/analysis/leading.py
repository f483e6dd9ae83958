"""Leaders and their oversight, one person on several posts, and who acts in whose name."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations

from powerlist.analysis.in_force import InForce
from powerlist.model.codes import PostLevel, UnitKind
from powerlist.model.identity import squeezed
from powerlist.model.organisation import Post, Unit
from powerlist.model.power import Delegation, Power

_LEADERS = (PostLevel.CHIEF, PostLevel.DEPUTY)
_WATCHING = ("RISK_WATCHED_BY", "CONTROL_WATCHED_BY", "OWNED_BY", "OVERSEEN_BY")
_NOT_ALONE = (UnitKind.BRANCH, UnitKind.INSTITUTION, UnitKind.TEMPORARY)


def leaders_who_watch_nothing(scope: InForce) -> Iterator[Post]:
    """Leaders' posts in office that no risk, control or oversight names."""
    for post in scope.posts:
        if post.level in _LEADERS and not any(scope.graph.sources(post, one) for one in _WATCHING):
            yield post


def units_without_leader(scope: InForce) -> Iterator[Unit]:
    """Units with powers that no leader is in charge of, by name, from above or over their head."""
    handling = {id for power in scope.powers for id in power.units}
    for unit in scope.units:
        if unit.id in handling and not _led(scope, unit):
            yield unit


def _led(scope: InForce, unit: Unit) -> bool:
    seen: set[str] = set()
    at: Unit | None = unit
    while at and at.id not in seen:
        seen.add(at.id)
        if at.led_by or any(_under_leader(scope, post) for post in scope.graph.posts_in(at)):
            return True
        found = scope.graph.register.find(at.parent_unit) if at.parent_unit else None
        at = found if isinstance(found, Unit) else None
    return False


def _under_leader(scope: InForce, post: Post) -> bool:
    above = next(scope.graph.superiors_of(post), None)
    return post.level is PostLevel.HEAD and above is not None and above.level in _LEADERS


class Clash(StrEnum):
    """Why two posts do not go together on one person."""

    SUPERIOR = "superior"
    WATCHES = "watches"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class TwoHats:
    """Two posts of one person of which the first leads, watches or backs up the second."""

    post: Post
    other: Post
    clash: Clash


def two_hats(scope: InForce) -> Iterator[TwoHats]:
    """Posts of one person on the day that clash; each pair once, by its gravest clash."""
    posts: dict[str, list[Post]] = {}
    for post in scope.posts:
        for person in scope.holders_of(post):
            posts.setdefault(person.id, []).append(post)
    watched = _watched(scope) if any(len(held) > 1 for held in posts.values()) else {}
    told: set[frozenset[str]] = set()
    for held in posts.values():
        for post, other in permutations(held, 2):
            clash = _clash(scope, post, other, watched)
            if clash and (pair := frozenset((post.id, other.id))) not in told:
                told.add(pair)
                yield TwoHats(post, other, clash)


def _watched(scope: InForce) -> dict[str, set[str]]:
    """By post, the posts whose risks it watches."""
    table: dict[str, set[str]] = {}
    for risk in scope.risks:
        post = scope.graph.post_at_risk(risk)
        if risk.supervisor and post:
            table.setdefault(risk.supervisor, set()).add(post.id)
    return table


def _clash(scope: InForce, post: Post, other: Post, watched: dict[str, set[str]]) -> Clash | None:
    if any(above.id == post.id for above in scope.graph.superiors_of(other)):
        return Clash.SUPERIOR
    if other.id in watched.get(post.id, ()):
        return Clash.WATCHES
    return Clash.BACKUP if other.backup_post == post.id else None


@dataclass(frozen=True, slots=True)
class InOwnName:
    """A power that a unit exercises which may not act by itself."""

    power: Power
    unit: Unit


def in_own_name(scope: InForce) -> Iterator[InOwnName]:
    """Powers that a branch, institution or temporary body exercises without a delegation to it."""
    units = {squeezed(unit.name): unit for unit in scope.units if unit.unit_kind in _NOT_ALONE}
    own = squeezed(scope.graph.register.authority.name)
    for power in scope.powers:
        unit = units.get(squeezed(power.exercised_by).removeprefix(own)) if power.exercised_by else None
        if unit and not any(_gives(one, unit, scope) for one in scope.graph.sources(power, "DELEGATES")):
            yield InOwnName(power, unit)


def _gives(delegation: Delegation, unit: Unit, scope: InForce) -> bool:
    return delegation.holds_on(scope.day) and squeezed(delegation.taker) == squeezed(unit.name)
