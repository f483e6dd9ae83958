"""What the law puts before penalties and compulsion, and the branches that a licence owes."""

from typing import Any

from tests.rules.bureau import bureau
from tests.rules.reading import checked, keys

PENALTY = {"type": "penalty"}
COMPULSION = {"type": "compulsion"}


def penalty(ways: str, **more: Any) -> list[str]:
    return keys(bureau(ways, power={**PENALTY, **more.pop("power", {})}, **more), "P03")


def test_a_penalty_is_told_before_it_is_decided() -> None:
    assert not penalty("start filing investigation trial inform decision end")
    assert penalty("start filing investigation trial decision end") == ["P03@decision#notice"]


def test_the_spot_fine_owes_notice_and_nothing_more() -> None:
    spot = {"process": {"variant": "简易程序"}, "power": {"penalties": ("吊销许可证",)}}
    assert penalty("start investigation decision end", **spot) == ["P03@decision#notice"]
    assert not penalty("start investigation inform decision end", **spot)


def test_dropping_a_case_is_no_penalty() -> None:
    ways = "start filing wrong? inform decision end; wrong? decision2 end"
    assert penalty(ways) == ["P03@decision2#notice"]
    assert not penalty(ways, steps={"decision2": {"name": "撤销立案"}})


GRAVE = "start inform grave? legal_review deliberation decision end; grave? decision"
NAMED = {"grave?": {"name": "重大或者复杂？"}}
SAID = {"grave?>legal_review": {"condition": "是"}, "grave?>decision": {"condition": "否"}}


def test_a_grave_case_passes_legal_review_and_deliberation() -> None:
    assert not penalty(GRAVE, steps=NAMED, flows=SAID)
    without = GRAVE.replace("legal_review deliberation", "deliberation")
    flows = {"grave?>deliberation": {"condition": "是"}, "grave?>decision": {"condition": "否"}}
    assert penalty(without, steps=NAMED, flows=flows) == ["P03@decision#legal_review"]
    short = "start inform grave? legal_review decision end; grave? decision"
    assert penalty(short, steps=NAMED, flows=SAID) == ["P03@decision#deliberation"]


def test_the_way_of_the_grave_case_is_shown() -> None:
    short = "start inform grave? legal_review decision end; grave? decision"
    listed = bureau(short, power=PENALTY, steps=NAMED, flows=SAID)
    (finding,) = checked(listed, "P03").findings
    ids = [node.id for node in finding.witness]
    assert ids == ["start", "inform", "grave?", "legal_review", "decision"]


def test_a_review_of_every_case_reviews_the_grave_ones_too() -> None:
    ways = "start inform legal_review grave? deliberation decision end; grave? decision"
    flows = {"grave?>deliberation": {"condition": "是"}, "grave?>decision": {"condition": "否"}}
    assert not penalty(ways, steps=NAMED, flows=flows)


def test_the_exit_that_denies_gravity_is_not_grave() -> None:
    ways = "start inform grave? legal_review deliberation decision end; grave? decision"
    flows = {"grave?>legal_review": {"condition": "重大"}, "grave?>decision": {"condition": "不重大"}}
    assert not penalty(ways, flows=flows)


def test_a_hearing_is_owed_for_revocation_and_need_only_be_drawn() -> None:
    revoking = {"penalties": ("吊销许可证",)}
    assert penalty("start inform legal_review deliberation decision end", power=revoking) == [
        "P03@decision#hearing"
    ]
    heard = "start inform ask? legal_review deliberation decision end; ask? hearing legal_review"
    assert not penalty(heard, power=revoking)
    assert not penalty("start inform decision end", power={"penalties": ("警告",)})


def compulsion(ways: str, **more: Any) -> list[str]:
    return keys(bureau(ways, power=COMPULSION, **more), "P04")


def test_a_measure_needs_leave_and_an_urgent_one_may_have_it_later() -> None:
    assert not compulsion("start investigation report execution end")
    assert compulsion("start investigation execution end") == ["P04@execution#leave"]
    ways = "start how? report execution end; how? execution2 report2 end"
    assert compulsion(ways) == ["P04@execution2#leave"]
    assert not compulsion(ways, flows={"how?>execution2": {"condition": "情况紧急"}})
    late = "start how? report execution end; how? execution2 end"
    assert compulsion(late, flows={"how?>execution2": {"condition": "情况紧急"}}) == ["P04@execution2#leave"]


def test_enforcement_is_demanded_first() -> None:
    enforcing = {"process": {"variant": "强制执行"}}
    assert compulsion("start decision execution end", **enforcing) == ["P04@execution#urge"]
    assert not compulsion("start urge decision execution end", **enforcing)
    assert not compulsion("start decision execution end"), "a measure owes no demand"


LICENCE = (
    "start acceptance full? review decision ok? delivery end; full? correction acceptance; ok? delivery2 end"
)


def licence(ways: str, **more: Any) -> list[str]:
    return keys(bureau(ways, **more), "P05")


def test_a_licence_can_be_corrected_refused_and_delivered() -> None:
    assert not licence(LICENCE)
    assert licence("start acceptance review decision ok? delivery end; ok? delivery2 end") == ["P05@p#intake"]
    refused = "start acceptance full? review decision delivery end; full? correction acceptance"
    assert licence(refused) == ["P05@p#refusal"]
    assert licence(LICENCE.replace("ok? delivery2 end", "ok? end")) == ["P05@decision#delivery"]


def test_turning_away_is_as_good_as_correction() -> None:
    assert not licence(
        "start acceptance mine? review decision ok? delivery end; mine? end2; ok? delivery2 end"
    )


def test_reasons_and_relief_are_looked_for_where_steps_say_anything() -> None:
    said = {"decision": {"points": "按时办结"}}
    assert licence(LICENCE, steps=said) == ["P05@p#reasons", "P05@p#relief"]
    said = {"decision": {"points": "不予许可的说明理由"}}
    assert licence(LICENCE, steps=said) == ["P05@p#relief"]
    assert not licence(LICENCE, steps=said, power={"relief": "六十日内复议"})


def test_what_is_done_at_once_is_handed_over_on_the_spot() -> None:
    ways = "start acceptance full? review decision end; full? correction acceptance; decision2 end"
    assert "P05@decision#delivery" not in licence(ways, power={"item_type": "instant"})


def test_delivery_before_the_decision_is_one_finding() -> None:
    ways = "start acceptance full? delivery decision ok? end; full? correction acceptance; ok? end2"
    assert keys(bureau(ways), "P05", "P08") == ["P08@decision"]


def test_opening_a_case_or_sealing_evidence_is_no_penalty() -> None:
    ways = "start filing decision2 investigation decision3 inform decision end"
    named = {"decision2": {"name": "立案决定"}, "decision3": {"name": "先行登记保存决定"}}
    assert not penalty(ways, steps=named)
    assert penalty(ways, steps={"decision2": {"name": "立案决定"}}) == ["P03@decision3#notice"]


def test_a_disposal_stands_for_the_decision_where_nothing_is_called_one() -> None:
    assert not penalty("start handling investigation inform decision end"), "an order to put it right"
    assert penalty("start investigation handling end") == ["P03@handling#notice"]


def test_a_pledge_is_a_simplified_procedure() -> None:
    ways = "start acceptance decision delivery end"
    assert licence(ways) == ["P05@p#intake", "P05@p#refusal"]
    assert not licence(ways, process={"variant": "告知承诺"})


def test_a_hearing_held_on_request_need_not_lie_on_every_grave_way() -> None:
    main = "start inform ask? grave? legal_review deliberation decision end; grave? decision"
    ways = f"{main}; ask? hearing grave?"
    said = {"grave?>legal_review": {"condition": "吊销许可证"}, "grave?>decision": {"condition": "一般"}}
    assert not penalty(ways, flows=said)
    assert penalty(main, flows=said) == ["P03@decision#hearing"]


def test_turning_an_application_away_is_no_refusal_of_the_licence() -> None:
    ways = "start acceptance mine? review decision delivery end; mine? delivery2 end2"
    assert licence(ways, steps={"delivery2": {"name": "送达不予受理通知书"}}) == ["P05@p#refusal"]
    assert not licence(ways, steps={"delivery2": {"name": "送达不予许可决定"}})


def test_the_notice_may_tell_of_the_hearing() -> None:
    ways = "start filing investigation legal_review deliberation inform decision end"
    grave = {"power": {"penalties": ("吊销许可证件",)}}
    assert penalty(ways, **grave) == ["P03@decision#hearing"]
    assert not penalty(ways, steps={"inform": {"name": "听证权利告知"}}, **grave)
    assert not penalty(ways, steps={"inform": {"points": "告知陈述、申辩、要求听证的权利"}}, **grave)
    assert penalty(ways, steps={"filing": {"name": "听证申请"}}, **grave) == ["P03@decision#hearing"]
