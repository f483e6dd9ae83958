"""Where power tempts: steps with discretion, money, fees or a penalty, and what was looked for there."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.decisions import steps_in
from powerlist.analysis.in_force import LOW, InForce
from powerlist.analysis.road import Road
from powerlist.analysis.said import at_stages, types_of
from powerlist.model.codes import Named, PowerType
from powerlist.model.organisation import Unit
from powerlist.model.process import Step
from powerlist.model.risk import RiskPoint
from powerlist.practice import StageCatalogue, StageRole

_CHARGING = ("collection",)
_WEIGHTY = (PowerType.LICENCE, PowerType.PENALTY, PowerType.PAYMENT, PowerType.LEVY)


class Temptation(Named):
    """Why a step needs a look."""

    DISCRETION = "discretion", "有裁量", "has discretion"
    MONEY = "money", "经手钱款", "handles money"
    CHARGE = "charge", "收费", "charges"
    PENALTY = "penalty", "决定处罚", "decides a penalty"


def tempting(scope: InForce, road: Road, stages: StageCatalogue) -> dict[str, Temptation]:
    """The steps of a process where power tempts, by id, and why."""
    found = {step.id: Temptation.CHARGE for step in at_stages(road, _CHARGING)}
    if PowerType.PENALTY in types_of(scope, road):
        decided = steps_in(road, stages, StageRole.DECISION)
        found |= {step.id: Temptation.PENALTY for step in decided if step.stage == "decision"}
    found |= {step.id: Temptation.DISCRETION for step in road.tasks if step.discretion}
    return found | {step.id: Temptation.MONEY for step in road.tasks if step.handles_money}


@dataclass(frozen=True, slots=True)
class Unlooked:
    """Tempting steps of a process without a risk point, and why the first of them tempts."""

    steps: tuple[Step, ...]
    why: Temptation


def unlooked(scope: InForce, stages: StageCatalogue, each_step: bool) -> Iterator[Unlooked]:
    """Processes with no risk point at any tempting step; with `each_step` every such step."""
    for road in scope.roads:
        reasons = tempting(scope, road, stages)
        bare = [s for s in road.tasks if s.id in reasons and not scope.graph.risks_at(s)]
        if bare and (each_step or len(bare) == len(reasons)):
            groups = [(step,) for step in bare] if each_step else [tuple(bare)]
            yield from (Unlooked(group, reasons[group[0].id]) for group in groups)


def all_low(scope: InForce, least: int) -> Iterator[tuple[Unit, list[RiskPoint]]]:
    """Units that decide on permits, penalties or money, and whose risks, `least` at least, are all low."""
    weighty = {
        id for power in scope.powers if power.type in _WEIGHTY or power.handles_money for id in power.units
    }
    rated: dict[str, list[RiskPoint]] = {}
    for risk in scope.risks:
        post = scope.graph.post_at_risk(risk)
        if post and post.unit and risk.rank is not None:
            rated.setdefault(post.unit, []).append(risk)
    for unit in scope.units:
        risks = rated.get(unit.id, [])
        if unit.id in weighty and len(risks) >= least and all(risk.rank == LOW for risk in risks):
            yield unit, risks
