"""Charts of one shape share their placement, and nobody sees it on the drawing."""

from dataclasses import replace

from powerlist.views.diagrams.chart import Chart
from powerlist.views.diagrams.known import grid_of, routed, skeleton_of
from powerlist.views.diagrams.layout import lay_out
from powerlist.views.diagrams.placement.flow import flow_of
from tests.views.diagrams.generated import generated


def _reworded(chart: Chart) -> Chart:
    """The same boxes and arrows with other words and ids."""
    nodes = tuple(replace(node, id=f"x{node.id}", name=f"{node.name}（二）") for node in chart.nodes)
    ends = [(f"x{arrow.source}", f"x{arrow.target}") for arrow in chart.arrows]
    pairs = zip(chart.arrows, ends, strict=True)
    arrows = tuple(
        replace(a, id=f"x{a.id}", source=s, target=t, label=a.label and "另") for a, (s, t) in pairs
    )
    return replace(chart, nodes=nodes, arrows=arrows)


def _forget() -> None:
    grid_of.cache_clear()
    routed.cache_clear()


def test_a_chart_after_one_of_the_same_shape_is_drawn_as_it_would_be_alone() -> None:
    first, second = generated(7), _reworded(generated(7))
    _forget()
    alone = lay_out(second)
    _forget()
    lay_out(first)
    tried = grid_of.cache_info().misses
    assert lay_out(second) == alone
    assert grid_of.cache_info().hits > 0
    assert grid_of.cache_info().misses == tried


def test_another_favourable_exit_is_another_shape() -> None:
    chart = generated(7)
    turned = [replace(arrow, favourable=not arrow.favourable) for arrow in chart.arrows]
    other = replace(chart, arrows=tuple(turned))
    assert skeleton_of(flow_of(chart)) == skeleton_of(flow_of(_reworded(chart)))
    assert skeleton_of(flow_of(chart)) != skeleton_of(flow_of(other))
