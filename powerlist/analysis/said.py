"""What a step says of itself: its name, points and papers, and the duties that it carries out."""

from collections.abc import Iterable

from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road
from powerlist.model.codes import PowerType
from powerlist.model.duty import Duty
from powerlist.model.process import Step


def said_at(scope: InForce, step: Step) -> tuple[str, ...]:
    """Every text at a step."""
    duties = (duty.text for duty in scope.graph.duties_done_in(step) if isinstance(duty, Duty))
    return (*own_words(step), *duties)


def own_words(step: Step) -> tuple[str, ...]:
    """What the chart itself says at a step, without its duties."""
    return (step.name, step.points, *step.documents)


def explained(scope: InForce, steps: Iterable[Step]) -> bool:
    """Whether any of the steps says more than its name."""
    return any(step.points or scope.graph.duties_done_in(step) for step in steps)


def types_of(scope: InForce, road: Road) -> tuple[PowerType | None, ...]:
    """The types of the powers that a process runs."""
    return tuple(dict.fromkeys(power.type for power in scope.powers_of(road.process)))


def at_stages(road: Road, stages: Iterable[str]) -> list[Step]:
    """The steps of a process at these stages."""
    wanted = frozenset(stages)
    return [step for step in road.tasks if step.stage in wanted]
