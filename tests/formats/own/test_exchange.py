"""The facade's doors for the bureau's own files: nothing is written over, everything is told in words."""

from pathlib import Path

import pytest

from powerlist import api
from powerlist.errors import PowerlistError
from tests.formats.own.test_parcels import BUREAU, fill, place, sent


def test_a_template_is_never_written_over_a_filled_one(tmp_path: Path) -> None:
    api.template(tmp_path / "t.xlsx")
    with pytest.raises(PowerlistError, match="已存在"):
        api.template(tmp_path / "t.xlsx")
    with pytest.raises(PowerlistError, match=r"\.xlsx"):
        api.template(tmp_path / "t.doc")


def test_parcels_are_never_written_over_what_came_back(tmp_path: Path) -> None:
    parcels = api.split(BUREAU)
    paths = api.write_parcels(parcels, tmp_path / "out")
    assert [path.name for path in paths] == ["审批股.xlsx", "监察股.xlsx"]
    with pytest.raises(PowerlistError, match="已存在"):
        api.write_parcels(parcels, tmp_path / "out")
    assert list(api.parcels_text(parcels, "zh"))[-1] == "1项职权没有承办机构，没有分发：砍伐许可。"


def test_a_folder_is_collected_without_the_locks_of_spreadsheets(tmp_path: Path) -> None:
    sent(tmp_path)
    (tmp_path / "~$审批股.xlsx").write_bytes(b"x")
    (tmp_path / "说明.txt").write_bytes(b"x")
    assert api.collect([tmp_path], BUREAU).register == BUREAU


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(PowerlistError, match="没有工作簿"):
        api.collect([tmp_path], BUREAU)


def test_all_files_that_are_no_parcels_are_told_at_once(tmp_path: Path) -> None:
    sent(tmp_path)
    for name in ("甲.xlsx", "乙.xlsx"):
        (tmp_path / name).write_bytes(b"PK\x03\x04")
    with pytest.raises(PowerlistError) as caught:
        api.collect([tmp_path], BUREAU)
    assert len(caught.value.of("zh").split("\n")) == 2


def test_a_clash_is_one_line_with_both_texts(tmp_path: Path) -> None:
    path, power = sent(tmp_path)["审批股"], BUREAU.powers[1]
    cell = place(path, "职权", power.id, "备注")
    fill(path, {cell: "科室写的"})
    lines = list(api.clashes_text(api.collect([path], BUREAU.with_(power.with_(note="本局写的"))), "zh"))
    assert lines == [
        f"审批股.xlsx:{cell} 职权“取水许可”的“备注”：清单现为“本局写的”，填报为“科室写的”。请选择。",
        "采用0个单元格，新增0行；1处待选择，0处读不懂。",
    ]
