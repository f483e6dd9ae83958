"""The forms of a report: each holds every finding, and is what its readers expect."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as xml

import jsonschema
import openpyxl
import pytest
from sarif_pydantic import Sarif

from powerlist import api
from powerlist.errors import PowerlistError
from powerlist.model.register import Register
from powerlist.resources import data_folder
from powerlist.rules import Report
from powerlist.views.reports.annotated import annotated
from powerlist.views.reports.comparison import Earlier, compare
from tests.rules.reading import checked, read
from tests.views.reports.sarif_shape import SHAPE

DAY = date(2026, 11, 25)
MESSY = data_folder() / "demo" / "messy.xls"
WAIVER = "waivers: [{code: L05, name: '*', reason: 待编号, approver: 局长, date: 2026-01-01}]"


@pytest.fixture(scope="module")
def demo() -> Register:
    return api.open_sources(["demo"]).register


@pytest.fixture(scope="module")
def report(demo: Register) -> Report:
    return checked(demo, day=DAY, waivers=WAIVER)


def written(report: Report, register: Register, form: str) -> str:
    return api.report_text(report, register, form, "zh")


def test_sarif_is_of_the_standards_shape_and_paths_are_code_flows(report: Report, demo: Register) -> None:
    data: dict[str, Any] = json.loads(written(report, demo, "sarif"))
    jsonschema.validate(data, SHAPE)
    Sarif.model_validate(data)
    results = data["runs"][0]["results"]
    keys = [one["partialFingerprints"]["powerlistKey/v1"] for one in results]
    assert keys == [one.key for one in (*report.findings, *(waived.finding for waived in report.waived))]
    flows = {one["ruleId"] for one in results if "codeFlows" in one}
    assert {"P02", "T03"} <= flows
    bypass = next(one for one in results if one["ruleId"] == "P02")
    steps = bypass["codeFlows"][0]["threadFlows"][0]["locations"]
    assert all("region" in one["location"]["physicalLocation"] for one in steps)
    suppressed = [one for one in results if "suppressions" in one]
    assert {one["ruleId"] for one in suppressed} == {"L05"}


def test_sarif_of_a_workbook_names_sheet_and_cell() -> None:
    register = api.open_sources([str(MESSY)]).register
    data = json.loads(written(checked(register, "L05"), register, "sarif"))
    jsonschema.validate(data, SHAPE)
    (one,) = data["runs"][0]["results"]
    assert one["locations"][0]["message"]["text"] == "附表2行政处罚 C8"


def test_junit_has_a_failure_for_each_finding_and_a_test_for_each_rule(
    report: Report, demo: Register
) -> None:
    suite = xml.fromstring(written(report, demo, "junit"))[0]
    assert int(suite.get("failures", 0)) == len(suite.findall("testcase/failure")) == len(report.findings)
    assert int(suite.get("tests", 0)) == len(suite.findall("testcase"))
    named = {case.get("name", "")[:3] for case in suite.findall("testcase")}
    assert named == {rule.code for rule in api.rules()}


def test_junit_survives_letters_that_xml_has_not() -> None:
    register = read('authority: {name: 局}\npowers: [{id: w, name: "坏\\u0001名", type: licence}]')
    assert xml.fromstring(written(checked(register), register, "junit"))


def test_the_letter_names_or_counts_every_finding(report: Report, demo: Register) -> None:
    text = written(report, demo, "letter")
    for unit in {one.unit.name for one in report.findings if one.unit}:
        count = sum(1 for one in report.findings if one.unit and one.unit.name == unit)
        assert f"{unit}（{count}处）：" in text
    assert "豁免 L05 *：待编号" in text
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
    text = written(checked(register), register, "letter")
    assert len(text.splitlines()) < 60
    assert "200项责任" in text


def test_the_page_is_whole_and_asks_nothing_of_the_net(report: Report, demo: Register) -> None:
    page = written(report, demo, "html")
    assert "<script" not in page
    assert "http" not in page
    assert page.count("<article") == len(report.findings)
    evil = read("authority: {name: <b>局}\npowers: [{id: w, name: '<script>x</script>', type: licence}]")
    assert "<script" not in written(checked(evil), evil, "html")


def test_the_users_own_workbook_comes_back_with_comments_and_links(tmp_path: Path) -> None:
    register = api.open_sources([str(MESSY)]).register
    report = checked(register, day=DAY)
    book = openpyxl.load_workbook(io.BytesIO(annotated(report, MESSY, "zh")))
    assert book.sheetnames[0] == "检查意见"
    listed = book["检查意见"]
    assert listed.max_row == len(report.findings) + 1
    placed = [one for one in report.findings if one.source and one.source.cell]
    assert placed
    for one in placed:
        assert one.source
        note = book[one.source.sheet][one.source.cell].comment
        assert note
        assert one.message.zh in note.text
    links = [cell.hyperlink.location or cell.hyperlink.target for cell in listed["E"] if cell.hyperlink]
    assert len(links) == len(placed)
    kept = "".join(str(value) for row in book["附表2行政处罚"].values for value in row)
    assert "职工名册" in kept.replace("\n", "")


def test_what_is_no_workbook_takes_no_comments(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("authority: {name: 局}", encoding="utf-8")
    with pytest.raises(PowerlistError):
        annotated(checked("authority: {name: 局}"), path, "zh")


def test_a_comparison_tells_new_gone_and_unchanged(report: Report) -> None:
    first, second = report.findings[:2]
    found = compare(
        report,
        Earlier("2026-01-01", {first.key: {"key": first.key}, "A01@x": {"key": "A01@x", "code": "A01"}}),
    )
    assert [one.key for one in found.unchanged] == [first.key]
    assert [row["key"] for row in found.gone] == ["A01@x"]
    assert found.new[0].key == second.key


def test_only_rules_that_ran_both_times_are_compared(report: Report, demo: Register) -> None:
    earlier = Earlier("2026-01-01", {"B03@x": {"key": "B03@x", "code": "B03"}}, frozenset({"B03"}))
    found = compare(checked(demo, "P02", day=DAY), earlier)
    assert (found.new, found.gone) == ((), ())


def test_a_rule_that_spoke_is_not_counted_as_silent() -> None:
    register = read("authority: {name: 示例局}\npowers: [{id: w, name: 甲, type: licence}]")
    report = checked(register, "P01", day=DAY)
    assert report.not_checked
    assert "没有检查的规则" not in written(report, register, "letter")


def test_things_that_are_no_path_are_named_and_of_many_the_first(demo: Register) -> None:
    rows = "".join(f"\n  - {{id: w{n}, name: 第{n}项, code: '1', type: licence}}" for n in range(6))
    register = read(f"authority: {{name: 示例局}}\npowers:{rows}")
    text = written(checked(register, "D01", day=DAY), register, "text")
    assert "路径：" not in text
    assert "路径：" in written(checked(demo, "P02", day=DAY), demo, "text")
