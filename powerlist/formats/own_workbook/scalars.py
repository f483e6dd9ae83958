"""One value as one short text: numbers, days, yes and no, limits, the words of closed lists."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from powerlist.i18n import Text
from powerlist.model.codes import Named
from powerlist.model.entity import State
from powerlist.model.limits import TimeLimit
from powerlist.practice.columns import load_columns

_YES = ("是", "TRUE", "1", "√", "有", "收费", "YES", "Y")
_NO = ("否", "FALSE", "0", "×", "无", "不收费", "NO", "N")
_DAY = re.compile(r"(\d{1,4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00:00)?")
_WHOLE = re.compile(r"-?\d+")
_WANTED: dict[Any, Text] = {
    bool: Text("“是”或“否”", "是 (yes) or 否 (no)"),
    int: Text("整数", "a whole number"),
    float: Text("数字", "a number"),
    date: Text("日期，如2026-03-16", "a day such as 2026-03-16"),
    TimeLimit: Text(
        "时限，如20个工作日、30日、3个月或当场", "a limit such as 20个工作日, 30日, 3个月 or 当场"
    ),
}


class Unreadable(ValueError):
    """A text that is no value of its column; `wanted` says what is."""

    def __init__(self, written: str, wanted: Text) -> None:
        super().__init__(written)
        self.written, self.wanted = written, wanted


def said(value: Any) -> str:
    """A value as people write it; texts are left alone."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, StrEnum):
        return words_of(type(value))[value].zh
    if isinstance(value, TimeLimit):
        return _limit(value)
    if isinstance(value, float):
        return _number(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def meant(kind: Any, written: str) -> Any:
    """The value of this type that people mean. Raises Unreadable."""
    text = written.strip()
    if kind is bool:
        return _truth(text)
    if kind is date:
        return _day(text)
    if kind is int and _WHOLE.fullmatch(text):
        return int(text)
    if kind in (float, TimeLimit):
        return _parsed(kind, text)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _member(kind, text)
    raise Unreadable(text, _WANTED[kind])


def words_of(kind: type[StrEnum]) -> Mapping[StrEnum, Text]:
    """The members of a closed list with their words."""
    if issubclass(kind, Named):
        return {member: member.text for member in kind}
    assert kind is State, f"{kind} has no words"
    return {State(key): text for key, text in load_columns().states.items()}


def _limit(limit: TimeLimit) -> str:
    if limit == TimeLimit(value=0):
        return limit.text.zh
    return f"{_number(limit.value)}{limit.unit.text.zh}"


def _number(value: float) -> str:
    """All its digits, without an exponent."""
    return str(int(value)) if value.is_integer() and value else format(Decimal(repr(value)), "f")


def _truth(text: str) -> bool:
    if text.upper() in (*_YES, *_NO):
        return text.upper() in _YES
    raise Unreadable(text, _WANTED[bool])


def _day(text: str) -> date:
    found = _DAY.fullmatch(text)
    try:
        return date(*map(int, found.groups())) if found else date.fromisoformat(text)
    except ValueError:
        raise Unreadable(text, _WANTED[date]) from None


def _parsed(kind: Any, text: str) -> Any:
    try:
        return TimeLimit.model_validate(text) if kind is TimeLimit else float(text)
    except ValueError:
        raise Unreadable(text, _WANTED[kind]) from None


def _member(kind: type[StrEnum], text: str) -> StrEnum:
    for member, words in words_of(kind).items():
        if text in (words.zh, words.en, member.value):
            return member
    known = "、".join(words.zh for words in words_of(kind).values())
    raise Unreadable(text, Text(f"以下之一：{known}", f"one of {known}"))
