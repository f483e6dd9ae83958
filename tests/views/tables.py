"""What is asked of every table on a sheet: nothing overlaps, nothing leaves its cell or the sheet."""

from collections.abc import Iterator
from itertools import combinations

from powerlist.views.diagrams.drawing import Drawing, Panel, Rect
from tests.views.diagrams.geometry import overlap
from tests.views.diagrams.inside import inside

A3 = (842.0 - 40, 1191.0 - 40)


def faults(drawing: Drawing) -> Iterator[str]:
    """Every text, mark or cell that is not where it may be."""
    sheet = Rect(0, 0, drawing.width, drawing.height)
    for panel in drawing.panels:
        if not inside(panel.rect, sheet):
            yield f"{panel.id} leaves the sheet"
        rects = [*(text.rect for text in panel.texts), *(mark.rect for mark in panel.marks)]
        yield from (f"something leaves {panel.id}" for rect in rects if not inside(rect, panel.rect))
        yield from (f"overlap in {panel.id}" for a, b in combinations(rects, 2) if overlap(a, b))
    for a, b in combinations(drawing.panels, 2):
        if overlap(a.rect, b.rect):
            yield f"{a.id} and {b.id} overlap"
    for text in drawing.texts:
        if not inside(text.rect, sheet) or any(overlap(text.rect, p.rect) for p in drawing.panels):
            yield f"heading {text.text} is in the way"
    ids = [panel.id for panel in drawing.panels]
    yield from (f"{id} is there twice" for id in {id for id in ids if ids.count(id) > 1})


def a3_type(drawing: Drawing) -> float:
    """The smallest type on A3, in points."""
    short, long = sorted((drawing.width, drawing.height))
    scale = min(A3[0] / short, A3[1] / long, 1.0)
    texts = [*drawing.texts, *(text for panel in drawing.panels for text in panel.texts)]
    return scale * min(text.size for text in texts)


def panels(drawing: Drawing) -> dict[str, Panel]:
    """The cells by their id."""
    return {panel.id: panel for panel in drawing.panels}


def joined(panel: Panel) -> str:
    """All its text without spaces."""
    return "".join(text.text for text in panel.texts).replace(" ", "")
