"""Risk marks and the badges of findings, each told by shape, sign and colour."""

from collections.abc import Iterator
from dataclasses import replace
from math import sqrt

from powerlist.i18n import Lang
from powerlist.model.severity import Severity
from powerlist.views import theme
from powerlist.views.diagrams import outlines
from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.drawing import PlacedMark, PlacedNode, Point, Rect
from powerlist.views.diagrams.groups import Group
from powerlist.views.diagrams.words import Word, printable

_LETTERS = {3: (8.0, 0.19), 2: (8.2, 0.0), 1: (9.5, 0.0)}  # size, and how much lower than the middle
_AIR = 2.5


def risk_mark(mark: PlacedMark, lang: Lang) -> Group:
    """▲高 ◆中 ●低."""
    rank = min(3, max(1, mark.rank))
    look, (size, lower) = theme.RISKS[rank], _LETTERS[rank]
    inner = Rect(mark.rect.x + 0.5, mark.rect.y + 0.5, mark.rect.width - 1, mark.rect.height - 1)
    shape = outlines.inked((outlines.mark(rank, inner),), look.edge, 1.0, look.colour)
    middle = Point(mark.rect.centre.x, mark.rect.centre.y + lower * mark.rect.height)
    letter = Word(printable(mark.letter), middle, size, look.ink)
    data = {"id": mark.id, "rank": str(mark.rank)}
    return Group(f"mark-{mark.id}", "mark", look.word.of(lang), data, (*shape, letter))


def badge(node: PlacedNode, severity: Severity, rect: Rect, lang: Lang) -> Group:
    """The sign of the gravest finding at a box."""
    look = theme.SEVERITIES[severity]
    shape = outlines.inked((outlines.badge(severity, rect),), theme.PAPER, 0.8, look.colour)
    sign = Word(look.sign, rect.centre, 9.0, theme.PAPER)
    return Group(
        f"finding-{node.id}", "badge", look.word.of(lang), {"finding": severity.value}, (*shape, sign)
    )


def settled(node: PlacedNode) -> Iterator[PlacedMark]:
    """The marks of a box, off the inner line of a double side, a round end and the wave of a document."""
    left = min((mark.rect.x for mark in node.marks), default=0.0)
    text = max((text.rect.right for text in node.texts), default=node.rect.x)
    wanted = max((mark.rect.right - _right(node, mark.rect) for mark in node.marks), default=0.0)
    shift = max(0.0, min(wanted, left - text - 1))
    lift = _lift(node)
    for mark in node.marks:
        yield replace(mark, rect=replace(mark.rect, x=mark.rect.x - shift, y=mark.rect.y - lift))


def _lift(node: PlacedNode) -> float:
    """How far the marks of a document are raised, so that its wave does not cut them."""
    if node.shape is not Shape.DOCUMENT or not node.marks:
        return 0.0
    lowest = max(node.marks, key=lambda mark: mark.rect.bottom).rect
    wave = outlines.on_outline(node.shape, node.rect, Point(lowest.centre.x, node.rect.bottom)).y
    above = min(mark.rect.y for mark in node.marks) - node.rect.y
    return max(0.0, min(lowest.bottom + 1 - wave, above - 1.5))


def _right(node: PlacedNode, mark: Rect) -> float:
    """How far to the right a mark at this height may reach."""
    if node.shape is Shape.SUBPROCESS:
        return node.rect.right - outlines.SIDE_BAR - _AIR
    if node.shape is Shape.TERMINATOR:
        radius = min(node.rect.height, node.rect.width) / 2
        off = max(abs(mark.y - node.rect.centre.y), abs(mark.bottom - node.rect.centre.y))
        return node.rect.right - radius + sqrt(max(0.0, radius**2 - off**2)) - 1
    return mark.right
