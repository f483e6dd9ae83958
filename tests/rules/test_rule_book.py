"""The rule book is generated, complete, and the same as the page that ships."""

import pytest

from powerlist.i18n import LANGS, Lang
from powerlist.resources import docs_folder
from powerlist.rules import RULES, Rule, explain, rule_book
from powerlist.rules.rule_book import PAGES


@pytest.mark.parametrize("name", PAGES)
def test_the_page_that_ships_is_the_generated_one(name: str) -> None:
    shipped = (docs_folder() / name).read_text(encoding="utf-8")
    assert shipped == rule_book(PAGES[name]), "run `python -m powerlist.rules` and commit the page"


@pytest.mark.parametrize("lang", LANGS)
def test_the_book_has_every_rule_once_and_no_open_field(lang: Lang) -> None:
    page = rule_book(lang)
    for rule in RULES:
        assert page.count(f"### {rule.code} {rule.title.of(lang)}") == 1
    prose = "".join(page.split("```")[::2])  # without the examples
    assert "{" not in prose


def test_an_explanation_shows_why_both_examples_the_cure_and_the_basis() -> None:
    rule = RULES.find("p02")
    assert rule is not None
    text = explain(rule, "zh")
    for part in (rule.why, rule.fix, rule.basis, rule.unless):
        assert part is not None
        assert part.zh in text
    assert text.count("```yaml") == 2
    assert "condition: 续发}  # ←" in text


def test_an_explanation_draws_both_lists_and_marks_what_is_wrong() -> None:
    rule = RULES.find("P02")
    assert rule is not None
    assert "续发→ ↺ 核定 ✗" in explain(rule, "zh")
    drawings = [part for part in explain(rule, "zh").split("```") if part.startswith("text\n")]
    assert [drawing.count("✗") > 0 for drawing in drawings] == [True, False]


@pytest.mark.parametrize("rule", list(RULES), ids=lambda rule: rule.code)
def test_every_wrong_example_shows_its_fault_and_the_right_one_what_was_mended(rule: Rule) -> None:
    for lang in LANGS:
        drawings = [part for part in explain(rule, lang).split("```") if part.startswith("text\n")]
        bad, good = drawings
        assert "✗" in bad
        assert "✗" not in good
        assert [line.rstrip(" ✗") for line in bad.splitlines()] != good.splitlines()


def test_what_differs_is_told_in_words_of_the_columns() -> None:
    told = {code: explain(rule, "zh") for code in ("T01", "A05", "C01", "W01") if (rule := RULES.find(code))}
    assert "劳务派遣经营许可〔承诺时限：30个工作日〕 ✗" in told["T01"]
    assert "劳务派遣经营许可〔承诺时限：8个工作日〕\n" in told["T01"]
    assert "实地核查〔履行责任：未填〕" in told["A05"]
    assert "实地核查〔履行责任：两人以上实地核查〕" in told["A05"]
    assert "〔承办机构：未填〕" in told["C01"]
    assert "豁免 L01@permit（依据正在清理，局长，至2026-12-31）" in told["W01"]
