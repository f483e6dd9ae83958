"""What a document has beside plain text in cells is read as it is seen, and told once with its place."""

from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import _Cell

from powerlist.formats import Reading
from powerlist.model.severity import Severity
from tests.formats.word.documents import put, reading_of, saved, table_of

BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}"
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent>"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
LINE = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def document() -> Docx:
    made = Document()
    head = ["序号", "权力类型", "事项名称", "附注"]
    table_of(made, [head, ["1", "行政许可", "甲类审批", "原文"], ["2", "行政许可", "乙类审批", "原文"]])
    return made


def cell(made: Docx, row: int = 1) -> _Cell:
    return made.tables[0].cell(row, 3)


def read_again(made: Docx, folder: Path) -> tuple[list[str], list[tuple[str, str]], Reading]:
    """The texts of the column 附注, the problems with their places, and everything."""
    reading = reading_of(saved(made), folder)
    texts = [o.raw for key, o in reading.register.origins.items() if key[1] == "columns:附注"]
    return texts, [(found.code, found.source.cell) for found in reading.problems], reading


def test_insertions_count_and_deletions_do_not(tmp_path: Path) -> None:
    made = document()
    for row in (1, 2):
        put(cell(made, row).paragraphs[0], '<w:ins w:id="1"><w:r><w:t>新字</w:t></w:r></w:ins>')
        put(cell(made, row).paragraphs[0], '<w:del w:id="2"><w:r><w:delText>旧字</w:delText></w:r></w:del>')
    texts, problems, reading = read_again(made, tmp_path)
    assert texts == ["原文新字", "原文新字"]
    assert problems == [("tracked-changes", "表1第2行第4列")]
    assert "共4处" in reading.problems[0].text.zh
    assert reading.problems[0].severity is Severity.WARNING


def test_what_was_moved_is_where_it_is_now(tmp_path: Path) -> None:
    made = document()
    put(cell(made, 1).paragraphs[0], '<w:moveFrom w:id="1"><w:r><w:t>移走</w:t></w:r></w:moveFrom>')
    put(cell(made, 2).paragraphs[0], '<w:moveTo w:id="2"><w:r><w:t>移走</w:t></w:r></w:moveTo>')
    assert read_again(made, tmp_path)[0] == ["原文", "原文移走"]


def test_a_deleted_row_is_gone_and_a_new_one_is_there(tmp_path: Path) -> None:
    made = document()
    gone, new = made.tables[0]._tbl.tr_lst[1:]
    gone.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="1"/>'))
    new.get_or_add_trPr().append(parse_xml(f'<w:ins {nsdecls("w")} w:id="2"/>'))
    _, problems, reading = read_again(made, tmp_path)
    assert [power.name for power in reading.register.powers] == ["乙类审批"]
    assert [code for code, _ in problems] == ["tracked-changes"]
    place = reading.register.source_of(reading.register.powers[0], "name")
    assert str(place) == "权责清单.docx 表1第2行第3列"


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next(tmp_path: Path) -> None:
    made = document()
    first = cell(made).paragraphs[0]
    first._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="2"/></w:rPr>'))
    cell(made).add_paragraph("下文")
    assert read_again(made, tmp_path)[0] == ["原文下文", "原文"]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    made = document()
    put(cell(made).paragraphs[0], BOX.format(LINE.format("框中字")))
    cell(made).add_paragraph("下一段")
    texts, problems, _ = read_again(made, tmp_path)
    assert texts[0].split("\n") == ["原文", "框中字", "下一段"]
    assert problems == [("text-box", "表1第2行第4列")]


def test_a_table_in_a_cell_is_read_row_by_row(tmp_path: Path) -> None:
    made = document()
    inner = cell(made).add_table(2, 2)
    for at, text in enumerate(("一次", "告知", "两次", "说明")):
        inner.cell(at // 2, at % 2).text = text
    cell(made).add_paragraph("下文")
    texts, problems, _ = read_again(made, tmp_path)
    assert texts[0].split("\n") == ["原文", "一次；告知", "两次；说明", "下文"]
    assert problems == [("nested-table", "表1第2行第4列")]


def test_a_list_inside_a_text_box_is_a_list(tmp_path: Path) -> None:
    made = document()
    table = made.tables[0]._tbl
    put(made.add_paragraph(), BOX.format("<w:p/>"))
    for content in made.element.body.xpath(".//w:txbxContent"):
        content.append(parse_xml(table.xml))
    table.getparent().remove(table)
    reading = reading_of(saved(made), tmp_path)
    assert [power.name for power in reading.register.powers] == ["甲类审批", "乙类审批"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("<w:r><w:footnoteReference w:id='1'/></w:r>", "footnote"),
        ("<w:r><w:endnoteReference w:id='1'/></w:r>", "footnote"),
        ("<w:r><w:commentReference w:id='1'/></w:r>", "comment"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>", "hidden-text"),
    ],
)
def test_what_is_not_read_is_told(raw: str, code: str, tmp_path: Path) -> None:
    made = document()
    put(cell(made).paragraphs[0], raw)
    texts, problems, _ = read_again(made, tmp_path)
    assert texts == ["原文", "原文"]
    assert problems == [(code, "表1第2行第4列")]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>看得见</w:t></w:r>", "原文看得见"),
        ("<w:r><w:noBreakHyphen/><w:t>甲</w:t><w:softHyphen/></w:r>", "原文-甲"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:char='2460'/></w:r>", "原文①"),
        ("<w:r><w:br/><w:t>甲</w:t><w:br w:type='page'/></w:r>", "原文\n甲"),
        ("<w:fldSimple w:instr='DATE'><w:r><w:t>2024</w:t></w:r></w:fldSimple>", "原文2024"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>jia</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase>"
         "</w:ruby></w:r>", "原文甲"),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入文字</w:t></w:r>"
         "</w:sdtContent></w:sdt>", "原文"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>填好的</w:t></w:r></w:sdtContent></w:sdt>", "原文填好的"),
        ("<w:bookmarkStart w:id='1' w:name='a'/><w:proofErr w:type='spellStart'/>", "原文"),
    ],
)  # fmt: skip
def test_signs_are_read_as_they_are_seen(raw: str, text: str, tmp_path: Path) -> None:
    made = document()
    put(cell(made).paragraphs[0], raw)
    texts, problems, _ = read_again(made, tmp_path)
    assert texts[0] == text
    assert not problems


def test_what_stands_in_a_title_is_told_above_its_table_and_what_follows_the_lists_is_not(
    tmp_path: Path,
) -> None:
    ins = '<w:ins w:id="1"><w:r><w:t>清单</w:t></w:r></w:ins>'
    made = document()
    put(made.add_paragraph(), ins)
    assert read_again(made, tmp_path)[1] == []
    title = made.paragraphs[-1]._p
    made.tables[0]._tbl.addprevious(title)
    assert read_again(made, tmp_path)[1] == [("tracked-changes", "表1上方")]
