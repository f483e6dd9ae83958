"""A visitor for every test of the app."""

from pathlib import Path

import pytest

from tests.app.opening import Visitor


@pytest.fixture
def visitor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Visitor:
    """Somebody who opens the app on a list of the test's own."""
    return Visitor(monkeypatch, tmp_path)
