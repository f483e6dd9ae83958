"""Limits end on the right day over holidays and moved days; an unknown year is said, never guessed."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from powerlist.errors import InputErrors
from powerlist.model.limits import TimeLimit, TimeUnit
from powerlist.workdays import UnknownYear, WorkCalendar

CALENDAR = WorkCalendar()
DAYS = st.dates(date(2004, 1, 1), date(2025, 12, 31))


def limit(words: str) -> TimeLimit:
    return TimeLimit.model_validate(words)


@pytest.mark.parametrize(
    ("start", "words", "end"),
    [
        (date(2026, 2, 10), "5个工作日", date(2026, 2, 24)),  # 春节九天假，14日周六上班
        (date(2026, 2, 10), "1个工作日", date(2026, 2, 11)),
        (date(2026, 2, 10), "当场", date(2026, 2, 10)),
        (date(2026, 2, 10), "0.5个工作日", date(2026, 2, 11)),
        (date(2026, 2, 15), "1个工作日", date(2026, 2, 24)),  # 假期里受理
        (date(2026, 9, 25), "3个工作日", date(2026, 9, 30)),
        (date(2025, 12, 31), "1个工作日", date(2026, 1, 4)),  # 跨年；周日上班
        (date(2026, 2, 10), "5日", date(2026, 2, 15)),
        (date(2026, 1, 31), "1个月", date(2026, 2, 28)),
        (date(2024, 1, 31), "1个月", date(2024, 2, 29)),
        (date(2024, 2, 29), "1年", date(2025, 2, 28)),
        (date(2026, 11, 30), "3个月", date(2027, 2, 28)),
        (date(2026, 2, 10), "24小时", date(2026, 2, 11)),
        (date(2026, 2, 10), "2小时", date(2026, 2, 11)),
    ],
)
def test_a_limit_ends_on_its_last_day(start: date, words: str, end: date) -> None:
    assert CALENDAR.add(start, limit(words)) == end


def test_hours_run_exactly_from_a_moment() -> None:
    start = datetime(2026, 2, 14, 16, 30)
    assert CALENDAR.add(start, limit("24小时")) == datetime(2026, 2, 15, 16, 30)
    assert CALENDAR.add(start, limit("90分钟")) == datetime(2026, 2, 14, 18, 0)


def test_moved_days_are_worked_and_holidays_are_not() -> None:
    assert CALENDAR.is_working_day(date(2026, 2, 14))
    assert not CALENDAR.is_working_day(date(2026, 2, 16))
    assert not CALENDAR.is_working_day(date(2026, 2, 21))


@given(DAYS, st.integers(0, 200))
def test_adding_and_counting_agree(start: date, count: int) -> None:
    end = CALENDAR.add(start, TimeLimit(value=count))
    assert CALENDAR.between(start, end) == count
    assert CALENDAR.between(end, start) == -count
    assert count == 0 or CALENDAR.is_working_day(end)


@given(DAYS, st.integers(1, 60))
def test_counting_by_hand_gives_the_same(start: date, days: int) -> None:
    following = [start + timedelta(days=turn) for turn in range(1, days + 1)]
    assert CALENDAR.between(start, following[-1]) == sum(map(CALENDAR.is_working_day, following))


def test_mixed_units_are_compared_exactly_from_a_start() -> None:
    """Seven working days over a spring festival are longer than 15 natural days; in March they are not."""
    assert CALENDAR.longer(limit("7个工作日"), limit("15日"), date(2026, 2, 10))
    assert not CALENDAR.longer(limit("7个工作日"), limit("15日"), date(2026, 3, 10))


def test_an_unknown_year_says_so_and_how_to_add_it() -> None:
    with pytest.raises(UnknownYear) as told:
        CALENDAR.add(date(2026, 12, 30), limit("5个工作日"))
    assert told.value.year == 2027
    assert told.value.of("zh") == (
        "工作日历没有2027年的放假和调休安排（现有2004-2026）。请新建一个CSV，表头为“日期,安排”，"
        "把公布的2027年每个放假日写作“休”、每个调休上班日写作“班”，"
        '再在powerlist.toml中写 workdays = "文件名"。'
    )
    assert "Add them in a CSV with the header 日期,安排" in told.value.of("en")
    with pytest.raises(UnknownYear):
        CALENDAR.is_working_day(date(2003, 12, 31))
    assert CALENDAR.add(date(2026, 12, 30), limit("5日")) == date(2027, 1, 4)


def own_year(folder: Path, *more: str, header: str = "日期,安排", days: int = 12) -> Path:
    """A file of 2027 with a long holiday from the first of October and one moved Sunday."""
    off = [f"2027-10-{day:02},休" for day in range(1, days + 1)]
    path = folder / "2027.csv"
    path.write_text("\n".join((header, *off, *more)) + "\n", encoding="utf-8-sig")
    return path


def test_a_user_adds_a_year(tmp_path: Path) -> None:
    calendar = WorkCalendar.read(own_year(tmp_path, "2027/9/26,班", ""))
    assert max(calendar.years) == 2027
    assert calendar.add(date(2027, 9, 30), limit("1个工作日")) == date(2027, 10, 13)
    assert calendar.is_working_day(date(2027, 9, 26))
    assert calendar.add(date(2026, 12, 31), limit("1个工作日")) == date(2027, 1, 1)
    with pytest.raises(UnknownYear) as told:
        calendar.add(date(2027, 12, 31), limit("1个工作日"))
    assert told.value.year == 2028


def test_a_user_changes_one_day_of_a_known_year(tmp_path: Path) -> None:
    path = tmp_path / "extra.csv"
    path.write_text("日期,安排\n2026-03-11,休\n", encoding="utf-8")
    assert WorkCalendar.read(path).add(date(2026, 3, 10), limit("1个工作日")) == date(2026, 3, 12)


def test_a_spreadsheet_may_save_it_in_the_national_encoding(tmp_path: Path) -> None:
    path = tmp_path / "excel.csv"
    path.write_bytes("日期,安排\r\n2026/3/11,休\r\n".encode("gb18030"))
    assert not WorkCalendar.read(path).is_working_day(date(2026, 3, 11))


def test_every_bad_cell_is_named_at_once(tmp_path: Path) -> None:
    path = own_year(tmp_path, "2027-13-01,休", "2027-05-01,放假", "2027-10-01,班")
    with pytest.raises(InputErrors) as told:
        WorkCalendar.read(path)
    assert told.value.of("zh").splitlines() == [
        "2027.csv!A14：“2027-13-01”不是日期，请写作2027-01-01。",
        "2027.csv!B15：“放假”应为“休”或“班”。",
        "2027.csv!A16：2027-10-01前面已有另一种安排。",
    ]


def test_half_a_year_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputErrors, match="2027年只有3个放假日"):
        WorkCalendar.read(own_year(tmp_path, days=3))


@pytest.mark.parametrize("content", [b"", b"date,word\n2027-01-01,x\n", b"\xff\xff\x00"])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.csv"
    path.write_bytes(content)
    with pytest.raises(InputErrors, match=r"other\.csv"):
        WorkCalendar.read(path)


def test_no_limit_is_longer_than_the_calendar() -> None:
    for unit in (TimeUnit.WORKING_DAY, TimeUnit.MONTH, TimeUnit.YEAR):
        with pytest.raises(UnknownYear):
            CALENDAR.add(date(2026, 1, 1), TimeLimit(value=100_000, unit=unit))
    with pytest.raises(UnknownYear):
        CALENDAR.add(date(9999, 12, 31), limit("1日"))
    with pytest.raises(UnknownYear):
        CALENDAR.add(datetime(9999, 12, 31, 23), limit("1小时"))
