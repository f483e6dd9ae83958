"""Powers in other hands: on what paper and clause, until when, and whether that power may be given at all."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.model.codes import BodyKind, DelegationKind, PowerType
from powerlist.model.identity import squeezed
from powerlist.model.power import Delegation, Power
from powerlist.practice import Procedures

PAPER, BASIS, OVER, CHAIN, COMPULSION, LICENCE, PENALTY = (
    "paper",
    "basis",
    "over",
    "chain",
    "compulsion",
    "licence",
    "penalty",
)


@dataclass(frozen=True, slots=True)
class Misgiven:
    """A delegation with one fault; `before` is the one by which its giver got the power."""

    delegation: Delegation
    fault: str
    before: Delegation | None = None


def misgiven(scope: InForce, procedures: Procedures) -> Iterator[Misgiven]:
    """Every fault of every delegation of a power in force; those to come are left out."""
    powers = {power.id: power for power in scope.powers}
    all_of: dict[str, list[Delegation]] = {}
    for one in scope.graph.register.delegations:
        if one.power in powers and (one.valid_from is None or one.valid_from <= scope.day):
            all_of.setdefault(one.power, []).append(one)
    for id, given in all_of.items():
        for one in given:
            yield from _faults(scope, powers[id], one, given, procedures)


def _faults(
    scope: InForce, power: Power, one: Delegation, given: list[Delegation], procedures: Procedures
) -> Iterator[Misgiven]:
    if one.is_over(scope.day):
        if not any(_same(one.taker, other.taker) and other.holds_on(scope.day) for other in given):
            yield Misgiven(one, OVER)
        return
    entrusted = one.delegation_kind is DelegationKind.ENTRUSTMENT
    if entrusted and not squeezed(one.document_no):
        yield Misgiven(one, PAPER)
    if not scope.graph.bases_of(one):
        yield Misgiven(one, BASIS)
    if before := _entrusted_to(one.giver, given, scope):
        yield Misgiven(one, CHAIN, before)
    if entrusted and (fault := _unfit(power, one, procedures)):
        yield Misgiven(one, fault)


def _entrusted_to(giver: str, given: list[Delegation], scope: InForce) -> Delegation | None:
    """The entrustment by which the giver itself got the power."""
    taken = (other for other in given if giver and _same(other.taker, giver) and other.holds_on(scope.day))
    return next((one for one in taken if one.delegation_kind is DelegationKind.ENTRUSTMENT), None)


def _unfit(power: Power, one: Delegation, procedures: Procedures) -> str:
    """Why this power may not be entrusted, or not to this body."""
    kind = one.taker_kind
    if power.type is PowerType.COMPULSION and not procedures.says("enforcement", power.name):
        return COMPULSION
    if power.type is PowerType.LICENCE and kind not in (None, BodyKind.ORGAN):
        return LICENCE
    return PENALTY if power.type is PowerType.PENALTY and kind is BodyKind.OTHER else ""


def _same(one: str, other: str) -> bool:
    return squeezed(one) == squeezed(other)
