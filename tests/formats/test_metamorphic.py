"""Whatever a list has been through, its items, their texts and their ids are the same."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from powerlist.model.register import Register
from tests.formats.lists import blocks
from tests.formats.traps import TRAPS, Trap
from tests.formats.workbooks import (
    Block,
    Sheet,
    as_xls,
    as_xlsx,
    plain,
    reading_of,
)

MANY = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def content(register: Register) -> dict[str, list[object]]:
    """Everything but the order of the tables."""
    return {name: sorted(rows, key=lambda row: row.id) for name, rows in register.tables().items()}


def trapped(sheet: Sheet, traps: Sequence[Trap], seed: int) -> Sheet:
    for trap in sorted(traps, key=TRAPS.index):
        sheet = trap(sheet, random.Random(seed))
    return sheet


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.__name__)
@MANY
@given(seed=st.integers(0, 10_000))
def test_no_trap_changes_what_is_read(trap: Trap, seed: int, tmp_path: Path) -> None:
    sheet = plain(blocks(seed))
    before = reading_of(as_xlsx(sheet), tmp_path).register
    after = reading_of(as_xlsx(trapped(sheet, [trap], seed)), tmp_path).register
    assert content(after) == content(before)


@settings(MANY, max_examples=150)
@given(
    seed=st.integers(0, 10_000),
    traps=st.lists(st.sampled_from(TRAPS), min_size=2, max_size=5, unique=True),
    old=st.booleans(),
)
def test_no_row_of_traps_changes_what_is_read(
    seed: int, traps: list[Trap], old: bool, tmp_path: Path
) -> None:
    sheet = plain(blocks(seed))
    before = reading_of(as_xlsx(sheet), tmp_path).register
    after = reading_of((as_xls if old else as_xlsx)(trapped(sheet, traps, seed)), tmp_path).register
    assert content(after) == content(before)


@pytest.mark.parametrize("name", ["清单.xls", "清单.xlsx"])
def test_old_and_new_workbooks_say_the_same_under_either_suffix(name: str, tmp_path: Path) -> None:
    sheet = plain(blocks(1))
    old = reading_of(as_xls(sheet), tmp_path, name)
    new = reading_of(as_xlsx(sheet), tmp_path, name)
    assert content(old.register) == content(new.register)
    assert len(old.register.powers) == 6
    assert not old.problems


def by_type(items: list[Block]) -> list[Sheet]:
    types = dict.fromkeys(block.rows[0]["type"] for block in items)
    fields = [name for name in plain(items).fields if name != "type"]
    return [plain([b for b in items if b.rows[0]["type"] == type], type, fields) for type in types]


@MANY
@given(seed=st.integers(0, 10_000))
def test_one_sheet_a_type_in_any_order_is_the_same_list(seed: int, tmp_path: Path) -> None:
    items = blocks(seed)
    before = reading_of(as_xlsx(plain(items)), tmp_path).register
    sheets = [*by_type(items), Sheet("Sheet3", [])]
    random.Random(seed).shuffle(sheets)
    assert content(reading_of(as_xlsx(*sheets), tmp_path).register) == content(before)


def test_an_inserted_row_a_mended_typo_and_new_numbers_change_no_other_id(tmp_path: Path) -> None:
    items = blocks(7, 8)
    before = {power.name: power.id for power in reading_of(as_xlsx(plain(items)), tmp_path).register.powers}
    mended = [Block(({**b.rows[0], "number": str(n)}, *b.rows[1:])) for n, b in enumerate(items, 11)]
    mended[3] = Block(({**mended[3].rows[0], "name": "改过的名称", "code": ""}, *mended[3].rows[1:]))
    mended.insert(2, Block(({**items[0].rows[0], "number": "12", "name": "新增事项", "code": ""},)))
    after = {power.name: power.id for power in reading_of(as_xlsx(plain(mended)), tmp_path).register.powers}
    assert len(after) == 9
    assert {name: id for name, id in after.items() if name in before} == {
        name: id for name, id in before.items() if name in after
    }
    assert len(set(before) & set(after)) == 7
