"""Units and posts: levels by words, who stands above and beside, who holds them."""

from pathlib import Path

import pytest

from powerlist.formats.integrity import faults_of
from powerlist.model.codes import PostLevel
from powerlist.model.register import Register
from tests.formats.side_tables.drawer import LIST, POSTS, Rows, cells, codes, drawer


def posts_of(folder: Path, **tables: Rows) -> Register:
    return drawer(folder, 清单=LIST, **tables).register


def test_units_have_their_leader_and_what_they_belong_to(tmp_path: Path) -> None:
    units = [["科室名称", "分管领导", "上级机构"], ["审批股", "分管副局长", ""], ["窗口组", "", "审批股"]]
    register = posts_of(tmp_path, 岗位=POSTS, 机构=units)
    found = {unit.name: unit for unit in register.units}
    assert register[found["审批股"].led_by or ""].title == "分管副局长"
    assert register[found["窗口组"].parent_unit or ""].title == "审批股"


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("主要领导", PostLevel.CHIEF),
        ("分管领导", PostLevel.DEPUTY),
        ("科长", PostLevel.HEAD),
        ("中层", PostLevel.HEAD),
        ("审核岗", PostLevel.REVIEWER),
        ("窗口", PostLevel.WINDOW),
        ("监督", PostLevel.SUPERVISOR),
        ("一般岗位", PostLevel.STAFF),
    ],
)
def test_a_level_is_what_its_word_means(tmp_path: Path, word: str, level: PostLevel) -> None:
    register = posts_of(tmp_path, 岗位=[["岗位", "岗位层级"], ["某某岗", word]])
    assert [post.level for post in register.posts] == [level]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("局长", PostLevel.CHIEF),
        ("副局长A", PostLevel.DEPUTY),
        ("工伤认定股股长（兼）", PostLevel.HEAD),
        ("法制审核岗", PostLevel.REVIEWER),
        ("综合受理窗口岗", PostLevel.WINDOW),
        ("会计岗", PostLevel.STAFF),
    ],
)
def test_without_a_word_the_name_tells_the_level(tmp_path: Path, name: str, level: PostLevel) -> None:
    register = posts_of(tmp_path, 岗位=[["岗位", "岗位职责"], [name, "某事"]])
    assert [post.level for post in register.posts] == [level]


def test_an_unknown_level_and_number_are_told_and_kept(tmp_path: Path) -> None:
    reading = drawer(
        tmp_path, 岗位=[["岗位", "层级", "在岗人数"], ["会计岗", "高阶", "若干"], ["出纳岗", "", "两名"]]
    )
    assert cells(reading, "value-unknown") == ["岗位.xlsx:表!B2", "岗位.xlsx:表!C2"]
    assert [one.text for one in reading.files[0].sheets[0].left] == ["高阶", "若干"]
    assert [post.holders for post in reading.register.posts] == [None, 2]


def test_posts_of_one_name_in_two_units_are_two(tmp_path: Path) -> None:
    rows = [
        ["科室", "岗位", "上级岗位"],
        ["甲股", "内勤岗", "股长"],
        ["", "股长", ""],
        ["乙股", "内勤岗", "股长"],
        ["", "股长", ""],
    ]
    register = posts_of(tmp_path, 岗位=rows)
    homes = [(register[post.unit or ""].title, post.name) for post in register.posts]
    assert homes == [("甲股", "内勤岗"), ("甲股", "股长"), ("乙股", "内勤岗"), ("乙股", "股长")]
    above = [register[post.reports_to] for post in register.posts if post.reports_to]
    assert [register[post.unit or ""].title for post in above] == ["甲股", "乙股"]


def test_persons_hold_posts_and_are_never_public(tmp_path: Path) -> None:
    rows = [["科室", "岗位", "姓名"], ["甲股", "内勤岗", "王某、李某"], ["甲股", "外勤岗", "王某"]]
    register = posts_of(tmp_path, 岗位=rows)
    held = {one.name: [register[post].title for post in one.posts] for one in register.persons}
    assert held == {"王某": ["内勤岗", "外勤岗"], "李某": ["内勤岗"]}


def test_posts_that_answer_to_each_other_in_a_circle_are_told(tmp_path: Path) -> None:
    rows = [["岗位", "上级岗位"], ["甲岗位", "乙岗位"], ["乙岗位", "甲岗位"]]
    reading = drawer(tmp_path, 岗位=rows)
    assert codes(reading) == ["reporting-circle"]
    assert faults_of(reading.register) == ()


def test_columns_that_a_register_has_no_field_for_are_in_the_report(tmp_path: Path) -> None:
    rows = [["科室", "岗位", "人员编制", "办公电话"], ["甲股", "内勤岗", "3", "0000000"]]
    reading = drawer(tmp_path, 岗位=rows)
    assert cells(reading, "kept-apart") == ["岗位.xlsx:表!C2", "岗位.xlsx:表!D2"]
    assert [(one.heading, one.text) for one in reading.files[0].sheets[0].left] == [
        ("人员编制", "3"),
        ("办公电话", "0000000"),
    ]


def test_a_post_that_two_units_have_needs_its_unit(tmp_path: Path) -> None:
    rows = [["科室", "岗位", "岗位职责"], ["甲股", "内勤岗", "收文"], ["乙股", "内勤岗", "发文"]]
    other = [["岗位", "在岗人数"], ["内勤岗", "3"]]
    reading = drawer(tmp_path, 岗位=rows, 人数=other)
    assert cells(reading, "post-ambiguous") == ["人数.xlsx:表!A2"]
    assert [post.holders for post in reading.register.posts] == [None, None]


@pytest.mark.parametrize("order", [("甲", "乙"), ("乙", "甲")])
def test_a_table_without_units_adds_to_posts_of_one_with_units(
    tmp_path: Path, order: tuple[str, str]
) -> None:
    tables = {
        "甲": [["岗位", "在岗人数"], ["审查岗", "3"]],
        "乙": [["科室", "岗位", "岗位职责"], ["审批股", "审查岗", "审查"]],
    }
    (post,) = drawer(tmp_path, **{name: tables[name] for name in order}).register.posts
    assert (post.holders, post.work) == (3, "审查")
