"""Matters that must be decided together, and the ways on which one person decides them."""

from collections.abc import Iterator

from powerlist.analysis.bypass import way_round
from powerlist.analysis.decisions import forks, steps_in
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road, reach, without_flows
from powerlist.analysis.said import at_stages
from powerlist.model.codes import PowerType
from powerlist.model.power import Power
from powerlist.model.process import Flow, Step
from powerlist.practice import Procedures, StageCatalogue, StageRole


def must_be_collective(power: Power) -> bool:
    """Whether a power is decided together: it says so, or it is internal (三重一大) and does not deny it."""
    return power.collective or (power.collective is None and power.type is PowerType.INTERNAL)


def decided_alone(
    scope: InForce, road: Road, stages: StageCatalogue, procedures: Procedures
) -> Iterator[tuple[Step, list[str]]]:
    """Decisions that some way reaches without deliberation, and that no meeting takes itself.

    Where no power says that it is collective, small matters may be decided by one: exits that call them so,
    of a fork whose other exit leads to a deliberation, are left out.
    """
    decisions = steps_in(road, stages, StageRole.DECISION)
    together = {step.id for step in at_stages(road, procedures.stages["collective"])}
    together |= {step.id for step in decisions if procedures.says("meeting", step.name)}
    said = any(power.collective for power in collective_powers(scope, road))
    walked = road if said else without_flows(road, _small_exits(road, procedures, together))
    for step in decisions:
        barred = together | {one.id for one in decisions}
        way = way_round(walked, step.id, barred - {step.id}) if step.id not in together else None
        if way:
            yield step, way


def _small_exits(road: Road, procedures: Procedures, together: set[str]) -> list[Flow]:
    """The exits for small matters of forks that lead the others to a deliberation."""
    found = []
    for _, exits in forks(road):
        small = [one for one in exits if procedures.says("small", one.condition)]
        rest = [one.target for one in exits if one not in small]
        if small and not reach(road.ahead, rest).isdisjoint(together):
            found += small
    return found


def collective_powers(scope: InForce, road: Road) -> list[Power]:
    """The powers of a process that must be decided together."""
    return [power for power in scope.powers_of(road.process) if must_be_collective(power)]
