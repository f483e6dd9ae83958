"""Cells of a table on a sheet: lines of text placed in them, and the sheet around them."""

from collections.abc import Sequence

from powerlist.i18n import Lang, Text
from powerlist.practice import Practice
from powerlist.views.diagrams.chart import Chart
from powerlist.views.diagrams.drawing import Drawing, Ink, Panel, PlacedText, Rect
from powerlist.views.diagrams.heading import Heading, heading_lines, heading_texts
from powerlist.views.diagrams.text_size import LINE_HEIGHT, text_width
from powerlist.views.legend import with_legend

EDGE = 10.0
PAD = 5.0
_DRAFT = Text("（草稿）", " (draft)")


def heading_of(title: Text, facts: Text, lang: Lang, width: float, draft: bool) -> Heading:
    """Title and facts above a sheet of `width`; a draft says so in its title."""
    said = title.of(lang) + (_DRAFT.of(lang) if draft else "")
    return heading_lines(Chart(said, (), (), (), facts.of(lang)), width - 2 * EDGE)


def top_of(heading: Heading) -> float:
    """Where the table under a heading begins."""
    return EDGE + sum(height for _, height in heading)


def sheet_of(
    heading: Heading,
    panels: Sequence[Panel],
    practice: Practice,
    lang: Lang,
    more: Sequence[Text],
    draft: bool,
) -> Drawing:
    """The finished sheet: heading, table, legend."""
    width = max(panel.rect.right for panel in panels) + EDGE
    height = max(panel.rect.bottom for panel in panels) + EDGE
    texts = heading_texts(heading, EDGE, width)
    drawing = Drawing(width, height, (), (), (), panels=tuple(panels), texts=texts, draft=draft)
    return with_legend(drawing, practice, lang, clock_stops=False, levels=False, more=more)


def left(text: str, rect: Rect, size: float, ink: Ink = Ink.PANEL, indent: float = PAD) -> PlacedText:
    """A line at the left of a cell, in the middle of its height."""
    height = size * LINE_HEIGHT
    place = Rect(rect.x + indent, rect.centre.y - height / 2, text_width(text, size), height)
    return PlacedText(text, place, size, ink, "left")


def right(text: str, rect: Rect, size: float, ink: Ink = Ink.PANEL) -> PlacedText:
    """A line at the right of a cell."""
    return left(text, rect, size, ink, rect.width - PAD - text_width(text, size))


def centred(text: str, rect: Rect, size: float, ink: Ink = Ink.PANEL) -> PlacedText:
    """A line in the middle of a cell."""
    return left(text, rect, size, ink, (rect.width - text_width(text, size)) / 2)


def lines_in(
    lines: Sequence[str], rect: Rect, size: float, ink: Ink = Ink.PANEL, middle: bool = False
) -> tuple[PlacedText, ...]:
    """Several lines, in the middle of the height of a cell; `middle`: and of its width."""
    step = size * LINE_HEIGHT
    top = rect.centre.y - step * len(lines) / 2
    put = centred if middle else left
    rows = (Rect(rect.x, top + i * step, rect.width, step) for i in range(len(lines)))
    return tuple(put(line, row, size, ink) for line, row in zip(lines, rows, strict=True))


def height_of(lines: Sequence[str], size: float) -> float:
    """The height of a cell that holds these lines."""
    return len(lines) * size * LINE_HEIGHT + 5.0
