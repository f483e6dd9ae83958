"""法定时限与承诺时限: a number and a unit; the day that follows the start is the first."""

import re
from typing import Any

from pydantic import Field, model_validator

from powerlist.i18n import Text
from powerlist.model.codes import Named
from powerlist.model.entity import Record


class TimeUnit(Named):
    """The units that limits are written in."""

    WORKING_DAY = "working_day", "个工作日", "working days"
    CALENDAR_DAY = "calendar_day", "日", "calendar days"
    HOUR = "hour", "小时", "hours"
    MINUTE = "minute", "分钟", "minutes"
    MONTH = "month", "个月", "months"
    YEAR = "year", "年", "years"


# 粗略换算，只用于单位不同的比较：一周五个工作日；一个工作日八小时。
_CALENDAR_DAYS = {
    TimeUnit.WORKING_DAY: 7 / 5,
    TimeUnit.CALENDAR_DAY: 1.0,
    TimeUnit.HOUR: 7 / 40,
    TimeUnit.MINUTE: 7 / 2400,
    TimeUnit.MONTH: 30.0,
    TimeUnit.YEAR: 365.0,
}

MOST = 100_000.0  # a longer limit is a slip of the pen


class TimeLimit(Record):
    """`value` of `unit`; 0 means on the spot (当场)."""

    value: float = Field(ge=0, le=MOST, allow_inf_nan=False)
    unit: TimeUnit = TimeUnit.WORKING_DAY

    @model_validator(mode="before")
    @classmethod
    def _from_own_words(cls, data: Any) -> Any:
        """`20个工作日`, as `text` writes it, is read back."""
        return _parsed(data) if isinstance(data, str) else data

    @property
    def text(self) -> Text:
        """As people write it: 20个工作日 / 20 working days."""
        if self.value == 0:
            return Text("当场", "on the spot")
        unit = self.unit.text
        english = unit.en[:-1] if self.value == 1 else unit.en
        return Text(f"{self.value:g}{unit.zh}", f"{self.value:g} {english}")

    @property
    def days(self) -> float:
        """Its length in calendar days, roughly (five working days a week, a month of 30 days)."""
        return self.value * _CALENDAR_DAYS[self.unit]

    def exceeds(self, other: "TimeLimit") -> bool:
        """Whether it is longer; exact in one unit, rough across units."""
        if self.unit is other.unit:
            return self.value > other.value
        return self.days > other.days + 1e-9


_WORDS = re.compile(r"(\d+(?:\.\d+)?)(\D+)")


def _parsed(words: str) -> dict[str, Any]:
    if words == "当场":
        return {"value": 0}
    match = _WORDS.fullmatch(words.strip())
    units = {unit.text.zh.removeprefix("个"): unit for unit in TimeUnit}
    if match is None or (unit := units.get(match[2].strip().removeprefix("个"))) is None:
        raise ValueError(f"{words!r} is not a limit such as 20个工作日, 30日, 3个月 or 当场")
    return {"value": float(match[1]), "unit": unit}
