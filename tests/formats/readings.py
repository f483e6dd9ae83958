"""Short ways to read a few rows and to say what came out."""

from collections.abc import Sequence
from pathlib import Path

from powerlist.formats import Reading
from tests.formats.workbooks import Merge, Sheet, as_xlsx, reading_of


def read_rows(
    folder: Path,
    rows: Sequence[Sequence[str]],
    merges: Sequence[Merge] = (),
    sheet: str = "清单",
    **options: object,
) -> Reading:
    made = Sheet(sheet, [list(row) for row in rows], list(merges))
    return reading_of(as_xlsx(made), folder, **options)


def names(reading: Reading) -> list[str]:
    return [power.name for power in reading.register.powers]


def codes(reading: Reading) -> list[tuple[str, str]]:
    return [(found.code, found.source.cell) for found in reading.problems]
