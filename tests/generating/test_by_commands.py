"""Generated, drafted, confirmed and checked by commands: nothing is left that must be mended."""

import json
from pathlib import Path

import pytest

from powerlist import api
from powerlist.drafting import waiting
from tests.cli.test_cli import powerlist


def run(*words: str | Path, folder: Path) -> str:
    """What a command that ends with 0 writes."""
    done = powerlist(*map(str, words), folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def confirmed(drafted: Path) -> Path:
    """The list after the head of every unit has confirmed what waits there."""
    register = api.open_sources([drafted]).register
    for number, (unit, _) in enumerate(waiting(register)):
        head = next(post for post in register.posts if post.unit == unit.id and post.level == "head")
        out = drafted.with_name(f"confirmed-{number}.yaml")
        words = ("confirm", drafted, "--unit", unit.name, "--by", head.name, "--on", "2026-11-20", "-o", out)
        run(*words, folder=drafted.parent)
        drafted = out
    return drafted


@pytest.mark.parametrize(("powers", "seed"), [(9, 1), (60, 11)])
def test_no_error_is_left_after_draft_and_confirm(powers: int, seed: int, tmp_path: Path) -> None:
    listed, drafted = tmp_path / "list.yaml", tmp_path / "drafted.yaml"
    run("generate", "--powers", str(powers), "--seed", str(seed), "-o", listed, folder=tmp_path)
    run("draft", listed, "-o", drafted, folder=tmp_path)
    done = confirmed(drafted)
    found = json.loads(run("check", done, "--format", "json", "--as-of", "2026-11-26", folder=tmp_path))
    assert len(found["rules"]) > 116
    assert [one["message"] for one in found["findings"] if one["severity"] == "error"] == []
