"""What ended units left behind: which of their duties went to the units that took over."""

from collections.abc import Iterable, Iterator
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


def forgotten(scope: InForce, history: PowerGraph) -> list[Unit]:
    """Units that are over and of whose former duties the list keeps nothing."""
    remembered = {unit for unit, _ in _held(history)}
    units = scope.graph.register.units
    return [unit for unit in units if unit.is_over(scope.day) and unit.id not in remembered]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A unit of the earlier list that is over or gone, and its duties there that no longer stand anywhere."""

    unit: Unit
    duties: tuple[Duty, ...]
    lost: tuple[Duty, ...]


def successions(
    scope: InForce, history: PowerGraph, earlier: PowerGraph | None = None
) -> Iterator[Succession]:
    """Every unit that is over and once had duties in force today.

    `history` also holds what has ended; `earlier` is an earlier version of the list, with today's ids.
    """
    formerly: dict[str, dict[str, Duty]] = {}
    running = {duty.id: duty for duty in scope.duties}
    for graph in [history, *([earlier] if earlier else [])]:
        for unit, duty in _held(graph):
            if duty in running:
                formerly.setdefault(unit, {})[duty] = running[duty]
    for unit_found in scope.graph.register.units:
        duties = tuple(formerly.get(unit_found.id, {}).values())
        if duties and unit_found.is_over(scope.day):
            heirs = _heirs(scope.graph, unit_found)
            left = tuple(duty for duty in duties if not _went_to(scope, duty, heirs))
            yield Succession(unit_found, tuple(heirs.values()), duties, left)


def dropped(scope: InForce, earlier: PowerGraph) -> Iterator[Dropped]:
    """Units of the earlier list, over or gone today, that took duties along with them.

    A duty is lost where its power still runs and has no duty of that stage any more: one that was written
    anew stands under its stage.
    """
    today = {unit.id for unit in scope.units}
    kept = {(duty.power, duty.stage) for duty in scope.duties}
    running = {power.id for power in scope.powers}
    here = {duty.id for duty in scope.graph.register.duties}
    held: dict[str, dict[str, Duty]] = {}
    for unit, id in _held(earlier):
        duty = earlier.register.find(id)
        if unit not in today and isinstance(duty, Duty) and duty.power in running:
            held.setdefault(unit, {})[id] = duty
    for unit_found in earlier.register.units:
        duties = tuple(held.get(unit_found.id, {}).values())
        lost = _not_in(duties, here, kept)
        if lost:
            yield Dropped(unit_found, duties, lost)


def _not_in(duties: Iterable[Duty], here: set[str], kept: set[tuple[str, str | None]]) -> tuple[Duty, ...]:
    return tuple(one for one in duties if one.id not in here and (one.power, one.stage) not in kept)


def _held(graph: PowerGraph) -> Iterator[tuple[str, str]]:
    """(unit, duty) for every part that a unit, or a post of it, has or once had."""
    for part in graph.register.assignments:
        unit = _unit_of(graph, part)
        if unit and part.raci in DOES:
            yield unit, part.duty


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
