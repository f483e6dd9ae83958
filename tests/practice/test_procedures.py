"""What the law asks of each type's road speaks of stages that exist."""

from powerlist.model.codes import PowerType
from powerlist.practice import load
from powerlist.practice.procedures import stages_of

PRACTICE = load()
TABLES = PRACTICE.procedures


def test_every_stage_named_is_in_the_catalogue() -> None:
    named = {stage for row in TABLES.stages.values() for stage in row} | {*TABLES.grave_stages}
    named |= {stage for pairs in TABLES.order.values() for pair in pairs for stage in pair}
    named |= {stage for row in TABLES.stage_limits.values() for stage in row}
    for table in (TABLES.in_twos, TABLES.looked_into, TABLES.recusal):
        named |= {stage for row in table.values() for stage in row}
    assert named <= PRACTICE.stages.stages.keys()


def test_no_word_is_empty_and_none_is_numeric_or_a_truth_value() -> None:
    assert all(isinstance(word, str) and word.strip() for row in TABLES.words.values() for word in row)


def test_words_are_found_inside_a_text_however_it_is_spaced() -> None:
    assert TABLES.says("grave", "数 额 较 大的")
    assert not TABLES.says("grave", "", "一般")


def test_types_without_a_row_of_their_own() -> None:
    assert stages_of(TABLES.in_twos, [PowerType.LEVY, None]) == ()
    assert "review" in stages_of(TABLES.looked_into, [PowerType.LEVY, PowerType.LICENCE])
