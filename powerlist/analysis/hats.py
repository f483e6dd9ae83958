"""How many hats a leader wears: approvals, money and people, oversight; each as a share of the whole.

Method: a leader has a power where a unit that he leads handles it, or where he takes its decision. Approvals
are the powers that face the public, resources those that handle money and the internal ones. He has a risk
point where he supervises it, or where a post of a unit that he leads does.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.decisions import steps_in
from powerlist.analysis.in_force import InForce
from powerlist.model.codes import PostLevel, PowerType
from powerlist.model.organisation import Post, Unit
from powerlist.model.power import Power
from powerlist.practice import StageCatalogue, StageRole

_LEADERS = (PostLevel.CHIEF, PostLevel.DEPUTY)


@dataclass(frozen=True, slots=True)
class Hats:
    """Shares from 0 to 1 of what there is."""

    leader: Post
    approvals: float
    resources: float
    oversight: float

    @property
    def least(self) -> float:
        """The smallest of the three."""
        return min(self.approvals, self.resources, self.oversight)


def hats(scope: InForce, stages: StageCatalogue) -> Iterator[Hats]:
    """The shares of each leader; nothing where there is but one leader, or nothing to share."""
    leaders = [post for post in scope.posts if post.level in _LEADERS and scope.available(post)]
    had = [(power, _leaders_of(scope, power, stages)) for power in scope.powers]
    outward = [ids for power, ids in had if power.type not in (PowerType.INTERNAL, PowerType.PUBLIC_SERVICE)]
    resources = [ids for power, ids in had if power.handles_money or power.type is PowerType.INTERNAL]
    watched = [ids for risk in scope.risks if (ids := _watchers(scope, scope.graph.supervisor_of(risk)))]
    if len(leaders) > 1 and outward and resources and watched:
        for post in leaders:
            yield Hats(post, _share(post, outward), _share(post, resources), _share(post, watched))


def _share(post: Post, sets: list[set[str]]) -> float:
    return sum(post.id in ids for ids in sets) / len(sets)


def _leaders_of(scope: InForce, power: Power, stages: StageCatalogue) -> set[str]:
    """Who leads the units of a power, and who takes its decisions."""
    leading = (leader_of(scope, unit) for unit in scope.graph.units_of_power(power))
    roads = scope.roads_of(power)
    deciding = (step.post for road in roads for step in steps_in(road, stages, StageRole.DECISION))
    return {id for id in (*leading, *deciding) if id}


def _watchers(scope: InForce, post: Post | None) -> set[str]:
    """Who watches a risk: the post itself, and the leader of its unit."""
    unit = scope.graph.unit_of(post) if post else None
    leader = leader_of(scope, unit) if unit else None
    return {id for id in (post.id if post else None, leader) if id}


def leader_of(scope: InForce, unit: Unit) -> str | None:
    """The post that leads a unit, or else the unit above it."""
    seen: set[str] = set()
    at: Unit | None = unit
    while at is not None and at.id not in seen:
        if at.led_by:
            return at.led_by
        seen.add(at.id)
        above = scope.graph.register.find(at.parent_unit) if at.parent_unit else None
        at = above if isinstance(above, Unit) else None
    return None
