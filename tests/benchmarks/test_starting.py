"""How long the command line takes to answer, beside bare Python and the libraries that it stands on."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.figures import Book, Figure, in_turn

_PROGRAM = str(Path(sys.executable).parent / "powerlist")
_CASES = [
    ("powerlist --version", [_PROGRAM, "--version"], "bare Python", "pass", 8.0),
    (
        "powerlist check demo",
        [_PROGRAM, "check", "demo", "--fail-on", "never"],
        "import of pydantic and networkx",
        "import pydantic, networkx; from pydantic import BaseModel",
        4.0,
    ),
]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment where both sides keep what they compiled, as an installed program does."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return own | {"PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled"))}


def _run(environment: dict[str, str], *command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout


@pytest.mark.parametrize(("work", "command", "beside", "code", "aim"), _CASES, ids=["version", "check"])
def test_the_program_answers_at_once(
    benchmark: Any,
    book: Book,
    compiled: dict[str, str],
    work: str,
    command: list[str],
    beside: str,
    code: str,
    aim: float,
) -> None:
    assert _run(compiled, *command)
    ours, bare = in_turn(
        benchmark, lambda: _run(compiled, *command), lambda: _run(compiled, sys.executable, "-c", code), 5
    )
    book.note(Figure(work, beside, aim, ours / bare, f"{1000 * ours:.0f} ms beside {1000 * bare:.0f} ms"))
