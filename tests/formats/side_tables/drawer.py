"""Tables as they lie in a bureau's drawer: written as workbooks, read through the one door."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

from powerlist.formats import Reading, read

Rows = Sequence[Sequence[object]]
Merge = tuple[int, int, int, int]  # top, left, bottom, right

LIST: Rows = [
    ["序号", "职权编码", "事项名称", "权力类型", "承办机构"],
    [1, "XK001", "采矿许可", "行政许可", "审批股"],
    [2, "XK 002", "取水许可（新办）", "行政许可", "审批股"],
    [3, "CF003", "对违法取水的处罚", "行政处罚", "执法大队"],
]
POSTS: Rows = [
    ["科室", "岗位", "岗位层级", "在岗人数", "AB岗", "上级岗位", "岗位职责"],
    ["审批股", "受理岗", "窗口岗", 2, "", "股长", "受理、送达"],
    ["审批股", "审查岗", "承办岗", 1, "受理岗", "股长", "书面审查"],
    ["审批股", "股长", "科室负责人", 1, "", "分管副局长", "审核"],
    ["执法大队", "执法岗", "承办岗", 4, "", "", "检查、取证"],
    ["局领导", "分管副局长", "分管领导", 1, "", "", "签发"],
]
STEPS: Rows = [
    ["职权编码", "职权名称", "环节", "承办岗位", "办理时限", "审查标准", "办理结果"],
    ["XK001", "采矿许可", "受理", "受理岗", "1个工作日", "材料齐全", "受理通知书"],
    ["XK001", "采矿许可", "审查", "审查岗", "5个工作日", "符合规划", "审查表"],
    ["XK001", "采矿许可", "决定", "分管副局长", "2个工作日", "", "许可证"],
]
RISKS: Rows = [
    [
        *("职权名称", "环节", "岗位", "风险点", "风险类别", "风险等级"),
        *("事前预防", "事中监控", "事后处置", "防控责任人", "责任领导"),
    ],
    [
        *("采矿许可", "审查", "审查岗", "不到现场就写意见", "操作风险", "高风险"),
        *("抽签派员", "照片定位", "倒查追责", "股长", "分管副局长"),
    ],
]


def sheet(
    rows: Rows, name: str = "表", merges: Sequence[Merge] = ()
) -> dict[str, tuple[Rows, Sequence[Merge]]]:
    """One sheet of a workbook."""
    return {name: (rows, merges)}


def workbook(path: Path, sheets: Mapping[str, tuple[Rows, Sequence[Merge]]]) -> Path:
    """Write the sheets, every value as text, as people type them."""
    with xlsxwriter.Workbook(str(path)) as book:
        for name, (rows, merges) in sheets.items():
            page = book.add_worksheet(name)
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    if str(value):
                        page.write_string(row, column, str(value))
            for top, left, bottom, right in merges:
                page.merge_range(top, left, bottom, right, str(rows[top][left]))
    return path


def drawer(folder: Path, **files: Rows) -> Reading:
    """A file for each table, read in this order; by the names of the files."""
    return read([workbook(folder / f"{name}.xlsx", sheet(rows)) for name, rows in files.items()])


def codes(reading: Reading) -> list[str]:
    """The codes of all problems but hints about what was made."""
    return sorted(one.code for one in reading.problems if one.code not in ("unit-made", "kept-apart"))


def cells(reading: Reading, code: str) -> list[str]:
    """Where problems of a code stand."""
    return [str(one.source) for one in reading.problems if one.code == code]
