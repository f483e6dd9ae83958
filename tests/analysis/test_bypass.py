"""Must-pass checks at parallel bars, and what closes the way round, against every way and every cut."""

from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from powerlist.analysis.bypass import fewest_to_close, must_follow, must_pass, open_nodes
from powerlist.analysis.road import Road
from tests.analysis.charts import chart_of, random_chart
from tests.analysis.small_flows import is_way, roads, ways
from tests.analysis.state_space import StateSpace


def test_a_review_on_one_of_two_parallel_branches_is_always_met() -> None:
    road = chart_of("s1 a1 t1 a2 t9 e1; a1 t2 a2").road()
    assert must_pass(road, {"t1"}, "t9") is None
    assert must_follow(road, {"t2"}, "a1") is None
    assert must_follow(road, {"t2"}, "t1") == ["t1", "a2", "t9", "e1"]


def test_one_of_two_alternatives_is_not() -> None:
    road = chart_of("s1 x1 t1 x2 t9 e1; x1 t2 x2").road()
    assert must_pass(road, {"t1"}, "t9") == ["s1", "x1", "t2", "x2", "t9"]
    assert must_pass(road, {"t1", "t2"}, "t9") is None
    assert must_follow(road, {"t1"}, "s1") == ["s1", "x1", "t2", "x2", "t9", "e1"]


def test_an_inclusive_branch_may_be_left_out() -> None:
    assert must_pass(chart_of("s1 o1 t1 o2 t9 e1; o1 t2 o2").road(), {"t1"}, "t9")


def test_a_bar_that_something_unreachable_leads_to_is_passed_by_the_rest() -> None:
    assert must_pass(chart_of("s1 t1 a2 t9 e1; t7 a2").road(), {"t5"}, "t9")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6))
def test_at_bars_it_agrees_with_every_state_of_a_sound_chart(seed: int) -> None:
    """A run of tokens that has its turn at the goal and never at the musts: there is one or not."""
    random = Random(seed)
    chart = random_chart(random, 14, kinds="xa", width=2)
    names = [name for name, kind in chart.kinds.items() if kind == "t"]
    goal, must = random.choice(names), {random.choice(names)}
    if goal in must:
        return
    space = StateSpace(chart)
    waiting, seen, met = [1], {1}, False
    while waiting:
        for name, after in space.turns(waiting.pop()):
            met |= name == goal
            if name not in must and after not in seen:
                seen.add(after)
                waiting.append(after)
    road = chart.road()
    way = must_pass(road, must, goal)
    assert (way is not None) == met
    assert way is None or (is_way(road, way) and must.isdisjoint(way) and way[-1] == goal)


@settings(max_examples=200, deadline=None)
@given(roads(), st.data())
def test_what_follows_on_every_way(road: Road, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from(list(road.nodes)))
    after = data.draw(st.sets(st.sampled_from(list(road.nodes)), max_size=2)) - {at}
    free = [way for way in ways(road, at, road.ends) if after.isdisjoint(way)]
    found = must_follow(road, after, at)
    assert (found is None) == (not free)
    if found:
        assert is_way(road, found)
        assert len(found) == min(map(len, free))


@settings(max_examples=200, deadline=None)
@given(roads(), st.data())
def test_no_smaller_cut_closes_the_way_round(road: Road, data: st.DataObject) -> None:
    goal = data.draw(st.sampled_from([id for id in road.nodes if id != "s"]))
    reviews = data.draw(st.sets(st.sampled_from(list(road.nodes)), max_size=2)) - {goal, "s"}

    def is_open(closed: tuple[str, ...]) -> bool:
        flows = [flow for flow in road.flows if flow.id not in closed]
        ahead = {id: [f.target for f in flows if f.source == id] for id in road.nodes}
        behind = {id: [f.source for f in flows if f.target == id] for id in road.nodes}
        rest = Road(road.process, road.nodes, tuple(flows), ahead, behind)
        return goal in open_nodes(rest, lambda id: id not in reviews)

    cut = tuple(flow.id for flow in fewest_to_close(road, goal, reviews))
    assert not is_open(cut)
    if cut:
        assert not any(not is_open(less) for less in combinations([f.id for f in road.flows], len(cut) - 1))
