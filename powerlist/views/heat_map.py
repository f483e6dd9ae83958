"""The heat map of a bureau: where its risk points are, by unit and level, by stage and kind."""

from collections import Counter
from collections.abc import Iterable, Iterator

from powerlist.analysis.belonging import Belonging
from powerlist.graph import PowerGraph
from powerlist.i18n import Lang, Text, plain
from powerlist.model.entity import State
from powerlist.model.process import Step
from powerlist.model.risk import RiskPoint
from powerlist.practice import Practice
from powerlist.views import theme
from powerlist.views.cells import EDGE, centred, heading_of, sheet_of, top_of
from powerlist.views.diagrams.drawing import Drawing, Panel, PlacedMark, Rect
from powerlist.views.diagrams.sizing import MARK_SIZE
from powerlist.views.matrix import Matrix, Table

_TITLE = Text("{name}廉政风险分布图", "Integrity-risk heat map of {name}")
_FACTS = Text("风险点：{risks}　机构：{units}", "Risk points: {risks}　Units: {units}")
_UNIT_TABLE, _STAGE_TABLE = Text("机构 × 等级", "Unit × level"), Text("阶段 × 类别", "Stage × kind")
_NO_UNIT, _NO_STAGE = Text("未明确机构", "No unit told"), Text("未明确阶段", "No stage told")
_NO_KIND, _UNRATED = Text("未分类", "No kind told"), Text("未评级", "Not rated")
_TINT = Text("颜色越深，风险点越多；格内为风险点个数", "The darker, the more; the figure counts risk points")
_ONCE = Text(
    "涉及两个以上机构的风险点各计一次，合计行只计一次",
    "A risk point of several units counts for each, in the total row once",
)
_EMPTY = Text("还没有登记风险点。", "No risk point has been recorded yet.")
_BETWEEN, _EMPTY_WIDTH = 24.0, 300.0


def heat_drawing(graph: PowerGraph, practice: Practice, lang: Lang) -> Drawing:
    """廉政风险分布图: units × levels at the left, stages × kinds at the right; a note where no risk is."""
    register = graph.register
    draft = any(risk.state is State.DRAFTED for risk in graph.risks)
    matrices = (by_unit(graph, practice, lang), by_stage(graph, practice)) if graph.risks else ()
    width = sum(Table(one, lang, 0, 0).width + _BETWEEN for one in matrices) - _BETWEEN + 2 * EDGE
    width = max(width, _EMPTY_WIDTH + 2 * EDGE)
    facts = _FACTS.fill(risks=len(graph.risks), units=len(register.units))
    heading = heading_of(_TITLE.fill(name=register.authority.name), facts, lang, width, draft)
    panels: list[Panel] = []
    x, top = EDGE, top_of(heading)
    for matrix in matrices:
        table = Table(matrix, lang, x, top)
        panels += table.panels()
        x += table.width + _BETWEEN
    if not panels:
        rect = Rect(EDGE, top, _EMPTY_WIDTH, 40.0)
        panels = [Panel("empty", rect, (centred(_EMPTY.of(lang), rect, 10.0),))]
    return sheet_of(heading, panels, practice, lang, tuple(_words(graph)) if matrices else (), draft)


def by_unit(graph: PowerGraph, practice: Practice, lang: Lang) -> Matrix:
    """Units × levels; every unit has a row, also one without risks."""
    belonging = Belonging(graph)
    counts: Counter[tuple[str, str]] = Counter()
    for risk in graph.risks:
        owners = [unit.id for unit in belonging.units_of(risk)] or [""]
        counts.update((owner, _rank_key(risk)) for owner in owners)
    rows = [(unit.id, plain(unit.name)) for unit in graph.register.units]
    rows += [("", _NO_UNIT)] if any(not row for row, _ in counts) else []
    totals = Counter(map(_rank_key, graph.risks))
    ranks = sorted({*practice.scheme.levels, *(risk.rank for risk in graph.risks if risk.rank is not None)})
    columns = [(str(rank), _level(practice, rank)) for rank in reversed(ranks)]
    columns += [("", _UNRATED)] if "" in totals else []
    colours = {str(rank): look.colour for rank, look in theme.RISKS.items()}
    place = Rect(0, 0, MARK_SIZE, MARK_SIZE)
    marks = {
        str(rank): PlacedMark(f"level-{rank}", rank, level.letter.of(lang), place)
        for rank, level in practice.scheme.levels.items()
    }
    return Matrix("units", _UNIT_TABLE, tuple(rows), tuple(columns), counts, totals, colours, marks)


def by_stage(graph: PowerGraph, practice: Practice) -> Matrix:
    """Stages × kinds, those that occur."""
    pairs = Counter((_stage(graph, risk), risk.risk_kind or "") for risk in graph.risks)
    stages, kinds = {stage for stage, _ in pairs}, {kind for _, kind in pairs}
    known = {key: text for scheme in practice.schemes.values() for key, text in scheme.kinds.items()}
    names = known | {kind: text for risk in graph.risks for kind, text in _own_kind(practice, risk)}
    rows = [(key, practice.stages.text_of(key)) for key in _ordered(practice.stages.stages, stages)]
    rows += [("", _NO_STAGE)] if "" in stages else []
    usual = [*practice.scheme.kinds, *known]
    columns = [(key, names.get(key, plain(key))) for key in _ordered(usual, kinds)]
    columns += [("", _NO_KIND)] if "" in kinds else []
    totals = Counter(risk.risk_kind or "" for risk in graph.risks)
    return Matrix("stages", _STAGE_TABLE, tuple(rows), tuple(columns), pairs, totals, {}, {})


def _ordered(usual: Iterable[str], found: set[str]) -> list[str]:
    """What is found, in its usual order; the unknown behind it."""
    known = [key for key in dict.fromkeys(usual) if key in found]
    return [*known, *sorted(found - {*known, ""})]


def _own_kind(practice: Practice, risk: RiskPoint) -> Iterator[tuple[str, Text]]:
    scheme = practice.schemes.get(risk.inherent.scheme if risk.inherent else "", practice.scheme)
    if risk.risk_kind in scheme.kinds:
        yield risk.risk_kind, scheme.kinds[risk.risk_kind]


def _stage(graph: PowerGraph, risk: RiskPoint) -> str:
    node = graph.node_of(risk)
    return (node.stage or "") if isinstance(node, Step) else ""


def _rank_key(risk: RiskPoint) -> str:
    return "" if risk.rank is None else str(risk.rank)


def _level(practice: Practice, rank: int) -> Text:
    level = practice.scheme.levels.get(rank)
    return level.text if level else plain(str(rank))


def _words(graph: PowerGraph) -> Iterator[Text]:
    yield _TINT
    belonging = Belonging(graph)
    if any(len(belonging.units_of(risk)) > 1 for risk in graph.risks):
        yield _ONCE
