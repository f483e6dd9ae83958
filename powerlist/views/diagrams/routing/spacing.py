"""How much room lines, boxes and labels are given. Points."""

from dataclasses import dataclass

from powerlist.views.diagrams.sizing import LABEL_SIZE
from powerlist.views.diagrams.text_size import LINE_HEIGHT, text_width

EDGE = 10.0
LABEL_HEIGHT = LABEL_SIZE * LINE_HEIGHT
PORT_APART = 16.0


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distances that a sheet is laid out with."""

    track: float = 9.0
    gap: float = 15.0  # between rows without a track: an arrow with its tip
    head: float = 12.0  # from the last track to a box: a bend and a tip
    aside: float = 7.0  # from a box or a lane's border to the first track


EASY = Spacing()
TIGHT = Spacing(track=8.0, gap=13.5, head=11.0, aside=5.5)


def label_width(text: str) -> float:
    """Points that the label of an arrow takes."""
    return text_width(text, LABEL_SIZE)
