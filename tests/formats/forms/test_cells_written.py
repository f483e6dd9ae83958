"""Single cells as people write them, each read back by the engine that reads lists."""

import io
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from powerlist.formats import read
from powerlist.formats.cells.basis import parse_bases
from powerlist.formats.cells.numerals import number_of
from powerlist.formats.forms import fill_form
from powerlist.formats.forms.citations import place_of
from powerlist.model.basis import LegalBasis
from powerlist.numerals import chinese
from powerlist.practice.headings import load_headings
from tests.formats.lists import blocks
from tests.formats.workbooks import HEADINGS, as_xlsx, plain, reading_of

_SMALL = st.none() | st.integers(1, 30)


@given(st.integers(1, 9999))
def test_numerals_are_read_back(number: int) -> None:
    assert number_of(chinese(number)) == number


def test_numerals_look_as_people_write_them() -> None:
    wanted = {1: "一", 10: "十", 12: "十二", 20: "二十", 103: "一百零三", 110: "一百一十", 1005: "一千零五"}
    assert {number: chinese(number) for number in wanted} == wanted


@settings(derandomize=True, deadline=None)
@given(st.integers(1, 300), st.none() | st.integers(1, 9), _SMALL, _SMALL)
def test_every_place_of_an_instrument_is_read_back(
    article: int, inserted: int | None, paragraph: int | None, item: int | None
) -> None:
    basis = LegalBasis(
        id="b",
        owner="p",
        instrument="示例法",
        article=article,
        inserted=inserted,
        paragraph=paragraph,
        item=item,
    )
    (parsed,) = parse_bases(f"《示例法》{place_of(basis)}", load_headings()).bases
    place = parsed.place
    assert (place.article, place.inserted, place.paragraph, place.item) == (
        article,
        inserted,
        paragraph,
        item,
    )


def test_numbers_made_by_formulas_stay_readable(tmp_path: Path) -> None:
    """A formula is only worked out when somebody opens the file; the number it showed is written."""
    data = as_xlsx(plain(blocks(1)))
    register = reading_of(data, tmp_path, "表样.xlsx").register
    book: Any = load_workbook(io.BytesIO(data))
    for row in range(2, book.worksheets[0].max_row + 1):
        if book.worksheets[0].cell(row, 1).value:
            book.worksheets[0].cell(row, 2).value = "=1+1"
    filled = fill_form(register, _saved(tmp_path, book))
    page: Any = load_workbook(io.BytesIO(filled.data)).worksheets[0]
    assert not any(cell.data_type == "f" for row in page.iter_rows() for cell in row)


def test_a_type_merged_over_its_matters_is_merged_again(tmp_path: Path) -> None:
    book = Workbook()
    page: Any = book.active
    page.append([HEADINGS[name] for name in ("type", "number", "name", "basis", "duties")])
    for number in (1, 2, 3):
        page.append(
            ["行政许可" if number == 1 else None, number, f"第{number}项许可", "《甲法》第一条", "1.受理。"]
        )
    page.merge_cells("A2:A4")
    before = read(_saved(tmp_path, book)).register
    fresh = before.powers[1].with_(name="新加的许可", id="fresh", number="4")
    filled = fill_form(before.without([before.powers[0].id]).with_(fresh), tmp_path / "表.xlsx")
    page = load_workbook(io.BytesIO(filled.data)).worksheets[0]
    assert [page.cell(row, 3).value for row in (2, 3, 4)] == ["第2项许可", "第3项许可", "新加的许可"]
    assert {str(one) for one in page.merged_cells.ranges} == {"A2:A4"}
    assert page["A2"].value == "行政许可"


def _saved(folder: Path, book: Any) -> Path:
    book.save(folder / "表.xlsx")
    return folder / "表.xlsx"
