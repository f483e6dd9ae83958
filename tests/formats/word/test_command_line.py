"""A clerk's Word list through the real program: read, kept as YAML with its places, checked."""

import json
from pathlib import Path

from docx import Document

from tests.cli.test_cli import powerlist
from tests.formats.lists import blocks
from tests.formats.word.documents import as_docx, saved, table_of
from tests.formats.workbooks import as_xlsx, plain


def small(folder: Path) -> None:
    document = Document()
    document.add_heading("示例县某局权责清单", 0)
    document.add_paragraph("填报单位：办公室")
    table_of(document, [["联系人岗位", "电话"], ["综合岗", "0000-1234567"]])
    document.add_heading("行政许可", 1)
    head = ["序号", "职权编码", "事项名称", "责任事项"]
    rows = [
        head,
        ["1", "DM01", "甲类审批", "1.受理责任：公示材料。"],
        ["2", "", "乙类审批", "1.受理责任：公示材料。"],
    ]
    table_of(document, rows)
    (folder / "a.docx").write_bytes(saved(document))


def test_a_finding_names_the_cell_of_the_document(tmp_path: Path) -> None:
    small(tmp_path)
    done = powerlist("check", "a.docx", "--select", "C01", folder=tmp_path)
    assert "清单文件：a.docx" in done.stdout
    assert "（表2第3行第3列）" in done.stdout
    assert done.returncode == 1


def test_a_list_kept_as_yaml_still_names_the_cell_of_the_document(tmp_path: Path) -> None:
    small(tmp_path)
    done = powerlist("import", "a.docx", "-o", "a.yaml", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "a.docx [表2]：表头在第1行，2项" in done.stdout
    assert (tmp_path / "a.origins.jsonl").is_file()
    told = powerlist("check", "a.yaml", "--select", "C01", folder=tmp_path).stdout
    assert "清单文件：a.docx" in told
    assert "（表2第3行第3列）" in told


def test_a_document_and_a_workbook_make_one_list(tmp_path: Path) -> None:
    items = blocks(9, 6)
    (tmp_path / "a.docx").write_bytes(as_docx(plain(items[:3])))
    (tmp_path / "b.xlsx").write_bytes(as_xlsx(plain(items[3:])))
    done = powerlist("import", "a.docx", "b.xlsx", "--json", folder=tmp_path)
    told = json.loads(done.stdout)
    assert [file["file"] for file in told["files"]] == ["a.docx", "b.xlsx"]
    assert told["totals"]["items"] == 6


def test_what_cannot_be_read_is_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("没有表格")
    (tmp_path / "a.docx").write_bytes(saved(document))
    done = powerlist("import", "a.docx", folder=tmp_path)
    assert done.returncode == 2
    assert "没有表格" in done.stderr
    assert "Traceback" not in done.stderr
