"""How fast soundness is told: beside pm4py where it is installed, by width, and on charts of any size.

`pytest tests/benchmarks/test_soundness.py -o addopts= -s` says the figures; pm4py is in the extra `bench`.
"""

import signal
from collections import Counter
from collections.abc import Callable
from functools import cache
from random import Random
from time import process_time
from typing import Any

import pytest

from powerlist.analysis.road import Road
from powerlist.analysis.soundness import FaultKind, State, Verdict, verdict
from tests.analysis.charts import Chart, broad, random_chart

COUNT, NODES = 200, 34
SHARE = 0.01  # of the time of pm4py
BROAD = 50
PEER_PATIENCE = 10.0  # seconds of processor time for one chart
LINEAR = 2.5  # times as long a branch, however many there are
MOST = 60  # times as long as a sound chart of 10,000 steps, for a chart of any shape


def best(work: Callable[[], object], turns: int = 5) -> float:
    """Seconds of processor time, the best of some turns: other work on the machine does not count."""
    times = []
    for _ in range(turns):
        began = process_time()
        work()
        times.append(process_time() - began)
    return min(times)


@cache
def charts() -> tuple[Chart, ...]:
    """200 charts of exactly 34 nodes with none to two faults planted; the same in every run."""
    found: list[Chart] = []
    seed = 0
    while len(found) < COUNT:
        random = Random(seed)
        chart = random_chart(random, NODES, kinds="xa", faults=random.choice((0, 1, 2)), width=2)
        if len(chart.kinds) == NODES:
            found.append(chart)
        seed += 1
    return tuple(found)


@cache
def roads() -> tuple[Road, ...]:
    return tuple(chart.road() for chart in charts())


def told() -> list[Verdict]:
    return [verdict(road) for road in roads()]


def test_two_hundred_charts_have_every_kind_of_fault(benchmark: Callable[..., list[Verdict]]) -> None:
    found = benchmark(told)
    states = Counter(one.state for one in found)
    kinds = Counter(kind for one in found for kind in {flaw.kind for flaw in one.flaws})
    assert states[State.UNSOUND] >= 0.4 * COUNT
    assert not states[State.UNDECIDED]
    for kind in FaultKind:
        assert kinds[kind] or kind is FaultKind.ENDLESS  # without inclusive gateways nothing is endless
    print(f"\n{COUNT} charts of {NODES} nodes, {states[State.UNSOUND]} unsound: {best(told) * 1000:.0f} ms")


@pytest.mark.slow
def test_pm4py_says_the_same_in_a_hundred_times_the_time() -> None:
    pm4py = pytest.importorskip("pm4py")
    nets = [petri_net(chart) for chart in charts()]
    ours = [one.state is State.SOUND for one in told()]
    began = process_time()
    theirs = [limited(lambda net=net: pm4py.check_soundness(*net)[0]) for net in nets]
    peer = process_time() - began
    share, silent = best(told) / peer, theirs.count(None)
    print(f"\npm4py {pm4py.__version__}: {peer:.1f} s, {silent} unanswered; ours is {share:.4f} of it")
    assert [one for one, other in zip(ours, theirs, strict=True) if other is not None] == [
        one for one in theirs if one is not None
    ]
    assert silent < 0.1 * COUNT, "of the peer, within its patience"
    assert share < SHARE


def limited(work: Callable[[], bool]) -> bool | None:
    """What the peer answers within its patience on one chart, else None."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, PEER_PATIENCE)
    try:
        return work()
    except TimeoutError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def petri_net(chart: Chart) -> tuple[Any, Any, Any]:
    """The chart as pm4py wants it: a place an arrow, a transition a way through a node."""
    from pm4py.objects.petri_net.obj import Marking, PetriNet
    from pm4py.objects.petri_net.utils.petri_utils import add_arc_from_to

    net = PetriNet("chart")
    begin, over = PetriNet.Place("begin"), PetriNet.Place("over")
    places = [PetriNet.Place(f"{n}:{a}>{b}") for n, (a, b) in enumerate(chart.arrows)]
    net.places.update((begin, over, *places))
    for name, kind in chart.kinds.items():
        into = [p for p, (_, b) in zip(places, chart.arrows, strict=True) if b == name]
        out = [p for p, (a, _) in zip(places, chart.arrows, strict=True) if a == name]
        into += [begin] if kind == "s" else []
        out += [over] if kind == "e" else []
        whole = kind == "a"
        for n, taken in enumerate([into] if whole else [[one] for one in into]):
            for m, given in enumerate([out] if whole else [[one] for one in out]):
                turn = PetriNet.Transition(f"{name}:{n}:{m}", name)
                net.transitions.add(turn)
                for place in taken:
                    add_arc_from_to(place, turn, net)
                for place in given:
                    add_arc_from_to(turn, place, net)
    return net, Marking({begin: 1}), Marking({over: 1})


# -- width


@pytest.mark.parametrize("join", ["a", "x"], ids=["joined", "not joined"])
def test_fifty_branches_take_little_more_than_five(join: str) -> None:
    few, many = broad(5, join=join).road(), broad(BROAD, join=join).road()
    times = best(lambda: verdict(few)), best(lambda: verdict(many))
    print(f"\n5 branches {times[0] * 1000:.2f} ms, {BROAD} branches {times[1] * 1000:.2f} ms ({join})")
    assert verdict(many).state is (State.SOUND if join == "a" else State.UNSOUND)
    assert times[1] / times[0] < LINEAR * BROAD / 5


# -- size


def tangle(seed: int, kinds: str, gateways: int = 500, more: int = 300) -> Chart:
    """Gateways in a row with arrows thrown between them, some of them backwards."""
    random, chart = Random(seed), Chart()
    start, end = chart.add("s"), chart.add("e")
    names = [chart.add(random.choice(kinds)) for _ in range(gateways)]
    chart.join(start, *names, end)
    for _ in range(more):
        one, other = random.sample(range(gateways), 2)
        back = random.random() < 0.1 and chart.kinds[names[max(one, other)]] == "x"
        chart.arrows.append(
            (
                names[max(one, other) if back else min(one, other)],
                names[min(one, other) if back else max(one, other)],
            )
        )
    return chart


HUGE = {
    "10,000 steps": lambda: random_chart(Random(1), 10_000, kinds="xa", width=4),
    "10,000 steps, inclusive too": lambda: random_chart(Random(1), 10_000, width=4),
    "10,000 steps, one fault": lambda: random_chart(Random(1), 10_000, kinds="xa", width=4, faults=1),
    "10,000 steps, inclusive too, one fault": lambda: random_chart(Random(1), 10_000, width=4, faults=1),
    "2,500 branches": lambda: broad(2_500),
    "2,500 branches not joined": lambda: broad(2_500, join="x"),
    "2,500 inclusive branches not joined": lambda: broad(2_500, split="o", join="x"),
    "500 gateways": lambda: tangle(1, "x"),
    "500 gateways, some bars": lambda: tangle(2, "xxxa"),
    "500 gateways of every kind": lambda: tangle(3, "xao"),
    "500 bars": lambda: tangle(4, "a"),
    "500 inclusive gateways": lambda: tangle(5, "o"),
}


@pytest.fixture(scope="module")
def plain() -> float:
    """Seconds for a sound chart of 10,000 steps."""
    road = HUGE["10,000 steps"]().road()
    return best(lambda: verdict(road), 3)


@pytest.mark.slow
@pytest.mark.parametrize("name", HUGE)
def test_a_chart_of_any_size_takes_no_more_than_some_plain_ones(name: str, plain: float) -> None:
    road = HUGE[name]().road()
    began = process_time()
    found = verdict(road)
    spent = process_time() - began
    print(f"\n{name} ({len(road.nodes)} nodes): {found.state}, {spent:.2f} s")
    assert spent < MOST * plain
    assert found.flaws or found.state is not State.UNSOUND, "an unsound chart shows a fault"
