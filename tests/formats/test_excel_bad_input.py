"""Files that cannot be used are refused with one sentence; nothing in them is ever run or fetched."""

import io
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlwt

from powerlist.errors import InputError, UsageError
from powerlist.formats import read
from tests.formats.lists import blocks
from tests.formats.workbooks import Block, as_xls, as_xlsx, plain, reading_of

XLSX = as_xlsx(plain(blocks(1)))
XLS = as_xls(plain(blocks(1)))


def patched(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The good workbook with one part of its zip changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(XLSX)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return buffer.getvalue()


def cell_in_the_far_corner() -> bytes:
    row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return patched("xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", row))


def old_cell_in_an_impossible_place() -> bytes:
    book = xlwt.Workbook()
    page = book.add_sheet("a")
    page.write(0, 0, 3.14159265)
    page.write(1, 1, 2.71828182)
    buffer = io.BytesIO()
    book.save(buffer)
    data = bytearray(buffer.getvalue())
    at = data.index(struct.pack("<HH", 0x203, 14))
    data[at + 4 : at + 8] = struct.pack("<HH", 65535, 65535)
    return bytes(data)


def encrypted() -> bytes:
    """A compound file with the stream that a password on an .xlsx makes."""
    name, locked = "Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
    at = XLS.index(name + b"\0\0")
    return XLS[:at] + locked + XLS[at + len(locked) : at + 64] + struct.pack("<H", 34) + XLS[at + 66 :]


def with_file_password(kind: int) -> bytes:
    """An old workbook with a FILEPASS record after its first."""
    at = XLS.index(struct.pack("<HH", 0x809, 16))
    record = struct.pack("<HHHHH", 0x2F, 6, kind, 0x1234, 0x5678)
    return XLS[: at + 20] + record + XLS[at + 20 + len(record) :]


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(600):
                part.write(bytes(1 << 20))
    return buffer.getvalue()


def other_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", b"<document/>")
    return buffer.getvalue()


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "an empty file": ("清单.xlsx", lambda: b"", "文件是空的"),
    "a CSV called .xlsx": ("清单.xlsx", lambda: "序号,事项名称\n1,甲".encode("gbk"), "CSV"),
    "a web page called .xls": ("清单.xls", lambda: b"<html><table></table></html>", "网页"),
    "a PDF": ("清单.pdf", lambda: b"%PDF-1.7 \x00", "不是清单文件"),
    "a picture called .xlsx": ("清单.xlsx", lambda: b"\x89PNG\r\n\x1a\n\0\0", "不是清单文件"),
    "a text": ("清单.txt", lambda: "一些文字".encode(), "不是清单文件"),
    "another zip": ("清单.xlsx", other_zip, "不是Excel"),
    "half a workbook": ("清单.xlsx", lambda: XLSX[: len(XLSX) // 2], "损坏"),
    "half an old workbook": ("清单.xls", lambda: XLS[:700], ""),
    "only the mark of an old workbook": ("清单.xls", lambda: XLS[:8] + bytes(2000), "损坏"),
    "a password on .xlsx": ("清单.xlsx", encrypted, "密码"),
    "a password on .xls": ("清单.xls", lambda: with_file_password(1), "密码"),
    "a weak password on .xls": ("清单.xls", lambda: with_file_password(0), "密码"),
    "a zip bomb": ("清单.xlsx", bomb, "压缩炸弹"),
    "a cell in the far corner": ("清单.xlsx", cell_in_the_far_corner, "范围过大"),
    "a cell in an impossible place": ("清单.xls", old_cell_in_an_impossible_place, "异常"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_with_one_sentence(case: str, tmp_path: Path) -> None:
    name, make, says = BAD[case]
    (tmp_path / name).write_bytes(make())
    with pytest.raises(InputError) as caught:
        read(tmp_path / name)
    assert caught.value.text.zh.startswith(name)
    assert says in caught.value.text.zh
    assert "\n" not in caught.value.text.zh
    assert caught.value.text.en.startswith(name)


def test_a_file_of_200_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "大.xlsx"
    with path.open("wb") as file:
        file.truncate(200 << 20)
    with pytest.raises(InputError, match="200 MB"):
        read(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="没有这个文件"):
        read(tmp_path / "无.xlsx")


def test_entities_are_neither_resolved_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密")
    head = f'<!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY e SYSTEM "{secret.as_uri()}">]><sst'
    first = blocks(1)[0].rows[0]["name"].encode()
    data = patched(
        "xl/sharedStrings.xml",
        lambda xml: xml.replace(b"<sst", head.encode(), 1).replace(first, first + b"&b;&e;"),
    )
    with pytest.raises(InputError, match="损坏") as caught:
        reading_of(data, tmp_path)
    assert "机密" not in caught.value.text.zh


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>审批",
        "=cmd|'/c calc'!A1",
        "{{7*7}}#typst[x]",
        "长" * 200,
        "𬭚矿开采",
        '"];x[',
    ],
)
def test_hostile_names_are_only_names(name: str, tmp_path: Path) -> None:
    items = [Block(({**blocks(1)[0].rows[0], "name": name},))]
    for data in (as_xlsx(plain(items)), as_xls(plain(items))):
        power = reading_of(data, tmp_path).register.powers[0]
        assert power.name == name


def test_a_wrong_column_map_is_refused_with_the_known_fields(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="duties"):
        reading_of(XLSX, tmp_path, column_map={"办结周期": "nonsense"})


@pytest.mark.parametrize("data", [XLSX, XLS], ids=["xlsx", "xls"])
def test_damaged_bytes_end_in_a_register_or_a_sentence(data: bytes, tmp_path: Path) -> None:
    dice = random.Random(3)
    for _ in range(12):
        broken = bytearray(data)
        for _ in range(dice.choice((1, 5, 50))):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        try:
            reading_of(bytes(broken), tmp_path)
        except InputError:
            continue
