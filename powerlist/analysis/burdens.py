"""What an applicant is made to pay, do and bring without a clause for it, and whom they are sent to."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.bases import sources
from powerlist.analysis.in_force import InForce
from powerlist.laws import LawIndex
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole, InstrumentKind, PowerType
from powerlist.model.entity import Entity
from powerlist.model.identity import squeezed
from powerlist.model.organisation import Unit
from powerlist.model.power import Power
from powerlist.model.process import Process, Step
from powerlist.practice.lawfulness import Lawfulness

# 行政许可法第五十八条：只有法律、行政法规可以准许对许可收费。
_CHARGES_A_LICENCE = (InstrumentKind.LAW, InstrumentKind.ADMIN_REGULATION)


def _charging(scope: InForce, power: Power) -> list[LegalBasis]:
    """The clauses on charges of a power and its sub-items; a levy is itself what its sources give."""
    if power.type is PowerType.LEVY:
        return sources(scope.graph, power)
    owners: list[Entity] = [power, *scope.graph.sub_items_of(power)]
    bases = (basis for owner in owners for basis in scope.graph.bases_of(owner))
    return [basis for basis in bases if basis.role is BasisRole.CHARGING]


def charged_without_ground(scope: InForce, laws: LawIndex) -> Iterator[tuple[Power, list[LegalBasis]]]:
    """Powers that charge without a clause, or licences by one that ranks too low; and those clauses."""
    for power in scope.powers:
        if power.fee and power.fee.charged:
            bases = _charging(scope, power)
            if not _allowed(power, bases, laws):
                yield power, bases


def _allowed(power: Power, bases: list[LegalBasis], laws: LawIndex) -> bool:
    if power.type is not PowerType.LICENCE:
        return bool(bases)
    kinds = [laws.kind_of(basis) for basis in bases]
    return any(kind is None or kind in _CHARGES_A_LICENCE for kind in kinds)


def burdens_without_ground(
    scope: InForce, words: Lawfulness, least_share: float
) -> Iterator[tuple[Process, Step]]:
    """Visible steps that burden an applicant and cite nothing, in a process whose steps mostly do.

    A step cites what it or a duty that it carries out cites.
    """
    for road in scope.roads:
        types = {power.type for power in scope.powers_of(road.process)}
        stages = {stage for type in types if type for stage in words.burdens.get(type, ())}
        added = [step for step in road.tasks if step.visible and step.stage in stages]
        bare = [step for step in added if not _grounded(scope, step)]
        if bare:
            cited = sum(_grounded(scope, step) for step in road.tasks)
            if cited >= least_share * len(road.tasks):
                yield from ((road.process, step) for step in bare)


def _grounded(scope: InForce, step: Step) -> bool:
    graph = scope.graph
    return bool(graph.bases_of(step)) or any(graph.bases_of(duty) for duty in graph.duties_done_in(step))


def documents_without_ground(scope: InForce) -> Iterator[tuple[Power, tuple[str, ...]]]:
    """Powers that cite a ground for some of the documents they ask for, and those that they do not."""
    for power in scope.powers:
        bare = tuple(one.name for one in power.documents if not squeezed(one.basis))
        if bare and len(bare) < len(power.documents):
            yield power, bare


@dataclass(frozen=True, slots=True)
class OwnAgency:
    """A step that sends people to an agency which is the authority itself or a unit of it."""

    step: Step
    unit: Unit | None


def own_agencies(scope: InForce) -> Iterator[OwnAgency]:
    """Steps whose agency is the authority's own, unless the step cites a clause for it."""
    register = scope.graph.register
    units = {
        squeezed(name): unit for unit in register.units for name in _names(unit, register.authority.name)
    }
    own = squeezed(register.authority.name)
    for road in scope.roads:
        for step in road.tasks:
            agency = squeezed(step.agency)
            if agency and (agency == own or agency in units) and not scope.graph.bases_of(step):
                yield OwnAgency(step, units.get(agency))


def _names(unit: Unit, authority: str) -> tuple[str, str]:
    return unit.name, f"{authority}{unit.name}"
