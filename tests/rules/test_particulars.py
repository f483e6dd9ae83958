"""What a row, a step, a penalty and a guide say about themselves."""

from typing import Any

from powerlist.model.organisation import Post
from powerlist.model.power import Power
from tests.rules.bureau import bureau, register
from tests.rules.reading import checked, keys

WHOLE = Power(id="v", name="齐全", type="licence", code="XK01", units=("u",))


def row(rule: str, /, **fields: Any) -> list[str]:
    """What a rule says of a power beside one that states everything."""
    whole = WHOLE.with_(location="窗口", contact_phones=("12333",), documents=({"name": "表"},), output="证")
    penalty = Power(id="f", name="处罚", type="penalty", code="CF01", units=("u",), penalties=("罚款",))
    power = Power(**{"id": "w", "name": "职权", "type": "licence", "code": "XK02", "units": ("u",), **fields})
    return keys(register(whole, penalty.with_(discretion_rule="基准"), power), rule)


def test_a_column_that_the_list_has_must_be_filled() -> None:
    assert not row("C01")
    assert row("C01", code="") == ["C01@w"]
    assert row("C01", units=()) == ["C01@w"]
    assert row("C01", type=None) == ["C01@w"]
    assert not row("C01", code="", disposition="cancel")


def test_internal_powers_owe_no_code() -> None:
    assert not row("C01", type="internal", code="")
    assert row("C01", type="internal", units=()) == ["C01@w"]


def test_a_column_that_the_whole_list_lacks_is_not_checked_and_named() -> None:
    report = checked(register(WHOLE.with_(code="")), "C01")
    assert not report.findings
    assert ["编码" in one.why.zh for one in report.not_checked] == [True]


def test_a_former_group_without_a_type_is_told_once() -> None:
    power = {"type": None, "group": "non_approval"}
    assert row("C10", **power) == ["C10@w"]
    assert not row("C01", **power)
    assert not row("C10", **{**power, "group": "convenience"})
    assert not row("C10", **power, disposition="cancel")


def test_only_what_people_apply_for_has_a_guide() -> None:
    guide: dict[str, Any] = {"location": "窗口", "contact_phones": ("12333",), "documents": ({"name": "表"},)}
    assert row("C08", **guide) == ["C08@w"]
    assert not row("C08", **guide, output="证")
    assert not row("C08", **guide, type="payment"), "a payment ends in money, not in a paper"
    assert not row("C08", type="penalty")
    assert row("C08", type="public_service") == ["C08@w"]


def test_only_penalties_have_kinds_of_penalty() -> None:
    assert not row("C07")
    assert row("C07", type="penalty", penalties=("罚款",)) == ["C07@w"]
    assert not row("C07", type="penalty", penalties=("罚款",), discretion_rule="基准")


def steps(way: str, **fields: dict[str, Any]) -> list[str]:
    """What C06 says of a way whose steps have these fields."""
    return keys(bureau(way, Post(id="c", name="岗"), steps=fields), "C06")


def test_what_no_process_states_is_not_missed() -> None:
    assert not steps("start review@c decision@c end")
    assert steps("start review@c decision end") == ["C06@p#post"]
    assert steps("start review@c decision@c end", review={"points": "看材料"}) == ["C06@p#points"]


def test_one_limit_in_a_process_is_enough() -> None:
    assert not steps("start review@c decision@c end", review={"limit": "3日"})


def test_work_of_an_agency_needs_no_post() -> None:
    assert not steps("start review@c expert_review end", expert_review={"agency": "检测机构"})


def test_what_many_leave_out_is_told_once() -> None:
    powers = [Power(id=f"w{n}", name=f"职权{n}", type="licence", units=("u",)) for n in range(11)]
    assert keys(register(WHOLE, *powers), "C01") == ["C01@authority#code"]
    assert len(keys(register(WHOLE, *powers[1:]), "C01")) == 10
    lacking = powers[0].with_(units=())
    assert keys(register(WHOLE, lacking, *powers[1:]), "C01") == ["C01@authority#code", "C01@w0"]
