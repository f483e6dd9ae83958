"""The straight runs of routed ways, and which of two side by side should be the nearer one."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from powerlist.views.diagrams.placement.flow import Link
from powerlist.views.diagrams.routing.traffic import Cell

RunKey = tuple[int, int]


@dataclass(slots=True)
class Run:
    """One straight run of a link on lattice line `line`, between cells `low` and `high` of the other axis.

    `low_turn`, `high_turn`: -1 if the way goes on to the smaller side there, +1 to the greater, 0 at a box.
    """

    link: Link
    part: int
    level: bool
    line: int
    low: int
    high: int
    low_turn: int
    high_turn: int
    low_next: "Run | None" = None
    high_next: "Run | None" = None
    low_node: int = -1
    high_node: int = -1
    nodes: tuple[int, ...] = field(default=(), init=False)  # boxes at its ends
    key: RunKey = field(init=False)  # what names it

    def __post_init__(self) -> None:
        self.key = (self.link.index, self.part)

    @property
    def inner(self) -> tuple[int, int]:
        """First and last cell that it takes, boxes left out."""
        return self.low + (self.low_node >= 0), self.high - (self.high_node >= 0)


def runs_of(links: Sequence[Link], ways: Sequence[Sequence[Cell]]) -> list[list[Run]]:
    """For every link its runs from source to target."""
    return [_runs(link, way) for link, way in zip(links, ways, strict=True)]


def _runs(link: Link, way: Sequence[Cell]) -> list[Run]:
    runs: list[Run] = []
    for i, (a, b) in enumerate(itertools.pairwise(way)):
        level = a[1] == b[1]
        axis = 0 if level else 1
        before = _turn(way[i - 1], a, level) if i else 0
        after = _turn(way[i + 2], b, level) if i + 2 < len(way) else 0
        rising = a[axis] < b[axis]
        low, high = (a[axis], b[axis]) if rising else (b[axis], a[axis])
        turns = (before, after) if rising else (after, before)
        runs.append(Run(link, i, level, a[1 - axis], low, high, *turns))
        first, last = i == 0, i + 2 == len(way)
        if first:
            _set(runs[i], rising, link.source)
        if last:
            _set(runs[i], not rising, link.target)
        if i:
            _join(runs[i - 1], runs[i], way)
    return runs


def _turn(there: Cell, here: Cell, level: bool) -> int:
    axis = 1 if level else 0
    return 1 if there[axis] > here[axis] else -1


def _set(run: Run, at_low: bool, node: int) -> None:
    if at_low:
        run.low_node = node
    else:
        run.high_node = node
    run.nodes = tuple(n for n in (run.low_node, run.high_node) if n >= 0)


def _join(first: Run, second: Run, way: Sequence[Cell]) -> None:
    corner = way[second.part]
    for one, other in ((first, second), (second, first)):
        axis = 0 if one.level else 1
        if corner[axis] == one.low:
            one.low_next = other
        else:
            one.high_next = other
