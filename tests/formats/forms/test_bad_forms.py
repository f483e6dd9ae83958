"""Forms that are locked, huge, strange or none: filled and told, or refused; never harmed."""

import io
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from powerlist.errors import InputError, UsageError
from powerlist.formats import read
from powerlist.formats.forms import fill_form, report_text, save_form
from powerlist.formats.own_workbook.writing import write_workbook
from powerlist.model.register import Register
from tests.formats.lists import blocks
from tests.formats.test_excel_bad_input import BAD, XLSX
from tests.formats.workbooks import HEADINGS, Block, Sheet, as_xls, as_xlsx, plain, reading_of
from tests.work import calls


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return reading_of(as_xlsx(plain(blocks(1))), tmp_path, "来源.xlsx").register


def blank(change: Callable[[Workbook], None] = lambda book: None) -> bytes:
    """A blank form with something about it."""
    book = load_workbook(io.BytesIO(as_xlsx(Sheet("清单", [list(HEADINGS.values())]))))
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def form(folder: Path, data: bytes, name: str = "表样.xlsx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def with_parts(data: bytes, **parts: bytes) -> bytes:
    """The workbook with more parts in its zip; `__` stands for a slash, a last `_` for a point."""
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_form_is_refused_with_one_sentence(case: str, register: Register, tmp_path: Path) -> None:
    name, make, _ = BAD[case]
    path = form(tmp_path, make(), name)
    before = path.read_bytes()
    with pytest.raises(InputError) as caught:
        fill_form(register, path)
    assert caught.value.text.zh.startswith(name)
    assert "\n" not in caught.value.text.zh
    assert path.read_bytes() == before


def test_a_form_without_known_headings_is_told_which_are_known(register: Register, tmp_path: Path) -> None:
    path = form(tmp_path, as_xlsx(Sheet("表", [["甲", "乙"], ["1", "2"]])))
    with pytest.raises(InputError) as caught:
        fill_form(register, path)
    assert "职权名称" in caught.value.text.zh
    assert "责任事项" in caught.value.text.zh
    assert "name" in caught.value.text.en


def test_a_form_that_is_neither_a_file_nor_shipped_is_told(register: Register) -> None:
    with pytest.raises(UsageError, match="14列、卡片"):
        fill_form(register, "十五列")
    with pytest.raises(InputError, match="没有这个文件"):
        fill_form(register, Path("十五列.xlsx"))


def test_headings_of_ones_own_are_explained_by_a_column_map(register: Register, tmp_path: Path) -> None:
    path = form(tmp_path, as_xlsx(Sheet("表", [["事由", "根子"]])))
    filled = fill_form(register, path, column_map={"事由": "name", "根子": "basis"})
    assert filled.matters == len(register.powers)
    with pytest.raises(UsageError):
        fill_form(register, path, column_map={"事由": "nonsense"})


def test_the_form_itself_is_never_written_over(register: Register, tmp_path: Path) -> None:
    path = form(tmp_path, blank())
    before = path.read_bytes()
    (tmp_path / "别名.xlsx").symlink_to(path)
    for out in (path, tmp_path / "别名.xlsx"):
        with pytest.raises(UsageError, match="表样本身"):
            save_form(register, path, out)
    save_form(register, path, tmp_path / "out" / "填好.xlsx")
    assert path.read_bytes() == before
    assert read(tmp_path / "out" / "填好.xlsx").register.powers


@pytest.mark.parametrize("name", ["填好.xls", "填好.xlsm", "填好", "填好.csv"])
def test_only_xlsx_is_written(name: str, register: Register, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="xlsx"):
        save_form(register, "14列", tmp_path / name)
    assert not (tmp_path / name).exists()


def test_the_tools_own_workbook_is_no_form(register: Register, tmp_path: Path) -> None:
    write_workbook(register, tmp_path / "own.xlsx")
    with pytest.raises(InputError, match="convert"):
        fill_form(register, tmp_path / "own.xlsx")


def test_a_protected_sheet_is_filled_and_stays_protected(register: Register, tmp_path: Path) -> None:
    def protect(book: Workbook) -> None:
        book.worksheets[0].protection.set_password("示例")
        book.worksheets[0].protection.enable()

    filled = fill_form(register, form(tmp_path, blank(protect)))
    page = load_workbook(io.BytesIO(filled.data)).worksheets[0]
    assert page.protection.sheet
    assert page.protection.password
    assert page.max_row > len(register.powers)
    assert any("保护" in line for line in report_text(filled, "zh"))


def test_macros_are_left_behind_and_told(register: Register, tmp_path: Path) -> None:
    data = with_parts(blank(), xl__vbaProject_bin=b"macro")
    filled = fill_form(register, form(tmp_path, data, "表样.xlsm"))
    assert "xl/vbaProject.bin" not in zipfile.ZipFile(io.BytesIO(filled.data)).namelist()
    assert any("宏" in line for line in report_text(filled, "zh"))
    assert any("macros" in line for line in report_text(filled, "en"))


def test_links_to_other_workbooks_are_told_and_not_followed(register: Register, tmp_path: Path) -> None:
    data = with_parts(blank(), xl__externalLinks__externalLink1_xml=b"<externalLink/>")
    filled = fill_form(register, form(tmp_path, data))
    assert any("外部工作簿" in line for line in report_text(filled, "zh"))


def test_a_million_empty_rows_are_no_burden(register: Register, tmp_path: Path) -> None:
    rows = b"".join(
        b'<row r="%d" ht="20" customHeight="1"><c r="A%d" s="0"/></row>' % (n, n) for n in range(2, 1048577)
    )
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(blank())) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</sheetData>", rows + b"</sheetData>")
                data = data.replace(
                    b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="B9:B1048576"/></mergeCells>', 1
                )
            new.writestr(name, data)
    filled = fill_form(register, form(tmp_path, buffer.getvalue()))
    page = load_workbook(io.BytesIO(filled.data)).worksheets[0]
    assert page.max_row < 400
    assert filled.matters == len(register.powers)


def with_merges(count: int) -> bytes:
    """A form with so many merged ranges, two a row, and a note below them."""
    rows = [list(HEADINGS.values()), *([""] * len(HEADINGS) for _ in range(count // 2))]
    merges = [(row, column, row, column + 1) for row in range(1, count // 2 + 1) for column in (2, 6)]
    return as_xlsx(Sheet("清单", [*rows, ["注：", "下面没有了。"]], merges))


def test_ten_thousand_merged_ranges(register: Register, tmp_path: Path) -> None:
    """Ten times as many are ten times the work."""
    few = form(tmp_path, with_merges(1_000), "少.xlsx")
    work = calls(lambda: fill_form(register, few))
    path, filled = form(tmp_path, with_merges(10_000)), []
    assert calls(lambda: filled.append(fill_form(register, path))) < 15 * work
    page = load_workbook(io.BytesIO(filled[0].data)).worksheets[0]
    assert page.max_row < 50
    assert [row[0].value for row in page.iter_rows(min_row=page.max_row)] == ["注："]


HOSTILE = [
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-2",
    "@SUM(A1)",
    "#N/A",
    "a\x0bb",
    "_x000B_",
    "甲\ufffe乙",
    "https://a.b",
]


@pytest.mark.parametrize("note", HOSTILE)
def test_whatever_a_register_says_is_only_text(note: str, register: Register, tmp_path: Path) -> None:
    power = register.powers[0].with_(name=f"{note}审批", exercised_by=note)
    changed = register.with_(power).model_copy(update={"origins": {}})
    filled = fill_form(changed, "14列")
    page = load_workbook(io.BytesIO(filled.data)).worksheets[0]
    cells = [cell for row in page.iter_rows(min_row=3) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    path = form(tmp_path, filled.data, "填好.xlsx")
    assert read(path).register.powers[0].name == power.name.replace("\ufffe", "")


def test_a_text_too_long_for_a_cell_is_refused_with_its_place(register: Register, tmp_path: Path) -> None:
    power = register.powers[0].with_(note="长" * 40_000)
    with pytest.raises(InputError, match="40000字"):
        fill_form(register.with_(power), "14列")


def test_an_old_form_is_answered_as_a_new_one(register: Register, tmp_path: Path) -> None:
    sheet = Sheet(
        "清单", [["示例县权责清单"], list(HEADINGS.values()), [], ["注：本表一式两份。"]], [(0, 0, 0, 5)]
    )
    filled = fill_form(register, form(tmp_path, as_xls(sheet), "表样.xls"))
    page = load_workbook(io.BytesIO(filled.data)).worksheets[0]
    assert "A1:F1" in {str(one) for one in page.merged_cells.ranges}
    assert page.cell(page.max_row, 1).value == "注：本表一式两份。"
    assert any(".xls" in line for line in report_text(filled, "zh"))
    assert not filled.different


def test_an_empty_register_empties_last_years_form(register: Register, tmp_path: Path) -> None:
    nobody = Register(authority=register.authority)
    filled = fill_form(nobody, form(tmp_path, XLSX))
    assert filled.matters == 0
    assert len(filled.gone) == 6
    assert read(form(tmp_path, filled.data, "空.xlsx")).register.powers == ()


def test_what_is_only_drafted_is_not_handed_in(register: Register, tmp_path: Path) -> None:
    duty = register.duties[0].with_(state="drafted")
    filled = fill_form(register.with_(duty), "14列")
    assert filled.drafts == 1
    texts = str(load_workbook(io.BytesIO(filled.data)).worksheets[0]["J3"].value)
    assert duty.text not in texts


def test_linear_in_the_length_of_the_list(tmp_path: Path) -> None:
    """Twenty times the list are twenty times the work, and no more."""
    work = []
    for count in (30, 600):
        made = [
            Block(({**b.rows[0], "name": f"{b.rows[0]['name']}{n}"},)) for n, b in enumerate(blocks(3, count))
        ]
        register = reading_of(as_xlsx(plain(made)), tmp_path, "来源.xlsx").register
        work.append(calls(partial(fill_form, register, "14列")))
    assert work[1] < 22 * work[0]
