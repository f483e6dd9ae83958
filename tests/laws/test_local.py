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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("题名,条数,条数\n示例县办法,7,8\n", "local.csv!C1：“条数”一栏出现两次，请只留一栏。"),
        (
            f"题名{',' * 30}条数{',' * 30}题名\n示例县办法\n",
            "local.csv!BI1：“题名”一栏出现两次，请只留一栏。",
        ),
        (
            "题名,条数\n示例县办法,7,八条\n",
            "local.csv!C2：“八条”在表头以外，没有栏名。请检查是否多了逗号，或补上栏名。",
        ),
        (
            '题名,条数\n示例县办法,7\n"示例县规定,8\n示例县细则,9\n',
            "local.csv!3：从这一行起读不下去：引号没有成对。请补上或去掉引号。",
        ),
        (
            f'题名,条数\n"{"办法" * 100_000}",8\n',
            "local.csv!2：从这一行起读不下去：引号没有成对。请补上或去掉引号。",
        ),
        (
            "题名,条数\n示例县办法,7\n《示例县办法》,9\n",
            "local.csv!A3：《示例县办法》在第2行已有同日的一份。不同的文本请写明修改日期。",
        ),
        ("题名,条数\n《》,7\n", "local.csv!A2：没有题名。"),
        ("题名,条数\n示例县办法,123456\n", "local.csv!B2：“123456”不是条数，请写阿拉伯数字。"),
        (
            "题名,施行日期,废止日期\n示例县办法,2020-01-01,2019-01-01\n",
            "local.csv!C2：废止日期2019-01-01不晚于施行日期2020-01-01。",
        ),
    ],
)
def test_a_bad_file_is_answered_with_the_cell_and_nothing_is_lost(
    text: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "local.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputErrors) as told:
        index().with_local(path)
    assert told.value.of("zh") == said
    assert told.value.of("en")


def test_a_column_beyond_the_alphabet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "local.csv"
    path.write_text(f"题名{',' * 40}条数\n示例县办法{',' * 40}7\n", encoding="utf-8")
    own = index().with_local(path)
    assert resolve(cite("示例县办法", 8), within=own).trouble is Trouble.ARTICLE


def test_what_was_replaced_is_over_though_nobody_knows_the_day(tmp_path: Path) -> None:
    own = local(tmp_path, "示例县旧办法,,,,,,,,9,,示例县新办法", "示例县新办法,,,,,,,,9,,")
    found = resolve(cite("示例县旧办法", 2), within=own)
    assert (found.trouble, found.on) == (Trouble.REPEALED, None)
    assert found.successor
    assert found.successor.title == "示例县新办法"


CHAIN = (
    "示例一,,,,,2000-01-01,,,9,2005-01-01,示例二",
    "示例二,,,,,2005-01-01,,,9,2010-01-01,示例三",
    "示例三,,,,,2010-01-01,,,9,2015-01-01,示例四",
    "示例四,,,,,2015-01-01,,,9,,",
)


@pytest.mark.parametrize(
    ("day", "successor"),
    [
        (date(2004, 12, 31), None),
        (date(2005, 1, 1), "示例二"),
        (date(2009, 12, 31), "示例二"),
        (date(2010, 1, 1), "示例三"),
        (date(2014, 12, 31), "示例三"),
        (date(2015, 1, 1), "示例四"),
        (date(2015, 1, 2), "示例四"),
    ],
)
def test_several_successions_are_followed_to_the_day(
    day: date, successor: str | None, tmp_path: Path
) -> None:
    found = resolve(cite("示例一", 3), on=day, within=local(tmp_path, *CHAIN))
    assert found.trouble is (Trouble.REPEALED if successor else None)
    assert (found.successor.title if found.successor else None) == successor


def test_instruments_that_replace_each_other_in_a_circle_lead_nowhere(tmp_path: Path) -> None:
    own = local(tmp_path, "示例甲,,,,,,,,9,2020-01-01,示例乙", "示例乙,,,,,,,,9,2021-01-01,示例甲")
    found = resolve(cite("示例甲", 2), within=own)
    assert (found.trouble, found.successor) == (Trouble.REPEALED, None)
    assert "请核对由何文件替代" in found.text.zh
