"""Small random processes, and the slow honest answers about them: every simple way is walked."""

import itertools
from collections.abc import Collection, Iterator

from hypothesis import strategies as st

from powerlist.analysis.road import Road
from powerlist.graph import PowerGraph
from powerlist.model.codes import StepKind
from powerlist.model.organisation import Authority
from powerlist.model.process import Flow, Process, Step
from powerlist.model.register import Register

Edges = Collection[tuple[str, str]]
NAMES = "sabcdef"


def road(edges: Edges, nodes: str, starts: str = "s", ends: str = "") -> Road:
    """A process of steps with one-letter ids."""
    process = Process(id="p", name="流程")
    kinds = {**dict.fromkeys(starts, StepKind.START), **dict.fromkeys(ends, StepKind.END)}
    steps = [Step(id=id, process="p", name=id, step_kind=kinds.get(id, StepKind.TASK)) for id in nodes]
    flows = [Flow(id=f"{a}>{b}", process="p", source=a, target=b) for a, b in edges]
    register = Register(
        authority=Authority(id="x", name="局"), processes=(process,), steps=tuple(steps), flows=tuple(flows)
    )
    return Road.of(PowerGraph(register), process)


@st.composite
def roads(draw: st.DrawFn) -> Road:
    """Any process of two to seven steps: sound or not, with loops, lost parts and dead ends."""
    nodes = NAMES[: draw(st.integers(2, len(NAMES)))]
    pairs = [(a, b) for a in nodes for b in nodes]
    edges = draw(st.lists(st.sampled_from(pairs), max_size=2 * len(nodes), unique=True))
    ends = draw(st.sets(st.sampled_from(nodes[1:]), max_size=2))
    return road(edges, nodes, ends="".join(sorted(ends)))


def ways(road: Road, start: str, goals: Collection[str]) -> Iterator[list[str]]:
    """Every simple way from `start` to one of `goals`."""

    def walk(way: list[str]) -> Iterator[list[str]]:
        if way[-1] in goals:
            yield way
        for flow in road.flows:
            if flow.source == way[-1] and flow.target not in way:
                yield from walk([*way, flow.target])

    yield from walk([start])


def joined(road: Road, one: str, other: str) -> bool:
    """Whether a way of at least one flow leads from one node to the other."""
    nexts = {flow.target for flow in road.flows if flow.source == one}
    return any(next(ways(road, after, {other}), None) for after in nexts)


def is_way(road: Road, way: list[str]) -> bool:
    """Whether each step of a way follows the one before it."""
    pairs = {(flow.source, flow.target) for flow in road.flows}
    return all(pair in pairs for pair in itertools.pairwise(way))
