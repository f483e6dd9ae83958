"""The dialects of real lists, one at a time, each with what must come out."""

from pathlib import Path

from powerlist.formats import read
from powerlist.model.codes import ExerciseLevel, LegacyGroup, PowerType, TargetRole
from powerlist.model.entity import Visibility, visibility
from powerlist.model.power import Power
from powerlist.model.source import Source
from tests.formats.readings import codes, names, read_rows
from tests.formats.workbooks import Sheet, as_xlsx, reading_of


def test_a_merged_name_over_rows_with_their_own_basis_has_nameless_sub_items(tmp_path: Path) -> None:
    reading = read_rows(
        tmp_path,
        [
            ["序号", "事项名称", "子项名称", "权力类型", "设定依据"],
            ["1", "甲审批", "", "行政许可", "《甲法》第三条"],
            ["", "", "", "", "《甲法》第五条"],
            ["2", "乙审批", "", "行政许可", "《乙法》第三条"],
        ],
        [(1, 0, 2, 0), (1, 1, 2, 1), (1, 3, 2, 3)],
    )
    assert names(reading) == ["甲审批", "乙审批"]
    (sub,) = reading.register.sub_items
    assert (sub.name, sub.power) == ("", reading.register.powers[0].id)
    assert [basis.owner for basis in reading.register.bases if basis.article == 5] == [sub.id]
    assert reading.files[0].sheets[0].sub_items == 1


def test_the_authority_stands_where_it_is_named(tmp_path: Path) -> None:
    rows = [
        ["事项名称", "权力类型", "行使主体"],
        ["甲审批", "行政许可", "示例县住建局"],
        ["乙审批", "行政许可", "示例县住建局"],
    ]
    (tmp_path / "清单.xlsx").write_bytes(as_xlsx(Sheet("许可", rows)))
    found = read(tmp_path / "清单.xlsx").register
    assert found.authority.name == "示例县住建局"
    assert found.source_of(found.authority, "name") == Source("清单.xlsx", "许可", "C2")
    assert found.source_of(found.authority) == Source("清单.xlsx")


def test_a_list_of_duties_takes_the_type_from_the_list_of_powers(tmp_path: Path) -> None:
    powers = [["权力名称", "权力类型"], ["甲审批", "行政许可"], ["乙处罚", "行政处罚"]]
    duties = [["权力名称", "责任事项"], ["甲审批", "受理责任：公示材料。"], ["丙事项", "受理责任：登记。"]]
    book = as_xlsx(Sheet("权力清单", powers), Sheet("责任清单", duties))
    reading = reading_of(book, tmp_path)
    (untyped,) = reading.problems
    assert (untyped.code, untyped.source.sheet) == ("type-missing", "责任清单")
    assert untyped.text.zh.endswith("1项未定类型。")


def test_a_row_written_twice_is_two_items(tmp_path: Path) -> None:
    row = ["1", "甲审批", "设立", "行政许可", "《甲法》第三条"]
    reading = read_rows(tmp_path, [["序号", "事项名称", "子项名称", "权力类型", "设定依据"], row, row])
    assert names(reading) == ["甲审批", "甲审批"]


def test_values_repeated_for_each_sub_item_are_the_power_s_own(tmp_path: Path) -> None:
    reading = read_rows(
        tmp_path,
        [
            ["序号", "事项名称", "子项名称", "权力类型", "设定依据", "承办机构", "法定时限"],
            ["1", "甲审批", "设立", "行政许可", "《甲法》第三条", "审批股", "20日"],
            ["1", "甲审批", "变更", "行政许可", "《甲法》第四条", "审批股", "10日"],
        ],
    )
    (power,) = reading.register.powers
    assert power.statutory_limit
    assert (power.statutory_limit.value, len(power.units)) == (20, 1)
    assert [sub.name for sub in reading.register.sub_items] == ["设立", "变更"]
    assert codes(reading) == [("sub-item-value", "G3")]
    assert [(c.heading, c.text) for c in power.columns] == [("法定时限", "10日")]


def test_one_duty_a_row_keeps_its_own_post(tmp_path: Path) -> None:
    reading = read_rows(
        tmp_path,
        [
            ["序号", "事项名称", "权力类型", "办理环节", "责任事项", "责任岗位", "责任科室"],
            ["1", "甲审批", "行政许可", "受理", "公示材料", "受理岗", "窗口股"],
            ["", "", "", "", "一次性告知", "受理岗", ""],
            ["", "", "", "审查", "核查材料", "审查岗", "审批股"],
        ],
        [(1, 0, 3, 0), (1, 1, 3, 1), (1, 2, 3, 2), (1, 3, 2, 3), (1, 6, 2, 6)],
    )
    register = reading.register
    assert [(d.text, d.heading, d.stage) for d in register.duties] == [
        ("公示材料", "受理", "acceptance"),
        ("一次性告知", "受理", "acceptance"),
        ("核查材料", "审查", "review"),
    ]
    posts = {post.id: post for post in register.posts}
    units = {unit.id: unit.name for unit in register.units}
    held = [(posts[a.post or ""].name, units[posts[a.post or ""].unit or ""]) for a in register.assignments]
    assert held == [("受理岗", "窗口股"), ("受理岗", "窗口股"), ("审查岗", "审批股")]
    assert not reading.problems


def test_numbered_posts_go_to_the_duties_of_their_number(tmp_path: Path) -> None:
    rows = [
        ["事项名称", "权力类型", "责任事项", "责任岗位"],
        ["甲审批", "行政许可", "1.受理。\n2.审查。", "1.受理岗\n2.审查岗"],
        ["乙审批", "行政许可", "1.受理。\n2.审查。", "受理岗\n审查岗"],
        ["丙审批", "行政许可", "1.受理。\n2.审查。", "受理岗、审查岗、决定岗"],
    ]
    reading = read_rows(tmp_path, rows)
    posts = {post.id: post.name for post in reading.register.posts}
    assert [posts[a.post or ""] for a in reading.register.assignments] == ["受理岗", "审查岗"] * 2
    assert codes(reading) == [("post-unmatched", "D4")]
    assert reading.register.powers[2].columns[0].text == "受理岗、审查岗、决定岗"


def test_a_column_of_units_leaves_duties_to_units(tmp_path: Path) -> None:
    rows = [
        ["事项名称", "权力类型", "责任事项", "责任科室"],
        ["甲", "行政许可", "1.受理。\n2.审查。", "审批股"],
    ]
    register = read_rows(tmp_path, rows).register
    assert [a.unit for a in register.assignments] == [register.units[0].id] * 2
    assert register.powers[0].units == ()


def test_section_lines_and_titles_say_the_type(tmp_path: Path) -> None:
    reading = read_rows(
        tmp_path,
        [
            ["示例县某局权责清单"],
            ["序号", "事项名称", "设定依据"],
            ["一、行政许可（共2项）"],
            ["1", "甲审批", "《甲法》第三条"],
            ["2", "乙审批", "《甲法》第四条"],
            ["二、行政处罚（共1项）"],
            ["1", "对丙行为的处罚", "《甲法》第五条"],
        ],
    )
    types = [power.type for power in reading.register.powers]
    assert types == [PowerType.LICENCE, PowerType.LICENCE, PowerType.PENALTY]
    assert reading.register.authority.name == "示例县某局"


def test_a_type_written_once_holds_for_the_rows_below(tmp_path: Path) -> None:
    rows = [
        ["事项名称", "权力类型"],
        ["甲", "行政给付"],
        ["乙", ""],
        ["丙", ""],
        ["丁", "行政检查"],
        ["戊", ""],
    ]
    types = [power.type for power in read_rows(tmp_path, rows).register.powers]
    assert types == [PowerType.PAYMENT] * 3 + [PowerType.INSPECTION] * 2


def test_old_groups_are_kept_beside_the_type(tmp_path: Path) -> None:
    rows = [
        ["事项名称", "权力类型"],
        ["甲", "行政审批"],
        ["乙", "非行政审批"],
        ["丙", "便民服务"],
        ["丁", "某种权力"],
    ]
    reading = read_rows(tmp_path, rows)
    assert [(p.type, p.group) for p in reading.register.powers] == [
        (PowerType.LICENCE, LegacyGroup.APPROVAL),
        (None, LegacyGroup.NON_APPROVAL),
        (PowerType.PUBLIC_SERVICE, LegacyGroup.CONVENIENCE),
        (None, None),
    ]
    assert codes(reading) == [("type-unknown", "B5")]


def test_a_template_without_items_is_no_error(tmp_path: Path) -> None:
    rows = [["权责清单（样表）"], ["序号", "事项名称", "设定依据"], ["1"], ["2"], ["3"], ["注：按类别填写。"]]
    reading = read_rows(tmp_path, rows)
    assert reading.register.powers == ()
    assert [found.code for found in reading.problems] == ["no-items"]
    assert reading.files[0].sheets[0].header_row == 2


def test_blank_sheets_are_silent_and_a_table_without_a_header_is_told(tmp_path: Path) -> None:
    sheets = [
        Sheet("空", []),
        Sheet("封面", [["示例县某局"], ["权责清单"]]),
        Sheet("数据", [["甲", "乙", "丙"], ["1", "2", "3"]]),
        Sheet("统计", [["项目", "备注"], ["行政许可", "3项"]]),
        Sheet("清单", [["事项名称", "权力类型"], ["甲", "行政许可"]]),
    ]
    reading = reading_of(as_xlsx(*sheets), tmp_path)
    assert [(found.code, found.source.sheet) for found in reading.problems] == [("no-header", "数据")]
    assert names(reading) == ["甲"]


def test_gaps_repeats_and_double_numbers_are_kept_as_written(tmp_path: Path) -> None:
    rows = [
        ["序号", "事项名称", "权力类型"],
        *([n, f"{n}号事项{i}", "行政许可"] for i, n in enumerate(("1", "2,3", "7", "7"))),
    ]
    assert [power.number for power in read_rows(tmp_path, rows).register.powers] == ["1", "2,3", "7", "7"]


def test_a_header_of_two_rows_divides_level_and_scope(tmp_path: Path) -> None:
    reading = read_rows(
        tmp_path,
        [
            ["序号", "事项名称", "权力类型", "实施层级及权限", "", "备注"],
            ["", "", "", "层级", "权限", ""],
            ["1", "甲审批", "行政许可", "县级", "负责本县范围内的审批", "动态管理"],
        ],
        [(0, 3, 0, 4), (0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 5, 1, 5)],
    )
    (power,) = reading.register.powers
    assert power.exercise_level is ExerciseLevel.COUNTY
    assert power.exercise_scope == "负责本县范围内的审批"
    assert power.note == "动态管理"


def test_one_basis_column_a_rank_is_one_list_of_bases(tmp_path: Path) -> None:
    reading = read_rows(
        tmp_path,
        [
            ["事项名称", "权力类型", "设定依据", ""],
            ["", "", "法律", "行政法规"],
            ["甲审批", "行政许可", "《甲法》第三条", "《乙条例》第四条"],
        ],
        [(0, 2, 0, 3)],
    )
    assert [basis.instrument for basis in reading.register.bases] == ["甲法", "乙条例"]


def test_title_place_and_quote_in_three_columns_are_one_citation(tmp_path: Path) -> None:
    reading = read_rows(
        tmp_path,
        [
            ["事项名称", "权力类型", "设定依据", "", ""],
            ["", "", "名称", "条款", "内容"],
            ["甲审批", "行政许可", "《甲法》", "第三条第一款", "由某局负责。"],
        ],
        [(0, 2, 0, 4)],
    )
    (basis,) = reading.register.bases
    assert (basis.title, basis.quote) == ("《甲法》第3条第1款", "由某局负责。")


def test_headings_may_name_the_kind_first(tmp_path: Path) -> None:
    rows = [["序号", "行政处罚事项", "行政处罚依据"], ["1", "对甲的处罚", "《甲法》第三条"]]
    reading = read_rows(tmp_path, rows, sheet="行政处罚")
    assert names(reading) == ["对甲的处罚"]
    assert len(reading.register.bases) == 1


def test_a_sheet_without_a_header_goes_on_with_the_list_before_it(tmp_path: Path) -> None:
    sheets = [
        Sheet("第1页", [["序号", "事项名称", "权力类型"], ["1", "甲审批", "行政许可"]]),
        Sheet("第2页", [["2", "乙审批", "行政许可"], ["3", "丙审批", "行政许可"]]),
        Sheet("统计", [["行政许可", "3", "项"], ["行政处罚", "0", "项"]]),
    ]
    reading = reading_of(as_xlsx(*sheets), tmp_path)
    assert names(reading) == ["甲审批", "乙审批", "丙审批"]
    assert [(p.code, p.source.sheet, p.source.cell) for p in reading.problems] == [
        ("header-from-before", "第2页", "A1"),
        ("no-header", "统计", "A1"),
    ]


def test_unknown_columns_are_kept_shown_and_never_public(tmp_path: Path) -> None:
    rows = [["事项名称", "权力类型", "经办人姓名", "办结周期"], ["甲", "行政许可", "某某", "20个工作日"]]
    reading = read_rows(tmp_path, rows)
    (power,) = reading.register.powers
    assert [(c.heading, c.text) for c in power.columns] == [
        ("经办人姓名", "某某"),
        ("办结周期", "20个工作日"),
    ]
    assert visibility(Power, "columns") is Visibility.INTERNAL
    assert reading.register.persons == ()
    columns = reading.files[0].sheets[0].columns
    assert [(c.heading, c.cell, c.samples) for c in columns] == [
        ("经办人姓名", "C1", ("某某",)),
        ("办结周期", "D1", ("20个工作日",)),
    ]


def test_a_column_map_says_what_a_column_is(tmp_path: Path) -> None:
    rows = [["办什么", "哪一类", "办结周期"], ["甲", "行政许可", "20个工作日"]]
    mapped = {"办什么": "name", "哪一类": "type", "办结周期": "statutory_limit"}
    reading = read_rows(tmp_path, rows, column_map=mapped)
    (power,) = reading.register.powers
    assert power.statutory_limit
    assert power.statutory_limit.text.zh == "20个工作日"


def test_every_field_has_its_cell_and_its_raw_text(tmp_path: Path) -> None:
    raw = "1.受理责任：公示\n材料。\n2.审查责任：核查。"
    rows = [["序号", "事项名称", "权力类型", "责任事项", "其他"], ["1", " 甲审\n批", "行政许可", raw, "x y"]]
    register = read_rows(tmp_path, rows).register
    (power,) = register.powers
    assert power.name == "甲审批"
    assert register.origins[power.id, "name"].raw == " 甲审\n批"
    assert register.origins[power.id, "columns:其他"].raw == "x y"
    for duty in register.duties:
        origin = register.origin_of(duty, "text")
        assert origin
        assert origin.source == Source("清单.xlsx", "清单", "D2")
        assert origin.raw == raw
    raws = {origin.raw for origin in register.origins.values()}
    assert set(rows[1]) <= raws


def test_what_cannot_be_read_stays_text_and_names_its_cell(tmp_path: Path) -> None:
    rows = [
        ["事项名称", "权力类型", "设定依据", "法定时限", "监督电话", "处置意见", "追责情形", "追责对象范围"],
        [
            "甲",
            "行政许可",
            "按上级要求办理",
            "视情况",
            "见公示栏",
            "再议",
            "1.不作为。",
            "1.分管负责人 2.门卫",
        ],
    ]
    reading = read_rows(tmp_path, rows)
    assert sorted(codes(reading)) == [
        ("basis-unreadable", "C2"),
        ("limit-unreadable", "D2"),
        ("target-unknown", "H2"),
        ("value-unknown", "E2"),
        ("value-unknown", "F2"),
    ]
    kept = {column.heading: column.text for column in reading.register.powers[0].columns}
    assert kept == {
        "设定依据": "按上级要求办理",
        "法定时限": "视情况",
        "监督电话": "见公示栏",
        "处置意见": "再议",
        "追责对象范围": "1.分管负责人2.门卫",
    }
    assert reading.register.grounds[0].targets == (TargetRole.LEADER_IN_CHARGE,)
    assert all("原文已保留" in found.text.zh for found in reading.problems)


def test_a_name_without_a_row_and_a_row_without_a_name(tmp_path: Path) -> None:
    rows = [
        ["序号", "事项名称", "权力类型", "设定依据"],
        ["1", "", "行政许可", "《甲法》第三条"],
        ["2", "乙", "行政许可", ""],
    ]
    reading = read_rows(tmp_path, rows)
    assert names(reading) == ["乙"]
    assert [code for code, _ in codes(reading)] == ["name-missing"]


def test_a_row_that_counts_on_and_names_nothing_is_told_where_it_is_read_with_the_item_above(
    tmp_path: Path,
) -> None:
    rows = [
        ["序号", "事项名称", "权力类型", "责任事项"],
        ["1", "甲", "行政许可", "1.受理责任：公示材料。"],
        ["2", "", "行政许可", "1.审查责任：核对材料。"],
        ["3", "乙", "行政许可", "1.决定责任：作出决定。"],
        ["", "", "", "2.送达责任：送达文书。"],
    ]
    reading = read_rows(tmp_path, rows)
    assert names(reading) == ["甲", "乙"]
    assert codes(reading) == [("name-missing-joined", "A3")]
    assert "序号“2”" in reading.problems[0].text.zh
    assert any("核对材料" in duty.text for duty in reading.register.duties)
