"""Soundness, bypass, critical path and ways in one hand, against an honest walk of every way."""

import itertools

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from powerlist.analysis.alone import ways_alone
from powerlist.analysis.bypass import way_round
from powerlist.analysis.critical_path import longest
from powerlist.analysis.road import Road, loops
from powerlist.analysis.separation import Hand
from powerlist.analysis.soundness import circle, dead_ends, traps, unreachable, way_to
from powerlist.model.codes import StepKind
from powerlist.model.organisation import Post
from tests.analysis.small_flows import is_way, joined, road, roads, ways

thorough = settings(max_examples=300, deadline=None)


def is_end(road: Road, id: str) -> bool:
    return id in road.of_kind(StepKind.END)


def is_reached(road: Road, id: str) -> bool:
    return next(ways(road, "s", {id}), None) is not None


@thorough
@given(roads())
def test_what_cannot_be_reached(road: Road) -> None:
    regions = unreachable(road)
    lost = {id for id in road.nodes if not is_reached(road, id)}
    assert {id for region in regions for id in region} == lost
    for head, *rest in regions:
        before = {id for id in road.nodes if joined(road, id, head)}
        assert all(joined(road, head, id) for id in before), "only its own circle leads to the entry"
        assert all(joined(road, head, id) for id in rest)


@thorough
@given(roads())
def test_what_leads_nowhere(road: Road) -> None:
    stuck = [
        id
        for id in road.nodes
        if is_reached(road, id)
        and not is_end(road, id)
        and not any(joined(road, id, to) for to in road.nodes)
    ]
    assert dead_ends(road) == stuck
    for id in stuck:
        way = way_to(road, id)
        assert way[0] == "s"
        assert way[-1] == id
        assert is_way(road, way)
        assert len(way) == min(map(len, ways(road, "s", {id})))


@thorough
@given(roads())
def test_what_circles_for_ever(road: Road) -> None:
    def after(id: str) -> set[str]:
        return {to for to in road.nodes if joined(road, id, to)}

    endless = {
        id
        for id in road.nodes
        if is_reached(road, id)
        and id in after(id)
        and all(id in after(to) for to in after(id))
        and not any(is_end(road, to) for to in after(id))
    }
    found = traps(road)
    assert {id for loop in found for id in loop} == endless
    assert sum(map(len, found)) == len(endless)
    for loop in found:
        way = circle(road, loop)
        assert way[0] == way[-1] == min(loop)
        assert is_way(road, way)
        assert set(way) <= set(loop)


@thorough
@given(roads())
def test_sound_means_that_nothing_is_found(road: Road) -> None:
    ends = road.of_kind(StepKind.END)
    good = all(is_reached(road, id) and next(ways(road, id, ends), None) is not None for id in road.nodes)
    faults = bool(unreachable(road) or dead_ends(road) or traps(road))
    if good:
        assert not faults
    elif ends and all(is_reached(road, id) for id in road.nodes):
        assert faults


@thorough
@given(roads(), st.data())
def test_the_way_round_the_reviews(road: Road, data: st.DataObject) -> None:
    goal = data.draw(st.sampled_from(list(road.nodes)))
    reviews = data.draw(st.sets(st.sampled_from([id for id in road.nodes if id != goal] or [goal])))
    reviews -= {goal}
    free = [way for way in ways(road, "s", {goal}) if reviews.isdisjoint(way)]
    found = way_round(road, goal, reviews)
    if not free:
        assert found is None
        return
    assert found is not None
    assert is_way(road, found)
    assert (found[0], found[-1]) == ("s", goal)
    assert reviews.isdisjoint(found)
    assert len(found) == min(map(len, free))


@thorough
@given(roads(), st.data())
def test_a_review_that_dominates_the_decision_leaves_no_way_round(road: Road, data: st.DataObject) -> None:
    graph = nx.DiGraph([(flow.source, flow.target) for flow in road.flows])
    graph.add_node("s")
    above = nx.immediate_dominators(graph, "s")
    goal = data.draw(st.sampled_from(sorted({"s", *above})))
    line, at = [], above.get(goal)
    while at not in (None, "s", *line):
        line.append(at)
        at = above.get(at)
    for review in line:
        if review != goal:
            assert way_round(road, goal, {review}) is None


@thorough
@given(roads(), st.data())
def test_the_longest_way(road: Road, data: st.DataObject) -> None:
    days = {id: float(data.draw(st.integers(0, 9))) for id in road.nodes}
    goals = data.draw(st.sets(st.sampled_from(list(road.nodes)), min_size=1))
    total, way = longest(road.ahead, days, ["s"], goals)
    slow = [sum(days[id] for id in way) for way in ways(road, "s", goals)]
    if not slow:
        assert (total, way) == (0.0, [])
    elif _reducible(road):
        assert total == max(slow)
        assert is_way(road, way)
        assert (way[0], way[-1] in goals) == ("s", True)
        assert sum(days[id] for id in way) == total
    else:  # what still circles counts as one block: never less than the honest answer
        assert max(slow) <= total <= sum(days.values())


def _reducible(road: Road) -> bool:
    """Whether no circle is left once flows back to a dominator are taken out."""
    graph = nx.DiGraph([(flow.source, flow.target) for flow in road.flows])
    graph.add_nodes_from(road.nodes)

    def dominates(one: str, other: str) -> bool:
        return is_reached(road, other) and all(one in way for way in ways(road, "s", {other}))

    back = [(a, b) for a, b in graph.edges if dominates(b, a)]
    graph.remove_edges_from(back)
    return nx.is_directed_acyclic_graph(graph)


@thorough
@given(roads())
def test_loops_are_the_parts_that_circle(road: Road) -> None:
    found = {frozenset(loop) for loop in loops(road.ahead)}
    slow = {
        frozenset(to for to in road.nodes if joined(road, id, to) and joined(road, to, id))
        for id in road.nodes
        if joined(road, id, id)
    }
    assert found == slow


@thorough
@given(roads(), st.data())
def test_the_way_in_one_hand(road: Road, data: st.DataObject) -> None:
    mine = data.draw(st.sets(st.sampled_from(list(road.nodes))))
    tasks = [step.id for step in road.tasks]
    decisions = sorted(data.draw(st.sets(st.sampled_from(tasks)))) if tasks else []
    for id, node in road.nodes.items():
        post = "me" if id in mine else "other" if node.step_kind is StepKind.TASK else None
        road.nodes[id] = node.with_(post=post)
    done_by = {id: Post(id=node.post, name=node.post) for id, node in road.nodes.items() if node.post}
    hands = [Hand((Post(id="me", name="我"),))]
    way = next((way for _, way in ways_alone(road, hands, decisions, lambda step: False, done_by)), None)
    own = {id for id, node in road.nodes.items() if node.post in ("me", None)}
    allowed = nx.DiGraph([(f.source, f.target) for f in road.flows if {f.source, f.target} <= own])
    allowed.add_nodes_from(own)
    after = {id: {id, *nx.descendants(allowed, id)} for id in own}
    possible = any(
        {decision, other} <= after["s"] and not after[last].isdisjoint(road.ends)
        for decision in decisions
        for other in mine
        if "s" in own and decision in own & mine and other != decision
        for first, last in ((decision, other), (other, decision))
        if last in after[first] and first in after["s"]
    )
    assert (way is not None) == possible
    if way is None:
        return
    assert is_way(road, way)
    assert own.issuperset(way)
    assert len(mine.intersection(way)) > 1
    assert way[-1] in road.ends
    assert not set(decisions).isdisjoint(way)


def test_a_long_line_is_walked_without_recursion() -> None:
    names = [f"n{n}" for n in range(5000)]
    ahead = {one: [other] for one, other in itertools.pairwise(names)} | {names[-1]: []}
    assert longest(ahead, dict.fromkeys(names, 1.0), [names[0]], {names[-1]})[0] == 5000.0
    ahead[names[-1]] = [names[0]]
    assert loops(ahead) == [names]


def test_thirty_diamonds_in_a_row_are_answered_at_once() -> None:
    """A billion ways: whoever walks them all does not come back."""
    edges, names = [], ["s"]
    for n in range(30):
        edges += [(f"{names[-1]}", f"a{n}"), (names[-1], f"b{n}"), (f"a{n}", f"c{n}"), (f"b{n}", f"c{n}")]
        names += [f"a{n}", f"b{n}", f"c{n}"]
    flow = road(edges, "", "")
    ahead = {name: [b for a, b in edges if a == name] for name in names}
    assert longest(ahead, dict.fromkeys(names, 1.0), ["s"], {"c29"})[0] == 61.0
    assert not flow.nodes


@pytest.mark.parametrize("order", ["sabc", "cbas"])
def test_answers_do_not_hang_on_the_order_of_the_register(order: str) -> None:
    edges = [("s", "a"), ("a", "b"), ("b", "c"), ("c", "a")]
    flow = road(edges, order, starts="s", ends="")
    assert [loop[0] for loop in traps(flow)] == ["a"]
