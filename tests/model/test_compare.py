"""A newer list over an older register: what is new, gone, changed, and what of it is taken."""

import pytest

from powerlist.errors import UsageError
from powerlist.formats.change_text import change_text
from powerlist.formats.yaml_tree import read_yaml
from powerlist.model.compare import What, taken_over
from powerlist.model.duty import Assignment
from powerlist.model.entity import State
from powerlist.model.organisation import Post, Unit
from powerlist.model.register import Register
from powerlist.model.taking import chosen, taken, without_whole
from powerlist.resources import data_folder
from tests.model.registers import NAMES, TEXTS, register, with_flow


def listed(names: tuple[str, ...] = NAMES, texts: tuple[str, ...] = TEXTS) -> Register:
    """What a list says: powers and duties, a unit in passing, nothing of posts, flows and risks."""
    full = register(names, texts)
    units = (Unit(id="u", name="审批股"),)
    powers = [power.with_(units=("u",)) for power in full.powers]
    return Register(
        authority=full.authority, units=units, powers=powers, duties=full.duties, origins=full.origins
    )


BASE = with_flow(register())
BASE = BASE.with_(*(power.with_(units=("U1",)) for power in BASE.powers), Unit(id="U9", name="办公室"))


def told(new: Register, old: Register = BASE) -> list[tuple[str, str]]:
    return [(change.what.value, change.thing.title) for change in taken_over(new, old).roots]


def test_the_same_list_changes_nothing() -> None:
    changes = taken_over(listed(), BASE)
    assert changes.all == ()
    assert taken(changes) == BASE


def test_the_demo_beside_itself_changes_nothing() -> None:
    bureau = read_yaml([data_folder() / "demo" / "bureau"]).register
    assert taken_over(bureau, bureau).all == ()


def test_a_new_and_a_gone_power_are_told_once_each() -> None:
    new = listed(("采矿许可", "取水许可", "排污口设置审核"))
    assert told(new) == [("new", "排污口设置审核"), ("gone", "砍伐许可")]


def test_a_mended_text_keeps_its_id_and_what_hangs_on_it() -> None:
    changes = taken_over(listed(texts=("当场受理或者一次性告知补正内容", *TEXTS[1:])), BASE)
    assert {change.what for change in changes.all} == {What.CHANGED}
    after = taken(changes)
    assert [duty.id for duty in after.duties] == [duty.id for duty in BASE.duties]
    assert after.duties[0].text == "当场受理或者一次性告知补正内容"
    assert after.assignments == BASE.assignments
    assert after.steps == BASE.steps


def test_what_a_list_has_no_column_for_stays() -> None:
    old = BASE.with_(BASE.powers[0].with_(discretion=3, note="内部"))
    assert taken_over(listed(), old).all == ()


def test_a_unit_that_the_list_does_not_mention_stays_and_its_posts_too() -> None:
    after = taken(taken_over(listed(("采矿许可",)), BASE))
    assert (after.units, after.posts) == (BASE.units, BASE.posts)


def test_a_post_named_in_passing_is_neither_renamed_nor_moved() -> None:
    new = listed().with_(Post(id="x", name="受理员岗", level="window"))
    changes = taken_over(new, BASE)
    assert changes.newer.posts[0].id == "P1"
    assert changes.all == ()


def test_an_organisation_that_is_described_anew_is_taken() -> None:
    new = listed().with_(Post(id="P1", name="受理员岗", unit="u", work="受理"))
    changes = taken_over(new, BASE)
    assert ("gone", "股长") in [(one.what.value, one.thing.title) for one in changes.all]
    assert taken(changes).posts[0].name == "受理员岗"


def test_a_list_that_names_units_only_takes_no_post_from_a_duty() -> None:
    new = listed()
    new = new.with_(*(Assignment(id=f"{duty.id}.u", duty=duty.id, unit="u") for duty in new.duties))
    changes = taken_over(new, BASE)
    assert changes.all == ()
    far = BASE.with_(*(one.with_(raci="I", valid_from="2020-01-01") for one in BASE.assignments))
    kept = taken(taken_over(new, far))
    assert {one.post for one in far.assignments} <= {one.post for one in kept.assignments}


def test_a_power_that_goes_takes_its_process_and_leaves_no_loose_end() -> None:
    changes = taken_over(listed(("取水许可", "砍伐许可")), BASE)
    after = taken(changes)
    assert list(after.dangling()) == []
    assert (after.processes, after.steps, after.risks, after.controls, after.bases) == ((), (), (), (), ())
    assert len(after.powers) == 2


def test_only_some_changes_are_taken() -> None:
    changes = taken_over(listed(("采矿许可", "取水许可", "排污口设置审核")), BASE)
    assert len(taken(changes, ["new"]).powers) == 4
    assert len(taken(changes, ["减少"]).powers) == 2
    one = taken(changes, ["new", "砍伐许可"])
    assert one == BASE
    named = chosen(changes, ["排污口设置审核"])
    assert {change.thing.kind for change in named} == {"power", "duty"}


def test_what_a_chosen_change_needs_comes_along() -> None:
    new = listed(("采矿许可", "取水许可", "砍伐许可", "排污口设置审核"))
    new = new.with_(Unit(id="V", name="水务中心"), Unit(id="W", name="水政股", parent_unit="V"))
    new = new.with_(new.powers[3].with_(units=("W",)))
    after = taken(taken_over(new, BASE), ["排污口设置审核"])
    assert {"水政股", "水务中心"} <= {unit.name for unit in after.units}
    assert list(after.dangling()) == []


def test_an_unknown_word_is_told() -> None:
    with pytest.raises(UsageError, match="无此职权"):
        taken(taken_over(listed(), BASE), ["无此职权"])


def test_a_changed_thing_is_no_longer_confirmed_and_knows_its_new_place() -> None:
    old = BASE.with_(
        BASE.powers[0].with_(state=State.CONFIRMED, confirmed_by="P2", promised_limit="9个工作日")
    )
    new = listed()
    new = new.with_(new.powers[0].with_(promised_limit="8个工作日"))
    after = taken(taken_over(new, old))
    assert (after.powers[0].state, after.powers[0].confirmed_by) == (State.STATED, None)
    assert after.powers[0].units == ("U1",)


def test_what_is_drafted_is_not_gone() -> None:
    old = BASE.with_(BASE.powers[2].with_(state=State.DRAFTED))
    assert ("gone", "砍伐许可") not in told(listed(NAMES[:2]), old)


def test_a_post_that_goes_leaves_steps_without_it() -> None:
    after = without_whole(BASE, ["P1"])
    assert list(after.dangling()) == []
    assert after.steps[0].post is None
    assert after.assignments == ()


def test_the_text_says_each_field_with_both_values_and_counts_numbers_apart() -> None:
    new = listed(("采矿许可", "取水许可", "排污口设置审核"))
    changed = [power.with_(number=str(place)) for place, power in enumerate(new.powers, start=1)]
    changed[0] = changed[0].with_(promised_limit="8个工作日")
    lines = list(change_text(taken_over(new.with_(*changed), BASE), "zh"))
    assert "  承诺时限：（空） → 8个工作日" in lines
    assert lines[-2:] == ["另有1项只是序号变动。", "新增1项，减少1项，变动1项。"]
    assert any(line.startswith("减少 职权“砍伐许可”（清单.xls:表1!B5") for line in lines)
