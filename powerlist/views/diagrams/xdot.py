"""Strokes and words as Graphviz's xdot operations, for the attribute `_background`."""

import re
from collections.abc import Iterable, Iterator

from powerlist.views import theme
from powerlist.views.diagrams.drawing import Point
from powerlist.views.diagrams.fonts import FAMILY
from powerlist.views.diagrams.groups import Scene
from powerlist.views.diagrams.outlines import Stroke
from powerlist.views.diagrams.words import Word

_JOIN = " \\\n"  # DOT forgets a backslash before a line break; one string without a break may have 16 KB only
_NONE = "#ffffff00"
_LIFT = 0.05  # Graphviz sets such text so much (of its size) too high
_BACKSLASHES = re.compile(r"\\+")
_OPERATIONS = {("polygon", True): "P", ("polygon", False): "p", ("curve", True): "b", ("curve", False): "B"}


def background(scene: Scene) -> str:
    """Every stroke and word of a scene, in order, after a sheet of paper of the same size."""
    pen = _Pen(scene.height)
    corners = ((0, 0), (scene.width, 0), (scene.width, scene.height), (0, scene.height))
    paper = Stroke("polygon", tuple(Point(x, y) for x, y in corners), fill=theme.PAPER)
    return _JOIN.join(pen.operations((paper, *scene.inks())))


class _Pen:
    """Remembers colours and widths, so that only changes are said."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.state: dict[str, str] = {}

    def operations(self, inks: Iterable[Stroke | Word]) -> Iterator[str]:
        for ink in inks:
            yield from self._word(ink) if isinstance(ink, Word) else self._stroke(ink)

    def _word(self, word: Word) -> Iterator[str]:
        yield from self._set("c", word.colour)
        if self.state.get("F") != f"{word.size:.2f}":
            self.state["F"] = f"{word.size:.2f}"
            yield f"F {word.size:.2f} {_counted(FAMILY)}"
        y = self.height - word.baseline - _LIFT * word.size
        yield f"T {word.at.x:.2f} {y:.2f} {word.align} {word.width:.2f} {_counted(word.text)}"

    def _stroke(self, stroke: Stroke) -> Iterator[str]:
        yield from self._set("c", stroke.pen or _NONE)
        if stroke.pen:
            yield from self._set("S", f"setlinewidth({stroke.width:g})")
        if stroke.fill:
            yield from self._set("C", stroke.fill)
        operation = _OPERATIONS.get((stroke.kind, bool(stroke.fill)), "L")
        points = " ".join(f"{p.x:.2f} {self.height - p.y:.2f}" for p in stroke.points)
        yield f"{operation} {len(stroke.points)} {points}"

    def _set(self, letter: str, value: str) -> Iterator[str]:
        if self.state.get(letter) != value:
            self.state[letter] = value
            yield f"{letter} {_counted(value)}"


def _counted(text: str) -> str:
    """Text led by its number of bytes, as xdot's reader counts: the first `\\` of a run for nothing.

    So one at the end wants a space behind it. DOT has no way to say a backslash before a straight quote,
    which is curled then.
    """
    text = text.replace('\\"', "\\”")
    text += " " if text.endswith("\\") else ""
    uncounted = len(_BACKSLASHES.findall(text))
    return f"{len(text.encode()) - uncounted} -{text}"
