"""Corrections that may go round for ever: nothing on the loop says that all is told at once."""

from collections.abc import Iterator

from powerlist.analysis.road import Road
from powerlist.analysis.said import own_words
from powerlist.analysis.soundness import unbounded_corrections
from powerlist.model.process import Step
from powerlist.practice import Procedures

# 补正要一次告知（行政许可法第三十二条），所以补正的回路要有界。
_CORRECTION = "correction"


def repeated_corrections(road: Road, procedures: Procedures) -> Iterator[list[str]]:
    """Correction loops without a flow marked as informing once, and without the words for it on the chart."""
    for way in unbounded_corrections(road, _CORRECTION):
        if not procedures.says("once", *_said_on(road, way)):
            yield way


def _said_on(road: Road, way: list[str]) -> Iterator[str]:
    """What the chart says on a loop: at its steps, and at the flows between them."""
    inside = set(way)
    for id in way:
        node = road.nodes[id]
        yield from own_words(node) if isinstance(node, Step) else (node.name,)
    yield from (flow.condition for flow in road.flows if {flow.source, flow.target} <= inside)
