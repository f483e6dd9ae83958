"""Small changes of a finished placement around two arrows that cross."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from powerlist.views.diagrams.placement.flow import Flow
from powerlist.views.diagrams.placement.grid import Grid, packed
from powerlist.views.diagrams.placement.guess import UPWARD, Guesser
from powerlist.views.diagrams.placement.temper import Temper


def moves(flow: Flow, grid: Grid, links: Sequence[int], lanes: int) -> Iterator[Grid]:
    """Neighbouring placements: columns of a lane exchanged, or one end of the `links` in another cell."""
    nodes = list(dict.fromkeys(n for i in links for n in (flow.links[i].source, flow.links[i].target)))
    touched = {flow.lanes[n] for n in nodes}
    for column in range(len(grid.lane) - 1):
        if grid.lane[column] == grid.lane[column + 1] and grid.lane[column] in touched:
            exchanged = _exchanged(grid, column)
            if possible(flow, exchanged):
                yield exchanged
    taken = set(zip(grid.row, grid.column, strict=True))
    for node in nodes:
        row, column = grid.row[node], grid.column[node]
        own = [c for c, lane in enumerate(grid.lane) if lane == flow.lanes[node]]
        cells = [(r, c) for r in (row, row + 1, row - 1, row + 2) for c in own if (r, c) not in taken]
        for cell in sorted(cells, key=lambda rc: (abs(rc[0] - row), abs(rc[1] - column), rc)):
            moved = _moved(grid, node, *cell)
            if possible(flow, moved):
                yield packed(list(moved.row), list(moved.column), list(moved.lane), lanes)


def possible(flow: Flow, grid: Grid) -> bool:
    """True if every forward arrow can run without rising."""
    taken = {cell: n for n, cell in enumerate(zip(grid.row, grid.column, strict=True))}
    guesser = Guesser(taken, flow, Temper())
    return all(
        guesser.guess(
            link,
            (grid.row[link.source], grid.column[link.source]),
            (grid.row[link.target], grid.column[link.target]),
        ).cost
        < UPWARD
        for link in flow.links
    )


def _exchanged(grid: Grid, column: int) -> Grid:
    other = {column: column + 1, column + 1: column}
    return replace(grid, column=tuple(other.get(c, c) for c in grid.column))


def _moved(grid: Grid, node: int, row: int, column: int) -> Grid:
    rows, columns = list(grid.row), list(grid.column)
    rows[node], columns[node] = row, column
    return replace(grid, row=tuple(rows), column=tuple(columns))
