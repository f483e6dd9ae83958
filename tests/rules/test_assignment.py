"""Duties and who has them; duties and the steps that carry them out."""

from datetime import date

import pytest

from powerlist.model.codes import Raci
from powerlist.model.duty import Assignment, Duty
from powerlist.model.entity import Entity
from powerlist.model.organisation import Holding, Person, Post, Unit
from powerlist.model.power import Power
from tests.rules.bureau import bureau, register
from tests.rules.reading import DAY, checked, keys

POWER = Power(id="w", name="职权")
POST = Post(id="p", name="窗口岗")
UNIT = Unit(id="u", name="审批股")
ENOUGH = (
    POWER,
    POST,
    UNIT,
    Duty(id="z", power="w", text="另一项"),
    Assignment(id="za", duty="z", post="p"),
)


def duty(*parts: tuple[Raci, str], id: str = "d") -> list[Entity]:
    """A duty with these parts; `u` is the unit, anything else a post."""
    return [
        Duty(id=id, power="w", text="责任"),
        *(
            Assignment(id=f"{id}{n}", duty=id, raci=raci, **{"unit" if to == "u" else "post": to})
            for n, (raci, to) in enumerate(parts)
        ),
    ]


R, A, C = Raci.RESPONSIBLE, Raci.ACCOUNTABLE, Raci.CONSULTED


def test_who_is_only_asked_does_not_perform() -> None:
    assert keys(register(*ENOUGH, *duty((C, "p"))), "A01", "A03") == ["A01@d"]
    assert keys(register(*ENOUGH, *duty((C, "u"))), "A01", "A03") == ["A01@d"]
    assert not keys(register(*ENOUGH, *duty((R, "p"))), "A01", "A03")


def test_a_duty_left_to_a_unit_is_told_once() -> None:
    assert keys(register(*ENOUGH, *duty((R, "u"))), "A") == ["A03@d"]
    assert not keys(register(*ENOUGH, *duty((R, "u"), (R, "p"))), "A")


def test_a_list_without_any_post_is_one_finding_with_its_count() -> None:
    listed = register(POWER, UNIT, *duty((R, "u")), *duty((R, "u"), id="e"), *duty(id="f"))
    report = checked(listed, "A01", "A03")
    (finding,) = report.findings
    assert finding.key == "A01@authority"
    assert finding.message.zh == "3项责任只落到科室，没有一项落到岗位。"
    assert {one.code for one in report.not_checked} == {"A01", "A03"}


def test_a_thousand_duties_are_counted_as_people_write_numbers() -> None:
    many = [Duty(id=f"d{n}", power="w", text=f"责任{n}") for n in range(1043)]
    (finding,) = checked(register(POWER, *many), "A01").findings
    assert finding.message.zh.startswith("1,043项责任")


@pytest.mark.parametrize(("parts", "wrong"), [((A,), False), ((), True), ((A, A), True)])
def test_exactly_one_post_is_accountable(parts: tuple[Raci, ...], wrong: bool) -> None:
    posts = ["p", "q"]
    listed = register(
        *(*ENOUGH[:3], Post(id="q", name="科长岗")),
        *duty((R, "p"), *zip(parts, posts, strict=False)),
        *duty((R, "p"), (A, "q"), id="other"),
    )
    assert keys(listed, "A02") == (["A02@d"] if wrong else [])


def test_a_list_that_marks_nobody_accountable_is_not_judged_for_it() -> None:
    report = checked(register(*ENOUGH, *duty((R, "p"))), "A02")
    assert not report.findings
    assert [one.code for one in report.not_checked] == ["A02"]


def test_a_missing_accountable_is_silent_where_the_post_is_missing_too() -> None:
    listed = register(*ENOUGH, *duty((R, "p"), (A, "p")), *duty(id="e"), *duty((R, "u"), id="f"))
    assert keys(listed, "A") == ["A02@z", "A01@e", "A03@f"]
    assert keys(listed, "A02") == ["A02@z"], "choosing rules changes no verdict"


@pytest.mark.parametrize(
    ("post", "deserted"),
    [
        (Post(id="p", name="岗"), False),
        (Post(id="p", name="岗", holders=0), True),
        (Post(id="p", name="岗", valid_to=date(2025, 12, 31)), True),
        (Post(id="p", name="岗", valid_to=DAY), False),
        (Post(id="p", name="岗", valid_from=date(2026, 2, 1)), True),
    ],
)
def test_work_on_a_post_where_nobody_is(post: Post, deserted: bool) -> None:
    listed = register(POWER, post, *duty((R, "p")), *duty((R, "p"), id="e"))
    assert keys(listed, "A04") == (["A04@p"] if deserted else []), "one finding a post"


def test_a_post_whose_holders_have_all_left_is_deserted() -> None:
    left = Person(id="x", name="某人", holdings=(Holding(post="p", valid_to=date(2025, 1, 1)),))
    stays = Person(id="y", name="某人乙", holdings=(Holding(post="p"),))
    assert keys(register(POWER, POST, left, *duty((R, "p"))), "A04") == ["A04@p"]
    assert not keys(register(POWER, POST, left, stays, *duty((R, "p"))), "A04")


def test_a_deserted_post_that_does_steps_is_told() -> None:
    empty = Post(id="ghost", name="岗", holders=0)
    assert keys(bureau("start review@ghost end", empty), "A04") == ["A04@ghost"]
    assert not keys(register(empty), "A04")


def test_an_assignment_that_has_ended_is_none() -> None:
    ended = Assignment(id="a", duty="d", post="p", valid_to=date(2025, 12, 31))
    listed = register(*ENOUGH, *duty(), ended)
    assert keys(listed, "A01") == ["A01@d"]
    assert not keys(listed, "A01", day=date(2025, 12, 31))


def linked(*more: Entity, **steps: tuple[str, ...]) -> list[str]:
    """The findings of A05 and A06 where these steps carry out these duties."""
    listed = bureau(
        "start acceptance review archive end",
        *(Duty(id=f"d_{stage}", power="w", text=stage, stage=stage) for stage in STAGES),
        *more,
        steps={name: {"duties": duties} for name, duties in steps.items()},
    )
    return keys(listed, "A05", "A06")


STAGES = ("acceptance", "review", "supervision", "other")
BOTH = {"acceptance": ("d_acceptance",), "review": ("d_review",)}


def test_duties_after_the_close_and_archives_need_no_partner() -> None:
    assert not linked(**BOTH)


def test_a_duty_without_a_step_and_a_step_without_a_duty() -> None:
    assert linked(acceptance=("d_acceptance",)) == ["A05@d_review", "A06@review"]


def test_no_link_in_the_whole_list_is_one_finding() -> None:
    assert linked() == ["A05@authority"]


def test_a_process_without_any_link_is_told_once_where_others_have_them() -> None:
    other = bureau("start review2 end", power={"id": "w2"}, process={"id": "p2", "powers": ("w2",)})
    listed = bureau(
        "start acceptance review end",
        Duty(id="d", power="w", text="受理", stage="acceptance"),
        Duty(id="e", power="w2", text="审查", stage="review"),
        *(e for e in other.entities() if e.id in ("w2", "p2")),
    )
    step = next(e for e in other.steps if e.id == "review2").with_(process="p2", duties=("e",))
    assert keys(listed.with_(step), "A05", "A06") == ["A06@p"]


def test_in_a_shared_process_the_stage_is_enough() -> None:
    sibling = Power(id="v", name="同类职权")
    mine = Duty(id="m", power="v", text="受理同类申请", stage="acceptance")
    shared = bureau(
        "start acceptance review end",
        *(sibling, mine),
        *(Duty(id=f"d_{stage}", power="w", text=stage, stage=stage) for stage in STAGES),
        process={"powers": ("w", "v")},
        steps={name: {"duties": duties} for name, duties in BOTH.items()},
    )
    assert not keys(shared, "A05")
    assert keys(shared.with_(mine.with_(stage="delivery")), "A05") == ["A05@m"]


def test_a_power_without_a_process_owes_no_step() -> None:
    bare = Power(id="v", name="没有流程的职权")
    assert not linked(bare, Duty(id="m", power="v", text="受理", stage="acceptance"), **BOTH)


def test_who_only_answers_is_named_where_nobody_performs() -> None:
    (finding,) = checked(register(*ENOUGH, *duty((A, "p"))), "A01").findings
    assert "没有责任岗位（只有负责（A）的“窗口岗”，没有承办（R）的）" in finding.message.zh


def test_units_that_answer_are_named_too() -> None:
    report = checked(register(*ENOUGH, *duty((R, "p"), (A, "p"), (A, "u"))), "A02")
    (finding,) = (one for one in report.findings if one.entity.id == "d")
    assert "有2个最终负责（A）的：窗口岗、审批股" in finding.message.zh
    assert [thing.id for thing in finding.witness] == ["p", "u"]


@pytest.mark.parametrize(
    ("said", "step", "told"),
    [
        ("受理申请，材料不齐的一次性告知补正", {"name": "补正"}, []),
        ("受理申请", {"name": "申请人补正材料"}, []),
        ("受理申请", {"name": "申请人补正材料", "post": "p1"}, ["A06@correction"]),
        ("受理申请", {"name": "补正"}, ["A06@correction"]),
    ],
)
def test_what_the_applicant_does_is_no_duty(said: str, step: dict[str, str], told: list[str]) -> None:
    listed = bureau(
        "start acceptance full? decision end; full? correction acceptance",
        Duty(id="d", power="w", text=said, stage="acceptance"),
        Duty(id="e", power="w", text="决定", stage="decision"),
        Post(id="p1", name="窗口"),
        steps={"acceptance": {"duties": ("d",)}, "decision": {"duties": ("e",)}, "correction": step},
    )
    assert keys(listed, "A06") == told


def test_a_power_none_of_whose_duties_has_a_post_is_one_finding() -> None:
    duties = [Duty(id=f"d{n}", power="w", text=f"责任{n}", stage="review") for n in range(3)]
    other = [Power(id="v", name="乙"), Duty(id="z", power="v", text="z"), POST]
    listed = register(
        POWER, *duties, *other, Assignment(id="za", duty="z", post="p", raci=A), *_performed("z")
    )
    report = checked(listed, "A01", "A02")
    assert [one.key for one in report.findings] == ["A01@w#duties"], "A02 is silent where A01 speaks for all"
    assert report.findings[0].message.zh == "职权“职权”的3项责任事项（如“责任0”）都没有责任岗位。"
    some = listed.with_(*_performed("d0"))
    assert keys(some, "A01") == ["A01@d1", "A01@d2"]


def _performed(duty: str) -> list[Entity]:
    return [Assignment(id=f"{duty}.r", duty=duty, post="p")]


def test_whatever_else_the_law_asks_needs_no_post() -> None:
    rest = Duty(id="d", power="w", text="法律法规规章规定的其他责任", stage="other")
    assert not keys(register(*ENOUGH, rest), "A01", "A02")
    assert keys(register(*ENOUGH, rest.with_(stage="review")), "A01") == ["A01@d"]
