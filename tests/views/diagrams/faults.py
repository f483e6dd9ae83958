"""What a reader would complain about, counted from the geometry alone: shares nothing with the engine."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import hypot

from powerlist.views.diagrams.chart import Chart, Shape
from powerlist.views.diagrams.drawing import Drawing, PlacedNode, PlacedText, Point, Rect
from tests.views.diagrams.geometry import EPS, Segment, cross, gap, hits, level, overlap, segments, span
from tests.views.diagrams.inside import holds, inside, off_stadium

_CLEARLY = 2.0
A3 = (842.0 - 40, 1191.0 - 40)


@dataclass(frozen=True, slots=True)
class Quality:
    """`faults` must be empty; the rest are figures."""

    faults: tuple[str, ...]
    crossings: int
    bends: int
    arrows: int
    tight_exits: int
    a3_type: float  # smallest type on A3 in points

    @property
    def readable(self) -> bool:
        """The smallest type is 7 pt or more when the sheet is scaled to A3."""
        return self.a3_type >= 7.0


def quality(chart: Chart, drawing: Drawing) -> Quality:
    """Faults and figures of a drawing of `chart`."""
    faults = [f for check in _CHECKS for f in check(chart, drawing)]
    bends = sum(len(a.points) - 2 for a in drawing.arrows)
    return Quality(
        tuple(faults),
        crossings(drawing),
        bends,
        len(drawing.arrows),
        sum("apart" in f for f in faults),
        _a3_type(drawing),
    )


def crossings(drawing: Drawing) -> int:
    """How often two arrows cross."""
    return sum(
        cross(s, t) for a, b in combinations(drawing.arrows, 2) for s in segments(a) for t in segments(b)
    )


def _a3_type(drawing: Drawing) -> float:
    short, long = sorted((drawing.width, drawing.height))
    scale = min(A3[0] / short, A3[1] / long, 1.0)
    return scale * min(t.size for t in _texts(drawing))


def _texts(drawing: Drawing) -> Iterator[PlacedText]:
    yield from drawing.texts
    for lane in drawing.lanes:
        yield from lane.title
    for node in drawing.nodes:
        yield from node.texts
    for arrow in drawing.arrows:
        if arrow.label:
            yield arrow.label


def _lanes(chart: Chart, drawing: Drawing) -> Iterator[str]:
    if [lane.id for lane in drawing.lanes] != [lane.id for lane in chart.lanes]:
        yield "lanes not in order"
    for a, b in zip(drawing.lanes, drawing.lanes[1:], strict=False):
        if a.rect.right > b.rect.x + EPS:
            yield f"lanes {a.id} and {b.id} overlap"
    for lane in drawing.lanes:
        for title in lane.title:
            if not inside(title.rect, lane.header):
                yield f"title of lane {lane.id} leaves its header"


def _nodes(chart: Chart, drawing: Drawing) -> Iterator[str]:
    lanes = {lane.id: lane for lane in drawing.lanes}
    if Counter((n.id, n.lane) for n in chart.nodes) != Counter((n.id, n.lane) for n in drawing.nodes):
        yield "other nodes than the chart's"
    for node in drawing.nodes:
        lane = lanes[node.lane]
        if not (lane.rect.x < node.rect.x and node.rect.right < lane.rect.right):
            yield f"node {node.id} outside its lane"
        if not (lane.header.bottom < node.rect.y and node.rect.bottom < lane.rect.bottom):
            yield f"node {node.id} outside its lane"
    for a, b in combinations(drawing.nodes, 2):
        if overlap(a.rect, b.rect):
            yield f"nodes {a.id} and {b.id} overlap"


def _marks(chart: Chart, drawing: Drawing) -> Iterator[str]:
    wanted = Counter((n.id, m.id, m.rank, m.letter) for n in chart.nodes for m in n.marks)
    if wanted != Counter((n.id, m.id, m.rank, m.letter) for n in drawing.nodes for m in n.marks):
        yield "other marks than the chart's"
    for node in drawing.nodes:
        near = Rect(node.rect.right, node.rect.y - 60, 170, node.rect.height + 120)
        for mark in node.marks:
            if node.shape is Shape.PARALLEL and not inside(mark.rect, near):
                yield f"mark {mark.id} is not beside its bar {node.id}"


def _arrows(chart: Chart, drawing: Drawing) -> Iterator[str]:
    wanted = Counter((a.id, a.source, a.target, a.label) for a in chart.arrows)
    drawn = Counter((a.id, a.source, a.target, a.label.text if a.label else "") for a in drawing.arrows)
    if wanted != drawn:
        yield f"other arrows than the chart's: {wanted - drawn} {drawn - wanted}"
    for arrow in drawing.arrows:
        for a, b in segments(arrow):
            if abs(a.x - b.x) > EPS and abs(a.y - b.y) > EPS:
                yield f"arrow {arrow.id} is not orthogonal"
            if hypot(a.x - b.x, a.y - b.y) < 2:
                yield f"arrow {arrow.id} has a stub"
        a, b = arrow.points[-2:]
        if hypot(a.x - b.x, a.y - b.y) < 9:
            yield f"arrow {arrow.id} has no room for its tip"


def _through(chart: Chart, drawing: Drawing) -> Iterator[str]:
    for arrow in drawing.arrows:
        parts = list(segments(arrow))
        for node in drawing.nodes:
            for i, s in enumerate(parts):
                own = (i == 0 and node.id == arrow.source) or (
                    i == len(parts) - 1 and node.id == arrow.target
                )
                if not own and hits(s, node.rect, 0.5):
                    yield f"arrow {arrow.id} through node {node.id}"


def _on_top(chart: Chart, drawing: Drawing) -> Iterator[str]:
    for a, b in combinations(drawing.arrows, 2):
        for s in segments(a):
            for t in segments(b):
                if level(s) == level(t) and _close(s, t):
                    yield f"arrows {a.id} and {b.id} on one another"


def _close(s: Segment, t: Segment) -> bool:
    if level(s):
        near, one, two = abs(s[0].y - t[0].y), span(s[0].x, s[1].x), span(t[0].x, t[1].x)
    else:
        near, one, two = abs(s[0].x - t[0].x), span(s[0].y, s[1].y), span(t[0].y, t[1].y)
    return near < 5 and one[0] < two[1] + 0.5 and two[0] < one[1] + 0.5


def _ends(chart: Chart, drawing: Drawing) -> Iterator[str]:
    nodes = {n.id: n for n in drawing.nodes}
    for arrow in drawing.arrows:
        for point, node in ((arrow.points[0], nodes[arrow.source]), (arrow.points[-1], nodes[arrow.target])):
            if _off_outline(node, point) > 0.3:
                yield f"arrow {arrow.id} does not touch {node.id}"


def _off_outline(node: PlacedNode, p: Point) -> float:
    r, c = node.rect, node.rect.centre
    dx, dy = abs(p.x - c.x), abs(p.y - c.y)
    w, h = r.width / 2, r.height / 2
    if node.shape is Shape.DECISION:
        return abs(dx / w + dy / h - 1) * min(w, h)
    if node.shape is Shape.TERMINATOR:
        return off_stadium(r, p.x, p.y)
    return max(min(abs(dx - w), abs(dy - h)), dx - w, dy - h)


def _directions(chart: Chart, drawing: Drawing) -> Iterator[str]:
    nodes = {n.id: n for n in drawing.nodes}
    for arrow in drawing.arrows:
        top_exit = arrow.points[1].y < arrow.points[0].y - EPS
        low_entry = arrow.points[-1].y < arrow.points[-2].y - EPS
        rising = any(b.y < a.y - EPS for a, b in segments(arrow))
        if not arrow.back and (top_exit or low_entry or rising):
            yield f"forward arrow {arrow.id} rises"
        if arrow.back and low_entry:
            yield f"back arrow {arrow.id} enters from below"
        if rising and not arrow.back and nodes[arrow.source].rect.y > nodes[arrow.target].rect.y:
            yield f"arrow {arrow.id} goes back untold"


def _apart(chart: Chart, drawing: Drawing) -> Iterator[str]:
    for node in drawing.nodes:
        if node.shape not in (Shape.DECISION, Shape.PARALLEL):
            continue
        ends = [a.points[0] for a in drawing.arrows if a.source == node.id]
        ends += [a.points[-1] for a in drawing.arrows if a.target == node.id]
        for p, q in combinations(ends, 2):
            if hypot(p.x - q.x, p.y - q.y) < 16 - EPS and (node.shape is Shape.DECISION or p.y == q.y):
                yield f"ends less than 16 apart at {node.id}"


def _labels(chart: Chart, drawing: Drawing) -> Iterator[str]:
    for arrow in drawing.arrows:
        if not arrow.label:
            continue
        r, p = arrow.label.rect, arrow.points[0]
        dx = max(r.x - p.x, 0, p.x - r.right)
        dy = max(r.y - p.y, 0, p.y - r.bottom)
        if hypot(dx, dy) > 25:
            yield f"label of {arrow.id} far from its exit"


def _whose(chart: Chart, drawing: Drawing) -> Iterator[str]:
    """A label is clearly nearer to its own line than to any other."""
    for arrow in drawing.arrows:
        if not arrow.label:
            continue
        own = min(gap(s, arrow.label.rect) for s in segments(arrow))
        for other in drawing.arrows:
            if other is not arrow and any(gap(s, arrow.label.rect) < own + _CLEARLY for s in segments(other)):
                yield f"label of {arrow.id} may be taken for that of {other.id}"


def _text(chart: Chart, drawing: Drawing) -> Iterator[str]:
    """No text or mark over an edge, a line, a border or other text."""
    borders = [x for lane in drawing.lanes for x in (lane.rect.x, lane.rect.right)]
    free = [(f"label {a.id}", a.label.rect) for a in drawing.arrows if a.label]
    boxed: list[tuple[str, Rect]] = []
    for node in drawing.nodes:
        for text in node.texts:
            if node.shape is Shape.PARALLEL:
                free.append((f"name of {node.id}", text.rect))
            elif not holds(node, text.rect):
                yield f"text {text.text} leaves node {node.id}"
            boxed.append((text.text, text.rect))
        for mark in node.marks:
            if node.shape is Shape.PARALLEL:
                free.append((f"mark {mark.id}", mark.rect))
            elif not holds(node, mark.rect):
                yield f"mark {mark.id} leaves node {node.id}"
            boxed.append((mark.id, mark.rect))
    for name, rect in free:
        if any(rect.x < x < rect.right for x in borders):
            yield f"{name} on a lane border"
        for node in drawing.nodes:
            if _covers(node, rect):
                yield f"{name} on node {node.id}"
        for lane in drawing.lanes:
            if overlap(rect, lane.header):
                yield f"{name} on a header"
        for arrow in drawing.arrows:
            if any(hits(s, rect) for s in segments(arrow)):
                yield f"{name} on arrow {arrow.id}"
    labels = [(name, rect) for name, rect in free if name.startswith("label")]
    for (one, a), (two, b) in combinations(boxed + labels, 2):
        if overlap(a, b):
            yield f"{one} on {two}"


def _covers(node: PlacedNode, r: Rect) -> bool:
    if node.shape is not Shape.DECISION:
        return overlap(r, node.rect)
    c = node.rect.centre
    dx, dy = max(r.x - c.x, 0.0, c.x - r.right), max(r.y - c.y, 0.0, c.y - r.bottom)
    return 2 * dx / node.rect.width + 2 * dy / node.rect.height < 1


def _page(chart: Chart, drawing: Drawing) -> Iterator[str]:
    sheet = Rect(0, 0, drawing.width, drawing.height)
    rects = [lane.rect for lane in drawing.lanes] + [n.rect for n in drawing.nodes]
    rects += [t.rect for t in _texts(drawing)] + [m.rect for n in drawing.nodes for m in n.marks]
    if not all(inside(r, sheet) for r in rects):
        yield "something outside the sheet"
    points = [p for a in drawing.arrows for p in a.points]
    if not all(0 <= p.x <= drawing.width and 0 <= p.y <= drawing.height for p in points):
        yield "an arrow outside the sheet"


_CHECKS = (
    *(_lanes, _nodes, _marks, _arrows, _through, _on_top),
    *(_ends, _directions, _apart, _labels, _whose, _text, _page),
)
