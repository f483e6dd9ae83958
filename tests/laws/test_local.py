"""A user's CSV adds local instruments; every bad cell is named at once."""

from datetime import date
from pathlib import Path

import pytest

from powerlist.errors import InputErrors
from powerlist.laws import LawIndex, Outcome, Trouble, index
from powerlist.model.codes import InstrumentKind
from tests.laws.citing import cite, resolve

HEADER = "题名,简称,类别,发布机关,文号,通过日期,修改日期,施行日期,条数,废止日期,替代文件"


def local(folder: Path, *rows: str, header: str = HEADER) -> LawIndex:
    path = folder / "local.csv"
    path.write_text("\n".join((header, *rows)), encoding="utf-8-sig")
    return index().with_local(path)


def test_local_instruments_resolve_beside_the_index(tmp_path: Path) -> None:
    own = local(
        tmp_path, "《示例省梯子管理条例》,梯子条例,地方法规,示例省人大常委会,,2020/3/1,,2020-05-01,30,,"
    )
    assert resolve(cite("梯子条例", 30), within=own).outcome is Outcome.RESOLVED
    assert resolve(cite("示例省梯子管理条例", 31), within=own).trouble is Trouble.ARTICLE
    assert resolve(cite("示例省梯子管理条例", 3, 2), within=own).trouble is Trouble.NOT_COUNTED
    assert resolve(cite("梯子条例", 1), on=date(2020, 4, 30), within=own).trouble is Trouble.NOT_YET
    assert resolve(cite("行政许可法", 42, 1), within=own).outcome is Outcome.RESOLVED
    found = own.versions("梯子条例")
    assert found
    assert found.newest.kind is InstrumentKind.LOCAL_REGULATION


def test_a_local_repeal_leads_to_a_national_law(tmp_path: Path) -> None:
    own = local(
        tmp_path, "示例县许可暂行办法,,规范性文件,,,2001-01-01,,,9,2004-07-01,中华人民共和国行政许可法"
    )
    found = resolve(cite("示例县许可暂行办法", 2), within=own)
    assert (found.trouble, found.on) == (Trouble.REPEALED, date(2004, 7, 1))
    assert found.successor
    assert found.successor.short_title == "行政许可法"


def test_only_the_title_is_required(tmp_path: Path) -> None:
    own = local(tmp_path, "示例县办法", "", header="题名")
    assert resolve(cite("示例县办法"), within=own).outcome is Outcome.RESOLVED
    assert resolve(cite("示例县办法", 3), within=own).trouble is Trouble.NOT_COUNTED


def test_the_national_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "excel.csv"
    path.write_bytes("题名,条数\r\n示例县办法,7\r\n".encode("gb18030"))
    assert resolve(cite("示例县办法", 7), within=index().with_local(path)).outcome is Outcome.RESOLVED


def test_every_bad_cell_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputErrors) as told:
        local(tmp_path, ",,,,,,,,,,某某", "示例县办法,,天条,,,昨天,,,十二,,")
    assert told.value.of("zh").splitlines()[:2] == [
        "local.csv!A2：没有题名。",
        "local.csv!F3：“昨天”不是日期，请写作2027-01-01。",
    ]
    assert [error.place for error in told.value.errors] == ["A2", "F3", "C3", "I3"]


def test_a_misspelt_column_is_asked_about(tmp_path: Path) -> None:
    with pytest.raises(InputErrors) as told:
        local(tmp_path, "示例县办法,7", header="题名,条数目")
    assert told.value.of("zh").startswith("local.csv!B1：没有“条数目”这一栏，是否为“条数”？")
    with pytest.raises(InputErrors, match="缺少“题名”一栏"):
        local(tmp_path, "7", header="条数")
