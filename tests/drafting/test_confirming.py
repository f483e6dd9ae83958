"""A unit goes through its proposals; a post confirms them, and only true facts are left to be found."""

import pytest

from powerlist.drafting import confirm, draft, waiting
from powerlist.errors import UsageError
from powerlist.model.entity import State
from powerlist.model.organisation import Unit
from powerlist.model.register import Register
from powerlist.practice import load
from powerlist.rules import check
from tests.data.test_demo import bureau as demo
from tests.drafting.bureau import DAY, EVERYBODY, confirmed, errors, power, register

PRACTICE = load()
NOT_MODELLED = {"C02", "C03", "C04", "C05"}


def drafts(register: Register) -> list[str]:
    return [entity.id for entity in register.entities() if entity.state is State.DRAFTED]


def test_what_waits_is_told_unit_by_unit() -> None:
    both = register(power(), power(id="v", name="取水许可", units=("U2",)))
    assert not waiting(both)
    found = draft(both, PRACTICE)
    counts = {unit.id: len(proposals) for unit, proposals in waiting(found.register)}
    assert set(counts) == {"U1", "U2"}
    assert sum(counts.values()) == len(found.proposals)


def test_a_draft_tells_how_much_it_proposes() -> None:
    found = draft(register(power()), PRACTICE)
    assert "流程1" in found.text.zh
    assert "process 1" in found.text.en
    assert "没有需要起草" in draft(found.register, PRACTICE).text.zh


def test_what_is_confirmed_says_by_whom_and_when() -> None:
    found = draft(register(power()), PRACTICE)
    sealed = confirm(found.register, unit="审批股", by="股长", on=DAY)
    assert sealed.count == len(found.proposals)
    assert not drafts(sealed.register)
    for entity in found.proposals:
        now = sealed.register[entity.id]
        assert (now.state, now.confirmed_by, now.confirmed_on) == (State.CONFIRMED, "head", DAY)


def test_another_unit_keeps_its_proposals() -> None:
    found = draft(register(power(), power(id="v", name="取水许可", units=("U2",))), PRACTICE).register
    sealed = confirm(found, unit="U1", by="head", on=DAY).register
    assert drafts(sealed)
    assert all(entity.state is State.CONFIRMED for entity in sealed.duties if entity.power == "w")
    assert all(entity.state is State.DRAFTED for entity in sealed.duties if entity.power == "v")


def test_proposed_posts_go_with_what_rests_on_them() -> None:
    bare = register(power(), posts=(), units=(Unit(id="U1", name="审批股"),))
    found = draft(bare, PRACTICE).register
    chief = next(post.id for post in found.posts if post.level == "chief")
    sealed = confirm(found, unit="U1", by=chief, on=DAY).register
    stated = sealed.stated()
    assert not list(stated.dangling())
    assert chief in {post.id for post in stated.posts}


def test_confirming_twice_confirms_nothing_more() -> None:
    found = draft(register(power()), PRACTICE).register
    once = confirm(found, unit="U1", by="head", on=DAY)
    again = confirm(once.register, unit="U1", by="deputy", on=DAY)
    assert again.count == 0
    assert "没有等待确认" in again.text.zh
    assert again.register == once.register


@pytest.mark.parametrize(
    ("unit", "by", "said"),
    [
        ("审批科", "股长", "没有科室“审批科”，是不是“审批股”"),
        ("U1", "股涨", "没有岗位“股涨”，是不是“股长”"),
        ("U1", "毫无关系", "没有岗位“毫无关系”。"),
    ],
)
def test_a_slip_of_the_pen_is_asked_back(unit: str, by: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        confirm(register(power()), unit=unit, by=by, on=DAY)


def test_a_name_of_several_posts_must_be_told_apart() -> None:
    twins = (*EVERYBODY, EVERYBODY[-1].with_(id="watch2"))
    with pytest.raises(UsageError, match="watch、watch2"):
        confirm(register(power(), posts=twins), unit="U1", by="纪检监督岗", on=DAY)


def test_of_several_posts_of_one_name_the_units_own_confirms() -> None:
    twins = (*EVERYBODY, EVERYBODY[-1].with_(id="watch1", unit="U1"))
    done = confirm(register(power(), posts=twins), unit="U1", by="纪检监督岗", on=DAY)
    assert {one.confirmed_by for one in done.register.entities() if one.confirmed_by} <= {"watch1"}


def test_the_demo_drafted_and_confirmed_has_no_fault_that_it_had_not() -> None:
    before = {finding.key for finding in check(demo(), PRACTICE, DAY).findings}
    after = {finding.key for finding in check(confirmed(demo()), PRACTICE, DAY).findings}
    assert after <= before
    assert all(key.split("@")[0] in NOT_MODELLED for key in before - after)
    assert not any(key.startswith("C03") for key in after)


def test_a_published_list_alone_ends_without_an_error_of_the_draft() -> None:
    """Units and powers, nothing else: what is left is one promise above the statute, a fact of the list."""
    whole = demo()
    powers = tuple(one.with_(supporting_units=()) for one in whole.powers)
    named = {one.id for one in powers}
    bare = Register(
        authority=whole.authority,
        units=tuple(unit.with_(led_by=None) for unit in whole.units),
        powers=powers,
        bases=tuple(basis for basis in whole.bases if basis.owner in named),
    )
    assert {finding.key for finding in errors(confirmed(bare))} == {"T01@DM9914001000", "L08@DM1014008000"}
