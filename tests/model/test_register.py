"""A register: unique ids, new copies, origins beside the things."""

from datetime import date

import pytest
from pydantic import ValidationError

from powerlist.model.codes import PowerType
from powerlist.model.entity import State, Visibility, visibility
from powerlist.model.fingerprint import fingerprint
from powerlist.model.limits import TimeLimit
from powerlist.model.organisation import Person, Post
from powerlist.model.plain import from_plain, to_plain
from powerlist.model.process import Step
from powerlist.model.register import KINDS, Register
from powerlist.model.relation import RELATIONS
from powerlist.model.risk import RiskPoint
from tests.model.registers import register, with_flow

FULL = with_flow(register())


def test_an_id_used_twice_is_refused() -> None:
    with pytest.raises(ValidationError, match="P1"):
        Register(authority=FULL.authority, posts=(*FULL.posts, Post(id="P1", name="另一岗")))


def test_a_copy_leaves_the_first_as_it_was() -> None:
    changed = FULL.with_(FULL.posts[0].with_(name="窗口岗"))
    assert (FULL.posts[0].name, changed.posts[0].name) == ("受理岗", "窗口岗")


def test_plain_data_gives_the_same_register_back_with_its_origins() -> None:
    back = from_plain(to_plain(FULL))
    assert back == FULL
    assert back.origins == FULL.origins


def test_plain_data_refuses_what_it_does_not_know() -> None:
    with pytest.raises(ValidationError):
        from_plain({**to_plain(FULL), "powrs": []})


def test_a_place_is_the_fields_else_the_things_else_its_parents() -> None:
    power, duty = FULL.powers[0], FULL.duties[0]
    assert str(FULL.source_of(power, "name")) == "清单.xls:表1!B3"
    assert FULL.source_of(duty, "text") is None
    whole = FULL.with_(origins={(power.id, ""): FULL.origins[power.id, "name"]})
    assert str(whole.source_of(duty, "text")) == "清单.xls:表1!B3"


def test_the_fingerprint_follows_content_only() -> None:
    bare = FULL.model_copy(update={"origins": {}})
    drafted = FULL.with_(FULL.duties[0].with_(state=State.DRAFTED))
    turned = FULL.model_copy(update={"powers": FULL.powers[::-1]})
    assert {fingerprint(one) for one in (FULL, bare, drafted, turned)} == {fingerprint(FULL)}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_fingerprint_sees_every_thing_come_and_go(kind: str) -> None:
    for entity in getattr(FULL, KINDS[kind].table)[:1]:
        assert fingerprint(FULL.without([entity.id])) != fingerprint(FULL)


def test_the_fingerprint_sees_a_changed_field() -> None:
    changed = FULL.with_(FULL.steps[0].with_(limit=TimeLimit(value=2)))
    assert fingerprint(changed) != fingerprint(FULL)
    assert fingerprint(changed.powers) == fingerprint(FULL.powers)


def test_what_is_only_drafted_is_not_stated() -> None:
    drafted = FULL.with_(FULL.steps[0].with_(state=State.DRAFTED))
    assert FULL.steps[0].id not in [step.id for step in drafted.stated().steps]


def test_an_assignment_that_ended_is_not_there_on_a_later_day() -> None:
    ended = FULL.with_(FULL.assignments[0].with_(valid_to=date(2025, 12, 31)))
    assert len(ended.as_of(date(2025, 12, 31)).assignments) == len(FULL.assignments)
    assert len(ended.as_of(date(2026, 1, 1)).assignments) == len(FULL.assignments) - 1


def test_a_reference_to_nothing_is_told_with_its_field() -> None:
    broken = FULL.with_(FULL.flows[0].with_(target="R.s9"), FULL.steps[0].with_(post="U1"))
    told = {(entity.id, field, id) for entity, field, id in broken.dangling()}
    assert told == {("R.f1", "target", "R.s9"), ("R.s1", "post", "U1")}


def test_persons_are_never_public_and_risks_are_for_discipline() -> None:
    assert visibility(Person, "name") is not Visibility.PUBLIC
    assert visibility(RiskPoint, "event") is Visibility.DISCIPLINE_ONLY
    assert visibility(Step, "post") is Visibility.INTERNAL
    assert visibility(Step, "name") is Visibility.PUBLIC


def test_every_relation_names_a_field_and_kinds_that_exist() -> None:
    for relation in RELATIONS:
        kind = KINDS[relation.kind]
        assert hasattr(kind, relation.target) or relation.target in kind.model_fields
        assert relation.source in kind.model_fields
        assert set(relation.to) <= set(KINDS)


def test_every_parent_is_a_relation() -> None:
    for kind in KINDS.values():
        ends = {end for r in RELATIONS if r.kind == kind.kind for end in (r.source, r.target)}
        assert kind.parent is None or kind.parent in ends


def test_a_chinese_name_means_the_member() -> None:
    assert PowerType("行政许可") is PowerType.LICENCE
    with pytest.raises(ValueError, match="行政许"):
        PowerType("行政许")


@pytest.mark.parametrize("words", ["当场", "20个工作日", "30日", "3个月", "2小时", "1年", "1.5个工作日"])
def test_a_limit_is_read_back_from_its_own_words(words: str) -> None:
    limit = TimeLimit.model_validate(words)
    assert limit.text.zh == words
    assert TimeLimit.model_validate(limit.model_dump(mode="json")) == limit


def test_limits_compare_exactly_in_one_unit_and_roughly_across() -> None:
    assert TimeLimit.model_validate("21个工作日").exceeds(TimeLimit.model_validate("20个工作日"))
    assert not TimeLimit.model_validate("5个工作日").exceeds(TimeLimit.model_validate("7日"))
    assert TimeLimit.model_validate("2个月").exceeds(TimeLimit.model_validate("40个工作日"))
