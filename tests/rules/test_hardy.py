"""No list makes a rule crash: things missing, references to nothing, strange ranks."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from powerlist.formats.yaml_tree import read_yaml
from powerlist.model.register import Register
from powerlist.model.risk import Rating
from powerlist.resources import data_folder
from tests.rules.bureau import bureau
from tests.rules.reading import checked

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
