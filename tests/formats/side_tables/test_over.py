"""A side table imported into an older register: what it says is new or changed, and nothing else is gone."""

from pathlib import Path

from powerlist.formats import Reading, over, read
from powerlist.formats.report_text import report_text
from powerlist.formats.saving import save_as
from powerlist.formats.yaml_tree import read_yaml
from powerlist.model.codes import PostLevel
from powerlist.model.compare import Changes, What, taken_over
from powerlist.model.entity import State
from powerlist.model.fingerprint import fingerprint
from powerlist.model.register import Register
from powerlist.model.taking import taken
from tests.formats.side_tables.drawer import LIST, POSTS, RISKS, STEPS, Rows, codes, drawer, sheet, workbook


def older(folder: Path, **tables: Rows) -> Register:
    """A register that was imported before and lies as YAML."""
    save_as(drawer(folder, 清单=LIST, **tables).register, folder / "bureau.yaml")
    return read_yaml([folder / "bureau.yaml"]).register


def brought(folder: Path, old: Register, rows: Rows, name: str = "新表") -> tuple[Reading, Changes]:
    """One side table alone over the older register."""
    reading = over(read([workbook(folder / f"{name}.xlsx", sheet(rows))]), old)
    return reading, taken_over(reading.register, old)


def test_a_side_table_alone_makes_nothing_gone(tmp_path: Path) -> None:
    old = older(tmp_path)
    reading, changes = brought(tmp_path, old, POSTS)
    assert codes(reading) == []
    assert changes.of(What.GONE) == ()
    assert {change.thing.kind for change in changes.of(What.NEW)} == {"unit", "post"}
    assert taken(changes).powers == old.powers


def test_table_after_table_gives_what_all_at_once_give(tmp_path: Path) -> None:
    at_once = drawer(tmp_path, 清单=LIST, 岗位=POSTS, 流程=STEPS, 风险=RISKS).register
    register = older(tmp_path)
    for place, rows in enumerate((POSTS, STEPS, RISKS)):
        register = taken(brought(tmp_path, register, rows, f"表{place}")[1])
    assert fingerprint(register.entities()) == fingerprint(at_once.entities())


def test_the_same_table_again_changes_nothing(tmp_path: Path) -> None:
    old = older(tmp_path, 岗位=POSTS, 流程=STEPS, 风险=RISKS)
    for rows in (POSTS, STEPS, RISKS):
        assert brought(tmp_path, old, rows)[1].all == ()


def test_another_level_is_a_change_and_no_clash(tmp_path: Path) -> None:
    old = older(tmp_path, 岗位=POSTS)
    reading, changes = brought(tmp_path, old, [["科室", "岗位", "岗位层级"], ["审批股", "审查岗", "审核岗"]])
    assert codes(reading) == []
    (change,) = changes.all
    assert (change.what, change.fields) == (What.CHANGED, ("level",))
    assert next(one for one in taken(changes).posts if one.name == "审查岗").level is PostLevel.REVIEWER


def test_risks_find_the_steps_of_the_older_register(tmp_path: Path) -> None:
    old = older(tmp_path, 岗位=POSTS, 流程=STEPS)
    alone = read([workbook(tmp_path / "风险.xlsx", sheet(RISKS))])
    assert "no-power" in codes(alone)
    reading = over(alone, old)
    assert codes(reading) == []
    assert [old[risk.step].title for risk in reading.register.risks] == ["审查"]


def test_a_new_step_of_an_old_process_is_told_and_its_arrows_are_left(tmp_path: Path) -> None:
    old = older(tmp_path, 岗位=POSTS, 流程=STEPS)
    reading, changes = brought(tmp_path, old, [["职权名称", "环节", "岗位"], ["采矿许可", "公示", "受理岗"]])
    assert codes(reading) == ["step-not-linked"]
    assert [change.thing.title for change in changes.all] == ["公示"]


def test_what_was_drafted_is_stated_once_a_table_says_it_otherwise(tmp_path: Path) -> None:
    old = older(tmp_path, 岗位=POSTS, 流程=STEPS)
    step = next(one for one in old.steps if one.name == "审查")
    drafted = old.with_(step.with_(state=State.DRAFTED, limit=None))
    reading, _ = brought(tmp_path, drafted, STEPS)
    assert reading.register[step.id].state is State.STATED


def test_a_list_and_a_side_table_together_over_an_older_register(tmp_path: Path) -> None:
    old = older(tmp_path, 岗位=POSTS, 流程=STEPS)
    newer = [*LIST[:2], LIST[3], [4, "JC009", "凿井检查", "行政检查", "审批股"]]
    steps = [["职权名称", "环节", "岗位"], ["凿井检查", "受理", "受理岗"]]
    reading = over(drawer(tmp_path, 清单二=newer, 流程二=steps), old)
    changes = taken_over(reading.register, old)
    assert [change.thing.title for change in changes.of(What.GONE)] == ["取水许可（新办）"]
    register = taken(changes)
    assert {process.name for process in register.processes} == {"采矿许可办理流程", "凿井检查办理流程"}


def test_a_reading_of_lists_alone_stays_as_it_is(tmp_path: Path) -> None:
    reading = drawer(tmp_path, 清单=LIST)
    assert over(reading, reading.register) is reading


def test_side_tables_alone_are_called_that(tmp_path: Path) -> None:
    assert list(report_text(drawer(tmp_path, 岗位=POSTS), "zh"))[-1] == "只有附表，没有职权清单。"
