"""What a penalty or a compulsion must pass before it may strike, and the way round it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from powerlist.analysis.bypass import way_round
from powerlist.analysis.decisions import forks, steps_in
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road, reach, shortest
from powerlist.analysis.said import at_stages, said_at
from powerlist.model.process import Flow, Gateway, Step
from powerlist.practice import Procedures, StageCatalogue, StageRole

NOTICE, LEAVE, URGE = "notice", "leave", "urge"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A step that some way reaches without what must come before; `way` is empty where that is nowhere."""

    step: Step
    what: str
    way: tuple[str, ...] = ()


def punishing(road: Road, stages: StageCatalogue, procedures: Procedures) -> list[Step]:
    """The decisions that punish: not those that open, drop or hand over a case, or order a measure.

    A disposal (处置) stands for the decision where nothing is called one.
    """
    decided = [
        s for s in steps_in(road, stages, StageRole.DECISION) if s.stage in procedures.stages["decided"]
    ]
    decisions = decided or steps_in(road, stages, StageRole.DECISION)
    plain = [step for step in decisions if not procedures.says("spared", step.name)]
    return plain or [step for step in decisions if procedures.says("punish", step.name)]


def without_notice(road: Road, stages: StageCatalogue, procedures: Procedures) -> Iterator[Skipped]:
    """Penalties that can be decided without telling the party first."""
    told = steps_in(road, stages, StageRole.TELL)
    notices = [s for s in told if s.stage in procedures.stages[NOTICE] or procedures.says(NOTICE, s.name)]
    yield from _skipped(road, punishing(road, stages, procedures), notices, NOTICE)


def _skipped(road: Road, goals: list[Step], musts: list[Step], what: str) -> Iterator[Skipped]:
    """The goals that some way reaches past none of the musts; only the first goal on a way."""
    ids, passed = [goal.id for goal in goals], {step.id for step in musts}
    for goal in goals:
        way = way_round(road, goal.id, {*passed, *ids} - {goal.id})
        if way:
            yield Skipped(goal, what, tuple(way))


# -- grave cases


def grave_exits(road: Road, procedures: Procedures) -> list[Flow]:
    """The exits that are taken where a case is grave."""
    return [flow for gateway, exits in forks(road) for flow in exits if _is_grave(gateway, flow, procedures)]


def _is_grave(gateway: Gateway, exit: Flow, procedures: Procedures) -> bool:
    said = exit.condition.strip()
    if not said or said.startswith(procedures.words["no"]):
        return False
    return procedures.says("grave", said) or (
        procedures.says("grave", gateway.name) and said.startswith(procedures.words["yes"])
    )


def grave_gaps(
    scope: InForce, road: Road, stages: StageCatalogue, procedures: Procedures
) -> Iterator[Skipped]:
    """What a grave penalty does not pass: by its exits where there are some, else anywhere on the road."""
    exits = grave_exits(road, procedures)
    kinds = [kind for power in scope.powers_of(road.process) for kind in power.penalties]
    if not exits and not procedures.says("grave_kinds", *kinds):
        return
    named = [road.nodes[flow.source].title for flow in exits] + [flow.condition for flow in exits]
    heard = procedures.says("grave_kinds", *kinds, *named)  # 行政处罚法第六十三条所列的才要听证
    for stage in procedures.grave_stages:
        if stage in procedures.stages["hearing"] and not heard:
            continue
        for goal in punishing(road, stages, procedures):
            musts = {step.id for step in at_stages(road, (stage,))}
            if stage in procedures.stages["hearing"]:
                musts |= _hearing_told(scope, road, procedures)
            found = _grave_gap(road, goal, stage, exits, musts, procedures)
            if found:
                yield found


def _grave_gap(
    road: Road, goal: Step, stage: str, exits: list[Flow], musts: set[str], procedures: Procedures
) -> Skipped | None:
    """A hearing is held on request, so it need only be on the road; the others are passed by every way."""
    if stage in procedures.stages["hearing"] or not exits:
        return None if goal.id in reach(road.ahead, musts) else Skipped(goal, stage)
    for exit in exits:
        way = _way_over(road, exit, goal.id, musts)
        if way:
            return Skipped(goal, stage, tuple(way))
    return None


def _hearing_told(scope: InForce, road: Road, procedures: Procedures) -> set[str]:
    """The steps that tell the party of the right to a hearing, which is all that is owed unless it asks."""
    told = (step for step in road.tasks if step.stage in procedures.stages[NOTICE])
    return {step.id for step in told if procedures.says("hearing", *said_at(scope, step))}


def _way_over(road: Road, exit: Flow, goal: str, musts: set[str]) -> list[str] | None:
    """The shortest way from a start over an exit to a goal that meets none of the musts."""
    before = shortest(road.ahead, road.starts, {exit.source}, lambda id: id not in musts)
    after = shortest(road.ahead, [exit.target], {goal}, lambda id: id not in musts)
    return [*before, *after] if before and after else None


# -- compulsion


def is_enforcement(scope: InForce, road: Road, procedures: Procedures) -> bool:
    """Whether a process enforces an earlier decision, rather than taking a measure."""
    names = (power.name for power in scope.powers_of(road.process))
    return procedures.says("enforcement", road.process.name, road.process.variant, *names)


def unauthorised(road: Road, stages: StageCatalogue, procedures: Procedures) -> Iterator[Skipped]:
    """Compulsion without leave; in urgent cases leave may follow (行政强制法第十九条)."""
    strikes = steps_in(road, stages, StageRole.EXECUTION)
    leaves = at_stages(road, procedures.stages[LEAVE])
    for found in _skipped(road, strikes, leaves, LEAVE):
        later = reach(road.ahead, [found.step.id])
        made_good = any(step.id in later for step in leaves)
        if not (made_good and _urgent(road, found.way, procedures)):
            yield found


def _urgent(road: Road, way: tuple[str, ...], procedures: Procedures) -> bool:
    pairs = set(pairwise(way))
    taken = (flow.condition for flow in road.flows if (flow.source, flow.target) in pairs)
    return procedures.says("urgent", *taken, road.process.variant, road.process.name)


def without_demand(road: Road, stages: StageCatalogue, procedures: Procedures) -> Iterator[Skipped]:
    """Enforcement without the formal demand before it."""
    strikes = steps_in(road, stages, StageRole.EXECUTION) or steps_in(road, stages, StageRole.DECISION)
    yield from _skipped(road, strikes, at_stages(road, procedures.stages[URGE]), URGE)
