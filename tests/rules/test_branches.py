"""Branches that never meet, and units that are too small for what must be parted."""

from powerlist.model.organisation import Holding, Person, Post, Unit
from tests.rules.bureau import bureau
from tests.rules.reading import checked, keys
from tests.work import calls


def test_branches_that_meet_are_left_alone() -> None:
    assert not keys(bureau("start split+ a join+ end; split+ b join+"), "P09")
    assert not keys(bureau("start one? a end; one? b end2"), "P09")


def test_a_join_that_waits_for_ever_shows_the_way_there() -> None:
    ways = "start acceptance one? review join+ end; one? expert_review join+"
    (finding,) = checked(bureau(ways), "P09").findings
    assert finding.key == "P09@join+#deadlock"
    assert [thing.id for thing in finding.witness] == ["start", "acceptance", "one?", "review", "join+"]
    assert "先走“acceptance → one? → review”，“expert_review”未完成时“join+”永远等待" in finding.message.zh


def test_branches_that_go_on_alone_or_end_apart() -> None:
    assert keys(bureau("start split+ a archive end; split+ b archive"), "P09") == ["P09@archive#doubled"]
    assert [key.partition("#")[2] for key in keys(bureau("start split+ a end; split+ b end2"), "P09")] == [
        "unjoined"
    ]


def test_where_the_process_cannot_be_walked_that_is_told_first() -> None:
    ways = "start one? a join+ end; one? b join+; lost c end"
    assert keys(bureau(ways), "P01", "P09") == ["P01@lost#unreachable"]


PENALTY = "start investigation@inspect legal_review@chief decision@deputy end"
TYPE = {"type": "penalty"}


def team(inspectors: int | None, *more: Person, backup: str | None = None) -> list[str]:
    posts = [
        Post(id="inspect", name="监察岗", unit="team", holders=inspectors),
        Post(id="chief", name="大队长", unit="team", holders=1, backup_post=backup),
        Post(id="deputy", name="副局长", holders=1),
    ]
    return keys(bureau(PENALTY, Unit(id="team", name="大队"), *posts, *more, power=TYPE), "N04")


def test_a_team_of_two_cannot_inquire_in_twos_and_review_itself() -> None:
    assert team(1) == ["N04@team"]
    assert not team(2)


def test_where_the_number_is_unknown_nothing_is_said() -> None:
    assert not team(None)


def test_persons_count_once_however_many_posts_they_hold() -> None:
    both = Person(id="x", name="甲", holdings=(Holding(post="inspect"), Holding(post="chief")))
    other = Person(id="y", name="乙", holdings=(Holding(post="inspect"),))
    assert team(2, both, other) == ["N04@team"]


def test_who_stands_in_helps() -> None:
    posts = [
        Post(id="inspect", name="监察岗", unit="team", holders=1),
        Post(id="chief", name="大队长", unit="law", holders=1),
        Post(id="deputy", name="副局长", holders=1),
    ]
    units = Unit(id="team", name="大队"), Unit(id="law", name="法制科")
    stand_in = posts[0].with_(backup_post="chief")
    assert not keys(bureau(PENALTY, *units, *posts, power=TYPE), "N04"), "one step with one hand too few"
    short = keys(bureau(PENALTY, *units, stand_in, *posts[1:], power=TYPE), "N04")
    assert short == ["N04@p"], "who stands in for the inquiry cannot review it"


def test_a_long_process_is_searched_no_longer_than_a_short_one_of_the_same_kinds_of_step() -> None:
    """So many rounds of the same steps: those that are alike are given out once."""
    posts = [
        Post(id="inspect", name="监察岗", unit="team", holders=1),
        Post(id="chief", name="大队长", unit="team", holders=1),
        Post(id="deputy", name="副局长", holders=1),
    ]
    work = []
    for rounds in (50, 200):
        steps = (f"investigation{n}@inspect legal_review{n}@chief decision{n}@deputy" for n in range(rounds))
        listed = bureau(f"start {' '.join(steps)} end", Unit(id="team", name="大队"), *posts, power=TYPE)
        (finding,) = checked(listed, "N04").findings
        assert [one.id for one in finding.witness] == ["investigation0", "legal_review0"]
        work.append(calls(lambda listed=listed: checked(listed, "N04")))  # type: ignore[misc]
    assert work[1] < 6 * work[0]


def test_what_may_be_decided_at_once_is_left_alone() -> None:
    summary = bureau(PENALTY, power=TYPE, process={"variant": "简易程序"})
    assert not keys(summary, "N04")
