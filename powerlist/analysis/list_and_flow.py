"""Whether the stages on the list are the stages on the chart, and in the same order."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from powerlist.analysis.coverage import linked
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road, reach
from powerlist.model.codes import ItemType
from powerlist.model.duty import Duty
from powerlist.model.entity import State
from powerlist.model.power import Power
from powerlist.model.process import Step
from powerlist.practice import StageCatalogue, StageRole

# 事后监管、归档和“其他责任”不在办理流程之内。
_BEYOND = (StageRole.FOLLOW_UP, StageRole.OTHER, None)
# 核查就是审查，发放就是送达；清单上的“审查”常包括听取意见和听证。
_LIKE = {StageRole.EXAMINE: StageRole.REVIEW, StageRole.EXECUTION: StageRole.DELIVERY}
# 告知、送达可以是任何一环责任的一部分：不予受理也要送达。
_NOTICES = (StageRole.TELL, StageRole.DELIVERY)
_COVERS = {StageRole.REVIEW: (StageRole.TELL,)}


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Where the list and the chart of one power part: stages of one alone, and pairs in another order."""

    power: Power
    list_only: tuple[str, ...] = ()
    flow_only: tuple[str, ...] = ()
    turned: tuple[tuple[str, str], ...] = ()
    crossed: tuple[Step, ...] = ()


def mismatches(scope: InForce, stages: StageCatalogue) -> Iterator[Mismatch]:
    """Powers whose duties and current processes both say stages, and disagree.

    Stages that do the same (审查, 审核, 审理) stand for each other. Missing stages are looked for only where
    steps are not linked to duties: there the links say it better.
    """
    for power in scope.powers:
        roads = scope.roads_of(power)
        duties = [duty for duty in scope.graph.duties_of(power) if duty.stage]
        if duties and any(step.stage for road in roads for step in road.tasks):
            found = _compared(scope, power, duties, roads, stages)
            if found.list_only or found.flow_only or found.turned or found.crossed:
                yield found


def _compared(
    scope: InForce, power: Power, duties: list[Duty], roads: list[Road], stages: StageCatalogue
) -> Mismatch:
    listed = _stages(duties, stages)
    drawn = _stages([step for road in roads for step in road.tasks], stages)
    loose = not any(linked(road) for road in roads) and power.item_type is not ItemType.INSTANT
    return Mismatch(
        power,
        list_only=_apart(listed, drawn, stages) if loose else (),
        flow_only=_apart(drawn, listed, stages, _COVERS) if loose else (),
        turned=tuple(_turned(_stages(_in_order(duties), stages), roads)),
        crossed=tuple(_crossed(scope, power, roads, stages)),
    )


def _in_order(duties: list[Duty]) -> list[Duty]:
    """The duties that the bureau itself numbered, by number: what was drafted stands at the end."""
    numbered = [duty for duty in duties if duty.state is State.STATED and duty.number.isdecimal()]
    return sorted(numbered, key=lambda duty: (int(duty.number), duty.id))


def _stages(things: list[Duty] | list[Step], stages: StageCatalogue) -> list[str]:
    """The stages in order of first appearance, less those outside the process."""
    found = dict.fromkeys(one.stage for one in things if one.stage)
    return [stage for stage in found if stages.role_of(stage) not in _BEYOND]


def _apart(
    these: list[str],
    those: list[str],
    stages: StageCatalogue,
    covers: Mapping[StageRole, Collection[StageRole]] = MappingProxyType({}),
) -> tuple[str, ...]:
    roles = {_LIKE.get(role, role) for stage in those if (role := stages.role_of(stage))}
    roles = roles | {more for role in roles for more in covers.get(role, ())}
    return tuple(s for s in these if (role := stages.role_of(s)) and _LIKE.get(role, role) not in roles)


def _turned(listed: list[str], roads: list[Road]) -> Iterator[tuple[str, str]]:
    """Neighbouring stages of the list whose steps come the other way round on every chart that has both."""
    for first, second in pairwise(listed):
        both = [road for road in roads if _at(road, first) and _at(road, second)]
        if both and all(_always_after(road, first, second) for road in both):
            yield first, second


def _at(road: Road, stage: str) -> list[str]:
    return [step.id for step in road.tasks if step.stage == stage]


def _always_after(road: Road, stage: str, other: str) -> bool:
    """Whether no way comes to a stage but through the other, and none leads on from it to the other."""
    before = reach(road.ahead, road.starts, avoid=_at(road, other))
    after = reach(road.ahead, _at(road, stage))
    return before.isdisjoint(_at(road, stage)) and after.isdisjoint(_at(road, other))


def _crossed(scope: InForce, power: Power, roads: list[Road], stages: StageCatalogue) -> Iterator[Step]:
    """Steps that carry out duties of other stages alone, where the list has a duty of their own stage."""
    owned = {stages.role_of(duty.stage) for duty in scope.graph.duties_of(power)}
    for road in roads:
        simplified = stages.is_simplified(f"{road.process.variant} {road.process.name}")
        for step in road.tasks if not simplified else ():
            duties = duties_of_power(scope, step, power)
            theirs = {stages.role_of(duty.stage) for duty in duties if duty.stage}
            own = stages.role_of(step.stage)
            if own in owned and theirs and theirs.isdisjoint(_BEYOND) and _does_else(own, theirs):
                yield step


def _does_else(own: StageRole | None, theirs: set[StageRole | None]) -> bool:
    """Whether a step of one role does the duties of others alone."""
    alike = {_LIKE.get(role, role) for role in theirs if role}
    alike |= {more for role in alike for more in _COVERS.get(role, ())}
    return own is not None and own not in (*_BEYOND, *_NOTICES) and _LIKE.get(own, own) not in alike


def duties_of_power(scope: InForce, step: Step, power: Power) -> list[Duty]:
    """The duties of one power that a step carries out."""
    graph = scope.graph  # asked from the power's side: a shared step carries out the duties of hundreds
    return [
        duty for duty in graph.duties_of(power) if any(step.id == one.id for one in graph.steps_doing(duty))
    ]
