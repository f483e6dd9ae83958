"""The clauses that rules serve: every law that a rule cites is in the shipped index, with that article."""

import re
from datetime import date

import pytest

from powerlist.laws import index
from powerlist.laws.numerals import value_of
from powerlist.model.basis import LegalBasis
from powerlist.rules import RULES, Rule

TODAY = date(2026, 1, 1)
# 内部控制规范是财政部的规范性文件，索引只收法律、行政法规和部分规章。
NOT_INDEXED = {"行政事业单位内部控制规范（试行）"}

_NUMERAL = "[零〇一二三四五六七八九十百]+"
_CITED = re.compile(rf"《([^》]+)》((?:[、至]?第{_NUMERAL}条(?:第{_NUMERAL}[款项])*)*)")
_PLACE = re.compile(rf"第({_NUMERAL})条(?:第({_NUMERAL})款)?(?:第({_NUMERAL})项)?")
_NAKED = re.compile(rf"[一-鿿]+(?:法|条例|规定|办法)第{_NUMERAL}条")
CITING = [rule for rule in RULES if rule.basis and "《" in rule.basis.zh]


def cited(text: str) -> list[LegalBasis]:
    """The citations of a sentence, one an article."""
    found = []
    for title, places in _CITED.findall(text):
        numbers = [[value_of(part) if part else None for part in place] for place in _PLACE.findall(places)]
        for article, paragraph, item in numbers or [[None, None, None]]:
            fields = {"article": article, "paragraph": paragraph, "item": item}
            found.append(LegalBasis(id="b", owner="w", instrument=title, **fields))
    return found


@pytest.mark.parametrize("rule", CITING, ids=lambda rule: rule.code)
def test_every_law_that_a_rule_serves_is_in_force_and_has_the_article(rule: Rule) -> None:
    assert rule.basis
    for basis in cited(rule.basis.zh):
        if basis.instrument not in NOT_INDEXED:
            found = index().resolve(basis, TODAY)
            assert found.trouble is None, f"{rule.code} {basis.title}: {found.text.zh}"


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.basis], ids=lambda rule: rule.code)
def test_an_article_stands_behind_a_title_in_brackets(rule: Rule) -> None:
    assert rule.basis
    assert not _NAKED.search(rule.basis.zh)


@pytest.mark.parametrize("rule", CITING, ids=lambda rule: rule.code)
def test_both_languages_cite_the_same_articles(rule: Rule) -> None:
    assert rule.basis
    chinese = {value for basis in cited(rule.basis.zh) for value in (basis.article, basis.item) if value}
    english = re.sub(r"document \d+ of \d+", "", rule.basis.en)
    assert {int(number) for number in re.findall(r"\d+", english)} == chinese
