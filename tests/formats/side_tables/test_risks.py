"""Risks on step, post and power; measures by phase; who answers and how often."""

from pathlib import Path

import pytest

from powerlist.model.codes import Phase
from powerlist.model.register import Register
from tests.formats.side_tables.drawer import LIST, POSTS, STEPS, Rows, cells, codes, drawer


def risks_of(folder: Path, *tables: Rows) -> Register:
    more = {f"风险{place}": rows for place, rows in enumerate(tables)}
    reading = drawer(folder, 清单=LIST, 岗位=POSTS, 流程=STEPS, **more)
    assert codes(reading) == []
    return reading.register


def measures(register: Register) -> list[tuple[Phase | None, str]]:
    return [(control.phase, control.text) for control in register.controls]


def test_one_column_of_measures_may_say_the_phases_itself(tmp_path: Path) -> None:
    said = "事前：1.抽签派员；2.回避申报\n事中：照片定位\n事后：倒查追责"
    register = risks_of(
        tmp_path, [["职权名称", "环节", "风险点", "防控措施"], ["采矿许可", "审查", "甲", said]]
    )
    assert measures(register) == [
        (Phase.BEFORE, "抽签派员"),
        (Phase.BEFORE, "回避申报"),
        (Phase.DURING, "照片定位"),
        (Phase.AFTER, "倒查追责"),
    ]


def test_a_column_may_say_the_phase_of_its_row(tmp_path: Path) -> None:
    rows = [["职权名称", "环节", "风险点", "防控措施", "防控阶段"], ["采矿许可", "审查", "甲", "乙", "事中"]]
    assert measures(risks_of(tmp_path, rows)) == [(Phase.DURING, "乙")]


def test_measures_without_a_phase_have_none(tmp_path: Path) -> None:
    rows = [["职权名称", "环节", "风险点", "防控措施"], ["采矿许可", "审查", "甲", "1.乙。2.丙。"]]
    assert [phase for phase, _ in measures(risks_of(tmp_path, rows))] == [None, None]


def test_the_table_of_duties_finds_the_risk_by_its_short_name(tmp_path: Path) -> None:
    table = [
        ["职权名称", "环节", "风险点", "表现形式", "风险等级"],
        ["采矿许可", "审查", "人情审查", "对熟人降低标准", "一般"],
    ]
    divided = [
        ["职权", "环节", "风险点", "防控措施", "责任岗位", "监督主体", "检查频次"],
        ["采矿许可", "审查", "人情审查", "双人审查", "审查岗", "股长", "每季度"],
    ]
    for order in ((table, divided), (divided, table)):
        register = risks_of(tmp_path, *order)
        (risk,), (control,) = register.risks, register.controls
        assert (risk.event, risk.rank) == ("人情审查：对熟人降低标准", 2)
        assert control.risks == (risk.id,)
        owner, supervisor = register[control.owner or ""], register[control.supervisor or ""]
        assert (owner.title, supervisor.title, control.frequency) == ("审查岗", "股长", "每季度")


def test_owners_line_by_line_are_each_measure_s(tmp_path: Path) -> None:
    rows = [
        ["职权名称", "环节", "风险点", "防控措施", "责任人"],
        ["采矿许可", "审查", "甲", "1.乙。\n2.丙。", "股长\n分管副局长"],
    ]
    register = risks_of(tmp_path, rows)
    assert [register[one.owner or ""].title for one in register.controls] == ["股长", "分管副局长"]


def test_owners_that_do_not_match_are_told(tmp_path: Path) -> None:
    rows = [
        ["职权名称", "环节", "风险点", "防控措施", "责任人"],
        ["采矿许可", "审查", "甲", "乙", "股长、受理岗"],
    ]
    reading = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=STEPS, 风险=rows)
    assert cells(reading, "owner-unmatched") == ["风险.xlsx:表!E2"]


@pytest.mark.parametrize(
    ("word", "rank", "label"),
    [
        ("高风险", 3, ""),
        ("高", 3, "高"),
        ("一级", 3, ""),
        ("中", 2, "中"),
        ("三级", 1, ""),
        ("低风险", 1, ""),
    ],
)
def test_levels_by_their_words(tmp_path: Path, word: str, rank: int, label: str) -> None:
    rows = [["职权名称", "环节", "风险点", "等级"], ["采矿许可", "审查", "甲", word]]
    (risk,) = risks_of(tmp_path, rows).risks
    assert risk.inherent
    assert (risk.inherent.rank, risk.inherent.label) == (rank, label)


def test_a_risk_without_a_power_is_at_home_where_its_post_does_one_step(tmp_path: Path) -> None:
    rows = [
        ["科室", "岗位", "风险点", "等级"],
        ["审批股", "审查岗", "甲", "低"],
        ["执法大队", "执法岗", "乙", "低"],
    ]
    reading = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=STEPS, 风险=rows)
    assert [reading.register[risk.step].title for risk in reading.register.risks] == ["审查"]
    assert cells(reading, "step-not-named") == ["风险.xlsx:表!A3"]


def test_a_risk_on_another_post_than_the_step_s_names_it(tmp_path: Path) -> None:
    rows = [
        ["职权名称", "环节", "岗位", "风险点"],
        ["采矿许可", "审查", "股长", "甲"],
        ["采矿许可", "审查", "审查岗", "乙"],
    ]
    register = risks_of(tmp_path, rows)
    assert [risk.post and register[risk.post].title for risk in register.risks] == ["股长", None]


def test_a_risk_of_one_power_of_a_shared_process_names_the_power(tmp_path: Path) -> None:
    steps = [["职权名称", "环节", "时限"], ["采矿许可、取水许可（新办）", "受理", "1日"]]
    risks = [
        ["职权名称", "环节", "风险点"],
        ["采矿许可", "受理", "甲"],
        ["采矿许可、取水许可（新办）", "受理", "乙"],
    ]
    register = drawer(tmp_path, 清单=LIST, 流程=steps, 风险=risks).register
    assert [risk.power and register[risk.power].title for risk in register.risks] == ["采矿许可", None]


def test_one_table_may_tell_steps_and_their_risks(tmp_path: Path) -> None:
    rows = [
        ["职权名称", "环节", "岗位", "时限", "风险点", "等级", "防控措施"],
        ["采矿许可", "受理", "受理岗", "1日", "无", "", ""],
        ["", "审查", "审查岗", "3日", "甲", "高", "乙"],
        ["", "审查", "审查岗", "", "丙", "低", "丁"],
    ]
    register = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=rows).register
    assert [step.name for step in register.steps][:2] == ["受理", "审查"]
    assert [register[risk.step].title for risk in register.risks] == ["审查", "审查"]


def test_answers_and_reasons_of_a_level_may_stand_in_another_table(tmp_path: Path) -> None:
    first = [["职权名称", "环节", "风险点", "等级"], ["采矿许可", "审查", "甲", "高风险"]]
    second = [
        ["职权名称", "环节", "风险点", "等级", "可能性", "后果严重性", "定级理由"],
        ["采矿许可", "审查", "甲", "高", "2", "3", "裁量大"],
    ]
    for order in ((first, second), (second, first)):
        (risk,) = risks_of(tmp_path, *order).risks
        assert risk.inherent
        assert ([one.value for one in risk.inherent.inputs], risk.inherent.reason) == ([2, 3], "裁量大")


def test_two_reasons_for_one_level_are_told_and_kept(tmp_path: Path) -> None:
    first = [["职权名称", "环节", "风险点", "等级", "定级理由"], ["采矿许可", "审查", "甲", "高", "裁量大"]]
    second = [*first[:1], [*first[1][:4], "钱多"]]
    reading = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=STEPS, 风险=first, 风险二=second)
    assert cells(reading, "clash") == ["风险二.xlsx:表!D2"]
    assert "钱多" in [one.text for one in reading.files[-1].sheets[0].left]
