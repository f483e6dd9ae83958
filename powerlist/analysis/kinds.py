"""Whether the stages of a power go with its type."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.model.duty import Duty
from powerlist.model.power import Power
from powerlist.practice import Listing


@dataclass(frozen=True, slots=True)
class Misfit:
    """A power whose duties have stages that do not go with its type, and those duties."""

    power: Power
    stages: tuple[str, ...]
    duties: tuple[Duty, ...]


def misfits(scope: InForce, listing: Listing) -> Iterator[Misfit]:
    """Powers whose duties read like another type's."""
    for power in scope.powers:
        unlike = listing.unlike.get(power.type) if power.type else None
        duties = scope.graph.duties_of(power) if unlike else ()
        stages = unlike.told_by({duty.stage for duty in duties if duty.stage}) if unlike else ()
        if stages:
            yield Misfit(power, stages, tuple(duty for duty in duties if duty.stage in stages))
