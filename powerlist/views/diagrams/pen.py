"""The pen: a placed drawing in, DOT and pictures out.

The nodes and edges of the DOT are the chart's own. Its arrows are drawn as edges along their routes; what
Graphviz has no word for (lanes, exact GB/T 1526 outlines, text at its very place) is in `_background`.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from typing import Literal

import graphviz

from powerlist.i18n import Lang
from powerlist.views import theme
from powerlist.views.diagrams import engine, svg
from powerlist.views.diagrams.drawing import Drawing, PlacedArrow, PlacedNode, Point
from powerlist.views.diagrams.fonts import FAMILY
from powerlist.views.diagrams.groups import Scene
from powerlist.views.diagrams.outlines import on_outline
from powerlist.views.diagrams.scene import node_name, scene
from powerlist.views.diagrams.words import printable
from powerlist.views.diagrams.xdot import background

Format = Literal["svg", "pdf", "png", "dot"]

_HEAD = 10.0  # length of an arrow head of size 1
_HEAD_SIZE, _WITNESS_HEAD = 0.75, 0.7
_CORNER = 3.0  # bends are rounded a little, so that they are not taken for crossings
_SINK = 0.16  # Graphviz sets a label so much (of its size) too high
_ORDINARY = {"color": theme.LINE, "penwidth": f"{theme.ARROW_WIDTH:g}", "arrowsize": f"{_HEAD_SIZE:g}"}
_WITNESS = {"color": theme.WITNESS, "penwidth": f"{theme.WITNESS_WIDTH:g}", "arrowsize": f"{_WITNESS_HEAD:g}"}


def to_dot(drawing: Drawing, lang: Lang = "zh") -> str:
    """The DOT text of a drawing, for `neato -n2` (engine `nop2`)."""
    return _dot(drawing, scene(drawing, lang))


def draw(drawing: Drawing, fmt: Format = "svg", lang: Lang = "zh") -> bytes:
    """The picture of a drawing; the same drawing gives the same bytes. DrawingError where there is none."""
    placed = scene(drawing, lang)
    dot = _dot(drawing, placed)
    if fmt == "dot":
        return dot.encode()
    picture = engine.render(dot, fmt)
    return svg.dressed(picture, placed, lang) if fmt == "svg" else picture


def _dot(drawing: Drawing, placed: Scene) -> str:
    sheet = {"bb": f"0,0,{_n(drawing.width)},{_n(drawing.height)}", "pad": "0", "margin": "0"}
    graph = graphviz.Digraph(
        "powerlist",
        graph_attr={**sheet, "notranslate": "true", "_background": background(placed)},
        node_attr={"style": "invis", "fixedsize": "true", "fontname": FAMILY},
        edge_attr={"fontname": FAMILY, "fontcolor": theme.INK, **_ORDINARY},
    )
    numbers = {node.id: i for i, node in enumerate(drawing.nodes)}
    for i, node in enumerate(drawing.nodes):
        graph.node(f"n{i}", **_node(node, drawing.height))
    boxes = {node.id: node for node in drawing.nodes}
    for i, arrow in enumerate(drawing.arrows):
        ends = (f"n{numbers[end]}" for end in (arrow.source, arrow.target))
        graph.edge(*ends, id=f"a{i}", **_edge(arrow, boxes, drawing.height))
    return str(graph.source)


def _node(node: PlacedNode, height: float) -> dict[str, str]:
    rect = node.rect
    return {
        "label": _literal(node_name(node)),
        "entity": _literal(printable(node.id)),
        "lane": _literal(printable(node.lane)),
        "pos": _at(rect.centre, height),
        "width": _n(rect.width / 72, 4),
        "height": _n(rect.height / 72, 4),
        "shape": "diamond" if node.shape.value == "decision" else "box",
    }


def _edge(arrow: PlacedArrow, boxes: dict[str, PlacedNode], height: float) -> dict[str, str]:
    size = _WITNESS_HEAD if arrow.highlight else _HEAD_SIZE
    points = _ended(arrow, boxes)
    places = [f"e,{_at(points[-1], height)}", *(_at(p, height) for p in _curve(points, size * _HEAD))]
    look = {
        "entity": _literal(printable(arrow.id)),
        "pos": " ".join(places),
        **(_WITNESS if arrow.highlight else {}),
    }
    if arrow.back:
        look["style"] = "dashed"
    if arrow.label:
        middle = arrow.label.rect.centre
        look["label"] = _literal(printable(arrow.label.text))
        look["fontsize"] = _n(arrow.label.size)
        look["lp"] = _at(Point(middle.x, middle.y + _SINK * arrow.label.size), height)
    return look


def _ended(arrow: PlacedArrow, boxes: dict[str, PlacedNode]) -> list[Point]:
    """The points of an arrow, its ends on the true outlines (the wave of a document)."""
    first, *middle, last = arrow.points
    source, target = boxes[arrow.source], boxes[arrow.target]
    first = on_outline(source.shape, source.rect, first)
    return [first, *middle, on_outline(target.shape, target.rect, last)]


def _curve(points: list[Point], head: float) -> Iterator[Point]:
    """Bezier points along a line with rounded bends that ends where the arrow head begins."""
    *way, tip = points
    way.append(_toward(tip, way[-1], head))
    yield way[0]
    at = way[0]
    for corner, after in pairwise(way[1:]):
        round_off = min(_CORNER, _apart(at, corner) / 2, _apart(corner, after) / 2)
        start, end = _toward(corner, at, round_off), _toward(corner, after, round_off)
        yield from _straight(at, start)
        yield from (_toward(corner, start, 0.45 * round_off), _toward(corner, end, 0.45 * round_off), end)
        at = end
    yield from _straight(at, way[-1])


def _straight(a: Point, b: Point) -> tuple[Point, Point, Point]:
    third = _apart(a, b) / 3
    return _toward(a, b, third), _toward(b, a, third), b


def _toward(start: Point, end: Point, distance: float) -> Point:
    length = _apart(start, end) or 1.0
    share = distance / length
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _apart(a: Point, b: Point) -> float:
    return hypot(a.x - b.x, a.y - b.y)


def _literal(text: str) -> str:
    """Text that Graphviz shows as it is: no escapes, no entities, no HTML."""
    shown: str = graphviz.escape(text.replace("&", "&amp;"))
    return shown


def _at(point: Point, height: float) -> str:
    return f"{_n(point.x)},{_n(height - point.y)}"


def _n(value: float, places: int = 2) -> str:
    return f"{value:.{places}f}".rstrip("0").rstrip(".")
