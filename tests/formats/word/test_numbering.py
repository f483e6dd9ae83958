"""Word does not store the numbers that it shows; they are counted as Word counts them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from powerlist.formats.word.numerals import numeral
from tests.formats.lists import blocks
from tests.formats.word.documents import as_docx, define_list, numbered, put, reading_of, saved, table_of
from tests.formats.workbooks import plain

LAWLIKE = [
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
]


def kept_text(document: Docx, folder: Path) -> str:
    """What stands in the column 附注 of the first item."""
    register = reading_of(saved(document), folder).register
    return next(o.raw for key, o in register.origins.items() if key[1] == "columns:附注")


def one_item(lines: Sequence[tuple[str, int | None, int]], document: Docx | None = None) -> Docx:
    """A list whose only item has these lines (text, list or None, level) in the column 附注."""
    made = document or Document()
    table = table_of(made, [["序号", "事项名称", "权力类型", "附注"], ["1", "甲类审批", "行政许可", ""]])
    cell = table.cell(1, 3)
    for place, (text, num, level) in enumerate(lines):
        paragraph = cell.paragraphs[0] if not place else cell.add_paragraph()
        paragraph.add_run(text)
        if num is not None:
            numbered(paragraph, num, level)
    return made


def test_nested_numbers_restart_below_each_higher_one(tmp_path: Path) -> None:
    document = Document()
    define_list(document, 91, LAWLIKE, [91])
    lines = [
        ("受理", 91, 0),
        ("公示", 91, 1),
        ("告知", 91, 1),
        ("材料", 91, 2),
        ("审查", 91, 0),
        ("核查", 91, 1),
    ]
    text = kept_text(one_item(lines, document), tmp_path)
    assert text.split("\n") == ["一、受理", "（一）公示", "（二）告知", "1.材料", "二、审查", "（一）核查"]


def test_a_level_may_show_the_levels_above_it(tmp_path: Path) -> None:
    document = Document()
    define_list(document, 91, [("chineseCounting", "第%1条"), ("decimal", "%1.%2")], [91], extra="<w:isLgl/>")
    lines = [("甲", 91, 0), ("乙", 91, 1), ("丙", 91, 1), ("丁", 91, 0), ("戊", 91, 1)]
    text = kept_text(one_item(lines, document), tmp_path)
    assert text.split("\n") == ["第1条 甲", "1.1 乙", "1.2 丙", "第2条 丁", "2.1 戊"]


def test_lists_of_one_pattern_count_on_unless_one_says_where_it_starts(tmp_path: Path) -> None:
    document = Document()
    define_list(document, 91, [("decimal", "%1.")], [91, 92, 93], starts={93: (0, 1)})
    lines = [("甲", 91, 0), ("乙", 92, 0), ("丙", 93, 0), ("丁", 93, 0), ("戊", None, 0), ("己", 91, 0)]
    text = kept_text(one_item(lines, document), tmp_path)
    assert text.split("\n") == ["1.甲", "2.乙", "1.丙", "2.丁", "戊", "3.己"]


def test_two_patterns_count_apart_and_a_bullet_is_no_number(tmp_path: Path) -> None:
    document = Document()
    define_list(document, 91, [("decimal", "%1.")], [91])
    define_list(document, 92, [("decimalEnclosedCircle", "%1")], [92])
    define_list(document, 93, [("bullet", "\uf0b7")], [93])
    lines = [("甲", 91, 0), ("乙", 92, 0), ("丙", 93, 0), ("丁", 92, 0), ("戊", 91, 0)]
    text = kept_text(one_item(lines, document), tmp_path)
    assert text.split("\n") == ["1.甲", "① 乙", "丙", "② 丁", "2.戊"]


def test_a_level_that_never_restarts_counts_through(tmp_path: Path) -> None:
    document = Document()
    define_list(
        document, 91, [("decimal", "%1."), ("decimal", "（%2）")], [91], extra='<w:lvlRestart w:val="0"/>'
    )
    lines = [("甲", 91, 0), ("乙", 91, 1), ("丙", 91, 0), ("丁", 91, 1)]
    text = kept_text(one_item(lines, document), tmp_path)
    assert text.split("\n") == ["1.甲", "（1）乙", "2.丙", "（2）丁"]


def test_a_style_puts_its_paragraphs_into_a_list_and_list_0_takes_one_out(tmp_path: Path) -> None:
    document = Document()
    define_list(document, 91, LAWLIKE, [91])
    style = document.styles["List Paragraph"].element
    style.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="2"/><w:numId w:val="91"/></w:numPr>')
    )
    made = one_item([("甲", None, 0), ("乙", None, 0), ("丙", 0, 0)], document)
    for paragraph in made.tables[0].cell(1, 3).paragraphs:
        paragraph.style = document.styles["List Paragraph"]
    assert kept_text(made, tmp_path).split("\n") == ["1.甲", "2.乙", "丙"]


def test_a_deleted_paragraph_is_not_counted(tmp_path: Path) -> None:
    document = Document()
    define_list(document, 91, [("decimal", "%1.")], [91])
    made = one_item([("甲", 91, 0), ("", 91, 0), ("丙", 91, 0)], document)
    gone = made.tables[0].cell(1, 3).paragraphs[1]
    put(gone, '<w:del w:id="1"><w:r><w:delText>乙</w:delText></w:r></w:del>')
    gone._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="2"/></w:rPr>'))
    assert kept_text(made, tmp_path).split("\n") == ["1.甲", "2.丙"]


def test_numbers_typed_and_numbers_left_to_word_are_the_same_list(tmp_path: Path) -> None:
    sheet = plain(blocks(4))
    typed = reading_of(as_docx(sheet), tmp_path)

    def leave_to_word(document: Docx) -> None:
        column, lists = sheet.column("duties"), 100
        for row in document.tables[0].rows:
            for paragraph in row.cells[column].paragraphs:
                mark, dot, rest = paragraph.text.partition(".")
                if dot and mark == "1":
                    lists += 1
                    define_list(document, lists, [("decimal", "%1.")], [lists])
                if dot and mark.isdigit():
                    paragraph.runs[0].text = rest
                    numbered(paragraph, lists)

    left = reading_of(as_docx(sheet, change=leave_to_word), tmp_path)
    assert left.register == typed.register
    cells = Document(tmp_path / "权责清单.docx").tables[0].column_cells(sheet.column("duties"))
    assert not any(cell.text.startswith("1.") for cell in cells)
    assert len(left.register.duties) > 10


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("decimal", "1 9 10 11 20 21 101 110"),
        ("decimalZero", "01 09 10 11 20 21 101 110"),
        ("chineseCounting", "一 九 十 十一 二十 二十一 一百零一 一百一十"),
        ("ideographDigital", "一 九 一〇 一一 二〇 二一 一〇一 一一〇"),
        ("chineseLegalSimplified", "壹 玖 壹拾 壹拾壹 贰拾 贰拾壹 壹佰零壹 壹佰壹拾"),
        ("ideographTraditional", "甲 壬 癸 11 20 21 101 110"),
        ("decimalEnclosedCircleChinese", "① ⑨ ⑩ ⑪ ⑳ 21 101 110"),
        ("lowerRoman", "i ix x xi xx xxi ci cx"),
        ("upperLetter", "A I J K T U WWWW FFFFF"),
        ("decimalFullWidth", "１ ９ １０ １１ ２０ ２１ １０１ １１０"),
        ("something-new", "1 9 10 11 20 21 101 110"),
    ],
)
def test_every_way_to_count(kind: str, shown: str) -> None:
    assert " ".join(numeral(number, kind) for number in (1, 9, 10, 11, 20, 21, 101, 110)) == shown


def test_thousands_and_what_cannot_be_written() -> None:
    assert numeral(1010, "chineseCounting") == "一千零一十"
    assert numeral(10_000, "chineseCounting") == "10000"
    assert numeral(0, "upperRoman") == "0"
