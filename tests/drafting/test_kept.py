"""What a person wrote is never overwritten, and a second draft proposes nothing."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from powerlist.drafting import confirm, draft
from powerlist.errors import UsageError
from powerlist.formats.yaml_tree import read_yaml, write_yaml
from powerlist.model.codes import Raci
from powerlist.model.duty import Assignment, Duty
from powerlist.model.entity import State
from powerlist.model.fingerprint import fingerprint
from powerlist.model.organisation import Unit
from powerlist.model.power import Power
from powerlist.model.process import Process, Step
from powerlist.model.register import KINDS, Register
from powerlist.practice import load
from powerlist.rules import check
from tests.data.test_demo import bureau as demo
from tests.drafting.bureau import DAY, drafted, post_at, power, process_of, register, steps
from tests.stores.generated import registers

PRACTICE = load()
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def kept(before: Register, after: Register) -> bool:
    """Whether everything of `before` is in `after` as it was, in its order."""
    return all(
        getattr(after, name)[: len(rows)] == rows
        for name, rows in before.tables().items()
        if name != "authority"
    )


@st.composite
def torn(draw: st.DrawFn) -> Register:
    """The demo bureau, of which any powers have lost any of their layers."""
    whole = demo()
    layers = draw(
        st.sets(st.sampled_from(["duty", "assignment", "ground", "process", "risk", "post", "basis"]))
    )
    powers = draw(st.sets(st.sampled_from([p.id for p in whole.powers]), max_size=20))
    gone: set[str] = set()
    for entity in whole.entities():
        owner = whole.parent_of(entity)
        torn_out = entity.kind == "post" or _touches(whole, entity.id, powers)
        if (entity.kind in layers and torn_out) or (owner and owner.id in gone):
            gone.add(entity.id)
    return whole.without(gone)


def _touches(register: Register, id: str, powers: set[str]) -> bool:
    entity = register[id]
    while not isinstance(entity, Power | Process):
        owner = register.parent_of(entity)
        if owner is None:
            return False
        entity = owner
    named = {entity.id} if isinstance(entity, Power) else set(entity.powers)
    return not powers.isdisjoint(named)


@SLOW
@given(torn())
def test_a_torn_bureau_is_mended_beside_what_is_left(before: Register) -> None:
    found = draft(before, PRACTICE)
    assert kept(before, found.register)
    assert {entity.state for entity in found.proposals} <= {State.DRAFTED}
    assert not draft(found.register, PRACTICE).proposals


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(registers())
def test_no_register_is_too_strange_to_draft_for(before: Register) -> None:
    found = draft(before, PRACTICE)
    assert kept(before, found.register)
    assert not draft(found.register, PRACTICE).proposals


def test_a_draft_changes_no_finding() -> None:
    before = demo()
    after = draft(before, PRACTICE).register
    assert check(after, PRACTICE, DAY) == check(before, PRACTICE, DAY)


def test_the_same_list_gives_the_same_draft() -> None:
    assert draft(demo(), PRACTICE).proposals == draft(demo(), PRACTICE).proposals


def test_a_row_above_changes_no_id_of_another_unit() -> None:
    one = {entity.id for entity in draft(register(power()), PRACTICE).proposals}
    new = power("reward", "a", name="奖励", units=("U2",))
    assert one <= {entity.id for entity in draft(register(new, power()), PRACTICE).proposals}


def test_only_the_units_that_are_asked_for_are_looked_at() -> None:
    both = register(power(), power(id="v", name="取水许可", units=("U2",)))
    for word in ("U2", "办公室"):
        graph = draft(both, PRACTICE, units=[word]).register
        assert {process.powers for process in graph.processes} == {("v",)}


def test_an_unknown_unit_is_asked_back() -> None:
    with pytest.raises(UsageError, match="没有科室“审批科”，是不是“审批股”"):
        draft(register(power()), PRACTICE, units=["审批科"])


def test_stated_duties_are_kept_and_carried_out_by_the_drafted_steps() -> None:
    stated = Duty(id="d", power="w", text="受理申请并出具凭证", stage="acceptance")
    odd = Duty(id="e", power="w", text="做好有关工作")
    graph = drafted(power(), stated, odd)
    process = process_of(graph)
    assert steps(graph, process)["受理"].duties == ("d",)
    assert graph.steps_doing(odd)
    assert [post.id for post in graph.posts_of(stated)] == ["window"]
    decided = steps(graph, process)["作出决定"].duties
    assert [graph.register[id].state for id in decided] == [State.DRAFTED]


def test_a_post_that_the_list_names_for_a_duty_does_its_step() -> None:
    stated = Duty(id="d", power="w", text="审查材料", stage="review")
    doing = Assignment(id="a", duty="d", post="reviewer")
    graph = drafted(power(), stated, doing)
    assert post_at(graph, process_of(graph), "书面审查") == "reviewer"
    assert post_at(graph, process_of(graph), "审核") == "head"
    assert [post.id for post in graph.posts_of(stated)] == ["reviewer"]
    assert [post.id for post in graph.posts_of(stated, Raci.ACCOUNTABLE)] == ["head"]


def test_a_process_that_is_there_gets_only_risks_and_the_power_only_duties() -> None:
    process = Process(id="p", name="办理", powers=("w",))
    decide = Step(id="s", process="p", name="决定", stage="decision", post="deputy")
    graph = drafted(power(), process, decide)
    assert graph.processes == (process,)
    assert graph.steps_of(process) == (decide,)
    assert [risk.step for risk in graph.risks] == ["s"]
    assert graph.duties


def test_a_bare_list_gets_posts_too() -> None:
    bare = register(power(units=("U1",)), posts=(), units=(Unit(id="U1", name="审批股"),))
    found = draft(bare, PRACTICE).register
    assert {post.name for post in found.posts} >= {
        "受理岗",
        "承办岗",
        "审核岗",
        "负责人",
        "分管领导",
        "主要领导",
    }
    assert all(post.state is State.DRAFTED for post in found.posts)
    assert all(step.post for step in found.steps if step.stage)


def test_every_kind_of_thing_that_is_proposed_is_known_to_the_register() -> None:
    assert {entity.kind for entity in draft(demo(), PRACTICE).proposals} <= KINDS.keys()
    assert not list(draft(demo(), PRACTICE).register.dangling())


def test_what_is_confirmed_stays_as_it_was_confirmed() -> None:
    found = draft(register(power()), PRACTICE).register
    sealed = confirm(found, unit="U1", by="head", on=DAY).register
    later = draft(sealed.with_(power(id="v", name="取水许可")), PRACTICE).register
    assert all(later[entity.id] == entity for entity in sealed.entities())


def test_a_power_that_comes_later_joins_the_drafted_process_of_its_road() -> None:
    first = draft(register(power()), PRACTICE).register
    later = draft(first.with_(power(id="v", name="取水许可")), PRACTICE).register
    (process,) = later.processes
    assert process.powers == ("w", "v")
    assert process.name == "行政许可办理流程"
    decided = next(step for step in later.steps if step.name == "作出决定")
    assert [later[id].power for id in decided.duties] == ["w", "v"]  # type: ignore[attr-defined]
    assert not draft(later, PRACTICE).proposals


def test_one_that_promises_more_than_the_process_keeps_gets_its_own() -> None:
    first = draft(register(power()), PRACTICE).register
    later = draft(first.with_(power(id="v", name="取水许可", promised_limit="5个工作日")), PRACTICE).register
    assert [process.powers for process in later.processes] == [("w",), ("v",)]


def test_nobody_joins_a_process_that_a_post_has_confirmed() -> None:
    first = confirm(draft(register(power()), PRACTICE).register, unit="U1", by="head", on=DAY).register
    later = draft(first.with_(power(id="v", name="取水许可")), PRACTICE).register
    assert [process.powers for process in later.processes] == [("w",), ("v",)]


def test_steps_that_have_lost_their_process_are_in_nobodys_way() -> None:
    first = draft(register(power()), PRACTICE).register
    headless = first.without([first.processes[0].id])
    assert kept(headless, draft(headless, PRACTICE).register)


def test_unit_by_unit_or_all_at_once_gives_the_same_draft() -> None:
    whole = draft(demo(), PRACTICE).register
    piecemeal = demo()
    for unit in reversed(demo().units):
        piecemeal = draft(piecemeal, PRACTICE, units=[unit.id]).register
    assert fingerprint(piecemeal) == fingerprint(whole)


def test_a_draft_survives_the_way_through_a_file(tmp_path: Path) -> None:
    found = draft(demo(), PRACTICE).register
    write_yaml(found, tmp_path / "draft.yaml")
    back = read_yaml([tmp_path / "draft.yaml"]).register
    assert fingerprint(back) == fingerprint(found)
    assert {e.id: e.state for e in back.entities()} == {e.id: e.state for e in found.entities()}
    assert not draft(back, PRACTICE).proposals
