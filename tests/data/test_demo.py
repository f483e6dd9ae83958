"""The demo bureau says what was given to it, hangs together, and has the faults it is said to have."""

import csv
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from powerlist.formats.yaml_tree import read_yaml, write_yaml
from powerlist.graph import PowerGraph
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import OversightKind, Phase, PostLevel, PowerType, StepKind
from powerlist.model.entity import State
from powerlist.model.fingerprint import fingerprint
from powerlist.model.power import Power
from powerlist.model.register import Register
from powerlist.practice import load
from powerlist.resources import data_folder
from powerlist.rules import check

DEMO = data_folder() / "demo"
FACTS = Path(__file__).with_name("facts.csv")
MODELLED = 71  # one of them the internal power
NEAR, ALIKE = 0, 0.8  # how many pairs of duties read alike, and how much alike that is
THIN = 6  # what a service done at once needs at least


@cache
def bureau() -> Register:
    return read_yaml([DEMO / "bureau"]).register


@cache
def graph() -> PowerGraph:
    return PowerGraph(bureau())


def listed() -> list[Power]:
    return [power for power in bureau().powers if power.group]


def facts() -> list[dict[str, str]]:
    with FACTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def told(power: Power) -> dict[str, str]:
    """What the card says, in the words of the given facts."""
    assert power.group and power.type and power.disposition  # noqa: PT018
    return {
        "code": power.code,
        "number": power.number,
        "group": power.group.text.zh,
        "type": power.type.text.zh,
        "name": power.name,
        "unit": "、".join(unit.name for unit in graph().units_of_power(power)),
        "statutory": power.statutory_limit.text.zh if power.statutory_limit else "",
        "promised": power.promised_limit.text.zh if power.promised_limit else "",
        "item_type": power.item_type.text.zh if power.item_type else "",
        "discretion": " 低中高"[power.discretion or 0],
        "money": "是" if power.handles_money else "否",
        "disposition": power.disposition.text.zh,
        "sub_items": str(len(graph().sub_items_of(power))),
        "bases": str(len(graph().bases_of(power))),
    }


def test_the_list_has_10_and_55_and_8_powers_and_one_internal_beside_them() -> None:
    groups = Counter(power.group.text.zh for power in listed() if power.group)
    assert groups == {"行政审批": 10, "非行政审批": 55, "便民服务": 8}
    assert [power.type for power in bureau().powers if not power.group] == [PowerType.INTERNAL]


def test_every_card_says_the_given_facts() -> None:
    assert [told(power) for power in sorted(listed(), key=lambda power: int(power.number))] == facts()


def test_codes_and_names_are_unique() -> None:
    powers = bureau().powers
    assert len({power.code for power in powers}) == len({power.name for power in powers}) == len(powers) == 74


def test_nine_units_under_the_leadership_have_forty_posts() -> None:
    assert [len(bureau().units), len(bureau().posts)] == [10, 40]
    assert [post.id for post in bureau().posts if not post.reports_to] == ["L01"]
    assert bureau().persons == ()


def test_nothing_dangles_and_nothing_is_drafted() -> None:
    assert list(bureau().dangling()) == []
    assert {entity.state for entity in bureau().entities()} == {State.STATED, State.CONFIRMED}


def test_no_citation_carries_statute_text() -> None:
    assert not any(basis.quote for basis in bureau().bases)


def test_it_reads_back_equal_from_one_file(tmp_path: Path) -> None:
    write_yaml(bureau(), tmp_path / "one.yaml")
    again = read_yaml([tmp_path / "one.yaml"]).register
    assert again == bureau()
    assert fingerprint(again) == fingerprint(bureau())


def test_the_modelled_powers_are_modelled_to_the_end() -> None:
    modelled = [power for power in bureau().powers if graph().processes_of(power)]
    assert len(modelled) == MODELLED
    assert {power.type for power in modelled} == set(PowerType) - {PowerType.LEVY}
    assert all(graph().duties_of(power) and graph().risks_of(power) for power in modelled)
    enforced = [power for power in modelled if power.type is not PowerType.PUBLIC_SERVICE]
    assert all(graph().grounds_of(power) for power in enforced)


def test_what_is_confirmed_was_confirmed_by_the_head_of_its_unit_in_2026() -> None:
    confirmed = [process for process in bureau().processes if process.state is State.CONFIRMED]
    assert confirmed
    for process in confirmed:
        powers = graph().powers_of(process)
        units = {unit.id for power in powers for unit in graph().units_of_power(power)}
        head = next(post for post in bureau().posts if post.id == process.confirmed_by)
        assert (head.level, head.unit) == (PostLevel.HEAD, *units)
        assert process.confirmed_on is not None
        assert process.confirmed_on.year == 2026


def test_the_other_powers_have_a_card_and_bases_and_wait() -> None:
    waiting = [power for power in listed() if not graph().processes_of(power)]
    assert len(waiting) == 74 - MODELLED
    assert all(graph().bases_of(power) and not graph().duties_of(power) for power in waiting)


@pytest.mark.parametrize(
    "told", ["duties:text", "grounds:text", "risks:event", "risks:cause", "controls:text"]
)
def test_no_matter_borrows_the_words_of_another(told: str) -> None:
    table, field = told.split(":")
    texts = Counter(getattr(entity, field) for entity in getattr(bureau(), table))
    assert [text for text, times in texts.items() if times > 1] == []


def test_almost_no_duty_reads_like_one_of_another_power() -> None:
    near = [pair for pair in _pairs_of_a_stage() if SequenceMatcher(None, *pair).ratio() > ALIKE]
    assert len(near) == NEAR, near


def _pairs_of_a_stage() -> Iterator[tuple[str, str]]:
    """Duties of one stage of two powers, of about one length."""
    for one, other in combinations(bureau().duties, 2):
        if one.stage == other.stage and one.power != other.power and _may_be_alike(one.text, other.text):
            yield one.text, other.text


def _may_be_alike(one: str, other: str) -> bool:
    words = [{text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other)]
    return len(words[0] & words[1]) > 0.5 * max(map(len, words))


def test_every_kind_of_oversight_watches_something() -> None:
    assert {one.oversight_kind for one in bureau().oversights} == set(OversightKind)
    assert all(one.covers for one in bureau().oversights)


def test_an_average_promise_is_at_most_half_of_the_statute() -> None:
    both = [p for p in listed() if p.statutory_limit and p.promised_limit]
    shares = [p.promised_limit.value / p.statutory_limit.value for p in both]  # type: ignore[union-attr]
    assert sum(shares) / len(shares) <= 0.5


@pytest.mark.parametrize("process", bureau().processes, ids=lambda process: process.id)
def test_a_process_has_few_steps_with_short_names(process: Any) -> None:
    nodes = graph().nodes_of(process)
    assert THIN <= len(graph().steps_of(process)) <= 25
    assert max(len(node.name) for node in nodes) <= 12
    kinds = Counter(step.step_kind for step in graph().steps_of(process))
    assert kinds[StepKind.START] == 1
    assert kinds[StepKind.END] >= 1


def test_ratings_follow_the_scheme_and_never_grow_by_control() -> None:
    scheme = load().scheme
    for risk in bureau().risks:
        ratings = [rating for rating in (risk.inherent, risk.residual, risk.actual) if rating]
        assert len(ratings) == 3
        assert all(rating.reason for rating in ratings), risk.id
        assert [scheme.rank_of(*(one.value for one in r.inputs)) for r in ratings] == [
            r.rank for r in ratings
        ]
        assert ratings[1].rank <= ratings[0].rank


def test_controls_work_in_all_three_phases_and_have_a_frequency() -> None:
    assert {control.phase for control in bureau().controls} == set(Phase)
    assert all(control.frequency and control.supervisor for control in bureau().controls)


def test_the_post_of_a_step_performs_one_of_its_duties() -> None:
    for step in bureau().steps:
        duties = graph().duties_done_in(step)
        doers = {post.id for duty in duties for post in graph().posts_of(duty)}
        assert doers == set() or step.post in doers, step.id


def test_every_finding_is_expected_and_every_expected_one_is_found() -> None:
    expected = yaml.safe_load((DEMO / "expected.yaml").read_text(encoding="utf-8"))
    report = check(bureau(), load(), expected["as_of"])
    whys = {key: why for group in expected["findings"] for key, why in _whys(group)}
    assert sorted(whys) == sorted(finding.key for finding in report.findings)
    assert all(whys.values())
    assert {one.code for one in report.not_checked} <= {
        "D02",
        "D03",
        "D12",
        "L02",
        "L06",
        "O05",
        "S10",
        "T02",
    }  # no neighbour beside it, few departmental rules in the index, no persons, no text of a law


def _whys(group: dict[str, Any]) -> list[tuple[str, str]]:
    keys = group["keys"]
    return list(keys.items()) if isinstance(keys, dict) else [(key, group["why"]) for key in keys]


def test_the_readme_names_every_planted_fault() -> None:
    expected = yaml.safe_load((DEMO / "expected.yaml").read_text(encoding="utf-8"))
    planted = next(group["keys"] for group in expected["findings"] if group["group"] == "planted")
    readme = (data_folder() / "README.md").read_text(encoding="utf-8")
    assert 8 <= len({key.partition("@")[0] for key in planted}) == len(planted)
    assert [key for key in planted if f"`{key}`" not in readme] == []


def test_the_readme_counts_what_is_there() -> None:
    readme = (data_folder() / "README.md").read_text(encoding="utf-8")
    r = bureau()
    assert f"| duties | {len(r.duties)} | 0;" in readme
    assert f"| grounds of accountability | {len(r.grounds)} | 0 |" in readme
    assert f"| risks: event, cause | {len(r.risks)} each | 0 |" in readme
    assert f"| controls | {len(r.controls)} | 0 |" in readme
    assert f"| citations | {len(r.bases)} | {len({_clause(basis) for basis in r.bases})} clauses;" in readme
    assert f"{len(r.processes)} processes" in readme


def _clause(basis: LegalBasis) -> tuple[object, ...]:
    return basis.instrument, basis.article, basis.paragraph


def test_the_demo_follows_the_catalogue_that_ships() -> None:
    catalogue = read_yaml([data_folder() / "neighbour" / "catalogue.yaml"]).register
    expected = yaml.safe_load((DEMO / "expected.yaml").read_text(encoding="utf-8"))
    beside, less = [catalogue], bureau().without(["DM0114002000"])
    report = check(bureau(), load(), expected["as_of"], neighbours=beside, select=["D02", "D03", "D12"])
    assert not report.findings
    assert {one.code for one in report.not_checked} == {"D02", "D03"}, "a catalogue is no neighbour"
    (missing,) = check(less, load(), expected["as_of"], neighbours=beside, select=["D12"]).findings
    assert missing.key == "D12@authority#DM0114002000"
