"""A side table is known by its columns; its rows are read through titles, merges and repeated headers."""

import pytest

from powerlist.formats.grid import Grid
from powerlist.formats.header import HeadingTable
from powerlist.formats.side_tables import SideTable, Sorter, side_tables
from powerlist.practice.headings import load_headings
from powerlist.practice.side_tables import load_side_words
from tests.formats.side_tables.drawer import LIST, POSTS, RISKS, STEPS, Merge, Rows

SORTER = Sorter(load_side_words(), HeadingTable.of(load_headings(), None))


def grid(rows: Rows, merges: tuple[Merge, ...] = ()) -> Grid:
    texts = [[str(cell) for cell in row] for row in rows]
    return Grid("表.xlsx", "表", texts, tuple(((a, b), (c, d)) for a, b, c, d in merges))


def tables(rows: Rows, *merges: Merge) -> list[SideTable]:
    return side_tables(grid(rows, merges), SORTER)


def said(table: SideTable, field: str) -> list[str]:
    return [cell.raw if (cell := record.first(field)) else "" for record in table.records]


@pytest.mark.parametrize(
    ("kind", "header"),
    [
        ("units", ["科室名称", "分管领导", "人员编制"]),
        ("posts", ["序号", "科室", "岗位", "岗位职责"]),
        ("posts", ["岗位名称", "姓名", "AB岗"]),
        ("steps", ["职权名称", "环节", "岗位", "时限"]),
        ("steps", ["步骤", "环节", "办理人员", "办理时限", "审查标准", "办理结果"]),
        (
            "risks",
            [
                "序号",
                "科室",
                "风险类别",
                "风险点",
                "主要内容及表现形式",
                "风险等级",
                "防控措施",
                "部门负责人",
                "责任领导",
            ],
        ),
        (
            "risks",
            [
                "职权名称",
                "环节",
                "风险点",
                "等级",
                "防控措施",
                "责任科室",
                "责任岗位",
                "监督主体",
                "完成时限",
            ],
        ),
        ("risks", ["环节名称", "表现形式", "风险点等级", "防控措施", "责任人", "备注"]),
    ],
)
def test_a_side_table_is_known_by_its_header(kind: str, header: list[str]) -> None:
    sheet = [["某局一览表"], header, ["甲"] * len(header)]
    assert SORTER.is_side(grid(sheet))
    assert [table.kind for table in tables(sheet)] == [kind]


@pytest.mark.parametrize(
    "header",
    [
        ["序号", "职权名称", "权力类型", "承办机构", "设定依据"],
        ["序号", "职权名称", "办理环节", "责任事项", "责任岗位"],
        ["职权名称", "环节", "责任岗位", "追责情形"],
        ["序号", "职权名称", "承办科室", "责任岗位", "办理时限"],
        ["职权名称", "权力类型", "法定时限", "承诺时限"],
        ["职权名称", "设定依据", "责任事项", "环节", "风险点", "风险等级"],
    ],
)
def test_a_list_stays_a_list(header: list[str]) -> None:
    assert not SORTER.is_side(grid([["权责清单"], header, ["甲"] * len(header)]))
    assert not SORTER.is_side(grid(LIST))


def test_titles_repeated_headers_totals_and_footnotes_are_no_rows() -> None:
    head = list(STEPS[0])
    rows = [["某局办理流程"], head, STEPS[1], head, STEPS[2], ["合计", "2"], ["注：本表自印发之日起用"]]
    (table,) = tables(rows)
    assert said(table, "step") == ["受理", "审查"]
    assert [note.text for note in table.notes] == ["合计 2", "注：本表自印发之日起用"]


def test_two_tables_on_one_sheet_are_two() -> None:
    assert [table.kind for table in tables([*POSTS, [], ["办理流程"], *STEPS, *RISKS])] == [
        "posts",
        "steps",
        "risks",
    ]


def test_a_header_of_two_rows_names_the_phases() -> None:
    rows = [
        ["职权名称", "环节", "风险点", "防控措施", "", "", "责任人"],
        ["", "", "", "事前", "事中", "事后", ""],
        ["采矿许可", "审查", "甲", "乙", "丙", "丁", "股长"],
    ]
    merges = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 5), (0, 6, 1, 6)]
    (table,) = tables(rows, *merges)
    (record,) = table.records
    fields = ("control_before", "control_during", "control_after", "owner")
    assert [cell.raw for field in fields for cell in record.all(field)] == ["乙", "丙", "丁", "股长"]


@pytest.mark.parametrize("merged", [True, False])
def test_what_is_said_once_holds_for_the_rows_below(merged: bool) -> None:
    rows = [
        ["职权名称", "环节", "岗位"],
        ["采矿许可", "受理", "受理岗"],
        ["", "审查", "审查岗"],
        ["取水许可", "受理", "受理岗"],
    ]
    (table,) = tables(rows, *([(1, 0, 2, 0)] if merged else []))
    assert said(table, "power") == ["采矿许可", "采矿许可", "取水许可"]
    assert [len(record.own) for record in table.records] == [3, 2, 3]


def test_a_new_power_does_not_take_the_code_of_the_one_above() -> None:
    rows = [
        ["职权编码", "职权名称", "程序", "环节", "时限"],
        ["A1", "甲许可", "一般程序", "受理", "1日"],
        ["", "乙许可", "", "受理", "1日"],
    ]
    (table,) = tables(rows)
    assert (said(table, "code"), said(table, "variant")) == (["A1", ""], ["一般程序", ""])


def test_a_second_measure_below_a_merged_risk_is_a_row_of_that_risk() -> None:
    rows = [
        ["职权名称", "环节", "风险点", "防控措施", "责任人"],
        ["甲", "审查", "乙", "丙。", "股长"],
        ["", "", "", "丁。", "局长"],
    ]
    (table,) = tables(rows)
    assert (said(table, "risk"), said(table, "control")) == (["乙", "乙"], ["丙。", "丁。"])


def test_the_lower_half_of_a_text_cut_by_a_page_is_put_to_the_upper() -> None:
    rows = [["岗位", "岗位职责"], ["受理岗", "负责受理申请材料并一次"], ["", "告知补正。"]]
    (table,) = tables(rows)
    assert len(table.records) == 1
    assert table.records[0].all("work")[0].pieces == ["负责受理申请材料并一次", "告知补正。"]


def test_a_section_title_between_the_rows_is_the_title_of_what_follows() -> None:
    rows = [
        ["环节", "岗位", "时限"],
        ["一、采矿许可"],
        ["受理", "受理岗", "1日"],
        ["二、取水许可"],
        ["受理", "受理岗", "1日"],
    ]
    (table,) = tables(rows, (1, 0, 1, 2), (3, 0, 3, 2))
    assert [record.titles[-1].text for record in table.records] == ["一、采矿许可", "二、取水许可"]
