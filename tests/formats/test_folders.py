"""A folder of lists is read as one list; one that also holds YAML is refused in one sentence."""

from pathlib import Path

import pytest

from powerlist.errors import InputError
from powerlist.formats import read
from powerlist.model.fingerprint import fingerprint
from tests.formats.workbooks import Sheet, as_xls, as_xlsx

_HEAD = ["序号", "事项名称", "权力类型", "设定依据"]


def filled(folder: Path) -> list[Path]:
    """Three workbooks, one of them in a folder below, and what does not count."""
    paths = [folder / "甲股.xlsx", folder / "乙股" / "清单.XLS", folder / "丙股.xlsx"]
    for number, path in enumerate(paths, 1):
        path.parent.mkdir(exist_ok=True)
        rows = [_HEAD, [str(number), f"第{number}类许可", "行政许可", "《示例法》第三条"]]
        as_bytes = as_xls if path.suffix == ".XLS" else as_xlsx
        path.write_bytes(as_bytes(Sheet("清单", rows)))
    (folder / "~$甲股.xlsx").write_bytes(b"left by an open program")
    (folder / "说明.txt").write_text("notes", encoding="utf-8")
    return sorted(paths)


def test_a_folder_of_workbooks_is_one_list_in_sorted_order(tmp_path: Path) -> None:
    paths = filled(tmp_path)
    reading, each = read(tmp_path), read(paths)
    assert [one.file for one in reading.files] == [path.name for path in paths]
    assert len(reading.register.powers) == 3
    assert fingerprint(reading.register) == fingerprint(each.register)
    assert reading == each


def test_a_folder_with_yaml_too_is_refused_with_both_names(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / "乙股" / "register.yaml").write_text("authority: {name: 示例局}\n", encoding="utf-8")
    with pytest.raises(InputError) as told:
        read([tmp_path])
    assert "register.yaml" in told.value.text.zh
    assert "丙股.xlsx" in told.value.text.zh


def test_a_folder_of_yaml_is_read_as_before(tmp_path: Path) -> None:
    (tmp_path / "register.yaml").write_text("authority: {name: 示例局}\n", encoding="utf-8")
    assert read(tmp_path).register.authority.name == "示例局"
