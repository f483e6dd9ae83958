"""The grid of a finished placement: rows, and columns that belong to lanes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grid:
    """`row[n]`, `column[n]` of every node; `lane[c]` of every column, not falling from left to right."""

    row: tuple[int, ...]
    column: tuple[int, ...]
    lane: tuple[int, ...]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return max(self.row, default=-1) + 1

    def nodes_of_row(self, row: int) -> tuple[int, ...]:
        """Node numbers from left to right."""
        nodes = [n for n, r in enumerate(self.row) if r == row]
        return tuple(sorted(nodes, key=lambda n: self.column[n]))


def packed(row: list[int], slot: list[int], slot_lane: list[int], lanes: int) -> Grid:
    """Leave out rows and slots that nobody uses; a lane without boxes keeps one column."""
    rows = {r: i for i, r in enumerate(sorted(set(row)))}
    used = set(slot)
    filled = {slot_lane[s] for s in used}
    kept = [
        s
        for s, lane in enumerate(slot_lane)
        if s in used or (lane not in filled and (s == 0 or slot_lane[s - 1] != lane))
    ]
    columns = {s: i for i, s in enumerate(kept)}
    return Grid(
        tuple(rows[r] for r in row), tuple(columns[s] for s in slot), tuple(slot_lane[s] for s in kept)
    )
