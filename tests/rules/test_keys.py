"""A finding's key survives: rows come and go, typos are mended elsewhere, the order changes."""

import random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from powerlist.formats.yaml_tree import read_yaml
from powerlist.model.register import KINDS, Register
from powerlist.resources import data_folder
from powerlist.rules import Finding
from tests.rules.reading import checked, read

DEMO = read_yaml([data_folder() / "demo" / "bureau"]).register

# Ids are left out: they are made from the texts, as for a list read from a file.
SMALL = """
authority: {name: 示例局}
units: [{id: u, name: 审批股}]
posts: [{id: a, name: 窗口岗, unit: u}, {id: b, name: 审查岗, unit: u, holders: 0}]
powers:
  - {name: 甲许可, type: licence, units: [u], promised_limit: 30个工作日, statutory_limit: 20个工作日}
  - name: 乙许可
    type: licence
    units: [u]
    duties:
      - {text: 受理申请, stage: acceptance, assignments: [{post: a}]}
      - {text: 审查材料, stage: review, assignments: [{post: b}]}
      - {text: 每年抽查, stage: supervision}
    bases: [{instrument: 某法}]
  - {name: 丙许可, type: licence, units: [u], grounds: [{text: 索取财物的}]}
  - {name: 丁服务, type: public_service, duties: [{text: 提供咨询, stage: service, assignments: [{unit: u}]}]}
"""


def told(register: Register) -> dict[str, Finding]:
    return {finding.key: finding for finding in checked(register).findings}


def tree() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(SMALL)
    return data


def keys_of(data: dict[str, Any]) -> set[str]:
    return set(told(read(yaml.safe_dump(data, allow_unicode=True))))


BEFORE = keys_of(tree())


DEMO_KEYS = set(told(DEMO))


def test_there_is_something_to_keep() -> None:
    assert {key[:3] for key in BEFORE} >= {"A01", "A03", "A04", "C02", "C03", "C04", "L01", "L05", "T01"}


@pytest.mark.parametrize("place", range(5))
def test_an_inserted_power_adds_its_own_findings_alone(place: int) -> None:
    data = tree()
    data["powers"].insert(place, {"name": "新许可", "type": "licence", "number": "1"})
    after = keys_of(data)
    assert after >= BEFORE
    assert len(after) > len(BEFORE)


@pytest.mark.parametrize("place", range(4))
def test_an_inserted_duty_changes_no_other_key(place: int) -> None:
    data = tree()
    data["powers"][1]["duties"].insert(place, {"text": "新增责任", "assignments": [{"post": "a"}]})
    assert keys_of(data) == BEFORE


def test_a_typo_mended_in_one_place_changes_keys_of_that_place_alone() -> None:
    data = tree()
    data["powers"][1]["duties"][0]["text"] = "受理申请材料"
    assert keys_of(data) == BEFORE
    data["powers"][1]["duties"][2]["text"] = "每年抽查一次"
    gone, new = BEFORE - keys_of(data), keys_of(data) - BEFORE
    assert {key[:3] for key in gone} == {key[:3] for key in new} == {"A01"}


def test_another_order_gives_the_same_findings() -> None:
    data = tree()
    for turn in range(5):
        random.Random(turn).shuffle(data["powers"])
        random.Random(turn).shuffle(data["posts"])
        assert keys_of(data) == BEFORE


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_the_order_of_every_table_may_change(seed: int) -> None:
    chance = random.Random(seed)
    named = {kind.table: list(getattr(DEMO, kind.table)) for kind in KINDS.values()}
    tables = {name: chance.sample(table, k=len(table)) for name, table in named.items()}
    shuffled = Register(authority=DEMO.authority, **tables)  # type: ignore[arg-type]
    assert set(told(shuffled)) == DEMO_KEYS
