"""Step tables: several posts, merged limits, procedures, exits."""

from pathlib import Path

from powerlist.formats import read
from powerlist.model.limits import TimeLimit
from powerlist.model.register import Register
from tests.formats.side_tables.drawer import LIST, POSTS, Rows, cells, codes, drawer, sheet, workbook


def steps_of(folder: Path, rows: Rows) -> Register:
    return drawer(folder, 清单=LIST, 岗位=POSTS, 流程=rows).register


def arrows(register: Register) -> list[tuple[str, str, str]]:
    """(from, condition, to) of every arrow."""
    return [(register[f.source].title, f.condition, register[f.target].title) for f in register.flows]


def test_a_column_of_next_steps_makes_a_judgement_with_conditions(tmp_path: Path) -> None:
    rows = [
        ["职权名称", "环节", "岗位", "下一环节"],
        ["采矿许可", "受理", "受理岗", "材料齐全：审查；缺件：补正"],
        ["", "补正", "受理岗", "受理"],
        ["", "审查", "审查岗", ""],
        ["", "决定", "分管副局长", "结束"],
    ]
    assert arrows(steps_of(tmp_path, rows)) == [
        ("开始", "", "受理"),
        ("受理", "", "受理？"),
        ("受理？", "材料齐全", "审查"),
        ("受理？", "缺件", "补正"),
        ("补正", "", "受理"),
        ("审查", "", "决定"),
        ("决定", "", "结束"),
    ]


def test_an_exit_that_leads_nowhere_is_told_and_the_rows_are_followed(tmp_path: Path) -> None:
    rows = [["职权名称", "环节", "去向"], ["采矿许可", "受理", "复审"], ["", "审查", ""]]
    reading = drawer(tmp_path, 清单=LIST, 流程=rows)
    assert cells(reading, "no-next") == ["流程.xlsx:表!C2"]
    assert ("受理", "", "审查") in arrows(reading.register)


def test_a_condition_of_a_row_stands_on_the_arrow_that_leads_to_it(tmp_path: Path) -> None:
    rows = [["职权名称", "环节", "条件"], ["采矿许可", "受理", ""], ["", "审查", "材料齐全"]]
    assert ("受理", "材料齐全", "审查") in arrows(steps_of(tmp_path, rows))


def test_two_procedures_of_a_power_are_two_processes(tmp_path: Path) -> None:
    rows = [
        ["职权名称", "程序", "环节", "时限"],
        ["对违法取水的处罚", "简易程序", "决定", "当场"],
        ["", "普通程序", "立案", "7日"],
        ["", "", "决定", "90日"],
    ]
    register = steps_of(tmp_path, rows)
    assert [process.variant for process in register.processes] == ["简易程序", "普通程序"]
    assert len(register.steps) == 3 + 4


def test_the_power_may_stand_only_in_the_title(tmp_path: Path) -> None:
    rows = [["采矿许可办理流程表（一般程序）"], ["环节", "岗位", "时限"], ["受理", "受理岗", "1日"]]
    (process,) = steps_of(tmp_path, rows).processes
    assert process.variant == "一般程序"


def test_the_power_may_stand_only_on_the_tab(tmp_path: Path) -> None:
    lists = workbook(tmp_path / "清单.xlsx", sheet(LIST))
    rows = [["环节", "岗位", "时限"], ["受理", "受理岗", "1日"]]
    steps = workbook(tmp_path / "流程.xlsx", sheet(rows, "采矿许可"))
    assert len(read([lists, steps]).register.processes) == 1


def test_a_table_that_says_nowhere_which_power_it_is_about_is_told(tmp_path: Path) -> None:
    reading = drawer(tmp_path, 清单=LIST, 流程=[["环节", "岗位", "时限"], ["受理", "受理岗", "1日"]])
    assert cells(reading, "power-not-named") == ["流程.xlsx:表!A2"]
    assert reading.register.steps == ()


def test_a_limit_merged_over_steps_stands_once(tmp_path: Path) -> None:
    rows = [["职权名称", "环节", "时限"], ["采矿许可", "受理", "5日"], ["采矿许可", "审查", ""]]
    lists = workbook(tmp_path / "清单.xlsx", sheet(LIST))
    steps = workbook(tmp_path / "流程.xlsx", sheet(rows, merges=[(1, 2, 2, 2)]))
    reading = read([lists, steps])
    assert [step.limit and step.limit.value for step in reading.register.steps][:2] == [5, None]
    assert cells(reading, "limit-shared") == ["流程.xlsx:表!C2"]


def test_a_unit_of_time_in_the_heading_counts(tmp_path: Path) -> None:
    register = steps_of(tmp_path, [["职权名称", "环节", "时限（工作日）"], ["采矿许可", "受理", "3"]])
    assert register.steps[0].limit == TimeLimit(value=3)


def test_one_name_twice_is_two_steps_with_two_posts(tmp_path: Path) -> None:
    rows = [["职权名称", "环节", "岗位"], ["采矿许可", "审核", "股长"], ["", "审核", "分管副局长"]]
    register = steps_of(tmp_path, rows)
    assert [(s.name, register[s.post].title) for s in register.steps if s.post] == [
        ("审核", "股长"),
        ("审核", "分管副局长"),
    ]


def test_several_powers_in_one_cell_share_a_process(tmp_path: Path) -> None:
    register = steps_of(
        tmp_path, [["职权名称", "环节", "时限"], ["采矿许可、取水许可（新办）", "受理", "1日"]]
    )
    (process,) = register.processes
    assert [register[one].title for one in process.powers] == ["采矿许可", "取水许可（新办）"]


def test_numbers_yes_and_no_and_unreadable_cells(tmp_path: Path) -> None:
    rows = [
        ["步骤", "职权名称", "环节", "时限", "自由裁量", "对外公开"],
        ["1", "采矿许可", "1.受理", "尽快", "√", "不清楚"],
    ]
    reading = drawer(tmp_path, 清单=LIST, 流程=rows)
    step = reading.register.steps[0]
    assert (step.name, step.discretion, step.visible) == ("受理", True, True)
    assert codes(reading) == ["limit-unreadable", "value-unknown"]


def test_applying_without_a_post_is_where_the_process_begins(tmp_path: Path) -> None:
    rows = [["职权名称", "环节", "岗位"], ["采矿许可", "申请", ""], ["", "受理", "受理岗"], ["", "办结", ""]]
    assert arrows(steps_of(tmp_path, rows)) == [("申请", "", "受理"), ("受理", "", "办结")]


def test_a_second_table_s_new_step_stands_where_that_table_has_it(tmp_path: Path) -> None:
    first = [
        ["职权名称", "环节", "时限"],
        ["采矿许可", "受理", "1日"],
        ["", "审查", "3日"],
        ["", "决定", "1日"],
    ]
    second = [["职权名称", "环节", "岗位"], ["采矿许可", "审查", "审查岗"], ["", "公示", "受理岗"]]
    register = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=first, 流程二=second).register
    assert [target for _, _, target in arrows(register)] == ["受理", "审查", "公示", "决定", "结束"]


def test_powers_that_share_a_process_may_be_named_in_any_order(tmp_path: Path) -> None:
    rows = [
        ["职权名称", "环节", "时限"],
        ["取水许可（新办）、采矿许可", "受理", "1日"],
        ["采矿许可、取水许可（新办）", "审查", "1日"],
    ]
    (process,) = steps_of(tmp_path, rows).processes
    assert process.powers == ("XK001", "XK002")


def test_a_unit_without_a_post_is_told_and_kept(tmp_path: Path) -> None:
    rows = [["职权名称", "环节", "责任科室", "时限"], ["采矿许可", "受理", "审批股", "1日"]]
    reading = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=rows)
    assert cells(reading, "unit-alone") == ["流程.xlsx:表!C2"]
    assert [one.text for one in reading.files[-1].sheets[0].left] == ["审批股"]
