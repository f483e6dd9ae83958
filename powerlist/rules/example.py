"""The example of a rule: a small list with the fault, the findings, and the list with the fault mended."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent

import yaml

_FOLDER = Path(__file__).parent / "examples"
_DAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Example:
    """`bad` and `good` in the project's own YAML, one edit apart; `finds` are the keys that `bad` gives.

    `beside` is the list of another authority, for rules that compare with one.
    """

    bad: str
    finds: tuple[str, ...]
    good: str
    beside: str = ""
    as_of: date = _DAY


def example_of(code: str) -> Example | None:
    """The example of a rule; None for a rule of the user's own."""
    path = _FOLDER / f"{code}.yaml"
    if not path.is_file():
        return None
    parts = _sections(path.read_text(encoding="utf-8"))
    finds = yaml.safe_load("finds:" + parts["finds"])["finds"]
    bad, good, beside = (dedent(parts.get(name, "")).strip("\n") for name in ("bad", "good", "beside"))
    return Example(bad, tuple(finds), good, beside)


def _sections(text: str) -> dict[str, str]:
    """The text after each word at the left edge."""
    parts: dict[str, str] = {}
    for line in text.splitlines(keepends=True):
        if line[:1].isalpha():
            name, rest = line.split(":", 1)
            parts[name] = rest
        else:
            parts[name] += line
    return parts
