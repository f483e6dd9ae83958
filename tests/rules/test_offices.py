"""Leaders and units, double posts, bodies that act, units that took over, windows."""

from datetime import date
from typing import Any

import pytest

from powerlist.model.duty import Assignment, Duty
from powerlist.model.entity import Entity
from powerlist.model.organisation import Holding, Person, Post, Unit
from powerlist.model.oversight import Oversight
from powerlist.model.power import Delegation, Power
from powerlist.model.risk import Control, RiskPoint
from tests.rules.bureau import bureau, register
from tests.rules.reading import checked, keys

CHIEF = Post(id="chief", name="局长", level="chief")
DEPUTY = Post(id="deputy", name="副局长", level="deputy", reports_to="chief")
LED = Unit(id="led", name="审批股", led_by="chief")


def watched(*more: Entity) -> list[str]:
    """What O04 says of a list with one risk, watched by the head."""
    risk = RiskPoint(id="r", step="review", event="拖延", supervisor="chief")
    return keys(bureau("start review@o end", risk, LED, CHIEF, *more), "O04")


def test_a_leader_watches_in_one_way_or_another() -> None:
    assert watched(DEPUTY) == ["O04@deputy"]
    assert not watched(DEPUTY, Oversight(id="x", oversight_kind="internal", name="抽查", post="deputy"))
    assert not watched(
        DEPUTY, Control(id="c", risks=("r",), text="抽查", phase="during", supervisor="deputy")
    )
    assert not watched(DEPUTY.with_(level="staff"))


def test_a_unit_with_powers_has_a_leader_by_name_from_above_or_over_its_head() -> None:
    unit, power = Unit(id="u", name="监察股"), Power(id="v", name="检查", units=("u",))
    head = Post(id="h", name="股长", level="head", unit="u", reports_to="chief")
    assert watched(unit, power) == ["O04@u"]
    assert not watched(unit), "it has no powers"
    assert not watched(unit, power, head)
    assert not watched(unit.with_(parent_unit="led"), power)


def on_both(first: Post, second: Post, *more: Entity, left: date | None = None) -> list[str]:
    held = ({"post": first.id}, {"post": second.id, "valid_to": left})
    person = Person(id="n", name="甲", holdings=held)
    return keys(bureau("start review@a decision@b end", first, second, person, *more), "O05")


def test_posts_clash_where_one_leads_watches_or_backs_up_the_other() -> None:
    one, other = Post(id="a", name="岗甲"), Post(id="b", name="岗乙")
    risk = RiskPoint(id="r", step="review", event="拖延", supervisor="b")
    assert not on_both(one, other)
    assert on_both(one.with_(reports_to="b"), other) == ["O05@b#a"]
    assert on_both(one.with_(backup_post="b"), other.with_(backup_post="a")) == ["O05@a#b"]
    assert on_both(one, other, risk) == ["O05@b#a"]
    assert not on_both(one.with_(reports_to="b"), other, left=date(2025, 12, 31))


@pytest.mark.parametrize("kind", ["branch", "institution", "temporary"])
def test_only_what_was_delegated_may_be_exercised_in_its_own_name(kind: str) -> None:
    unit = Unit(id="u", name="经办中心", unit_kind=kind)
    power = Power(id="w", name="支付", units=("u",), exercised_by="示例局经办中心")
    given = Delegation(id="d", power="w", taker="经办中心", delegation_kind="authorisation")
    assert keys(register(unit, power), "O06") == ["O06@w"]
    assert not keys(register(unit, power, given), "O06")
    assert keys(register(unit, power, given.with_(valid_to=date(2025, 6, 1))), "O06") == ["O06@w"]
    assert not keys(register(unit, power.with_(exercised_by="示例局")), "O06")
    assert not keys(register(unit, power.with_(exercised_by="")), "O06")
    assert not keys(register(unit.with_(unit_kind="internal"), power), "O06")


def passed_on(to: str | None, *heirs: str, **power: Any) -> list[str]:
    """What O07 says where a duty of the old unit went to a unit."""
    ended = date(2025, 6, 30)
    units = [
        Unit(id="old", name="旧股", valid_to=ended, succeeded_by=heirs),
        Unit(id="mid", name="中间股", succeeded_by=("new",)),
        *(Unit(id="new", name="新股"), Unit(id="far", name="别的股")),
    ]
    post = Post(id="was", name="旧岗", unit="old", valid_to=ended)
    parts = [Assignment(id="a", duty="d", post="was", valid_to=ended)]
    parts += [Assignment(id="b", duty="d", unit=to)] if to else []
    things = [Power(id="w", name="职权", **power), Duty(id="d", power="w", text="责任")]
    return keys(register(*units, post, *things, *parts), "O07")


def test_duties_follow_the_units_that_took_over() -> None:
    assert passed_on("far", "new") == ["O07@old"]
    assert not passed_on("new", "new")
    assert not passed_on("new", "mid"), "it took over in turn"
    assert passed_on("new") == ["O07@old"], "nobody is said to have taken over"
    assert passed_on(None, "new") == ["O07@old"]


def test_duties_of_powers_that_are_gone_need_no_heir() -> None:
    assert not passed_on("far", "new", disposition="cancel")


def test_what_still_hangs_on_the_old_unit_is_told_by_o01() -> None:
    assert not passed_on("far", "new", units=("old",))


def at_window(way: str, *granted: str, **power: Any) -> list[str]:
    window = Post(id="win", name="窗口岗", level="window", granted=granted)
    return keys(bureau(way, window, Post(id="s", name="承办岗", granted=("review",)), power=power), "O08")


def test_leave_for_a_stage_that_does_the_same_is_enough() -> None:
    way = "start acceptance@win correction@win review@s delivery@win end"
    assert at_window(way) == ["O08@win"]
    assert at_window(way, "acceptance") == ["O08@win"]
    assert not at_window(way, "acceptance", "delivery")
    assert not at_window("start acceptance@s review@win end", type="penalty"), "neither intake nor delivery"


def test_licences_come_in_at_a_window_where_there_is_one() -> None:
    assert at_window("start acceptance@s review@s end") == ["O08@acceptance"]
    assert not at_window("start acceptance@s review@s end", type="inspection")
    clerk = Post(id="s", name="承办岗", granted=("review",))
    assert not keys(bureau("start acceptance@s review@s end", clerk), "O08")


def before_and_after(
    old: tuple[Entity, ...], new: tuple[Entity, ...], power: dict[str, object] | None = None
) -> list[str]:
    """What O07 says of a new list beside the old one."""
    fields = {"id": "w", "name": "职权", **(power or {})}
    was, now = Power(id="w", name="职权"), Power.model_validate(fields)
    both = Duty(id="both", power="w", text="受理申请", stage="acceptance")
    return keys(register(now, both, *new), "O07", previous=register(was, both, *old))


OLD_UNIT, NEW_UNIT = Unit(id="old", name="旧股"), Unit(id="new", name="新股")
SAMPLE = Duty(id="d", power="w", text="每季度抽查培训记录", stage="supervision")
BY_OLD, BY_NEW = Assignment(id="a", duty="d", unit="old"), Assignment(id="b", duty="d", unit="new")


def test_the_earlier_list_tells_what_a_dissolved_unit_did() -> None:
    was = (OLD_UNIT, SAMPLE, BY_OLD)
    ended = OLD_UNIT.with_(valid_to=date(2025, 6, 30))
    assert before_and_after(was, (ended, NEW_UNIT, SAMPLE, BY_NEW)) == ["O07@old"], "no heir is named"
    heir = ended.with_(succeeded_by=("new",))
    assert before_and_after(was, (heir, NEW_UNIT, SAMPLE, BY_NEW)) == []
    assert before_and_after(was, (heir, NEW_UNIT)) == ["O07@old#lost"]
    assert before_and_after(was, (NEW_UNIT, SAMPLE, BY_NEW)) == []
    assert before_and_after(was, (NEW_UNIT,)) == ["O07@authority#old"]
    assert before_and_after(was, (NEW_UNIT,), {"disposition": "cancel"}) == []


def test_without_the_earlier_list_it_is_said_what_was_not_looked_at() -> None:
    ended = OLD_UNIT.with_(valid_to=date(2025, 6, 30))
    now = register(Power(id="w", name="职权"), SAMPLE, BY_NEW, NEW_UNIT, ended)
    report = checked(now, "O07")
    assert not report.findings
    (note,) = report.not_checked
    assert "1个已撤销的科室（如“旧股”）没有留下原来的分工" in note.why.zh
    before = register(Power(id="w", name="职权"), SAMPLE, BY_OLD, OLD_UNIT)
    assert not checked(now, "O07", previous=before).not_checked
    assert not checked(register(Power(id="w", name="职权"), SAMPLE, BY_NEW, NEW_UNIT), "O07").not_checked


def test_a_duty_written_anew_under_its_stage_is_not_lost() -> None:
    was = (OLD_UNIT, SAMPLE, BY_OLD)
    anew = Duty(id="e", power="w", text="按双随机方式检查", stage="supervision")
    by_new = Assignment(id="b", duty="e", unit="new")
    assert before_and_after(was, (NEW_UNIT, anew, by_new)) == []
    other = anew.with_(stage="delivery", text="送达")
    assert before_and_after(was, (NEW_UNIT, other, by_new)) == ["O07@authority#old"]


def test_a_unit_that_is_still_there_lost_nothing_to_a_reform() -> None:
    was = (OLD_UNIT, SAMPLE, BY_OLD)
    assert before_and_after(was, (OLD_UNIT, NEW_UNIT)) == []
    assert before_and_after(was, (OLD_UNIT, NEW_UNIT, SAMPLE, BY_NEW)) == []


def test_no_person_is_named_where_one_holds_two_posts() -> None:
    posts = (Post(id="a", name="审查岗", backup_post="b"), Post(id="b", name="法制审核岗"))
    who = Person(id="n", name="甲某某", holdings=(Holding(post="a"), Holding(post="b")))
    (found,) = checked(register(*posts, who), "O05").findings
    told = "".join((found.message.zh, found.message.en, found.hint.zh, found.entity.title))
    assert "同一个人" in told
    assert "甲某某" not in told
