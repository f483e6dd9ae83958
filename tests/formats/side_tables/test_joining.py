"""Side tables are joined to the list: by code, name, sub-item; whatever has no home is told by cell."""

from itertools import permutations
from pathlib import Path

from powerlist.formats import read, report_json
from powerlist.formats.report_text import report_text
from powerlist.model.codes import Phase, PostLevel, StepKind
from powerlist.model.fingerprint import fingerprint
from tests.formats.side_tables.drawer import (
    LIST,
    POSTS,
    RISKS,
    STEPS,
    cells,
    codes,
    drawer,
    sheet,
    workbook,
)


def test_five_tables_make_one_register(tmp_path: Path) -> None:
    reading = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=STEPS, 风险=RISKS)
    register = reading.register
    names = {one.id: one.title for one in register.entities()}
    assert codes(reading) == []
    assert [(post.name, names.get(post.unit or ""), post.level) for post in register.posts] == [
        ("受理岗", "审批股", PostLevel.WINDOW),
        ("审查岗", "审批股", PostLevel.STAFF),
        ("股长", "审批股", PostLevel.HEAD),
        ("执法岗", "执法大队", PostLevel.STAFF),
        ("分管副局长", "局领导", PostLevel.DEPUTY),
    ]
    steps = [(step.name, names.get(step.post or ""), step.stage) for step in register.steps]
    assert steps[:3] == [
        ("受理", "受理岗", "acceptance"),
        ("审查", "审查岗", "review"),
        ("决定", "分管副局长", "decision"),
    ]
    (risk,) = register.risks
    assert (names[risk.step], risk.rank, risk.risk_kind) == ("审查", 3, "operational")
    assert names[risk.supervisor or ""] == "分管副局长"
    controls = [(one.text, one.phase, names[one.owner or ""]) for one in register.controls]
    assert controls == [
        ("抽签派员", Phase.BEFORE, "股长"),
        ("照片定位", Phase.DURING, "股长"),
        ("倒查追责", Phase.AFTER, "股长"),
    ]


def test_every_field_has_the_cell_that_it_was_read_from(tmp_path: Path) -> None:
    register = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=STEPS, 风险=RISKS).register
    step = next(one for one in register.steps if one.name == "审查")
    post = next(one for one in register.posts if one.name == "审查岗")
    control = next(one for one in register.controls if one.phase is Phase.AFTER)
    places = {
        (post.id, "level"): "岗位.xlsx:表!C3",
        (post.id, "backup_post"): "岗位.xlsx:表!E3",
        (post.id, "reports_to"): "岗位.xlsx:表!F3",
        (step.id, "post"): "流程.xlsx:表!D3",
        (step.id, "limit"): "流程.xlsx:表!E3",
        (register.risks[0].id, "inherent"): "风险.xlsx:表!F2",
        (control.id, "text"): "风险.xlsx:表!I2",
        (control.id, "owner"): "风险.xlsx:表!J2",
    }
    assert {key: str(register.origins[key].source) for key in places} == places


def test_steps_run_in_the_order_of_the_rows_between_a_start_and_an_end(tmp_path: Path) -> None:
    register = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=STEPS).register
    names = {one.id: one.title for one in register.steps}
    assert [(names[flow.source], names[flow.target]) for flow in register.flows] == [
        ("开始", "受理"),
        ("受理", "审查"),
        ("审查", "决定"),
        ("决定", "结束"),
    ]
    assert {step.name: step.step_kind for step in register.steps if step.step_kind is not StepKind.TASK} == {
        "开始": StepKind.START,
        "结束": StepKind.END,
    }


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    tables = {"清单": LIST, "岗位": POSTS, "流程": STEPS, "风险": RISKS}
    paths = [workbook(tmp_path / f"{name}.xlsx", sheet(rows)) for name, rows in tables.items()]
    prints = {fingerprint(read(order).register.entities()) for order in permutations(paths)}
    assert len(prints) == 1


def test_sheets_of_one_workbook_are_as_good_as_files(tmp_path: Path) -> None:
    tables = {"清单": LIST, "岗位": POSTS, "流程": STEPS, "风险": RISKS}
    apart = drawer(tmp_path, **tables).register
    whole = workbook(tmp_path / "全.xlsx", {name: (rows, ()) for name, rows in tables.items()})
    assert fingerprint(read([whole]).register.powers) == fingerprint(apart.powers)
    assert fingerprint(read([whole]).register.steps) == fingerprint(apart.steps)
    assert fingerprint(read([whole]).register.controls) == fingerprint(apart.controls)


def test_a_power_is_found_by_code_then_by_name_however_they_are_typed(tmp_path: Path) -> None:
    steps = [
        ["编码", "权力事项名称", "环节", "岗位"],
        ["XK002", "写错了的名称", "受理", "受理岗"],
        ["", " 取水许可 〔新办〕", "审查", "审查岗"],
    ]
    steps[0][0] = "职权编码"
    register = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=steps).register
    (process,) = register.processes
    assert register[process.powers[0]].title == "取水许可（新办）"
    assert [step.name for step in register.steps][:2] == ["受理", "审查"]


def test_a_sub_item_has_a_process_of_its_own(tmp_path: Path) -> None:
    lists = [["序号", "事项名称", "子项名称", "权力类型"], [1, "采矿许可", "1.新立；2.延续", "行政许可"]]
    steps = [["事项名称", "环节", "时限"], ["延续", "受理", "1个工作日"], ["采矿许可", "受理", "3个工作日"]]
    register = drawer(tmp_path, 清单=lists, 流程=steps).register
    subs = {tuple(register[one].title for one in process.sub_items) for process in register.processes}
    assert subs == {("延续",), ()}


def test_a_row_without_a_home_is_told_with_the_nearest_name_and_kept(tmp_path: Path) -> None:
    steps = [["职权名称", "环节", "岗位"], ["采矿许可证", "受理", "受理岗"]]
    reading = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=steps)
    (told,) = [one for one in reading.problems if one.code == "no-power"]
    assert str(told.source) == "流程.xlsx:表!A2"
    assert "是否为“采矿许可”？" in told.text.zh
    left = [(one.source.cell, one.text) for one in reading.files[-1].sheets[0].left]
    assert left == [("A2", "采矿许可证"), ("B2", "受理"), ("C2", "受理岗")]


def test_a_risk_at_an_unknown_step_is_told_with_the_nearest_step(tmp_path: Path) -> None:
    risks = [["职权名称", "环节", "风险点"], ["采矿许可", "鉴章", "甲"], ["对违法取水的处罚", "立案", "乙"]]
    reading = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=STEPS, 风险=risks)
    assert cells(reading, "no-step") == ["风险.xlsx:表!B2"]
    assert cells(reading, "no-process") == ["风险.xlsx:表!A3"]
    assert {one.text for sheet in reading.files[-1].sheets for one in sheet.left} >= {"甲", "乙"}


def test_a_step_is_found_by_its_stage_where_no_step_has_the_name(tmp_path: Path) -> None:
    risks = [["职权名称", "环节", "风险点"], ["采矿许可", "受理申请登记", "甲"]]
    register = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=STEPS, 风险=risks).register
    assert [register[risk.step].title for risk in register.risks] == ["受理"]


def test_two_levels_of_a_post_are_told_with_both_cells_and_the_first_kept(tmp_path: Path) -> None:
    other = [["科室", "岗位", "岗位层级"], ["审批股", "审查岗", "审核岗"]]
    reading = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 补充=other)
    (told,) = [one for one in reading.problems if one.code == "clash"]
    assert str(told.source) == "补充.xlsx:表!C2"
    assert "岗位.xlsx:表!C3" in told.text.zh
    assert next(one.level for one in reading.register.posts if one.name == "审查岗") is PostLevel.STAFF
    assert ("C2", "审核岗") in [(one.source.cell, one.text) for one in reading.files[-1].sheets[0].left]


def test_two_limits_of_a_step_and_two_levels_of_a_risk_are_told(tmp_path: Path) -> None:
    steps = [["职权名称", "环节", "时限"], ["采矿许可", "审查", "9个工作日"]]
    risks = [["职权名称", "环节", "风险点", "等级"], ["采矿许可", "审查", "不到现场就写意见", "低"]]
    reading = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=STEPS, 风险=RISKS, 流程二=steps, 风险二=risks)
    assert sorted(cells(reading, "clash")) == ["流程二.xlsx:表!C2", "风险二.xlsx:表!D2"]
    assert reading.register.risks[0].rank == 3
    assert len(reading.register.steps) == 5


def test_one_level_in_two_words_is_no_clash(tmp_path: Path) -> None:
    risks = [["职权名称", "环节", "风险点", "等级"], ["采矿许可", "审查", "不到现场就写意见", "一级"]]
    reading = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=STEPS, 风险=RISKS, 风险二=risks)
    assert codes(reading) == []


def test_units_and_posts_that_no_table_has_are_made_and_told(tmp_path: Path) -> None:
    steps = [["职权名称", "环节", "科室", "岗位"], ["采矿许可", "受理", "大厅", "收件窗口岗"]]
    reading = drawer(tmp_path, 清单=LIST, 流程=steps)
    post = next(one for one in reading.register.posts if one.name == "收件窗口岗")
    assert post.level is PostLevel.WINDOW
    assert reading.register[post.unit or ""].title == "大厅"
    assert (cells(reading, "unit-made"), cells(reading, "post-made")) == (
        ["流程.xlsx:表!C2"],
        ["流程.xlsx:表!D2"],
    )


def test_a_list_that_names_a_post_in_passing_means_the_post_of_the_table(tmp_path: Path) -> None:
    lists = [
        ["序号", "事项名称", "权力类型", "承办机构", "责任事项", "责任岗位"],
        [1, "采矿许可", "行政许可", "审批股、执法大队", "当场受理。", "受理岗"],
    ]
    register = drawer(tmp_path, 清单=lists, 岗位=POSTS).register
    (post,) = [one for one in register.posts if one.name == "受理岗"]
    assert register[post.unit or ""].title == "审批股"
    assert register.assignments[0].post == post.id


def test_a_name_of_a_person_never_becomes_a_post(tmp_path: Path) -> None:
    steps = [["职权名称", "环节", "办理人员"], ["采矿许可", "受理", "王某"]]
    reading = drawer(tmp_path, 清单=LIST, 流程=steps)
    assert reading.register.posts == ()
    assert cells(reading, "post-is-person") == ["流程.xlsx:表!C2"]


def test_a_post_with_a_wrong_letter_is_told_with_the_right_one(tmp_path: Path) -> None:
    steps = [["职权名称", "环节", "岗位"], ["采矿许可", "审查", "审察岗"]]
    reading = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=steps)
    (told,) = [one for one in reading.problems if one.code == "post-made"]
    assert "是否为“审查岗”？" in told.text.zh


def test_the_report_has_every_text_that_found_no_place(tmp_path: Path) -> None:
    steps = [["职权名称", "环节", "岗位", "备用栏"], ["没有的许可", "审查", "", "其他"], ["注：依批复"]]
    reading = drawer(tmp_path, 清单=LIST, 流程=steps)
    (table,) = report_json(reading)["files"][1]["sheets"]
    assert (table["side_table"], table["rows"], table["header_row"]) == ("办理流程表", 1, 1)
    assert [one["text"] for one in table["left"]] == ["没有的许可", "审查", "其他", "注：依批复"]
    lines = "\n".join(report_text(reading, "zh"))
    assert "A2–D2 没有落处，原文：“职权名称”没有的许可；“环节”审查；“备用栏”其他" in lines
    assert lines.count("没有落处，原文") == 1
    assert "A3 表下文字：注：依批复" in lines


def test_the_report_tells_how_grave_a_thing_is_and_no_code_of_a_program(tmp_path: Path) -> None:
    head = ["职权名称", "环节", "岗位", "备用栏"]
    steps = [head, ["没有的许可", "审查", "", "其他"], ["采矿许可", "审查", "", "其他"]]
    reading = drawer(tmp_path, 清单=LIST, 流程=steps)
    for lang, words in (("zh", ("[应核实]", "[提示]")), ("en", ("[warning]", "[info]"))):
        lines = "\n".join(report_text(reading, lang))  # type: ignore[arg-type]
        assert all(word in lines for word in words)
        assert not any(one.code in lines for one in reading.problems)
