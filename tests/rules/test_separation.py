"""Separation of duties, on posts and on persons."""

from datetime import date

import pytest

from powerlist.model.organisation import Holding, Person, Post
from powerlist.model.risk import Control, Rating, RiskPoint
from tests.rules.bureau import bureau
from tests.rules.reading import checked, keys
from tests.work import calls

ALONE = "start acceptance@a review@a decision@a end"
PARTED = "start acceptance@a review@b decision@c end"


def person(*posts: str, until: date | None = None) -> Person:
    return Person(id="x", name="某人", holdings=[Holding(post=post, valid_to=until) for post in posts])


def test_one_post_from_start_to_end() -> None:
    (finding,) = checked(bureau(ALONE), "S01").findings
    assert finding.key == "S01@p"
    assert [step.id for step in finding.witness] == ALONE.replace("@a", "").split()
    assert not keys(bureau(PARTED), "S01", "S02")


def test_only_some_way_need_be_in_one_hand() -> None:
    ways = "start acceptance@a small? review@b decision@b end; small? decision2@a end"
    assert keys(bureau(ways), "S01") == ["S01@p"]


def test_a_refusal_at_the_window_is_no_decision() -> None:
    ways = "start acceptance@a full? review@b decision@c end; full? refuse@a end"
    assert not keys(bureau(ways), "S01")


def test_a_step_of_nobody_does_not_count_as_ones_own() -> None:
    assert not keys(bureau("start acceptance@a review decision@a end"), "S01")


def test_the_step_of_the_applicant_does_not_part_the_way() -> None:
    assert keys(bureau("start acceptance1 acceptance@a review@a decision@a end"), "S01") == ["S01@p"]


def test_one_person_with_several_posts_and_no_name_in_the_sentence() -> None:
    listed = bureau(PARTED, person("a", "b", "c"))
    (finding,) = checked(listed, "S01").findings
    assert finding.key == "S01@p#person"
    assert "某人" not in finding.message.zh
    assert "a、b、c" in finding.message.zh


def test_a_person_who_has_left_a_post_no_longer_counts() -> None:
    assert not keys(bureau(PARTED, person("a", "b", "c", until=date(2025, 12, 31))), "S01", "S02")


def test_a_decision_gateway_of_another_post_parts_the_way() -> None:
    ways = "start acceptance@a pass?@b decision@a end; pass? end2"
    assert not keys(bureau(ways), "S01")


def test_acceptance_review_and_decision_are_apart() -> None:
    assert keys(bureau("start acceptance@a review@a decision@c end"), "S02") == ["S02@p#acceptance-review"]
    assert keys(bureau("start acceptance@a review@c decision@c end"), "S02") == ["S02@p#review-decision"]
    assert keys(bureau(PARTED, person("b", "c")), "S02") == ["S02@p#review-decision"]


def test_the_backup_has_the_work_of_a_post_that_nobody_holds() -> None:
    def told(holders: int | None, backup: str, *more: Post | Person) -> list[str]:
        empty = Post(id="b", name="审核岗", holders=holders, backup_post=backup)
        return keys(bureau(PARTED, empty, *more), "S01", "S02")

    assert told(0, "a") == ["S02@p#acceptance-review"]
    assert told(0, "c") == ["S02@p#review-decision"]
    assert not told(1, "a")
    assert not told(None, "a")
    assert told(0, "c", person("a", "c")) == [
        "S01@p#person",
        "S02@p#acceptance-review",
        "S02@p#review-decision",
    ]
    left = person("b", until=date(2025, 12, 31))
    assert told(None, "a", left) == ["S02@p#acceptance-review"]
    gone = Post(id="spare", name="备岗", holders=0)
    assert not told(0, "spare", gone)


def test_one_backup_for_everybody_walks_alone() -> None:
    posts = [Post(id=id, name=id, holders=0, backup_post="a") for id in "bc"]
    (finding,) = checked(bureau(PARTED, *posts), "S01").findings
    assert finding.key == "S01@p"
    assert "岗位“a”" in finding.message.zh


def test_who_decides_may_chair_the_deliberation_or_grant_leave() -> None:
    for stage in ("deliberation", "report"):
        ways = f"start acceptance@a review@b {stage}@c decision@c end"
        assert not keys(bureau(ways), "S02")


def test_a_tribunal_decides_what_it_has_tried_but_an_office_does_not() -> None:
    ways = "start acceptance@a trial@b decision@b end"
    assert not keys(bureau(ways, power={"type": "adjudication"}), "S02")
    assert keys(bureau(ways, power={"type": "penalty"}), "S02") == ["S02@p#review-decision"]


def test_small_things_may_be_in_one_hand_and_grave_ones_not() -> None:
    def with_risk(rank: int, **power: str) -> list[str]:
        risk = RiskPoint(id="r", step="review", event="漏记", inherent=Rating(rank=rank))
        return keys(bureau(ALONE, risk, power=power), "S01", "S02")

    for power in ({"item_type": "instant"}, {"type": "public_service"}):
        assert not with_risk(1, **power)
        assert with_risk(2, **power) == ["S01@p", "S02@p#acceptance-review", "S02@p#review-decision"]
    assert not keys(bureau(ALONE, power={"type": "penalty"}, process={"variant": "简易程序"}), "S01", "S02")


def controlled(owner: str, rank: int, *more: Person) -> list[str]:
    risk = RiskPoint(id="r", step="review", event="收受财物", inherent=Rating(rank=rank))
    control = Control(id="c", risks=("r",), text="录音录像", owner=owner)
    return keys(bureau(PARTED, risk, control, Post(id="watch", name="监督岗"), *more), "S06")


def test_nobody_controls_his_own_high_risk() -> None:
    assert controlled("b", 3) == ["S06@c"]
    assert not controlled("b", 2)
    assert not controlled("watch", 3)
    assert controlled("watch", 3, person("b", "watch")) == ["S06@c"]


def test_another_hand_on_a_parallel_branch_is_met_on_every_way() -> None:
    alone = "start acceptance@a split+ review@a join+ decision@a end; split+ {} join+"
    assert keys(bureau(alone.format("expert_review@a")), "S01") == ["S01@p"]
    assert not keys(bureau(alone.format("expert_review@b")), "S01")


def test_steps_of_two_alternatives_are_never_one_case() -> None:
    apart = "start big? acceptance@a review@b decision@c end; big? acceptance2@b review2@a decision"
    assert not keys(bureau(apart), "S02")
    assert keys(bureau("start split+ acceptance@a join+ decision@c end; split+ review@a join+"), "S02")


def test_what_follows_a_join_is_one_way_or_the_other_again() -> None:
    apart = (
        "start split+ expert_review@d join+ big? acceptance@a decision@c end; split+ site_check@e join+; "
        "big? review@a decision"
    )
    assert not keys(bureau(apart), "S02")


@pytest.mark.parametrize(
    "stages", [("acceptance", "review"), ("decision", "decision"), ("review", "decision")]
)
def test_the_work_grows_with_the_alternatives_and_no_faster(stages: tuple[str, str]) -> None:
    """So many alternatives, each one step of one post: no two of them are ever one case."""
    work = []
    for width in (40, 160):
        ways = "; ".join(f"start big? {stages[n % 2]}{n}@a end" for n in range(width))
        listed = bureau(ways)
        work.append(calls(lambda listed=listed: checked(listed, "S01", "S02")))  # type: ignore[misc]
        assert not keys(listed, "S01", "S02")
    assert work[1] < 6 * work[0]
