"""The external flowchart: what an applicant or a party meets, without posts, risks or internal steps."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from powerlist.graph import PowerGraph
from powerlist.i18n import Lang, Text
from powerlist.model.codes import PostLevel, PowerType, StepKind
from powerlist.model.power import Power
from powerlist.model.process import Gateway, Process, Step
from powerlist.practice import Practice
from powerlist.rules.rule import Finding
from powerlist.views.boxes import name_on, public_details, shape_of
from powerlist.views.contraction import Contraction
from powerlist.views.diagrams.chart import Arrow, Chart, ChartNode, Lane, Shape
from powerlist.views.flowchart import is_draft
from powerlist.views.headings import View, facts_of, title_of
from powerlist.views.labels import label_of
from powerlist.views.overlay import Overlay, overlay_of
from powerlist.views.road import Node, is_edge, road_of

APPLICANT, WINDOW, AUTHORITY = "applicant", "window", "authority"
_APPLICANT = Text("申请人", "Applicant")
_WINDOW = Text("受理窗口", "Service window")
_CHOICE = Text("视情形", "as the case may be")
_EX_OFFICIO = {
    PowerType.PENALTY,
    PowerType.COMPULSION,
    PowerType.LEVY,
    PowerType.INSPECTION,
    PowerType.INTERNAL,
}
_LEADERS = (PostLevel.DEPUTY, PostLevel.CHIEF)


def external_chart(
    graph: PowerGraph,
    process: Process,
    practice: Practice,
    lang: Lang,
    findings: Sequence[Finding] = (),
    power: Power | None = None,
) -> Chart:
    """外部流程图 of a process: the road with its hidden steps contracted, in the lanes of an outsider."""
    road = road_of(graph, process)
    seen = Contraction(road)
    homes = _Homes(graph, process, power, seen).all()
    chart = Chart(
        title_of(graph, process, View.EXTERNAL, lang, power),
        tuple(_lanes(graph, homes, lang)),
        tuple(_box(graph, node, homes[node.id], seen, lang) for node in seen.nodes),
        tuple(Arrow(w.id, w.source, w.target, label_of(w.condition), w.favourable) for w in seen.ways),
        facts_of(graph, process, lang, power),
        is_draft(process, road),
    )
    return _seen_from_outside(overlay_of(graph, findings, inside=False), seen).on(chart)


def _seen_from_outside(overlay: Overlay, seen: Contraction) -> Overlay:
    on_road = (tuple(id for id in way if id in seen.road.by_id) for way in overlay.ways)
    return replace(overlay, ways=tuple(seen.seen_of(way) for way in on_road))


def _box(graph: PowerGraph, node: Node, lane: str, seen: Contraction, lang: Lang) -> ChartNode:
    if seen.is_choice(node):
        asked = seen.question(node)
        asked = "" if any(post.name in asked for post in graph.posts) else asked  # 不露内部岗位
        return ChartNode(node.id, lane, Shape.DECISION, node.external_name or asked or _CHOICE.of(lang))
    details = public_details(node, lang)
    return ChartNode(node.id, lane, shape_of(node), name_on(node, _name(node, lang)), details)


def _name(node: Node, lang: Lang) -> str:
    """What outsiders call a box; a hidden one keeps its own name to itself."""
    own = node.name if node.visible else node.step_kind.text.of(lang) if isinstance(node, Step) else ""
    return node.external_name or own


def _lanes(graph: PowerGraph, homes: dict[str, str], lang: Lang) -> Iterator[Lane]:
    """Applicant, window, units as they come up, the authority."""
    used = list(dict.fromkeys(homes.values()))
    titles = {APPLICANT: _APPLICANT.of(lang), WINDOW: _WINDOW.of(lang)}
    authority = graph.register.authority.name
    titles |= {unit.id: unit.name for unit in graph.register.units if unit.id in used}
    units = [id for id in used if id not in (APPLICANT, WINDOW, AUTHORITY)]
    order = [id for id in (APPLICANT, WINDOW, *units, AUTHORITY) if id in used]
    for id in order or [AUTHORITY]:
        yield Lane(id, titles.get(id, authority))


class _Homes:
    """The lane of each box."""

    def __init__(self, graph: PowerGraph, process: Process, power: Power | None, seen: Contraction) -> None:
        powers = (power,) if power else graph.powers_of(process)
        units = [unit.id for one in powers for unit in graph.units_of_power(one)]
        self.graph, self.seen = graph, seen
        self.handling = units[0] if units else AUTHORITY
        self.applied_for = bool(powers) and not any(one.type in _EX_OFFICIO for one in powers)
        self.leaving: dict[str, list[str]] = {node.id: [] for node in seen.nodes}
        self.entering: dict[str, list[str]] = {node.id: [] for node in seen.nodes}
        for way in seen.ways:
            self.leaving[way.source].append(way.target)
            self.entering[way.target].append(way.source)

    def all(self) -> dict[str, str]:
        """Posts tell their lane; what has none stands with its neighbours."""
        homes = {node.id: home for node in self.seen.nodes if (home := self._own(node))}
        for node in self.seen.nodes:
            if isinstance(node, Gateway) and node.id not in homes:
                homes[node.id] = self._nearby(node.id, homes, backwards=True)
        for node in self.seen.nodes:
            if node.id not in homes:
                homes[node.id] = self._edge(node, homes)
        return homes

    def _own(self, node: Node) -> str | None:
        post = self.graph.post_of(node)
        if post and post.level is PostLevel.WINDOW:
            return WINDOW
        if post:
            unit = self.graph.unit_of(post)
            return unit.id if unit and post.level not in _LEADERS else AUTHORITY
        return None if is_edge(node) or isinstance(node, Gateway) else self.handling

    def _edge(self, node: Node, homes: dict[str, str]) -> str:
        """An applicant begins, and gets what the window hands out; else it is with its neighbour."""
        begins = isinstance(node, Step) and node.step_kind is StepKind.START
        if self.applied_for and begins:
            return APPLICANT
        before = {homes.get(id) for id in self.entering[node.id]}
        if self.applied_for and not begins and before == {WINDOW}:
            return APPLICANT
        return self._nearby(node.id, homes, backwards=not begins)

    def _nearby(self, start: str, homes: dict[str, str], backwards: bool) -> str:
        for table in (self.entering, self.leaving) if backwards else (self.leaving, self.entering):
            seen, front = {start}, [start]
            while front:
                front = [n for n in dict.fromkeys(t for id in front for t in table[id]) if n not in seen]
                seen.update(front)
                found = next((homes[n] for n in front if homes.get(n, APPLICANT) != APPLICANT), None)
                if found:
                    return found
        return self.handling
