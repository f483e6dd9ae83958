"""Powers beside the staffing decree (三定): duties without a power, powers without a duty."""

from collections.abc import Iterator

from powerlist.analysis.in_force import InForce
from powerlist.model.codes import PowerType
from powerlist.model.organisation import Mandate
from powerlist.model.power import Power

_NOT_MANDATED = (PowerType.PUBLIC_SERVICE, PowerType.INTERNAL)


def idle_mandates(scope: InForce) -> Iterator[Mandate]:
    """Duties of the decree that no power in force carries out."""
    running = {power.id for power in scope.powers}
    for mandate in scope.graph.register.mandates:
        if running.isdisjoint(mandate.powers):
            yield mandate


def powers_without_mandate(scope: InForce) -> list[Power]:
    """Powers that no duty of the decree covers; services and internal powers need none."""
    covered = {id for mandate in scope.graph.register.mandates for id in mandate.powers}
    return [p for p in scope.powers if p.type not in _NOT_MANDATED and p.id not in covered]
