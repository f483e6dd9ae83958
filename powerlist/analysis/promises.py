"""How far promised limits go below the limits of the law."""

from dataclasses import dataclass

from powerlist.graph import PowerGraph


@dataclass(frozen=True)
class Promises:
    """`ratio` is the mean of promised over statutory limit, one value a power; None where no power has both.

    Method: both limits in calendar days (five working days a week, a month of 30 days), the quotient a power,
    the arithmetic mean of the quotients. `counted` powers have both limits, `longer` of them promise more
    than the law allows; `without` have a statutory limit and no promise.
    """

    ratio: float | None
    counted: int
    longer: int
    without: int


def promises(graph: PowerGraph) -> Promises:
    """Over the powers that the bureau still runs and that have a statutory limit above zero."""
    shares, longer, without = [], 0, 0
    for power in graph.running_powers:
        law, promise = power.statutory_limit, power.promised_limit
        if law is None or not law.days:
            continue
        if promise is None:
            without += 1
            continue
        shares.append(promise.days / law.days)
        longer += promise.exceeds(law)
    ratio = sum(shares) / len(shares) if shares else None
    return Promises(ratio=ratio, counted=len(shares), longer=longer, without=without)
