"""Documents that cannot be used are refused with one sentence that says what to do."""

import io
import random
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from docx import Document

from powerlist.errors import InputError
from powerlist.formats import read
from powerlist.formats.header import HeadingTable
from powerlist.formats.word.reading import read_word
from powerlist.practice.headings import load_headings
from tests.formats import workbooks
from tests.formats.lists import blocks
from tests.formats.test_excel_bad_input import XLS, encrypted
from tests.formats.word.documents import as_docx, reading_of, saved
from tests.formats.workbooks import as_xlsx, plain
from tests.work import calls

DOCX = as_docx(plain(blocks(1)))
MAIN = "word/document.xml"


def patched(change: Callable[[bytes], bytes], part: str = MAIN) -> bytes:
    """The good document with one part of its zip changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DOCX)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return buffer.getvalue()


def without_tables() -> bytes:
    document = Document()
    document.add_paragraph("1.甲类审批")
    return saved(document)


def word_97() -> bytes:
    """A compound file with the stream of a Word document, and none of a workbook."""
    at, name = XLS.index("Workbook".encode("utf-16-le")), "WordDocument".encode("utf-16-le")
    return XLS[:at] + name + XLS[at + len(name) :]


def word_97_by_class() -> bytes:
    """A compound file whose root says that it is Word's."""
    sector, first = 1 << struct.unpack_from("<H", XLS, 30)[0], struct.unpack_from("<I", XLS, 48)[0]
    at = (first + 1) * sector + 80
    return XLS[:at] + bytes.fromhex("0609020000000000c000000000000046") + XLS[at + 16 :]


def locked_zip() -> bytes:
    """Every entry says that it is encrypted."""
    data = bytearray(DOCX)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def nested(depth: int) -> bytes:
    """Tables in tables in tables."""
    inner = b"<w:tbl><w:tr><w:tc><w:p/>" * depth + b"<w:p/></w:tc></w:tr></w:tbl>" * depth
    return patched(lambda xml: xml.replace(b"<w:body>", b"<w:body>" + inner, 1))


def too_many_tags() -> bytes:
    """So many that their tree would fill the memory, with enough noise to be no bomb."""
    return patched(lambda xml: random.Random(1).randbytes(1 << 20) + b"<" * 10_000_001)


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "no table": ("清单.docx", without_tables, "没有表格"),
    "no rows": ("清单.docx", lambda: patched(lambda xml: xml.replace(b"<w:tr>", b"<w:trash>")), "损坏"),
    "Word 97": ("清单.doc", word_97_by_class, "另存为.docx"),
    "Word 97 called .docx": ("清单.docx", word_97, "旧格式"),
    "a password": ("清单.docx", encrypted, "密码"),
    "a password on the zip": ("清单.docx", locked_zip, "密码"),
    "half a document": ("清单.docx", lambda: DOCX[: len(DOCX) // 2], "损坏"),
    "broken XML": ("清单.docx", lambda: patched(lambda xml: xml[:-20]), "损坏"),
    "another root": ("清单.docx", lambda: patched(lambda xml: b"<a/>"), "损坏"),
    "nothing in it": ("清单.docx", lambda: patched(lambda xml: b""), "损坏"),
    "broken numbering": ("清单.docx", lambda: patched(lambda xml: b"<", "word/numbering.xml"), "损坏"),
    "a zip bomb": ("清单.docx", lambda: patched(lambda xml: b" " * (600 << 20)), "压缩炸弹"),
    "a bomb of tags": ("清单.docx", lambda: patched(lambda xml: b"<a/>" * 11_000_000), "压缩炸弹"),
    "too many tags": ("清单.docx", too_many_tags, "过大"),
    "a million levels": ("清单.docx", lambda: nested(5000), "损坏"),
    "RTF": ("清单.doc", lambda: b"{\\rtf1\\ansi \\trowd\\cell\\row}", "RTF"),
    "a web page called .doc": ("清单.doc", lambda: b"<html><table></table></html>", "网页"),
    "a text called .docx": ("清单.docx", lambda: "一些文字".encode(), "另存为.docx"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_document_is_refused_with_one_sentence(case: str, tmp_path: Path) -> None:
    name, make, says = BAD[case]
    (tmp_path / name).write_bytes(make())
    with pytest.raises(InputError) as caught:
        read(tmp_path / name)
    assert caught.value.text.zh.startswith(name)
    assert says in caught.value.text.zh
    assert "\n" not in caught.value.text.zh
    assert caught.value.text.en.startswith(name)


def test_entities_are_neither_resolved_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密")
    entities = f'<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY e SYSTEM "{secret.as_uri()}">'
    head = f"<!DOCTYPE z [{entities}]><w:document"
    first = blocks(1)[0].rows[0]["name"].encode()
    data = patched(
        lambda xml: xml.replace(b"<w:document", head.encode(), 1).replace(first, first + b"&b;&e;")
    )
    with pytest.raises(InputError, match="损坏") as caught:
        reading_of(data, tmp_path)
    assert "机密" not in caught.value.text.zh


@pytest.mark.parametrize("depth", [20, 60, 100, 250])
def test_deep_nesting_ends_in_a_register_or_a_sentence(depth: int, tmp_path: Path) -> None:
    with suppress(InputError):
        assert reading_of(nested(depth), tmp_path).register.powers


def test_damaged_bytes_end_in_a_register_or_a_sentence(tmp_path: Path) -> None:
    dice = random.Random(3)
    refused = 0
    for _ in range(60):
        broken = bytearray(DOCX)
        for _ in range(dice.choice((1, 5, 50))):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        try:
            reading_of(bytes(broken), tmp_path)
        except InputError:
            refused += 1
    assert refused


def test_damaged_xml_ends_in_a_register_or_a_sentence(tmp_path: Path) -> None:
    dice = random.Random(5)
    words = [
        b"w:tc",
        b"w:tr",
        b"w:p",
        b"w:tbl",
        b'w:val="',
        b"gridSpan",
        b"-1",
        b"99999999999",
        b"vMerge",
        b"w:r",
    ]
    for _ in range(60):

        def change(xml: bytes) -> bytes:
            for _ in range(dice.choice((1, 3))):
                old, new = dice.choice(words), dice.choice(words)
                xml = xml.replace(old, new, dice.randint(1, 9))
            return xml

        try:
            reading_of(patched(change), tmp_path)
        except InputError:
            continue


@pytest.mark.parametrize("says", ["999999999", "-5", "0", "x", ""])
def test_a_span_that_makes_no_sense_is_no_trap(says: str, tmp_path: Path) -> None:
    span = f'<w:tcPr><w:gridSpan w:val="{says}"/>'.encode()
    data = patched(lambda xml: xml.replace(b"<w:tcPr>", span, 40))
    assert reading_of(data, tmp_path).files


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>审批", "=cmd|'/c calc'!A1", "{{7*7}}#typst[x]", "𬭚矿开采", '"];x[']
)
def test_hostile_names_are_only_names(name: str, tmp_path: Path) -> None:
    items = [workbooks.Block(({**blocks(1)[0].rows[0], "name": name},))]
    assert reading_of(as_docx(plain(items)), tmp_path).register.powers[0].name == name


def test_the_suffix_says_nothing(tmp_path: Path) -> None:
    expected = reading_of(DOCX, tmp_path).register
    assert reading_of(DOCX, tmp_path, "清单.xlsx").register == expected
    workbook = workbooks.reading_of(as_xlsx(plain(blocks(1))), tmp_path, "清单.docx").register
    assert workbook == expected


def test_a_strict_document_is_a_document(tmp_path: Path) -> None:
    loose = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = patched(lambda xml: xml.replace(loose, b"http://purl.oclc.org/ooxml/wordprocessingml/main"))
    assert reading_of(strict, tmp_path).register == reading_of(DOCX, tmp_path).register


def test_the_work_grows_with_the_rows_and_no_faster() -> None:
    table = HeadingTable.of(load_headings(), None)

    def work(count: int) -> int:
        body = b"<w:tr>" + b"<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>" * 14 + b"</w:tr>"
        data = patched(lambda xml: xml.replace(b"</w:tbl>", body * count + b"</w:tbl>"))
        read = []
        spent = calls(lambda: read.append(read_word(data, "清单.docx", table)))
        assert len(read[0].grids[0].rows) > count
        return spent

    assert work(2000) < 11 * work(200)
