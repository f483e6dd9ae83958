"""A post that the list itself names for a duty takes the step that carries it out, where hands stay apart."""

import pytest

from powerlist.drafting import draft
from powerlist.model.duty import Assignment, Duty
from powerlist.model.entity import Entity
from powerlist.practice import load
from powerlist.rules import check
from tests.drafting.bureau import DAY, confirmed, drafted, post_at, power, process_of, register


def duty(id: str, stage: str, post: str, of: str = "w") -> tuple[Entity, Entity]:
    """A duty that the list gives to a post."""
    return (
        Duty(id=id, power=of, text=f"做好{id}", stage=stage),
        Assignment(id=f"{id}.a", duty=id, post=post),
    )


def codes(*entities: Entity) -> set[str]:
    report = check(confirmed(register(*entities)), load(), DAY)
    return {finding.code for finding in report.findings}


@pytest.mark.parametrize(
    "type", ["licence", "confirmation", "payment", "other", "reward", "levy", "adjudication"]
)
def test_what_is_accepted_at_the_window_may_be_delivered_by_the_office(type: str) -> None:
    stated = (*duty("d1", "acceptance", "window"), *duty("d2", "delivery", "public"))
    assert "A09" not in codes(power(type), *stated)


def test_the_step_is_with_the_post_that_the_list_names_and_the_others_with_their_role() -> None:
    graph = drafted(power(), *duty("d1", "acceptance", "window"), *duty("d2", "delivery", "public"))
    process = process_of(graph)
    assert post_at(graph, process, "受理") == "window"
    assert post_at(graph, process, "颁发送达") == "public"
    assert post_at(graph, process, "一次性告知补正") == "window"


def test_two_powers_whose_lists_name_other_posts_have_two_processes() -> None:
    graph = drafted(power(), power(id="v", name="取水许可"), *duty("d2", "delivery", "public", "v"))
    assert post_at(graph, process_of(graph), "颁发送达") == "window"
    assert post_at(graph, process_of(graph, id="v"), "颁发送达") == "public"
    assert not draft(graph.register, load()).proposals


def test_a_stand_in_of_the_named_post_is_not_put_out() -> None:
    graph = drafted(power(), *duty("d1", "acceptance", "window"))
    assert post_at(graph, process_of(graph), "颁发送达") == "window"


def test_hands_stay_apart_though_the_list_joins_them_and_the_check_tells_of_it() -> None:
    stated = (*duty("d1", "execution", "staff"), *duty("d2", "report", "staff"))
    graph = drafted(power("compulsion"), *stated)
    assert post_at(graph, process_of(graph, "强制措施"), "审核报批") == "head"
    assert "A09" in codes(power("compulsion"), *stated)


def test_a_vacant_or_ending_post_takes_no_step_though_the_list_names_it() -> None:
    stated = duty("d2", "delivery", "public")
    for changes in ({"holders": 0}, {"valid_to": "2027-01-01"}):
        posts = tuple(one.with_(**changes) if one.id == "public" else one for one in register(power()).posts)
        graph = drafted(power(), *stated, posts=posts)
        assert post_at(graph, process_of(graph), "颁发送达") == "window"
