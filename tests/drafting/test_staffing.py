"""Posts come from the table of the handling unit, and hands that must be apart stay apart."""

import pytest

from powerlist.model.codes import Raci
from powerlist.model.organisation import Holding, Person, Post
from tests.drafting.bureau import (
    EVERYBODY,
    LEADERS,
    OFFICE,
    UNITS,
    confirmed,
    drafted,
    errors,
    post_at,
    power,
    process_of,
    register,
    steps,
)


def test_the_window_accepts_the_staff_examine_the_reviewer_reviews_and_the_deputy_decides() -> None:
    graph = drafted(power())
    process = process_of(graph)
    expected = {
        "受理": "window",
        "书面审查": "staff",
        "审核": "reviewer",
        "作出决定": "deputy",
        "颁发送达": "window",
        "公开许可结果": "public",
    }
    assert {name: post_at(graph, process, name) for name in expected} == expected


def test_legal_review_goes_to_the_legal_post_and_deliberation_to_the_chief() -> None:
    graph = drafted(power("penalty"))
    process = process_of(graph)
    assert post_at(graph, process, "法制审核") == "legal"
    assert post_at(graph, process, "集体讨论") == "chief"


def test_money_is_booked_by_one_post_and_paid_by_another() -> None:
    graph = drafted(power("payment"))
    process = process_of(graph)
    assert post_at(graph, process, "开具支付凭证") == "accountant"
    assert post_at(graph, process, "支付") == "cashier"


def test_a_vacant_or_ending_post_gets_no_work() -> None:
    vacant = [post.with_(holders=0) if post.id == "reviewer" else post for post in EVERYBODY]
    ending = [post.with_(valid_to="2027-01-01") if post.id == "reviewer" else post for post in EVERYBODY]
    for posts in (vacant, ending):
        graph = drafted(power(), posts=tuple(posts))
        assert post_at(graph, process_of(graph), "审核") == "head"


def test_where_no_post_fits_the_step_stays_without_one_and_the_duty_with_the_unit() -> None:
    alone = Post(id="staff", name="审查岗", unit="U1", holders=1)
    graph = drafted(power(), posts=(*LEADERS, *OFFICE, alone))
    process = process_of(graph)
    assert post_at(graph, process, "书面审查") == "staff"
    accept = steps(graph, process)["受理"]
    assert accept.post is None
    (duty,) = graph.duties_done_in(accept)
    assert [unit.id for unit in graph.units_of(duty)] == ["U1"]


def test_two_posts_of_one_person_are_one_hand() -> None:
    both = Person(id="p", name="某人", holdings=(Holding(post="staff"), Holding(post="reviewer")))
    graph = drafted(power(), both)
    assert post_at(graph, process_of(graph), "书面审查") == "staff"
    assert post_at(graph, process_of(graph), "审核") == "head"


def test_among_equals_the_post_whose_work_is_near_the_matter_examines() -> None:
    sand = Post(id="sand", name="采砂管理岗", unit="U1", holders=1, reports_to="head")
    water = Post(id="water", name="取水管理岗", unit="U1", holders=1, reports_to="head")
    posts = (*(post for post in EVERYBODY if post.id != "staff"), sand, water)
    graph = drafted(power(), power(id="v", name="取水许可"), posts=posts)
    assert post_at(graph, process_of(graph), "书面审查") == "sand"
    assert post_at(graph, process_of(graph, id="v"), "书面审查") == "water"


def test_exactly_one_post_answers_and_a_superior_does_so_for_those_below() -> None:
    graph = drafted(power())
    for duty in graph.duties:
        (doing,), (answering,) = graph.posts_of(duty), graph.posts_of(duty, Raci.ACCOUNTABLE)
        assert doing.level in ("deputy", "chief") or answering.id == doing.reports_to


@pytest.mark.parametrize(("rank", "level"), [(3, "chief"), (2, "deputy"), (1, "head")])
def test_a_risk_is_watched_by_the_level_that_its_rank_asks_for(rank: int, level: str) -> None:
    graph = drafted(power(), power("public_service", "v", name="查询", item_type="instant"))
    risks = [
        risk
        for risk in graph.risks
        if risk.rank == rank and graph.post_at_risk(risk) != graph.register["deputy"]
    ]
    assert risks
    assert {graph.supervisor_of(risk).level for risk in risks} == {level}  # type: ignore[union-attr]


def test_nobody_owns_a_control_of_his_own_risk() -> None:
    types = ("licence", "penalty", "payment", "inspection", "internal", "levy")
    graph = drafted(*(power(type, type, name=type) for type in types))
    for risk in graph.risks:
        for control in graph.controls_of(risk):
            assert graph.owner_of(control)
            assert graph.owner_of(control) != graph.post_at_risk(risk)


def test_what_the_head_does_is_watched_by_somebody_else() -> None:
    led = tuple(unit.with_(led_by="chief") if unit.id == "U1" else unit for unit in UNITS)
    graph = drafted(power(), units=led)
    own = [risk for risk in graph.risks if graph.post_at_risk(risk) == graph.register["chief"]]
    assert own
    assert {graph.supervisor_of(risk) for risk in own} == {graph.register["watch"]}
    found = {one.code for one in errors(confirmed(register(power(), units=led)))}
    assert found.isdisjoint({"R04", "S07"})
