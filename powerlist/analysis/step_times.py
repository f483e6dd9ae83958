"""What the times of steps say: stops that nobody tells of, items done at once, limits that are missing."""

from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from powerlist.analysis.clock import counted_steps, strictest
from powerlist.analysis.critical_path import longest
from powerlist.analysis.decisions import steps_in
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road, network
from powerlist.analysis.said import at_stages, said_at, types_of
from powerlist.model.codes import ItemType, PostLevel
from powerlist.model.limits import TimeLimit, TimeUnit
from powerlist.model.power import Power
from powerlist.model.process import Gateway, Step
from powerlist.practice import Procedures, StageCatalogue, StageRole

_DAY = TimeLimit(value=1)
_WORK = (StageRole.INTAKE, StageRole.EXAMINE, StageRole.REVIEW, StageRole.TELL, StageRole.DECISION)
_OFFICE_WORK = (StageRole.INTAKE, StageRole.EXAMINE, StageRole.REVIEW, StageRole.DECISION)
_APPROVES = (StageRole.REVIEW, StageRole.DECISION)
_NATURAL = (TimeUnit.CALENDAR_DAY, TimeUnit.MONTH, TimeUnit.YEAR)


def untold_stops(scope: InForce, procedures: Procedures) -> Iterator[Step]:
    """Steps that stop the clock, where nothing says that the time they take is told."""
    for road in scope.roads:
        for step in road.tasks:
            if step.clock_stops and not any(
                procedures.says("told", text) and procedures.says("time_told", text)
                for text in said_at(scope, step)
            ):
                yield step


@dataclass(frozen=True, slots=True)
class AtOnce:
    """A power whose road does not fit its kind of item: what is wrong, and the steps that show it."""

    power: Power
    what: str
    steps: tuple[Step, ...] = ()


def not_at_once(
    scope: InForce, stages: StageCatalogue, procedures: Procedures, most: int
) -> Iterator[AtOnce]:
    """Items done at once that take long, and items within a promise that take one step."""
    work = {road.process.id: _work(road, stages) for road in scope.roads}
    for power in scope.powers:
        roads = scope.roads_of(power)
        ways = [work[road.process.id] for road in roads]
        if power.item_type is ItemType.INSTANT:
            if power.promised_limit and power.promised_limit.exceeds(_DAY):
                yield AtOnce(power, "promise")
            longest_way = max(ways, key=len, default=())
            if len(longest_way) > most:
                yield AtOnce(power, "steps", longest_way)
            yield from _visited(power, roads, procedures)
        elif power.item_type is ItemType.PROMISED and ways and all(len(way) == 1 for way in ways):
            yield AtOnce(power, "single", ways[0])


def _visited(power: Power, roads: list[Road], procedures: Procedures) -> Iterator[AtOnce]:
    sites = tuple(step for road in roads for step in at_stages(road, procedures.stages["site"]))
    if sites:
        yield AtOnce(power, "site", sites[:1])


def _work(road: Road, stages: StageCatalogue) -> tuple[Step, ...]:
    """The longest way up to a decision, by its steps of work: no correction, nothing that follows."""
    work = {s.id: 1.0 for s in steps_in(road, stages, *_WORK) if s.stage != "correction"}
    decisions = [step.id for step in steps_in(road, stages, StageRole.DECISION)]
    _, way = longest(road.ahead, work, road.starts, decisions or road.ends) if work else (0.0, [])
    return tuple(node for node in road.entities(way) if isinstance(node, Step) and node.id in work)


def short_promises(scope: InForce, procedures: Procedures, least: float) -> Iterator[tuple[Step, Power]]:
    """Site inspections and expert reviews under a promise of fewer working days than they need."""
    for road in scope.roads:
        steps = [s for s in at_stages(road, procedures.stages["takes_days"]) if not s.clock_stops]
        promised = [
            power
            for power in scope.powers_of(road.process)
            if power.promised_limit
            and power.item_type is not ItemType.INSTANT
            and TimeLimit(value=least).exceeds(power.promised_limit)
        ]
        for step in steps[:1] if promised else ():
            yield step, promised[0]


# -- limits of single steps


def over_long(scope: InForce, procedures: Procedures) -> Iterator[tuple[Step, TimeLimit]]:
    """Steps with a limit longer than the law gives their stage."""
    for road in scope.roads:
        allowed: dict[str, TimeLimit] = {}
        for type in types_of(scope, road):
            allowed |= procedures.stage_limits.get(type, {}) if type else {}
        for step in road.tasks:
            most = allowed.get(step.stage or "")
            if most and step.limit and step.limit.exceeds(most):
                yield step, most


def impossible_zeros(scope: InForce, procedures: Procedures) -> Iterator[Step]:
    """Steps on the spot that cannot be: public notices, expert reviews, formal hearings."""
    heard = procedures.stages["hearing"]
    for road in scope.roads:
        for step in at_stages(road, procedures.stages["never_zero"]):
            informal = step.stage in heard and not procedures.says("hearing", step.name)
            if step.limit and not step.limit.value and not informal:
                yield step


def missing_limits(scope: InForce, stages: StageCatalogue) -> Iterator[Step]:
    """Steps without a limit that every way to a decision passes, where others on the clock have one."""
    for road in scope.roads:
        counted = counted_steps(road, stages)
        if strictest(scope, road) and any(step.limit for step in counted):
            passed = _on_every_way(road, stages)
            for step in counted:
                owed = stages.role_of(step.stage) in _OFFICE_WORK
                if owed and step.limit is None and step.id in passed:
                    yield step


def _on_every_way(road: Road, stages: StageCatalogue) -> set[str]:
    """What dominates every decision, the decisions among it."""
    decisions = [step.id for step in steps_in(road, stages, StageRole.DECISION)]
    root, goal = "\x00", "\x01"
    ways = {root: road.starts, **road.ahead, goal: []}
    ways |= {id: [*ways[id], goal] for id in decisions}
    above = nx.immediate_dominators(network(ways), root)
    line: set[str] = set()
    at = above.get(goal)
    while at is not None and at != root and at not in line:
        line.add(at)
        at = above.get(at)
    return line


def mixed_days(road: Road, stages: StageCatalogue) -> tuple[Step, Step] | None:
    """Two steps on the clock, one in working days and one in natural days."""
    limited = [step for step in counted_steps(road, stages) if step.limit and step.limit.value]
    natural = [step for step in limited if step.limit and step.limit.unit in _NATURAL]
    working = [step for step in limited if step.limit and step.limit.unit is TimeUnit.WORKING_DAY]
    return (working[0], natural[0]) if working and natural else None


# -- extensions


@dataclass(frozen=True, slots=True)
class Extension:
    """A step that extends the time, and what it lacks: a leader's approval, or word to the applicant."""

    step: Step
    what: str


def faulty_extensions(
    scope: InForce, stages: StageCatalogue, procedures: Procedures, approvers: tuple[str, ...]
) -> Iterator[Extension]:
    """Extensions that no leader approves, or that nobody is told of."""
    levels = {PostLevel(one) for one in approvers}
    for road in scope.roads:
        for step in road.tasks:
            if _extends(step, procedures):
                beside = [step, *_next_to(road, step)]
                if not _approved(scope, beside, stages, levels):
                    yield Extension(step, "approver")
                if not any(procedures.says("told", text) for one in beside for text in said_at(scope, one)):
                    yield Extension(step, "told")


def _extends(step: Step, procedures: Procedures) -> bool:
    """Whether a step extends the time of the procedure, not that of work, a licence or a contract."""
    return procedures.says("extension", step.name) and not procedures.says("no_extension", step.name)


def _next_to(road: Road, step: Step) -> list[Step]:
    """The steps right before and after, forks passed over."""
    found = []
    for ways in (road.ahead, road.behind):
        for id in ways[step.id]:
            node = road.nodes[id]
            ids = ways[id] if isinstance(node, Gateway) else [id]
            found += [one for id in ids if isinstance(one := road.nodes[id], Step)]
    return found


def _approved(scope: InForce, steps: list[Step], stages: StageCatalogue, levels: set[PostLevel]) -> bool:
    first, *beside = steps
    approving = [first, *(step for step in beside if stages.role_of(step.stage) in _APPROVES)]
    posts = (scope.graph.post_of(step) for step in approving)
    return any(post and post.level in levels for post in posts)
