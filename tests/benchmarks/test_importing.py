"""A folder of twenty bureaus' workbooks to registers, beside only reading the same cells."""

from pathlib import Path
from time import process_time
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from powerlist import api
from tests.benchmarks.figures import Book, Figure, best, in_turn

_WORK = "import 20 workbooks, 3,000 items, to registers"


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Twenty workbooks in the usual fourteen columns, half of them with a sheet a type."""
    return api.generate(150, tmp_path_factory.mktemp("books"), registers=20, seed=1, books=True)


def _imported(paths: list[Path]) -> int:
    return sum(len(api.open_sources([path]).register.powers) for path in paths)


def _by_openpyxl(paths: list[Path]) -> int:
    cells = 0
    for path in paths:
        for page in openpyxl.load_workbook(path, data_only=True):
            cells += sum(len(row) for row in page.iter_rows(values_only=True))
    return cells


def _by_calamine(paths: list[Path]) -> int:
    cells = 0
    for path in paths:
        book = CalamineWorkbook.from_path(str(path))
        cells += sum(
            len(row) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()
        )
    return cells


@pytest.mark.benchmark(timer=process_time)
def test_import_beside_reading_the_cells(benchmark: Any, book: Book, workbooks: list[Path]) -> None:
    assert _imported(workbooks) == 3_000
    assert _by_openpyxl(workbooks) == _by_calamine(workbooks) > 42_000
    ours, slow = in_turn(
        benchmark, lambda: _imported(workbooks), lambda: _by_openpyxl(workbooks), 3, process_time
    )
    quick = best(lambda: _by_calamine(workbooks), 3, process_time)
    detail = f"{ours:.2f} s; openpyxl {slow:.2f} s, python-calamine {quick:.2f} s"
    book.note(Figure(_WORK, "the cells alone, openpyxl", 0.5, ours / slow, detail))
    book.note(Figure(_WORK, "the cells alone, python-calamine", None, ours / quick, detail))
