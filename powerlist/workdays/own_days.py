"""Years that a user adds to the calendar: a CSV `日期,安排`, every day off 休, every weekend worked 班."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from powerlist.errors import InputError, InputErrors
from powerlist.i18n import Text

_COLUMNS = ("日期", "安排")
_WORDS = {"休": False, "班": True}
_LEAST_DAYS_OFF = 10  # 法定节假日每年不少于十一天；更少就是没有录全

_NO_COLUMNS = Text("表头应为“日期,安排”。", "The header must be 日期,安排.")
_BAD_DAY = Text("“{value}”不是日期，请写作2027-01-01。", "“{value}” is not a date such as 2027-01-01.")
_BAD_WORD = Text("“{value}”应为“休”或“班”。", "“{value}” must be 休 (off) or 班 (worked).")
_TWICE = Text("{value}前面已有另一种安排。", "{value} stands above with another word.")
_TOO_FEW = Text(
    "{year}年只有{count}个放假日，没有录全。请录入公布的全部放假日和调休上班日。",
    "{year} has only {count} days off: not complete. Enter every day off and every weekend worked.",
)
_NOT_TEXT = Text("不是UTF-8编码的CSV，请另存为UTF-8。", "This is no CSV in UTF-8; save it as UTF-8.")


def read_days(path: Path, complete: frozenset[int]) -> Mapping[date, bool]:
    """Days off (False) and worked (True); years of `complete` may be changed by single days.

    Raises InputErrors with every bad cell.
    """
    days: dict[date, bool] = {}
    errors: list[InputError] = []
    for line, value, word in _rows(path):
        day, work = _day(value), _WORDS.get(word)
        if day is None:
            errors.append(InputError(path.name, _BAD_DAY.fill(value=value), f"A{line}"))
        if work is None:
            errors.append(InputError(path.name, _BAD_WORD.fill(value=word), f"B{line}"))
        if day and work is not None and days.setdefault(day, work) is not work:
            errors.append(InputError(path.name, _TWICE.fill(value=value), f"A{line}"))
    errors = errors or list(_incomplete(days, complete, path.name))
    if errors:
        raise InputErrors(errors)
    return days


def _rows(path: Path) -> Iterator[tuple[int, str, str]]:
    """(line, day, word) of every line that is not empty. Raises InputError."""
    try:
        lines = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    except UnicodeDecodeError as error:
        raise InputError(path.name, _NOT_TEXT) from error
    if not lines or tuple(cell.strip() for cell in lines[0][:2]) != _COLUMNS:
        raise InputError(path.name, _NO_COLUMNS, "A1")
    for line, cells in enumerate(lines[1:], 2):
        value, word = (cell.strip() for cell in (*cells, "", "")[:2])
        if value or word:
            yield line, value, word


def _day(text: str) -> date | None:
    try:
        return date(*map(int, text.replace("/", "-").split("-")))
    except (TypeError, ValueError):
        return None


def _incomplete(days: Mapping[date, bool], complete: frozenset[int], file: str) -> Iterator[InputError]:
    off = Counter(day.year for day, work in days.items() if not work)
    for year in sorted({day.year for day in days} - complete):
        if off[year] < _LEAST_DAYS_OFF:
            yield InputError(file, _TOO_FEW.fill(year=year, count=off[year]))
