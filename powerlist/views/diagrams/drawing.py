"""A drawing: where everything of a chart is. Points (1/72 inch), origin at the top left, y downward."""

from dataclasses import dataclass, field
from enum import StrEnum

from powerlist.model.severity import Severity
from powerlist.views.diagrams.chart import Shape


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the sheet."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """Its middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)


class Ink(StrEnum):
    """What a text is, so that the pen knows its colour and weight."""

    NAME = "name"
    DETAIL = "detail"
    LABEL = "label"
    LANE = "lane"
    TITLE = "title"
    SUBTITLE = "subtitle"
    PANEL_HEAD = "panel_head"
    PANEL = "panel"
    LEGEND = "legend"


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One line of text centred in (or, `align` "left", started at the left of) its rectangle."""

    text: str
    rect: Rect
    size: float
    ink: Ink
    align: str = "center"


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A risk mark: triangle (3), diamond (2) or disc (1) with its letter, inside `rect`."""

    id: str
    rank: int
    letter: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A box with its lines of text and its marks; `rect` bounds the outline of `shape`."""

    id: str
    lane: str
    shape: Shape
    rect: Rect
    texts: tuple[PlacedText, ...] = ()
    marks: tuple[PlacedMark, ...] = ()
    finding: Severity | None = None


@dataclass(frozen=True, slots=True)
class PlacedArrow:
    """An orthogonal line: `points` from the outline of the source to the outline of the target (the tip)."""

    id: str
    source: str
    target: str
    points: tuple[Point, ...]
    back: bool = False
    label: PlacedText | None = None
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """A lane's whole strip and its header at the top of it."""

    id: str
    rect: Rect
    header: Rect
    title: tuple[PlacedText, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The height that a row of boxes takes; `nodes` stand in it."""

    top: float
    bottom: float
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle with text (risk map, legend); `head`: filled like a lane header.

    `tint` is its colour where it is not the paper's; `alarm`: outlined like a finding that must be mended.
    """

    id: str
    rect: Rect
    texts: tuple[PlacedText, ...] = ()
    marks: tuple[PlacedMark, ...] = ()
    head: bool = False
    tint: str = ""
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished sheet of `width` x `height` points; nothing in it lies outside."""

    width: float
    height: float
    lanes: tuple[PlacedLane, ...]
    nodes: tuple[PlacedNode, ...]
    arrows: tuple[PlacedArrow, ...]
    bands: tuple[Band, ...] = ()
    panels: tuple[Panel, ...] = ()
    texts: tuple[PlacedText, ...] = field(default=())
    draft: bool = False
