"""Years that a user adds to the calendar: a CSV `日期,安排`, every day off 休, every weekend worked 班."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from powerlist.errors import InputError, InputErrors
from powerlist.i18n import Text
from powerlist.practice.own_tables import BAD_DAY, parsed_day, read_table

_COLUMNS = ("日期", "安排")
_WORDS = {"休": False, "班": True}
_LEAST_DAYS_OFF = 10  # 法定节假日每年不少于十一天；更少就是没有录全

_BAD_WORD = Text("“{value}”应为“休”或“班”。", "“{value}” must be 休 (off) or 班 (worked).")
_TWICE = Text("{value}前面已有另一种安排。", "{value} stands above with another word.")
_TOO_FEW = Text(
    "{year}年只有{count}个放假日，没有录全。请录入公布的全部放假日和调休上班日。",
    "{year} has only {count} days off: not complete. Enter every day off and every weekend worked.",
)


def read_days(path: Path, complete: frozenset[int]) -> Mapping[date, bool]:
    """Days off (False) and worked (True); years of `complete` may be changed by single days.

    Raises InputErrors with every bad cell.
    """
    days: dict[date, bool] = {}
    errors: list[InputError] = []
    for row in read_table(path, _COLUMNS, _COLUMNS):
        day, work = parsed_day(row["日期"]), _WORDS.get(row["安排"])
        if day is None:
            errors.append(row.error("日期", BAD_DAY.fill(value=row["日期"])))
        if work is None:
            errors.append(row.error("安排", _BAD_WORD.fill(value=row["安排"])))
        if day and work is not None and days.setdefault(day, work) is not work:
            errors.append(row.error("日期", _TWICE.fill(value=row["日期"])))
    errors = errors or list(_incomplete(days, complete, path.name))
    if errors:
        raise InputErrors(errors)
    return days


def _incomplete(days: Mapping[date, bool], complete: frozenset[int], file: str) -> Iterator[InputError]:
    off = Counter(day.year for day, work in days.items() if not work)
    for year in sorted({day.year for day in days} - complete):
        if off[year] < _LEAST_DAYS_OFF:
            yield InputError(file, _TOO_FEW.fill(year=year, count=off[year]))
