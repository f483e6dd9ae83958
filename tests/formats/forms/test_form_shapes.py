"""A filled form looks as it did: sections, feet, styles, widths, merged cells, drop-downs, printed pages."""

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from powerlist.api import demo
from powerlist.formats import read
from powerlist.formats.forms import Filled, fill_form, report_text
from powerlist.model.codes import PowerType
from powerlist.model.register import Register
from powerlist.resources import data_folder
from tests.formats.forms.shipped_forms import FORMS
from tests.formats.lists import blocks
from tests.formats.test_metamorphic import by_type, content
from tests.formats.workbooks import HEADINGS, Sheet, as_xlsx, plain, reading_of


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return reading_of(as_xlsx(plain(blocks(1))), tmp_path, "来源.xlsx").register


@pytest.fixture(scope="module")
def bureau() -> Register:
    return demo().register


def filled_with(register: Register, folder: Path, data: bytes) -> tuple[Filled, Workbook]:
    path = folder / "表样.xlsx"
    path.write_bytes(data)
    filled = fill_form(register, path)
    (folder / "填好.xlsx").write_bytes(filled.data)
    return filled, load_workbook(io.BytesIO(filled.data))


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def last_years_form() -> Workbook:
    """Title, head, two matters of last year with a look, a foot with a signature."""
    book = Workbook()
    page: Any = book.active
    page.title = "清单"
    page.append(["示例县某局权责清单"])
    page.merge_cells("A1:F1")
    page.append(["序号", "事项名称", "权力类型", "设定依据", "责任事项", "是否上网"])
    page.append([1, "去年的事项", "行政许可", "《甲法》第一条", "1.受理。", "是"])
    page.append([2, "另一事项", "行政许可", "《甲法》第二条", "1.受理。", "否"])
    page.append([])
    page.append(["注：本表由办公室解释。"])
    page.append(["填表人：", None, "审核人：", None, "=COUNTA(B3:B4)"])
    page.merge_cells("A6:F6")
    for column in range(1, 7):
        page.cell(3, column).fill = PatternFill("solid", fgColor="FFFFCC")
        page.cell(3, column).font = Font(name="仿宋", size=12)
    page.row_dimensions[2].height, page.row_dimensions[3].height = 33, 20
    page.row_dimensions[6].height = 27
    page.column_dimensions["D"].width = 40
    page.print_title_rows, page.print_area = "1:2", "A1:F7"
    page.page_setup.orientation, page.freeze_panes = "landscape", "A3"
    rule = DataValidation(type="list", formula1='"是,否"')
    rule.add("F3:F4")
    page.add_data_validation(rule)
    page.auto_filter.ref = "A2:F4"
    return book


def test_the_look_of_last_years_form_is_kept(register: Register, tmp_path: Path) -> None:
    filled, book = filled_with(register, tmp_path, saved(last_years_form()))
    page: Any = book["清单"]
    end = page.max_row
    names = [page.cell(row, 2).value for row in range(3, end + 1)]
    assert [name for name in names if name][: len(register.powers)] == [
        power.name for power in register.powers
    ]
    fills = {page.cell(row, 2).fill.fgColor.rgb for row in range(3, 3 + len(register.powers))}
    assert fills == {"00FFFFCC"}
    assert page.cell(3, 2).font.name == "仿宋"
    assert page.row_dimensions[2].height == 33
    assert page.row_dimensions[4].height > 33  # as tall as its words
    assert page.column_dimensions["D"].width == 40
    assert (page.print_title_rows, page.freeze_panes) == ("$1:$2", "A3")
    assert page.page_setup.orientation == "landscape"
    assert list(filled.gone) == ["去年的事项", "另一事项"]


def test_the_foot_moves_below_and_what_hangs_on_rows_grows(register: Register, tmp_path: Path) -> None:
    _, book = filled_with(register, tmp_path, saved(last_years_form()))
    page: Any = book["清单"]
    foot = next(row for row in range(1, 40) if str(page.cell(row, 1).value).startswith("注"))
    last = foot - 2
    assert page.cell(last, 2).value or page.cell(last, 4).value
    assert page.cell(foot - 1, 2).value is None  # the air above the foot
    assert f"A{foot}:F{foot}" in {str(one) for one in page.merged_cells.ranges}
    assert page.row_dimensions[foot].height == 27
    assert page.cell(foot + 1, 3).value == "审核人："
    assert str(page.data_validations.dataValidation[0].sqref) == f"F3:F{last}"
    assert page.auto_filter.ref == f"A2:F{last}"
    assert page.print_area == f"'清单'!$A$1:$F${foot + 1}"


def test_words_in_several_fonts_stay_so_and_no_range_runs_off_the_sheet(
    register: Register, tmp_path: Path
) -> None:
    book = last_years_form()
    page: Any = book["清单"]
    page["A1"] = CellRichText("权责清单", TextBlock(InlineFont(b=True), "（加粗）"))
    rule = DataValidation(type="list", formula1='"是,否"')
    rule.add("F3:F1048576")
    page.data_validations.dataValidation = [rule]
    _, filled = filled_with(register, tmp_path, saved(book))
    assert str(filled["清单"].data_validations.dataValidation[0].sqref) == "F3:F1048576"
    again: Any = load_workbook(tmp_path / "填好.xlsx", rich_text=True)["清单"]["A1"].value
    assert isinstance(again, CellRichText)
    assert again[1].font.b


def test_a_column_nobody_knows_is_left_blank_and_told(register: Register, tmp_path: Path) -> None:
    filled, book = filled_with(register, tmp_path, saved(last_years_form()))
    assert filled.sheets[0].unknown == ("是否上网",)
    assert all(book["清单"].cell(row, 6).value is None for row in range(3, 9))
    assert any("是否上网" in line for line in report_text(filled, "zh"))
    assert any("承诺时限" in line and "没有栏位" in line for line in report_text(filled, "zh"))


def test_a_matter_that_did_not_change_keeps_its_row(tmp_path: Path) -> None:
    data = saved(last_years_form())
    path = tmp_path / "去年.xlsx"
    path.write_bytes(data)
    before = read(path).register
    first, second = before.powers
    changed = before.model_copy(update={"powers": (second, first.with_(note="新"))})
    filled, book = filled_with(changed, tmp_path, data)
    page = book["清单"]
    assert [page.cell(row, 2).value for row in (3, 4)] == ["另一事项", "去年的事项"]
    assert [page.cell(row, 6).value for row in (3, 4)] == ["否", "是"]
    assert filled.sheets[0].unchanged == 2
    assert content(read(tmp_path / "填好.xlsx").register) == content(
        before.model_copy(update={"powers": (second, first)})
    )


def test_sheets_of_one_type_stay_by_type(tmp_path: Path) -> None:
    items = blocks(5, 9)
    register = reading_of(as_xlsx(plain(items)), tmp_path, "来源.xlsx").register
    sheets = [Sheet(one.name, one.rows[:1]) for one in by_type(items)]
    filled, _ = filled_with(register, tmp_path, as_xlsx(*sheets))
    again = read(tmp_path / "填好.xlsx", authority=register.authority.name).register
    assert {p.name: p.type for p in again.powers} == {p.name: p.type for p in register.powers}
    assert not filled.homeless


def test_sections_of_one_type_take_their_powers_and_others_are_told(tmp_path: Path) -> None:
    items = blocks(5, 9)
    register = reading_of(as_xlsx(plain(items)), tmp_path, "来源.xlsx").register
    heads = [HEADINGS[name] for name in ("number", "name", "basis", "duties")]
    rows = [heads, ["一、行政许可"], [], [], ["二、行政处罚"], [], ["注：", "以上。"]]
    filled, book = filled_with(register, tmp_path, as_xlsx(Sheet("清单", rows, [(1, 0, 1, 3), (4, 0, 4, 3)])))
    wanted = {p.name: p.type for p in register.powers if p.type in (PowerType.LICENCE, PowerType.PENALTY)}
    again = read(tmp_path / "填好.xlsx").register
    assert {p.name: p.type for p in again.powers} == wanted
    assert {p.name for p in filled.homeless} == {p.name for p in register.powers} - set(wanted)
    assert any("没有合适的" in line for line in report_text(filled, "zh"))
    assert [c.value for c in book["清单"]["A"]][-1] == "注："


def test_one_row_a_duty_where_the_form_has_it_so(bureau: Register, tmp_path: Path) -> None:
    heads = ["序号", "权力名称", "权力类型", "办理环节", "责任事项", "责任科室", "责任岗位"]
    filled, book = filled_with(bureau, tmp_path, as_xlsx(Sheet("分解表", [heads])))
    page: Any = book["分解表"]
    rows = sum(max(1, sum(d.power == p.id for d in bureau.duties)) for p in bureau.powers)
    assert page.max_row == rows + 1
    count = sum(duty.power == bureau.powers[0].id for duty in bureau.duties)
    assert f"B2:B{count + 1}" in {str(one) for one in page.merged_cells.ranges}
    again = read(tmp_path / "填好.xlsx").register
    assert [d.text for d in again.duties] == [d.text for d in bureau.duties]
    named = [bureau[a.post].title for a in bureau.assignments if a.raci == "R" and a.post]
    assert [again[a.post].title for a in again.assignments if a.post] == named
    assert not [one for one in filled.different if "责任事项" in one.headings]


def test_a_form_that_asks_for_steps_gets_the_stage_of_each_duty(bureau: Register, tmp_path: Path) -> None:
    heads = ["序号", "权力名称", "办理环节", "责任事项"]
    filled, book = filled_with(bureau, tmp_path, as_xlsx(Sheet("环节表", [heads])))
    assert book["环节表"]["C2"].value == "受理"
    again = read(tmp_path / "填好.xlsx").register
    assert [d.stage for d in again.duties][:8] == [d.stage for d in bureau.duties][:8]
    assert not filled.different


def test_lines_that_count_the_matters_count_again(register: Register, tmp_path: Path) -> None:
    heads = [HEADINGS[name] for name in ("number", "name", "basis", "duties")]
    item = ["1", "去年的许可", "《甲法》第一条", "1.受理。"]
    rows = [heads, ["一、行政许可（共1项）"], item, ["二、其他行政权力（共0项）"], [], ["合计", "1项"]]
    _, book = filled_with(register, tmp_path, as_xlsx(Sheet("清单", rows, [(1, 0, 1, 3), (3, 0, 3, 3)])))
    texts = [str(cell.value) for row in book["清单"].iter_rows() for cell in row if cell.value]
    licences = sum(power.type is PowerType.LICENCE for power in register.powers)
    total = sum(power.type in (PowerType.LICENCE, PowerType.OTHER) for power in register.powers)
    assert f"一、行政许可（共{licences}项）" in texts
    assert f"{total}项" in texts


@pytest.mark.parametrize("name", ["14列", "卡片"])
def test_the_demo_bureau_in_a_shipped_form(name: str, bureau: Register, tmp_path: Path) -> None:
    filled = fill_form(bureau, name)
    (tmp_path / "填好.xlsx").write_bytes(filled.data)
    once = read(tmp_path / "填好.xlsx", authority=bureau.authority.name).register
    assert [(p.name, p.type) for p in once.powers] == [(p.name, p.type) for p in bureau.powers]
    assert [d.text for d in once.duties] == [d.text for d in bureau.duties]
    assert [g.text for g in once.grounds] == [g.text for g in bureau.grounds]
    assert {b.title for b in once.bases if b.role == "establishing"} == {
        b.title for b in bureau.bases if b.role == "establishing"
    }
    again = fill_form(once, tmp_path / "填好.xlsx")
    assert again.sheets[0].unchanged == len(bureau.powers)
    twice = fill_form(once, name)
    (tmp_path / "再填.xlsx").write_bytes(twice.data)
    other = read(tmp_path / "再填.xlsx", authority=bureau.authority.name).register
    assert content(other) == content(once)


@pytest.mark.parametrize("name", ["14列", "卡片"])
def test_messy_xls_in_a_shipped_form(name: str, tmp_path: Path) -> None:
    messy = read(data_folder() / "demo" / "messy.xls").register
    filled = fill_form(messy, name)
    (tmp_path / "填好.xlsx").write_bytes(filled.data)
    once = read(tmp_path / "填好.xlsx", authority=messy.authority.name).register
    assert [(p.name, p.type) for p in once.powers] == [(p.name, p.type) for p in messy.powers]
    assert len(filled.different) <= 3
    twice = fill_form(once, name)
    (tmp_path / "再填.xlsx").write_bytes(twice.data)
    assert content(read(tmp_path / "再填.xlsx", authority=messy.authority.name).register) == content(once)


@pytest.mark.parametrize("name", FORMS)
def test_the_shipped_forms_are_what_their_script_writes(name: str, tmp_path: Path) -> None:
    from powerlist.formats.forms import shipped_forms

    FORMS[name]().save(tmp_path / "neu.xlsx")
    fresh, shipped = load_workbook(tmp_path / "neu.xlsx"), load_workbook(shipped_forms()[name])
    for page in fresh.worksheets:
        cells = {c.coordinate: (c.value, c.border.left.style) for row in page.iter_rows() for c in row}
        there = {
            c.coordinate: (c.value, c.border.left.style)
            for row in shipped[page.title].iter_rows()
            for c in row
        }
        assert cells == there
