"""The heads of lanes: a title each, and above neighbours of one unit the unit's name, once."""

from collections.abc import Sequence
from dataclasses import dataclass

from powerlist.views.diagrams.breaking import sensible
from powerlist.views.diagrams.chart import Lane
from powerlist.views.diagrams.drawing import Ink, Panel, PlacedLane, PlacedText, Rect
from powerlist.views.diagrams.sizing import Line

LANE_SIZE = 10.5
UNIT_SIZE = 9.0
_LINE, _UNIT_LINE = 14.0, 12.0
_HEADER = 24.0
_MIN_LANE = 64.0
_WRAP = 90.0
_PAD = 12.0

Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """Lanes `first` to `last` that stand beneath one name."""

    first: int
    last: int
    lines: Lines

    @property
    def share(self) -> float:
        """The width that each of its lanes must have, so that the name fits."""
        return (max(line.width for line in self.lines) + _PAD) / (self.last - self.first + 1)


class LaneHeads:
    """The heads of lanes in their order; without any title there are none."""

    def __init__(self, lanes: Sequence[Lane]) -> None:
        self.lanes = lanes
        self.titles = [_lines(lane.title, LANE_SIZE, _WRAP) for lane in lanes]
        self.units = _units(lanes)
        headed = len(lanes) > 1 or any(lane.title for lane in lanes)
        self.title_height = max(_HEADER, 10 + _LINE * max(map(len, self.titles), default=1)) if headed else 0
        self.unit_height = max((7 + _UNIT_LINE * len(unit.lines) for unit in self.units), default=0.0)

    @property
    def height(self) -> float:
        """Points that they take above the flow."""
        return self.title_height + self.unit_height

    @property
    def widths(self) -> list[float]:
        """The least width of each lane."""
        widths = [max([_MIN_LANE, *(line.width + _PAD for line in lines)]) for lines in self.titles]
        for unit in self.units:
            for n in range(unit.first, unit.last + 1):
                widths[n] = max(widths[n], unit.share)
        return widths

    def placed(
        self, spans: Sequence[tuple[float, float]], top: float, bottom: float
    ) -> tuple[tuple[PlacedLane, ...], tuple[Panel, ...]]:
        """The lanes from `top` to `bottom`, and the names of units above them."""
        named = {n for unit in self.units for n in range(unit.first, unit.last + 1)}
        lanes = []
        for n, (lane, (left, right)) in enumerate(zip(self.lanes, spans, strict=True)):
            start = top + (self.unit_height if n in named else 0.0)
            head = Rect(left, start, right - left, top + self.height - start)
            texts = _texts(self.titles[n], head, _LINE) if self.title_height else ()
            lanes.append(PlacedLane(lane.id, Rect(left, start, right - left, bottom - start), head, texts))
        return tuple(lanes), tuple(self._panel(unit, spans, top) for unit in self.units)

    def _panel(self, unit: _Unit, spans: Sequence[tuple[float, float]], top: float) -> Panel:
        left, right = spans[unit.first][0], spans[unit.last][1]
        rect = Rect(left, top, right - left, self.unit_height)
        name = f"unit-{self.lanes[unit.first].id}"
        return Panel(name, rect, _texts(unit.lines, rect, _UNIT_LINE), head=True)


def _units(lanes: Sequence[Lane]) -> tuple[_Unit, ...]:
    """Neighbours with the same name above them."""
    units: list[_Unit] = []
    first = 0
    for n, lane in enumerate(lanes):
        if n + 1 < len(lanes) and lanes[n + 1].above == lane.above:
            continue
        if lane.above.strip():
            units.append(_Unit(first, n, _lines(lane.above, UNIT_SIZE, _WRAP * (n - first + 1))))
        first = n + 1
    return tuple(units)


def _lines(text: str, size: float, width: float) -> Lines:
    return tuple(Line(part, size, Ink.LANE) for part in sensible(text, size, width))


def _texts(lines: Lines, head: Rect, height: float) -> tuple[PlacedText, ...]:
    top = head.y + (head.height - height * len(lines)) / 2
    return tuple(
        PlacedText(
            line.text,
            Rect(head.centre.x - line.width / 2, top + height * n, line.width, height),
            line.size,
            line.ink,
        )
        for n, line in enumerate(lines)
    )
