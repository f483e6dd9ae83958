"""What stands around and between the tables of a document, and what people call its cells."""

from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from powerlist.formats import Reading, read
from powerlist.formats.uploads import read_uploads
from powerlist.model.codes import PowerType
from powerlist.model.fingerprint import fingerprint
from tests.formats.lists import blocks
from tests.formats.readings import names
from tests.formats.word.documents import (
    add_table,
    as_docx,
    define_list,
    numbered,
    reading_of,
    saved,
    table_of,
)
from tests.formats.workbooks import Sheet, as_xls, as_xlsx, plain

HEAD = ["序号", "事项名称", "设定依据"]


def read_document(document: Docx, folder: Path) -> Reading:
    return reading_of(saved(document), folder)


def types(reading: Reading) -> dict[str, PowerType | None]:
    return {power.name: power.type for power in reading.register.powers}


def places(reading: Reading) -> dict[str, str]:
    """Where the name of each power stands."""
    register = reading.register
    return {power.name: str(register.source_of(power, "name")) for power in register.powers}


def cut_list(*between: str, header: bool) -> Docx:
    """Three items; the last two in a second table below these lines."""
    document = Document()
    table_of(document, [HEAD, ["1", "甲类审批", "《示例办法》第一条"]])
    for line in ("", *between):
        document.add_paragraph(line)
    rows = [["2", "乙类审批", "《示例办法》第二条"], ["3", "丙类审批", "《示例办法》第三条"]]
    table_of(document, [HEAD, *rows] if header else rows)
    return document


def test_a_place_reads_as_people_say_it(tmp_path: Path) -> None:
    document = Document()
    table_of(document, [["填报单位", "示例县某局"]])
    document.add_paragraph("行政许可清单")
    table_of(
        document, [HEAD, ["1", "甲类审批", "《示例办法》第一条"], ["2", "乙类审批", "《示例办法》第二条"]]
    )
    read = read_document(document, tmp_path)
    assert places(read)["乙类审批"] == "权责清单.docx 表2第3行第2列"
    assert [sheet.sheet for sheet in read.files[0].sheets] == ["表1", "表2"]
    assert read.files[0].sheets[1].header_row == 1


def test_a_problem_is_told_with_its_place_and_under_its_table(tmp_path: Path) -> None:
    document = Document()
    table_of(document, [[*HEAD, "权力类型"], ["1", "甲类审批", "《示例办法》第一条", "不知何类"]])
    found = next(
        found
        for found in read_document(document, tmp_path).files[0].sheets[0].problems
        if found.code == "type-unknown"
    )
    assert str(found.source) == "权责清单.docx 表1第2行第4列"


def test_the_line_above_a_table_is_its_title(tmp_path: Path) -> None:
    document = Document()
    for title, name in (("一、行政许可（共1项）", "甲类审批"), ("二、行政处罚（共1项）", "乙类处罚")):
        document.add_paragraph(title)
        table_of(document, [HEAD, ["1", name, "《示例办法》第一条"]])
    read = read_document(document, tmp_path)
    assert types(read) == {"甲类审批": PowerType.LICENCE, "乙类处罚": PowerType.PENALTY}


def test_the_nearest_line_above_decides(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("示例县某局行政许可、行政处罚清单")
    document.add_paragraph("行政处罚")
    table_of(document, [HEAD, ["1", "乙类处罚", "《示例办法》第一条"]])
    assert types(read_document(document, tmp_path)) == {"乙类处罚": PowerType.PENALTY}


def test_a_numbered_title_is_read_with_its_number(tmp_path: Path) -> None:
    document = Document()
    define_list(document, 91, [("chineseCounting", "%1、")], [91])
    numbered(document.add_paragraph("行政处罚"), 91)
    table_of(document, [HEAD, ["1", "乙类处罚", "《示例办法》第一条"]])
    assert types(read_document(document, tmp_path)) == {"乙类处罚": PowerType.PENALTY}


def test_a_heading_holds_for_all_tables_below_it(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("行政许可", 1)
    for part, name in (("（一）设立", "甲类审批"), ("（二）变更", "乙类审批")):
        document.add_heading(part, 2)
        table_of(document, [HEAD, ["1", name, "《示例办法》第一条"]])
    document.add_heading("行政检查", 1)
    table_of(document, [HEAD, ["1", "丙类检查", "《示例办法》第一条"]])
    assert types(read_document(document, tmp_path)) == {
        "甲类审批": PowerType.LICENCE,
        "乙类审批": PowerType.LICENCE,
        "丙类检查": PowerType.INSPECTION,
    }


def test_the_authority_is_found_in_the_title(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("为规范示例县某局权力运行，现将清单公布如下。")
    document.add_paragraph("示例县某局权责清单")
    table_of(document, [HEAD, ["1", "甲类审批", "《示例办法》第一条"]])
    (tmp_path / "清单.docx").write_bytes(saved(document))
    register = read(tmp_path / "清单.docx").register
    assert register.authority.name == "示例县某局"
    assert str(register.source_of(register.authority, "name")) == "清单.docx 表1上方"


def test_a_list_cut_by_a_page_is_one_list_with_its_header_or_without(tmp_path: Path) -> None:
    with_header = read_document(cut_list(header=True), tmp_path)
    without = read_document(cut_list(header=False), tmp_path)
    assert [sheet.items for sheet in with_header.files[0].sheets] == [3]
    assert [sheet.items for sheet in without.files[0].sheets] == [3]
    assert places(with_header)["丙类审批"] == "权责清单.docx 表2第3行第2列"
    assert places(without)["丙类审批"] == "权责清单.docx 表2第2行第2列"
    assert not {found.code for found in without.problems} - {"type-missing"}


def test_a_line_that_only_says_continued_does_not_part_a_list(tmp_path: Path) -> None:
    read = read_document(cut_list("（续表）", header=False), tmp_path)
    assert [sheet.items for sheet in read.files[0].sheets] == [3]


def test_a_new_title_begins_another_list(tmp_path: Path) -> None:
    read = read_document(cut_list("二、行政处罚", header=False), tmp_path)
    assert [sheet.items for sheet in read.files[0].sheets] == [1, 2]
    assert types(read)["丙类审批"] is PowerType.PENALTY
    assert "header-from-before" in {found.code for found in read.problems}


def test_a_new_title_inside_a_table_begins_another_list(tmp_path: Path) -> None:
    document = Document()
    for title, name in (("行政许可", "甲类审批"), ("行政处罚", "乙类处罚")):
        rows = [[title, "", ""], HEAD, ["1", name, "《示例办法》第一条"]]
        add_table(document, Sheet("", rows, [(0, 0, 0, 2)]))
        document.add_paragraph()
    read = read_document(document, tmp_path)
    assert [sheet.items for sheet in read.files[0].sheets] == [1, 1]
    assert types(read) == {"甲类审批": PowerType.LICENCE, "乙类处罚": PowerType.PENALTY}


def test_a_row_cut_by_a_page_is_one_item(tmp_path: Path) -> None:
    document = Document()
    table_of(document, [HEAD, ["1", "甲类审批", "《示例办法》第一条：申请人应当向主管"]])
    document.add_paragraph()
    table_of(document, [["", "", "部门提出申请。"], ["2", "乙类审批", "《示例办法》第二条"]])
    read = read_document(document, tmp_path)
    assert names(read) == ["甲类审批", "乙类审批"]
    assert read.register.bases[0].quote == "申请人应当向主管部门提出申请。"


def test_a_merged_cell_goes_on_in_the_next_table(tmp_path: Path) -> None:
    head = ["序号", "权力类型", "事项名称", "设定依据"]
    document = Document()
    first = Sheet(
        "",
        [
            head,
            ["1", "行政许可", "甲类审批", "《示例办法》第一条"],
            ["2", "", "乙类审批", "《示例办法》第二条"],
        ],
    )
    first.merges.append((1, 1, 2, 1))
    add_table(document, first)
    document.add_paragraph()
    second = add_table(document, Sheet("", [["3", "", "丙类审批", "《示例办法》第三条"]]))
    second._tbl.tr_lst[0].tc_lst[1].get_or_add_tcPr().append(parse_xml(f"<w:vMerge {nsdecls('w')}/>"))
    assert types(read_document(document, tmp_path))["丙类审批"] is PowerType.LICENCE


def test_a_table_of_another_kind_is_no_part_of_the_list(tmp_path: Path) -> None:
    document = Document()
    table_of(document, [HEAD, ["1", "甲类审批", "《示例办法》第一条"]])
    document.add_paragraph()
    table_of(document, [["会签单位", "会签意见", "会签日期"], ["某科", "同意", "2024年"]])
    read = read_document(document, tmp_path)
    assert names(read) == ["甲类审批"]
    assert [found.source.sheet for found in read.problems if found.code == "no-header"] == ["表2"]


def test_a_table_with_a_header_row_of_its_own_is_no_part_of_the_list(tmp_path: Path) -> None:
    head = [*HEAD, "承办机构", "备注"]
    document = Document()
    table_of(document, [head, ["1", "甲类审批", "《示例办法》第一条", "审批股", ""]])
    document.add_paragraph()
    other = [["会签单位", "会签意见", "签字", "日期", "盖章"], ["某科", "同意", "甲", "2024年", "有"]]
    table = table_of(document, other)
    assert len(names(read_document(document, tmp_path))) == 3, "without the mark it looks like more rows"
    table._tbl.tr_lst[0].get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    assert names(read_document(document, tmp_path)) == ["甲类审批"]


def test_two_items_of_one_name_stay_two_over_a_page(tmp_path: Path) -> None:
    document = Document()
    table_of(document, [HEAD, ["1", "甲类审批", "《示例办法》第一条"]])
    document.add_paragraph()
    table_of(document, [HEAD, ["2", "甲类审批", "《示例办法》第二条"]])
    assert names(read_document(document, tmp_path)) == ["甲类审批", "甲类审批"]


def test_forms_in_a_document_are_items_with_their_places(tmp_path: Path) -> None:
    document = Document()
    for number, name in enumerate(("甲类审批", "乙类审批"), 1):
        rows = [
            ["事项名称", name],
            ["权力类型", "行政许可"],
            ["设定依据", "《示例办法》第一条"],
            ["承办机构", "审批股"],
        ]
        document.add_paragraph(f"第{number}张")
        table_of(document, rows)
    read = read_document(document, tmp_path)
    assert names(read) == ["甲类审批", "乙类审批"]
    assert places(read)["乙类审批"] == "权责清单.docx 表2第1行第2列"


def test_a_row_that_begins_further_right_keeps_its_columns(tmp_path: Path) -> None:
    document = Document()
    table = table_of(document, [HEAD, ["1", "甲类审批", "《示例办法》第一条：甲"], ["", "", "乙事项。"]])
    row = table._tbl.tr_lst[2]
    for cell in row.tc_lst[:2]:
        row.remove(cell)
    row.insert(0, parse_xml(f'<w:trPr {nsdecls("w")}><w:gridBefore w:val="2"/></w:trPr>'))
    read = read_document(document, tmp_path)
    assert read.register.bases[0].quote == "甲乙事项。"
    assert len(row.findall(qn("w:tc"))) == 1


def test_a_document_and_a_workbook_are_read_together(tmp_path: Path) -> None:
    items = blocks(11, 8)
    (tmp_path / "上.xlsx").write_bytes(as_xlsx(plain(items[:4])))
    (tmp_path / "下.docx").write_bytes(as_docx(plain(items[4:])))
    (tmp_path / "全.xlsx").write_bytes(as_xlsx(plain(items)))
    both = read([tmp_path / "上.xlsx", tmp_path / "下.docx"], authority="示例县某局")
    whole = read(tmp_path / "全.xlsx", authority="示例县某局")
    assert fingerprint(both.register) == fingerprint(whole.register)
    assert [file.file for file in both.files] == ["上.xlsx", "下.docx"]


def test_the_same_list_in_both_is_read_as_from_two_workbooks(tmp_path: Path) -> None:
    sheet = plain(blocks(3))
    (tmp_path / "甲.xlsx").write_bytes(as_xlsx(sheet))
    (tmp_path / "乙.docx").write_bytes(as_docx(sheet))
    (tmp_path / "乙.xls").write_bytes(as_xls(sheet))
    mixed = read([tmp_path / "甲.xlsx", tmp_path / "乙.docx"], authority="示例县某局")
    workbooks = read([tmp_path / "甲.xlsx", tmp_path / "乙.xls"], authority="示例县某局")
    assert fingerprint(mixed.register) == fingerprint(workbooks.register)
    assert len(mixed.register.powers) == 6


def test_an_uploaded_document_is_named_as_its_sender_named_it() -> None:
    uploaded = read_uploads([("权责清单.docx", as_docx(plain(blocks(2))))]).register
    assert len(uploaded.powers) == 6
    assert {origin.source.file for origin in uploaded.origins.values()} == {"权责清单.docx"}
