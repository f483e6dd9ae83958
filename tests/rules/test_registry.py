"""The registry: every rule has its words, its example, its own slug and a known prefix."""

import string

import pytest

from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules import RULES, Rule
from powerlist.rules.example import example_of
from powerlist.rules.rule import Registry

FIRST = (
    "A01 A02 A03 A04 A05 A06 B01 B03 C02 C03 C04 C05 D01 D02 D05 L01 L02 L03 L04 L05 N01 N02 N03 "
    "O01 O02 O03 P01 P02 P06 P07 R02 R03 R04 R08 R09 S01 S02 S06 T01 T03 T05"
)
EVERY = pytest.mark.parametrize("rule", list(RULES), ids=lambda rule: rule.code)


def texts(rule: Rule) -> list[Text]:
    named = (rule.title, rule.why, rule.fix, rule.message, rule.hint, rule.basis, rule.absent, rule.unless)
    return [text for text in named if text is not None]


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_the_first_rules_of_the_catalogue_are_there() -> None:
    assert set(FIRST.split()) <= {rule.code for rule in RULES}


@EVERY
def test_every_word_is_there_in_both_languages(rule: Rule) -> None:
    for text in texts(rule):
        assert text.zh.strip()
        assert text.en.strip()
        assert any("一" <= letter <= "鿿" for letter in text.zh.replace("{", "一"))


@EVERY
def test_both_languages_tell_of_the_thing(rule: Rule) -> None:
    for text in texts(rule):
        assert fields(text.zh) == fields(text.en), text
    assert not fields(rule.fix.zh), "the cure in general stands in the rule book and has no fields"


@EVERY
def test_every_rule_says_who_reads_it_and_which_of_the_six_cures_it_serves(rule: Rule) -> None:
    assert rule.reviewers
    assert rule.serves


@EVERY
def test_every_rule_has_an_example(rule: Rule) -> None:
    assert example_of(rule.code) is not None


@EVERY
def test_every_rule_can_be_found_as_people_type_it(rule: Rule) -> None:
    dashed = f"{rule.code[0]}-{rule.code[1:]}"
    for word in (rule.code, rule.code.lower(), dashed, rule.slug, rule.slug.upper(), f" {dashed} "):
        assert RULES.find(word) is rule


@EVERY
def test_codes_and_required_codes_are_known(rule: Rule) -> None:
    assert rule.code[0] in "ACDBLNOPRSTW"
    assert rule.code[1:].isdigit()
    assert all(RULES.find(code) for code in rule.requires)
    assert not rule.absent or rule.needs


@pytest.mark.parametrize("family", "CLAPTSRBDON")
def test_every_rule_of_these_families_says_what_it_rests_on(family: str) -> None:
    assert [rule.code for rule in RULES if rule.code[0] == family and not rule.basis] == []


def test_slugs_are_unique_and_taken_codes_are_refused() -> None:
    slugs = [rule.slug for rule in RULES]
    assert len(slugs) == len(set(slugs))
    registry = Registry()
    one = next(iter(RULES))
    registry.add(one)
    with pytest.raises(ValueError, match="registered twice"):
        registry.add(one)


def test_rules_come_in_the_order_of_the_catalogue() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(codes)
    assert {rule.severity for rule in RULES} == set(Severity)
