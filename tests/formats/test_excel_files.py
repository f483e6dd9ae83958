"""Several files fill one register; what was found is reported file by file."""

from pathlib import Path

from powerlist.formats import Reading, read, report_json
from tests.formats.readings import codes, names, read_rows
from tests.formats.workbooks import Sheet, as_xls, as_xlsx


def two_files(folder: Path, first: list[list[str]], second: list[list[str]]) -> Reading:
    (folder / "甲.xlsx").write_bytes(as_xlsx(Sheet("清单", first)))
    (folder / "乙.xls").write_bytes(as_xls(Sheet("清单", second)))
    return read([folder / "甲.xlsx", folder / "乙.xls"])


def test_two_files_fill_one_register_by_code_then_by_name(tmp_path: Path) -> None:
    reading = two_files(
        tmp_path,
        [
            ["职权编码", "事项名称", "权力类型", "设定依据"],
            ["A01", "甲", "行政许可", "《甲法》第三条"],
            ["", "乙", "行政处罚", ""],
        ],
        [
            ["职权编码", "事项名称", "权力类型", "责任事项"],
            ["A01", "甲", "行政许可", "1.受理。"],
            ["", "乙", "行政处罚", "1.立案。"],
        ],
    )
    register = reading.register
    assert [power.name for power in register.powers] == ["甲", "乙"]
    assert [duty.power for duty in register.duties] == [power.id for power in register.powers]
    assert len(register.bases) == 1
    assert not reading.problems


def test_clashes_between_files_are_told_by_cell(tmp_path: Path) -> None:
    head = ["职权编码", "事项名称", "权力类型", "法定时限"]
    reading = two_files(
        tmp_path,
        [head, ["A01", "甲", "行政许可", "20个工作日"]],
        [head, ["A01", "甲（改）", "行政许可", "30个工作日"]],
    )
    assert [(p.code, str(p.source)) for p in reading.problems] == [
        ("clash", "乙.xls:清单!D2"),
        ("clash", "乙.xls:清单!B2"),
    ]
    (power,) = reading.register.powers
    assert power.name == "甲"
    assert power.statutory_limit
    assert power.statutory_limit.value == 20
    assert "甲.xlsx:清单!D2" in reading.problems[0].text.zh


def test_the_same_file_twice_is_a_duplicate(tmp_path: Path) -> None:
    data = as_xlsx(Sheet("清单", [["事项名称", "权力类型"], ["甲", "行政许可"]]))
    for name in ("甲.xlsx", "副本.xlsx"):
        (tmp_path / name).write_bytes(data)
    reading = read([tmp_path / "甲.xlsx", tmp_path / "副本.xlsx"])
    assert names(reading) == ["甲"]
    assert [file.duplicate_of for file in reading.files] == [None, "甲.xlsx"]
    assert [found.code for found in reading.problems] == ["duplicate-file"]


def test_a_code_used_twice_identifies_nothing(tmp_path: Path) -> None:
    rows = [
        ["职权编码", "事项名称", "权力类型"],
        ["A01", "甲", "行政许可"],
        ["A01", "乙", "行政许可"],
        ["A02", "丙", "行政许可"],
    ]
    reading = read_rows(tmp_path, rows)
    ids = [power.id for power in reading.register.powers]
    assert ids[2] == "A02"
    assert not set(ids[:2]) & {"A01"}
    assert codes(reading) == [("code-repeated", "A3")]


def test_the_report_has_the_promised_shape(tmp_path: Path) -> None:
    rows = [
        ["事项名称", "权力类型", "设定依据"],
        ["甲", "行政处罚", "无题名"],
        ["乙", "行政许可", "《甲法》第三条"],
    ]
    report = report_json(read_rows(tmp_path, rows), "zh")
    (file,) = report["files"]
    assert (file["file"], file["duplicate_of"]) == ("清单.xlsx", None)
    (sheet,) = file["sheets"]
    assert {key: sheet[key] for key in ("sheet", "header_row", "items", "sub_items", "types")} == {
        "sheet": "清单",
        "header_row": 1,
        "items": 2,
        "sub_items": 0,
        "types": {"行政许可": 1, "行政处罚": 1},
    }
    (found,) = sheet["problems"]
    assert (found["cell"], found["code"]) == ("C2", "basis-unreadable")
    assert found["message"]
    assert report["totals"] == {"items": 2, "types": {"行政许可": 1, "行政处罚": 1}}
