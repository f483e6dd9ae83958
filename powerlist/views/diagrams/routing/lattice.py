"""The coarse grid that arrows are routed on: rows and columns of boxes with channels between them."""

from dataclasses import dataclass
from enum import IntEnum

from powerlist.views.diagrams.placement.grid import Grid


class Way(IntEnum):
    """A direction on the lattice."""

    DOWN = 0
    LEFT = 1
    RIGHT = 2
    UP = 3


@dataclass(frozen=True, slots=True)
class Lattice:
    """Lines across x and y: odd `y` are rows of boxes; `column_of[x]` is a column of boxes or -1 (a channel).

    Every lane has a channel of its own at each side, so that no upright line lies on a lane's border.
    """

    width: int
    height: int
    column_of: tuple[int, ...]
    lane_of: tuple[int, ...]
    x_of: tuple[int, ...]  # lattice x of every column of boxes
    cells: tuple[tuple[int, int], ...]  # (x, y) of every node
    node_at: tuple[int, ...]  # by y * width + x, -1 where there is none
    in_row: tuple[tuple[int, ...], ...]  # nodes of every row of boxes, from left to right
    in_column: tuple[tuple[int, ...], ...]  # nodes of every column of boxes


def lattice_of(grid: Grid) -> Lattice:
    """Lay channels around the rows and columns of `grid`."""
    column_of: list[int] = []
    lane_of: list[int] = []
    for column, lane in enumerate(grid.lane):
        if not lane_of or lane_of[-1] != lane:
            column_of.append(-1)
            lane_of.append(lane)
        column_of += [column, -1]
        lane_of += [lane, lane]
    x_of = tuple(x for x, column in enumerate(column_of) if column >= 0)
    width, height = len(column_of), 2 * grid.rows + 1
    cells = tuple((x_of[c], 2 * r + 1) for r, c in zip(grid.row, grid.column, strict=True))
    node_at = [-1] * (width * height)
    for node, (x, y) in enumerate(cells):
        node_at[y * width + x] = node
    in_row = tuple(grid.nodes_of_row(row) for row in range(grid.rows))
    in_column = tuple(
        tuple(n for n, c in enumerate(grid.column) if c == column) for column in range(len(grid.lane))
    )
    return Lattice(
        *(width, height, tuple(column_of), tuple(lane_of), x_of, cells, tuple(node_at)), in_row, in_column
    )
