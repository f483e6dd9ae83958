"""Whom accountability reaches, which units have a hand in a power, and who leads where several do."""

from typing import Any

from powerlist.model.duty import AccountabilityGround, Assignment, Duty
from powerlist.model.entity import Entity
from powerlist.model.organisation import Post, Unit
from powerlist.model.power import Power
from tests.rules.bureau import bureau, register
from tests.rules.reading import checked, keys

CLERK, CHIEF = Post(id="clerk", name="承办岗"), Post(id="chief", name="局长", level="chief")
POWER = Power(id="w", name="职权", type="licence")


def ground(id: str = "g", **more: Any) -> AccountabilityGround:
    return AccountabilityGround(id=id, power="w", text="失职的", **more)


def duty(id: str, post: str, raci: str = "R") -> list[Entity]:
    return [Duty(id=id, power="w", text=id), Assignment(id=f"{id}.a", duty=id, post=post, raci=raci)]


def test_who_has_no_part_in_a_power_need_not_answer_for_it() -> None:
    things = [CLERK, CHIEF, POWER, *duty("d", "clerk")]
    assert not keys(register(*things, ground(targets=("handler",))), "A07")
    with_chief = [*things, *duty("e", "chief", "A")]
    assert keys(register(*with_chief, ground(targets=("handler",))), "A07") == ["A07@w#targets"]
    assert not keys(register(*with_chief, ground(targets=("handler", "legal_representative"))), "A07")
    told_elsewhere = [*with_chief, ground(), ground("h", targets=("legal_representative", "handler"))]
    assert not keys(register(*told_elsewhere), "A07"), "grounds of one power count together"


def test_a_ground_for_duties_of_another_power_alone_is_told() -> None:
    other = [Power(id="v", name="别的"), Duty(id="x", power="v", text="x")]
    stray = ground(duties=("x",), targets=("handler",))
    listed = register(CLERK, POWER, *duty("d", "clerk"), *other, stray)
    assert keys(listed, "A07") == ["A07@g"]
    assert not keys(listed.with_(stray.with_(duties=("d",))), "A07")
    assert not keys(listed.with_(stray.with_(duties=())), "A07"), "it is for every duty"


def test_a_list_without_targets_is_not_checked_for_them() -> None:
    (missing,) = checked(register(CLERK, POWER, *duty("d", "clerk"), ground()), "A07").not_checked
    assert "追责对象" in missing.why.zh


def performed_by(post: Post, *units: Unit, power: Power | None = None) -> list[str]:
    """What A08 says where a post performs a duty of a power of the unit `u`."""
    own = power or Power(id="w", name="职权", units=("u",))
    other = Power(id="v", name="别的职权", type="inspection", units=("far",))
    home = [Unit(id="u", name="审批股"), Unit(id="far", name="监察股")]
    return keys(register(*home, *units, own, other, post, *duty("d", post.id)), "A08")


def test_only_units_with_powers_of_their_own_can_be_outsiders() -> None:
    assert performed_by(Post(id="p", name="岗", unit="far")) == ["A08@w#far"]
    assert not performed_by(Post(id="p", name="岗", unit="u"))
    assert not performed_by(Post(id="p", name="文书岗", unit="office"), Unit(id="office", name="办公室"))


def test_leaders_and_units_below_the_handling_one_belong() -> None:
    assert not performed_by(Post(id="p", name="副局长", unit="far", level="deputy"))
    team = Unit(id="team", name="窗口组", parent_unit="u")
    handled = Power(id="x", name="窗口事项", units=("team",))
    listed = register(
        *(Unit(id="u", name="审批股"), team, handled, Power(id="w", name="职权", units=("u",))),
        *(Post(id="p", name="岗", unit="team"), *duty("d", "p")),
    )
    assert not keys(listed, "A08")


def test_a_power_that_names_no_unit_has_no_outsiders() -> None:
    assert not performed_by(Post(id="p", name="岗", unit="far"), power=POWER)


def in_hands(post: str, *more: Entity, duties: tuple[str, ...] = ("d",)) -> list[str]:
    """What A09 says where `post` does a step that carries out duties on the clerk and the head."""
    things = [*duty("d", "clerk"), *duty("e", "head"), *more]
    return keys(bureau(f"start review@{post} end", *things, steps={"review": {"duties": duties}}), "A09")


def test_the_backup_of_the_post_may_do_the_step() -> None:
    clerk = Post(id="clerk", name="承办岗", backup_post="other")
    assert in_hands("other", CLERK) == ["A09@review"]
    assert not in_hands("other", clerk)


def test_one_of_several_duties_on_the_post_is_enough() -> None:
    head = Post(id="head", name="股长")
    assert in_hands("head", CLERK) == ["A09@review"]
    assert not in_hands("head", CLERK, head, duties=("d", "e"))


def test_a_duty_done_in_several_steps_may_have_helpers() -> None:
    steps = {"review": {"duties": ("d",)}, "decision": {"duties": ("d",)}}
    way = "start review@clerk decision@other end"
    assert not keys(bureau(way, CLERK, *duty("d", "clerk"), steps=steps), "A09")
    assert keys(bureau(way, CLERK, *duty("d", "other"), steps={"review": steps["review"]}), "A09") == [
        "A09@review"
    ]


def test_a_unit_above_the_others_leads_them() -> None:
    both = Power(id="w", name="职权", units=("u", "t"))
    unit, team = Unit(id="u", name="审批股"), Unit(id="t", name="窗口组")
    assert keys(register(unit, team, both), "A10") == ["A10@w#lead"]
    assert not keys(register(unit, team.with_(parent_unit="u"), both), "A10")
    assert not keys(register(unit, team, both.with_(units=("u",), supporting_units=("t",))), "A10")
    assert not keys(register(unit, team, both.with_(disposition="cancel")), "A10")


def test_who_answers_for_a_duty_may_do_the_step() -> None:
    decide = [*duty("d", "clerk"), Assignment(id="d.b", duty="d", post="chief", raci="A")]
    listed = bureau("start decision@chief end", CLERK, CHIEF, *decide, steps={"decision": {"duties": ("d",)}})
    assert not keys(listed, "A09")
    assert keys(listed.without(["d.b"]), "A09") == ["A09@decision"]
