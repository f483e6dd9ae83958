"""From steps and gateways to boxes: outline, name, lines of detail, marks of risk."""

from collections.abc import Iterable

from powerlist.graph import PowerGraph
from powerlist.i18n import Lang, Text
from powerlist.model.codes import GatewayKind, StepKind
from powerlist.model.power import Power
from powerlist.model.process import Gateway, Step
from powerlist.model.risk import RiskPoint
from powerlist.practice import Practice
from powerlist.views.diagrams.chart import Mark, Shape
from powerlist.views.diagrams.sizing import DETAIL_SIZE
from powerlist.views.diagrams.text_size import text_width
from powerlist.views.road import Node, is_edge

MOST_MARKS = 6
SOME = "○"  # 包容：可同时走几支
_ROOM, _MARKS = 84.0, 19.0  # what a line of the narrowest box holds, and what marks take of it
CLOCK_STOPS = Text("停钟", "clock stops")
_DISCRETION, _MONEY = Text("有裁量", "discretion"), Text("涉及资金", "money")
_TITLE = Text("《{name}》", "“{name}”")
_SHAPES = {
    StepKind.START: Shape.TERMINATOR,
    StepKind.END: Shape.TERMINATOR,
    StepKind.TASK: Shape.PROCESS,
    StepKind.SUBPROCESS: Shape.SUBPROCESS,
    StepKind.DOCUMENT: Shape.DOCUMENT,
}
_RANKS = (1, 3)


def shape_of(node: Node) -> Shape:
    """Its outline after GB/T 1526-1989."""
    if isinstance(node, Gateway):
        return Shape.PARALLEL if node.gateway_kind is GatewayKind.PARALLEL else Shape.DECISION
    return _SHAPES[node.step_kind]


def name_on(node: Node, name: str) -> str:
    """A name as its box shows it: an inclusive gateway is a diamond with a circle before its name."""
    inclusive = isinstance(node, Gateway) and node.gateway_kind is GatewayKind.INCLUSIVE
    return f"{SOME} {name}".rstrip() if inclusive else name


def public_details(node: Node, lang: Lang) -> tuple[str, ...]:
    """What anybody may know of a step: its limit, whether the clock stops, the papers that it makes."""
    if isinstance(node, Gateway):
        return ()
    return _packed([_limit(node, lang), *papers(node, lang)], _ROOM)


def internal_details(graph: PowerGraph, node: Node, lang: Lang) -> tuple[str, ...]:
    """The post first; then limit, what tempts (discretion and money) and papers."""
    if isinstance(node, Gateway):
        return ()
    flags = ((_DISCRETION, node.discretion), (_MONEY, node.handles_money))
    said = [*(text.of(lang) for text, on in flags if on), *papers(node, lang)]
    room = _ROOM - (_MARKS if any(risk.rank for risk in graph.risks_at(node)) else 0.0)
    return _packed([*_named(graph, node), _limit(node, lang), *said], room)


def _packed(items: Iterable[str], room: float) -> tuple[str, ...]:
    """The items on as few lines of `room` points as hold them, each item whole."""
    lines: list[str] = []
    for item in filter(None, items):
        longer = f"{lines[-1]} {item}" if lines else item
        if lines and text_width(longer, DETAIL_SIZE) <= room:
            lines[-1] = longer
        else:
            lines.append(item)
    return tuple(lines)


def brief_details(graph: PowerGraph, node: Node, lang: Lang) -> tuple[str, ...]:
    """Post and limit alone, where a table beside the box says the rest."""
    if isinstance(node, Gateway):
        return ()
    return _packed([*_named(graph, node), _limit(node, lang)], _ROOM)


def _named(graph: PowerGraph, step: Step) -> tuple[str, ...]:
    post = graph.post_of(step)
    return (post.name,) if post and not is_edge(step) else ()


def _limit(step: Step, lang: Lang) -> str:
    limit = step.limit.text.of(lang) if step.limit else ""
    return limit + (f"【{CLOCK_STOPS.of(lang)}】" if step.clock_stops else "")


def papers(step: Step, lang: Lang) -> Iterable[str]:
    """The papers that a step makes, in title marks."""
    return (_TITLE.fill(name=name.strip("《》")).of(lang) for name in step.documents)


def risks_shown(graph: PowerGraph, node: Node, power: Power | None) -> list[RiskPoint]:
    """The risk points of a node for this power (None: for all), the gravest first, unrated ones last."""
    found = [r for r in graph.risks_at(node) if power is None or r.power in (None, power.id)]
    return sorted(found, key=lambda risk: -(risk.rank or 0))


def marks_of(
    graph: PowerGraph, node: Node, power: Power | None, practice: Practice, lang: Lang
) -> tuple[Mark, ...]:
    """The marks of the gravest rated risk points of a node."""
    rated = [risk for risk in risks_shown(graph, node, power) if risk.rank is not None]
    return tuple(mark_of(risk, practice, lang) for risk in rated[:MOST_MARKS])


def mark_of(risk: RiskPoint, practice: Practice, lang: Lang) -> Mark:
    """The mark of a rated risk, its letter by the scheme that it was rated with."""
    assert risk.inherent is not None
    rank = min(max(risk.inherent.rank, _RANKS[0]), _RANKS[1])
    scheme = practice.schemes.get(risk.inherent.scheme, practice.scheme)
    return Mark(risk.id, rank, scheme.letter(rank, lang))
