"""The chart that was meant against the picture that is seen."""

from collections import Counter
from collections.abc import Iterator

from powerlist.views.diagrams.chart import Chart, ChartNode
from tests.views.diagrams.svg_reader import Box, Picture, read

_SHAPES = {
    "terminator": "stadium",
    "process": "rect",
    "subprocess": "double",
    "decision": "diamond",
    "parallel": "parallel",
    "document": "document",
}
_MARKS = {3: "triangle", 2: "diamond", 1: "stadium"}


def differences(chart: Chart, svg: bytes) -> list[str]:
    """Every difference between a chart and its SVG, in words."""
    picture = read(svg)
    return [*_lanes(chart, picture), *_boxes(chart, picture), *_arrows(chart, picture)]


def _lanes(chart: Chart, picture: Picture) -> Iterator[str]:
    meant = [(lane.id, _bare(lane.title)) for lane in chart.lanes]
    seen = [(name, _bare(title)) for name, title in picture.lanes]
    if meant != seen:
        yield f"lanes: {meant} was meant, {seen} is seen"


def _boxes(chart: Chart, picture: Picture) -> Iterator[str]:
    meant = Counter(node.id for node in chart.nodes)
    seen = Counter(box.id for box in picture.boxes)
    if meant != seen:
        yield f"boxes: missing {meant - seen}, too many {seen - meant}"
    boxes = {box.id: box for box in picture.boxes}
    for node in chart.nodes:
        if node.id in boxes and _meant(node) != _seen(boxes[node.id]):
            yield f"box {node.id}: {_meant(node)} was meant, {_seen(boxes[node.id])} is seen"


def _meant(node: ChartNode) -> tuple[object, ...]:
    marks = Counter((_MARKS[mark.rank], mark.letter) for mark in node.marks)
    details = "".join(map(_bare, node.details))
    return _SHAPES[node.shape], node.lane, _bare(node.name), details, marks


def _seen(box: Box) -> tuple[object, ...]:
    names, details = _bare("".join(box.names)), _bare("".join(box.details))
    return box.shape, box.lane, names, details, Counter(box.marks)


def _arrows(chart: Chart, picture: Picture) -> Iterator[str]:
    meant = Counter((a.id, (a.source,), (a.target,), a.label) for a in chart.arrows)
    seen = Counter((w.id, tuple(w.source), tuple(w.target), w.label) for w in picture.ways)
    if meant != seen:
        yield f"arrows: missing {list(meant - seen)}, too many {list(seen - meant)}"


def _bare(text: str) -> str:
    """Without spaces, which a line break takes away."""
    return "".join(text.split())
