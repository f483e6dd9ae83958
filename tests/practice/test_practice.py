"""Practice is data: words find their stage, levels their supervisor, answers their rank."""

from pathlib import Path

import pytest

from powerlist.model.codes import PostLevel, PowerType
from powerlist.practice import load

PRACTICE = load()


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("受理责任", "acceptance"),
        ("1、受理环节", "acceptance"),
        ("决定责任：", "decision"),
        ("法制审核", "legal_review"),
        ("现场核查", "site_check"),
        ("事后监管责任", "supervision"),
        ("立 案", "filing"),
        ("其他法律法规规章文件规定应履行的责任", "other"),
        ("毫不相干", None),
        ("", None),
    ],
)
def test_a_heading_finds_its_stage(words: str, key: str | None) -> None:
    assert PRACTICE.stages.key_of(words) == key


def test_every_word_of_a_stage_finds_a_stage_that_has_it() -> None:
    for stage in PRACTICE.stages.stages.values():
        for word in stage.words:
            found = PRACTICE.stages.key_of(word)
            assert found is not None
            assert word in PRACTICE.stages.stages[found].words


def test_every_required_stage_exists_and_every_type_is_there() -> None:
    required = PRACTICE.stages.required
    assert set(required) == set(PowerType)
    assert {key for rows in required.values() for row in rows for key in row} <= set(PRACTICE.stages.stages)


@pytest.mark.parametrize(
    ("level", "rank", "enough"),
    [
        (PostLevel.CHIEF, 3, True),
        (PostLevel.DEPUTY, 3, False),
        (PostLevel.DEPUTY, 2, True),
        (PostLevel.HEAD, 2, False),
        (PostLevel.HEAD, 1, True),
        (PostLevel.STAFF, 1, False),
        (PostLevel.CHIEF, 1, True),
    ],
)
def test_a_rank_wants_a_level_or_a_higher_one(level: PostLevel, rank: int, enough: bool) -> None:
    assert PRACTICE.high_enough(level, rank) is enough


@pytest.mark.parametrize(
    ("answers", "rank"), [((3, 3), 3), ((2, 3), 3), ((2, 2), 2), ((1, 3), 2), ((1, 2), 1)]
)
def test_likelihood_times_consequence_gives_the_rank(answers: tuple[int, int], rank: int) -> None:
    assert PRACTICE.scheme.rank_of(*answers) == rank


def test_the_label_of_a_scheme_may_count_the_other_way() -> None:
    scheme = PRACTICE.schemes["five_kinds"]
    assert scheme.levels[3].text.zh == "一级"
    assert scheme.letter(3, "zh") == "高"


def test_a_place_may_bring_its_own_file(tmp_path: Path) -> None:
    order = "order: [[chief], [deputy], [head], [reviewer, staff, window, supervisor]]"
    own = f"levels: {{3: deputy, 2: head, 1: staff}}\n{order}\n"
    (tmp_path / "supervision.yaml").write_text(own)
    own_practice = load(tmp_path)
    assert own_practice.high_enough(PostLevel.DEPUTY, 3)
    assert own_practice.stages.key_of("受理") == "acceptance"
