"""Limits: on the calendar, beside the clause cited, in the right days, as published."""

from datetime import date
from typing import Any

import pytest

from powerlist.laws import index
from powerlist.model.basis import LegalBasis
from powerlist.model.oversight import Publication
from powerlist.model.power import Power
from powerlist.practice import load
from powerlist.rules import check
from powerlist.rules.settings import Settings
from powerlist.workdays import WorkCalendar
from tests.rules.bureau import bureau, register
from tests.rules.reading import checked, keys
from tests.rules.test_time import limits

DAY = date(2026, 6, 1)
LINE = "start acceptance review decision end"


def promise(promised: str, law: str, day: date = DAY, **more: Any) -> list[str]:
    listed = register(Power(id="w", name="职权", promised_limit=promised, statutory_limit=law))
    return [one.message.zh for one in check(listed, load(), day, select=["T01"], **more).findings]


@pytest.mark.parametrize(
    ("promised", "law", "told"),
    [
        ("22个工作日", "30日", True),  # 三十日多数只有二十到二十一个工作日
        ("20个工作日", "30日", False),  # 只在春节、国庆前后更晚
        ("30日", "20个工作日", True),
        ("15日", "20个工作日", False),
        ("1个月", "30日", False),  # 大月才更晚
        ("3个月", "90日", True),
        ("2小时", "1个工作日", False),
    ],
)
def test_units_are_compared_on_the_calendar(promised: str, law: str, told: bool) -> None:
    assert bool(promise(promised, law)) is told


def test_the_finding_says_on_how_many_days_and_in_which_months() -> None:
    (said,) = promise("22个工作日", "30日")
    assert "逐日推算" in said
    assert "2026" in said
    assert "折算" not in said


def test_a_place_may_ask_for_every_day() -> None:
    strict = Settings(params={"T01": {"least_share": 0.0}})
    assert promise("20个工作日", "30日", settings=strict)


def test_a_year_that_the_calendar_does_not_know_is_compared_roughly_and_says_so() -> None:
    (said,) = promise("22个工作日", "30日", date(2031, 6, 1))
    assert "折算" in said
    assert not promise("21个工作日", "30日", date(2031, 6, 1))


def test_a_year_that_a_user_adds_is_known() -> None:
    added = {date(2027, month, 1): False for month in range(1, 13)}
    (said,) = promise("22个工作日", "30日", date(2027, 6, 1), workdays=WorkCalendar(added))
    assert "逐日推算" in said
    assert "2027" in said


def test_the_window_moves_back_until_every_end_is_known() -> None:
    (said,) = promise("30个工作日", "30日", date(2026, 12, 31))
    assert "2025-09-29至2026-09-28" in said


def test_one_unit_needs_no_calendar() -> None:
    (said,) = promise("21个工作日", "20个工作日", date(2031, 1, 1))
    assert "推算" not in said
    assert "折算" not in said


def test_steps_in_two_units_are_walked_on_the_calendar() -> None:
    steps = limits(acceptance="1个工作日", review="15个工作日", decision="10日")
    (finding,) = checked(bureau(LINE, power={"promised_limit": "30日"}, steps=steps), "T03").findings
    assert "逐日推算" in finding.message.zh
    steps = limits(acceptance="1个工作日", review="12个工作日", decision="10日")
    assert not keys(bureau(LINE, power={"promised_limit": "30日"}, steps=steps), "T03")


def test_half_days_are_added_up_before_they_are_counted() -> None:
    steps = limits(acceptance="0.5个工作日", review="0.5个工作日", decision="4小时")
    assert not keys(bureau(LINE, power={"promised_limit": "5日"}, steps=steps), "T03")


def cited(limit: str, quote: str, **basis: Any) -> list[str]:
    one = {"instrument": "某规定", "article": 9, "role": "limit", **basis}
    return keys(
        register(
            Power(id="w", name="职权", statutory_limit=limit),
            LegalBasis(id="b", owner="w", quote=quote, **one),
        ),
        "T02",
    )


def test_the_clause_quoted_must_name_the_limit() -> None:
    assert cited("30日", "自受理之日起二十日内作出决定。") == ["T02@w"]
    assert not cited("20日", "自受理之日起二十日内作出决定；五日内告知。")
    assert not cited("1年", "应当在十二个月内办结。")
    assert not cited("30日", "应当及时作出决定。"), "no period to compare with"
    assert not cited("30日", "自受理之日起二十日内作出决定。", role="procedure")


def test_days_of_the_licensing_law_are_working_days() -> None:
    quote = "自受理之日起二十日内作出决定。"
    assert not cited("20个工作日", quote, instrument="中华人民共和国行政许可法")
    assert cited("20个工作日", quote) == ["T02@w"]


def test_another_clause_may_name_it() -> None:
    basis = {"owner": "w", "instrument": "某规定", "role": "limit"}
    listed = register(
        Power(id="w", name="职权", statutory_limit="30日"),
        LegalBasis(id="a", article=1, quote="五日内告知。", **basis),
        LegalBasis(id="b", article=2, quote="三十日内决定。", **basis),
    )
    assert not keys(listed, "T02")


def test_what_is_neither_quoted_nor_at_hand_is_counted() -> None:
    listed = register(
        Power(id="w", name="职权", statutory_limit="30日"),
        LegalBasis(id="a", owner="w", instrument="某规定", article=1, role="limit"),
    )
    (unseen,) = checked(listed, "T02").not_checked
    assert "1处" in unseen.why.zh


def test_the_full_text_is_asked_before_the_quotation(tmp_path: Any) -> None:
    (tmp_path / "某规定.md").write_text(
        "# 某规定\n\n第九条 自受理之日起十五日内作出决定。\n", encoding="utf-8"
    )
    basis = LegalBasis(id="b", owner="w", instrument="某规定", article=9, role="limit", quote="二十日内")
    listed = register(Power(id="w", name="职权", statutory_limit="20日"), basis)
    laws = index().with_texts(tmp_path)
    assert [one.key for one in check(listed, load(), DAY, select=["T02"], laws=laws).findings] == ["T02@w"]
    assert not keys(listed, "T02")


def days(law: str, promised: str = "", **basis: Any) -> list[str]:
    things: list[Any] = [
        Power(id="w", name="职权", statutory_limit=law, promised_limit=promised or None),
    ]
    if basis:
        things.append(LegalBasis(id="b", owner="w", article=42, role="limit", **basis))
    return keys(register(*things), "T04")


def test_the_licensing_law_counts_in_working_days_and_ninety_days_of_a_penalty_are_natural() -> None:
    assert days("20日", instrument="行政许可法") == ["T04@w#statute"]
    assert not days("20个工作日", instrument="行政许可法")
    assert days("90个工作日", instrument="行政处罚法") == ["T04@w#statute"]
    assert not days("7个工作日", instrument="行政处罚法")
    assert not days("20日", instrument="某规定")


def test_a_promise_in_other_days_is_told_unless_it_is_longer() -> None:
    assert days("30日", "10个工作日") == ["T04@w#promise"]
    assert not days("30日", "10日")
    assert not days("30日", "2小时")
    assert not days("30日", "40个工作日"), "T01 tells it"


def test_steps_in_both_kinds_of_days() -> None:
    steps = limits(acceptance="1个工作日", review="3日")
    assert keys(bureau(LINE, power={"promised_limit": "20日"}, steps=steps), "T04") == ["T04@p#steps"]
    assert not keys(bureau(LINE, steps=steps), "T04"), "no limit to keep"
    steps = limits(acceptance="1个工作日", correction="3日", review="4小时")
    assert not keys(bureau(LINE, power={"promised_limit": "20日"}, steps=steps), "T04")


def test_the_aim_is_an_average_and_a_place_may_set_it() -> None:
    def powers(*promised: str) -> Any:
        return register(
            *(
                Power(id=f"w{n}", name=f"事项{n}", statutory_limit="20日", promised_limit=one)
                for n, one in enumerate(promised)
            )
        )

    assert not keys(powers("2日", "18日"), "T09"), "one long promise does not spoil the average"
    assert keys(powers("4日", "18日"), "T09") == ["T09@authority"]
    assert not keys(register(Power(id="w", name="职权", promised_limit="9日")), "T09")


def shown(*publications: Publication, **power: Any) -> list[str]:
    return keys(bureau("start end", *publications, power=power), "T12")


def published(id: str, limit: str, **more: Any) -> Publication:
    return Publication(**{"id": id, "of": "w", "channel": "公示栏", "limit": limit, **more})


def test_what_hangs_on_the_wall_says_what_the_list_says() -> None:
    assert shown(published("a", "9日"), promised_limit="8日") == ["T12@a"]
    assert not shown(published("a", "8日"), promised_limit="8日", statutory_limit="20日")
    assert shown(published("a", "8个工作日", of="p"), promised_limit="8日") == ["T12@a"]


def test_what_was_taken_down_shows_nothing() -> None:
    gone = published("a", "9日", withdrawn_on="2025-01-01")
    assert not shown(gone, published("b", "8日"), promised_limit="8日")
    ahead = published("a", "9日", published_on="2027-01-01")
    assert not shown(ahead, published("b", "8日"), promised_limit="8日")


def test_without_a_limit_on_the_list_publications_agree_with_each_other() -> None:
    assert shown(published("a", "9日"), published("b", "8日")) == ["T12@b"]
    assert not shown(published("a", "9日"), published("b", "9日"))


def test_where_one_of_the_laws_is_unknown_its_days_are_not_judged() -> None:
    basis = {"owner": "w", "article": 42, "role": "limit"}
    listed = register(
        Power(id="w", name="职权", statutory_limit="20日"),
        LegalBasis(id="a", instrument="行政许可法", **basis),
        LegalBasis(id="b", instrument="某规定", **basis),
    )
    assert not keys(listed, "T04")
