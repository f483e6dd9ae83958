"""Safe fixes change the form of a cell and never what it says."""

from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from powerlist.fixing import CellFix, FixKind, find_fixes, fixed_copy, fixes_text
from powerlist.fixing.finding import _marked
from powerlist.formats.opening import read
from powerlist.model.fingerprint import fingerprint
from powerlist.model.register import Register
from powerlist.practice import load
from powerlist.resources import data_folder

MESSY = data_folder() / "demo" / "messy.xls"
HEADS = ("序号", "职权编码", "职权名称", "职权类型", "设定依据", "办理环节", "责任事项")


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (HEADS, *rows):
        page.append(row)
    book.save(path)
    return path


def row(
    number: object = 1, code: str = "", name: str = "劳务派遣经营许可", stage: str = "受理"
) -> tuple[object, ...]:
    return number, code, name, "行政许可", "《中华人民共和国行政许可法》第十二条", stage, "受理申请材料"


def found(path: Path, *kinds: FixKind) -> tuple[CellFix, ...]:
    return find_fixes(read([path]).register, load(), kinds or tuple(FixKind))


def after(path: Path, fixes: tuple[CellFix, ...]) -> Register:
    out = path.parent / "fixed" / f"{path.stem}.xlsx"  # the bureau is called like the file
    out.parent.mkdir(exist_ok=True)
    out.write_bytes(fixed_copy(path, fixes))
    return read([out]).register


def test_a_real_list_says_the_same_after_it_was_fixed(tmp_path: Path) -> None:
    path = tmp_path / "messy.xls"
    path.write_bytes(MESSY.read_bytes())
    kinds = (FixKind.SPACES, FixKind.BRACKETS)
    fixes = found(path, *kinds)
    assert {fix.kind for fix in fixes} == set(kinds)
    fixed = after(path, fixes)
    assert fingerprint(fixed) == fingerprint(read([path]).register)
    assert not find_fixes(fixed, load(), kinds)


def test_blanks_inside_a_code_and_breaks_inside_a_name_go(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", row(code="0114 001\u3000000", name="劳务派\n遣经营\n许可"))
    changed = {fix.source.cell: fix.after for fix in found(path, FixKind.SPACES)}
    assert changed == {"B2": "0114001000", "C2": "劳务派遣经营许可"}


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("《行政许可法第十二条", "《行政许可法》第十二条"),
        ("行政许可法》第十二条", "《行政许可法》第十二条"),
        ("〈行政许可法〉第十二条", "《行政许可法》第十二条"),
        ("<<行政许可法>>第十二条", "《行政许可法》第十二条"),
        (
            "【法律】行政许可法》第十二条；《行政许可法》第十三条",
            "【法律】《行政许可法》第十二条；《行政许可法》第十三条",
        ),
        ("《行政许可法》第十二条", "《行政许可法》第十二条"),
        ("《行政许可法实施办法》第一条", "《行政许可法实施办法》第一条"),
        ("《行政许可法》（2019年修正）第十二条", "《行政许可法》（2019年修正）第十二条"),
        ("行政许可法第十二条", "行政许可法第十二条"),
    ],
)
def test_a_title_gets_the_mark_that_it_lacks_and_no_other(raw: str, mended: str) -> None:
    assert _marked(raw, ["行政许可法"]) == mended


def test_a_synonym_of_a_stage_in_a_cell_of_its_own_becomes_the_usual_word(tmp_path: Path) -> None:
    stage = load().stages.stages["acceptance"]
    synonym = next(word for word in stage.words if word != stage.text.zh)
    path = workbook(tmp_path / "a.xlsx", row(stage=f"{synonym}责任"))
    (fix,) = found(path, FixKind.STAGES)
    assert (fix.source.cell, fix.after) == ("F2", f"{stage.text.zh}责任")


@pytest.mark.parametrize(
    ("numbers", "fixed"),
    [
        ((1, 2, 2, 4), {"A4": "3"}),
        ((1, 2, 4), {"A4": "3"}),
        ((1, 2, 1, 2), {}),
        (("1", "甲", "3"), {}),
        ((1, 2, 3), {}),
    ],
)
def test_numbers_that_go_up_with_gaps_or_doubles_are_counted_anew(
    numbers: tuple[object, ...], fixed: dict[str, str], tmp_path: Path
) -> None:
    rows = [row(number, name=f"第{place}项许可") for place, number in enumerate(numbers)]
    path = workbook(tmp_path / "a.xlsx", *rows)
    assert {fix.source.cell: fix.after for fix in found(path, FixKind.NUMBERS)} == fixed


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text("许可证核发经营 \n\t\u3000", min_size=1, max_size=12), min_size=1, max_size=4))
def test_whatever_the_names_are_a_fix_changes_no_word(tmp_path: Path, names: list[str]) -> None:
    rows = [row(n, name=f"办{n}理{name}事") for n, name in enumerate(names, 1)]
    path = workbook(tmp_path / "a.xlsx", *rows)
    before = read([path]).register
    fixed = after(path, find_fixes(before, load(), (FixKind.SPACES,)))
    assert fingerprint(fixed) == fingerprint(before)


def test_a_yaml_file_is_fixed_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    text = (
        "# 本局清单\nauthority: {name: 示例局}\npowers:\n  - name: 许可\n    code: '0114 001'\n"
        "    bases: [{instrument: 〈行政许可法〉, article: 12}]\n"
    )
    path.write_text(text, encoding="utf-8")
    fixes = found(path, FixKind.SPACES)
    assert fixed_copy(path, fixes).decode() == text.replace("0114 001", "0114001")


def test_the_difference_shows_breaks_and_counts(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", row(name="劳务派\n遣经营许可"))
    lines = list(fixes_text(found(path), "zh"))
    assert "“劳务派⏎遣经营许可” → “劳务派遣经营许可”" in lines[0]
    assert lines[-1] == "共 1 处：多余的空格和换行 1。"
    assert list(fixes_text((), "zh")) == ["没有可以自动改的地方。"]
