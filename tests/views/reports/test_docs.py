"""The hook and the jobs of the page about checking do what the page says."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from powerlist import api
from powerlist.resources import data_folder, docs_folder

PAGE = (docs_folder() / "checking.md").read_text(encoding="utf-8")
BLOCKS = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]
HOOKS = next(one for one in BLOCKS if "repos" in one)
(HOOK,) = HOOKS["repos"][0]["hooks"]
GITHUB = next(one for one in BLOCKS if "jobs" in one)["jobs"]["powerlist"]["steps"]
GITLAB = next(one for one in BLOCKS if "powerlist" in one)["powerlist"]
MESSY = data_folder() / "demo" / "messy.xls"
ENTRY = Path(sys.executable).with_name("powerlist")


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """A command of the page, in a folder, by the powerlist of this test."""
    path = f"{ENTRY.parent}{os.pathsep}{os.environ['PATH']}"
    words = shlex.split(command)
    if words[0] == "git":
        words[1:1] = ["-c", "user.email=post@example.invalid", "-c", "user.name=岗位"]
    return subprocess.run(
        words, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path}
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A repository with the hook of the page, and a list in it that has no errors."""
    run(tmp_path, "git init --quiet .")
    (tmp_path / "lists").mkdir()
    api.generate(3, tmp_path / "lists" / "a.yaml", full=True)
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(HOOKS), encoding="utf-8")
    hook = tmp_path / ".git" / "hooks" / "pre-commit"
    hook.write_text(f"#!/bin/sh\nexec {HOOK['entry']}\n", encoding="utf-8")
    hook.chmod(0o755)
    run(tmp_path, "git add .")
    return tmp_path


def test_the_hook_lets_a_good_list_pass_and_stops_a_bad_one(place: Path) -> None:
    good = run(place, "git commit -m good")
    assert good.returncode == 0, good.stderr
    (place / "lists" / "a.yaml").unlink()
    shutil.copy(MESSY, place / "lists")
    run(place, "git add .")
    bad = run(place, "git commit -m bad")
    assert bad.returncode == 1
    assert "权责清单检查意见" in bad.stdout + bad.stderr
    assert run(place, "git log --format=%s").stdout.split() == ["good"]


def test_the_hook_takes_the_whole_list_and_never_its_own_file() -> None:
    assert HOOK["pass_filenames"] is False
    assert re.search(HOOK["files"], "lists/powers/01.yaml")
    assert not re.search(HOOK["files"], ".pre-commit-config.yaml")
    assert not re.search(HOOK["files"], "waivers.yaml")


@pytest.mark.parametrize("command", [one["run"] for one in GITHUB if "check" in one.get("run", "")])
def test_the_commands_of_the_jobs_run(place: Path, command: str) -> None:
    told = run(place, command)
    assert told.returncode == 0, told.stderr
    (given,) = [one["with"]["sarif_file"] for one in GITHUB if "sarif_file" in one.get("with", {})]
    assert (given in command) == (place / given).is_file()


def test_the_tests_of_a_build_server_lie_where_it_looks(place: Path) -> None:
    assert run(place, GITLAB["script"][-1]).returncode == 0
    assert (place / GITLAB["artifacts"]["reports"]["junit"]).is_file()
