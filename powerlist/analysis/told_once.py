"""Whether applicants are told at once of everything that is missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.analysis.said import own_words
from powerlist.model.duty import Duty
from powerlist.model.power import Power
from powerlist.model.process import Step
from powerlist.practice.regulations import ToldOnce, says


@dataclass(frozen=True, slots=True)
class Untold:
    """A power that takes applications in, at a duty or a step, and says nowhere what happens to a gap."""

    power: Power
    at: Duty | Step


def untold(scope: InForce, words: ToldOnce) -> Iterator[Untold]:
    """Powers that take applications in without any duty, step or flow of telling at once."""
    for power in scope.powers:
        if power.type in words.types:
            intake = _intake(scope, power, words)
            if intake and not _tells(scope, power, words):
                yield Untold(power, intake)


def _intake(scope: InForce, power: Power, words: ToldOnce) -> Duty | Step | None:
    """The first step, else the first duty, of taking an application in."""
    steps = (step for road in scope.roads_of(power) for step in road.tasks)
    every = _both(steps, scope.graph.duties_of(power))
    return next((one for one in every if one.stage in words.stages), None)


def _both(steps: Iterable[Step], duties: Iterable[Duty]) -> list[Duty | Step]:
    return [*steps, *duties]


def _tells(scope: InForce, power: Power, words: ToldOnce) -> bool:
    roads, duties = scope.roads_of(power), scope.graph.duties_of(power)
    steps = [step for road in roads for step in road.tasks]
    if any(one.stage in words.correction for one in _both(steps, duties)):
        return True
    texts = (*(text for step in steps for text in own_words(step)), *(duty.text for duty in duties))
    return any(flow.informs_once for road in roads for flow in road.flows) or says(words.words, *texts)
