"""The house itself: formatted, linted, typed, its floors in order, whole when installed elsewhere."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


def run(*command: str, folder: Path = ROOT) -> str:
    """What a command says; it must succeed."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy",),
        ("lint-imports",),
    ],
    ids=" ".join,
)
def test_the_house_is_in_order(command: tuple[str, ...]) -> None:
    run(str(BIN / command[0]), *command[1:])


def test_no_lock_file_and_no_registry_is_committed() -> None:
    listed = run("git", "ls-files").splitlines() if (ROOT / ".git").exists() else []
    locks = {"uv.lock", "poetry.lock", "Pipfile.lock", "package-lock.json", "pip.conf", ".npmrc"}
    assert not locks & {Path(name).name for name in listed}


@pytest.mark.slow
def test_a_wheel_installed_elsewhere_gives_the_same_demo(tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(ROOT))
    (wheel,) = tmp_path.glob("powerlist-*.whl")
    venv.create(tmp_path / "env", system_site_packages=False, with_pip=True)
    python = str(tmp_path / "env" / "bin" / "python")
    run(python, "-m", "pip", "install", "-q", "--no-deps", str(wheel))
    _borrow_libraries(tmp_path / "env")
    installed = run(python, "-c", "import powerlist; print(powerlist.__file__)", folder=tmp_path)
    assert installed.startswith(str(tmp_path))
    there = run(
        python, "-m", "powerlist", "check", "demo", "--format", "json", "--fail-on", "never", folder=tmp_path
    )
    here = run(sys.executable, "-m", "powerlist", "check", "demo", "--format", "json", "--fail-on", "never")
    assert _without_folders(there) == _without_folders(here)


def _borrow_libraries(environment: Path) -> None:
    """Let the new environment see the libraries of this one, but not this checkout of powerlist."""
    (here,) = {Path(place) for place in sys.path if place.endswith("site-packages")}
    (there,) = environment.glob("lib/python*/site-packages")
    for library in here.iterdir():
        mine = there / library.name
        if "powerlist" not in library.name and not mine.exists() and library.suffix != ".pth":
            mine.symlink_to(library)


def _without_folders(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if '"file"' not in line)
