"""What came to light raises risks; stretches of risk are broken; nobody watches himself."""

from datetime import date
from typing import Any

import pytest

from powerlist.model.organisation import Holding, Person, Post
from powerlist.model.oversight import Incident, Oversight
from powerlist.model.risk import Control, Rating, RiskPoint
from tests.rules.bureau import bureau
from tests.rules.reading import keys

WAYS = "start acceptance@window review@clerk decision@head end"


def risk(rank: int | None, step: str = "review", **fields: Any) -> RiskPoint:
    inherent = Rating(rank=rank, **fields.pop("rated", {})) if rank else None
    return RiskPoint(id=f"r-{step}", step=step, event="收受财物", inherent=inherent, **fields)


def incident(kind: str = "case", about: str = "review", on: str | None = "2025-05-01") -> Incident:
    day = date.fromisoformat(on) if on else None
    return Incident(id="i", incident_kind=kind, about=about, text="收受财物案", occurred_on=day)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "rank", "wrong"),
    [
        *(("case", 3, False), ("case", 2, True), ("case", None, False)),
        *(("complaint", 2, False), ("complaint", 1, True), ("audit", 1, True)),
    ],
)
def test_a_case_asks_for_a_high_risk_a_complaint_for_a_general_one(
    kind: str, rank: int | None, wrong: bool
) -> None:
    assert keys(bureau(WAYS, risk(rank), incident(kind)), "R12") == (["R12@i"] if wrong else [])


@pytest.mark.parametrize("found", ["经核实反映不实", "查无 实据", "投诉不属实，已澄清"])
def test_a_complaint_that_was_found_untrue_raises_nothing(found: str) -> None:
    def told(kind: str, text: str) -> list[str]:
        return keys(bureau(WAYS, risk(1), incident(kind).with_(text=text)), "R12")

    assert not told("complaint", found)
    assert told("case", found) == ["R12@i"]
    assert told("complaint", "反映申报材料不实也能通过") == ["R12@i"], (
        "untrue papers, not an untrue complaint"
    )


@pytest.mark.parametrize("about", ["w", "p", "review", "r-review", "clerk"])
def test_an_incident_may_be_about_anything(about: str) -> None:
    assert keys(bureau(WAYS, risk(2), incident(about=about)), "R12") == ["R12@i"]
    assert not keys(bureau(WAYS, risk(3), incident(about=about)), "R12")


def test_old_incidents_and_new_ratings_are_left_alone() -> None:
    assert keys(bureau(WAYS, risk(2), incident(about="decision")), "R12") == ["R12@i"], "no risk there"
    assert not keys(bureau(WAYS, risk(2), incident(on="2021-05-01")), "R12")
    again = {"on": date(2025, 6, 1), "reason": "已改为集体审核"}
    assert not keys(bureau(WAYS, risk(2, rated=again), incident()), "R12")
    assert keys(bureau(WAYS, risk(2, rated={"on": date(2025, 6, 1)}), incident()), "R12"), "no reason"
    assert not keys(bureau(WAYS, risk(2), incident(), power={"disposition": "cancel"}), "R12")


def stretch(*owners: str | None, ways: str = WAYS) -> list[str]:
    steps = ("review", "decision")
    controls = [
        Control(id=f"c-{step}", risks=(f"r-{step}",), text="核对", owner=owner)
        for step, owner in zip(steps, owners, strict=False)
    ]
    watch = Post(id="watch", name="监督岗")
    return keys(bureau(ways, watch, *(risk(3, step) for step in steps), *controls), "R13")


def test_two_high_risks_that_control_each_other_are_a_stretch() -> None:
    assert stretch("head", "clerk") == ["R13@p"]
    assert not stretch("head", "watch")
    assert stretch() == ["R13@p"], "no control at all"
    assert not stretch(None, None), "where nobody is named, a control counts"


def test_gateways_do_not_part_a_stretch_but_steps_do() -> None:
    assert stretch("head", "clerk", ways="start review@clerk enough? decision@head end") == ["R13@p"]
    assert not stretch("head", "clerk", ways="start review@clerk legal_review@lawyer decision@head end")
    loop = "start review@clerk decision@head review; decision end"
    assert stretch("head", "clerk", ways=loop) == ["R13@p"]


def test_a_post_with_most_controls_is_a_bottleneck_from_twenty_on() -> None:
    def found(mine: int, others: int) -> list[str]:
        count = [("watch", mine), ("head", others)]
        controls = [
            Control(id=f"{owner}{n}", risks=("r-review",), text="核对", owner=owner)
            for owner, many in count
            for n in range(many)
        ]
        return keys(bureau(WAYS, Post(id="watch", name="监督岗"), risk(2), *controls), "R14")

    assert found(7, 14) == ["R14@head"]
    assert not found(10, 10), "half is not more than half"
    assert not found(7, 4), "eleven controls are not enough"


def test_who_bears_a_risk_does_not_watch_it_unless_somebody_watches_him() -> None:
    own = risk(2, supervisor="clerk")
    assert keys(bureau(WAYS, own), "N10") == ["N10@clerk"]
    assert not keys(bureau(WAYS, risk(2, supervisor="head")), "N10")
    party = Oversight(id="o", oversight_kind="party", name="派驻监督", covers=("clerk",))  # type: ignore[arg-type]
    assert not keys(bureau(WAYS, own, party), "N10")
    assert keys(bureau(WAYS, own, party.with_(post="clerk")), "N10"), "his own oversight is none"


def test_one_person_on_both_posts_watches_himself() -> None:
    person = Person(id="x", name="某人", holdings=(Holding(post="clerk"), Holding(post="head")))
    assert keys(bureau(WAYS, person, risk(2, supervisor="head")), "N10") == ["N10@head"]


def test_the_actual_risk_is_compared_with_what_should_be_left() -> None:
    def found(residual: int | None, actual: int) -> list[str]:
        left = Rating(rank=residual) if residual else None
        anchor = RiskPoint(
            id="z", step="decision", event="压件", residual=Rating(rank=2), actual=Rating(rank=2)
        )
        return keys(bureau(WAYS, anchor, risk(3, residual=left, actual=Rating(rank=actual))), "N11")

    assert found(1, 2) == ["N11@r-review"]
    assert not found(2, 2)
    assert not found(None, 3)
