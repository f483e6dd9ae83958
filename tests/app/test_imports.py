"""导入: what was found, columns to explain, problems by cell, opening the result and the way back."""

import io
from dataclasses import replace

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from powerlist.formats.yaml_tree import to_yaml
from powerlist.i18n import LANGS, Lang
from tests.app.opening import Visitor, goes, said
from tests.formats.lists import blocks
from tests.formats.workbooks import as_xls, as_xlsx, plain
from tests.model.registers import register

MIME = "application/octet-stream"


def workbook(extra: str = "") -> bytes:
    """An invented list of eight items, with a column that no heading is known for."""
    sheet = plain(blocks(3, 8))
    if not extra:
        return as_xls(sheet)
    rows = [[*row, extra if place == sheet.first - 1 else "每件30分"] for place, row in enumerate(sheet.rows)]
    return as_xlsx(replace(sheet, rows=rows))


def uploads(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    page.file_uploader[0].set_value([(name, content, MIME) for name, content in files]).run()
    assert not page.exception, [error.message for error in page.exception]
    return page


@pytest.mark.parametrize("lang", LANGS)
def test_a_workbook_is_read_and_reported_sheet_by_sheet(visitor: Visitor, lang: Lang) -> None:
    page = uploads(visitor.visits("imports", lang=lang), ("清单.xls", workbook()))
    words = said(page)
    assert "清单.xls" in words
    assert page.status[0].label.startswith("读到 8 项" if lang == "zh" else "8 powers")


def test_the_result_is_opened_and_undone(visitor: Visitor) -> None:
    page = uploads(visitor.visits("imports"), ("清单.yaml", to_yaml(register()).encode()))
    page.button(key="import-open").click().run()
    page = goes(page, "powers")
    assert list(page.dataframe[0].value["name"]) == ["采矿许可", "取水许可", "砍伐许可"]
    page.button(key="undo").click().run()
    assert len(page.dataframe[0].value) > 50
    assert "undo" not in [button.key for button in page.button]


def test_an_import_that_was_not_opened_changes_nothing(visitor: Visitor) -> None:
    page = uploads(visitor.visits("imports"), ("清单.yaml", to_yaml(register()).encode()))
    assert len(goes(page, "powers").dataframe[0].value) > 50


def test_a_column_can_be_explained_and_the_file_is_read_again(visitor: Visitor) -> None:
    page = uploads(visitor.visits("imports"), ("清单.xlsx", workbook("奇怪的栏")))
    assert "不认识的栏目（1）" in said(page)
    page.selectbox(key="import-column-奇怪的栏").set_value("note")
    page.button[-1].click().run()
    assert not page.exception
    page.button(key="import-open").click().run()
    page = goes(page, "powers", q="每件30分")
    assert len(page.dataframe[0].value) == 8


def test_problems_are_named_with_their_cells(visitor: Visitor) -> None:
    sheet = plain(blocks(3, 4))
    rows = [list(row) for row in sheet.rows]
    rows[sheet.first][sheet.column("type")] = "行政玄学"
    page = uploads(visitor.visits("imports"), ("清单.xls", as_xls(replace(sheet, rows=rows))))
    cells = list(page.dataframe[0].value["cell"])
    assert f"C{sheet.first + 1}" in cells


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.xls", b""),
        ("照片.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40),
        ("表.xlsx", "序号,名称\n1,许可\n".encode()),
        ("网页.xls", b"<html><table></table></html>"),
        ("坏.yaml", b"powers: [unclosed"),
        ("锁.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("<script>.yaml", b"authority: {name: x}\nnonsense: 1"),
    ],
)
def test_a_bad_file_is_one_sentence_and_nothing_is_lost(visitor: Visitor, name: str, content: bytes) -> None:
    page = visitor.visits("imports")
    page = uploads(page, ("清单.yaml", to_yaml(register()).encode()))
    page.file_uploader[0].set_value([(name, content, MIME)]).run()
    assert not page.exception
    assert len(page.error) == 1
    assert "Traceback" not in page.error[0].value
    assert "/tmp" not in page.error[0].value
    assert "没有变化" in page.status[0].label
    assert "import-open" in [button.key for button in page.button]  # what was read before is still there
    assert len(goes(page, "powers").dataframe[0].value) > 50


def test_several_files_fill_one_list(visitor: Visitor) -> None:
    one, other = (as_xls(plain(blocks(seed, 4), name=f"表{seed}")) for seed in (1, 2))
    page = uploads(visitor.visits("imports"), ("一.xls", one), ("二.xls", other), ("三.xls", one))
    words = said(page)
    assert "一.xls" in words
    assert "与“一.xls”内容相同" in words


def test_a_side_table_says_what_it_is_and_what_found_no_place(visitor: Visitor) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(("科室", "岗位名称", "岗位层级", "岗位职责", "人员编制"))
    book.active.append(("审批股", "首席代表岗", "窗口岗", "受理和送达", "三名"))
    paper = io.BytesIO()
    book.save(paper)
    words = said(
        uploads(visitor.visits("imports"), ("清单.xls", workbook()), ("岗位表.xlsx", paper.getvalue()))
    )
    assert "岗位表，1行" in words
    assert "三名" in words


def test_before_any_file_the_page_says_what_to_expect(visitor: Visitor) -> None:
    page = visitor.visits("imports", lang="en")
    assert "merged cells" in said(page)
    assert page.get("download_button")[0].proto.label.startswith("No file at hand?")
