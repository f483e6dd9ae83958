"""The sheets of a whole bureau: each of its faces as one finished drawing."""

from enum import StrEnum

from powerlist.graph import PowerGraph
from powerlist.i18n import Lang
from powerlist.practice import Practice
from powerlist.views.diagrams.drawing import Drawing
from powerlist.views.heat_map import heat_drawing
from powerlist.views.responsibility_map import responsibility_drawing


class BureauView(StrEnum):
    """The faces of a bureau: who answers for what, and where its risks are."""

    MAP = "map"
    HEAT = "heat"


_DRAWN = {BureauView.MAP: responsibility_drawing, BureauView.HEAT: heat_drawing}


def bureau_drawing(graph: PowerGraph, view: BureauView, practice: Practice, lang: Lang) -> Drawing:
    """One face of the bureau."""
    return _DRAWN[view](graph, practice, lang)
