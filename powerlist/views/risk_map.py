"""The risk map: the flow at the left, beside each step its risk points, beside these the controls."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from powerlist.graph import PowerGraph
from powerlist.i18n import Lang, Text
from powerlist.model.codes import StepKind
from powerlist.model.power import Power
from powerlist.model.process import Gateway, Process, Step
from powerlist.practice import Practice
from powerlist.rules.rule import Finding
from powerlist.views.boxes import brief_details, name_on, risks_shown, shape_of
from powerlist.views.diagrams.chart import Chart, ChartNode, Lane
from powerlist.views.diagrams.drawing import Band, Drawing, Ink, Panel, PlacedMark, PlacedText, Rect
from powerlist.views.diagrams.layout import lay_out
from powerlist.views.diagrams.sizing import MARK_SIZE
from powerlist.views.diagrams.text_size import LINE_HEIGHT, text_width
from powerlist.views.flowchart import arrows_of, is_draft
from powerlist.views.headings import View, facts_of, title_of
from powerlist.views.overlay import overlay_of
from powerlist.views.risk_rows import HEAD_SIZE, TEXT_SIZE, Cells, Row, cells_of
from powerlist.views.road import Node, Road, road_of

FLOW = "flow"
_STEPS = Text("流程环节", "Steps")
_RISKS = Text("风险点与等级", "Risk points and levels")
_CONTROLS = Text("防控措施与责任岗位", "Controls and owners")
_NONE = Text("—", "—")
_HEAD_SIZE = 10.5
_PAD = 6.0
_NAME_LINE = HEAD_SIZE * LINE_HEIGHT
_ROW_GAP = 15.0  # rows of the flow are at least so far apart; the table fills the space between
_USUAL = (190.0, 240.0)
_WIDTHS = (_USUAL, (165.0, 210.0), (230.0, 300.0), (280.0, 370.0))
_A3 = (842.0, 1191.0)


def risk_drawing(
    graph: PowerGraph,
    process: Process,
    practice: Practice,
    lang: Lang,
    power: Power | None = None,
    findings: Sequence[Finding] = (),
) -> Drawing:
    """廉政风险点防控图, its columns as wide as lets it be largest on A3."""
    table = _Table(graph, process, practice, lang, power, findings)
    first = table.drawing(_USUAL)
    best = max(_WIDTHS, key=lambda widths: table.scale(first, widths))
    return first if best == _USUAL else table.drawing(best)


@dataclass(frozen=True)
class _Table:
    graph: PowerGraph
    process: Process
    practice: Practice
    lang: Lang
    power: Power | None
    findings: Sequence[Finding]
    known: dict[tuple[str, tuple[float, float]], list[Cells]] = field(default_factory=dict)

    def drawing(self, widths: tuple[float, float]) -> Drawing:
        road = road_of(self.graph, self.process)
        cells = {node.id: self._cells(node, widths) for node in road.nodes}
        chart = overlay_of(self.graph, self.findings).on(self._chart(road, cells))
        flow = lay_out(chart, beside=sum(widths))
        bands = _touching(flow)
        panels = [*self._heads(flow, widths), *self._rows(flow, road, bands, cells, widths)]
        return replace(flow, bands=bands, panels=tuple(panels))

    def scale(self, first: Drawing, widths: tuple[float, float]) -> float:
        """About how large the map is on A3 with columns of `widths`; `first` has the usual ones."""
        heights = {node.id: node.rect.height for node in first.nodes}
        grown = 0.0
        for band in first.bands:
            boxes = max(heights[id] for id in band.nodes) + _ROW_GAP
            before, after = (max(boxes, self._need(band, w)) for w in (_USUAL, widths))
            grown += after - before
        width = first.width - sum(_USUAL) + sum(widths)
        short, long = sorted((width, first.height + grown))
        return min(_A3[0] / short, _A3[1] / long, 1.0)

    def _need(self, band: Band, widths: tuple[float, float]) -> float:
        """The height of the cells beside a row of the flow."""
        nodes = (self.graph.register[id] for id in band.nodes)
        return sum(_height(self._cells(n, widths)) for n in nodes if isinstance(n, Step | Gateway))

    def _cells(self, node: Node, widths: tuple[float, float]) -> list[Cells]:
        found = self.known.get((node.id, widths))
        if found is None:
            inner = (widths[0] - 2 * _PAD, widths[1] - 2 * _PAD)
            risks = risks_shown(self.graph, node, self.power)
            found = [cells_of(self.graph, risk, self.practice, self.lang, inner) for risk in risks]
            self.known[node.id, widths] = found
        return found

    def _chart(self, road: Road, cells: dict[str, list[Cells]]) -> Chart:
        graph, process, lang = self.graph, self.process, self.lang
        boxes = tuple(
            ChartNode(
                *(node.id, FLOW, shape_of(node), name_on(node, node.name)),
                brief_details(graph, node, lang),
                note_height=max(0.0, _height(cells[node.id]) - _ROW_GAP),
            )
            for node in road.nodes
        )
        risks = [cell.risk for node in road.nodes for cell in cells[node.id]]
        return Chart(
            title_of(graph, process, View.RISK, lang, self.power),
            (Lane(FLOW, _STEPS.of(lang)),),
            boxes,
            arrows_of(road),
            facts_of(graph, process, lang, self.power),
            is_draft(process, road, risks),
        )

    def _heads(self, flow: Drawing, widths: tuple[float, float]) -> Iterator[Panel]:
        header = flow.lanes[-1].header
        x = header.right
        for name, text, width in zip(("risks", "controls"), (_RISKS, _CONTROLS), widths, strict=True):
            rect = Rect(x, header.y, width, header.height)
            yield Panel(f"head-{name}", rect, (_centred(text.of(self.lang), rect),), head=True)
            x += width

    def _rows(
        self,
        flow: Drawing,
        road: Road,
        bands: Sequence[Band],
        cells: dict[str, list[Cells]],
        widths: tuple[float, float],
    ) -> Iterator[Panel]:
        left = flow.lanes[-1].rect.right
        for band in bands:
            nodes = [road.by_id[id] for id in band.nodes if cells[id]]
            found = [(cell, node) for node in nodes for cell in cells[node.id]]
            if not found:
                yield from self._empty(band, left, widths, road)
                continue
            named = len(band.nodes) > 1
            needs = [_cell_height(cell) for cell, _ in found]
            spare = (band.bottom - band.top - sum(needs)) / len(found)
            y = band.top
            for (cell, node), need in zip(found, needs, strict=True):
                first = Rect(left, y, widths[0], need + spare)
                second = Rect(first.right, y, widths[1], need + spare)
                yield self._risk_panel(cell, first, node.name if named else "")
                yield Panel(f"controls-{cell.risk.id}", second, tuple(_placed(cell.right, second)))
                y += need + spare

    def _risk_panel(self, cell: Cells, rect: Rect, step: str) -> Panel:
        rows = cell.left
        if step:
            rows = (Row(_cut(step, rect.width - 2 * _PAD), HEAD_SIZE, Ink.LEGEND), *rows)
        texts = tuple(_placed(rows, rect))
        marks: tuple[PlacedMark, ...] = ()
        if cell.mark:
            first = texts[1 if step else 0].rect
            place = Rect(rect.x + _PAD, first.y - (0 if step else 1.5), MARK_SIZE, MARK_SIZE)
            marks = (PlacedMark(cell.mark.id, cell.mark.rank, cell.mark.letter, place),)
        return Panel(f"risk-{cell.risk.id}", rect, texts, marks)

    def _empty(self, band: Band, left: float, widths: tuple[float, float], road: Road) -> Iterator[Panel]:
        works = any(isinstance(n := road.by_id[id], Step) and _is_work(n) for id in band.nodes)
        for i, width in enumerate(widths):
            rect = Rect(left + sum(widths[:i]), band.top, width, band.bottom - band.top)
            text = (_centred(_NONE.of(self.lang), rect, Ink.LEGEND, TEXT_SIZE),) if works else ()
            yield Panel(f"none-{i}-{band.nodes[0]}", rect, text)


def _is_work(step: Step) -> bool:
    return step.step_kind not in (StepKind.START, StepKind.END)


def _cell_height(cell: Cells) -> float:
    return cell.height + _NAME_LINE + 2 * _PAD


def _height(cells: Sequence[Cells]) -> float:
    return sum(map(_cell_height, cells))


def _touching(flow: Drawing) -> tuple[Band, ...]:
    """The rows of the flow, each grown to the middle of the space between them."""
    if not flow.bands:
        return ()
    lane = flow.lanes[-1]
    between = [(above.bottom + below.top) / 2 for above, below in pairwise(flow.bands)]
    edges = [lane.header.bottom, *between, lane.rect.bottom]
    return tuple(
        Band(top, bottom, band.nodes) for band, (top, bottom) in zip(flow.bands, pairwise(edges), strict=True)
    )


def _placed(rows: Sequence[Row], rect: Rect) -> Iterator[PlacedText]:
    """The lines of a cell, in the middle of its height."""
    y = rect.y + (rect.height - sum(row.height for row in rows)) / 2
    line = 0.0
    for row in rows:
        if not row.same_line:
            y, line = y + line + row.above, row.size * LINE_HEIGHT
        place = Rect(rect.x + _PAD + row.indent, y, text_width(row.text, row.size), line)
        if row.text:
            yield PlacedText(row.text, place, row.size, row.ink, "left")


def _centred(text: str, rect: Rect, ink: Ink = Ink.LANE, size: float = _HEAD_SIZE) -> PlacedText:
    width, height = text_width(text, size), size * LINE_HEIGHT
    place = Rect(rect.centre.x - width / 2, rect.centre.y - height / 2, width, height)
    return PlacedText(text, place, size, ink)


def _cut(text: str, width: float) -> str:
    """One line of the text, the rest left out."""
    if text_width(text, HEAD_SIZE) <= width:
        return text
    while text and text_width(text + "…", HEAD_SIZE) > width:
        text = text[:-1]
    return text + "…"
