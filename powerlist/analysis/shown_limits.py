"""The limits that walls, guides and web pages show, beside that of the list and beside each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.model.limits import TimeLimit
from powerlist.model.oversight import Publication
from powerlist.model.power import Power
from powerlist.model.process import Process


@dataclass(frozen=True, slots=True)
class Shown:
    """A publication with another limit than the list, or than an earlier publication (`other`)."""

    publication: Publication
    power: Power
    limit: TimeLimit
    other: Publication | None = None


def differing(scope: InForce) -> Iterator[Shown]:
    """Publications that stand today and show another limit; of a shared process any power's will do."""
    first: dict[str, Publication] = {}
    for one in scope.graph.register.publications:
        powers = _powers_of(scope, one) if one.limit and _stands(scope, one) else []
        limits = {p.id: limit for p in powers if (limit := p.promised_limit or p.statutory_limit)}
        if powers and limits and one.limit not in limits.values():
            power = next(power for power in powers if power.id in limits)
            yield Shown(one, power, limits[power.id])
        elif powers and not limits:
            other = first.setdefault(powers[0].id, one)
            if other.limit and other.limit != one.limit:
                yield Shown(one, powers[0], other.limit, other)


def _stands(scope: InForce, one: Publication) -> bool:
    begun = one.published_on is None or one.published_on <= scope.day
    return begun and (one.withdrawn_on is None or one.withdrawn_on > scope.day)


def _powers_of(scope: InForce, one: Publication) -> list[Power]:
    of = scope.graph.register.find(one.of)
    if isinstance(of, Process):
        return scope.powers_of(of)
    return [of] if isinstance(of, Power) and scope.holds(of) else []
