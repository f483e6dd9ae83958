"""A list written back into its own form, blank or full, is read as the same list."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from powerlist.formats import read
from powerlist.formats.forms import fill_form
from powerlist.formats.workbook import grids_of
from powerlist.model.fingerprint import fingerprint
from powerlist.model.register import Register
from powerlist.resources import data_folder
from tests.formats.lists import blocks
from tests.formats.test_metamorphic import content, trapped
from tests.formats.traps import TRAPS, Trap
from tests.formats.workbooks import Sheet, as_xls, as_xlsx, plain, reading_of

MANY = settings(
    max_examples=25,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
SEEDS = st.integers(0, 10_000)
CHAINS = st.lists(st.sampled_from(TRAPS), max_size=5, unique=True)


def texts_of(data: bytes) -> list[tuple[str, list[str]]]:
    """Sheet by sheet every text that can be seen, from left to right and top to bottom."""
    return [
        (
            grid.sheet,
            [
                text
                for row, texts in enumerate(grid.rows)
                for column, text in enumerate(texts)
                if text.strip() and grid.anchor(row, column) == (row, column)
            ],
        )
        for grid in grids_of(data, "")
    ]


def saved(folder: Path, data: bytes, name: str = "表样.xlsx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def again(data: bytes, folder: Path) -> Register:
    return reading_of(data, folder, "填好.xlsx").register


@MANY
@given(seed=SEEDS, traps=CHAINS, old=st.booleans())
def test_a_form_that_is_the_list_itself_keeps_every_text(
    seed: int, traps: Sequence[Trap], old: bool, tmp_path: Path
) -> None:
    data = (as_xls if old else as_xlsx)(trapped(plain(blocks(seed)), traps, seed))
    before = reading_of(data, tmp_path, "表样.xlsx").register
    filled = fill_form(before, saved(tmp_path, data))
    after = again(filled.data, tmp_path)
    assert texts_of(filled.data) == texts_of(data)
    assert fingerprint(after) == fingerprint(before)
    assert not filled.different
    assert not filled.homeless
    assert not filled.gone


def emptied(sheet: Sheet) -> Sheet:
    """Only its head, as a blank form is."""
    return Sheet(sheet.name, sheet.rows[: sheet.first], [m for m in sheet.merges if m[2] < sheet.first])


HEADS = ("other_order", "two_row_header", "other_headings", "broken_headings", "very_wide", "title_above")


@MANY
@given(
    seed=SEEDS,
    traps=CHAINS,
    heads=st.lists(st.sampled_from([trap for trap in TRAPS if trap.__name__ in HEADS]), unique=True),
    raw=st.booleans(),
)
def test_a_blank_form_filled_reads_as_the_list(
    seed: int, traps: Sequence[Trap], heads: Sequence[Trap], raw: bool, tmp_path: Path
) -> None:
    """With the list's own words, and without them from what the register says alone."""
    before = reading_of(as_xlsx(trapped(plain(blocks(seed)), traps, seed)), tmp_path).register
    told = before if raw else before.model_copy(update={"origins": {}})
    blank = as_xlsx(emptied(trapped(plain(blocks(seed)), heads, seed)))
    filled = fill_form(told, saved(tmp_path, blank))
    assert not filled.different
    assert content(again(filled.data, tmp_path)) == content(before)


@MANY
@given(seed=SEEDS, traps=CHAINS)
def test_last_years_form_takes_this_years_list(seed: int, traps: Sequence[Trap], tmp_path: Path) -> None:
    """Some matters gone, some new, some changed, in another order."""
    dice = random.Random(seed)
    last = trapped(plain(blocks(seed, 7)), traps, seed)
    now = blocks(seed, 7)[2:] + [b for b in blocks(seed + 1, 7) if b.rows[0]["name"] not in _names(seed)][:3]
    dice.shuffle(now)
    now = [type(b)(({**b.rows[0], "number": str(n)}, *b.rows[1:])) for n, b in enumerate(now, 1)]
    now[0] = type(now[0])(({**now[0].rows[0], "units": "新设的股"}, *now[0].rows[1:]))
    for block in now:
        block.rows[0].update(code="")
    before = reading_of(as_xlsx(plain(now)), tmp_path).register
    filled = fill_form(before, saved(tmp_path, as_xlsx(last)))
    assert not filled.different
    assert len(filled.gone) == 2
    assert content(again(filled.data, tmp_path)) == content(before)


def _names(seed: int) -> set[str]:
    return {block.rows[0]["name"] for block in blocks(seed, 7)}


@pytest.mark.parametrize("form", ["14列", "卡片"])
@MANY
@given(seed=SEEDS, traps=CHAINS)
def test_a_shipped_form_says_what_it_has_columns_for(
    form: str, seed: int, traps: Sequence[Trap], tmp_path: Path
) -> None:
    before = reading_of(as_xlsx(trapped(plain(blocks(seed)), traps, seed)), tmp_path).register
    once = fill_form(before, form)
    first = again(once.data, tmp_path)
    twice = fill_form(first, form)
    assert [power.name for power in first.powers] == [power.name for power in before.powers]
    assert texts_of(twice.data) == texts_of(once.data)
    assert content(again(twice.data, tmp_path)) == content(first)
    same = fill_form(first, saved(tmp_path, once.data, "去年.xlsx"))
    assert texts_of(same.data) == texts_of(once.data)


def test_no_power_of_messy_xls_is_lost(tmp_path: Path) -> None:
    path = data_folder() / "demo" / "messy.xls"
    register = read(path).register
    filled = fill_form(register, path)
    saved(tmp_path, filled.data)
    assert texts_of(filled.data) == texts_of(path.read_bytes())
    assert fingerprint(read(tmp_path / "表样.xlsx").register) == fingerprint(register)
