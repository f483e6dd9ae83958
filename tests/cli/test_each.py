"""check --each: every list of a county by itself, beside all others."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

import pytest

from powerlist import api
from powerlist.analysis.neighbours import Neighbours
from powerlist.analysis.outside import outside
from powerlist.generating import generate
from powerlist.practice import load
from powerlist.resources import data_folder
from powerlist.rules import check
from tests.cli.test_cli import powerlist

DAY = date(2026, 11, 2)


def run(*words: str) -> CompletedProcess[str]:
    """The program, in a folder where nothing lies about."""
    with TemporaryDirectory() as folder:
        return powerlist(*words, folder=Path(folder))


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three lists of a county that share clauses, and a file that is none."""
    folder = tmp_path_factory.mktemp("county")
    for number, register in enumerate(generate(20, 3, 1)):
        api.save(register, folder / f"{number}.yaml")
    (folder / "x.yaml").write_text("[", encoding="utf-8")
    return folder


def test_each_list_is_told_as_if_it_were_checked_beside_the_others(county: Path, tmp_path: Path) -> None:
    lists = ["demo", str(data_folder() / "neighbour" / "medical.yaml"), str(county / "0.yaml")]
    run("check", "--each", *lists, "--format", "json", "-o", str(tmp_path / "all"), "--as-of", "2026-11-02")
    codes = set()
    for own in lists:
        others = [word for other in lists if other != own for word in ("--with", other)]
        alone = run("check", own, *others, "--format", "json", "--as-of", "2026-11-02").stdout
        together = json.loads((tmp_path / "all" / f"{Path(own).stem}.json").read_text(encoding="utf-8"))
        assert together == json.loads(alone)
        codes |= {found["code"] for found in together["findings"]}
    assert "D02" in codes


def test_several_processes_say_the_same(county: Path, tmp_path: Path) -> None:
    lists = [str(county / f"{number}.yaml") for number in range(3)]
    for jobs in "1", "2":
        ended = run("check", "--each", *lists, "--jobs", jobs, "-o", str(tmp_path / jobs))
        assert ended.returncode == 1
    for name in "0.txt", "1.txt", "2.txt":
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_list_that_cannot_be_read_is_told_and_the_others_go_on(county: Path, jobs: str) -> None:
    ended = run("check", "--each", str(county / "x.yaml"), str(county / "0.yaml"), "--jobs", jobs)
    assert ended.returncode == 2
    assert f"1/2 {county / 'x.yaml'}!L2：" in ended.stderr
    assert "2/2 0.yaml 示例县" in ended.stderr
    assert "检查意见" in ended.stdout


def test_a_folder_of_workbooks_stands_for_its_files_and_no_report_takes_the_place_of_another(
    tmp_path: Path,
) -> None:
    for name in "甲", "乙":
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "清单.xls").write_bytes((data_folder() / "demo/messy.xls").read_bytes())
    run("check", "--each", str(tmp_path / "in"), "-o", str(tmp_path / "out"))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["清单-2.txt", "清单.txt"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--each", "demo", "--format", "html"), "-o"),
        (("--each", "demo", "-o", __file__), "文件夹"),
        (("--each", "demo", "--baseline", "x.json"), "--baseline"),
        (("--each", "demo", "--preset", "没有"), "没有规则组"),
    ],
)
def test_what_does_not_go_together_is_one_sentence(words: tuple[str, ...], said: str) -> None:
    ended = run("check", *words)
    assert ended.returncode == 2
    assert said in ended.stderr
    assert not ended.stdout


def test_jobs_for_one_list_are_told_to_be_of_no_use() -> None:
    assert "--jobs" in run("check", "demo", "--select", "A01", "--jobs", "2").stderr


def test_the_outside_of_a_list_is_all_that_a_neighbour_sees() -> None:
    folder = data_folder() / "neighbour"
    lists = [
        api.demo().register,
        *(api.open_sources([one]).register for one in sorted(folder.glob("*.yaml"))),
    ]
    lists += generate(40, 3, 1)
    stages = load().stages
    whole = Neighbours.of(lists, DAY)
    lean = Neighbours.of([outside(one, stages) for one in lists], DAY)
    for one in lists:
        assert check(one, load(), DAY, neighbours=whole) == check(one, load(), DAY, neighbours=lean)


_SPAWNED = """
import multiprocessing, runpy, sys
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    sys.argv = ["powerlist", *sys.argv[1:]]
    runpy.run_module("powerlist", run_name="__main__")
"""


def test_processes_that_share_nothing_do_as_well(county: Path, tmp_path: Path) -> None:
    """As on Windows and macOS, where a helping process begins afresh."""
    script = tmp_path / "spawned.py"
    script.write_text(_SPAWNED, encoding="utf-8")
    words = ["check", "--each", str(county / "0.yaml"), str(county / "1.yaml"), "--jobs", "2"]
    ended = subprocess.run([sys.executable, script, *words], capture_output=True, text=True, check=False)
    alone = run(*words[:-1], "1")
    assert (ended.stdout, ended.returncode) == (alone.stdout, alone.returncode)
    assert ended.stdout
