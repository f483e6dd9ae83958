"""The columns of a table as a reader sees them.

Whoever drags a border in one row by a hair makes Word divide its grid there: two grid columns, one of them a
sliver. Borders that lie closer together than any column is wide are one border.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from powerlist.formats.word.package import W, Xml

_NARROWEST = 200  # twentieths of a point: less than one character of small print with its margins


@dataclass(frozen=True)
class Columns:
    """Where each border of the grid is among those seen; `edges`: these, in twentieths of a point."""

    places: tuple[int, ...]
    edges: tuple[int, ...]

    @classmethod
    def of(cls, table: Xml, spans: Sequence[tuple[int, int]]) -> "Columns":
        """The columns of a table whose cells reach over these borders of its grid."""
        count = max((right for _, right in spans), default=0)
        borders = _borders(table)
        if len(borders) > count:
            snapped = cls._snapped(borders)
            if all(snapped.at(left) < snapped.at(right) for left, right in spans):
                return snapped
        else:
            borders = []
        return cls(tuple(range(count + 1)), tuple(borders[: count + 1]))

    @classmethod
    def _snapped(cls, borders: Sequence[int]) -> "Columns":
        places: list[int] = []
        edges: list[int] = []
        for border in borders:
            if not edges or border - edges[-1] >= _NARROWEST:
                edges.append(border)
            places.append(len(edges) - 1)
        return cls(tuple(places), tuple(edges))

    @property
    def count(self) -> int:
        """How many columns are seen."""
        return self.places[-1] if self.places else 0

    def at(self, border: int) -> int:
        """The place of a border of the grid among those that are seen."""
        return self.places[min(border, len(self.places) - 1)]


def _borders(table: Xml) -> list[int]:
    """The borders of the grid from the left; empty where a width is missing."""
    borders = [0]
    for column in table.iterfind(f"{W}tblGrid/{W}gridCol"):
        width = column.get(f"{W}w", "")
        if not (width.isascii() and width.isdigit()):
            return []
        borders.append(borders[-1] + int(width))
    return borders
