"""Cards of a form: below each other or a sheet each, some changed, some new."""

from pathlib import Path

from powerlist.formats import read
from powerlist.model.register import Register
from tests.formats.forms.test_form_shapes import filled_with, register
from tests.formats.test_cards import _MERGES as CARD_MERGES
from tests.formats.test_cards import form as card
from tests.formats.workbooks import Sheet, as_xlsx, reading_of

__all__ = ["register"]  # a fixture


def cards(count: int) -> list[list[str]]:
    return [row for number in range(1, count + 1) for row in card(number)]


def card_merges(count: int) -> list[tuple[int, int, int, int]]:
    return [(t + 8 * n, le, b + 8 * n, r) for n in range(count) for t, le, b, r in CARD_MERGES]


def test_cards_below_each_other_take_a_new_list(register: Register, tmp_path: Path) -> None:
    data = as_xlsx(Sheet("卡片", cards(2), card_merges(2)))
    _, book = filled_with(register, tmp_path, data)
    again = read(tmp_path / "填好.xlsx").register
    assert [p.name for p in again.powers] == [p.name for p in register.powers]
    assert [d.text for d in again.duties] == [d.text for d in register.duties]
    titles = [c.value for c in book["卡片"]["A"] if c.value and "登记表" in str(c.value)]
    assert titles == [f"职权事项登记表（{n}）" for n in range(1, len(register.powers) + 1)]


def test_a_changed_card_keeps_its_neighbours(tmp_path: Path) -> None:
    data = as_xlsx(Sheet("卡片", cards(3), card_merges(3)))
    before = reading_of(data, tmp_path).register
    duty = before.duties[2].with_(text="改过的责任。")
    filled, book = filled_with(before.with_(duty), tmp_path, data)
    assert filled.sheets[0].unchanged == 2
    texts = [c.value for row in book["卡片"].iter_rows() for c in row if c.value]
    assert "改过的责任。" in texts
    assert texts.count("公示材料，一次性告知补正。") == 2
    assert texts.count("全程网办") == 3


def test_a_card_a_sheet_stays_a_card_a_sheet(register: Register, tmp_path: Path) -> None:
    sheets = [Sheet(f"表{n}", card(n), list(CARD_MERGES)) for n in (1, 2)]
    data = as_xlsx(*sheets)
    before = reading_of(data, tmp_path).register
    both = before.without([before.powers[1].id]).with_(
        *(one for one in register.entities() if one.kind != "authority")
    )
    filled, book = filled_with(both, tmp_path, data)
    assert len(book.sheetnames) == 1 + len(register.powers)
    assert book.sheetnames[0] == "表1"
    assert filled.gone == ("第2种设立审批",)
    again = read(tmp_path / "填好.xlsx").register
    assert {p.name for p in again.powers} == {p.name for p in both.powers}
