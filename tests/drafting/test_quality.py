"""Every road of every template, with whatever features: drafted, confirmed, it has no fault."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from powerlist.analysis.clock import span_of
from powerlist.analysis.road import Road
from powerlist.graph import PowerGraph
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import PowerType
from powerlist.model.limits import TimeLimit, TimeUnit
from powerlist.model.power import Column
from powerlist.practice import load
from powerlist.practice.templates import TypePlan, load_templates
from tests.drafting.bureau import EVERYBODY, UNITS, confirmed, drafted, errors, power, register

PLANS = load_templates().types
STAGES = load().stages


def mixtures(plan: TypePlan) -> list[dict[str, Any]]:
    """Powers of a type that show each set of features, in turn."""
    names = sorted(plan.features)
    sets = [chosen for size in range(len(names) + 1) for chosen in combinations(names, size)]
    return [_showing(plan, chosen) for chosen in sets]


def _showing(plan: TypePlan, chosen: tuple[str, ...]) -> dict[str, Any]:
    stages = [stage for name in chosen for stage in plan.features[name].stages[:1]]
    words = [word for name in chosen for word in plan.features[name].words[:1]]
    told = ">".join(STAGES.text_of(key).zh for key in (*stages, "decision"))
    return {"name": "采砂" + "".join(words), "columns": (Column(heading="办理阶段", text=told),)}


CARDS: list[dict[str, Any]] = [
    {"promised_limit": "20个工作日"},
    {"promised_limit": "3个工作日", "item_type": "promised", "discretion": 3, "handles_money": True},
    {"promised_limit": "1个工作日", "item_type": "instant", "handles_money": False},
    {"promised_limit": None, "statutory_limit": "90日", "supporting_units": ("U2",)},
    {"promised_limit": None},
]


@pytest.mark.parametrize("type", sorted(PowerType), ids=str)
@pytest.mark.parametrize("card", CARDS, ids=["usual", "tight", "instant", "assisted", "no limit"])
def test_a_confirmed_draft_has_no_fault(type: PowerType, card: dict[str, Any]) -> None:
    powers = [power(type, f"w{n}", **{**card, **more}) for n, more in enumerate(mixtures(PLANS[type]))]
    powers.append(power(id="v", name="取水许可"))
    bases = [LegalBasis(id=f"{one.id}.b", owner=one.id, instrument="某法", article=1) for one in powers]
    found = errors(confirmed(register(*powers, *bases)))
    assert [finding.message.zh for finding in found] == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(sorted(PowerType)),
    st.builds(TimeLimit, value=st.integers(0, 400), unit=st.sampled_from(TimeUnit)),
)
def test_the_steps_keep_within_any_promise(type: PowerType, limit: TimeLimit) -> None:
    graph = drafted(power(type, promised_limit=limit))
    for process in graph.processes if limit.days < 3650 else ():
        span = span_of(Road.of(graph, process), STAGES)
        assert not span.limit.exceeds(limit)


def test_a_long_promise_is_used_and_not_only_kept() -> None:
    graph: PowerGraph = drafted(power(promised_limit="20个工作日"))
    (process,) = graph.processes
    assert span_of(Road.of(graph, process), STAGES).limit == TimeLimit(value=20)


@pytest.mark.parametrize("plan", PLANS.values(), ids=str)
def test_names_fit_their_boxes_and_words_are_known(plan: TypePlan) -> None:
    roles = load_templates().organisation.roles
    for road in plan.roads.values():
        for node in road.nodes.values():
            assert len(node.name) <= 12
            assert node.stage is None or node.stage in STAGES.stages
            assert node.who is None or node.who in roles
            assert node.duty_of is None or road.nodes[node.duty_of].duty
            for control in node.risk.controls if node.risk else ():
                assert set(control.owner) <= roles.keys()
    keys = {key for road in plan.roads.values() for key in road.nodes}
    assert all(set(ground.steps) <= keys for ground in plan.grounds)


@pytest.mark.parametrize("plan", PLANS.values(), ids=str)
def test_where_there_is_discretion_or_money_there_is_a_risk(plan: TypePlan) -> None:
    nodes = [node for road in plan.roads.values() for node in road.nodes.values()]
    assert [node.name for node in nodes if (node.discretion or node.money) and not node.risk] == []


@pytest.mark.parametrize("plan", PLANS.values(), ids=str)
def test_what_is_done_at_once_has_low_risk_alone(plan: TypePlan) -> None:
    rank_of = load().scheme.rank_of
    roads = [road for road in plan.roads.values() if "instant" in road.when]
    risks = [node.risk for road in roads for node in road.nodes.values() if node.risk]
    assert all(rank_of(risk.inputs["likelihood"], risk.inputs["consequence"]) == 1 for risk in risks)


def test_every_type_has_its_template() -> None:
    assert set(PLANS) == set(PowerType)


def test_a_rating_follows_the_scheme_of_the_place() -> None:
    graph = drafted(power())
    scheme = load().scheme
    for risk in graph.risks:
        assert risk.inherent
        assert risk.inherent.rank == scheme.rank_of(*(one.value for one in risk.inherent.inputs))
        assert risk.inherent.scheme == scheme.key


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sets(st.sampled_from([post.id for post in EVERYBODY])),
    st.sets(st.sampled_from(sorted(PowerType)), min_size=1, max_size=3),
)
def test_however_few_posts_there_are_no_hand_does_what_must_be_parted(
    absent: set[str], types: set[PowerType]
) -> None:
    posts = tuple(
        post.with_(reports_to=None if post.reports_to in absent else post.reports_to)
        for post in EVERYBODY
        if post.id not in absent
    )
    units = tuple(unit.with_(led_by=None if unit.led_by in absent else unit.led_by) for unit in UNITS)
    powers = [power(type, type, name=f"采砂{type.text.zh}") for type in sorted(types)]
    bases = [LegalBasis(id=f"{one.id}.b", owner=one.id, instrument="某法", article=1) for one in powers]
    found = {
        finding.code for finding in errors(confirmed(register(*powers, *bases, posts=posts, units=units)))
    }
    assert found <= {"O03", "C04", "S08"}, "only what the list itself lacks: superiors, hands enough"
