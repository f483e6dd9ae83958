"""The chart for outsiders against the one inside: what is hidden that must be seen, where two part."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road, reach
from powerlist.model.codes import PowerType, StepKind
from powerlist.model.identity import squeezed
from powerlist.model.power import Power
from powerlist.model.process import Step
from powerlist.practice import Listing, StageCatalogue, StageRole

_DISCLOSURE = "disclosure"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A process whose marks for outsiders do not go together, with the steps: all hidden, named, delivery."""

    road: Road
    fault: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Two charts of one power: steps that only one of them shows, and pairs in another order."""

    power: Power
    outside: Road
    inside_only: tuple[Step, ...]
    outside_only: tuple[Step, ...]
    turned: tuple[tuple[Step, Step], ...]


def contradictions(scope: InForce, stages: StageCatalogue) -> Iterator[Contradiction]:
    """Outward processes that hide every step or a result, or name a hidden step for outsiders."""
    for road in scope.roads:
        if _outward(scope, road):
            hidden = tuple(step for step in road.tasks if not step.visible)
            if hidden and len(hidden) == len(road.tasks):
                yield Contradiction(road, "all", hidden)
                continue
            delivered = tuple(_unseen_results(road, stages))
            named = tuple(step for step in hidden if step.external_name and step not in delivered)
            for fault, steps in (("delivery", delivered), ("named", named)):
                if steps:
                    yield Contradiction(road, fault, steps)


def _unseen_results(road: Road, stages: StageCatalogue) -> Iterator[Step]:
    """Hidden deliveries on a way on which outsiders see no other; to make a list public is none."""
    delivered = [step for step in road.tasks if stages.role_of(step.stage) is StageRole.DELIVERY]
    handed = [step for step in delivered if step.stage != _DISCLOSURE]
    seen = {step.id for step in handed if step.visible}
    before = reach(road.ahead, road.starts, avoid=seen)
    for step in handed:
        to_the_end = not reach(road.ahead, [step.id], avoid=seen).isdisjoint(road.ends)
        if not step.visible and step.id in before and to_the_end:
            yield step


def _outward(scope: InForce, road: Road) -> bool:
    return any(power.type is not PowerType.INTERNAL for power in scope.powers_of(road.process))


def charts_apart(scope: InForce, listing: Listing) -> Iterator[Apart]:
    """Powers with a chart for outsiders of its own beside the inner one, where the two disagree.

    The outer chart must be the inner one with its hidden boxes contracted: the same visible steps by their
    outward names, and every arrow of it a way of the inner one.
    """
    for power in scope.powers:
        roads = scope.roads_of(power)
        outer = [road for road in roads if _is_outer(road, listing)]
        inner = [road for road in roads if not _is_outer(road, listing)]
        if len(outer) == 1 and len(inner) == 1:
            found = _compared(power, outer[0], inner[0])
            if found.inside_only or found.outside_only or found.turned:
                yield found


def _is_outer(road: Road, listing: Listing) -> bool:
    return listing.is_external(f"{road.process.variant} {road.process.name}")


def _compared(power: Power, outer: Road, inner: Road) -> Apart:
    shown = {_name(step): step for step in outer.tasks}
    visible: dict[str, list[Step]] = {}
    for step in inner.tasks:
        if step.visible:
            visible.setdefault(_name(step), []).append(step)
    return Apart(
        power,
        outer,
        tuple(steps[0] for name, steps in visible.items() if name not in shown),
        tuple(step for name, step in shown.items() if name not in visible),
        tuple(_turned(outer, inner, visible)),
    )


def _name(step: Step) -> str:
    return squeezed(step.external_name or step.name)


def _turned(outer: Road, inner: Road, visible: dict[str, list[Step]]) -> Iterator[tuple[Step, Step]]:
    """Arrows of the outer chart between steps that no way of the inner one joins in that order."""
    for first, second in _arrows(outer):
        starts = [step.id for step in visible.get(_name(first), ())]
        goals = {step.id for step in visible.get(_name(second), ())}
        if starts and goals and goals.isdisjoint(_beyond(inner, starts)):
            yield first, second


def _beyond(road: Road, starts: Collection[str]) -> set[str]:
    return reach(road.ahead, [after for start in starts for after in road.ahead[start]])


def _arrows(road: Road) -> Iterator[tuple[Step, Step]]:
    """Pairs of steps with nothing but decisions between them."""
    for step in road.tasks:
        seen: set[str] = set()
        waiting = list(road.ahead[step.id])
        while waiting:
            id = waiting.pop(0)
            if id in seen:
                continue
            seen.add(id)
            node = road.nodes[id]
            if not isinstance(node, Step):
                waiting += road.ahead[id]
            elif node.step_kind not in (StepKind.START, StepKind.END):
                yield step, node
