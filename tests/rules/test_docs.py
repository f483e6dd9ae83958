"""The page about checking shows what works: its settings, its waivers and its rule are read and run."""

import re
from pathlib import Path

from powerlist.practice import load
from powerlist.resources import docs_folder
from powerlist.rules import RULES, check, read_settings, read_waivers, with_own
from tests.rules.reading import DAY, read

PAGE = (docs_folder() / "checking.md").read_text(encoding="utf-8")


def block(kind: str, folder: Path, name: str) -> Path:
    """The first block of a kind as a file."""
    found = re.search(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    path = folder / name
    path.write_text(found[1], encoding="utf-8")
    return path


def test_the_settings_of_the_page_are_read(tmp_path: Path) -> None:
    assert read_settings(block("toml", tmp_path, "powerlist.toml"), RULES).ignore == ("D04",)


def test_the_waivers_of_the_page_are_read(tmp_path: Path) -> None:
    assert [one.title for one in read_waivers(block("yaml", tmp_path, "waivers.yaml"))] == [
        "A03@DM2014005000.fix-info",
        "L05 职称*",
    ]


def test_the_rule_of_the_page_finds_what_it_says(tmp_path: Path) -> None:
    rules = with_own([block("python", tmp_path, "my_rules.py")])
    register = read("authority: {name: 示例局}\npowers: [{id: w, name: 甲}, {id: v, name: 乙, number: '1'}]")
    found = check(register, load(), DAY, rules=rules, select=["X01"]).findings
    assert [one.key for one in found] == ["X01@w"]
