"""The internal flowchart: posts as lanes, every step with its post, limit, papers and risks."""

from collections.abc import Sequence

from powerlist.graph import PowerGraph
from powerlist.i18n import Lang
from powerlist.model.entity import Entity, State
from powerlist.model.power import Power
from powerlist.model.process import Process
from powerlist.model.risk import RiskPoint
from powerlist.practice import Practice
from powerlist.rules.rule import Finding
from powerlist.views.boxes import internal_details, marks_of, name_on, shape_of
from powerlist.views.diagrams.chart import Arrow, Chart, ChartNode
from powerlist.views.headings import View, facts_of, title_of
from powerlist.views.labels import label_of
from powerlist.views.lanes import lane_homes, lanes_of
from powerlist.views.overlay import overlay_of
from powerlist.views.road import Road, road_of


def internal_chart(
    graph: PowerGraph,
    process: Process,
    practice: Practice,
    lang: Lang,
    findings: Sequence[Finding] = (),
    power: Power | None = None,
) -> Chart:
    """内部流程图 of a process; with `power`, as that power of several runs through it."""
    road = road_of(graph, process)
    homes = lane_homes(graph, road)
    chart = Chart(
        title_of(graph, process, View.INTERNAL, lang, power),
        lanes_of(graph, road, homes, lang),
        tuple(
            ChartNode(
                *(node.id, homes[node.id], shape_of(node), name_on(node, node.name)),
                internal_details(graph, node, lang),
                marks_of(graph, node, power, practice, lang),
            )
            for node in road.nodes
        ),
        arrows_of(road),
        facts_of(graph, process, lang, power),
        is_draft(process, road),
    )
    return overlay_of(graph, findings).on(chart)


def arrows_of(road: Road) -> tuple[Arrow, ...]:
    """One arrow a flow, labelled with its condition."""
    return tuple(Arrow(f.id, f.source, f.target, label_of(f.condition), f.favourable) for f in road.flows)


def is_draft(process: Process, road: Road, risks: Sequence[RiskPoint] = ()) -> bool:
    """Whether the process or anything on it is only drafted."""
    things: list[Entity] = [process, *road.nodes, *road.flows, *risks]
    return any(thing.state is State.DRAFTED for thing in things)
