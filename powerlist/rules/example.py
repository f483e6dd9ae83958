"""The example of a rule: a small list with the fault, the findings, and the list with the fault mended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

import yaml

from powerlist.formats.yaml_tree import read_yaml
from powerlist.model.register import Register

_FOLDER = Path(__file__).parent / "examples"
_DAY = date(2026, 1, 1)
_LISTS = ("bad", "good", "beside", "waivers", "good_waivers")


@dataclass(frozen=True, slots=True)
class DemoEdit:
    """One edit that plants the fault in the demo bureau: by id the fields to change, or None to remove it.

    `finds` are the rule's new findings, `brings` those of other rules that cannot be helped.
    """

    edit: Mapping[str, Mapping[str, Any] | None]
    finds: tuple[str, ...]
    brings: tuple[str, ...] = ()
    as_of: date | None = None  # None: the day of the demo
    waivers: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """`bad` and `good` in the project's own YAML, one edit apart; `finds` are the keys that `bad` gives.

    `beside` is the list of another authority, for rules that compare with one; `demo` plants the fault in
    the demo bureau; `waivers` is the file of waivers, `good_waivers` the mended one; `texts` are invented
    full texts of local instruments, by file, for rules that read them.
    """

    bad: str
    finds: tuple[str, ...]
    good: str
    beside: str = ""
    as_of: date = _DAY
    demo: DemoEdit | None = None
    waivers: str = ""
    good_waivers: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)


def register_of(text: str) -> Register:
    """The list that a part of an example is."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.yaml"
        path.write_text(text, encoding="utf-8")
        return read_yaml([path]).register


def example_of(code: str) -> Example | None:
    """The example of a rule; None for a rule of the user's own."""
    path = _FOLDER / f"{code}.yaml"
    if not path.is_file():
        return None
    parts = _sections(path.read_text(encoding="utf-8"))
    finds = yaml.safe_load("finds:" + parts["finds"])["finds"]
    bad, good, beside, waivers, mended = (dedent(parts.get(name, "")).strip("\n") for name in _LISTS)
    demo = _demo_edit(parts.get("demo", ""))
    texts = yaml.safe_load("texts:" + parts["texts"])["texts"] if "texts" in parts else {}
    return Example(
        bad,
        tuple(finds),
        good,
        beside,
        demo=demo,
        waivers=waivers,
        good_waivers=mended or waivers,
        texts=texts,
    )


def _demo_edit(text: str) -> DemoEdit | None:
    if not text:
        return None
    found = yaml.safe_load("demo:" + text)["demo"]
    return DemoEdit(
        found["edit"],
        tuple(found["finds"]),
        tuple(found.get("brings", ())),
        found.get("as_of"),
        found.get("waivers", ""),
    )


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
