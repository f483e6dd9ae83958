"""Confirmations keep pace; applicants are told at once; fee and cash are apart; regulations are named."""

from datetime import date
from typing import Any

from powerlist.analysis.review import flow_fingerprint
from powerlist.graph import PowerGraph
from powerlist.model.duty import Duty
from powerlist.model.organisation import Post
from powerlist.model.power import Power
from powerlist.model.risk import Control, Rating, RiskPoint
from tests.rules.bureau import bureau
from tests.rules.reading import checked, keys

OLD, NEW = date(2025, 3, 1), date(2025, 9, 10)
WAYS = "start acceptance@window review@clerk decision@head end"


def confirmed(process: date | None, step: date | None = None, *more: RiskPoint) -> list[str]:
    return keys(
        bureau(WAYS, *more, process={"confirmed_on": process}, steps={"review": {"confirmed_on": step}}),
        "N06",
    )


def risk(on: date | None, **fields: Any) -> RiskPoint:
    return RiskPoint(id="r", step="review", event="压件", inherent=Rating(rank=1, on=on), **fields)


def test_a_process_is_confirmed_with_or_after_its_last_step() -> None:
    assert confirmed(OLD, NEW) == ["N06@p#confirmed"]
    assert not confirmed(NEW, OLD)
    assert not confirmed(NEW, NEW)
    assert not confirmed(None, NEW), "nobody has confirmed it yet"


def test_risks_are_reviewed_with_or_after_the_process() -> None:
    assert confirmed(NEW, None, risk(OLD)) == ["N06@p#reviewed"]
    assert not confirmed(OLD, None, risk(NEW))
    assert not confirmed(NEW, None, risk(None)), "undated"
    assert not confirmed(NEW, None, risk(OLD, confirmed_on=NEW)), "somebody has looked again"


def test_a_recorded_version_is_r08s_to_judge() -> None:
    listed = bureau(WAYS, risk(OLD), process={"confirmed_on": NEW})
    now = flow_fingerprint(PowerGraph(listed), listed.processes[0])
    assert keys(listed, "N06") == ["N06@p#reviewed"]
    assert not keys(listed.with_(risk(OLD, reviewed_against=now)), "N06"), "the version of today"
    assert keys(listed.with_(risk(OLD, reviewed_against="0" * 64)), "R08", "N06") == ["R08@p#changed"]


def duty(text: str, stage: str = "acceptance", id: str = "d") -> Duty:
    return Duty(id=id, power="w", text=text, stage=stage)


def told(*duties: Duty, type: str = "licence", ways: str = "start review end", **fields: Any) -> list[str]:
    return keys(bureau(ways, *duties, power={"type": type}, **fields), "N07")


def test_one_word_of_telling_at_once_is_enough() -> None:
    plain = duty("公示条件，当场登记申请。")
    assert told(plain) == ["N07@w"]
    assert not told(duty("公示条件，缺件的一次性告知。"))
    assert not told(plain, duty("列明缺件。", "correction", "e"))
    assert not told(
        plain,
        ways="start acceptance end; acceptance acceptance2 acceptance",
        steps={},
        flows={"acceptance>acceptance2": {"informs_once": True}},
    )


def test_what_nobody_applies_for_is_left_alone() -> None:
    plain = duty("登记举报。")
    assert not told(plain, type="penalty")
    assert not told(duty("审查。", "review")), "nothing is taken in"


def test_many_powers_that_tell_nothing_are_told_once() -> None:
    powers = [Power(id=f"w{n}", name=f"许可{n}", type="licence") for n in range(11)]  # type: ignore[arg-type]
    duties = [Duty(id=f"d{n}", power=f"w{n}", text="登记申请。", stage="acceptance") for n in range(11)]
    (finding,) = checked(bureau("start end", *powers, *duties), "N07").findings
    assert finding.key == "N07@authority"
    assert "11项" in finding.message.zh


TAKES = {"handles_money": True, "stage": "collection", "name": "收取工本费"}
FEE_WAYS = "start set@window take@window end"


def fee(take: dict[str, Any], ways: str = FEE_WAYS, type: str = "other") -> list[str]:
    steps = {"set": {"name": "核定费额"}, "take": {**TAKES, **take}}
    return keys(bureau(ways, steps=steps, power={"type": type}), "N08")


def test_who_sets_a_fee_does_not_take_it() -> None:
    assert fee({}) == ["N08@p"]
    assert not fee({}, "start set@window take@cashier end")
    assert not fee({"points": "直接缴入银行专户"})
    assert not fee({"handles_money": False})
    assert not fee({}, type="penalty"), "fines are S04's"


def test_one_step_that_does_both_is_the_same_hand() -> None:
    assert fee({"points": "按人数核定后收现金"}, "start take@window end") == ["N08@p"]


def named(*more: Any, points: str = "", power: dict[str, Any] | None = None) -> list[str]:
    one = RiskPoint(id="r", step="review", event="走过场")
    rotated = Post(id="z", name="岗", rotation_due=date(2030, 1, 1))
    asked = duty("问责情况一并公开。", "other")
    own = {"type": "inspection", **(power or {})}
    steps = {"review": {"points": points}}
    return keys(bureau("start review@clerk end", one, rotated, asked, *more, power=own, steps=steps), "N09")


def test_a_regulation_is_named_anywhere_or_not_at_all() -> None:
    assert named() == ["N09@authority#recusal"]
    assert not named(points="有利害关系的换人")
    assert not named(Control(id="c", risks=("r",), text="执行回避制度"))
    assert not named(Post(id="y", name="岗位", work="检查；回避"))


def test_only_what_the_powers_call_for_is_owed() -> None:
    assert not named(power={"type": "reward"})
    money = named(power={"type": "reward", "handles_money": True})
    assert money == ["N09@authority#accounts"]
