"""What still runs of powers that are gone, and what runs under another name than its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.decisions import forks, steps_in
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road, reach
from powerlist.model.codes import PowerType, ProcessStatus
from powerlist.model.entity import Entity
from powerlist.model.oversight import Publication
from powerlist.model.power import Power
from powerlist.model.process import Flow, Gateway, Process
from powerlist.practice import Procedures, StageCatalogue, StageRole
from powerlist.practice.lawfulness import Lawfulness

PROCESS, FEE = "process", "fee"


def gone(scope: InForce, power: Power) -> bool:
    """Whether the bureau no longer runs it on the day; one that is still to come is not gone."""
    return not power.running or power.is_over(scope.day)


def still_running(scope: InForce) -> Iterator[tuple[Power, str, tuple[Process, ...]]]:
    """Gone powers with a current process of their own, or with a charge."""
    for power in scope.graph.powers:
        if gone(scope, power):
            live = tuple(one for one in scope.graph.processes_of(power) if _orphan(scope, one))
            if live:
                yield power, PROCESS, live
            if power.fee and power.fee.charged:
                yield power, FEE, ()


def _orphan(scope: InForce, process: Process) -> bool:
    """Whether a process is called current and every power it runs is gone."""
    powers = scope.graph.powers_of(process)
    current = process.status is ProcessStatus.CURRENT and not process.sub_items
    return current and bool(powers) and all(gone(scope, power) for power in powers)


def stands(scope: InForce, one: Publication) -> bool:
    """Whether a publication is on show on the day."""
    begun = one.published_on is None or one.published_on <= scope.day
    return begun and (one.withdrawn_on is None or one.withdrawn_on > scope.day)


def shown_though_gone(scope: InForce) -> Iterator[tuple[Publication, Entity]]:
    """Publications on show of a gone power, or of a process all of whose powers are gone."""
    for one in scope.graph.register.publications:
        of = scope.graph.register.find(one.of) if stands(scope, one) else None
        if isinstance(of, Power) and gone(scope, of):
            yield one, of
        elif isinstance(of, Process):
            powers = () if of.sub_items else scope.graph.powers_of(of)
            if powers and all(gone(scope, power) for power in powers):
                yield one, of


@dataclass(frozen=True, slots=True)
class Disguise:
    """A power that calls itself a filing and grants or refuses: at which fork, by which exits."""

    power: Power
    road: Road
    fork: Gateway
    grant: Flow
    refusal: Flow


def disguised_licences(
    scope: InForce, stages: StageCatalogue, procedures: Procedures, words: Lawfulness
) -> Iterator[Disguise]:
    """Other powers with the name of a filing whose process, once decided, grants or refuses."""
    for power in scope.powers:
        filing = power.type is PowerType.OTHER and words.says("disguises", power.name)
        if filing and not _among_state_bodies(power, words):
            found = (_fork(power, road, stages, procedures, words) for road in scope.roads_of(power))
            yield from [one for one in found if one][:1]


def _among_state_bodies(power: Power, words: Lawfulness) -> bool:
    named = power.counterparties
    return bool(named) and all(words.says("state_bodies", one) for one in named)


def _fork(
    power: Power, road: Road, stages: StageCatalogue, procedures: Procedures, words: Lawfulness
) -> Disguise | None:
    decided = [step.id for step in steps_in(road, stages, StageRole.DECISION)]
    after = reach(road.ahead, decided)
    for fork, exits in forks(road):
        refused = [one for one in exits if _refuses(road, one, procedures)]
        granted = [one for one in exits if one not in refused and words.says("grants", one.condition)]
        if fork.id in after and refused and granted:
            return Disguise(power, road, fork, granted[0], refused[0])
    return None


def _refuses(road: Road, exit: Flow, procedures: Procedures) -> bool:
    said = (exit.condition, road.nodes[exit.target].name)
    return procedures.says("refusal", *said) and not procedures.says("intake", *said)
