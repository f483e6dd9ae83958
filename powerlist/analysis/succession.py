"""What ended units left behind: which of their duties went to the units that took over."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import DOES, InForce
from powerlist.graph import PowerGraph
from powerlist.model.duty import Assignment, Duty
from powerlist.model.organisation import Post, Unit


@dataclass(frozen=True, slots=True)
class Succession:
    """An ended unit, the units that took over, its former duties, and those that did not go there."""

    unit: Unit
    heirs: tuple[Unit, ...]
    duties: tuple[Duty, ...]
    left: tuple[Duty, ...]


def successions(scope: InForce, history: PowerGraph) -> Iterator[Succession]:
    """Every unit that is over and once had duties in force today; `history` also holds what has ended."""
    formerly: dict[str, dict[str, Duty]] = {}
    running = {duty.id: duty for duty in scope.duties}
    for part in history.register.assignments:
        unit = _unit_of(history, part)
        if unit and part.raci in DOES and part.duty in running:
            formerly.setdefault(unit, {})[part.duty] = running[part.duty]
    for unit_found in scope.graph.register.units:
        duties = tuple(formerly.get(unit_found.id, {}).values())
        if duties and unit_found.is_over(scope.day):
            heirs = _heirs(scope.graph, unit_found)
            left = tuple(duty for duty in duties if not _went_to(scope, duty, heirs))
            yield Succession(unit_found, tuple(heirs.values()), duties, left)


def _unit_of(graph: PowerGraph, part: Assignment) -> str | None:
    post = graph.register.find(part.post) if part.post else None
    return post.unit if isinstance(post, Post) else part.unit


def _heirs(graph: PowerGraph, unit: Unit) -> dict[str, Unit]:
    """The units that took over, and those that took over from them."""
    found: dict[str, Unit] = {}
    waiting = [unit]
    while waiting:
        for heir in graph.targets(waiting.pop(), "SUCCEEDED_BY"):
            if heir.id not in found:
                found[heir.id] = heir
                waiting.append(heir)
    return found


def _went_to(scope: InForce, duty: Duty, heirs: dict[str, Unit]) -> bool:
    units = {_unit_of(scope.graph, part) for part in scope.graph.assignments_of(duty) if part.raci in DOES}
    return not units.isdisjoint(heirs)
