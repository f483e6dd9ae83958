"""Who looks after a licence once it is given away."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import DOES
from powerlist.graph import PowerGraph
from powerlist.model.codes import Disposition, PowerType
from powerlist.model.duty import Duty
from powerlist.model.identity import squeezed
from powerlist.model.power import Power
from powerlist.practice import StageCatalogue, StageRole

_GIVEN_AWAY = (Disposition.TRANSFER, Disposition.DEVOLVE)


@dataclass(frozen=True, slots=True)
class Unwatched:
    """A licence that was given away, and the duties of supervision that are left, if any."""

    power: Power
    duties: tuple[Duty, ...]


def unwatched_licences(
    graph: PowerGraph, stages: StageCatalogue, neighbours: Iterable[PowerGraph] = ()
) -> Iterator[Unwatched]:
    """Licences transferred or devolved whose supervision afterwards is nobody's, here or with a neighbour."""
    given = [power for power in graph.powers if _given_away(power) and not _owned(graph, power, stages)]
    others = [other for other in neighbours if other.register.authority.name != graph.register.authority.name]
    for power in given:
        if not any(_owned_there(other, power, stages) for other in others):
            yield Unwatched(power, tuple(_supervision(graph, power, stages)))


def _given_away(power: Power) -> bool:
    return power.type is PowerType.LICENCE and power.disposition in _GIVEN_AWAY


def _owned_there(other: PowerGraph, power: Power, stages: StageCatalogue) -> bool:
    """Whether another authority has the power by the same name and supervises it."""
    name = squeezed(power.name)
    return any(squeezed(one.name) == name and _owned(other, one, stages) for one in other.powers)


def _supervision(graph: PowerGraph, power: Power, stages: StageCatalogue) -> list[Duty]:
    """The duties of a power in the stage after the close that its type requires."""
    required = stages.required.get(power.type, ()) if power.type else ()
    keys = {key for group in required for key in group if stages.role_of(key) is StageRole.FOLLOW_UP}
    return [duty for duty in graph.duties_of(power) if duty.stage in keys]


def _owned(graph: PowerGraph, power: Power, stages: StageCatalogue) -> bool:
    """Whether a duty of supervision is given to a post or a unit."""
    parts = [one for duty in _supervision(graph, power, stages) for one in graph.assignments_of(duty)]
    return any((one.post or one.unit) and one.raci in DOES for one in parts)
