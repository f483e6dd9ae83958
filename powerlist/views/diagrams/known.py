"""Placements and ways found a moment ago: charts that differ in their words alone share them."""

from dataclasses import dataclass, field
from functools import lru_cache

from powerlist.views.diagrams.placement.flow import Flow
from powerlist.views.diagrams.placement.grid import Grid
from powerlist.views.diagrams.placement.search import place
from powerlist.views.diagrams.placement.temper import Temper
from powerlist.views.diagrams.routing.lattice import Lattice, lattice_of
from powerlist.views.diagrams.routing.traffic import Cell
from powerlist.views.diagrams.routing.ways import route

_KEPT = 64  # of about twenty charts
_Bones = tuple[object, ...]
Ways = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A flow, equal to every other with the same lanes, shapes and links, whatever is written on it."""

    bones: _Bones
    flow: Flow = field(compare=False)


def skeleton_of(flow: Flow) -> Skeleton:
    """What placing and routing look at."""
    links = tuple((link.source, link.target, link.back, link.arrow.favourable) for link in flow.links)
    return Skeleton((flow.lanes, tuple(shape.value for shape in flow.shapes), links), flow)


@lru_cache(maxsize=_KEPT)
def grid_of(skeleton: Skeleton, lanes: int, temper: Temper) -> Grid:
    """Where the boxes stand."""
    return place(skeleton.flow, lanes, temper)


@lru_cache(maxsize=_KEPT)
def routed(skeleton: Skeleton, grid: Grid) -> tuple[Lattice, Ways]:
    """How the arrows run: the lattice, and the corners of every link."""
    lattice = lattice_of(grid)
    return lattice, route(skeleton.flow, lattice)
