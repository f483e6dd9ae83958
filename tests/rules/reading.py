"""Small lists for tests, read as users' files are."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from powerlist.formats.yaml_tree import read_yaml
from powerlist.model.register import Register
from powerlist.practice import load
from powerlist.rules import Report, check

DAY = date(2026, 1, 1)


def read(text: str) -> Register:
    """The register that a file with this text gives."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.yaml"
        path.write_text(text, encoding="utf-8")
        return read_yaml([path]).register


def checked(text: str | Register, *select: str, day: date = DAY) -> Report:
    """The report on a list, of all rules or of those named."""
    return check(read(text) if isinstance(text, str) else text, load(), day, select=select)


def keys(text: str | Register, *select: str, day: date = DAY) -> list[str]:
    """The keys of the findings."""
    return [finding.key for finding in checked(text, *select, day=day).findings]
