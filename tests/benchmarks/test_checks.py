"""How long a check takes: a thousand powers, each with duties, a process, risks and controls of its own."""

from collections.abc import Callable
from time import process_time

import pytest

from powerlist.formats.yaml_tree import read_yaml
from powerlist.model.entity import Entity
from powerlist.model.register import KINDS, Register
from powerlist.practice import load
from powerlist.resources import data_folder
from powerlist.rules import Report, check
from tests.rules.reading import DAY

DEMO = read_yaml([data_folder() / "demo" / "bureau"]).register
MODELLED = [power for power in DEMO.powers if any(power.id in process.powers for process in DEMO.processes)]
SHARED = {"unit", "post", "person", "oversight"}


def many(count: int) -> Register:
    """The demo bureau with its modelled powers copied, flows and risks and all, until it has `count`."""
    copies: dict[str, list[Entity]] = {kind.table: [] for kind in KINDS.values()}
    for kind in SHARED & KINDS.keys():
        copies[KINDS[kind].table] += getattr(DEMO, KINDS[kind].table)
    things = [e for e in DEMO.entities() if e.kind in KINDS and e.kind not in SHARED and _modelled(e)]
    ids = {thing.id for thing in things}
    for turn in range(-(-count // len(MODELLED))):
        for thing in things:
            copies[thing.table].append(_copy(thing, turn, ids))
    copies["powers"] = copies["powers"][:count]
    return Register(authority=DEMO.authority, **copies)  # type: ignore[arg-type]


def _modelled(thing: Entity) -> bool:
    top = thing
    while (owner := DEMO.parent_of(top)) is not None:
        top = owner
    return top in MODELLED or top.kind == "process"


def _copy(thing: Entity, turn: int, ids: set[str]) -> Entity:
    """The thing with its id and its references renamed."""

    def renamed(value: object) -> object:
        if isinstance(value, str):
            return f"{value}~{turn}" if value in ids else value
        return tuple(map(renamed, value)) if isinstance(value, tuple) else value

    return thing.model_copy(update={name: renamed(value) for name, value in dict(thing).items()})


def checked(register: Register) -> Report:
    return check(register, load(), DAY)


def seconds(work: Callable[[], object], turns: int = 3) -> float:
    """Processor time, the best of some turns: other work on the machine does not count."""
    times = []
    for _ in range(turns):
        began = process_time()
        work()
        times.append(process_time() - began)
    return min(times)


@pytest.mark.slow
def test_twice_the_list_takes_twice_the_time() -> None:
    small, large = many(1000), many(2000)
    assert len(checked(large).findings) > 1.8 * len(checked(small).findings) > 500
    ratio = seconds(lambda: checked(large)) / seconds(lambda: checked(small))
    assert ratio < 2.6, f"2,000 powers take {ratio:.2f} times as long as 1,000"


def test_checking_a_thousand_powers(benchmark: Callable[..., Report]) -> None:
    report = benchmark(checked, many(1000))
    assert report.findings
