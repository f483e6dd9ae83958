"""Ids are made once and kept, whatever happens to the rows around them."""

from hypothesis import given
from hypothesis import strategies as st

from powerlist.model.adopt import adopt
from powerlist.model.identity import child_id, free, power_id, short_hash
from tests.model.registers import NAMES, TEXTS, register, with_flow


def ids(kept: object, *, under: str = "") -> list[str]:
    """Every id of a register, or those that stand under one."""
    return [entity.id for entity in kept.entities() if entity.id.startswith(under)]  # type: ignore[attr-defined]


def test_a_power_is_called_by_its_own_code_without_the_spaces() -> None:
    assert power_id("001110 09000", "licence", "采矿许可", "", set()) == "00111009000"


def test_a_second_power_with_the_same_code_is_called_by_what_it_is() -> None:
    first = power_id("XK1", "licence", "采矿许可", "", set())
    second = power_id("XK1", "licence", "取水许可", "", {first})
    assert second.startswith("power-")
    assert second == power_id("", "licence", "取水许可", "", set())


def test_width_and_spaces_do_not_change_an_id() -> None:
    assert short_hash("取水 许可（新办）") == short_hash("取水许可(新办)")


def test_equal_texts_under_one_parent_stay_apart() -> None:
    first = child_id("P", "duty", "受理", set())
    assert child_id("P", "duty", "受理", {first}) == f"{first}-2"


@given(st.lists(st.sampled_from("abc"), max_size=12))
def test_free_never_gives_an_id_twice(wanted: list[str]) -> None:
    taken: set[str] = set()
    for one in wanted:
        made = free(one, taken)
        assert made not in taken
        taken.add(made)


def test_an_inserted_row_changes_no_other_id() -> None:
    before, after = register(), register(("捕捞许可", *NAMES))
    assert set(ids(before)) < set(ids(after))


def test_another_order_changes_no_id() -> None:
    assert set(ids(register())) == set(ids(register(NAMES[::-1], TEXTS[::-1])))


def test_a_mended_typo_changes_only_its_own_id_without_an_older_register() -> None:
    before, after = register(), register(NAMES, (TEXTS[0] + "。", *TEXTS[1:]))
    assert len(set(ids(before)) - set(ids(after))) == 2 * len(NAMES)  # the duty and its assignment


def test_a_mended_typo_changes_no_id_when_an_older_register_is_there() -> None:
    before = with_flow(register())
    after = adopt(with_flow(register(NAMES, (TEXTS[0].replace("当场", "当日"), *TEXTS[1:]))), before)
    assert ids(after) == ids(before)
    assert after.duties[0].text.startswith("当日")


def test_a_mended_name_keeps_the_id_and_everything_under_it() -> None:
    before = with_flow(register())
    after = adopt(with_flow(register(("采矿权许可", *NAMES[1:]))), before)
    assert ids(after) == ids(before)
    assert after.find(before.powers[0].id).name == "采矿权许可"  # type: ignore[union-attr]


def test_a_code_given_later_keeps_the_id() -> None:
    before = register()
    assert ids(adopt(register(codes=True), before)) == ids(before)


def test_a_new_name_with_the_old_code_keeps_the_id() -> None:
    before = register(("采矿许可",))
    before = before.with_(before.powers[0].with_(code="XK9"))
    after = register(("地下资源开采准予",))
    after = after.with_(after.powers[0].with_(code="XK9"))
    assert adopt(after, before).powers[0].id == before.powers[0].id


def test_what_is_new_keeps_clear_of_every_old_id() -> None:
    before = register()
    after = adopt(register((*NAMES, "爆破作业许可")), before)
    assert set(ids(before)) < set(ids(after))
    assert len(ids(after)) == len(set(ids(after)))


def test_references_and_origins_follow_the_ids() -> None:
    before = with_flow(register())
    after = adopt(with_flow(register(("采矿权许可", *NAMES[1:]))), before)
    assert list(after.dangling()) == []
    assert after.source_of(after.powers[0], "name") == before.source_of(before.powers[0], "name")


def test_adopting_oneself_changes_nothing() -> None:
    one = with_flow(register())
    assert adopt(one, one) == one
