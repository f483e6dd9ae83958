"""Powers of one name on the lists of several authorities, and in what they differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.analysis.neighbours import Neighbours
from powerlist.graph import PowerGraph
from powerlist.i18n import Text, plain
from powerlist.laws.titles import key_of
from powerlist.model.codes import BasisRole, Named, PowerType
from powerlist.model.identity import squeezed
from powerlist.model.power import Power

_SOURCES = (BasisRole.ESTABLISHING, BasisRole.GOVERNING)
_NO_POWERS = (PowerType.PUBLIC_SERVICE, PowerType.INTERNAL)


class Difference(Named):
    """In what two powers of one name differ."""

    TYPE = "type", "职权类型", "Type"
    BASES = "bases", "设定依据", "Basis"
    LEVEL = "level", "行使层级", "Level"


@dataclass(frozen=True, slots=True)
class Namesake:
    """A power, the power of another authority that has its name, and in what they differ.

    `said` are what each of the two lists says there, as words: (mine, theirs) a difference.
    """

    power: Power
    authority: str
    other: Power
    differences: tuple[Difference, ...]
    said: tuple[tuple[Text, Text], ...] = ()


def differing_namesakes(scope: InForce, neighbours: Neighbours) -> Iterator[Namesake]:
    """For each power, the first of its name beside that has another type, other bases or another level."""
    own = scope.graph.register.authority.name
    for power in scope.powers:
        if power.type in _NO_POWERS:
            continue
        for graph, other in neighbours.namesakes.get(squeezed(power.name), ()):
            authority = graph.register.authority.name
            found = _differences(scope.graph, power, graph, other) if authority != own else ()
            if found:
                said = tuple(_said(one, scope.graph, power, graph, other) for one in found)
                yield Namesake(power, authority, other, found, said)
                break


def _differences(mine: PowerGraph, power: Power, theirs: PowerGraph, other: Power) -> tuple[Difference, ...]:
    found = []
    if power.type and other.type and power.type is not other.type:
        found.append(Difference.TYPE)
    ours, beside = _instruments(mine, power), _instruments(theirs, other)
    if ours and beside and ours.isdisjoint(beside):
        found.append(Difference.BASES)
    divided = power.exercise_scope.strip() or other.exercise_scope.strip()
    levels = {power.exercise_level, other.exercise_level} - {None}
    if len(levels) > 1 and not divided:
        found.append(Difference.LEVEL)
    return tuple(found)


def _said(
    one: Difference, mine: PowerGraph, power: Power, theirs: PowerGraph, other: Power
) -> tuple[Text, Text]:
    if one is Difference.BASES:
        return _first_title(mine, power), _first_title(theirs, other)
    name = "type" if one is Difference.TYPE else "exercise_level"
    return getattr(power, name).text, getattr(other, name).text


def _first_title(graph: PowerGraph, power: Power) -> Text:
    bases = (basis for owner in (power, *graph.sub_items_of(power)) for basis in graph.bases_of(owner))
    title = next(f"《{basis.instrument.strip('《》')}》" for basis in bases if basis.role in _SOURCES)
    return plain(title)


def _instruments(graph: PowerGraph, power: Power) -> set[str]:
    """The instruments that a power and its sub-items rest on."""
    owners = (power, *graph.sub_items_of(power))
    bases = (basis for owner in owners for basis in graph.bases_of(owner))
    return {key_of(basis.instrument) for basis in bases if basis.role in _SOURCES}
