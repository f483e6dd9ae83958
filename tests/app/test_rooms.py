"""The app keeps to its rooms: it asks the facade, and one room alone touches the session."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import powerlist.app

HOME = Path(powerlist.app.__file__).parent
FILES = sorted(HOME.rglob("*.py"))
MAY = ("powerlist.app", "powerlist.i18n", "powerlist.errors", "powerlist.views.theme")


def imported(file: Path) -> Iterator[str]:
    """Every module of the program that a file takes something from."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOME)))
def test_the_app_asks_the_facade(file: Path) -> None:
    own = [name for name in imported(file) if name.startswith("powerlist")]
    assert [name for name in own if name != "powerlist.api" and not name.startswith(MAY)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOME)))
def test_one_room_touches_the_session_and_the_address(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    if file.name != "state.py":
        assert "session_state" not in text
        assert "query_params" not in text.replace("query_params=", "")


def test_every_page_is_in_the_navigation() -> None:
    from powerlist.app.parts import places

    files = {file.name for file in (HOME / "pages").glob("*.py")} - {"__init__.py"}
    assert {page.file for page in places.ALL} == files


def test_no_picture_part_fetches_anything_from_outside() -> None:
    for file in HOME.rglob("*.*"):
        if file.suffix in (".js", ".css", ".html"):
            text = file.read_text(encoding="utf-8")
            assert "http" not in text.replace("http://www.w3.org", "")
            assert "fetch(" not in text
            assert "innerHTML" not in text
