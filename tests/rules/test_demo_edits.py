"""Every rule finds its fault in the real bureau: one edit to the demo gives its finding and no other."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from powerlist.formats.yaml_tree import read_yaml
from powerlist.model.register import KINDS, Register
from powerlist.practice import load
from powerlist.resources import data_folder
from powerlist.rules import RULES, Rule, check
from powerlist.rules.example import DemoEdit, example_of
from tests.rules.reading import laws_with, read, waivers_of

DEMO = data_folder() / "demo"
DAY = date.fromisoformat(str(yaml.safe_load((DEMO / "expected.yaml").read_text("utf-8"))["as_of"]))


@cache
def bureau() -> Register:
    return read_yaml([DEMO / "bureau"]).register


def keys(
    register: Register, beside: str, day: date, waiver: str = "", texts: Mapping[str, str] | None = None
) -> set[str]:
    """Every finding of every rule."""
    neighbours = [read(beside)] if beside else []
    waivers = waivers_of(f"waivers: [{waiver}]") if waiver else ()
    with TemporaryDirectory() as folder:
        laws = laws_with(Path(folder), texts or {})
        report = check(register, load(), day, neighbours=neighbours, waivers=waivers, laws=laws)
    return {one.key for one in report.findings}


@cache
def known(beside: str, day: date) -> frozenset[str]:
    return frozenset(keys(bureau(), beside, day))


def edited(register: Register, edit: Mapping[str, Mapping[str, Any] | None]) -> Register:
    """The register with the fields changed, the things added (`kind`) or removed (None)."""
    changed = register.without(id for id, fields in edit.items() if fields is None)
    for id, fields in edit.items():
        if fields is None:
            assert register.find(id), f"the demo has no {id}"
        elif "kind" in fields:
            assert not register.find(id), f"the demo has {id} already"
            rest = {name: value for name, value in fields.items() if name != "kind"}
            changed = changed.with_(KINDS[fields["kind"]].model_validate({"id": id, **rest}))
        else:
            changed = changed.with_(register[id].with_(**fields))
    return changed


def planted(rule: Rule) -> DemoEdit:
    example = example_of(rule.code)
    assert example, f"rules/examples/{rule.code}.yaml is missing"
    assert example.demo, f"rules/examples/{rule.code}.yaml has no demo: section"
    return example.demo


@pytest.mark.parametrize("rule", list(RULES), ids=lambda rule: rule.code)
def test_one_edit_to_the_demo_gives_the_finding_and_no_other(rule: Rule) -> None:
    demo, example = planted(rule), example_of(rule.code)
    assert example
    day = demo.as_of or DAY
    changed = edited(bureau(), demo.edit)
    found = keys(changed, example.beside, day, demo.waivers, example.texts)
    new = found - known(example.beside, day)
    assert new == {*demo.finds, *demo.brings}
    assert demo.finds
    assert all(key.startswith(f"{rule.code}@") for key in demo.finds)
