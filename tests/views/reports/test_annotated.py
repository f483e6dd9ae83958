"""The user's own workbook with findings: comments to be read, links that lead to cells, nothing lost."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlrd
import xlwt
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment

from powerlist import api
from powerlist.errors import PowerlistError
from powerlist.i18n import Text
from powerlist.resources import data_folder
from powerlist.views.reports.annotated import annotated
from tests.rules.reading import checked
from tests.views.reports.conftest import DAY, WAIVER

MESSY = data_folder() / "demo" / "messy.xls"
HEAD = ["序号", "事项名称", "权力类型", "实施依据", "责任事项", "备注"]


def book_of(path: Path, waivers: str = "") -> Any:
    """The copy with the findings of a check of it."""
    report = checked(api.open_sources([str(path)]).register, day=DAY, waivers=waivers)
    return openpyxl.load_workbook(io.BytesIO(annotated(report, path, "zh")))


def save(folder: Path, rows: list[list[Any]], sheet: str = "清单") -> Path:
    """A workbook with these rows."""
    book = openpyxl.Workbook()
    page: Any = book.active
    page.title = sheet
    for row in [HEAD, *rows]:
        page.append(row)
    book.save(folder / "list.xlsx")
    return folder / "list.xlsx"


def change(path: Path, what: Any) -> None:
    book = openpyxl.load_workbook(path)
    what(book)
    book.save(path)


ROW = [1, "采矿许可", "行政许可", "《中华人民共和国行政许可法》", "受理申请", "见附件"]


def test_every_finding_is_listed_linked_and_noted_at_its_cell() -> None:
    report = checked(api.open_sources([str(MESSY)]).register, day=DAY)
    book: Any = openpyxl.load_workbook(io.BytesIO(annotated(report, MESSY, "zh")))
    listed = book["检查意见"]
    assert book.sheetnames[0] == listed.title == book.active.title
    assert (
        listed["A1"].value
        == f"检查意见（{DAY}）  合计 {len(report.findings)} 个问题：" + (listed["A1"].value.split("：")[1])
    )
    rows = list(listed.iter_rows(min_row=3))
    assert [row[3].value for row in rows] == [one.message.zh for one in report.findings]
    assert listed.auto_filter.ref == f"A2:F{len(report.findings) + 2}"
    assert listed.freeze_panes == "A3"
    for row, one in zip(rows, report.findings, strict=True):
        if one.source and one.source.cell:
            assert row[5].hyperlink.location == f"'{one.source.sheet}'!{one.source.cell}"
            note = book[one.source.sheet][one.source.cell].comment
            assert one.message.zh in note.text
            assert one.code in note.text
    whole = [row for row in rows if row[2].value == "全单位"]
    assert whole
    assert not any(row[5].hyperlink for row in whole)


def test_an_old_workbook_keeps_its_texts_and_merges() -> None:
    book, old = book_of(MESSY), xlrd.open_workbook(str(MESSY), formatting_info=True)
    for sheet in old.sheets():
        page = book[sheet.name]
        merges = {(low + 1, high, left + 1, right) for low, high, left, right in sheet.merged_cells}
        kept = page.merged_cells.ranges
        assert {(one.min_row, one.max_row, one.min_col, one.max_col) for one in kept} == merges
        for row in range(sheet.nrows):
            for column in range(sheet.ncols):
                cell, value = page.cell(row + 1, column + 1), sheet.cell_value(row, column)
                if isinstance(value, str) and value and not isinstance(cell, MergedCell):
                    assert cell.value == value


def test_an_old_workbook_keeps_its_widths(tmp_path: Path) -> None:
    old = xlwt.Workbook()
    page = old.add_sheet("清单")
    for column, (head, value) in enumerate(zip(HEAD, ROW, strict=True)):
        page.write(0, column, head)
        page.write(1, column, value)
    page.col(1).width = 40 * 256
    old.save(str(tmp_path / "old.xls"))
    assert book_of(tmp_path / "old.xls")["清单"].column_dimensions["B"].width == pytest.approx(40, abs=1)


def test_a_sheet_may_be_called_anything_and_a_cell_may_hold_any_letter(tmp_path: Path) -> None:
    name = "甲_x0001_乙 & <b>许可"  # as a workbook writes a control character
    path = save(tmp_path, [[1, name, *ROW[2:]], [2, "😀" * 300, *ROW[2:]]], "清单'甲 & <乙>!")
    change(path, lambda book: book.create_sheet("检查意见"))
    book = book_of(path)
    assert book.sheetnames == ["检查意见2", "清单'甲 & <乙>!", "检查意见"]
    links = [cell.hyperlink.location for cell in book["检查意见2"]["F"] if cell.hyperlink]
    assert links
    assert all(link.startswith("'清单''甲 & <乙>!'!") for link in links)
    assert "许可" in book["清单'甲 & <乙>!"]["D2"].comment.text


def test_many_findings_in_one_cell_fit_into_a_box_that_can_be_read(tmp_path: Path) -> None:
    path = save(tmp_path, [ROW])
    report = checked(api.open_sources([str(path)]).register, "L05", day=DAY)
    (one,) = report.findings
    said = Text("责任很长" * 10_000, "long " * 10_000)
    many = [replace(one, key=f"L05@{n}", message=Text(f"第{n}处", f"{n}")) for n in range(1, 100)]
    crowded = replace(report, findings=(replace(one, message=said), *many))
    book: Any = openpyxl.load_workbook(io.BytesIO(annotated(crowded, path, "zh")))
    text = book["清单"]["D2"].comment.text
    assert len(text) < 1_000
    assert "第11处" in text
    assert text.endswith("还有88处，见第一张表。")
    assert book["检查意见"]["D102"].value == "第99处"


def test_the_box_is_as_high_as_its_text(tmp_path: Path) -> None:
    short, long = (
        height(save(tmp_path, [[1, name, *ROW[2:]]])) for name in ("采矿许可", "采矿" * 100 + "许可")
    )
    assert short < long


def height(path: Path) -> int:
    """The pixels of the one comment's box."""
    report = checked(api.open_sources([str(path)]).register, "L05", day=DAY)
    with zipfile.ZipFile(io.BytesIO(annotated(report, path, "zh"))) as packed:
        (drawn,) = re.findall(
            r"width:420px;height:(\d+)px", packed.read("xl/drawings/commentsDrawing1.vml").decode()
        )
    return int(drawn)


def test_what_stands_in_the_workbook_stays(tmp_path: Path) -> None:
    path = save(tmp_path, [ROW])

    def fill(book: Any) -> None:
        page = book.active
        page["B2"].comment, page["F2"].comment = Comment("名称待定", "科员"), Comment("见附件", "科员")
        page.column_dimensions["B"].width = 33
        other = book.create_sheet("其他")
        other["A1"], other["B1"], other["C1"] = date(2026, 1, 2), "=SUM(1,2)", 0.5
        other["C1"].number_format = "0.00%"

    change(path, fill)
    book = book_of(path)
    page, other = book["清单"], book["其他"]
    assert page["B2"].comment.text.startswith("名称待定\n\n【检查意见】\nC02 ")
    assert page["F2"].comment.text == "见附件"
    assert page.column_dimensions["B"].width == 33
    assert (other["A1"].value.date(), other["B1"].value) == (date(2026, 1, 2), "=SUM(1,2)")
    assert (other["C1"].value, other["C1"].number_format) == (0.5, "0.00%")


def test_a_copy_that_is_checked_again_holds_the_new_findings_only(tmp_path: Path) -> None:
    path = save(tmp_path, [ROW])
    change(path, lambda book: setattr(book.active["D2"], "comment", Comment("查一下", "科员")))
    copy = tmp_path / "copy.xlsx"
    first = checked(api.open_sources([str(path)]).register, day=DAY)
    copy.write_bytes(annotated(first, path, "zh"))
    change(copy, lambda book: book["清单"].__setitem__("D2", "《中华人民共和国行政许可法》第十二条"))
    book = book_of(copy)
    assert book.sheetnames == ["检查意见", "清单"]
    assert book["清单"]["D2"].comment.text == "查一下"
    assert book["清单"]["D2"].fill.fill_type is None
    assert book["清单"]["B2"].comment.text.count("【检查意见】") == 1


def test_a_finding_inside_a_merge_speaks_through_its_first_cell(tmp_path: Path) -> None:
    path = save(tmp_path, [ROW])
    report = checked(api.open_sources([str(path)]).register, "L05", day=DAY)
    change(path, lambda book: book.active.merge_cells("C2:D2"))
    book: Any = openpyxl.load_workbook(io.BytesIO(annotated(report, path, "zh")))
    assert "没有写明条款" in book["清单"]["C2"].comment.text
    assert book["检查意见"]["F3"].hyperlink.location == "'清单'!C2"


def test_what_is_waived_stands_below_with_its_reason_and_use(tmp_path: Path) -> None:
    book = book_of(save(tmp_path, [ROW]), WAIVER)
    *_, last = book["检查意见"].values
    assert last[:2] == ("已豁免", "L05")
    assert last[4] == "豁免 L05 *：待编号（局长，2026-01-01，至2027-01-01），用了 1 次"
    assert book["清单"]["D2"].comment is None


def test_what_is_no_workbook_takes_no_comments(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("authority: {name: 局}", encoding="utf-8")
    with pytest.raises(PowerlistError):
        annotated(checked("authority: {name: 局}"), path, "zh")
