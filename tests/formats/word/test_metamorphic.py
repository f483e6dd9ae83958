"""The same list as a workbook and as a Word document gives the same register, whatever Word did to it."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from powerlist.model.fingerprint import fingerprint
from powerlist.model.register import Register
from tests.formats import traps, workbooks
from tests.formats.lists import blocks
from tests.formats.word.documents import as_docx, reading_of
from tests.formats.word.traps import TRAPS, Trap, dragged_borders, without_grid
from tests.formats.workbooks import Sheet, as_xlsx, plain

MANY = settings(
    max_examples=20,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
OF_SHEETS = [trap for trap in traps.TRAPS if trap is not traps.very_wide]  # Word has 63 columns


def content(register: Register) -> list[object]:
    """Everything but the order of the tables and who is asked where it stood."""
    return sorted((row for rows in register.tables().values() for row in rows), key=lambda row: row.id)


def as_workbook(sheet: Sheet, folder: Path) -> Register:
    return workbooks.reading_of(as_xlsx(sheet), folder).register


@pytest.mark.parametrize("trap", OF_SHEETS, ids=lambda trap: trap.__name__)
@MANY
@given(seed=st.integers(0, 10_000))
def test_a_document_says_what_the_workbook_says(trap: traps.Trap, seed: int, tmp_path: Path) -> None:
    sheet = plain(blocks(seed))
    document = as_docx(trap(sheet, random.Random(seed)))
    read, expected = reading_of(document, tmp_path).register, as_workbook(sheet, tmp_path)
    assert content(read) == content(expected)
    assert fingerprint(read) == fingerprint(expected)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.__name__)
@MANY
@given(seed=st.integers(0, 10_000))
def test_no_trap_of_word_changes_what_is_read(trap: Trap, seed: int, tmp_path: Path) -> None:
    sheet = plain(blocks(seed))
    document = as_docx(sheet, change=lambda made: trap(made, random.Random(seed)))
    assert content(reading_of(document, tmp_path).register) == content(as_workbook(sheet, tmp_path))


@settings(MANY, max_examples=80)
@given(
    seed=st.integers(0, 10_000),
    of_sheet=st.lists(st.sampled_from(OF_SHEETS), max_size=3, unique=True),
    of_word=st.lists(st.sampled_from(TRAPS), min_size=1, max_size=4, unique=True),
)
def test_no_row_of_traps_changes_what_is_read(
    seed: int, of_sheet: list[traps.Trap], of_word: list[Trap], tmp_path: Path
) -> None:
    assume(not {dragged_borders, without_grid} <= set(of_word))  # only the grid tells a sliver from a column
    sheet = before = plain(blocks(seed))
    for trap in sorted(of_sheet, key=OF_SHEETS.index):
        sheet = trap(sheet, random.Random(seed))

    def change(made: object) -> None:
        for one in sorted(of_word, key=TRAPS.index):
            one(made, random.Random(seed))  # type: ignore[arg-type]

    document = as_docx(sheet, change=change)
    assert content(reading_of(document, tmp_path).register) == content(as_workbook(before, tmp_path))
