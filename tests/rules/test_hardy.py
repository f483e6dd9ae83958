"""No list makes a rule crash, and a rule of the user's own that does is told with what it died on."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from powerlist.errors import PowerlistError
from powerlist.formats.yaml_tree import read_yaml
from powerlist.graph import PowerGraph
from powerlist.model.register import Register
from powerlist.model.risk import Rating
from powerlist.practice import load
from powerlist.resources import data_folder
from powerlist.rules import Finding, check, with_own
from tests.rules.bureau import bureau
from tests.rules.reading import DAY, checked

DEMO = read_yaml([data_folder() / "demo" / "bureau"]).register


def crashes(register: Register) -> list[str]:
    return [finding.key for finding in checked(register).findings if finding.key.endswith("#crash")]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([0.02, 0.2, 0.6]))
def test_any_part_of_a_list_may_be_missing(seed: int, share: float) -> None:
    chance = random.Random(seed)
    ids = [entity.id for entity in DEMO.entities() if entity is not DEMO.authority]
    assert not crashes(DEMO.without(id for id in ids if chance.random() < share))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_any_reference_may_lead_elsewhere(seed: int) -> None:
    chance = random.Random(seed)
    ids = [entity.id for entity in DEMO.entities()]
    flows = [
        flow.with_(source=chance.choice(ids), target=chance.choice(ids))
        for flow in DEMO.flows
        if chance.random() < 0.3
    ]
    steps = [
        step.with_(post=chance.choice(ids), duties=(chance.choice(ids),), stage=chance.choice(ids))
        for step in DEMO.steps
        if chance.random() < 0.3
    ]
    posts = [post.with_(reports_to=chance.choice(ids), unit=chance.choice(ids)) for post in DEMO.posts]
    risks = [
        risk.with_(step=chance.choice(ids), supervisor=chance.choice(ids), inherent=Rating(rank=7))
        for risk in DEMO.risks
    ]
    assert not crashes(DEMO.with_(*flows, *steps, *posts, *risks))


def test_names_are_never_read_as_templates_or_executed() -> None:
    for name in ("{it.id}", "{0}", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "𬭚" * 200, ""):
        listed = bureau("start decision end", power={"name": name}, process={"name": name})
        assert not crashes(listed)
        assert all("decision" not in f.key or name in f.message.zh for f in checked(listed, "P02").findings)


def test_a_very_long_process_is_checked_at_once() -> None:
    line = [f"review{n}@post{n % 7}" for n in range(2000)]
    limits = {word.partition("@")[0]: {"limit": "1个工作日"} for word in line}
    ways = f"start acceptance@a {' '.join(line)} decision@b end; review1999 review0"
    (late,) = checked(bureau(ways, power={"promised_limit": "20个工作日"}, steps=limits), "T03").findings
    assert "2000个工作日" in late.message.zh


HEAD = """from powerlist.rules import Hit, Severity, Text, rule

WORDS = dict(title=Text("题", "t"), why=Text("因", "w"), fix=Text("改", "f"))
WORDS["message"] = Text("{it.name}", "{it.x}")

@rule("X01", Severity.WARNING, **WORDS)
"""
LAZY = """def lazy(case):
    last = None
    for number, power in enumerate(case.in_force.powers):
        if number == 2:
            power.nothing
        last = power
        yield Hit(power)
"""
HELPED = """def helped(case):
    first = case.in_force.powers[0]
    for power in case.in_force.powers:
        for duty in case.graph.duties:
            look(power)
        yield Hit(first)

def look(thing):
    if thing.name != "劳务派遣经营许可":
        return
    raise KeyError("table")
"""
WRONG_WORDS = """def wrong_words(case):
    yield Hit(case.graph.posts[3])
"""


def own_findings(text: str, folder: Path) -> list[Finding]:
    """What a rule of the user's own finds in the demo; the others must have run too."""
    path = folder / "mine.py"
    path.write_text(HEAD + text, encoding="utf-8")
    found = check(DEMO, load(), DAY, rules=with_own([path])).findings
    assert len({finding.code for finding in found}) > 3
    return [finding for finding in found if finding.code == "X01"]


def test_a_rule_that_dies_on_the_third_power_is_one_finding_on_that_power_with_its_line(
    tmp_path: Path,
) -> None:
    (found,) = own_findings(LAZY, tmp_path)
    third = PowerGraph(DEMO).powers[2]
    assert found.entity == third
    assert f"“{third.title}”" in found.message.zh
    assert "mine.py第11行" in found.message.zh
    assert "mine.py line 11" in found.message.en
    assert found.source == DEMO.source_of(third)


def test_what_the_failing_line_names_is_what_the_rule_died_on(tmp_path: Path) -> None:
    (found,) = own_findings(HELPED, tmp_path)
    assert found.entity.title == "劳务派遣经营许可"


def test_words_that_name_what_is_not_there_are_told_on_the_thing_they_were_for(tmp_path: Path) -> None:
    (found,) = own_findings(WRONG_WORDS, tmp_path)
    assert found.entity == DEMO.posts[3]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("def three(case):\n    yield 3\n", "得到的是int", "this one gave int"),
        ("def none(case):\n    pass\n", "没有 yield", "neither yields"),
        (
            "def other(case):\n    yield Hit(case.graph.powers[0].with_(id='zz'))\n",
            "“zz”不在这份清单里",
            "“zz”, which is nothing of this list",
        ),
        ("def nobody(case):\n    yield Hit(None)\n", "“None”不在这份清单里", "nothing of this list"),
        ("def leaves(case):\n    raise SystemExit(3)\n    yield\n", "SystemExit", "SystemExit"),
        ("def deep(case):\n    yield from deep(case)\n", "RecursionError", "RecursionError"),
    ],
)
def test_whatever_a_rule_does_is_one_finding_in_words(text: str, zh: str, en: str, tmp_path: Path) -> None:
    (found,) = own_findings(text, tmp_path)
    assert found.key.endswith("#crash")
    assert zh in found.message.zh
    assert en in found.message.en


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (HEAD.replace("Severity.WARNING", "'fatal'"), "Severity.ERROR"),
        (HEAD.replace('"X01"', '"很重要"'), "字母加数字"),
        (HEAD.replace('title=Text("题", "t")', 'title="题"'), "“title”应为 Text"),
        (HEAD.replace('"X01"', '"A01"'), "“A01”（lazy）已有规则在用"),
        (HEAD + "def lazy(case:\n", "Python 写法有误"),
    ],
)
def test_a_rule_that_is_made_wrongly_is_told_before_it_runs(head: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(head + LAZY, encoding="utf-8")
    with pytest.raises(PowerlistError) as caught:
        with_own([tmp_path / "mine.py"])
    assert said in caught.value.of("zh")
    assert "mine.py!L" in caught.value.of("zh")


def test_a_file_of_rules_in_another_coding_or_a_folder_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "gbk.py").write_bytes((HEAD + LAZY).encode("gbk"))
    with pytest.raises(PowerlistError, match="UTF-8"):
        with_own([tmp_path / "gbk.py"])
    with pytest.raises(PowerlistError, match="文件夹"):
        with_own([tmp_path])
