"""How long a process takes against its limit: only the days that the clock counts.

The clock runs from acceptance (or filing) to the last decision. Correction comes before it (许可法
第三十二条), delivery after it (第四十四条); a step stops the clock where the law lists it or a clause of
its own says so (第四十五条), and counts where neither does.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.critical_path import longest
from powerlist.analysis.decisions import steps_in
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road, reach
from powerlist.graph.power_graph import Node
from powerlist.laws.titles import key_of
from powerlist.model.codes import ItemType
from powerlist.model.limits import MOST, TimeLimit, TimeUnit
from powerlist.model.power import Power
from powerlist.model.process import Step
from powerlist.practice import StageCatalogue, StageRole

_AFTER = (StageRole.DELIVERY, StageRole.EXECUTION, StageRole.FOLLOW_UP)
_CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Span:
    """The counted time of a process in calendar days (working days counted at 7/5), and its way."""

    days: float
    steps: tuple[Node, ...]
    units: frozenset[TimeUnit]

    @property
    def limit(self) -> TimeLimit:
        """The span in the one unit of its steps, else in calendar days."""
        if len(self.units) == 1:
            (unit,) = self.units
            return _measured(self.days, unit, 2)
        office = self.units <= _OFFICE_TIME
        return _measured(self.days, *((TimeUnit.WORKING_DAY, 2) if office else (TimeUnit.CALENDAR_DAY, 1)))


def _measured(days: float, unit: TimeUnit, digits: int) -> TimeLimit:
    """Days in one unit; what is longer than a limit can be, in years, at most as long as one can be."""
    value = round(days / TimeLimit(value=1, unit=unit).days, digits)
    if value > MOST:
        value = min(round(days / TimeLimit(value=1, unit=TimeUnit.YEAR).days, 1), MOST)
        unit = TimeUnit.YEAR
    return TimeLimit(value=value, unit=unit)


_OFFICE_TIME = frozenset({TimeUnit.WORKING_DAY, TimeUnit.HOUR, TimeUnit.MINUTE})


def span_of(road: Road, stages: StageCatalogue) -> Span:
    """The longest counted time from acceptance to decision, each loop gone round once, and its steps."""
    counted = counted_steps(road, stages)
    days = {step.id: step.limit.days for step in counted if step.limit}
    decisions = [step.id for step in steps_in(road, stages, StageRole.DECISION)]
    goals = decisions or road.ends
    total, way = longest(road.ahead, days, road.starts, goals, rounds=True) if days else (0.0, [])
    limits = [step.limit for step in counted if step.limit and step.id in way]
    return Span(total, road.entities(way), frozenset(one.unit for one in limits if one.value))


def counted_steps(road: Road, stages: StageCatalogue) -> list[Step]:
    """The steps on the clock."""
    intake = [step.id for step in steps_in(road, stages, StageRole.INTAKE) if step.stage != _CORRECTION]
    running = reach(road.ahead, intake) if intake else set(road.nodes)
    return [
        step
        for step in road.tasks
        if step.id in running
        and not _stops(road, step, stages)
        and step.stage != _CORRECTION
        and stages.role_of(step.stage) not in _AFTER
    ]


def strictest(scope: InForce, road: Road) -> tuple[Power, TimeLimit] | None:
    """The power of a process with the shortest promise (else statutory limit), and that limit."""
    owed = [(power, limit) for power in scope.powers_of(road.process) if (limit := _owed(power))]
    return min(owed, key=lambda one: one[1].days, default=None)


def _owed(power: Power) -> TimeLimit | None:
    limit = power.promised_limit or power.statutory_limit
    at_once = power.item_type is ItemType.INSTANT
    day = TimeLimit(value=1)  # 即办件当天办结即可
    return day if limit and at_once and day.exceeds(limit) else limit


def unlisted_stops(scope: InForce, stages: StageCatalogue) -> Iterator[Step]:
    """Steps that stop the clock though the law does not list them and no other law is cited for it."""
    for road in scope.roads:
        for step in road.tasks:
            if step.clock_stops and not _stops(road, step, stages):
                yield step


def _stops(road: Road, step: Step, stages: StageCatalogue) -> bool:
    """Whether a step really stops the clock: the law lists it, or it cites an article of another one."""
    listing, _ = stages.stopping_article
    cited = (basis for basis in road.grounds.get(step.id, ()) if basis.article is not None)
    own = any(key_of(basis.instrument) != listing for basis in cited)  # 许可法的其他条都不停钟
    return step.clock_stops and (stages.stops_clock(step.name) or own)
