"""A chart: what is to be drawn, before anything has a place."""

from dataclasses import dataclass
from enum import StrEnum

from powerlist.model.severity import Severity


class Shape(StrEnum):
    """Outlines of GB/T 1526-1989 (ISO 5807) that a flowchart uses."""

    TERMINATOR = "terminator"  # 起止：圆角长条
    PROCESS = "process"  # 处理：矩形
    SUBPROCESS = "subprocess"  # 既定处理：双边矩形
    DECISION = "decision"  # 判断：菱形
    PARALLEL = "parallel"  # 并行方式：两条横线
    DOCUMENT = "document"  # 文件：波浪底边


@dataclass(frozen=True, slots=True)
class Mark:
    """A risk mark on a box: `rank` 3 high, 2 general, 1 low; drawn as shape + letter + colour."""

    id: str
    rank: int
    letter: str  # 高 / 中 / 低, or H / M / L


@dataclass(frozen=True, slots=True)
class Lane:
    """One vertical lane, from left to right in the order given. `above`: its unit, once for neighbours."""

    id: str
    title: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class ChartNode:
    """One box: `name` in the larger type, `details` (limit, post, document) a line each in the smaller.

    `note_height` (points) asks for that much height in the node's row, for a panel beside the flow.
    """

    id: str
    lane: str
    shape: Shape
    name: str
    details: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    note_height: float = 0.0
    finding: Severity | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """One flow; `favourable` marks the exit of a decision that should go down.

    `highlight` lays a finding over it (the bypass path in red).
    """

    id: str
    source: str
    target: str
    label: str = ""
    favourable: bool = False
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Lanes, boxes and arrows in a stable order; the first node of the order that starts is the start."""

    title: str
    lanes: tuple[Lane, ...]
    nodes: tuple[ChartNode, ...]
    arrows: tuple[Arrow, ...]
    subtitle: str = ""
    draft: bool = False  # 草稿: said on the picture
