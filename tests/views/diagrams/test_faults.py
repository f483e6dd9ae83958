"""The judge of charts must see what is wrong: every fault is made once and found."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from powerlist.views.diagrams.chart import Chart, ChartNode, Lane, Mark, Shape
from powerlist.views.diagrams.drawing import Drawing, PlacedArrow, Point, Rect
from powerlist.views.diagrams.layout import lay_out
from tests.views.diagrams.faults import quality
from tests.views.diagrams.generated import generated

CHART = generated(3)


def _with_arrow(drawing: Drawing, index: int, change: Callable[[PlacedArrow], PlacedArrow]) -> Drawing:
    arrows = list(drawing.arrows)
    arrows[index] = change(arrows[index])
    return replace(drawing, arrows=tuple(arrows))


def _labelled(drawing: Drawing) -> int:
    return next(i for i, arrow in enumerate(drawing.arrows) if arrow.label)


def _shifted(arrow: PlacedArrow, x: float, y: float) -> PlacedArrow:
    return replace(arrow, points=tuple(Point(p.x + x, p.y + y) for p in arrow.points))


def _label_at(drawing: Drawing, rect: Rect) -> Drawing:
    return _with_arrow(
        drawing,
        _labelled(drawing),
        lambda a: replace(a, label=a.label and replace(a.label, rect=rect)),
    )


BROKEN: dict[str, Callable[[Drawing], Drawing]] = {
    "other arrows": lambda d: replace(d, arrows=d.arrows[1:]),
    "other nodes": lambda d: replace(d, nodes=d.nodes + d.nodes[2:3]),
    "lanes not in order": lambda d: replace(d, lanes=d.lanes[::-1]),
    "does not touch": lambda d: _with_arrow(d, 0, lambda a: _shifted(a, 0, 3)),
    "on one another": lambda d: _with_arrow(d, 1, lambda a: replace(a, points=d.arrows[0].points)),
    "rises": lambda d: _with_arrow(d, 0, lambda a: replace(a, points=a.points[::-1])),
    "outside the sheet": lambda d: replace(d, height=d.height - 30),
    "on node": lambda d: _label_at(d, d.nodes[0].rect),
    "on a lane border": lambda d: _label_at(d, Rect(d.lanes[0].rect.right - 5, 300, 10, 8)),
    "far from its exit": lambda d: _label_at(d, Rect(d.width - 20, d.height - 20, 10, 8)),
    "outside its lane": lambda d: replace(
        d, nodes=(replace(d.nodes[0], rect=replace(d.nodes[0].rect, x=d.width - 5)), *d.nodes[1:])
    ),
    "through node": lambda d: _with_arrow(
        d,
        0,
        lambda a: replace(a, points=(a.points[0], d.nodes[5].rect.centre, a.points[-1])),
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_fault_that_was_made_is_found(fault: str) -> None:
    drawing = lay_out(CHART)
    assert quality(CHART, drawing).faults == ()
    assert any(fault in found for found in quality(CHART, BROKEN[fault](drawing)).faults)


def test_a_label_beside_another_line_is_found() -> None:
    drawing = lay_out(CHART)
    own = _labelled(drawing)
    label = drawing.arrows[own].label
    assert label
    points = (Point(label.rect.x, label.rect.y - 3), Point(label.rect.right, label.rect.y - 3))
    near = _with_arrow(drawing, 0 if own else 1, lambda a: replace(a, points=points))
    assert any("may be taken for" in found for found in quality(CHART, near).faults)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("count", [1, 3, 6])
def test_a_mark_that_leaves_its_shape_is_found(shape: Shape, count: int) -> None:
    marks = tuple(Mark(f"m{i}", 1 + i % 3, "低中高"[i % 3]) for i in range(count))
    chart = Chart("", (Lane("a", ""),), (ChartNode("n", "a", shape, "办理", ("五日",), marks),), ())
    drawing = lay_out(chart)
    assert quality(chart, drawing).faults == ()
    found = quality(chart, _marks_moved(drawing, 14.0)).faults
    assert any("mark m" in fault or " on m" in fault for fault in found)


def _marks_moved(drawing: Drawing, by: float) -> Drawing:
    """A step to the right, or, for a bar, to the left onto its name."""
    (node,) = drawing.nodes
    by = -by if node.shape is Shape.PARALLEL else by
    moved = tuple(replace(mark, rect=replace(mark.rect, x=mark.rect.x + by)) for mark in node.marks)
    return replace(drawing, nodes=(replace(node, marks=moved),))
