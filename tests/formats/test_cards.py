"""卡片式: one form an item becomes one item, and every text keeps its own cell."""

from pathlib import Path

import pytest

from powerlist.formats.reading import Reading
from powerlist.model.codes import PowerType
from tests.formats.readings import names, read_rows
from tests.formats.workbooks import Sheet, as_xlsx, reading_of

_MERGES = [(0, 0, 0, 3), (3, 1, 3, 3), (4, 0, 5, 0), (4, 2, 4, 3), (5, 2, 5, 3), (6, 1, 6, 3), (7, 1, 7, 3)]


def form(number: int) -> list[list[str]]:
    """One form as offices print it: a title, labels with values, a label over two rows."""
    return [
        [f"职权事项登记表（{number}）", "", "", ""],
        ["职权编码", f"DM{number:03d}", "职权类型", "行政许可"],
        ["职权名称", f"第{number}种设立审批", "承办机构", "审批股"],
        ["设定依据", "【法律】《示例管理法》第三条：设立应当经过许可。", "", ""],
        ["责任事项", "受理责任", "公示材料，一次性告知补正。", ""],
        ["", "决定责任", "依法作出决定。", ""],
        ["法定期限", "20个工作日", "", ""],
        ["网上深度", "全程网办", "", ""],
    ]


@pytest.fixture
def cards(tmp_path: Path) -> Reading:
    """Two forms below each other."""
    below = [(top + 8, left, bottom + 8, right) for top, left, bottom, right in _MERGES]
    return read_rows(tmp_path, [*form(1), *form(2)], [*_MERGES, *below])


def test_each_form_is_one_item(cards: Reading) -> None:
    assert names(cards) == ["第1种设立审批", "第2种设立审批"]
    assert {power.type for power in cards.register.powers} == {PowerType.LICENCE}
    assert [basis.article for basis in cards.register.bases] == [3, 3]
    assert [power.statutory_limit.value for power in cards.register.powers if power.statutory_limit] == [
        20,
        20,
    ]


def test_a_label_over_several_rows_has_all_their_texts(cards: Reading) -> None:
    first = cards.register.powers[0].id
    texts = [duty.text for duty in cards.register.duties if duty.power == first]
    assert texts == ["公示材料，一次性告知补正。", "依法作出决定。"]


def test_every_text_keeps_the_cell_it_stands_in(cards: Reading) -> None:
    cells = [source.cell for power in cards.register.powers if (source := cards.register.source_of(power))]
    assert cells == ["B3", "B11"]
    (unknown,) = cards.files[0].sheets[0].columns
    assert (unknown.heading, unknown.cell) == ("网上深度", "A8")
    assert cards.files[0].sheets[0].header_row == 2


def test_a_form_a_sheet_is_an_item_a_sheet(tmp_path: Path) -> None:
    sheets = [Sheet(f"表{number}", form(number), list(_MERGES)) for number in (1, 2, 3)]
    assert names(reading_of(as_xlsx(*sheets), tmp_path)) == [f"第{n}种设立审批" for n in (1, 2, 3)]
