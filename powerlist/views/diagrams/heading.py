"""The lines above a chart, broken where their sense allows it."""

from collections.abc import Iterator, Sequence

from powerlist.views.diagrams.breaking import sensible
from powerlist.views.diagrams.chart import Chart
from powerlist.views.diagrams.drawing import Ink, PlacedText, Rect
from powerlist.views.diagrams.sizing import Line
from powerlist.views.diagrams.text_size import balanced, text_width

TITLE_SIZE = 16.0
SUBTITLE_SIZE = 9.5
GAP = "　"  # between two items of a subtitle: a line breaks here first

Heading = list[tuple[Line, float]]  # each line with the height that it takes


def heading_lines(chart: Chart, width: float) -> Heading:
    """Title and subtitle in lines of at most `width` points."""
    title = sensible(chart.title.strip(), TITLE_SIZE, width) if chart.title.strip() else ()
    room = width - 2 * SUBTITLE_SIZE  # a raster rounds the width of every small letter up
    facts = tuple(_filled(chart.subtitle, room)) if chart.subtitle.strip() else ()
    lines: Heading = []
    for texts, size, ink, height in (
        (title, TITLE_SIZE, Ink.TITLE, 22.0),
        (facts, SUBTITLE_SIZE, Ink.SUBTITLE, 13.0),
    ):
        found = [(Line(text, size, ink), height) for text in texts]
        lines += [*found[:-1], *((line, height + 6) for line, height in found[-1:])]
    return lines


def heading_texts(heading: Heading, top: float, width: float) -> tuple[PlacedText, ...]:
    """The lines centred on a sheet of `width`, from `top` on."""
    texts, y = [], top
    for line, height in heading:
        rect = Rect((width - line.width) / 2, y, line.width, line.height)
        texts.append(PlacedText(line.text, rect, line.size, line.ink))
        y += height
    return tuple(texts)


def _filled(text: str, width: float) -> Iterator[str]:
    """Items in as few lines as hold them, those lines as even as they can be."""
    items = [part for item in text.split(GAP) for part in balanced(item, SUBTITLE_SIZE, width)]
    lines = _lines(items, width)
    narrow = max(text_width(item, SUBTITLE_SIZE) for item in items)
    while narrow < width and len(_lines(items, narrow)) > len(lines):
        narrow += SUBTITLE_SIZE
    return iter(_lines(items, min(narrow, width)))


def _lines(items: Sequence[str], width: float) -> list[str]:
    lines = [items[0]]
    for item in items[1:]:
        longer = lines[-1] + GAP + item
        if text_width(longer, SUBTITLE_SIZE) <= width:
            lines[-1] = longer
        else:
            lines.append(item)
    return lines
