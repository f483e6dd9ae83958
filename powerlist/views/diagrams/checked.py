"""A chart that cannot be drawn is refused in one sentence that says what to mend."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from powerlist.errors import DrawingError
from powerlist.i18n import Text
from powerlist.views.diagrams.chart import Chart, Lane

_NO_LANE = Text(
    "流程图“{title}”：环节“{name}”所在的泳道“{lane}”不存在。请补上这条泳道，或改正环节的泳道。",
    "Chart “{title}”: box “{name}” is in lane “{lane}”, which is not there. Add the lane or correct the box.",
)
_NO_END = Text(
    "流程图“{title}”：箭头“{arrow}”连接的环节“{name}”不存在。请补上这个环节，或删去箭头。",
    "Chart “{title}”: arrow “{arrow}” names box “{name}”, which is not there. Add the box or drop the arrow.",
)
_TWICE = Text(
    "流程图“{title}”：标识“{name}”用了不止一次。请让每个泳道、环节和箭头各有自己的标识。",
    "Chart “{title}”: the id “{name}” is used more than once. Give each lane, box and arrow its own.",
)


def checked(chart: Chart) -> Chart:
    """The chart, one without lanes in a single untitled one; DrawingError for the first thing amiss."""
    if not chart.lanes:
        homes = sorted({node.lane for node in chart.nodes}) or [""]
        chart = replace(chart, lanes=(Lane(homes[0], ""),))
    for fault in _faults(chart):
        raise DrawingError(fault)
    return chart


def _faults(chart: Chart) -> Iterator[Text]:
    for things in (chart.lanes, chart.nodes, chart.arrows):
        for name, count in Counter(thing.id for thing in things).items():
            if count > 1:
                yield _TWICE.fill(title=chart.title, name=name)
    lanes, nodes = {lane.id for lane in chart.lanes}, {node.id for node in chart.nodes}
    for node in chart.nodes:
        if node.lane not in lanes:
            yield _NO_LANE.fill(title=chart.title, name=node.name or node.id, lane=node.lane)
    for arrow in chart.arrows:
        for end in (arrow.source, arrow.target):
            if end not in nodes:
                yield _NO_END.fill(title=chart.title, arrow=arrow.id, name=end)
