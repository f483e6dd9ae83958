"""The letter: short, each finding named or counted, what is common said once."""

import re

from powerlist import api
from powerlist.model.register import Register
from powerlist.resources import data_folder
from powerlist.rules import Report
from tests.rules.reading import checked, read
from tests.views.reports.conftest import DAY

MESSY = data_folder() / "demo" / "messy.xls"


def letter(report: Report, register: Register) -> str:
    return api.report_text(report, register, "letter", "zh")


def test_the_letter_names_or_counts_every_finding(report: Report, demo: Register) -> None:
    text = letter(report, demo)
    for unit in {one.unit.name for one in report.findings if one.unit}:
        count = sum(1 for one in report.findings if one.unit and one.unit.name == unit)
        assert f"{unit}（{count}处）：" in text
    assert "豁免 L05 *：待编号（局长，2026-01-01，至2027-01-01），用了 " in text
    assert text.count("路径：") < sum(bool(one.witness) for one in report.findings)


def test_a_published_list_reads_like_a_short_letter() -> None:
    rows = "".join(
        f"""
  - id: w{n}
    name: 第{n}项许可
    type: licence
    units: [u]
    bases: [{{id: b, instrument: 中华人民共和国行政许可法, article: 12}}]
    duties: [{{id: d, text: 受理申请, assignments: [{{id: a, unit: u}}]}}]"""
        for n in range(200)
    )
    register = read(f"authority: {{name: 示例局}}\nunits: [{{id: u, name: 审批股}}]\npowers:{rows}")
    text = letter(checked(register), register)
    assert len(text.splitlines()) < 60
    assert "200项责任" in text


def shared_fault(units: int) -> Register:
    """Units with three powers each, whose bases name no article."""
    powers = "".join(
        f"\n  - {{id: w{n}, name: 第{n}项许可, type: licence, units: [u{n % units}], "
        f"bases: [{{id: b, instrument: 中华人民共和国行政许可法}}]}}"
        for n in range(units * 3)
    )
    named = ", ".join(f"{{id: u{n}, name: 第{n}股}}" for n in range(units))
    return read(f"authority: {{name: 示例局}}\nunits: [{named}]\npowers:{powers}")


def test_what_many_units_share_is_said_once() -> None:
    register = shared_fault(7)
    text = letter(checked(register, "L05", day=DAY), register)
    assert text.count("L05（") == 1
    assert "L05（应核实）" in text
    assert "，21处。" in text
    assert "     另有9处：第4股 3，第5股 3，第6股 3。" in text
    assert "第0股（" not in text  # it has no other finding


def test_a_unit_counts_what_it_shares() -> None:
    register = shared_fault(5)
    (bare, *_) = register.powers
    register = register.with_(bare.with_(id="bare", name="无据许可"))
    text = letter(checked(register, "L05", "L01", day=DAY), register)
    assert text.count("L05（") == 1
    assert "第0股（4处，其中普遍的问题3处）：\n  L01（必须改）职权“无据许可”" in text
    assert "另有" not in text  # of five units the fifth is named, not counted


def test_what_units_do_not_share_stays_with_them(demo: Register) -> None:
    text = letter(checked(demo, "A01", "A03", "P02", day=DAY), demo)
    assert "普遍" not in text


def test_places_leave_out_what_all_of_them_share(demo: Register) -> None:
    text = letter(checked(demo, day=DAY), demo)
    assert "（powers/01-licence.yaml:L" in text
    assert str(data_folder()) not in text
    register = api.open_sources([str(MESSY)]).register
    text = letter(checked(register, day=DAY), register)
    assert text.count("messy.xls") == 1
    assert "（附表1行政许可!K8）" in text
    assert re.search("附表1行政许可![A-Z]+[0-9]+、[A-Z]+[0-9]+", text)  # the sheet is named once


def test_each_paragraph_says_how_grave_it_is(demo: Register) -> None:
    text = letter(checked(demo, "A01", "P06", day=DAY), demo)
    assert "A01（必须改）职权" in text
    assert "P06（应核实）流程" in text


def test_what_is_no_units_is_the_whole_authoritys() -> None:
    register = api.open_sources([str(MESSY)]).register
    report = checked(register, day=DAY)
    whole = sum(one.entity.kind == "authority" for one in report.findings)
    rest = sum(one.unit is None for one in report.findings) - whole
    assert letter(report, register).endswith(f"未定科室 {rest}，全单位 {whole}。\n")


def test_a_rule_that_spoke_is_not_counted_as_silent() -> None:
    register = read("authority: {name: 示例局}\npowers: [{id: w, name: 甲, type: licence}]")
    report = checked(register, "P01", day=DAY)
    assert report.not_checked
    assert "没有检查的规则" not in letter(report, register)


def test_names_in_a_row_lose_their_full_stops(demo: Register) -> None:
    assert "。、" not in letter(checked(demo, "A04", day=DAY), demo)
