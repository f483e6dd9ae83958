"""How long lists take to read: a bureau's 400 items, and whether 50,000 rows take twenty times 2,500.

Run with `pytest -o addopts= -s tests/benchmarks/test_reading.py`; the figures are printed.
"""

import time
from pathlib import Path

from tests.formats.lists import blocks
from tests.formats.workbooks import Block, as_xls, as_xlsx, plain, reading_of

_THIN = ("number", "type", "name", "basis", "units")


def _thin(count: int) -> bytes:
    """A county's list of many like rows."""
    rows = [
        {
            "number": str(number),
            "type": "行政处罚",
            "name": f"对第{number}号违法行为的处罚",
            "basis": "【法律】《示例管理法》第三条",
            "units": "监察大队",
        }
        for number in range(1, count + 1)
    ]
    return as_xlsx(plain([Block((row,)) for row in rows], fields=_THIN))


def _seconds(data: bytes, folder: Path) -> float:
    start = time.perf_counter()
    reading_of(data, folder)
    return time.perf_counter() - start


def test_a_bureau_of_400_items_is_read_in_seconds(benchmark: object, tmp_path: Path) -> None:
    data = as_xlsx(plain(blocks(1, 400)))
    reading = benchmark.pedantic(reading_of, (data, tmp_path), rounds=3)  # type: ignore[attr-defined]
    median = benchmark.stats.stats.median  # type: ignore[attr-defined]
    print(f"\n400 items, {len(reading.register.duties)} duties: {median:.2f} s, goal 3 s")
    assert len(reading.register.powers) == 400


def test_an_old_workbook_costs_no_more_than_its_child_process(benchmark: object, tmp_path: Path) -> None:
    sheet = plain(blocks(1, 400))
    new = min(_seconds(as_xlsx(sheet), tmp_path) for _ in range(2))
    old = benchmark.pedantic(_seconds, (as_xls(sheet), tmp_path), rounds=2)  # type: ignore[attr-defined]
    print(f"\n.xls {old:.2f} s, .xlsx {new:.2f} s")
    assert old < 4 * new


def test_fifty_thousand_rows_take_as_long_a_row_as_a_few(benchmark: object, tmp_path: Path) -> None:
    few = min(_seconds(_thin(2_500), tmp_path) for _ in range(2))
    many = benchmark.pedantic(_seconds, (_thin(50_000), tmp_path), rounds=1)  # type: ignore[attr-defined]
    print(f"\n50,000 rows {many:.1f} s, {many / few:.1f} times 2,500 rows (20 would be linear)")
    assert many < 20 * 1.6 * few
