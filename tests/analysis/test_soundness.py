"""Soundness against the slow honest answer: every state of a chart in every order."""

from collections import Counter
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from powerlist.analysis.soundness import FaultKind, Flaw, State, verdict
from powerlist.analysis.soundness.exploring import explored
from powerlist.analysis.soundness.net import Net
from powerlist.analysis.soundness.reduction import Reduction
from powerlist.analysis.soundness.words import told, trail
from powerlist.practice import load
from powerlist.rules import check
from tests.analysis.charts import Chart, broad, chart_of, crossing, random_chart
from tests.analysis.state_space import StateSpace, TooMany
from tests.rules.reading import DAY
from tests.work import calls

STRUCTURAL = (FaultKind.UNREACHABLE, FaultKind.NO_WAY_OUT)


def some_chart(seed: int, most: int, kinds: str = "xao") -> Chart:
    """A chart of 5 to `most` nodes, with none to three faults planted; it may still be sound."""
    random = Random(seed)
    return random_chart(
        random, random.randint(5, most), kinds=kinds, faults=random.choice((0, 0, 1, 1, 2, 3))
    )


def compared(charts: list[Chart]) -> Counter[State]:
    """How many charts were told to be what; they agree with the slow answer where there is one."""
    told_of: Counter[State] = Counter()
    for chart in charts:
        found = verdict(chart.road())
        told_of[found.state] += 1
        try:
            honest = StateSpace(chart).is_sound()
        except TooMany:
            told_of.subtract([found.state])
            continue
        if found.state is not State.UNDECIDED:
            assert (found.state is State.SOUND) == honest, chart
    return told_of


def test_it_agrees_with_every_state_in_every_order() -> None:
    found = compared([some_chart(seed, 36) for seed in range(300)])
    assert found[State.SOUND] > 90
    assert found[State.UNSOUND] > 90
    assert not found[State.UNDECIDED]


@pytest.mark.slow
def test_a_thousand_charts_up_to_eighty_nodes() -> None:
    charts = []
    for seed in range(1000, 3000):
        chart = some_chart(seed, 80)
        if len(chart.kinds) <= 80:
            charts.append(chart)
    found: Counter[State] = Counter()
    for place in range(0, len(charts), 50):
        found += compared(charts[place : place + 50])
        if found.total() >= 1000:
            break
    assert found.total() >= 1000
    assert min(found[State.SOUND], found[State.UNSOUND]) > 300
    assert found[State.UNDECIDED] <= 0.01 * found.total()


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_it_agrees_on_any_tangle(data: st.DataObject) -> None:
    """No blocks at all: gateways and steps joined anyhow."""
    kinds = data.draw(st.lists(st.sampled_from("txxaao"), min_size=2, max_size=7))
    chart = Chart()
    start, end = chart.add("s"), chart.add("e")
    names = [chart.add(kind) for kind in kinds]
    chart.join(start, *names, end)
    pairs = st.tuples(st.sampled_from(names), st.sampled_from([*names, end]))
    chart.arrows += data.draw(st.lists(pairs, max_size=5))
    found = verdict(chart.road())
    assert found.state is not State.UNDECIDED
    assert (found.state is State.SOUND) == StateSpace(chart).is_sound()


@pytest.mark.parametrize("seed", range(0, 400, 4))
def test_reduction_alone_keeps_the_answer(seed: int) -> None:
    """What is left is told as the whole is: the same verdict with and without the rules."""
    net = Net.of(some_chart(seed, 30, "xa").road())
    reduction = Reduction(net)
    whole = explored(net, 1_000_000)
    rest = explored(reduction.rest(net), 1_000_000) if not reduction.clash else None
    if verdict(some_chart(seed, 30, "xa").road()).flaws[:1] and not whole.found:
        return  # broken before any token moves
    assert (whole.found is None) == (rest is not None and rest.found is None)


def test_the_run_to_the_first_flaw_is_real() -> None:
    """Walked node by node on the chart itself, it ends where the flaw says."""
    seen: Counter[FaultKind] = Counter()
    for seed in range(600):
        chart = some_chart(seed, 30)
        flaws = verdict(chart.road()).flaws
        if flaws and flaws[0].kind not in STRUCTURAL:
            assert proves(chart, flaws[0]), (seed, flaws[0])
            seen[flaws[0].kind] += 1
    assert min(seen[FaultKind.DEADLOCK], seen[FaultKind.DOUBLED], seen[FaultKind.UNJOINED]) > 10


def proves(chart: Chart, flaw: Flaw) -> bool:
    """Whether the nodes of the run can have their turns in this order, with the flaw at the end."""
    space = StateSpace(chart)
    run = flaw.run
    states, twice = space.after(run)
    if flaw.kind is FaultKind.DEADLOCK:
        states |= space.after((*run, ">"))[0]  # another branch may have come to the end
        waits = any(state >> i & 1 for state in states for i in space.into[flaw.at])
        return waits and any(not list(space.turns(state)) and state != 2 for state in states)
    if flaw.kind is FaultKind.UNJOINED:
        ended = space.after((*run, ">"))
        return ended[1] or any(state & 2 and state != 2 for state in ended[0])
    return twice or flaw.kind is FaultKind.ENDLESS


# -- what each kind of fault looks like


def only(ways: str) -> Flaw:
    (flaw,) = verdict(chart_of(ways).road()).flaws
    return flaw


def test_sound_charts() -> None:
    for ways in (
        "s1 t1 e1",
        "s1 x1 t1 x2 e1; x1 t2 x2",
        "s1 x1 t1 e1; x1 t2 e2",
        "s1 a1 t1 a2 e1; a1 t2 a2",
        "s1 o1 t1 o2 e1; o1 t2 o2; o1 t3 o2",
        "s1 x1 t1 x2 e1; x2 t2 x1",
        "s1 t1 t2 e1; t1 t3 t2; t2 t1",  # arrows out of a step are alternatives
    ):
        assert verdict(chart_of(ways).road()).state is State.SOUND, ways


def test_a_bar_that_waits_for_one_of_two_alternatives() -> None:
    flaw = only("s1 t0 x1 t1 a2 e1; x1 t2 a2")
    assert (flaw.kind, flaw.at, flaw.run, flaw.missing) == (
        FaultKind.DEADLOCK,
        "a2",
        ("s1", "t0", "x1", "t1"),
        ("t2",),
    )


def test_branches_that_meet_in_a_step_do_it_twice() -> None:
    flaw = only("s1 a1 t1 t3 e1; a1 t2 t3")
    assert (flaw.kind, flaw.at) == (FaultKind.DOUBLED, "t3")


def test_branches_that_end_apart() -> None:
    flaw = only("s1 a1 t1 e1; a1 t2 t3 e2")
    assert flaw.kind is FaultKind.UNJOINED


def test_what_is_still_under_way_at_the_end_is_named() -> None:
    road = chart_of("s1 a1 t1 e1; a1 t2 t3 e2; a1 t4 e3").road()
    (flaw,) = verdict(road).flaws
    assert flaw.kind is FaultKind.UNJOINED
    assert flaw.missing
    assert set(flaw.missing) <= {"t1", "t2", "t4"}
    assert "另一支" not in told(road, flaw).zh


def test_a_bar_that_leads_back_to_itself_waits_for_itself() -> None:
    road = chart_of("s1 a1 t1 e1; a1 a1").road()
    flaw = verdict(road).flaws[0]
    assert (flaw.kind, flaw.at, flaw.missing) == (FaultKind.DEADLOCK, "a1", ("a1",))
    assert told(road, flaw).zh == "先走“s1”，“a1”等它自己先完成，永远等不到"


def test_an_inclusive_split_needs_an_inclusive_join() -> None:
    assert only("s1 o1 t1 a2 e1; o1 t2 a2").kind is FaultKind.DEADLOCK
    assert only("s1 o1 t1 x2 e1; o1 t2 x2").kind in (FaultKind.DOUBLED, FaultKind.UNJOINED)


def test_a_bar_inside_a_loop_that_starts_a_second_round() -> None:
    assert verdict(chart_of("s1 x1 a1 t1 a2 e1; a1 t2 a2; a1 t3 x1").road()).state is State.UNSOUND


def test_several_faults_are_told_one_after_the_other() -> None:
    flaws = verdict(chart_of("s1 x1 t1 a1 x2 t3 a2 e1; x1 t2 a1; x2 t4 a2").road()).flaws
    assert [(flaw.kind, flaw.at) for flaw in flaws] == [
        (FaultKind.DEADLOCK, "a1"),
        (FaultKind.DEADLOCK, "a2"),
    ]


@pytest.mark.parametrize(("split", "join"), ["aa", "ax", "ox"])
def test_the_work_grows_with_the_width_and_the_counter_example_does_not(split: str, join: str) -> None:
    few, many = (broad(width, split, join).road() for width in (20, 80))
    assert calls(lambda: verdict(many)) < 5 * calls(lambda: verdict(few))
    runs = [[len(flaw.run) for flaw in verdict(road).flaws] for road in (few, many)]
    assert runs[0] == runs[1] == ([] if join == "a" else [12])


@pytest.mark.parametrize("split", ["a", "x", "o"])
def test_branches_that_cross_are_decided_while_they_are_few(split: str) -> None:
    chart = crossing(3, 2, split)
    assert StateSpace(chart, 60_000).is_sound()
    assert verdict(chart.road()).state is State.SOUND


def test_what_is_too_much_is_not_decided_and_the_rule_says_so() -> None:
    report = check(crossing(8, 2, "x").register(), load(), DAY, select=["P09"])
    assert not report.findings
    (gap,) = report.not_checked
    assert "没有判定" in gap.why.zh


def test_the_trail_ends_at_the_join_and_shows_where_branches_part() -> None:
    road = chart_of("s1 a1 t1 x1 t2 a2 a3 e1; x1 t3 a2; a1 t4 a3").road()
    flaw = verdict(road).flaws[0]
    way = trail(road, flaw)
    assert (way[0], way[-1]) == ("s1", flaw.at)
    assert set(way) == {*flaw.run, flaw.at}
    arrows = {pair for pair in pairwise(way) if pair[1] in road.ahead[pair[0]]}
    assert {("s1", "a1"), ("a1", "t1"), ("a1", "t4"), ("t1", "x1")} < arrows
    assert arrows & {("t2", "a2"), ("t3", "a2")}, "the arrow that comes to the bar that waits"


def test_the_words() -> None:
    chart = chart_of("s1 t1 a1 t2 x1 t3 a2 e1; x1 t4 e1; a1 t5 a2")
    said = told(chart.road(), verdict(chart.road()).flaws[0])
    assert said.zh.startswith("先走“t1 → a1 → ")
    assert "，再走“" in said.zh
    for words in (said.zh, said.en):
        assert "{" not in words
