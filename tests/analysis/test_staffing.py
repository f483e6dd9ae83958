"""Who can do the work lawfully, against every way of giving it out."""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from powerlist.analysis.giving_out import Demand, no_staffing
from powerlist.model.process import Step

NAMES = "abcde"


def demand(name: str, people: str, hands: int = 1) -> Demand:
    return Demand(Step(id=name, process="p", name=name), hands, tuple(people))


def apart(*pairs: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in pairs)


def possible(demands: list[Demand], kept: frozenset[frozenset[str]]) -> bool:
    choices = product(*(list(combinations(one.people, one.hands)) for one in demands))
    ids = [one.step.id for one in demands]
    return any(
        all(not (set(one) & set(two)) for (a, one), (b, two) in combinations(zip(ids, choice, strict=True), 2)
            if frozenset((a, b)) in kept)
        for choice in choices
    )  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_it_agrees_with_every_way_of_giving_the_work_out(data: st.DataObject) -> None:
    people = st.sets(st.sampled_from("1234"), max_size=4).map(sorted).map("".join)
    demands = [
        demand(name, data.draw(people), data.draw(st.integers(1, 2)))
        for name in NAMES[: data.draw(st.integers(1, 5))]
    ]
    pairs = [frozenset(pair) for pair in combinations(NAMES, 2)]
    kept = frozenset(data.draw(st.sets(st.sampled_from(pairs))))
    clash = no_staffing(demands, kept)
    assert (clash is None) == possible(demands, kept)
    if clash:
        ids = {step.id for step in clash.steps}
        core = [one for one in demands if one.step.id in ids]
        assert not possible(core, kept)
        assert all(possible([one for one in core if one is not less], kept) for less in core)
        everyone = "".join(map(str, range(clash.needed)))
        assert possible([demand(one.step.id, everyone, one.hands) for one in core], kept)


def test_the_steps_that_clash_are_named_and_no_others() -> None:
    demands = [demand("a", "12"), demand("b", "12"), demand("c", "12"), demand("d", "123")]
    clash = no_staffing(demands, apart("ab", "bc", "ac", "cd"))
    assert clash
    assert [step.id for step in clash.steps] == ["a", "b", "c"]
    assert (clash.people, clash.needed) == (2, 3)


def test_two_hands_and_a_third_to_check_them() -> None:
    assert no_staffing([demand("a", "12", hands=2), demand("b", "12")], apart("ab"))
    assert not no_staffing([demand("a", "123", hands=2), demand("b", "123")], apart("ab"))


def test_after_too_many_tries_nothing_is_claimed() -> None:
    people = "".join(map(chr, range(65, 65 + 12)))
    demands = [demand(chr(97 + place), people) for place in range(13)]
    kept = frozenset(frozenset((one.step.id, two.step.id)) for one, two in combinations(demands, 2))
    assert no_staffing(demands, kept, most=5) is None
    assert no_staffing(demands, kept)
