"""The order of steps, what could be one, collective matters, prerequisites."""

from datetime import date
from typing import Any

import pytest

from powerlist.model.organisation import Authority
from powerlist.model.power import Power, SubItem
from powerlist.model.register import Register
from tests.rules.bureau import bureau, register
from tests.rules.reading import DAY, checked, keys


def turned(ways: str, type: str = "licence", **more: Any) -> list[str]:
    return keys(bureau(ways, power={"type": type}, **more), "P08")


def test_a_hearing_after_the_decision_comes_too_late() -> None:
    assert turned("start acceptance review decision hearing end") == ["P08@hearing"]
    assert not turned("start acceptance review hearing decision end")


def test_only_an_order_that_is_wrong_on_every_way_is_told() -> None:
    assert not turned("start review early? hearing decision end; early? decision later? hearing; later? end")
    assert not turned("start decision hearing decision2 end"), "another decision follows the hearing"


def test_a_notice_that_asks_for_objections_comes_before_the_decision() -> None:
    ways = "start review decision public_notice after? delivery end; after? end2"
    assert not turned(ways), "publishing the result may follow"
    assert turned(ways, steps={"after?": {"name": "有无异议？"}}) == ["P08@public_notice"]


def test_types_have_an_order_of_their_own() -> None:
    ways = "start acceptance delivery review decision end"
    assert turned(ways) == ["P08@decision"]
    assert not turned(ways, "other")


def merged(ways: str, **more: Any) -> list[str]:
    return keys(bureau(ways, **more), "P10")


def test_the_same_post_doing_the_same_twice_could_do_it_once() -> None:
    ways = "start review@a review2@a review3@a decision@b end"
    (finding,) = checked(bureau(ways), "P10").findings
    assert finding.key == "P10@review#merge"
    assert [step.id for step in finding.witness] == ["review", "review2", "review3"]
    assert not merged("start review@a review2@b decision@c end")
    assert not merged("start acceptance@a review@a decision@b end"), "another purpose"
    assert not merged("start review@a ok? review2@a decision@b end; ok? end2"), "a fork between them"


def test_a_step_with_a_paper_of_its_own_stays() -> None:
    assert not merged(
        "start review@a review2@a decision@b end", steps={"review2": {"documents": ("意见书",)}}
    )


def test_five_approvals_in_a_row_are_too_many() -> None:
    four = "start review@a review2@b deliberation@c decision@d end"
    assert not merged(four)
    five = "start review@a ok? review2@b review3@c deliberation@d decision@e end; ok? end2"
    assert merged(five) == ["P10@review#chain"]
    assert not merged("start review@a review2@b site_check@b review3@c deliberation@d decision@e end")
    assert not merged("start review@a review2@b deliberation@c decision@d decision2@e end")


def alone(ways: str, **power: Any) -> list[str]:
    return keys(bureau(ways, power=power, steps={"decision2": {"name": "办公会决定"}}), "P13")


def test_a_collective_matter_passes_a_deliberation() -> None:
    straight, discussed = "start review decision end", "start review deliberation decision end"
    assert alone(straight, collective=True) == ["P13@decision"]
    assert not alone(straight), "nobody says that it is collective"
    assert not alone(discussed, collective=True)
    assert not alone("start review decision2 end", collective=True), "the meeting itself decides"


def test_internal_powers_are_collective_unless_they_deny_it() -> None:
    straight = "start review decision end"
    assert alone(straight, type="internal") == ["P13@decision"]
    assert not alone(straight, type="internal", collective=False)


def test_small_matters_may_be_decided_by_one_where_a_fork_tells_them_apart() -> None:
    ways = "start big? deliberation decision end; big? decision3 end"

    def bought(condition: str, **power: Any) -> list[str]:
        flows = {"big?>deliberation": {"condition": "五万元以上"}, "big?>decision3": {"condition": condition}}
        return keys(bureau(ways, power={"type": "internal", **power}, flows=flows), "P13")

    assert not bought("五万元以下")
    assert bought("领导批示") == ["P13@decision3"]
    assert bought("五万元以下", collective=True) == ["P13@decision3"], "the power itself makes no difference"
    straight = {"big?>decision": {"condition": "五万元以上"}, "big?>decision3": {"condition": "五万元以下"}}
    nowhere = "start big? decision end; big? decision3 end"
    assert len(keys(bureau(nowhere, power={"type": "internal"}, flows=straight), "P13")) == 2


def item(id: str, *needs: str, **more: Any) -> Power:
    return Power(id=id, name=f"事项{id}", type="licence", prerequisites=needs, **more)


def of(name: str, *things: Any) -> Register:
    return register(*things).model_copy(update={"authority": Authority(id="authority", name=name)})


def test_a_circle_is_told_once_from_the_first_of_the_list() -> None:
    listed = register(item("a", "事项b"), item("b", "事项c"), item("c", "事项a"), item("d", "事项a"))
    (finding,) = checked(listed, "P11").findings
    assert finding.key == "P11@a"
    assert "事项a → 事项b → 事项c → 事项a" in finding.message.zh


def test_a_code_and_a_sub_item_are_names_too() -> None:
    sub = SubItem(id="s", power="b", name="初次申领")
    listed = register(item("a", "初次申领"), item("b", "XK-1"), sub)
    assert not keys(listed, "P11")
    coded = listed.with_(item("a", "初次申领", code="XK-1"))
    assert keys(coded, "P11") == ["P11@a"]


def test_sub_items_of_one_power_may_wait_for_each_other() -> None:
    sub = SubItem(id="s", power="a", name="初次申领")
    assert not keys(register(item("a", "初次申领"), sub), "P11")


def test_a_circle_runs_over_the_lists_of_others() -> None:
    own, other = of("甲局", item("a", "事项b")), of("乙局", item("b", "事项a"))
    assert keys(own, "P11", beside=[other]) == ["P11@a"]
    assert not keys(own, "P11")
    third = of("丙局", item("b", "事项a"))
    assert not keys(own, "P11", beside=[other, third]), "nobody knows whose 事项b is meant"


@pytest.mark.parametrize("gone", [{"disposition": "cancel"}, {"valid_to": date(2020, 1, 1)}])
def test_what_is_gone_cannot_be_had(gone: dict[str, Any]) -> None:
    assert keys(register(item("a", "事项b"), item("b", **gone)), "P12") == ["P12@a#事项b"]
    assert not keys(register(item("a", "事项b"), item("b", **gone), Power(id="c", name="事项b")), "P12")


def test_what_is_on_no_open_list_is_told_and_without_lists_only_counted() -> None:
    own = of("甲局", item("a", "营业执照"))
    report = checked(own, "P12")
    assert not report.findings
    assert [one.code for one in report.not_checked] == ["P12"]
    assert "1处" in report.not_checked[0].why.zh
    assert keys(own, "P12", beside=[of("乙局", item("b"))]) == ["P12@a#营业执照"]
    licence = Power(id="b", name="营业执照")
    assert not keys(own, "P12", day=DAY, beside=[of("乙局", licence)])
