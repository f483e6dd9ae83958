"""The merged ranges of a form, found by row: those of one matter, and those over several."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from powerlist.formats.forms.composing import Written
from powerlist.formats.forms.reading import Block
from powerlist.formats.grid import Grid, Range

_ONE_EACH = frozenset(("number", "code", "name", "sub_item", "sub_item_code", "duties", "grounds"))


class Spans:
    """The merged ranges of one sheet."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._at: dict[int, list[Range]] = defaultdict(list)
        for merge in grid.merges:
            (top, _), (bottom, _) = merge
            for row in range(top, min(bottom + 1, len(grid.rows))):
                self._at[row].append(merge)

    def at(self, row: int) -> list[Range]:
        """The ranges that a row has a part in."""
        return self._at.get(row, [])

    def within(self, rows: Sequence[int], at: int) -> list[Range]:
        """The ranges of these rows, cut where they reach beyond, as they stand when the first row is `at`."""
        place = {row: at + turn for turn, row in enumerate(rows)}
        found = []
        for merge in dict.fromkeys(merge for row in rows for merge in self.at(row)):
            (top, left), (bottom, right) = merge
            own = [place[row] for row in rows if top <= row <= bottom]
            if own and (len(own) > 1 or left != right):
                found.append(((own[0], left), (own[-1], right)))
        return found

    def like(self, look: int, written: Written, at: int) -> list[Range]:
        """The ranges of rows written anew: across as the old row has them, down as the writer says."""
        last = at + len(written.rows) - 1
        across = [
            (left, right)
            for (_, left), (_, right) in self.at(look)
            if right > left and not any(left < column <= right for row in written.rows for column in row)
        ]
        found: list[Range] = []
        for left, right in across:
            if last > at and {*range(left, right + 1)} <= written.merged:
                found.append(((at, left), (last, right)))
            else:
                found += [((row, left), (row, right)) for row in range(at, last + 1)]
        covered = {column for left, right in across for column in range(left, right + 1)}
        down = sorted(written.merged - covered) if last > at else []
        return found + [((at, column), (last, column)) for column in down]

    def joined_columns(self, block: Block) -> set[int]:
        """The columns in which the form merges over several matters what they have in common."""
        owner = {row: place for place, held in enumerate(block.items) for row in held.rows}
        return {
            left
            for (top, left), (bottom, right) in self._of(block)
            if left == right
            and owner.get(top) is not None
            and owner.get(bottom, owner[top]) != owner[top]
            and block.layout.fields.get(left) not in _ONE_EACH
        }

    def _of(self, block: Block) -> Iterator[Range]:
        seen: set[Range] = set()
        for held in block.items:
            for row in held.rows:
                for merge in self.at(row):
                    if merge not in seen:
                        seen.add(merge)
                        yield merge
