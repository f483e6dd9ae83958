"""The register in numbers: how many powers of which type, what is on nobody's desk, where the risks are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from powerlist.analysis.belonging import Belonging
from powerlist.analysis.promises import Promises, promises
from powerlist.graph import PowerGraph
from powerlist.model.codes import PowerType
from powerlist.model.duty import Duty
from powerlist.model.power import Power
from powerlist.model.risk import RiskPoint

Rank = int | None  # None: a risk without a rating
UnitId = str | None  # None: a thing of no unit


@dataclass(frozen=True)
class PowerLine:
    """One power in numbers. `rank` is that of its gravest risk, None where it has no rated one.

    `risks` counts its risk points by (unit, rank), as `Overview.risks` does for all.
    """

    power: Power
    duties: int
    unassigned: int
    processes: int
    risks: Mapping[tuple[UnitId, Rank], int]
    rank: Rank


@dataclass(frozen=True)
class Overview:
    """Counts over the powers that the bureau still runs; `lines` has every power, in list order."""

    lines: tuple[PowerLine, ...]
    types: Mapping[PowerType | None, int]
    running: int
    duties: int
    unassigned: int
    processes: int
    without_process: int
    risks: Mapping[tuple[UnitId, Rank], int]
    promises: Promises


def overview(graph: PowerGraph) -> Overview:
    """Count a register once."""
    belonging = Belonging(graph)
    lines = tuple(_line(belonging, power) for power in graph.powers)
    live = [line for line in lines if line.power.running]
    order = {type: place for place, type in enumerate(PowerType)}
    types = Counter(line.power.type for line in live)
    return Overview(
        lines=lines,
        types=dict(sorted(types.items(), key=lambda one: order[one[0]] if one[0] else len(order))),
        running=len(live),
        duties=sum(line.duties for line in live),
        unassigned=sum(line.unassigned for line in live),
        processes=len(graph.processes),
        without_process=sum(1 for line in live if not line.processes),
        risks=risks_by_unit(belonging, graph.risks),
        promises=promises(graph),
    )


def unassigned(graph: PowerGraph, duty: Duty) -> bool:
    """Whether no post performs a duty."""
    return not graph.posts_of(duty)


def risks_by_unit(belonging: Belonging, risks: Iterable[RiskPoint]) -> dict[tuple[UnitId, Rank], int]:
    """How many risk points of which rank each unit has; a risk of two units counts for both."""
    found: Counter[tuple[UnitId, Rank]] = Counter()
    for risk in risks:
        units = belonging.units_of(risk)
        found.update((unit.id, risk.rank) for unit in units)
        if not units:
            found[None, risk.rank] += 1
    return dict(found)


def _line(belonging: Belonging, power: Power) -> PowerLine:
    graph = belonging.graph
    duties, risks = graph.duties_of(power), graph.risks_of(power)
    return PowerLine(
        power=power,
        duties=len(duties),
        unassigned=sum(1 for duty in duties if unassigned(graph, duty)),
        processes=len(graph.processes_of(power)),
        risks=risks_by_unit(belonging, risks),
        rank=max((risk.rank for risk in risks if risk.rank), default=None),
    )
