"""Invented registers: the same again for the same seed, realistic in mix, without a fault once complete."""

from collections import Counter
from datetime import date
from itertools import islice
from random import Random

import pytest

from powerlist import api
from powerlist.generating import complete, generate
from powerlist.generating.mix import shares
from powerlist.generating.names import names
from powerlist.generating.words import words
from powerlist.laws import index
from powerlist.model.codes import PowerType
from powerlist.model.entity import Entity, State
from powerlist.model.register import Register

DAY = date(2026, 11, 26)
CONFIRMED = date(2026, 11, 20)


def one(powers: int, seed: int = 1) -> Register:
    (register,) = generate(powers, 1, seed)
    return register


def test_the_same_seed_gives_the_same_register_and_another_seed_another() -> None:
    assert api.yaml_of(one(60, 7)) == api.yaml_of(one(60, 7)) != api.yaml_of(one(60, 8))


def test_a_register_stays_the_same_when_more_are_asked_for() -> None:
    assert list(generate(20, 3, 5))[1] == list(generate(20, 2, 5))[1]


def test_penalties_dominate_as_they_do_in_a_district() -> None:
    found = Counter(power.type for power in one(3124).powers)
    assert found == {type: count for type, count in words().mix.items() if count}
    assert found[PowerType.PENALTY] > 0.65 * 3124


@pytest.mark.parametrize("count", [1, 7, 100, 12_345])
def test_every_power_has_a_type_and_none_is_lost(count: int) -> None:
    assert sum(shares(count, words().mix).values()) == count


def test_no_two_powers_share_a_name_or_a_code() -> None:
    powers = one(5000).powers
    assert len({power.name for power in powers}) == len({power.code for power in powers}) == 5000


def test_every_filling_of_a_pattern_comes_once_before_any_comes_again() -> None:
    lists = {"a": ("甲", "乙"), "b": ("一", "二", "三")}
    found = list(islice(names("{a}{b}类", lists, Random(1)), 12))
    assert sorted(found[:6]) == sorted(f"{a}{b}类" for a in lists["a"] for b in lists["b"])
    assert found[6:] == [f"{name}（第2类）" for name in found[:6]]


def test_authorities_differ_and_every_place_is_invented() -> None:
    found = [register.authority for register in generate(1, 200, 1)]
    assert len({one.name for one in found}) == 200
    assert all(one.name.startswith("示例") and one.region.startswith("示例") for one in found)


def test_there_are_no_persons_and_no_quoted_statutes() -> None:
    register = one(100)
    assert not register.persons
    assert not any(basis.quote for basis in register.bases)


def test_every_basis_leads_to_an_article_in_force() -> None:
    answers = [index().resolve(basis, DAY) for basis in one(500).bases]
    assert len(answers) > 2000
    assert [answer for answer in answers if answer.trouble or answer.lapses_on] == []


def test_posts_stand_in_levels_under_one_head() -> None:
    register = one(1000)
    assert [post.id for post in register.posts if not post.reports_to] == ["P000"]
    assert len({post.level for post in register.posts}) == 7
    assert list(register.dangling()) == []


def _drafted_and_confirmed(register: Register) -> Register:
    """As a user does it: draft, then each unit's head confirms."""
    found = api.draft(register).register
    for unit in register.units:
        head = next(post for post in found.posts if post.unit == unit.id and post.level == "head")
        found = api.confirm(found, unit.id, head.id, CONFIRMED).register
    return found


def _grave(register: Register) -> list[str]:
    report = api.check(register, as_of=DAY)
    return [f"{found.key}: {found.message.zh}" for found in report.findings if found.severity == "error"]


@pytest.mark.parametrize(("powers", "seed"), [(1, 1), (30, 2), (150, 3)])
def test_a_complete_register_has_no_finding_that_must_be_mended(powers: int, seed: int) -> None:
    register = complete(one(powers, seed), CONFIRMED)
    assert _grave(register) == []
    assert not any(thing.state is State.DRAFTED for thing in register.entities())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_drafted_and_confirmed_nothing_must_be_mended(seed: int) -> None:
    assert _grave(_drafted_and_confirmed(one(100, seed))) == []


EVERY_TYPE = dict.fromkeys(words().mix, 1)


@pytest.mark.parametrize("seed", [1, 2])
def test_nor_where_every_type_of_power_is_met(seed: int) -> None:
    (register,) = generate(33, 1, seed, EVERY_TYPE)
    assert {power.type for power in register.powers} == set(EVERY_TYPE)
    assert _grave(_drafted_and_confirmed(register)) == []


@pytest.mark.parametrize("type", list(EVERY_TYPE), ids=str)
def test_nor_in_a_bureau_of_one_type_alone(type: PowerType) -> None:
    (register,) = generate(4, 1, 7, {type: 1})
    assert {power.type for power in register.powers} == {type}
    assert _grave(_drafted_and_confirmed(register)) == []


def test_a_bureau_whose_posts_signed_nothing_hears_of_it() -> None:
    register = one(30)
    unsigned = register.without(pledge.id for pledge in register.pledges)
    assert {key[:3] for key in _grave(_drafted_and_confirmed(unsigned))} == {"R09"}


def test_a_torn_complete_register_does_have_findings() -> None:
    register = complete(one(30), CONFIRMED)
    gone: list[Entity] = [*register.controls, *register.grounds]
    assert {key[:3] for key in _grave(register.without(thing.id for thing in gone))} >= {"C04", "R02"}
