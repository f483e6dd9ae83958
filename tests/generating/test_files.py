"""Generated files: the same bytes for the same seed, and read back as what was generated."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from powerlist import api
from powerlist.errors import UsageError
from powerlist.formats.cells.numerals import number_of
from powerlist.generating import generate, workbook
from powerlist.generating.cells import HEADINGS
from powerlist.numerals import chinese
from tests.cli.test_cli import powerlist


@pytest.mark.parametrize(
    ("name", "options"),
    [("a.yaml", {}), ("a.xlsx", {}), ("a", {"registers": 2}), ("a", {"registers": 2, "books": True})],
)
def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, name: str, options: dict[str, Any]) -> None:
    first = [path.read_bytes() for path in api.generate(20, tmp_path / "1" / name, seed=4, **options)]
    again = [path.read_bytes() for path in api.generate(20, tmp_path / "2" / name, seed=4, **options)]
    assert first == again
    assert len(first) == options.get("registers", 1)


def test_a_yaml_file_is_read_back_as_the_register(tmp_path: Path) -> None:
    (path,) = api.generate(40, tmp_path / "list.yaml", seed=2)
    read, told = api.open_sources([path]).register, next(generate(40, 1, 2))
    assert api.fingerprint(read) == api.fingerprint(told)


@pytest.mark.parametrize("number", [0, 1])
def test_a_workbook_is_read_without_a_problem(tmp_path: Path, number: int) -> None:
    path = api.generate(150, tmp_path / "books", registers=2, seed=3, books=True)[number]
    reading, told = api.open_sources([path]), list(generate(150, 2, 3))[number]
    read = reading.register
    assert reading.problems == ()
    assert [power.name for power in read.powers] == [power.name for power in told.powers]
    assert [power.type for power in read.powers] == [power.type for power in told.powers]
    assert sorted(duty.text.rstrip("。") for duty in read.duties) == sorted(
        d.text.rstrip("。") for d in told.duties
    )
    assert len(read.grounds) == len(told.grounds)
    assert sorted(sub.name for sub in read.sub_items) == sorted(sub.name for sub in told.sub_items)


def test_a_workbook_looks_like_the_usual_list() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(next(generate(150, 1, 3)))))
    page = book["权责清单"]
    assert tuple(cell.value for cell in page[2]) == HEADINGS
    assert page["A1"].value == "示例县农业农村局权责清单"
    assert len(page.merged_cells.ranges) > 1


def test_numerals_are_those_that_lists_are_read_with() -> None:
    assert [number_of(chinese(number)) for number in range(1, 10_000)] == list(range(1, 10_000))
    assert chinese(13) == "十三"


@pytest.mark.parametrize(
    ("name", "options"),
    [("a.yaml", {"registers": 2}), ("a.xlsx", {"full": True}), ("a", {"registers": 0})],
)
def test_what_does_not_go_together_is_asked_back(tmp_path: Path, name: str, options: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        api.generate(10, tmp_path / name, **options)
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_a_list_that_checks_clean(tmp_path: Path) -> None:
    path = tmp_path / "full.yaml"
    words = ("generate", "--powers", "30", "--seed", "5", "--complete", "-o", str(path))
    made = powerlist(*words, folder=tmp_path)
    assert (made.returncode, made.stdout) == (0, ""), made.stderr
    checked = powerlist("check", str(path), folder=tmp_path)
    assert checked.returncode == 0, checked.stdout
