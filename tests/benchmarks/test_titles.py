"""How the time of reading a title grows with its length, however it is spelt.

`pytest tests/benchmarks/test_titles.py -o addopts= -s` says the figures.
"""

from time import process_time

import pytest

from powerlist.laws.titles import is_damaged, key_of, version_note
from tests.benchmarks.figures import best

PIECES = ("第一条第一款", "〔2019〕", "（2019年修正", "《", "条款项", "（令〔2019〕号")
LONGER = 4


def _read(title: str) -> None:
    """Without the memory of titles that were read before."""
    for reading in (key_of, version_note, is_damaged):
        reading.__wrapped__(title)


@pytest.mark.parametrize("piece", PIECES)
def test_a_title_four_times_as_long_takes_about_four_times(piece: str) -> None:
    times = [best(lambda n=n: _read(piece * n + "x"), 5, process_time) for n in (200, 200 * LONGER)]  # type: ignore[misc]
    print(f"\n{piece}: {times[0] * 1000:.2f} ms, {LONGER} times as long {times[1] / times[0]:.1f} times")
    assert times[1] / times[0] < 2 * LONGER
