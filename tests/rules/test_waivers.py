"""A file of waivers that is written is read as it was."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from powerlist.errors import InputErrors
from powerlist.model.source import Source
from powerlist.rules import Waiver, read_waivers
from powerlist.rules.waivers import waivers_text

_NOWHERE = Source("", "", "")
_DAY = date(2026, 10, 8)
WAIVERS = (
    Waiver(
        _NOWHERE,
        "经办中心正在定岗: “三定”\n未批 #1",
        "局长",
        _DAY,
        key="A03@DM2014005000.fix-info",
        until=_DAY,
    ),
    Waiver(_NOWHERE, "- yes", "2026-10-08", _DAY, code="L05", name="职称*"),
    Waiver(_NOWHERE, "null", "𬭚局长", _DAY, code="A01"),
)


def read(text: str, folder: Path) -> list[Waiver]:
    path = folder / "waivers.yaml"
    path.write_text(text, encoding="utf-8")
    return [replace(one, source=_NOWHERE) for one in read_waivers(path)]


def test_what_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    assert read(waivers_text(WAIVERS), tmp_path) == list(WAIVERS)


def test_no_waiver_at_all_is_a_file_too(tmp_path: Path) -> None:
    assert read(waivers_text([]), tmp_path) == []


def test_the_chinese_is_written_as_it_is() -> None:
    assert "职称*" in waivers_text(WAIVERS)


def test_a_day_with_an_hour_is_no_day(tmp_path: Path) -> None:
    row = "waivers:\n- {code: A01, reason: x, approver: y, date: 2026-01-05, until: 2026-01-05 12:00:00}\n"
    with pytest.raises(InputErrors) as told:
        read(row, tmp_path)
    assert "until" in told.value.of("en")
