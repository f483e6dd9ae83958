"""The ways of a road: what is not there is passed over, and nothing is lost."""

import pytest

from powerlist.practice.ways import Arrow, arrows, hops


def test_a_way_is_a_chain_of_arrows() -> None:
    assert arrows(["a → b → c"], "abc") == (Arrow("a", "b"), Arrow("b", "c"))


def test_conditions_and_marks_are_read() -> None:
    favourable = Arrow("a", "b", "齐全", favourable=True)
    once = Arrow("b", "a", "已补正", informs_once=True)
    assert arrows(["a → [齐全*] b → [已补正!] a"], "ab") == (favourable, once)


def test_a_way_leads_over_what_is_not_there_and_keeps_the_first_condition() -> None:
    assert arrows(["a → [是*] b → [否] c → d"], "ad") == (Arrow("a", "d", "是", favourable=True),)


def test_a_way_that_begins_at_nothing_is_dropped() -> None:
    assert arrows(["a → c", "b → c"], "ac") == (Arrow("a", "c"),)


def test_the_same_arrow_on_two_ways_is_one() -> None:
    assert arrows(["a → b → c", "a → b → d"], "abcd").count(Arrow("a", "b")) == 1


@pytest.mark.parametrize("words", ["a -> b", "a → [b", "", "a → b c"])
def test_what_is_no_way_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="is not a way"):
        hops(words)
