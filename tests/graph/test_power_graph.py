"""The graph says what the register says, in the words of the trade."""

import pytest

from powerlist.graph import PowerGraph
from powerlist.model.codes import Raci
from powerlist.model.duty import Assignment
from powerlist.model.organisation import Person
from powerlist.model.register import ids_in
from powerlist.model.relation import RELATIONS, relations_of
from tests.model.registers import register, with_flow

FULL = with_flow(register())
GRAPH = PowerGraph(FULL)


def test_every_thing_is_a_node_and_every_arrow_an_edge() -> None:
    nodes = {entity.id for entity in FULL.entities() if not entity.link}
    assert set(GRAPH.network.nodes) == nodes
    links = {data["link"].id for _, _, data in GRAPH.network.edges(data=True) if data["link"]}
    assert links == {entity.id for entity in FULL.entities() if entity.link}


def test_every_reference_is_an_edge_and_nothing_else_is() -> None:
    expected = sorted(
        (source, target, relation.name)
        for entity in FULL.entities()
        for relation in relations_of(entity.kind)
        for source in ids_in(entity, relation.source)
        for target in ids_in(entity, relation.target)
        if source in GRAPH.network and target in GRAPH.network
    )
    found = sorted((s, t, data["relation"]) for s, t, data in GRAPH.network.edges(data=True))
    assert found == expected
    assert {name for _, _, name in found} <= {relation.name for relation in RELATIONS}


def test_a_duty_has_its_posts_by_their_part() -> None:
    duty = FULL.duties[0]
    asked = FULL.with_(Assignment(id="x", duty=duty.id, post="P2", raci=Raci.ACCOUNTABLE))
    graph = PowerGraph(asked)
    assert [post.name for post in graph.posts_of(duty)] == ["受理岗"]
    assert [post.name for post in graph.posts_of(duty, Raci.ACCOUNTABLE)] == ["股长"]


def test_a_duty_that_is_left_to_a_unit_has_no_post() -> None:
    duty = FULL.duties[0]
    left = FULL.with_(Assignment(id=f"{duty.id}.a", duty=duty.id, unit="U1"))
    graph = PowerGraph(left)
    assert graph.posts_of(duty) == ()
    assert [unit.name for unit in graph.units_of(duty)] == ["审批股"]


def test_a_process_is_walked_from_its_power_to_its_controls() -> None:
    (process,) = GRAPH.processes_of(FULL.powers[0])
    first, second = GRAPH.steps_of(process)
    assert list(GRAPH.flow_of(process).edges) == [(first.id, second.id)]
    (risk,) = GRAPH.risks_of(FULL.powers[0])
    assert GRAPH.node_of(risk) == first
    assert GRAPH.post_at_risk(risk) == FULL.posts[0]
    (control,) = GRAPH.controls_of(risk)
    assert GRAPH.owner_of(control) == FULL.posts[1]


def test_a_reference_to_nothing_is_no_edge() -> None:
    broken = PowerGraph(FULL.with_(FULL.flows[0].with_(target="R.s9")))
    assert list(broken.flow_of(FULL.processes[0]).edges) == []


def test_the_line_of_superiors_stops_where_it_runs_in_a_circle() -> None:
    first, second = FULL.posts
    circle = FULL.with_(first.with_(reports_to="P2"), second.with_(reports_to="P1"))
    assert [post.id for post in PowerGraph(circle).superiors_of(circle.posts[0])] == ["P2"]


def test_powers_that_are_gone_have_no_duties_to_answer_for() -> None:
    gone = FULL.with_(FULL.powers[0].with_(disposition="transfer"))
    graph = PowerGraph(gone)
    assert FULL.powers[0].id not in {duty.power for duty in graph.duties}
    assert len(graph.running_powers) == len(FULL.powers) - 1


@pytest.mark.parametrize("relation", ["HOLDS"])
def test_a_person_holds_posts(relation: str) -> None:
    held = FULL.with_(Person(id="N1", name="甲", holdings=({"post": "P1"},)))  # type: ignore[arg-type]
    graph = PowerGraph(held)
    assert graph.network.has_edge("N1", "P1", key=relation)
    assert [person.id for person in graph.holders_of(held.posts[0])] == ["N1"]
