"""A citation resolves, must be looked at, or is unknown; the day of the check decides."""

from datetime import date
from pathlib import Path

import pytest

from powerlist.formats.yaml_tree import read_yaml
from powerlist.laws import Instrument, LawIndex, Outcome, Status, Trouble, index
from powerlist.model.codes import InstrumentKind
from powerlist.resources import data_folder
from tests.laws.citing import cite, resolve

DEMO = data_folder() / "demo" / "bureau"
# 示例里的部门规章和国务院文件，索引未收录。
STARRED = {
    "事业单位公开招聘人员暂行规定",
    "事业单位工作人员奖励规定",
    "关于企业实行不定时工作制和综合计算工时工作制的审批办法",
    "劳务派遣行政许可实施办法",
    "劳动人事争议仲裁办案规则",
    "国务院关于工人退休、退职的暂行办法",
    "国务院关于建立统一的城乡居民基本养老保险制度的意见",
    "国务院关于机关事业单位工作人员养老保险制度改革的决定",
    "国务院关于渐进式延迟法定退休年龄的办法",
    "城镇企业职工基本养老保险关系转移接续暂行办法",
    "工伤认定办法",
    "工程建设领域农民工工资保证金规定",
    "拖欠农民工工资失信联合惩戒对象名单管理暂行办法",
    "流动人员人事档案管理服务规定",
    "社会保险基金行政监督办法",
    "社会保险稽核办法",
    "职称评审管理暂行规定",
    "行政事业单位内部控制规范（试行）",
    "重大劳动保障违法行为社会公布办法",
    "集体合同规定",
}


@pytest.mark.parametrize(
    "title",
    [
        "中华人民共和国行政许可法",
        "行政许可法",
        "许可法",
        "《行政许可法》",
        "《行政许可法",
        "行政许可法》",
        "中华人民共和国 行政\n许可法",
        "行政许可法（2019年修正）",
        "行政许可法(2019修正)",
        "行政许可法（主席令第七号）（2019年修正）",
        "行政许可法》（主席令第七号",
        "中华人民共和国行政许可法 2019修正本",
        "《中华人民共和国行政许可法》第四十二条第一款",
    ],
)
def test_every_spelling_of_a_title_leads_to_the_same_law(title: str) -> None:
    found = resolve(cite(title, 42, 1))
    assert found.outcome is Outcome.RESOLVED
    assert found.instrument
    assert found.instrument.id == "行政许可法@2019-04-23"


@pytest.mark.parametrize(
    ("title", "damaged"),
    [
        ("《行政许可法", True),
        ("行政许可法》第四十二条", True),
        ("《《行政许可法》》", True),
        ("行政许可法（2019年修正）", False),
        ("许可法", False),
    ],
)
def test_a_repaired_title_is_reported(title: str, damaged: bool) -> None:
    assert resolve(cite(title, 42)).repaired == ("中华人民共和国行政许可法" if damaged else "")


@pytest.mark.parametrize(
    "piece", ["第一条第一款", "〔2019〕", "（2019年修正", "《", "条款项", "（令〔2019〕号"]
)
def test_a_monstrous_title_is_answered(piece: str) -> None:
    assert resolve(cite(piece * 200 + "x")).outcome is Outcome.UNKNOWN


def test_a_title_about_an_article_of_another_law_keeps_its_own_name() -> None:
    for one in index().instruments:
        found = index().versions(one.title)
        assert found
        assert one in found.records


def test_every_unstarred_citation_of_the_demo_resolves() -> None:
    bases = read_yaml([DEMO]).register.bases
    found = [resolve(basis) for basis in bases]
    assert [one.text.zh for one in found if one.outcome is Outcome.KNOWN_BUT] == []
    unknown = {one.basis.instrument for one in found if one.outcome is Outcome.UNKNOWN}
    assert unknown <= STARRED
    assert {one.trouble for one in found} == {None, Trouble.NOT_IN_INDEX}
    assert sum(one.outcome is Outcome.RESOLVED for one in found) > 400


def test_an_article_paragraph_or_item_out_of_range_is_said_with_the_range() -> None:
    assert resolve(cite("行政许可法", 84)).text.zh == (
        "《中华人民共和国行政许可法》共83条，没有第84条。（索引截至2026-06-26）"
    )
    paragraph = resolve(cite("行政许可法", 42, 9))
    assert (paragraph.trouble, paragraph.count) == (Trouble.PARAGRAPH, 2)
    item = resolve(cite("行政许可法", 12, item=7))
    assert (item.trouble, item.count) == (Trouble.ITEM, 6)
    assert resolve(cite("行政许可法", 12, item=6)).outcome is Outcome.RESOLVED


def test_an_inserted_article_is_there_only_where_the_law_has_it() -> None:
    assert resolve(cite("刑法", 133, inserted=1)).outcome is Outcome.RESOLVED
    absent = resolve(cite("刑法", 134, inserted=9))
    assert absent.trouble is Trouble.ARTICLE
    assert "没有第134条之9" in absent.text.zh
    assert "no article 134-9" in absent.text.en
    assert resolve(cite("刑法", 133, 9, inserted=1)).trouble is Trouble.NOT_COUNTED


def test_a_number_of_an_older_text_is_called_that() -> None:
    found = resolve(cite("会计法", 52))
    assert (found.outcome, found.trouble, found.cited_year) == (Outcome.KNOWN_BUT, Trouble.RENUMBERED, 2017)
    assert found.text.zh == (
        "《中华人民共和国会计法》现行文本（2024-06-28修改）共51条，没有第52条；这是2017年文本的条号。请改为现行条号。"
    )
    assert resolve(cite("会计法", 53)).trouble is Trouble.ARTICLE
    assert resolve(cite("会计法", 52), on=date(2020, 1, 1)).outcome is Outcome.RESOLVED


def test_the_year_that_a_list_copies_tells_an_old_text() -> None:
    found = resolve(cite("行政处罚法", 44, version="2017年修正"))
    assert (found.outcome, found.trouble, found.cited_year) == (Outcome.KNOWN_BUT, Trouble.SUPERSEDED, 2017)
    assert found.text.zh == (
        "引用的是《中华人民共和国行政处罚法》2017年的文本，现行文本为2021年的（2021-07-15起施行）。请按现行文本核对条款。"
    )
    assert resolve(cite("行政处罚法", 44, version="2021年修订")).outcome is Outcome.RESOLVED


def test_a_year_newer_than_the_index_is_not_judged() -> None:
    found = resolve(cite("工伤保险条例", 99, version="2025年修订"))
    assert found.outcome is Outcome.UNKNOWN


def test_a_repealed_law_names_its_successor_and_the_day() -> None:
    found = resolve(cite("公司登记管理条例", 9))
    assert (found.trouble, found.on) == (Trouble.REPEALED, date(2022, 3, 1))
    assert found.successor
    assert found.successor.title == "中华人民共和国市场主体登记管理条例"
    assert found.text.en.endswith("Cite “中华人民共和国市场主体登记管理条例” instead.")
    assert found.text.zh == (
        "《中华人民共和国公司登记管理条例》已于2022-03-01起废止（《中华人民共和国市场主体登记管理条例》第55条）。"
        "请改引《中华人民共和国市场主体登记管理条例》。"
    )


def test_succession_is_followed_to_what_is_in_force_today() -> None:
    """The law of 1996 gave way to that of 2021, and that one to the code of 2026."""
    found = resolve(cite("环境噪声污染防治法", 4))
    assert found.successor
    assert found.successor.title == "中华人民共和国生态环境法典"
    before = resolve(cite("环境噪声污染防治法", 4), on=date(2026, 8, 14))
    assert before.successor
    assert before.successor.title == "中华人民共和国噪声污染防治法"


def test_a_repeal_on_an_unknown_day_says_so() -> None:
    found = resolve(cite("全民所有制工业企业法", 4))
    assert (found.trouble, found.on, found.successor) == (Trouble.REPEALED, None, None)
    assert "不明日期" in found.text.zh


def test_a_law_that_lapses_tomorrow_is_silent_today_and_announced() -> None:
    lapses = date(2026, 8, 15)
    today = resolve(cite("环境保护法", 4), on=date(2026, 8, 14))
    assert (today.outcome, today.lapses_on) == (Outcome.RESOLVED, lapses)
    assert today.lapses_to == "中华人民共和国生态环境法典"
    assert resolve(cite("环境保护法", 4), on=lapses).trouble is Trouble.REPEALED
    assert resolve(cite("环境保护法", 4), on=date(2026, 5, 17)).lapses_on == lapses
    assert resolve(cite("环境保护法", 4), on=date(2026, 5, 16)).lapses_on is None


def test_what_is_about_to_end_is_announced_in_words() -> None:
    gone = resolve(cite("环境保护法", 4), on=date(2026, 8, 1)).notice
    assert gone
    assert gone.zh == (
        "《中华人民共和国环境保护法》将于2026-08-15起废止，由《中华人民共和国生态环境法典》替代。请准备改引。"
    )
    new = resolve(cite("商标法", 70), on=date(2026, 12, 1)).notice
    assert new
    assert new.zh == "《中华人民共和国商标法》的新文本自2027-01-01起施行。请准备核对条号。"
    assert resolve(cite("行政许可法", 42)).notice is None


def test_the_latest_older_text_gives_the_year_of_a_number() -> None:
    texts = [
        Instrument(
            f"梯子条例@{year}", "梯子条例", None, Status.SUPERSEDED, enacted=date(year, 1, 1), articles=n
        )
        for year, n in ((1990, 50), (2000, 40), (2010, 30))
    ]
    found = resolve(cite("梯子条例", 35), within=LawIndex(tuple(texts)))
    assert (found.trouble, found.cited_year) == (Trouble.RENUMBERED, 2000)


def test_a_text_that_comes_is_not_yet_law() -> None:
    assert resolve(cite("商标法", 80)).trouble is Trouble.ARTICLE
    eve = resolve(cite("商标法", 70), on=date(2026, 12, 31))
    assert (eve.outcome, eve.lapses_on) == (Outcome.RESOLVED, date(2027, 1, 1))
    assert resolve(cite("商标法", 80), on=date(2027, 1, 1)).outcome is Outcome.RESOLVED
    assert resolve(cite("生态环境法典", 4), on=date(2026, 8, 14)).trouble is Trouble.NOT_YET


def test_the_past_is_judged_by_its_own_text_or_not_at_all() -> None:
    assert resolve(cite("监狱法", 100), on=date(2026, 10, 31)).trouble is Trouble.ARTICLE
    assert resolve(cite("监狱法", 100), on=date(2026, 11, 1)).outcome is Outcome.RESOLVED
    old = resolve(cite("行政处罚法", 99), on=date(2015, 1, 1))
    assert (old.outcome, old.trouble) == (Outcome.UNKNOWN, Trouble.OTHER_VERSION)


def test_one_title_may_be_two_instruments() -> None:
    both = index().versions("信访条例")
    assert both
    assert [one.id for one in both.records] == ["信访条例@1995-10-28", "信访条例@2005-01-10"]
    in_2000 = resolve(cite("信访条例", 1), on=date(2000, 1, 1))
    assert in_2000.instrument is both.records[0]


def test_the_index_knows_the_rank_better_than_the_tag() -> None:
    tagged = cite("工伤保险条例", instrument_kind=InstrumentKind.STATE_COUNCIL_DECISION)
    assert index().kind_of(tagged) is InstrumentKind.ADMIN_REGULATION
    assert index().kind_of(cite("示例县办法", instrument_kind=InstrumentKind.NORMATIVE)) is (
        InstrumentKind.NORMATIVE
    )


def test_what_the_index_does_not_hold_is_unknown_and_never_wrong() -> None:
    assert resolve(cite("示例县某某办法", 999)).outcome is Outcome.UNKNOWN
    uncounted = resolve(cite("麻醉药品和精神药品管理条例", 999))
    assert (uncounted.outcome, uncounted.trouble) == (Outcome.UNKNOWN, Trouble.NOT_COUNTED)


def test_every_sentence_is_whole_in_both_languages() -> None:
    places = [cite(one.title, 1, 1, item=99, version="1990年") for one in index().instruments[::20]]
    for found in map(resolve, places):
        for words in (found.text.zh, found.text.en):
            assert "None" not in words
            assert "{" not in words


def test_the_files_hold_what_their_readme_says() -> None:
    assert len(index().instruments) == len({one.id for one in index().instruments}) == 1793
    files = sorted(path.name for path in Path(data_folder() / "laws").iterdir())
    assert files == ["README.md", "aliases.csv", "articles.csv", "instruments.csv"]
