"""A post that the list itself names for a duty takes the step that carries it out, where hands stay apart."""

import pytest

from powerlist.drafting import draft
from powerlist.model.basis import LegalBasis
from powerlist.model.duty import AccountabilityGround, Assignment, Duty
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


def test_hands_stay_apart_though_the_list_joins_them() -> None:
    stated = (*duty("d1", "execution", "staff"), *duty("d2", "report", "staff"))
    graph = drafted(power("compulsion"), *stated)
    assert post_at(graph, process_of(graph, "强制措施"), "审核报批") == "head"


def test_who_judged_a_matter_may_hand_it_over_and_file_it_away_but_not_accept_it() -> None:
    stated = (
        *(*duty("d1", "review", "staff"), *duty("d2", "delivery", "staff"), *duty("d3", "archive", "staff")),
        *duty("d4", "acceptance", "staff"),
    )
    graph = drafted(power("confirmation"), *stated)
    process = process_of(graph)
    assert post_at(graph, process, "送达结论") == "staff"
    assert post_at(graph, process, "受理") == "window"
    assert codes(power("confirmation"), *stated[:-2]).isdisjoint({"A09", "S01", "S02"})


def test_a_service_done_at_once_carries_out_every_duty_that_the_list_has() -> None:
    own = [Duty(id=f"d{n}", power="w", text=f"做好第{n}件事", stage=s) for n, s in enumerate(STAGES)]
    graph = drafted(power("public_service", item_type="instant"), *own)
    assert all(graph.steps_doing(one) for one in own)


STAGES = ("acceptance", "review", "delivery", "investigation", None)


def test_a_licence_sent_back_goes_through_the_other_units_again() -> None:
    supported = power(supporting_units=("U2",))
    assert codes(supported).isdisjoint({"P01", "P07", "P09"})
    assert {gate.name for gate in drafted(supported).register.gateways} >= {"同时审查", "进入审查"}


def test_new_duties_beside_stated_grounds_have_a_ground_of_their_own() -> None:
    stated = duty("d1", "acceptance", "window")
    ground = AccountabilityGround(id="g", power="w", text="不受理的", duties=("d1",), sanctions=("处分",))
    basis = LegalBasis(
        id="b", owner="g", instrument="中华人民共和国行政许可法", article=72, role="accountability"
    )
    made = confirmed(register(power(), *stated, ground, basis))
    found = [one for one in made.grounds if one.id != "g"]
    assert found
    enforced = {id for one in made.grounds for id in one.duties}
    assert enforced >= {one.id for one in made.duties}
    assert "C04" not in {f.code for f in check(made, load(), DAY).findings}
    assert made["g"] == ground, "what is stated stays"


def test_a_visit_that_the_list_states_without_a_clause_cites_one_itself() -> None:
    stated = duty("d1", "site_check", "staff")
    graph = drafted(power(), *stated)
    (visit,) = [step for step in graph.register.steps if step.name == "现场核查"]
    assert [basis.title for basis in graph.bases_of(visit)] == ["《中华人民共和国行政许可法》第34条"]
    own = LegalBasis(id="b", owner="d1", instrument="采砂管理条例", article=9, role="procedure")
    again = drafted(power(), *stated, own)
    (visit,) = [step for step in again.register.steps if step.name == "现场核查"]
    assert not again.bases_of(visit)


def test_a_ground_over_the_whole_power_needs_no_other() -> None:
    ground = AccountabilityGround(id="g", power="w", text="不履行职责的", sanctions=("处分",))
    made = drafted(power(), *duty("d1", "acceptance", "window"), ground).register
    assert made.grounds == (ground,)


def test_a_vacant_or_ending_post_takes_no_step_though_the_list_names_it() -> None:
    stated = duty("d2", "delivery", "public")
    for changes in ({"holders": 0}, {"valid_to": "2027-01-01"}):
        posts = tuple(one.with_(**changes) if one.id == "public" else one for one in register(power()).posts)
        graph = drafted(power(), *stated, posts=posts)
        assert post_at(graph, process_of(graph), "颁发送达") == "window"
