"""Workbooks of ours that came back odd: read as they are or refused in one sentence, and never slowly."""

import io
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import openpyxl
import pytest
import xlwt

from powerlist.errors import InputError, PowerlistError
from powerlist.formats import read
from powerlist.formats.own_workbook.mark import is_own
from powerlist.formats.own_workbook.names import Names
from powerlist.formats.own_workbook.writing import workbook_of
from powerlist.formats.parcels import collect, split
from tests.formats.own.test_own_workbook import SMALL, changed
from tests.formats.own.test_parcels import BUREAU
from tests.work import calls

OURS = workbook_of(SMALL.tables(), Names.of(SMALL.entities()))
POWERS = "xl/worksheets/sheet5.xml"
LINKS = (
    b'<Relationship Id="rId99" Type="http://x/externalLink" '
    b'Target="http://127.0.0.1:9/x.xlsx" TargetMode="External"/>'
)


def patched(change: Callable[[bytes], bytes], part: str = POWERS, **more: bytes) -> bytes:
    """Our workbook with one part changed and others added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(OURS)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
        for name, content in more.items():
            new.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return buffer.getvalue()


def with_rows(count: int) -> bytes:
    rows = b"".join(b'<row r="%d"/>' % row for row in range(10, count + 1))
    return patched(lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))


def with_merges(count: int) -> bytes:
    merges = b"".join(b'<mergeCell ref="B%d:C%d"/>' % (row, row) for row in range(10, count + 10))
    block = b'<mergeCells count="%d">%s</mergeCells>' % (count, merges)
    return patched(lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + block))


ODD: dict[str, Callable[[], bytes]] = {
    "10,000 merges": lambda: with_merges(10_000),
    "100,000 empty rows": lambda: with_rows(100_000),
    "macros": lambda: patched(lambda xml: xml, xl__vbaProject_DOT_bin=b"\xd0\xcf\x11\xe0" + bytes(500)),
    "external links": lambda: patched(
        lambda xml: xml.replace(b"</Relationships>", LINKS + b"</Relationships>"),
        "xl/_rels/workbook.xml.rels",
    ),
}


@pytest.mark.parametrize("odd", ODD)
def test_odd_workbooks_are_read_as_they_are(odd: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsm").write_bytes(ODD[odd]())
    assert read(tmp_path / "a.xlsm").register == SMALL


@pytest.mark.parametrize("odd", [with_merges, with_rows])
def test_ten_times_as_much_of_it_is_ten_times_the_work(odd: Callable[[int], bytes], tmp_path: Path) -> None:
    for count in (1_000, 10_000):
        (tmp_path / f"{count}.xlsx").write_bytes(odd(count))
    few, many = (calls(partial(read, tmp_path / f"{count}.xlsx")) for count in (1_000, 10_000))
    assert many < 12 * few


def test_a_million_empty_rows_are_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(with_rows(1_048_576))
    with pytest.raises(InputError, match="空行") as caught:
        read(tmp_path / "a.xlsx")
    assert "\n" not in caught.value.text.zh


def test_a_protected_sheet_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(OURS)

    def protect(book: openpyxl.Workbook) -> None:
        book["职权"].protection.set_password("secret")
        book["职权"].sheet_state = "hidden"

    assert read(changed(tmp_path / "a.xlsx", protect)).register == SMALL


@pytest.mark.parametrize(
    "spoil",
    [
        lambda book: book.remove(book["环节"]),
        lambda book: book["环节"].delete_cols(1),
        lambda book: book["环节"].delete_rows(1),
        lambda book: book["powerlist"].delete_rows(1),
        lambda book: book["powerlist"].delete_cols(2),
        lambda book: setattr(book["powerlist"]["B1"], "value", "一"),
    ],
    ids=["no sheet", "no column of kinds", "no headings", "no mark", "no version", "odd version"],
)
def test_what_is_missing_is_told(spoil: Callable[[openpyxl.Workbook], None], tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(OURS)
    with pytest.raises(PowerlistError) as caught:
        read(changed(tmp_path / "a.xlsx", spoil))
    assert caught.value.of("zh").startswith("a.xlsx")


def test_half_a_workbook_is_told(tmp_path: Path) -> None:
    for size in (100, len(OURS) // 2, len(OURS) - 30):
        (tmp_path / "a.xlsx").write_bytes(OURS[:size])
        with pytest.raises(PowerlistError, match=r"a\.xlsx"):
            read(tmp_path / "a.xlsx")


def test_a_list_in_a_folder_called_powerlist_is_a_list() -> None:
    path = (
        b'<mc:absPath url="C:\\powerlist\\"/><definedName name="powerlist">1</definedName><sheet name="x"/>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", path)
    assert not is_own(buffer.getvalue())


def test_a_formula_that_a_unit_typed_is_its_value_and_never_run(tmp_path: Path) -> None:
    (parcel, *_) = split(BUREAU).parcels
    (tmp_path / "p.xlsx").write_bytes(parcel.content)

    def type_formula(book: openpyxl.Workbook) -> None:
        book["职权"]["S2"] = '=HYPERLINK("http://127.0.0.1", "x")'

    collected = collect([changed(tmp_path / "p.xlsx", type_formula)], BUREAU)
    assert collected.register == BUREAU


def test_a_copy_saved_as_an_old_workbook_is_read(tmp_path: Path) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    for page in openpyxl.load_workbook(io.BytesIO(OURS)):
        copy = book.add_sheet(page.title)
        for row in page.iter_rows():
            for cell in row:
                if cell.value is not None:
                    copy.write(cell.row - 1, cell.column - 1, cell.value)
    book.save(str(tmp_path / "a.xls"))
    assert read(tmp_path / "a.xls").register == SMALL
