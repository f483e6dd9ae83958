"""How long a check takes as lists grow, on complete generated registers; and what it needs in memory."""

import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from powerlist.analysis.neighbours import Neighbours
from powerlist.api.generating import generate as write_lists
from powerlist.generating import generate
from powerlist.model.register import Register
from powerlist.practice import load
from powerlist.rules import Report, check
from tests.benchmarks.figures import Book, Figure, best

DAY = date(2026, 11, 26)
MADE = Callable[[int], Register]
LISTS = 60


def checked(register: Register, **options: Any) -> Report:
    return check(register, load(), DAY, **options)


@pytest.mark.parametrize("powers", [3_000, 10_000])
@pytest.mark.benchmark(timer=process_time)
def test_a_long_list_costs_no_more_a_power(
    benchmark: Any, book: Book, complete_register: MADE, powers: int
) -> None:
    small, large = complete_register(1_000), complete_register(powers)
    few = best(lambda: checked(small), 3, process_time)
    benchmark.pedantic(checked, (large,), rounds=2)
    few = min(few, best(lambda: checked(small), 3, process_time)) / 1_000
    many = benchmark.stats.stats.min / powers
    detail = f"{1000 * many:.2f} ms a power beside {1000 * few:.2f} ms"
    book.note(Figure(f"check {powers:,} powers, cost a power", "1,000 powers", 1.1, many / few, detail))
    assert not any(found.severity == "error" for found in checked(small).findings)


@pytest.mark.benchmark(timer=process_time)
def test_a_county_costs_no_more_a_power_than_one_bureau(benchmark: Any, book: Book) -> None:
    """A hundred published lists of a thousand powers each, every one compared with all others."""
    bureaus = list(generate(1_000, 100, 1))
    alone = min(best(partial(checked, one), 2, process_time) for one in bureaus[:3])

    def county() -> int:
        beside = Neighbours.of(bureaus, DAY)
        return sum(len(checked(one, neighbours=beside).findings) for one in bureaus)

    findings = benchmark.pedantic(county, rounds=1)
    alone = min(alone, *(best(partial(checked, one), 2, process_time) for one in bureaus[:3]))
    each = benchmark.stats.stats.min / len(bureaus)
    detail = f"{each:.2f} ms a power beside {alone:.2f} ms; {findings:,} findings"
    name = "check a workspace of 100 × 1,000 powers, cost a power"
    book.note(Figure(name, "one of them alone", 1.1, each / alone, detail))
    assert findings > 100


# -- the whole command, 100,000 powers, several lists at a time


@pytest.fixture(scope="module")
def county_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbooks that a hundred bureaus hand in, a thousand powers each."""
    folder = tmp_path_factory.mktemp("county")
    write_lists(1_000, folder, registers=LISTS, books=True)
    return folder


def command(folder: Path, jobs: int) -> list[str]:
    out = folder.parent / f"{folder.name}-{jobs}"
    words = ["check", "--each", str(folder), "--jobs", str(jobs), "-o", str(out), "--fail-on", "never"]
    return [sys.executable, "-m", "powerlist", *words]


def largest_child() -> float:
    """GB of the largest of all processes that were started and have ended."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024**2


def test_two_jobs_take_half_the_time_and_little_memory(
    benchmark: Any, book: Book, county_folder: Path
) -> None:
    """Import, check and report of the same hundred workbooks; the memory is that of the largest process."""
    one = best(partial(subprocess.run, command(county_folder, 1), check=True, capture_output=True), 1)
    size = largest_child()
    two = partial(subprocess.run, command(county_folder, 2), check=True, capture_output=True)
    benchmark.pedantic(two, rounds=1)
    share = benchmark.stats.stats.min / one
    name = f"check --each of {LISTS} workbooks of 1,000 powers, --jobs 2"
    detail = f"{share * one:.0f} s beside {one:.0f} s, {1 / share:.2f} times as fast"
    book.note(Figure(name, "--jobs 1", 1 / 1.8, share, detail))
    book.note(Figure(f"check --each of {LISTS} workbooks of 1,000 powers, memory", "–", 1.5, size, "", " GB"))
    for path in (county_folder.parent / f"{county_folder.name}-1").iterdir():
        assert path.read_bytes() == (path.parent.parent / f"{county_folder.name}-2" / path.name).read_bytes()


_ALONE = """
import resource
from datetime import date
from powerlist.generating import complete, generate
from powerlist.practice import load
from powerlist.rules import check

register = next(generate({powers}, 1, 1))
report = check(register, load(), date(2026, 11, 26))
print(len(register.powers), len(report.findings), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_a_hundred_thousand_powers_fit_into_memory(benchmark: Any, book: Book) -> None:
    """In a process of its own: the list is made and checked."""
    command = [sys.executable, "-c", _ALONE.format(powers=100_000)]
    run = benchmark.pedantic(subprocess.run, (command,), {"capture_output": True, "text": True}, rounds=1)
    powers, findings, kilobytes = map(int, run.stdout.split())
    assert (powers, findings > 0) == (100_000, True)
    size = kilobytes / 1024**2
    book.note(Figure("check one list of 100,000 powers, memory", "–", 1.5, size, "published list", " GB"))
