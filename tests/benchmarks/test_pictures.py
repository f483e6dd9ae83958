"""Seventy-three flowcharts and seventy-three risk maps, beside bare `nop2` calls on the finished DOT."""

from typing import Any

import pygraphviz

from powerlist import api
from tests.benchmarks.figures import Book, Figure, in_turn

_SHEETS = 73

Pair = tuple[api.Power, api.Process]


def _pairs(graph: api.PowerGraph) -> list[Pair]:
    """The powers of the demo with their processes: a sheet of each kind for every one."""
    found = [(power, process) for power in graph.powers for process in graph.processes_of(power)]
    return found[:_SHEETS]


def _drawn(graph: api.PowerGraph, pairs: list[Pair], form: Any) -> list[bytes]:
    return [
        api.picture_of(graph, process, view, api.Order(power, format=form)).content
        for power, process in pairs
        for view in (api.View.INTERNAL, api.View.RISK)
    ]


def _bare(dots: list[str]) -> int:
    size = 0
    for dot in dots:
        graph = pygraphviz.AGraph(string=dot)
        size += len(graph.draw(format="svg", prog="nop2"))
        graph.close()
    return size


def test_the_bureau_is_drawn(benchmark: Any, book: Book) -> None:
    graph = api.graph_of(api.demo().register)
    pairs = _pairs(graph)
    dots = [dot.decode() for dot in _drawn(graph, pairs, "dot")]
    assert len(dots) == 2 * _SHEETS
    ours, bare = in_turn(benchmark, lambda: _drawn(graph, pairs, "svg"), lambda: _bare(dots), 3)
    detail = f"{len(dots)} SVG of the demo; {ours:.2f} s beside {bare:.2f} s"
    name = f"{_SHEETS} flowcharts and {_SHEETS} risk maps"
    book.note(Figure(name, "bare nop2 calls on the finished DOT", 3, ours / bare, detail))
