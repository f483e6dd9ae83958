"""powerlist.toml, waivers.yaml and rules of one's own: what they do, and what is said of slips."""

import json
from datetime import date
from pathlib import Path

import pytest

from powerlist.errors import PowerlistError
from powerlist.model.codes import PostLevel
from powerlist.model.severity import Severity
from powerlist.practice import load
from powerlist.rules import RULES, Reviewer, Settings, check, read_settings, read_waivers, with_own
from tests.rules.reading import DAY, checked, read

LIST = """
authority: {name: 示例局}
units: [{id: u, name: 审批股}]
posts: [{id: window, name: 窗口岗, unit: u}]
powers:
  - id: permit
    name: 劳务派遣经营许可
    type: licence
    units: [u]
    duties:
      - {id: accept, text: 受理申请, assignments: [{id: r, post: window}]}
      - {id: review, text: 审查材料}
  - id: school
    name: 民办培训学校设立
    type: licence
    units: [u]
    bases: [{id: b, instrument: 中华人民共和国民办教育促进法, article: 12}]
"""
WAIVER = "{key: L01@permit, reason: 清理中, approver: 局长, date: 2025-12-01%s}"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def settings(folder: Path, text: str) -> Settings:
    return read_settings(written(folder, "powerlist.toml", text), RULES)


def codes(**more: object) -> dict[str, Severity]:
    found = check(read(LIST), load(), DAY, **more).findings  # type: ignore[arg-type]
    return {one.code: one.severity for one in found}


def test_a_place_turns_rules_off_and_takes_others_more_gravely(tmp_path: Path) -> None:
    usual = codes()
    assert usual["A01"] is Severity.ERROR
    own = settings(tmp_path, 'ignore = ["L01"]\n[severity]\nduty-without-post = "info"\n')
    found = codes(settings=own)
    assert "L01" in usual
    assert "L01" not in found
    assert found["A01"] is Severity.INFO


@pytest.mark.parametrize("office", Reviewer)
def test_a_preset_has_the_rules_of_one_office(office: Reviewer, tmp_path: Path) -> None:
    chosen = settings(tmp_path, f'preset = "{office.text.zh}"').apply(RULES)
    assert chosen
    assert all(office in rule.reviewers for rule in chosen)


def test_recommended_leaves_hints_out_and_all_leaves_nothing_out(tmp_path: Path) -> None:
    chosen = settings(tmp_path, 'preset = "recommended"').apply(RULES)
    assert {rule.severity for rule in chosen} == {Severity.ERROR, Severity.WARNING}
    assert len(settings(tmp_path, 'preset = "all"').apply(RULES)) == len(list(RULES))


def test_who_supervises_which_level_is_the_places_own(tmp_path: Path) -> None:
    practice = settings(tmp_path, '[supervision]\nhigh = "deputy"\n').practice(load())
    assert practice.supervision[3] is PostLevel.DEPUTY
    assert practice.supervision[2] is load().supervision[2]
    assert practice.own_steps == load().own_steps
    own = settings(tmp_path, '[supervision]\nown_steps = "监督岗"\n').practice(load())
    assert own.own_steps == (PostLevel.SUPERVISOR,)
    assert own.supervision == load().supervision


def days_off(folder: Path, *more: str) -> Path:
    """The days off of 2027, beside the settings."""
    off = (f"2027-02-{day:02},休" for day in range(1, 21))
    return written(folder, "2027.csv", "\n".join(("日期,安排", *off, *more)))


def test_a_year_is_added_by_a_file_that_the_settings_name(tmp_path: Path) -> None:
    """Limits in different units are then counted day by day in that year too, no more by the week."""
    days_off(tmp_path)
    listed = read("""
authority: {name: 示例局}
powers: [{id: w, name: 职权, type: licence, promised_limit: 12个工作日, statutory_limit: 16日}]
""")

    def told(chosen: Settings | None) -> list[str]:
        found = check(listed, load(), date(2027, 12, 1), select=["T01"], settings=chosen).findings
        return [finding.message.zh for finding in found]

    (rough,) = told(None)
    assert "按一周五个工作日折算" in rough
    assert not told(settings(tmp_path, 'workdays = "2027.csv"\n')), "on most days the promise ends earlier"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("workdays = 7\n", "powerlist.toml!L1：“workdays”应为一份CSV的文件名。"),
        ('preset = "all"\nworkdays = "2028.csv"\n', "powerlist.toml!L2：没有“2028.csv”。"),
        ('workdays = "2027.csv"\n', "2027.csv!A22：“某日”不是日期，请写作2027-01-01。"),
        ('workday = "2027.csv"\n', "powerlist.toml!L1：不认识“workday”"),
    ],
)
def test_a_file_of_days_that_cannot_be_used_is_told(text: str, said: str, tmp_path: Path) -> None:
    days_off(tmp_path, "某日,休")
    with pytest.raises(PowerlistError) as caught:
        settings(tmp_path, text)
    assert said in caught.value.of("zh")


def test_every_slip_in_the_settings_has_its_line_and_a_guess(tmp_path: Path) -> None:
    text = (
        'presett = "all"\nignore = ["A99"]\n[severity]\nA01 = "fatal"\nA77 = "info"\n[rules.A12]\nmost = 3\n'
    )
    with pytest.raises(PowerlistError) as caught:
        settings(tmp_path, text)
    lines = caught.value.of("zh").split("\n")
    assert len(lines) == 5
    for line, (place, word) in zip(
        lines,
        [("L1", "preset”"), ("L2", "A99"), ("L4", "warning"), ("L5", "A77"), ("L7", "most")],
        strict=True,
    ):
        assert f"powerlist.toml!{place}：" in line
        assert word in line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("preset = ", "值的写法不对"),
        ('preset = "纪委"', "纪检"),
        ("severity = 3", "键 = 值"),
        ('preset = ["all"]', "“preset”应为"),
        ('[severity\nA01 = "error"', "方括号没有成对"),
        ('preset = "all"\npreset = "all"', "powerlist.toml!L2：写法有误：同一项写了两次"),
        ('preset "all"', "缺少等号"),
        ('preset = "all', "引号没有成对"),
        ('ignore = ["A01"', "powerlist.toml!L1：写法有误：方括号没有成对"),
        ("[rules.A01]\nmost = 3", "规则A01没有可以设的数值"),
        ('[rules.T11]\napprovers = ["boss"]', "岗位层级的列表"),
        ("[supervision]\nhigh = [1]", "岗位层级"),
    ],
)
def test_a_broken_file_of_settings_is_told_in_one_sentence(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(PowerlistError) as caught:
        settings(tmp_path, text)
    assert said in caught.value.of("zh")
    assert "powerlist.toml" in caught.value.of("zh")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("P10.most_approvals", "-5", "0到100,000的整数"),
        ("P10.most_approvals", "1e300", "0到100,000的整数"),
        ("P10.most_approvals", "2.5", "0到100,000的整数"),
        ("P10.most_approvals", "true", "0到100,000的整数"),
        ("R06.most_share", "1.2", "0到1之间的数"),
        ("R06.likeness", "nan", "0到1之间的数"),
        ("B02.working_days", "0", "1到3,650的整数"),
        ("R07.most_years", "1000", "1到100的整数"),
        ("A12.times_average", "inf", "1到1,000的数"),
        ("R01.each_step", "1", "true 或 false"),
    ],
)
def test_a_number_that_makes_no_sense_is_refused_with_its_line(
    name: str, value: str, said: str, tmp_path: Path
) -> None:
    rule, _, param = name.partition(".")
    with pytest.raises(PowerlistError) as caught:
        settings(tmp_path, f"# {param}\n[rules.{rule}]\n{param} = {value}\n")
    assert f"powerlist.toml!L3：“{param}”应为{said}" in caught.value.of("zh")
    assert caught.value.of("en").isascii() or "、" not in caught.value.of("en")


def test_every_usual_value_and_its_neighbours_are_taken(tmp_path: Path) -> None:
    for one in RULES:
        for name, usual in one.params.items():
            said = json.dumps(list(usual) if isinstance(usual, tuple) else usual)
            assert settings(tmp_path, f"[rules.{one.code}]\n{name} = {said}\n").params[one.code]
    near = settings(tmp_path, "[rules.A12]\ntimes_average = 2.5\nleast_duties = 100000\n")
    assert near.params["A12"] == {"times_average": 2.5, "least_duties": 100000}


def test_a_word_that_stands_twice_has_the_line_of_its_own_table(tmp_path: Path) -> None:
    text = 'ignore = ["A01"] # severity\n[severity]\nA02 = "info"\nA01 = "fatal"\n'
    with pytest.raises(PowerlistError, match="L4"):
        settings(tmp_path, text)


def test_what_is_waived_is_no_finding_but_stands_in_the_report_with_its_reason() -> None:
    report = checked(LIST, waivers=f"waivers: [{WAIVER % ''}]")
    assert "L01" not in {one.code for one in report.findings}
    assert [one.finding.key for one in report.waived] == ["L01@permit"]
    ((waiver, uses),) = report.waiver_uses.items()
    assert (waiver.reason, waiver.approver, uses) == ("清理中", "局长", 1)


def test_a_pattern_on_the_name_covers_every_thing_of_that_name() -> None:
    row = "{code: a-01, name: 审查*, reason: 待定岗, approver: 局长, date: 2025-12-01}"
    report = checked(LIST, waivers=f"waivers: [{row}]")
    assert [one.finding.key for one in report.waived] == ["A01@permit.review"]


def test_an_expired_waiver_covers_nothing_and_is_a_finding_at_its_line() -> None:
    report = checked(LIST, waivers=f"waivers:\n  - {WAIVER % ', until: 2025-12-31'}")
    found = {one.code: one for one in report.findings}
    assert "L01" in found
    assert found["W01"].source is not None
    assert found["W01"].source.cell == "L2"
    assert "W02" not in found


def test_a_waiver_is_not_idle_only_because_its_rule_was_not_asked() -> None:
    one = f"waivers: [{WAIVER % ''}]"
    assert not checked(LIST, "A01", "W02", waivers=one).findings[1:]
    other = one.replace("L01@permit", "L01@school")
    assert [f.key for f in checked(LIST, "W02", waivers=other).findings] == ["W02@authority#L01@school"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{key: a, approver: 局长, date: 2025-12-01}", "reason"),
        ("{key: a, reason: x, approver: 局长, date: 明天}", "日期"),
        ("{key: a, reson: x, reason: x, approver: 局长, date: 2025-12-01}", "是不是“reason”"),
        ("{reason: x, approver: 局长, date: 2025-12-01}", "key"),
        ("{key: a, code: b, reason: x, approver: 局长, date: 2025-12-01}", "code"),
        ("{key: 3, reason: x, approver: 局长, date: 2025-12-01}", "文字"),
        ("3", "waivers"),
    ],
)
def test_a_slip_in_a_waiver_has_its_line(row: str, said: str, tmp_path: Path) -> None:
    path = written(tmp_path, "waivers.yaml", f"waivers:\n  - {row}\n")
    with pytest.raises(PowerlistError) as caught:
        read_waivers(path)
    assert said in caught.value.of("zh")
    assert "waivers.yaml" in caught.value.of("zh")


OWN = """
from powerlist.rules import Hit, Severity, Text, rule

@rule(
    "X01",
    Severity.WARNING,
    title=Text("职权没有序号", "Power without a number"),
    why=Text("本局按序号归档。", "This bureau files by number."),
    fix=Text("补写序号。", "Write the number."),
    message=Text("职权“{it.title}”没有序号。", "“{it.title}” has no number."),
)
def power_without_number(case):
    for power in case.in_force.powers:
        if not power.number:
            yield Hit(power)
"""


def test_a_rule_of_ones_own_runs_beside_the_others_and_leaves_no_trace(tmp_path: Path) -> None:
    rules = with_own([written(tmp_path, "my_rules.py", OWN)])
    found = check(read(LIST), load(), date(2026, 1, 1), rules=rules).findings
    assert [one.key for one in found if one.code == "X01"] == ["X01@permit", "X01@school"]
    assert any(one.code == "A01" for one in found)
    assert RULES.find("X01") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def broken(:\n", "L1"),
        ("\n\nraise ValueError('x')\n", "L3"),
        ("x = 1\n", "@rule"),
        (OWN + OWN, "已有规则在用"),
    ],
)
def test_a_file_of_rules_that_does_not_run_is_told_with_its_line(
    text: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(PowerlistError) as caught:
        with_own([written(tmp_path, "my_rules.py", text)])
    assert "my_rules.py" in caught.value.of("zh")
    assert said in caught.value.of("zh")
    assert RULES.find("X01") is None
