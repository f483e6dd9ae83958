"""Every rule finds what its example says, and nothing once one thing is mended."""

from typing import Any

import pytest

from powerlist.model.register import Register
from powerlist.rules import RULES, Rule
from powerlist.rules.example import Example, example_of
from tests.rules.reading import checked, keys, read

EVERY = pytest.mark.parametrize("rule", list(RULES), ids=lambda rule: rule.code)


def example(rule: Rule) -> Example:
    found = example_of(rule.code)
    assert found is not None, f"rules/examples/{rule.code}.yaml is missing"
    return found


@EVERY
def test_the_wrong_example_gives_exactly_what_it_says(rule: Rule) -> None:
    one = example(rule)
    assert one.finds
    found = keys(one.bad, rule.code, day=one.as_of, beside=[one.beside], waivers=one.waivers, texts=one.texts)
    assert found == list(one.finds)


@EVERY
def test_the_right_example_gives_nothing(rule: Rule) -> None:
    one = example(rule)
    report = checked(
        one.good, rule.code, day=one.as_of, beside=[one.beside], waivers=one.good_waivers, texts=one.texts
    )
    assert not report.findings
    assert not report.not_checked, "the right example must be checked, not skipped"


@EVERY
def test_the_right_example_is_one_edit_away(rule: Rule) -> None:
    one = example(rule)
    edits = differences(read(one.bad), read(one.good))
    assert len(edits) + (one.waivers != one.good_waivers) == 1, edits


@EVERY
def test_the_sentences_are_whole_in_both_languages(rule: Rule) -> None:
    one = example(rule)
    for finding in checked(
        one.bad, rule.code, day=one.as_of, beside=[one.beside], waivers=one.waivers, texts=one.texts
    ).findings:
        for said in (finding.message.zh, finding.message.en, finding.hint.zh, finding.hint.en):
            assert said.strip()
            assert "{" not in said
            assert "None" not in said
        assert finding.source is not None
        assert finding.entity.title in finding.message.zh or finding.witness


def differences(bad: Register, good: Register) -> list[tuple[str, str]]:
    """(id, field) of everything that differs; a thing that only one of them has is one difference."""
    before = {entity.id: entity for entity in bad.entities()}
    after = {entity.id: entity for entity in good.entities()}
    edits = [(id, "") for id in before.keys() ^ after.keys()]
    for id in before.keys() & after.keys():
        old, new = dict[str, Any](before[id]), dict[str, Any](after[id])
        edits += [(id, name) for name in old.keys() | new.keys() if old.get(name) != new.get(name)]
    return edits
