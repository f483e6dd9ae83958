"""The tool's own workbook: what is written is read back equal, and what is wrong is told with its cell."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl.worksheet.worksheet import Worksheet

from powerlist.errors import PowerlistError
from powerlist.formats import read
from powerlist.formats.own_workbook.writing import write_template, write_workbook
from powerlist.formats.yaml_tree import read_yaml
from powerlist.model.fingerprint import fingerprint
from powerlist.model.organisation import Holding
from powerlist.model.power import Column, Fee, RequiredDocument
from powerlist.model.register import Register
from powerlist.model.risk import Rating
from powerlist.practice.columns import MODELS, load_columns
from powerlist.resources import data_folder
from tests.formats.own.generated import sound_registers
from tests.model.registers import register, with_flow

SMALL = with_flow(register())

any_register = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def bureau() -> Register:
    """The demo bureau."""
    return read_yaml([data_folder() / "demo" / "bureau"]).register


def changed(path: Path, change: Callable[[openpyxl.Workbook], None]) -> Path:
    """The workbook as a person saves it after changing something."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    write_workbook(SMALL, tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


@any_register
@given(before=sound_registers())
def test_any_register_comes_back_equal(before: Register, tmp_path: Path) -> None:
    write_workbook(before, tmp_path / "a.xlsx")
    after = read(tmp_path / "a.xlsx").register
    assert after == before
    assert fingerprint(after) == fingerprint(before)


def test_the_demo_bureau_comes_back_equal(tmp_path: Path) -> None:
    before = bureau()
    write_workbook(before, tmp_path / "a.xlsx")
    reading = read(tmp_path / "a.xlsx")
    assert reading.register == before
    assert reading.problems == ()


def test_the_same_register_gives_the_same_bytes(tmp_path: Path, small: Path) -> None:
    write_workbook(SMALL, tmp_path / "b.xlsx")
    assert (tmp_path / "b.xlsx").read_bytes() == small.read_bytes()


def test_every_field_of_the_model_has_a_column() -> None:
    told = {
        (kind, field)
        for plan in load_columns().sheets
        for column in plan.columns
        for kind, field in column.fields.items()
    }
    assert told == {(kind, field) for kind, model in MODELS.items() for field in model.model_fields}


def test_no_two_columns_of_a_kind_share_a_heading() -> None:
    for plan in load_columns().sheets:
        headings = [column.text.zh for column in plan.columns]
        assert len(headings) == len(set(headings))


def test_every_part_of_a_record_is_explained() -> None:
    for record in (RequiredDocument, Fee, Column, Holding, Rating):
        assert len(load_columns().parts[record.__name__]) == len(record.model_fields)


def test_it_is_known_by_its_content_and_told_by_cell(small: Path) -> None:
    other = small.rename(small.with_name("清单.xls"))
    reading = read(other)
    step = reading.register.steps[0]
    assert str(reading.register.source_of(step, "post")) == "清单.xls:环节!G2"
    assert reading.files[0].sheets[0].items == 3


def test_what_a_clerk_fills_into_the_template_is_a_register(tmp_path: Path) -> None:
    write_template(tmp_path / "t.xlsx")

    def fill(book: openpyxl.Workbook) -> None:
        _row(book, "机构岗位", 类别="实施主体", 名称="示例县某局")
        _row(book, "机构岗位", 类别="科室", 名称="审批股")
        _row(book, "机构岗位", 类别="岗位", 名称="受理岗", 所在科室="审批股", 岗位层级="窗口岗", 在岗人数=2)
        _row(book, "职权", 职权名称="某许可", 权力类型="行政许可", 承办机构="审批股", 法定时限="20个工作日")
        _row(book, "责任", 所属职权="某许可", 责任事项="受理申请", 阶段="受理")
        _row(book, "流程", 流程名称="某许可办理", 适用职权="某许可")
        _row(book, "环节", 类别="环节", 所属流程="某许可办理", 环节名称="受理", 岗位="受理岗", 有裁量="是")
        _row(book, "环节", 类别="判断", 所属流程="某许可办理", 环节名称="齐全吗")
        _row(book, "流程", 流程名称="另一流程")
        _row(book, "环节", 类别="环节", 所属流程="另一流程", 环节名称="受理")
        _row(book, "流转", 所属流程="某许可办理", 自="受理", 至="齐全吗")
        _row(book, "风险", 所在环节="齐全吗", 表现形式="刁难", 固有风险="3｜高风险", 风险类别="操作风险")

    found = read(changed(tmp_path / "t.xlsx", fill)).register
    (power,), (step, _), (flow,), (risk,) = found.powers, found.steps, found.flows, found.risks
    assert (power.type, power.units) == ("licence", (found.units[0].id,))
    assert found.duties[0].stage == "acceptance"
    assert (step.post, step.discretion, found.posts[0].holders) == (found.posts[0].id, True, 2)
    assert (flow.source, flow.target) == (step.id, found.gateways[0].id)
    assert (risk.rank, risk.risk_kind) == (3, "operational")


def test_a_template_has_drop_downs_notes_and_frozen_heads(tmp_path: Path) -> None:
    write_template(tmp_path / "t.xlsx")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert {
        "机构岗位",
        "职权",
        "依据",
        "责任",
        "追责",
        "环节",
        "流转",
        "风险",
        "防控",
        "监督",
        "承诺",
    } <= set(book.sheetnames)
    page = book["职权"]
    assert page.freeze_panes == "B2"
    assert all(cell.comment and cell.comment.text for cell in page[1])
    assert page.data_validations.count == 9


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    write_workbook(with_flow(register(("=cmd|'/c calc'!A1", "@x", "+1", "-1"))), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert {cell.data_type for page in book for row in page for cell in row} <= {"s", "n"}
    assert book["职权"]["B2"].value == "=cmd|'/c calc'!A1"


FAULTS: dict[str, tuple[str, str, object, str]] = {
    "a limit in odd words": ("环节", "时限2", "很快", "时限"),
    "a post that is not there": ("环节", "岗位2", "无此岗", "岗位"),
    "an unknown level": ("机构岗位", "岗位层级4", "大王", "主要领导"),
    "an unknown kind of row": ("机构岗位", "类别3", "机关", "实施主体"),
    "an id used twice": ("责任", "编号3", SMALL.duties[0].id, "两次"),
    "a name that is missing": ("职权", "职权名称2", None, "职权名称"),
    "a number that is none": ("机构岗位", "在岗人数4", "两人", "整数"),
    "a yes that is none": ("环节", "对外公开2", "也许", "是"),
    "a day that is none": ("职权", "有效期自2", "2026年13月1日", "日期"),
    "an arrow from nowhere": ("流转", "自2", "空", "环节"),
}


def cell_at(page: Worksheet, place: str) -> str:
    """The cell in a column and row: 时限2 is the second row of the column 时限."""
    (column,) = (cell.column_letter for cell in page[1] if cell.value == place[:-1])
    return f"{column}{place[-1]}"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_sentence_with_its_cell(fault: str, small: Path) -> None:
    sheet, place, value, word = FAULTS[fault]
    cells = []

    def spoil(book: openpyxl.Workbook) -> None:
        cells.append(cell_at(book[sheet], place))
        book[sheet][cells[0]] = value

    with pytest.raises(PowerlistError) as caught:
        read(changed(small, spoil))
    first = caught.value.of("zh").split("\n")[0]
    assert first.startswith(f"a.xlsx!{sheet}!{cells[0]}：")
    assert word in first


def test_all_faults_are_told_at_once(small: Path) -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        for fault in ("a limit in odd words", "an unknown level", "a day that is none"):
            sheet, place, value, _ = FAULTS[fault]
            book[sheet][cell_at(book[sheet], place)] = value

    with pytest.raises(PowerlistError) as caught:
        read(changed(small, spoil))
    assert len(caught.value.of("zh").split("\n")) == 3


def test_columns_may_move_and_strange_ones_are_told(small: Path) -> None:
    def rearrange(book: openpyxl.Workbook) -> None:
        page = book["职权"]
        page.insert_cols(1)
        page["A1"], page["A2"] = "本局备注", "x"
        book.create_sheet("草稿")["A1"] = "随手记"

    reading = read(changed(small, rearrange))
    assert reading.register == SMALL
    assert [(p.code, str(p.source)) for p in reading.problems] == [
        ("strange-column", "a.xlsx:职权!A1"),
        ("strange-sheet", "a.xlsx:草稿"),
    ]


def test_a_text_longer_than_a_cell_is_refused_not_cut(tmp_path: Path) -> None:
    long = SMALL.with_(SMALL.powers[0].with_(note="长" * 32_768))
    with pytest.raises(PowerlistError, match="32768"):
        write_workbook(long, tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()


def test_a_newer_version_is_told(small: Path) -> None:
    def newer(book: openpyxl.Workbook) -> None:
        book["powerlist"]["B1"] = "2"

    with pytest.raises(PowerlistError, match="较新版本"):
        read(changed(small, newer))


def _row(book: openpyxl.Workbook, sheet: str, **cells: object) -> None:
    """Type one row below what is there, each value under its heading."""
    page = book[sheet]
    at = 1 + max(cell.row for column in page.columns for cell in column if cell.value is not None)
    headings = {cell.value: cell.column for cell in page[1]}
    for heading, value in cells.items():
        page.cell(at, headings[heading], value)
