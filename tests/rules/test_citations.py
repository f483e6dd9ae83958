"""Citations beside the index: what is over, out of range, about to end, and what nobody can tell."""

from datetime import date
from typing import Any

import pytest

from powerlist.laws import index
from powerlist.laws.index import LawIndex
from powerlist.laws.instrument import Instrument, Status
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import InstrumentKind
from powerlist.model.power import Power
from powerlist.model.register import Register
from powerlist.practice import load
from powerlist.rules import Report, check
from powerlist.rules.rule import RULES, Case, Registry, Rule
from tests.rules.bureau import bureau, register
from tests.rules.reading import checked, keys

LATE = date(2026, 11, 25)


def citing(*bases: dict[str, Any], **power: Any) -> Register:
    cited = [LegalBasis(**{"id": f"b{n}", "owner": "w", **one}) for n, one in enumerate(bases)]
    return register(Power(**{"id": "w", "name": "职权", "type": "confirmation", **power}), *cited)


def test_the_successor_and_the_day_are_named() -> None:
    (finding,) = checked(citing({"instrument": "婚姻法", "article": 7}), "L02").findings
    assert finding.key == "L02@b0"
    assert "2021-01-01" in finding.message.zh
    assert "请改引《中华人民共和国民法典》" in finding.message.zh
    assert "Cite “中华人民共和国民法典”" in finding.message.en


def test_what_was_in_force_on_the_day_of_the_check_is_not_told() -> None:
    listed = citing({"instrument": "环境保护法", "article": 60})
    assert not keys(listed, "L02", day=date(2026, 8, 14))
    assert keys(listed, "L02", day=date(2026, 8, 15)) == ["L02@b0"]


def test_what_is_not_yet_in_force_is_told() -> None:
    coming = {"instrument": "生态环境法典", "article": 1}
    assert keys(citing(coming), "L02", day=date(2026, 6, 1)) == ["L02@b0"]
    assert not keys(citing(coming), "L02", day=LATE)


def test_an_older_text_that_the_list_names_is_told_with_both_years() -> None:
    older = {"instrument": "行政处罚法", "version": "2017年修正", "article": 20}
    (finding,) = checked(citing(older), "L02").findings
    assert "2017" in finding.message.zh
    assert "2021" in finding.message.zh
    assert not keys(citing({**older, "version": "2021年修订"}), "L02")


def test_one_power_that_cites_a_repealed_law_often_is_one_finding() -> None:
    thrice = [
        {"instrument": name, "article": n} for n, name in enumerate(("婚姻法", "《婚姻法》", "婚姻法"), 5)
    ]
    (finding,) = checked(citing(*thrice), "L02").findings
    assert "共引用3处" in finding.message.zh
    assert len(keys(citing(*thrice, {"instrument": "收养法", "article": 1}), "L02")) == 2


def test_a_power_that_is_gone_may_cite_what_is_gone() -> None:
    assert not keys(citing({"instrument": "婚姻法"}, disposition="cancel"), "L02")


def test_a_step_and_a_duty_cite_for_their_power() -> None:
    listed = bureau("start review end", LegalBasis(id="b", owner="review", instrument="婚姻法", article=7))
    (finding,) = checked(listed, "L02").findings
    assert "“职权”" in finding.message.zh


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        ({"article": 57}, False),
        ({"article": 98}, False),
        ({"article": 99}, True),
        ({"article": 57, "paragraph": 2}, False),
        ({"article": 57, "paragraph": 3}, True),
        ({"article": 57, "paragraph": 1, "item": 4}, False),
        ({"article": 57, "paragraph": 1, "item": 5}, True),
        ({"article": 57, "inserted": 1}, True),
        ({}, False),
    ],
)
def test_a_place_must_be_there(place: dict[str, int], wrong: bool) -> None:
    found = keys(citing({"instrument": "劳动合同法", **place}), "N02")
    assert found == (["N02@b0"] if wrong else [])


def test_the_numbers_of_an_older_text_are_called_so() -> None:
    (finding,) = checked(citing({"instrument": "会计法", "article": 52}), "N02").findings
    assert "2017年文本的条号" in finding.message.zh
    assert "numbering of the 2017 version" in finding.message.en


def test_the_same_wrong_place_twice_is_one_finding_and_two_places_are_two() -> None:
    wrong = {"instrument": "劳动合同法", "article": 99}
    assert keys(citing(wrong, wrong), "N02") == ["N02@b0"]
    assert keys(citing(wrong, {**wrong, "article": 100}), "N02") == ["N02@b0", "N02@b1"]


def test_one_fault_is_told_by_one_rule() -> None:
    listed = citing({"instrument": "婚姻法", "article": 900})
    assert keys(listed, "L02", "N02", "N03") == ["L02@b0"]


@pytest.mark.parametrize(("day", "told"), [("2026-05-16", False), ("2026-05-17", True), ("2026-08-14", True)])
def test_the_last_ninety_days_are_announced(day: str, told: bool) -> None:
    cited = {"instrument": "环境保护法", "article": 60}
    report = checked(citing(cited, cited), "N03", day=date.fromisoformat(day))
    assert bool(report.findings) is told
    for finding in report.findings:
        assert "2026-08-15" in finding.message.zh
        assert "生态环境法典" in finding.message.zh
        assert "共引用2处" in finding.message.zh


def test_what_the_index_does_not_hold_is_one_note_with_its_count() -> None:
    strange = [{"instrument": f"示例办法{n}", "article": 1} for n in (1, 2, 3, 4, 4)]
    report = checked(citing(*strange), "L02", "N02", "N03")
    assert not report.findings
    (note,) = report.not_checked
    assert note.code == "L02"
    assert note.why.zh.startswith("5处引用的4部文件没有收录")
    assert "《示例办法1》、《示例办法2》、《示例办法3》等" in note.why.zh
    assert note.why.en.startswith("5 citations of 4 instrument(s)")
    assert not checked(citing({"instrument": "劳动法", "article": 39}), "L02", "N02").not_checked


def test_what_was_never_counted_is_a_note_of_the_other_rule() -> None:
    uncounted = index().with_([Instrument("x", "示例条例", InstrumentKind.LOCAL_REGULATION, Status.IN_FORCE)])
    (note,) = within(uncounted, citing({"instrument": "示例条例", "article": 3}), "L02", "N02").not_checked
    assert note.code == "N02"
    assert "《示例条例》" in note.why.zh


def test_the_instruments_of_the_place_count_too() -> None:
    local = Instrument("x", "示例条例", None, Status.REPEALED, ended_on=date(2020, 1, 1), articles=9)
    listed = citing({"instrument": "示例条例", "article": 3})
    assert [one.key for one in within(index().with_([local]), listed, "L02").findings] == ["L02@b0"]
    assert not checked(listed, "L02").findings


def test_a_rule_that_cannot_say_what_it_left_out_does_not_stop_the_run() -> None:
    def broken(case: Case) -> Any:
        raise RuntimeError

    sound = RULES.find("L02")
    assert sound is not None
    registry = Registry()
    registry.add(Rule(**{**vars(sound), "beyond": broken}))
    listed = citing({"instrument": "婚姻法"})
    assert check(listed, load(), LATE, rules=registry).findings
    assert not check(listed, load(), LATE, rules=registry).not_checked


def within(laws: LawIndex, listed: Register, *select: str) -> Report:
    return check(listed, load(), LATE, select=select, laws=laws)
