"""The texts of a risk map: each risk point with who watches it, and the controls against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from powerlist.graph import PowerGraph
from powerlist.i18n import Lang, Text, plain
from powerlist.model.codes import Phase
from powerlist.model.organisation import Post
from powerlist.model.risk import Control, RiskPoint
from powerlist.practice import Practice
from powerlist.views.boxes import mark_of
from powerlist.views.diagrams.breaking import sensible
from powerlist.views.diagrams.chart import Mark
from powerlist.views.diagrams.drawing import Ink
from powerlist.views.diagrams.text_size import LINE_HEIGHT, text_width, wrap

HEAD_SIZE, TEXT_SIZE, NOTE_SIZE = 9.5, 9.0, 8.5
MARK_ROOM = 21.0
_TAG_AIR = 5.0
_BETWEEN = 2.5  # points between two controls

_UNRATED = Text("未评级", "not rated")
_WATCHED = Text("监督责任：{post}", "Watched by: {post}")
_UNWATCHED = Text("监督责任：未落实（应为{level}）", "Watched by: nobody yet (should be: {level})")
_ON = Text("责任岗位：{post}", "On the post: {post}")
_NO_CONTROL = Text("未制定防控措施", "no control yet")
_OWNER = Text("责任岗位：{post}", "Owner: {post}")
_NO_OWNER = Text("责任岗位：未落实", "Owner: nobody yet")
_SUPERVISOR = Text("督办：{post}", "Supervisor: {post}")
_FREQUENCY = Text("频次：{often}", "How often: {often}")
_NO_PHASE = Text("措施", "Any time")
_GAP = "　"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text: points from the left edge of its cell, points of air above."""

    text: str
    size: float
    ink: Ink
    indent: float = 0.0
    above: float = 0.0
    same_line: bool = False  # stands on the line of the row before

    @property
    def height(self) -> float:
        """What it adds to its cell."""
        return 0.0 if self.same_line else self.size * LINE_HEIGHT + self.above


@dataclass(frozen=True, slots=True)
class Cells:
    """A risk point's two cells."""

    risk: RiskPoint
    mark: Mark | None
    left: tuple[Row, ...]
    right: tuple[Row, ...]

    @property
    def height(self) -> float:
        """Of the higher cell, without its padding."""
        return max(sum(row.height for row in rows) for rows in (self.left, self.right))


def cells_of(
    graph: PowerGraph, risk: RiskPoint, practice: Practice, lang: Lang, widths: tuple[float, float]
) -> Cells:
    """The cells of a risk point, their text broken to `widths` points."""
    mark = mark_of(risk, practice, lang) if risk.rank is not None else None
    left = tuple(_risk(graph, risk, practice, lang, widths[0]))
    return Cells(risk, mark, left, tuple(_controls(graph, risk, lang, widths[1])))


def _risk(graph: PowerGraph, risk: RiskPoint, practice: Practice, lang: Lang, width: float) -> Iterator[Row]:
    scheme = practice.schemes.get(risk.inherent.scheme if risk.inherent else "", practice.scheme)
    kind = scheme.kinds.get(risk.risk_kind or "")
    level = _level(risk, practice).of(lang)
    head = " · ".join(word for word in (kind.of(lang) if kind else "", level) if word)
    yield from _rows(head, HEAD_SIZE, Ink.PANEL_HEAD, width, MARK_ROOM)
    yield from _rows(risk.event, TEXT_SIZE, Ink.PANEL, width, MARK_ROOM)
    node, post = graph.node_of(risk), graph.post_at_risk(risk)
    if post and node and post != graph.post_of(node):
        yield from _rows(_filled(_ON, lang, post=post.name), NOTE_SIZE, Ink.LEGEND, width, MARK_ROOM)
    watch = [text.of(lang) for text in _watch(graph, risk, practice)]
    fits = [text for text in watch if text_width(text, NOTE_SIZE) <= width - MARK_ROOM]
    yield from _rows((fits or watch[-1:])[0], NOTE_SIZE, Ink.LEGEND, width, MARK_ROOM)


def _level(risk: RiskPoint, practice: Practice) -> Text:
    """The level in words: the place's own label, else the scheme's."""
    if risk.inherent is None:
        return _UNRATED
    scheme = practice.schemes.get(risk.inherent.scheme, practice.scheme)
    known = scheme.levels.get(risk.inherent.rank)
    own = risk.inherent.label
    if known and own in ("", known.text.zh):
        return known.text
    return Text(own, own) if own else _UNRATED


def _watch(graph: PowerGraph, risk: RiskPoint, practice: Practice) -> tuple[Text, ...]:
    """Who watches a risk, in the longer and in the shorter form."""
    post = graph.supervisor_of(risk)
    if post:
        return _WATCHED.fill(post=_with_level(post)), _WATCHED.fill(post=post.name)
    level = practice.supervision.get(risk.rank or 1)
    return (_UNWATCHED.fill(level=level.text if level else plain("—")),)


def _with_level(post: Post) -> Text:
    level = post.level.text
    named = Text(f"{post.name}（{level.zh}）", f"{post.name} ({level.en})")
    return named if level.zh != post.name else Text(post.name, f"{post.name} ({level.en})")


def _controls(graph: PowerGraph, risk: RiskPoint, lang: Lang, width: float) -> Iterator[Row]:
    controls = graph.controls_of(risk)
    if not controls:
        yield from _rows(_NO_CONTROL.of(lang), TEXT_SIZE, Ink.LEGEND, width)
    groups = [(phase, [c for c in controls if c.phase is phase]) for phase in (*Phase, None)]
    tags = [((phase.text if phase else _NO_PHASE).of(lang), group) for phase, group in groups if group]
    indent = _TAG_AIR + max((text_width(tag, HEAD_SIZE) for tag, _ in tags), default=0.0)
    for n, (tag, group) in enumerate(tags):
        for i, control in enumerate(group):
            first, *rest = _control(graph, control, lang, width, indent)
            yield Row(tag if i == 0 else "", HEAD_SIZE, Ink.PANEL_HEAD, 0.0, _BETWEEN if n or i else 0.0)
            yield replace(first, same_line=True)
            yield from rest


def _control(graph: PowerGraph, control: Control, lang: Lang, width: float, indent: float) -> Iterator[Row]:
    yield from _rows(control.text, TEXT_SIZE, Ink.PANEL, width, indent)
    owner, supervisor = graph.owner_of(control), graph.supervisor_of(control)
    said = [_filled(_OWNER, lang, post=owner.name) if owner else _NO_OWNER.of(lang)]
    said += [_filled(_SUPERVISOR, lang, post=supervisor.name)] if supervisor else []
    said += [_filled(_FREQUENCY, lang, often=control.frequency)] if control.frequency else []
    for line in _packed(said, NOTE_SIZE, width - indent):
        yield Row(line, NOTE_SIZE, Ink.LEGEND, indent)


@lru_cache(maxsize=1024)
def _filled(text: Text, lang: Lang, **names: str) -> str:
    return text.fill(**names).of(lang)


def _rows(text: str, size: float, ink: Ink, width: float, indent: float = 0.0) -> Iterator[Row]:
    for line in sensible(text, size, width - indent):
        yield Row(line, size, ink, indent)


def _packed(items: Sequence[str], size: float, width: float) -> Iterator[str]:
    """Items on as few lines as hold them, each whole where it fits a line."""
    line = ""
    for item in items:
        longer = f"{line}{_GAP}{item}" if line else item
        if text_width(longer, size) <= width:
            line = longer
            continue
        if line:
            yield line
        *full, line = wrap(item, size, width)
        yield from full
    yield line
