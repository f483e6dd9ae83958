"""Look at a register as a graph, and at the practice of the place."""

from datetime import date

from powerlist.analysis.belonging import Belonging
from powerlist.graph import PowerGraph
from powerlist.model.register import Register
from powerlist.practice import Practice, load


def graph_of(register: Register) -> PowerGraph:
    """The register as a graph that speaks the trade."""
    return PowerGraph(register)


def belonging_of(graph: PowerGraph) -> Belonging:
    """Whose a thing is: its powers, its units, its box on a chart."""
    return Belonging(graph)


def practice() -> Practice:
    """How this place does it: stages, schemes, headings."""
    return load()


def today() -> date:
    """The day that checks are made for where nobody says another."""
    return date.today()
