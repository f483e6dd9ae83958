"""Every question of the cookbook, asked of a real Neo4j, against what the graph in memory answers.

Two bureaus are asked: the demo, and one with a wound for each question, so that each finds something.
"""

import re
from collections.abc import Iterator

import pytest

from powerlist.graph import PowerGraph
from powerlist.model.process import Flow
from powerlist.model.register import Register
from powerlist.practice import StageRole, load
from powerlist.resources import docs_folder
from powerlist.stores import NEW, open_store
from tests.stores.conftest import driver_of, emptied
from tests.stores.contract import bureau
from tests.stores.questions import ANSWERS
from tests.stores.servers import Server

pytestmark = pytest.mark.xdist_group("neo4j")

Rows = list[tuple[object, ...]]
_PAGE = (docs_folder() / "cookbook.md").read_text(encoding="utf-8")
QUESTIONS = {
    int(number): statement
    for number, statement in re.findall(r"^## (\d+)\. .*?^```cypher\n(.*?)^```", _PAGE, re.M | re.S)
}


def wounded() -> Register:
    """The demo bureau with something for every question to find."""
    demo = bureau()
    graph = PowerGraph(demo)
    stages = load().stages
    bare = next(step for step in demo.steps if step.discretion and graph.risks_at(step))
    risks = [r for r in demo.risks if r.rank == 3 and graph.post_at_risk(r) and r.step != bare.id]
    at_risk = graph.post_at_risk(risks[1])
    below = next(post for post in demo.posts if at_risk in graph.superiors_of(post))
    process = demo.processes[0]
    steps = graph.steps_of(process)
    start = next(step for step in steps if step.step_kind == "start")
    review = next(step for step in steps if stages.role_of(step.stage) is StageRole.REVIEW)
    decision = next(step for step in steps if stages.role_of(step.stage) is StageRole.DECISION)
    duty = next(duty for duty in demo.duties if graph.steps_doing(duty))
    control = graph.controls_of(risks[2])[0]
    assert at_risk
    gone = [a.id for a in graph.assignments_of(duty)] + [risk.id for risk in graph.risks_at(bare)]
    idle = [s.with_(duties=tuple(d for d in s.duties if d != duty.id)) for s in graph.steps_doing(duty)]
    changed = demo.with_(*idle).with_(
        risks[0].with_(supervisor=None),
        risks[1].with_(supervisor=below.id),
        Flow(id="short-cut", process=process.id, source=start.id, target=decision.id),
        graph.register[review.id].with_(post=decision.post),
        control.with_(owner=graph.post_at_risk(risks[2]).id),  # type: ignore[union-attr]
        at_risk.with_(holders=0),
        *(oversight.with_(covers=()) for oversight in demo.oversights),
        *(pledge.with_(signed_on=None) for pledge in demo.pledges),
        demo.powers[0].with_(id="without-process", code=""),
    )
    after = [c.id for c in demo.controls if c.phase == "after" and c.id != control.id]
    return changed.without([*gone, *after])


@pytest.fixture(scope="module")
def asked(neo4j_running: Server) -> Iterator[list[tuple[Register, dict[int, Rows]]]]:
    """What the server answers to every question, for either bureau."""
    emptied(neo4j_running)
    store = open_store(neo4j_running.url)
    found = []
    for revision, register in enumerate((bureau(), wounded()), start=NEW):
        store.save(register, based_on=revision, id="bureau")
        found.append((register, {number: _rows(neo4j_running, QUESTIONS[number]) for number in QUESTIONS}))
    yield found
    store.close()


def _rows(server: Server, statement: str) -> Rows:
    with driver_of(server) as driver:
        answer = driver.execute_query(statement, database_=server.database)  # type: ignore[arg-type]
        return [tuple(record.values()) for record in answer.records]


def test_there_are_fifteen_questions_with_an_answer_each() -> None:
    assert sorted(QUESTIONS) == sorted(ANSWERS) == list(range(1, 16))


@pytest.mark.parametrize("number", sorted(ANSWERS))
def test_the_server_answers_as_the_graph_does(
    asked: list[tuple[Register, dict[int, Rows]]], number: int
) -> None:
    for register, answers in asked:
        known = list(ANSWERS[number](PowerGraph(register)))
        assert sorted(answers[number], key=repr) == sorted(known, key=repr)
    assert any(answers[number] for _, answers in asked), "neither bureau has anything to find"


def test_stages_named_on_the_page_are_those_of_the_catalogue() -> None:
    stages = load().stages
    for role, first in ((StageRole.REVIEW, "review"), (StageRole.DECISION, "decision")):
        named = {
            word for part in re.findall(rf"\['{first}'.*?\]", _PAGE) for word in re.findall(r"'(\w+)'", part)
        }
        assert named == {key for key in stages.stages if stages.role_of(key) is role}
