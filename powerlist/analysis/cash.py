"""Who sets a fee and who takes it."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.analysis.said import own_words, types_of
from powerlist.analysis.separation import Hand, shared_hand
from powerlist.model.codes import PowerType
from powerlist.model.process import Process, Step
from powerlist.practice.regulations import Fees, says


@dataclass(frozen=True, slots=True)
class SetAndTaken:
    """One hand that sets a fee at one step and takes it at another, or does both at one step."""

    process: Process
    first: Step
    second: Step
    hand: Hand


def set_and_taken(scope: InForce, fees: Fees) -> Iterator[SetAndTaken]:
    """Processes in which one hand sets a fee and takes the money; fines (S04) and banks are left out."""
    for road in scope.roads:
        taking = [step for step in road.tasks if _takes(step, fees)]
        if taking and types_of(scope, road) != (PowerType.PENALTY,):
            setting = [step for step in road.tasks if _sets(step, fees)]
            both = next((step for step in setting if step in taking), None)
            found = _alone(scope, both) or shared_hand(scope, road, setting, taking)
            if found:
                yield SetAndTaken(road.process, *found)


def _alone(scope: InForce, step: Step | None) -> tuple[Step, Step, Hand] | None:
    post = scope.graph.post_of(step) if step else None
    return (step, step, Hand((post,))) if step and post else None


def _takes(step: Step, fees: Fees) -> bool:
    """Whether a step takes money in: it handles money, by its stage or name takes it, and no bank does."""
    named = step.stage in fees.taken_at or says(fees.take, step.name)
    return step.handles_money and named and not says(fees.bank, *own_words(step))


def _sets(step: Step, fees: Fees) -> bool:
    return says(fees.set, step.name, step.points)
