"""What must come before what, held against an honest walk of every way."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from powerlist.analysis.enforcing import unauthorised
from powerlist.analysis.road import Road
from powerlist.analysis.sequence import _turned, longest_approval
from powerlist.analysis.step_times import _on_every_way
from powerlist.model.process import Step
from powerlist.practice import load
from tests.analysis.small_flows import is_way, joined, roads, ways

PRACTICE = load()
STAGES = ("acceptance", "report", "execution", "decision", "hearing", None)


@st.composite
def staged(draw: st.DrawFn) -> Road:
    """Any small process whose steps have any stages."""
    road = draw(roads())
    given = {id: draw(st.sampled_from(STAGES)) for id in road.nodes}
    nodes = {id: node.with_(stage=given[id]) for id, node in road.nodes.items() if isinstance(node, Step)}
    return replace(road, nodes=nodes)


def at(road: Road, *stages: str) -> list[Step]:
    return [step for step in road.tasks if step.stage in stages]


@settings(max_examples=300, deadline=None)
@given(staged())
def test_a_step_is_turned_where_every_way_has_the_late_one_first_and_none_after(road: Road) -> None:
    early, late = at(road, "hearing"), at(road, "decision")
    ids = {step.id for step in late}
    for step in early:
        found = [one for one in _turned(road, early, late) if one.step.id == step.id]
        walked = list(ways(road, "s", {step.id}))
        behind = bool(walked) and all(ids & {*way} for way in walked)
        after = any(joined(road, step.id, id) for id in ids)
        assert bool(found) is (behind and not after)
        for one in found:
            assert is_way(road, list(one.way))
            assert one.way[-1] == step.id
            assert one.before.id in one.way


@settings(max_examples=300, deadline=None)
@given(staged())
def test_what_every_way_to_a_decision_passes(road: Road) -> None:
    decisions = {step.id for step in at(road, "decision")}
    walked = list(ways(road, "s", decisions))
    every = set.intersection(*({*way} for way in walked)) if walked else set()
    assert _on_every_way(road, PRACTICE.stages) == every


@settings(max_examples=300, deadline=None)
@given(staged())
def test_compulsion_without_leave_is_a_way_that_meets_none(road: Road) -> None:
    leaves = {step.id for step in at(road, "report", "decision")}
    strikes = {step.id for step in at(road, "execution")}
    found = {one.step.id: one for one in unauthorised(road, PRACTICE.stages, PRACTICE.procedures)}
    for id in strikes:
        barred = leaves | strikes - {id}
        free = [way for way in ways(road, "s", {id}) if not barred & {*way}]
        assert (id in found) is bool(free)
        if free:
            assert len(found[id].way) == min(map(len, free))
            assert not barred & {*found[id].way}
            assert is_way(road, list(found[id].way))


@settings(max_examples=200, deadline=None)
@given(staged())
def test_a_chain_of_approvals_is_unbroken_and_ends_at_its_decision(road: Road) -> None:
    chain = longest_approval(road, PRACTICE.stages)
    assert all(step.stage in ("report", "decision") for step in chain)
    assert len({step.id for step in chain}) == len(chain)
    assert bool(chain) is bool(at(road, "report", "decision"))
    assert all(step.stage == "report" for step in chain[:-1])
