"""Nobody holds a tempting post too long, and letters of responsibility lead down from the head."""

from datetime import date
from typing import Any

import pytest

from powerlist.model.organisation import Holding, Person, Post
from powerlist.model.oversight import ResponsibilityLetter
from powerlist.model.risk import Rating, RiskPoint
from tests.rules.bureau import bureau
from tests.rules.reading import keys

RISK = RiskPoint(id="r", step="review", event="收受财物", inherent=Rating(rank=3))
OTHER = Post(id="other", name="别的岗位", rotation_due=date(2030, 1, 1))


def held(rank: int = 3, since: str | None = None, **fields: Any) -> list[str]:
    clerk = Post(id="clerk", name="审查岗", **fields)
    first = date.fromisoformat(since) if since else None
    person = (
        [Person(id="x", name="某人", holdings=(Holding(post="clerk", valid_from=first),))] if since else []
    )
    risk = RISK.with_(inherent=Rating(rank=rank))
    return keys(bureau("start review@clerk end", OTHER, clerk, risk, *person), "R07")


@pytest.mark.parametrize(
    ("since", "due", "wrong"),
    [
        *((None, "2025-12-31", True), (None, "2026-01-01", False), (None, None, True)),
        *(("2020-01-01", None, True), ("2021-01-01", None, False), ("2010-01-01", "2026-06-30", False)),
    ],
)
def test_a_day_that_is_set_goes_before_the_years(since: str | None, due: str | None, wrong: bool) -> None:
    assert held(since=since, rotation_due=due) == (["R07@clerk"] if wrong else [])


def test_leaders_and_posts_without_high_risks_are_left_alone() -> None:
    assert not held(2, rotation_due="2020-01-01")
    assert not held(level="deputy", rotation_due="2020-01-01")
    assert not held(holders=0, rotation_due="2020-01-01")


def letters(*pairs: str, unsigned: str = "", chief: bool = True) -> list[str]:
    posts = [
        Post(id="chief", name="局长", level="chief" if chief else "staff"),
        *(Post(id=id, name=id) for id in ("deputy", "head")),
    ]
    papers = []
    for pair in pairs:
        superior, subordinate = pair.split(">")
        day = None if pair == unsigned else date(2025, 3, 1)
        papers.append(
            ResponsibilityLetter(id=pair, superior=superior, subordinate=subordinate, signed_on=day)
        )
    return keys(bureau("start review@clerk end", *posts, RISK, *papers), "R10")


CHAIN = ("chief>deputy", "deputy>head", "head>clerk")


def test_a_chain_that_reaches_the_head_is_whole() -> None:
    assert not letters(*CHAIN)
    assert not letters("chief>clerk"), "the head may sign with anybody"
    assert letters(*CHAIN[1:]) == ["R10@deputy"]
    assert letters(CHAIN[0], CHAIN[2]) == ["R10@head"]


def test_an_unsigned_letter_breaks_the_chain() -> None:
    assert letters(*CHAIN, unsigned="deputy>head") == ["R10@head"]


def test_letters_in_a_circle_never_reach_the_head() -> None:
    assert letters("deputy>head", "head>deputy", "head>clerk") == ["R10@deputy"]


def test_what_r09_says_and_lists_without_a_head_are_left_alone() -> None:
    assert not letters("chief>deputy", "deputy>head"), "the post itself signed nothing: R09"
    assert not letters(*CHAIN[1:], chief=False)
