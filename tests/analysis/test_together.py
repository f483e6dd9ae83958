"""What one case may pass together, against every run of tokens."""

from itertools import combinations
from random import Random

import pytest

from powerlist.analysis.together import Together
from tests.analysis.charts import Chart, broad, chart_of, random_chart
from tests.analysis.state_space import StateSpace
from tests.work import calls


def passed_together(chart: Chart, one: str, other: str) -> bool:
    """Whether some run has its turn at both."""
    space = StateSpace(chart)
    waiting, seen = [(1, frozenset[str]())], {(1, frozenset[str]())}
    while waiting:
        state, met = waiting.pop()
        if len(met) == 2:
            return True
        for name, after in space.turns(state):
            new = (after, met | ({name} & {one, other}))
            if new not in seen:
                seen.add(new)
                waiting.append(new)
    return False


@pytest.mark.parametrize("seed", range(60))
def test_it_agrees_with_every_run_of_a_sound_chart(seed: int) -> None:
    random = Random(seed)
    chart = random_chart(random, random.randint(6, 22), width=2)
    names = [name for name, kind in chart.kinds.items() if kind == "t"]
    together = Together(chart.road())
    pairs = list(combinations(names, 2))
    for one, other in random.sample(pairs, min(12, len(pairs))):
        assert together.in_one_case(one, other) == passed_together(chart, one, other), (one, other, chart)


@pytest.mark.parametrize("seed", range(60, 100))
def test_the_first_pair_is_the_first_of_all(seed: int) -> None:
    random = Random(seed)
    chart = random_chart(random, random.randint(6, 30), width=3)
    names = [name for name, kind in chart.kinds.items() if kind == "t"]
    ones = random.sample(names, random.randint(1, len(names)))
    others = random.sample(names, random.randint(1, len(names)))
    together = Together(chart.road())
    pairs = ((one, other) for one in ones for other in others if one != other)
    assert together.first(ones, others) == next((p for p in pairs if together.in_one_case(*p)), None)


def test_after_the_join_two_alternatives_are_no_more_one_case() -> None:
    road = chart_of("s1 a1 t1 a2 x1 t3 x2 e1; a1 t2 a2; x1 t4 x2").road()
    together = Together(road)
    assert together.in_one_case("t1", "t2")
    assert together.in_one_case("t1", "t4")
    assert not together.in_one_case("t3", "t4")


@pytest.mark.parametrize("split", ["x", "a"])
def test_the_work_grows_with_the_length_and_no_faster(split: str) -> None:
    work = []
    for width in (50, 200):
        road = broad(width, split, split).road()
        steps = [step.id for step in road.tasks]
        ones, others = steps[0::8], steps[4::8]
        work.append(calls(lambda road=road, a=ones, b=others: Together(road).first(a, b)))  # type: ignore[misc]
        assert bool(Together(road).first(ones, others)) == (split == "a")
    assert work[1] < 6 * work[0]
