"""The sheets of a process: each of its faces as one finished drawing."""

from collections.abc import Sequence
from dataclasses import replace

from powerlist.errors import UsageError
from powerlist.graph import PowerGraph
from powerlist.i18n import Lang, Text
from powerlist.model.codes import ProcessStatus
from powerlist.model.power import Power
from powerlist.model.process import Process
from powerlist.practice import Practice
from powerlist.rules.rule import Finding
from powerlist.views.diagrams.drawing import Drawing
from powerlist.views.diagrams.layout import lay_out
from powerlist.views.external import external_chart
from powerlist.views.flowchart import internal_chart
from powerlist.views.headings import View
from powerlist.views.legend import with_legend
from powerlist.views.risk_map import risk_drawing

__all__ = ["View", "drawing_of", "main_process"]

_NO_PROCESS = Text("职权“{it.name}”还没有流程，画不出图。", "the power “{it.name}” has no process to draw.")
_CHARTS = {View.EXTERNAL: external_chart, View.INTERNAL: internal_chart}


def drawing_of(
    graph: PowerGraph,
    subject: Power | Process,
    view: View,
    practice: Practice,
    lang: Lang,
    findings: Sequence[Finding] = (),
    power: Power | None = None,
) -> Drawing:
    """One face of a process, or of the current process of a power; UsageError where a power has none.

    `power` says for which of several powers a shared process is drawn.
    """
    if isinstance(subject, Power):
        return drawing_of(graph, main_process(graph, subject), view, practice, lang, findings, subject)
    if view is View.RISK:
        drawing = risk_drawing(graph, subject, practice, lang, power, findings)
    else:
        chart = _CHARTS[view](graph, subject, practice, lang, findings, power)
        drawing = replace(lay_out(chart), bands=())
    shown = {node.id for node in drawing.nodes}
    stops = any(step.clock_stops and step.id in shown for step in graph.steps_of(subject))
    return with_legend(drawing, practice, lang, clock_stops=stops, levels=view is View.RISK)


def main_process(graph: PowerGraph, power: Power) -> Process:
    """The first current process of a power, else its first."""
    processes = graph.processes_of(power)
    if not processes:
        raise UsageError(_NO_PROCESS.fill(it=power))
    return next((one for one in processes if one.status is ProcessStatus.CURRENT), processes[0])
