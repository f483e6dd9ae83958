"""A drawing as strokes and words in named groups, back to front: what every picture is made of."""

from collections.abc import Iterable, Iterator

from powerlist.i18n import Lang, Text
from powerlist.model.severity import Severity
from powerlist.views import theme
from powerlist.views.diagrams import marks, outlines
from powerlist.views.diagrams.badges import badge_places
from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.drawing import (
    Drawing,
    Ink,
    Panel,
    PlacedArrow,
    PlacedLane,
    PlacedNode,
    PlacedText,
    Rect,
)
from powerlist.views.diagrams.groups import Group, Item, Line, Scene, unique
from powerlist.views.diagrams.outlines import Stroke
from powerlist.views.diagrams.words import Word, printable, watermark, word

_DRAFT = Text("草稿", "DRAFT")
_COLOURS = {
    Ink.NAME: theme.INK,
    Ink.DETAIL: theme.QUIET,
    Ink.LABEL: theme.INK,
    Ink.LANE: theme.HEADER_INK,
    Ink.TITLE: theme.INK,
    Ink.SUBTITLE: theme.QUIET,
    Ink.PANEL_HEAD: theme.HEADER_INK,
    Ink.PANEL: theme.INK,
    Ink.LEGEND: theme.QUIET,
}
_FILLS = {
    Shape.TERMINATOR: theme.TERMINATOR,
    Shape.DECISION: theme.DECISION,
    Shape.DOCUMENT: theme.DOCUMENT,
}


def scene(drawing: Drawing, lang: Lang) -> Scene:
    """Everything of a drawing, in groups with unique names."""
    names = {node.id: node_name(node) for node in drawing.nodes}
    badges = badge_places(drawing)
    groups = [
        *_bands(drawing),
        *_draft(drawing, lang),
        *map(_lane, drawing.lanes),
        *(_panel(panel, lang) for panel in drawing.panels),
        *(_arrow(i, arrow, names) for i, arrow in enumerate(drawing.arrows)),
        *(_node(node, badges.get(node.id), lang) for node in drawing.nodes),
        *_heading(drawing),
    ]
    title = joined(text for text in drawing.texts if text.ink is Ink.TITLE)
    return Scene(drawing.width, drawing.height, title, unique(groups))


def node_name(node: PlacedNode) -> str:
    """The name of a box, its lines joined again."""
    return joined(text for text in node.texts if text.ink is Ink.NAME)


def joined(texts: Iterable[PlacedText]) -> str:
    """Lines of one text as one line; a space only between Latin words."""
    line = ""
    for text in texts:
        gap = " " if line and line[-1].isascii() and text.text[:1].isascii() else ""
        line += gap + text.text
    return printable(line)


def _written(texts: Iterable[PlacedText]) -> tuple[Word, ...]:
    found = (word(text, _COLOURS[text.ink]) for text in texts)
    return tuple(w for w in found if w.text)


def _draft(drawing: Drawing, lang: Lang) -> Iterator[Group]:
    if drawing.draft:
        words = watermark(_DRAFT.of(lang), drawing.width, drawing.height, theme.DRAFT)
        yield Group("draft", "draft", _DRAFT.of(lang), {}, words)


def _bands(drawing: Drawing) -> Iterator[Group]:
    """Every other row is tinted where panels beside the flow must be read together with it."""
    if not drawing.panels or not drawing.lanes:
        return
    left, right = drawing.lanes[0].rect.x, drawing.lanes[-1].rect.right
    for i, band in enumerate(drawing.bands[::2]):
        strip = outlines.box(Rect(left, band.top, right - left, band.bottom - band.top))
        yield Group(f"band-{2 * i}", "band", "", {}, outlines.inked((strip,), "", 0.0, theme.BAND))


def _lane(lane: PlacedLane) -> Group:
    strip = outlines.inked((outlines.box(lane.rect),), theme.LANE_BORDER, theme.LANE_WIDTH)
    title = joined(lane.title)
    items: tuple[Item, ...] = (*strip, *_header(lane.header), *_written(lane.title))
    return Group(f"lane-{lane.id}", "lane", title, {"id": lane.id}, items)


def _header(rect: Rect) -> tuple[Stroke, ...]:
    if rect.height <= 0:
        return ()
    return outlines.inked((outlines.box(rect),), theme.LANE_BORDER, theme.LANE_WIDTH, theme.HEADER)


def _panel(panel: Panel, lang: Lang) -> Group:
    fill = panel.tint or (theme.HEADER if panel.head else theme.PAPER)
    pen, width = theme.LANE_BORDER, theme.LANE_WIDTH
    if panel.alarm:
        pen, width = theme.SEVERITIES[Severity.ERROR].colour, theme.FINDING_WIDTH
    frame = outlines.inked((outlines.box(panel.rect),), pen, width, fill)
    drawn = (marks.risk_mark(mark, lang) for mark in panel.marks)
    items: tuple[Item, ...] = (*frame, *_written(panel.texts), *drawn)
    return Group(f"panel-{panel.id}", "panel", joined(panel.texts[:1]), {"id": panel.id}, items)


def _arrow(index: int, arrow: PlacedArrow, names: dict[str, str]) -> Group:
    kinds = ["arrow", *(["back"] if arrow.back else []), *(["witness"] if arrow.highlight else [])]
    title = f"{names.get(arrow.source, '')} → {names.get(arrow.target, '')}"
    if arrow.label:
        title += f"：{printable(arrow.label.text)}"
    data = {"id": arrow.id, "source": arrow.source, "target": arrow.target}
    return Group(f"arrow-{arrow.id}", " ".join(kinds), title, data, (Line(index),))


def _node(node: PlacedNode, badge: Rect | None, lang: Lang) -> Group:
    pen, width = theme.LINE, theme.BAR_WIDTH if node.shape is Shape.PARALLEL else theme.BOX_WIDTH
    data = {"id": node.id, "kind": node.shape.value, "lane": node.lane}
    items: list[Item] = []
    if node.finding is not None:
        pen, width = theme.SEVERITIES[node.finding].colour, theme.FINDING_WIDTH
        data["finding"] = node.finding.value
    strokes = outlines.outline(node.shape, node.rect)
    items += outlines.inked(strokes, pen, width, _FILLS.get(node.shape, theme.PAPER))
    items += [*_written(node.texts), *(marks.risk_mark(mark, lang) for mark in marks.settled(node))]
    if node.finding is not None and badge is not None:
        items.append(marks.badge(node, node.finding, badge, lang))
    return Group(f"node-{node.id}", f"node {node.shape.value}", node_name(node), data, tuple(items))


def _heading(drawing: Drawing) -> Iterator[Group]:
    if drawing.texts:
        yield Group("heading", "heading", "", {}, _written(drawing.texts))
