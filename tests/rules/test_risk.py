"""Risks, their controls, and who watches."""

from datetime import date

import pytest

from powerlist.model.codes import PostLevel
from powerlist.model.organisation import Post
from powerlist.model.risk import Control, Rating, RiskPoint
from powerlist.practice import load
from powerlist.rules import Settings, check
from tests.rules.bureau import bureau, register
from tests.rules.reading import DAY, checked, keys

WAYS = "start review@clerk end"
PHASES = ("before", "during", "after")


def risk(rank: int | None, id: str = "r", **fields: str) -> RiskPoint:
    inherent = Rating(rank=rank) if rank else None
    return RiskPoint(id=id, step="review", event="收受财物", inherent=inherent, **fields)  # type: ignore[arg-type]


def control(id: str, phase: str | None = "before", *, on: str = "r", **fields: str) -> Control:
    return Control(id=id, risks=(on,), text=id, phase=phase, **fields)  # type: ignore[arg-type]


def test_a_risk_without_a_control_is_told_at_any_level() -> None:
    for rank in (None, 1, 2, 3):
        assert keys(bureau(WAYS, risk(rank)), "R02") == ["R02@r"]
        assert not keys(bureau(WAYS, risk(rank), *map(control, PHASES, PHASES)), "R02")


def test_a_high_risk_needs_every_phase() -> None:
    assert keys(bureau(WAYS, risk(3), control("c", "during")), "R02") == ["R02@r#after", "R02@r#before"]
    assert not keys(bureau(WAYS, risk(2), control("c", "during")), "R02")


def test_controls_that_nowhere_say_their_phase_are_one_finding() -> None:
    listed = bureau(WAYS, risk(3), risk(3, "s"), control("c", None), control("d", None, on="s"))
    (finding,) = checked(listed, "R02").findings
    assert finding.key == "R02@authority#phases"
    assert "2个高风险点" in finding.message.zh


def test_no_risk_in_the_whole_list_is_one_finding() -> None:
    assert keys(bureau(WAYS), "R") == ["R02@authority"]


def owned(*controls: Control, ghost: Post) -> list[str]:
    return keys(bureau(WAYS, risk(2), *controls, ghost), "R03")


@pytest.mark.parametrize("fields", [{"holders": 0}, {"valid_to": date(2025, 1, 1)}])
def test_vacant_owners_are_told_once_a_post(fields: dict[str, object]) -> None:
    ghost = Post(id="q", name="空岗", **fields)  # type: ignore[arg-type]
    mine = [control(id, owner="q") for id in ("c", "d")]
    assert owned(*mine, ghost=ghost) == ["R03@q"]
    assert not owned(*mine, ghost=Post(id="q", name="在岗"))
    assert owned(*mine, control("e"), ghost=Post(id="q", name="在岗")) == ["R03@e"]


def test_a_vacant_post_with_duties_or_steps_is_told_by_its_root_cause() -> None:
    ghost = Post(id="clerk", name="空岗", holders=0)
    listed = bureau(WAYS, ghost, risk(2), control("c", owner="clerk"))
    assert keys(listed, "A04", "R03") == ["A04@clerk"]
    assert not keys(listed, "R03"), "choosing rules changes no verdict"


def test_controls_without_any_owner_are_one_finding() -> None:
    assert keys(bureau(WAYS, risk(2), control("c"), control("d")), "R03") == ["R03@authority"]


POSTS = (Post(id="chief", name="局长", level="chief"), Post(id="deputy", name="副局长", level="deputy"))


def watched(rank: int | None, supervisor: str | None, *more: Control) -> list[str]:
    head = Post(id="head", name="股长", level="head")
    other = risk(3, "s", supervisor="chief")
    mine = risk(rank, **({"supervisor": supervisor} if supervisor else {}))
    return keys(bureau(WAYS, *POSTS, head, other, mine, *more), "R04")


@pytest.mark.parametrize(
    ("rank", "supervisor", "wrong"),
    [
        *((3, "chief", False), (3, "deputy", True), (3, "head", True), (3, None, True)),
        *((2, "chief", False), (2, "deputy", False), (2, "head", True), (2, None, True)),
        *((1, "head", False), (1, "clerk", True), (1, None, False), (None, None, False)),
    ],
)
def test_the_level_of_risk_sets_the_supervisor(rank: int | None, supervisor: str | None, wrong: bool) -> None:
    assert watched(rank, supervisor) == (["R04@r"] if wrong else [])


def test_the_supervisor_of_a_control_counts_where_the_risk_names_none() -> None:
    assert not watched(3, None, control("c", supervisor="chief"))
    assert watched(3, "deputy", control("c", supervisor="chief")) == ["R04@r"]


@pytest.mark.parametrize(
    ("supervisor", "wrong"), [("watch", False), ("deputy", False), ("chief", False), ("head", True)]
)
def test_the_heads_own_steps_are_watched_by_another_than_the_head(supervisor: str, wrong: bool) -> None:
    posts = (
        *POSTS,
        Post(id="head", name="股长", level="head"),
        Post(id="watch", name="纪检岗", level="supervisor"),
    )
    own = risk(3, post="chief", supervisor=supervisor)
    assert keys(bureau(WAYS, *posts, own), "R04") == (["R04@r"] if wrong else [])
    other = risk(3, post="deputy", supervisor="watch")
    assert keys(bureau(WAYS, *posts, other), "R04") == ["R04@r"], "a deputy answers to the head"


def test_a_place_may_say_who_watches_the_head() -> None:
    own = bureau(WAYS, *POSTS, risk(3, post="chief", supervisor="deputy"))
    strict = Settings(own_steps=PostLevel.SUPERVISOR)
    (found,) = check(own, load(), DAY, select=["R04"], settings=strict).findings
    assert "应由监督岗负责" in found.message.zh


def test_risks_of_gone_powers_are_left_alone() -> None:
    assert not keys(bureau(WAYS, risk(3), power={"disposition": "cancel"}), "R")
    assert not keys(register(risk(3)), "R")
