"""The promised limit shared out over the steps, by weight along the longest way."""

from collections.abc import Mapping, Sequence
from math import ceil

from powerlist.analysis.clock import Span, span_of
from powerlist.analysis.road import Road
from powerlist.graph import PowerGraph
from powerlist.model.codes import ItemType
from powerlist.model.limits import TimeLimit, TimeUnit
from powerlist.model.organisation import Authority
from powerlist.model.power import Power
from powerlist.model.process import Flow, Gateway, Process, Step
from powerlist.model.register import Register
from powerlist.practice import StageCatalogue

_WHOLE = (TimeUnit.WORKING_DAY, TimeUnit.CALENDAR_DAY, TimeUnit.HOUR, TimeUnit.MINUTE)
_HOUR = TimeLimit(value=1, unit=TimeUnit.HOUR).days
_DAY = TimeLimit(value=1)
_ENDLESS = TimeLimit(value=10, unit=TimeUnit.YEAR)  # 更长的“时限”不按环节分摊


def owed(powers: Sequence[Power], otherwise: TimeLimit | None) -> TimeLimit | None:
    """The strictest promise (else statutory limit) of the powers, else the usual one of the road."""
    limits = [limit for power in powers if (limit := _owed(power))]
    return min(limits, key=lambda limit: limit.days, default=otherwise)


def _owed(power: Power) -> TimeLimit | None:
    limit = power.promised_limit or power.statutory_limit
    at_once = power.item_type is ItemType.INSTANT
    return _DAY if limit and at_once and _DAY.exceeds(limit) else limit


class Timetable:
    """The steps of one drafted process, and how long it takes with given limits."""

    def __init__(
        self, process: Process, steps: Sequence[Step], gateways: Sequence[Gateway], flows: Sequence[Flow]
    ) -> None:
        self._process, self._steps = process, steps
        self._gateways, self._flows = tuple(gateways), tuple(flows)

    def shared_out(
        self, weights: Mapping[str, int], limit: TimeLimit, stages: StageCatalogue
    ) -> dict[str, TimeLimit]:
        """A limit for each weighed step, so that the longest way keeps within `limit`.

        Steps on the clock that have a limit of their own give way too.
        """
        unit = limit.unit if limit.unit in _WHOLE else TimeUnit.CALENDAR_DAY
        one = TimeLimit(value=1, unit=unit)
        shares = {**self._own(stages), **weights}
        longest = self._span({id: TimeLimit(value=w, unit=unit) for id, w in shares.items()}, stages)
        if not longest.days or limit.exceeds(_ENDLESS):
            return {}
        share = limit.days / (longest.days / one.days)
        made = {id: _rounded(weight * share, one) for id, weight in shares.items()}
        for id in sorted(shares, key=lambda id: -shares[id]):
            longer = {**made, id: TimeLimit(value=made[id].value + 1, unit=unit)}
            if made[id].unit is unit and made[id].value and self._fits(longer, limit, stages):
                made = longer
        return made

    def _own(self, stages: StageCatalogue) -> dict[str, int]:
        """Steps on the clock that have a limit of their own, by its length in days."""
        own = {step.id: step.limit for step in self._steps if step.limit}
        return {id: ceil(one.days) for id, one in own.items() if self._span({id: one}, stages).days}

    def _fits(self, limits: Mapping[str, TimeLimit], limit: TimeLimit, stages: StageCatalogue) -> bool:
        return not self._span(limits, stages).limit.exceeds(limit)

    def _span(self, limits: Mapping[str, TimeLimit], stages: StageCatalogue) -> Span:
        """How long the longest way takes where only these steps have limits."""
        steps = tuple(step.model_copy(update={"limit": limits.get(step.id)}) for step in self._steps)
        register = Register(
            authority=Authority(id="-", name="-"),
            processes=(self._process,),
            steps=steps,
            gateways=self._gateways,
            flows=self._flows,
        )
        return span_of(Road.of(PowerGraph(register), self._process), stages)


def _rounded(days: float, one: TimeLimit) -> TimeLimit:
    """Whole units, else half a working day, else whole office hours, else on the spot."""
    whole = int(days / one.days + 1e-9)
    if whole:
        return TimeLimit(value=whole, unit=one.unit)
    if days + 1e-9 >= _DAY.days / 2:
        return TimeLimit(value=0.5)
    return TimeLimit(value=int(days / _HOUR + 1e-9), unit=TimeUnit.HOUR)
