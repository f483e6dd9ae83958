"""Lines, data and tests of build servers hold every finding; what changed since an earlier check."""

import json
from xml.etree import ElementTree as xml

from powerlist import api
from powerlist.model.register import Register
from powerlist.rules import Report
from powerlist.views.reports.comparison import Earlier, compare
from tests.rules.reading import checked, read
from tests.views.reports.conftest import DAY


def written(report: Report, register: Register, form: str) -> str:
    return api.report_text(report, register, form, "zh")


def test_junit_has_a_failure_for_each_finding_and_a_test_for_each_rule(
    report: Report, demo: Register
) -> None:
    suite = xml.fromstring(written(report, demo, "junit"))[0]
    assert int(suite.get("failures", 0)) == len(suite.findall("testcase/failure")) == len(report.findings)
    assert int(suite.get("tests", 0)) == len(suite.findall("testcase"))
    assert int(suite.get("skipped", 0)) == len(suite.findall("testcase/skipped"))
    named = {case.get("name", "")[:3] for case in suite.findall("testcase")}
    assert named == {rule.code for rule in api.rules()}


def test_junit_skips_what_is_waived_and_says_why(report: Report, demo: Register) -> None:
    skipped = xml.fromstring(written(report, demo, "junit")).findall(".//testcase/skipped")
    said = [one.get("message", "") for one in skipped if "豁免" in one.get("message", "")]
    assert len(said) == len(report.waived) > 1
    assert f"待编号（局长，2026-01-01，至2027-01-01），用了 {len(said)} 次" in said[0]


def test_no_two_tests_of_junit_have_one_name() -> None:
    rows = "".join(
        f"\n  - {{id: w{n}, name: 第{n}项, type: licence, duties: [{{id: d, text: 受理}}]}}" for n in range(3)
    )
    posts = "units: [{id: u, name: 股}]\nposts: [{id: p, name: 岗, unit: u}]\n"
    one = "\n  - {id: v, name: 别项, duties: [{id: d, text: 受理, assignments: [{id: a, post: p}]}]}"
    register = read(f"authority: {{name: 局}}\n{posts}powers:{rows}{one}")
    report = checked(register, "A01")
    assert len(report.findings) == 3
    cases = xml.fromstring(written(report, register, "junit")).findall(".//testcase")
    assert len({(case.get("classname"), case.get("name")) for case in cases}) == len(cases)


def test_junit_survives_letters_that_xml_has_not() -> None:
    register = read('authority: {name: 局}\npowers: [{id: w, name: "坏\\u0001名\\uFFFE", type: licence}]')
    assert xml.fromstring(written(checked(register), register, "junit"))


def test_data_counts_how_often_a_waiver_was_used(report: Report, demo: Register) -> None:
    data = json.loads(written(report, demo, "json"))
    (waiver,) = data["waivers"]
    assert waiver["uses"] == len(data["waived"]) == len(report.waived)
    assert (waiver["what"], waiver["reason"], waiver["until"]) == ("L05 *", "待编号", "2027-01-01")


def test_data_gives_what_is_no_units_to_the_whole_authority() -> None:
    register = read("authority: {name: 局}\npowers: [{id: w, name: 甲, type: licence}]")
    report = checked(register)
    counts = json.loads(written(report, register, "json"))["summary"]["by_unit"]
    assert counts["全单位"] == sum(one.entity.kind == "authority" for one in report.findings) > 0
    assert sum(counts.values()) == len(report.findings)


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


def test_things_that_are_no_path_are_named_and_of_many_the_first(demo: Register) -> None:
    rows = "".join(f"\n  - {{id: w{n}, name: 第{n}项, code: '1', type: licence}}" for n in range(6))
    register = read(f"authority: {{name: 示例局}}\npowers:{rows}")
    text = written(checked(register, "D01", day=DAY), register, "text")
    assert "路径：" not in text
    assert "路径：" in written(checked(demo, "P02", day=DAY), demo, "text")
    assert "涉及：调查核实" in written(checked(demo, "S06", day=DAY), demo, "text")  # one step is no path
