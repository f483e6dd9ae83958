"""Matters that must be decided together, and the ways on which one person decides them."""

from collections.abc import Iterator

from powerlist.analysis.bypass import way_round
from powerlist.analysis.decisions import steps_in
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road
from powerlist.analysis.said import at_stages
from powerlist.model.codes import PowerType
from powerlist.model.power import Power
from powerlist.model.process import Step
from powerlist.practice import Procedures, StageCatalogue, StageRole


def must_be_collective(power: Power) -> bool:
    """Whether a power is decided together: it says so, or it is internal (三重一大) and does not deny it."""
    return power.collective or (power.collective is None and power.type is PowerType.INTERNAL)


def decided_alone(
    road: Road, stages: StageCatalogue, procedures: Procedures
) -> Iterator[tuple[Step, list[str]]]:
    """Decisions that some way reaches without deliberation, and that no meeting takes itself."""
    decisions = steps_in(road, stages, StageRole.DECISION)
    together = {step.id for step in at_stages(road, procedures.stages["collective"])}
    together |= {step.id for step in decisions if procedures.says("meeting", step.name)}
    for step in decisions:
        barred = together | {one.id for one in decisions}
        way = way_round(road, step.id, barred - {step.id}) if step.id not in together else None
        if way:
            yield step, way


def collective_powers(scope: InForce, road: Road) -> list[Power]:
    """The powers of a process that must be decided together."""
    return [power for power in scope.powers_of(road.process) if must_be_collective(power)]
