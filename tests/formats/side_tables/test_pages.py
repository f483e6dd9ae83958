"""Side tables in Word, and pages that go on without a header."""

from pathlib import Path

import pytest
from docx import Document

from powerlist.formats import Reading, read
from tests.formats.side_tables.drawer import LIST, POSTS, RISKS, STEPS, Rows, cells, codes, workbook
from tests.formats.word.documents import saved, table_of


def texts(rows: Rows) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in rows]


def in_word(folder: Path, *tables: tuple[str, Rows]) -> Reading:
    """A document with a line above each table."""
    document = Document()
    for line, rows in tables:
        if line:
            document.add_paragraph(line)
        table_of(document, texts(rows))
    (folder / "一.docx").write_bytes(saved(document))
    return read(folder / "一.docx")


def test_a_document_with_the_list_and_its_side_tables_is_one_register(tmp_path: Path) -> None:
    tables = (("权责清单", LIST), ("岗位表", POSTS), ("办理流程", STEPS), ("风险点一览表", RISKS))
    reading = in_word(tmp_path, *tables)
    assert codes(reading) == []
    register = reading.register
    counts = (len(register.powers), len(register.posts), len(register.steps), len(register.controls))
    assert counts == (3, 5, 5, 3)
    step = next(one for one in register.steps if one.name == "审查")
    assert str(register.origins[step.id, "limit"].source) == "一.docx 表3第3行第5列"


def test_the_line_above_a_table_in_word_may_name_the_power(tmp_path: Path) -> None:
    steps = [["环节", "岗位", "时限"], ["受理", "受理岗", "1个工作日"]]
    reading = in_word(tmp_path, ("权责清单", LIST), ("采矿许可办理流程", steps))
    assert [process.name for process in reading.register.processes] == ["采矿许可办理流程"]


def test_a_table_cut_in_word_goes_on_without_a_header(tmp_path: Path) -> None:
    reading = in_word(tmp_path, ("权责清单", LIST), ("岗位表", POSTS[:3]), ("", POSTS[3:]))
    assert [post.name for post in reading.register.posts] == [row[1] for row in POSTS[1:]]
    assert all(code == "header-from-before" for code in codes(reading))


def test_a_counted_sheet_without_a_header_goes_on_with_the_sheet_before(tmp_path: Path) -> None:
    rows = [["序号", *POSTS[0]], *([place, *row] for place, row in enumerate(POSTS[1:], 1))]
    path = workbook(tmp_path / "岗位.xlsx", {"一": (rows[:3], ()), "二": (rows[3:], ())})
    reading = read(path)
    assert [post.name for post in reading.register.posts] == [row[1] for row in POSTS[1:]]
    assert cells(reading, "header-from-before") == ["岗位.xlsx:二!A1"]


@pytest.mark.parametrize("row", [["完全", "无关", "的话"], [str(place) for place in range(9)]])
def test_another_sheet_without_a_header_is_none_of_its_pages(tmp_path: Path, row: list[str]) -> None:
    path = workbook(tmp_path / "岗位.xlsx", {"一": (POSTS, ()), "二": ([row, row], ())})
    reading = read(path)
    assert cells(reading, "no-header") == ["岗位.xlsx:二!A1"]
    assert len(reading.register.posts) == len(POSTS) - 1
