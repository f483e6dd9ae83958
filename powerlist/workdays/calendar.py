"""The official calendar of holidays and moved days (调休). A year it does not know is never guessed."""

from bisect import bisect_right
from calendar import isleap, monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, datetime, timedelta
from functools import cache, lru_cache
from math import ceil
from pathlib import Path

import chinese_calendar  # type: ignore[import-untyped]

from powerlist.errors import UsageError
from powerlist.i18n import Text
from powerlist.model.limits import TimeLimit, TimeUnit
from powerlist.workdays.own_days import read_days

_UNKNOWN_YEAR = Text(
    "工作日历没有{year}年的放假和调休安排（现有{known}）。请新建一个CSV，表头为“日期,安排”，"
    "把公布的{year}年每个放假日写作“休”、每个调休上班日写作“班”，"
    '再在powerlist.toml中写 workdays = "文件名"。',
    "The calendar does not know the holidays and moved working days of {year} (it knows {known}). Add them "
    "in a CSV with the header 日期,安排: every day off of {year} as 休, every weekend worked as 班; "
    'name it in powerlist.toml: workdays = "file name".',
)


class UnknownYear(UsageError):
    """A day of a year whose holidays are not known; `year` is which."""

    def __init__(self, year: int, known: str) -> None:
        super().__init__(_UNKNOWN_YEAR.fill(year=year, known=known))
        self.year = year


@dataclass(frozen=True)
class WorkCalendar:
    """The official calendar, and what a user's file adds: days that are off (False) or worked (True)."""

    own: Mapping[date, bool] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "WorkCalendar":
        """With the days of a CSV `日期,安排`. Raises InputErrors with every bad cell."""
        return cls(read_days(path, official_years()))

    @property
    def years(self) -> frozenset[int]:
        """The years it knows."""
        return official_years() | {day.year for day in self.own}

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on the day. Raises UnknownYear."""
        days = self._working_days(day.year)
        return days[bisect_right(days, _plain(day)) - 1] == _plain(day)

    def add(self, start: date, limit: TimeLimit) -> date:
        """The last day of a limit that begins on `start`. Raises UnknownYear.

        Parts of a day count as a whole one. A `datetime` with hours or minutes gives the exact `datetime`.
        """
        if limit.unit is TimeUnit.WORKING_DAY:
            return self._working_day_after(_plain(start), ceil(limit.value))
        try:
            return _by_the_clock(start, limit)
        except (OverflowError, ValueError):
            raise UnknownYear(MAXYEAR + 1, spans(self.years)) from None

    def between(self, start: date, end: date) -> int:
        """The working days after `start` up to and with `end`; negative backwards. Raises UnknownYear."""
        first, last = sorted((_plain(start), _plain(end)))
        years = map(self._working_days, range(first.year, last.year + 1))
        count = sum(bisect_right(days, last) - bisect_right(days, first) for days in years)
        return count if _plain(start) == first else -count

    def longer(self, one: TimeLimit, other: TimeLimit, start: date) -> bool:
        """Whether `one` ends later than `other` when both begin on `start`: exact in mixed units."""
        return self.add(start, one) > self.add(start, other)

    def _working_day_after(self, start: date, count: int) -> date:
        if count == 0:
            return start
        year, days = start.year, self._working_days(start.year)
        place = bisect_right(days, start) + count - 1
        while place >= len(days):
            place -= len(days)
            year += 1
            days = self._working_days(year)
        return days[place]

    def _working_days(self, year: int) -> tuple[date, ...]:
        if year not in self.years:
            raise UnknownYear(year, spans(self.years))
        return _days_of(year, frozenset(pair for pair in self.own.items() if pair[0].year == year))


@lru_cache(maxsize=256)
def _days_of(year: int, own: frozenset[tuple[date, bool]]) -> tuple[date, ...]:
    """Every working day of a year in order."""
    days = (date(year, 1, 1) + timedelta(days=turn) for turn in range(365 + isleap(year)))
    told = dict(own)
    return tuple(day for day in days if told.get(day, _officially(day)))


def _officially(day: date) -> bool:
    """By the package where it knows the year, else Monday to Friday."""
    known = day.year in official_years()
    return bool(chinese_calendar.is_workday(day)) if known else day.weekday() < 5


@cache
def official_years() -> frozenset[int]:
    """The years that the calendar package knows."""
    return frozenset(day.year for day in chinese_calendar.holidays)


def spans(years: frozenset[int]) -> str:
    """2004-2026, 2028."""
    starts = sorted(year for year in years if year - 1 not in years)
    ends = sorted(year for year in years if year + 1 not in years)
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in zip(starts, ends, strict=True))


def _plain(day: date) -> date:
    return day.date() if isinstance(day, datetime) else day


def _by_the_clock(start: date, limit: TimeLimit) -> date:
    """Natural days, months and years; hours and minutes run on without a break."""
    match limit.unit:
        case TimeUnit.YEAR:
            return _months_after(start, ceil(limit.value * 12))
        case TimeUnit.MONTH:
            return _months_after(start, ceil(limit.value))
        case TimeUnit.HOUR | TimeUnit.MINUTE:
            hours = limit.value / (1 if limit.unit is TimeUnit.HOUR else 60)
            exact = isinstance(start, datetime)
            return start + (timedelta(hours=hours) if exact else timedelta(days=ceil(hours / 24)))
    return start + timedelta(days=ceil(limit.value))


def _months_after(start: date, count: int) -> date:
    """The same day of a later month, or its last day where it is shorter (民法典第二百零二条)."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return start.replace(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
