"""JSON lines: a line a thing, equal when read back, every fault with its line."""

import json
from pathlib import Path

import pytest
from hypothesis import given

from powerlist.errors import PowerlistError
from powerlist.formats import read
from powerlist.formats.jsonl import to_jsonl, write_jsonl
from powerlist.model.register import Register
from tests.formats.own.generated import sound_registers
from tests.formats.own.test_own_workbook import SMALL, any_register


@any_register
@given(before=sound_registers())
def test_any_register_comes_back_equal(before: Register, tmp_path: Path) -> None:
    write_jsonl(before, tmp_path / "a.jsonl")
    assert read(tmp_path / "a.jsonl").register == before


def test_it_is_known_by_its_content_and_told_by_line(tmp_path: Path) -> None:
    write_jsonl(SMALL, tmp_path / "a.txt")
    found = read(tmp_path / "a.txt").register
    assert str(found.source_of(found.powers[0], "name")) == "a.txt:L6"


FAULTS = {
    "no JSON": ('{"posts": [', "L3"),
    "no object": ("[1, 2]", "L3"),
    "an unknown table": ('{"postss": {"id": "x"}}', "L3"),
    "an unknown field": ('{"posts": {"id": "x", "name": "y", "nam": "z"}}', "L3"),
    "a number that is none": ('{"powers": {"id": "x", "name": "y", "discretion": NaN}}', "L3"),
    "an id used twice": ('{"posts": {"id": "P1", "name": "y"}}', "L5"),
    "a reference to nothing": ('{"posts": {"id": "x", "name": "y", "unit": "U9"}}', "L3"),
    "too deep": ('{"posts": ' + "[" * 100_000 + "}", "L3"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_sentence_with_its_line(fault: str, tmp_path: Path) -> None:
    line, place = FAULTS[fault]
    lines = to_jsonl(SMALL).split("\n")
    (tmp_path / "a.jsonl").write_text("\n".join([*lines[:2], line, *lines[2:]]), encoding="utf-8")
    with pytest.raises(PowerlistError) as caught:
        read(tmp_path / "a.jsonl")
    assert caught.value.of("zh").startswith(f"a.jsonl!{place}：")
    assert "\n" not in caught.value.of("zh")


def test_a_newer_version_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"powerlist": 2}) + "\n")
    with pytest.raises(PowerlistError, match="较新版本"):
        read(tmp_path / "a.jsonl")
