"""Figures of the layout on 200 charts that no weight was tuned on, beside plain dot on the same ones.

Run with `pytest tests/benchmarks/test_charts.py -o addopts= -s`; the report is printed.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import pygraphviz
import pytest

from powerlist.views.diagrams.chart import Chart, Shape
from powerlist.views.diagrams.layout import lay_out
from tests.views.diagrams.faults import quality
from tests.views.diagrams.generated import generated

SEEDS = range(70_000, 70_200)


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over many charts."""

    crossings: float
    without: float
    bends: float
    readable: float
    faulty: int
    milliseconds: float


def _figures(charts: Sequence[Chart]) -> Figures:
    start = time.perf_counter()
    drawings = [lay_out(chart) for chart in charts]
    spent = time.perf_counter() - start
    found = [quality(chart, drawing) for chart, drawing in zip(charts, drawings, strict=True)]
    count = len(charts)
    return Figures(
        sum(q.crossings for q in found) / count,
        sum(not q.crossings for q in found) / count,
        sum(q.bends for q in found) / sum(q.arrows for q in found),
        sum(q.readable for q in found) / count,
        sum(bool(q.faults) for q in found),
        1000 * spent / count,
    )


def _dot(chart: Chart) -> pygraphviz.AGraph:
    """The chart as anybody would give it to dot: one cluster a lane, orthogonal lines."""
    graph = pygraphviz.AGraph(directed=True, splines="ortho", newrank=True, fontname="Noto Sans SC")
    for lane in chart.lanes:
        members = [node for node in chart.nodes if node.lane == lane.id]
        for node in members:
            shape = "diamond" if node.shape is Shape.DECISION else "box"
            graph.add_node(node.id, label="\n".join((node.name, *node.details)), shape=shape, fontsize=10.5)
        graph.add_subgraph([n.id for n in members], name=f"cluster_{lane.id}", label=lane.title)
    for arrow in chart.arrows:
        graph.add_edge(arrow.source, arrow.target, key=arrow.id, xlabel=arrow.label)
    graph.layout("dot")
    return graph


def _dot_crossings(graph: pygraphviz.AGraph) -> int:
    """Crossings of dot's orthogonal lines, from the Bezier points it gives."""
    ways = []
    for edge in graph.edges(keys=True):
        parts = [p for p in (graph.get_edge(*edge).attr["pos"] or "").split() if p[0] not in "es"]
        ways.append([tuple(map(float, p.split(","))) for p in parts][::3])
    return sum(_cross(s, t) for a, b in combinations(ways, 2) for s in pairwise(a) for t in pairwise(b))


def _dot_keeps_lanes(chart: Chart, graph: pygraphviz.AGraph) -> bool:
    """True if the clusters stand from left to right in the chart's order, apart."""
    used = {node.lane for node in chart.nodes}
    boxes = [
        [float(v) for v in graph.get_subgraph(f"cluster_{lane.id}").graph_attr["bb"].split(",")]
        for lane in chart.lanes
        if lane.id in used
    ]
    return all(a[2] <= b[0] for a, b in pairwise(boxes))


def _cross(s: Sequence[tuple[float, ...]], t: Sequence[tuple[float, ...]]) -> bool:
    (ax, ay), (bx, by) = s
    (cx, cy), (dx, dy) = t

    def side(px: float, py: float, qx: float, qy: float, rx: float, ry: float) -> float:
        return (qx - px) * (ry - py) - (qy - py) * (rx - px)

    return (
        side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0
        and side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
    )


def test_two_hundred_unseen_charts_reach_the_goal(benchmark: object) -> None:
    charts = [generated(seed) for seed in SEEDS]
    found = benchmark.pedantic(_figures, (charts,), rounds=1)  # type: ignore[attr-defined]
    print(f"\n{found}")
    assert found.faulty == 0
    assert found.crossings <= 0.4
    assert found.bends <= 0.6
    assert found.without >= 0.75
    assert found.readable >= 0.9


def test_plain_dot_on_the_same_charts(benchmark: object) -> None:
    charts = [generated(seed) for seed in SEEDS][:100]
    graphs = benchmark.pedantic(lambda: [_dot(c) for c in charts], rounds=1)  # type: ignore[attr-defined]
    lanes = sum(map(_dot_keeps_lanes, charts, graphs)) / len(graphs)
    crossings = sum(map(_dot_crossings, graphs)) / len(graphs)
    print(f"\ndot with clusters: {crossings} crossings a chart, lanes in order in {lanes:.0%}")


@pytest.mark.parametrize(("steps", "limit"), [(40, 0.1), (150, 1.0)])
def test_a_chart_is_laid_out_in_time(benchmark: object, steps: int, limit: float) -> None:
    chart = generated(70_001, lanes=5, steps=steps)
    benchmark.pedantic(lay_out, (chart,), rounds=5, warmup_rounds=1)  # type: ignore[attr-defined]
    print(f"\n{steps} boxes: {benchmark.stats.stats.median:.3f} s, goal {limit} s")  # type: ignore[attr-defined]
