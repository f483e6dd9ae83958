"""Regulations, empty measures and words of fees are data; a place's own file goes before."""

from pathlib import Path

import pytest

from powerlist.analysis.required import _SHOWN, ANY, MONEY
from powerlist.model.codes import PowerType
from powerlist.practice import load
from powerlist.practice.regulations import says

REGULATIONS = load().regulations


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("加强廉政教育，提高思想认识", True),
        ("严格执行各项规章制度", True),
        ("进一步完善有关制度，落实责任", True),
        ("每月抽查十件退件", False),
        ("严格按照抽签结果搭配核查人员", False),
        ("公布统一的材料样表", False),
    ],
)
def test_a_measure_without_its_phrases_says_something_or_nothing(text: str, empty: bool) -> None:
    assert (len(REGULATIONS.substance(text)) < 3) is empty


def test_every_regulation_is_owed_somewhere_that_exists_and_shown_by_what_is_known() -> None:
    known = {ANY, MONEY, *(type.value for type in PowerType)}
    for one in REGULATIONS.required:
        assert set(one.where) <= known
        assert one.where
        assert one.words
        assert not one.shown_by or one.shown_by in _SHOWN


def test_words_are_found_across_spaces() -> None:
    assert says(("一次性告知",), "", "缺件的一次性 告知")
    assert not says(("一次性告知",), "缺件的告知")


def test_a_place_may_have_its_own_regulations(tmp_path: Path) -> None:
    own = "regulations: {}\ngeneric: []\ntold_once: {types: [], words: [], stages: [], correction: []}\n"
    (tmp_path / "regulations.yaml").write_text(own + "fees: {set: [], take: [], taken_at: [], bank: []}\n")
    assert load(tmp_path).regulations.required == ()
