"""A file of waivers that is written is read as it was."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from powerlist.errors import InputErrors, PowerlistError
from powerlist.model.source import Source
from powerlist.rules import RULES, Waiver, read_waivers
from powerlist.rules.waivers import waivers_text
from tests.rules.reading import checked

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


ROW = "{%s, reason: x, approver: 局长, date: 2026-01-05}"


@pytest.mark.parametrize(
    ("row", "zh", "en"),
    [
        (ROW % "code: A1O", "没有规则“A1O”，是不是“A10”", "there is no rule “A1O”; did you mean “A10”"),
        (ROW % "code: duty-without-posts", "是不是“duty-without-post”", "did you mean “duty-without-post”"),
        (ROW % "key: X99@w", "没有规则“X99”", "--rules"),
        (ROW % "code: A", "没有规则“A”", "no rule “A”"),
        (ROW % "key: nonsense", "“nonsense”不是报告里的编号", "no key of a report"),
        (ROW % "code: A01, until: 2025-01-01", "一天也不管用", "never in force"),
        (ROW % "code: A01, until: 9999-12-31", "“until”的年份不对：9999-12-31", "an odd year: 9999-12-31"),
    ],
)
def test_a_waiver_that_can_cover_nothing_is_told_with_its_line(
    row: str, zh: str, en: str, tmp_path: Path
) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(f"waivers:\n  - {ROW % 'code: A01'}\n  - {row}\n", encoding="utf-8")
    with pytest.raises(InputErrors) as told:
        read_waivers(path, RULES)
    assert told.value.of("zh").startswith(f"{path}!L3：")
    assert zh in told.value.of("zh")
    assert en in told.value.of("en")


def test_a_rule_is_waived_by_its_code_or_by_its_name(tmp_path: Path) -> None:
    listed = "authority: {name: 示例局}\npowers: [{id: w, type: licence, name: 甲许可}]\n"
    for word in ("L01", "l-01", "power-without-basis"):
        assert RULES.find(word)
        report = checked(listed, "L01", waivers=f"waivers: [{ROW % f'code: {word}'}]")
        assert [one.finding.key for one in report.waived] == ["L01@authority"]


@pytest.mark.parametrize("text", ["", "- {code: A01}\n", "waiver: []\n", "只是一句话\n"])
def test_a_file_of_another_kind_is_not_called_a_power_list(text: str, tmp_path: Path) -> None:
    with pytest.raises(PowerlistError) as told:
        read(text, tmp_path)
    assert "waivers" in told.value.of("zh").rpartition("：")[2]


def test_a_list_that_is_still_empty_waives_nothing(tmp_path: Path) -> None:
    assert read("waivers:\n", tmp_path) == []
