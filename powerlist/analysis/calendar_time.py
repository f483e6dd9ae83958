"""Times in different units on the calendar: a list knows no day of application, so every day counts.

Method: each working day of twelve months is taken as the day of application; both times are counted from it
by the official calendar. Office time (working days, hours, minutes) runs over working days, natural time
ends on the next working day where its last day is off (民法典第二百零三条).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from math import ceil

from powerlist.analysis.clock import Span, counted_steps
from powerlist.analysis.road import Road
from powerlist.model.limits import TimeLimit, TimeUnit
from powerlist.practice import StageCatalogue
from powerlist.workdays import UnknownYear, WorkCalendar

_OFFICE = (TimeUnit.WORKING_DAY, TimeUnit.HOUR, TimeUnit.MINUTE)
_WORKING_DAY = TimeLimit(value=1).days
_YEAR = timedelta(days=364)
_LONGEST = 3_650.0  # 十年以上的时限不逐日推算

Times = tuple[TimeLimit, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """On how many of the days of application one time ends after another, and where it is worst."""

    first: date
    last: date
    starts: int
    later: int
    most: int
    worst: date | None

    @property
    def share(self) -> float:
        """Of all days, from 0 to 1."""
        return self.later / self.starts


def one_kind(times: Iterable[TimeLimit]) -> bool:
    """Whether times are all office time or all of one unit: then no calendar is needed."""
    units = {one.unit for one in times if one.value}
    return len(units) <= 1 or units <= set(_OFFICE)


def later(calendar: WorkCalendar, one: Times, other: Times, day: date) -> Later | None:
    """How often the times `one`, one after another, end after `other`; None where the calendar ends.

    The twelve months are those of the year of `day`, or as much earlier as the calendar needs to know every
    end.
    """
    if day.year not in calendar.years or max(_days(one), _days(other)) > _LONGEST:
        return None
    return _later(frozenset(calendar.own.items()), one, other, day.year)


def limits_along(road: Road, span: Span, stages: StageCatalogue) -> Times:
    """The limits on the clock along the longest way, in its order."""
    counted = {step.id: step.limit for step in counted_steps(road, stages)}
    ids = dict.fromkeys(node.id for node in span.steps)  # 走回来的环节只算一次
    return tuple(limit for id in ids if (limit := counted.get(id)) and limit.value)


@lru_cache(maxsize=4096)
def _later(own: frozenset[tuple[date, bool]], one: Times, other: Times, year: int) -> Later | None:
    calendar = WorkCalendar(dict(own))
    last = _last_start(calendar, max(_days(one), _days(other)), year)
    try:
        pairs = [
            (start, (_end(calendar, start, one) - _end(calendar, start, other)).days)
            for start in _working_days(calendar, last - _YEAR, last)
        ]
    except UnknownYear:
        return None
    late = [(days, start) for start, days in pairs if days > 0]
    most, worst = max(late, key=lambda pair: (pair[0], -pair[1].toordinal()), default=(0, None))
    return Later(last - _YEAR, last, len(pairs), len(late), most, worst)


def _last_start(calendar: WorkCalendar, days: float, year: int) -> date:
    """The last day of the year, or the last from which every end is known."""
    known = year
    while known + 1 in calendar.years:
        known += 1
    return min(date(year, 12, 31), date(known, 12, 31) - timedelta(days=ceil(days * 1.5) + 31))


def _working_days(calendar: WorkCalendar, first: date, last: date) -> Iterator[date]:
    days = (first + timedelta(days=turn) for turn in range((last - first).days + 1))
    return (day for day in days if calendar.is_working_day(day))


def _end(calendar: WorkCalendar, start: date, times: Times) -> date:
    """The last day of times that follow each other; parts of a working day are added up first."""
    end = start
    for office, run in groupby(times, key=lambda one: one.unit in _OFFICE):
        for limit in _added_up(list(run)) if office else run:
            end = calendar.add(end, limit)
    while not calendar.is_working_day(end):
        end += timedelta(days=1)
    return end


def _added_up(run: Sequence[TimeLimit]) -> Times:
    days = round(sum(one.days for one in run) / _WORKING_DAY, 6)
    return (TimeLimit(value=days),) if days else ()


def _days(times: Times) -> float:
    return sum(one.days for one in times)
