"""Examined by several hands, proposed, approved, agreed, answered; withheld for a reason."""

from datetime import date
from typing import Any

from powerlist.model.organisation import Holding, Person, Post
from powerlist.model.oversight import Publication
from powerlist.model.power import Power
from tests.rules.bureau import bureau
from tests.rules.reading import DAY, checked, keys

LINE = "start acceptance@clerk review@head decision@deputy end"
THREE = ("clerk", "head", "deputy")


def examined(*posts: str, **fields: Any) -> list[str]:
    wall = Publication(**{"id": "wall", "of": "w", "examined_by": posts, **fields})
    return keys(bureau(LINE, Publication(id="web", of="p", examined_by=THREE), wall), "B05")


def test_three_steps_by_more_than_one_post() -> None:
    assert examined() == examined("clerk", "head") == examined("clerk", "clerk", "clerk") == ["B05@wall"]
    assert not examined(*THREE)
    assert not examined("clerk", "head", "head")
    assert not examined(withdrawn_on="2025-12-01")


def test_one_person_on_all_the_posts_is_one_hand() -> None:
    posts = [Post(id=id, name=id) for id in THREE]
    every = Person(id="n", name="甲", holdings=tuple(Holding(post=id) for id in THREE))
    wall = Publication(id="wall", of="w", examined_by=THREE)
    assert keys(bureau(LINE, *posts, every, wall), "B05") == ["B05@wall"]
    two = every.with_(holdings=every.holdings[:2])
    assert not keys(bureau(LINE, *posts, two, wall), "B05")
    ended = tuple(Holding(post=id, valid_to=date(2025, 1, 1)) for id in THREE)
    assert not keys(bureau(LINE, *posts, every.with_(holdings=ended), wall), "B05")


def test_a_list_without_any_examination_is_not_checked() -> None:
    report = checked(bureau(LINE, Publication(id="web", of="p")), "B05")
    assert (report.findings, [one.code for one in report.not_checked]) == ((), ["B05"])


def withheld(**fields: Any) -> list[str]:
    given = {
        "disclosure": "withheld",
        "disclosure_ground": "第十六条",
        "reassessed_on": "2025-06-30",
        **fields,
    }
    return keys(bureau(LINE, power=given), "B06")


def test_what_is_withheld_has_a_ground_and_is_looked_at_every_year() -> None:
    assert not withheld()
    assert withheld(disclosure_ground="") == ["B06@w#ground"]
    assert withheld(disclosure_ground="领导要求") == ["B06@w#vague"]
    for ground in ("第十五条", "涉及个人 隐私", "行政执法案卷信息", "条例第16条第1款"):
        assert not withheld(disclosure_ground=ground)
    assert withheld(reassessed_on="2024-06-30") == ["B06@w#long_ago"]
    assert withheld(reassessed_on=None) == ["B06@w#never"]
    assert not withheld(disclosure="on_request", disclosure_ground="", reassessed_on=None)


def test_a_power_that_is_new_or_just_changed_need_not_be_looked_at_again() -> None:
    assert not withheld(reassessed_on=None, changed_on="2025-06-30")
    assert not withheld(reassessed_on=None, valid_from="2025-06-30")
    assert withheld(reassessed_on=None, valid_from="2024-06-30") == ["B06@w#never"]


CHAIN = {"proposed_on": "2025-10-09", "approved_on": "2025-10-10", "published_on": "2025-10-13"}


def chained(*, day: date = DAY, **fields: Any) -> list[str]:
    whole = Publication(id="web", of="p", **CHAIN)
    return keys(
        bureau(LINE, whole, Publication(**{"id": "wall", "of": "w", **CHAIN, **fields})), "B07", day=day
    )


def test_a_publication_was_proposed_and_approved_in_that_order() -> None:
    assert not chained()
    assert chained(proposed_on=None) == ["B07@wall#unproposed"]
    assert chained(approved_on=None) == ["B07@wall#unapproved"]
    assert chained(approved_on="2025-10-14") == ["B07@wall#turned"]


def test_the_days_in_the_wrong_order_are_told() -> None:
    wall = Publication(**{"id": "wall", "of": "w", **CHAIN, "approved_on": "2025-10-14"})
    (found,) = checked(bureau(LINE, wall), "B07").findings
    assert "2025-10-09 → 2025-10-14 → 2025-10-13" in found.message.zh
    assert "补审核" in found.hint.zh


def test_days_that_the_whole_list_does_not_keep_are_not_asked_for() -> None:
    assert not keys(bureau(LINE, Publication(id="web", of="p", published_on="2025-10-13")), "B07")


def test_feedback_is_answered_in_twenty_working_days() -> None:
    assert chained(feedback_on="2025-12-03") == ["B07@wall#unanswered"]
    assert not chained(feedback_on="2025-12-04")
    assert not chained(feedback_on="2025-11-03", answered_on="2025-12-01")
    assert chained(feedback_on="2025-11-03", answered_on="2025-12-02") == ["B07@wall#unanswered"]
    assert chained(feedback_on="2025-11-03", answered_on="2025-10-01") == ["B07@wall#unanswered"]


def test_a_year_that_the_calendar_does_not_know_counts_five_days_a_week() -> None:
    assert not chained(day=date(2041, 1, 28), feedback_on="2041-01-01")
    assert chained(day=date(2041, 1, 30), feedback_on="2041-01-01") == ["B07@wall#unanswered"]


def joint(*agreed: str, more: tuple[Publication, ...] = (), **power: Any) -> list[str]:
    fields = {"joint_bodies": ("甲局", "乙局"), **power}
    wall = Publication(id="wall", of="w", agreed_with=agreed)
    return keys(bureau(LINE, wall, *more, power=fields), "B10")


def test_every_joint_body_agrees_before_it_is_shown() -> None:
    assert joint() == joint("甲局") == ["B10@wall"]
    assert not joint("甲局", "乙 局")
    assert not joint(joint_bodies=())
    assert not joint(disposition="cancel")


def test_where_no_agreement_is_kept_at_all_it_is_told_once() -> None:
    assert joint(more=(Publication(id="web", of="p"),)) == ["B10@authority"]
    assert joint("甲局", more=(Publication(id="web", of="p"),)) == ["B10@wall", "B10@web"]


def test_a_power_that_the_publication_does_not_show_does_not_matter() -> None:
    other = Power(id="v", name="乙", joint_bodies=("甲局",))
    assert not keys(bureau(LINE, other, Publication(id="wall", of="w")), "B10")
