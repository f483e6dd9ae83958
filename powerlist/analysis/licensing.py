"""Whether a licence can be turned down, with reasons and relief, and whether every decision is delivered."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.decisions import forks, steps_in
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road, reach, shortest
from powerlist.analysis.said import at_stages, explained, said_at
from powerlist.model.codes import ItemType
from powerlist.model.process import Process, Step
from powerlist.practice import Procedures, StageCatalogue, StageRole

INTAKE, REFUSAL, REASONS, RELIEF, DELIVERY = "intake", "refusal", "reasons", "relief", "delivery"


@dataclass(frozen=True, slots=True)
class Lack:
    """What a process lacks, at which of its steps, and the way that proves it."""

    thing: Process | Step
    what: str
    way: tuple[str, ...] = ()


def licence_lacks(
    scope: InForce, road: Road, stages: StageCatalogue, procedures: Procedures
) -> Iterator[Lack]:
    """The branches and texts that the road of a licence lacks; nothing where it decides nothing."""
    decisions = steps_in(road, stages, StageRole.DECISION)
    if not decisions:
        return
    if not at_stages(road, procedures.stages["correction"]) and not _turned_away(road, decisions):
        yield Lack(road.process, INTAKE)
    if not _can_refuse(road, decisions, procedures):
        yield Lack(road.process, REFUSAL)
    else:
        yield from _unexplained(scope, road, decisions, procedures)
    at_once = all(power.item_type is ItemType.INSTANT for power in scope.powers_of(road.process))
    if not at_once:
        yield from _undelivered(road, decisions, stages)


def _turned_away(road: Road, decisions: list[Step]) -> bool:
    """Whether some way ends before any decision."""
    undecided = reach(road.ahead, road.starts, avoid={step.id for step in decisions})
    return not undecided.isdisjoint(road.ends)


def _can_refuse(road: Road, decisions: list[Step], procedures: Procedures) -> bool:
    after = reach(road.ahead, [step.id for step in decisions])
    forked = any(gateway.id in after and len(exits) > 1 for gateway, exits in forks(road))
    named = any(
        procedures.says("refusal", step.name) and not procedures.says("intake", step.name)
        for step in road.tasks
    )
    return forked or named or len(decisions) > 1


def _unexplained(scope: InForce, road: Road, decisions: list[Step], procedures: Procedures) -> Iterator[Lack]:
    """Refusals whose texts, where there are any, speak neither of reasons nor of relief."""
    after = reach(road.ahead, [step.id for step in decisions])
    steps = [step for step in road.tasks if step.id in after or procedures.says("refusal", step.name)]
    said = [text for step in steps for text in said_at(scope, step)]
    if explained(scope, steps) and not procedures.says("reasons", *said):
        yield Lack(road.process, REASONS)
    silent = any(not power.relief for power in scope.powers_of(road.process))
    if explained(scope, steps) and silent and not procedures.says("relief", *said):
        yield Lack(road.process, RELIEF)


def _undelivered(road: Road, decisions: list[Step], stages: StageCatalogue) -> Iterator[Lack]:
    """Decisions from which an end is reached without delivery; the last decision on a way alone."""
    delivered = {step.id for step in steps_in(road, stages, StageRole.DELIVERY)}
    ids = {step.id for step in decisions}
    for step in decisions:
        barred = delivered | ids - {step.id}
        way = shortest(road.ahead, [step.id], set(road.ends), lambda id, barred=barred: id not in barred)  # type: ignore[misc]
        if way:
            yield Lack(step, DELIVERY, tuple(way))
