"""Whether what the list says is done on the chart, and what the chart does is on the list."""

from collections.abc import Iterator

from powerlist.analysis.in_force import DOES, InForce
from powerlist.analysis.road import Road
from powerlist.graph import PowerGraph
from powerlist.model.duty import Duty
from powerlist.model.organisation import Unit
from powerlist.model.power import Power
from powerlist.model.process import Step
from powerlist.practice import Procedures, StageCatalogue, StageRole

# 事后监管、归档和“其他责任”不在办理流程之内。
_BEYOND = (StageRole.FOLLOW_UP, StageRole.OTHER)


def units_left_with(graph: PowerGraph, duty: Duty) -> list[Unit]:
    """The units that perform or answer for a duty where no post is named."""
    parts = [one for one in graph.assignments_of(duty) if one.raci in DOES]
    units = (graph.register.find(one.unit) for one in parts if one.unit)
    return [unit for unit in units if isinstance(unit, Unit)]


def owed_duties(graph: PowerGraph, power: Power, stages: StageCatalogue) -> Iterator[Duty]:
    """The duties of a power that somebody must perform: not “whatever else the law asks”."""
    every = graph.duties_of(power)
    yield from (duty for duty in every if stages.role_of(duty.stage) is not StageRole.OTHER)


def linked(road: Road) -> bool:
    """Whether any step of a process says which duty it carries out."""
    return any(step.duties for step in road.tasks)


def idle_roads(scope: InForce) -> Iterator[Road]:
    """Processes with work and powers with duties, but without any link between them."""
    for road in scope.roads:
        duties = any(scope.graph.duties_of(power) for power in scope.powers_of(road.process))
        if road.tasks and duties and not linked(road):
            yield road


def steps_without_duty(scope: InForce, stages: StageCatalogue, procedures: Procedures) -> Iterator[Step]:
    """Steps that carry out no duty, in processes where others do; what an applicant does is no duty."""
    for road in scope.roads:
        if linked(road):
            for step in road.tasks:
                owed = not scope.graph.duties_done_in(step) and stages.role_of(step.stage) not in _BEYOND
                if (
                    owed
                    and not _outsiders(step, procedures)
                    and not _told_at_intake(scope, road, step, procedures)
                ):
                    yield step


def _outsiders(step: Step, procedures: Procedures) -> bool:
    """Whether the chart says that the applicant or another outsider takes a step."""
    return step.post is None and step.name.startswith(procedures.words["outsiders"])


def _told_at_intake(scope: InForce, road: Road, step: Step, procedures: Procedures) -> bool:
    """Whether a step is the correction, of which another step's duty on the chart speaks."""
    if step.stage not in procedures.stages["correction"]:
        return False
    texts = (duty.text for one in road.tasks for duty in scope.graph.duties_done_in(one))
    return any(procedures.says("to_correct", text) for text in texts)


def duties_without_step(scope: InForce, stages: StageCatalogue) -> Iterator[Duty]:
    """Duties of powers with a linked process that no step of theirs carries out."""
    for power in scope.powers:
        roads = [road for road in scope.roads_of(power) if linked(road)]
        if roads:
            done, shared = _done(scope, power, roads)
            for duty in scope.graph.duties_of(power):
                beyond = stages.role_of(duty.stage) in _BEYOND
                carried = any(step.id in done for step in scope.graph.steps_doing(duty))
                if not carried and duty.stage not in shared and not beyond:
                    yield duty


def _done(scope: InForce, power: Power, roads: list[Road]) -> tuple[set[str], set[str]]:
    """The steps whose duties are done, and the stages that shared processes have."""
    done = {step.id for road in roads for step in road.tasks}
    several = [road for road in roads if len(scope.powers_of(road.process)) > 1]
    return done, {step.stage for road in several for step in road.tasks if step.stage}
