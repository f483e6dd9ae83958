"""Times in different units on the calendar of real years."""

from datetime import date

import pytest

from powerlist.analysis.calendar_time import later, one_kind
from powerlist.model.limits import TimeLimit
from powerlist.workdays import WorkCalendar

CALENDAR = WorkCalendar()
DAY = date(2026, 6, 1)


def times(*words: str) -> tuple[TimeLimit, ...]:
    return tuple(TimeLimit.model_validate(one) for one in words)


def test_the_days_are_those_of_twelve_months_and_all_of_them_are_worked() -> None:
    found = later(CALENDAR, times("30个工作日"), times("30日"), DAY)
    assert found
    assert (found.last - found.first).days == 364
    assert found.starts == sum(
        CALENDAR.is_working_day(date.fromordinal(day))
        for day in range(found.first.toordinal(), found.last.toordinal() + 1)
    )


def test_what_is_always_later_is_later_on_every_day() -> None:
    found = later(CALENDAR, times("30个工作日"), times("30日"), DAY)
    back = later(CALENDAR, times("30日"), times("30个工作日"), DAY)
    assert found
    assert back
    assert found.share == 1.0
    assert back.later == 0
    assert back.worst is None


def test_the_worst_day_is_counted_by_hand() -> None:
    # 2026年春节放假2月15日至23日，14日、28日补班：2月9日受理，十个工作日到28日；
    # 十日的末日是19日，顺延到24日
    found = later(CALENDAR, times("10个工作日"), times("10日"), DAY)
    assert found
    assert CALENDAR.add(date(2026, 2, 9), times("10个工作日")[0]) == date(2026, 2, 28)
    assert found.most >= 4


def test_the_last_day_moves_to_the_next_working_day() -> None:
    # 5日与7日之差总被周末抹平：周一加五日是周六，顺延到周一，与加七日同一天
    found = later(CALENDAR, times("7日"), times("5日"), DAY)
    assert found
    assert 0 < found.share < 1


def test_parts_of_a_day_are_added_up() -> None:
    two_halves, one = times("0.5个工作日", "4小时"), times("1个工作日")
    found = later(CALENDAR, two_halves, (*one, *times("0.5个工作日")), DAY)
    assert found
    assert found.later == 0
    assert later(CALENDAR, two_halves, one, DAY) == later(CALENDAR, one, one, DAY)


def test_a_month_is_a_month() -> None:
    found = later(CALENDAR, times("1个月"), times("31日"), DAY)
    assert found
    assert found.later == 0


@pytest.mark.parametrize("year", [1990, 2031])
def test_an_unknown_year_is_not_guessed(year: int) -> None:
    assert later(CALENDAR, times("30个工作日"), times("30日"), date(year, 6, 1)) is None


def test_the_first_known_year_has_no_twelve_months_before_it() -> None:
    first = min(CALENDAR.years)
    assert later(CALENDAR, times("9年"), times("30个工作日"), date(first, 6, 1)) is not None
    last = max(CALENDAR.years)
    assert later(CALENDAR, times("9年"), times("30个工作日"), date(last, 6, 1)) is not None
    assert later(CALENDAR, times("11年"), times("30个工作日"), DAY) is None


def test_days_that_a_user_adds_change_the_answer() -> None:
    usual = later(CALENDAR, times("10个工作日"), times("14日"), DAY)
    off = {date(2026, 3, day): False for day in range(2, 28)}
    closed = later(WorkCalendar(off), times("10个工作日"), times("14日"), DAY)
    assert usual
    assert closed
    assert closed.later > usual.later or closed.starts < usual.starts


def test_when_no_calendar_is_needed() -> None:
    assert one_kind(times("3个工作日", "4小时", "当场"))
    assert one_kind(times("3日", "5日"))
    assert not one_kind(times("3日", "1个月"))
    assert not one_kind(times("3日", "5个工作日"))
