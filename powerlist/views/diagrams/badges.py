"""Where the badge of a finding may stand: at its box, and on no text, mark, line or other box."""

from collections.abc import Iterator
from itertools import pairwise

from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.drawing import Drawing, Panel, PlacedNode, PlacedText, Point, Rect

SIZE = 11.0
_AIR = 1.0
_CURVE = 0.27  # how far (of its radius) a round corner stays inside of a square one


def badge_places(drawing: Drawing) -> dict[str, Rect]:
    """The rectangle of the badge of every node with a finding."""
    texts, lines = _texts(drawing), _lines(drawing)
    places: dict[str, Rect] = {}
    for node in drawing.nodes:
        if node.finding is not None:
            others = [other.rect for other in drawing.nodes if other is not node]
            places[node.id] = _best(node, texts + list(places.values()), others + lines)
    return places


def _best(node: PlacedNode, texts: list[Rect], rest: list[Rect]) -> Rect:
    """The first candidate that is free; else the first that covers no text."""
    candidates = [Rect(p.x - SIZE / 2, p.y - SIZE / 2, SIZE, SIZE) for p in _corners(node)]
    readable = [c for c in candidates if not any(_overlap(c, r) for r in texts)]
    free = [c for c in readable if not any(_overlap(c, r) for r in rest)]
    return (free or readable or candidates)[0]


def _corners(node: PlacedNode) -> Iterator[Point]:
    """Candidates from the top left on: on the corners of a box, outside the slopes of a diamond."""
    r, c = node.rect, node.rect.centre
    if node.shape is Shape.PARALLEL:
        yield from (Point(r.x - SIZE / 2 - 2, c.y), Point(r.x, r.y - SIZE), Point(r.x, r.bottom + SIZE))
        return
    if node.shape is Shape.DECISION:
        for share in (0.5, 0.35, 0.65, 0.2, 0.8):
            for sx, sy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
                x, y = c.x + sx * share * r.width / 2, c.y + sy * (1 - share) * r.height / 2
                yield Point(x + sx * SIZE * 0.6, y + sy * SIZE * 0.6)
        return
    inset = _CURVE * min(r.height, r.width) / 2 if node.shape is Shape.TERMINATOR else -0.5
    corners = [(r.x + inset, r.y + inset), (r.right - inset, r.y + inset)]
    corners += [(r.x + inset, r.bottom - inset), (r.right - inset, r.bottom - inset)]
    yield from (Point(x, y) for x, y in corners)
    yield from (Point(x, y) for x, y in ((r.x - 4, r.y - 4), (r.right + 4, r.y - 4)))


def _texts(drawing: Drawing) -> list[Rect]:
    written: list[PlacedText] = [*drawing.texts]
    written += [text for lane in drawing.lanes for text in lane.title]
    holders: list[PlacedNode | Panel] = [*drawing.nodes, *drawing.panels]
    written += [text for holder in holders for text in holder.texts]
    written += [arrow.label for arrow in drawing.arrows if arrow.label]
    marks = [mark.rect for holder in holders for mark in holder.marks]
    return [text.rect for text in written] + marks


def _lines(drawing: Drawing) -> list[Rect]:
    return [_around(a, b) for arrow in drawing.arrows for a, b in pairwise(arrow.points)]


def _around(a: Point, b: Point) -> Rect:
    x, y = min(a.x, b.x), min(a.y, b.y)
    return Rect(x - _AIR, y - _AIR, abs(a.x - b.x) + 2 * _AIR, abs(a.y - b.y) + 2 * _AIR)


def _overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom
