"""The limits that the cited clauses name, beside the limits of the list; and what their days are."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.laws import LawIndex
from powerlist.laws.comparison import periods_in
from powerlist.laws.titles import key_of
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole
from powerlist.model.limits import TimeLimit, TimeUnit
from powerlist.model.power import Power
from powerlist.practice import Procedures

_MONTHS = {TimeUnit.YEAR: 12, TimeUnit.MONTH: 1}
_DAYS = (TimeUnit.WORKING_DAY, TimeUnit.CALENDAR_DAY)


@dataclass(frozen=True, slots=True)
class LimitBasis:
    """A power with a statutory limit, a clause cited for it, and the periods that can be read there."""

    power: Power
    limit: TimeLimit
    basis: LegalBasis
    named: tuple[TimeLimit, ...]


def limit_bases(scope: InForce, laws: LawIndex) -> Iterator[list[LimitBasis]]:
    """For each power with a statutory limit the clauses cited for it, by full text or else by quotation."""
    for power in scope.powers:
        limit = power.statutory_limit
        cited = [b for b in scope.graph.bases_of(power) if b.role is BasisRole.LIMIT] if limit else []
        if limit and cited:
            yield [LimitBasis(power, limit, basis, _named(basis, laws)) for basis in cited]


def _named(basis: LegalBasis, laws: LawIndex) -> tuple[TimeLimit, ...]:
    return laws.limits_of(basis) or periods_in(basis.quote)


def unnamed_limit(found: list[LimitBasis], procedures: Procedures) -> LimitBasis | None:
    """The first clause that names periods, where neither it nor another one names the limit of the list."""
    read = [one for one in found if one.named]
    if any(_same(one, named, procedures) for one in read for named in one.named):
        return None
    return next(iter(read), None)


def _same(one: LimitBasis, named: TimeLimit, procedures: Procedures) -> bool:
    if named.unit is TimeUnit.CALENDAR_DAY and are_working_days(one.basis, named, procedures):
        named = TimeLimit(value=named.value, unit=TimeUnit.WORKING_DAY)
    return _measured(named) == _measured(one.limit)


def _measured(limit: TimeLimit) -> tuple[float, TimeUnit]:
    months = _MONTHS.get(limit.unit)
    return (limit.value * months, TimeUnit.MONTH) if months else (limit.value, limit.unit)


def are_working_days(basis: LegalBasis, limit: TimeLimit, procedures: Procedures) -> bool:
    """Whether so many “days” of an instrument are working days."""
    return limit.value <= procedures.working_days_up_to.get(key_of(basis.instrument), 0)


def wrong_unit(found: list[LimitBasis], procedures: Procedures) -> tuple[LimitBasis, TimeUnit] | None:
    """A limit in the wrong kind of days by every instrument cited for it, and the right kind.

    Only instruments whose kind of days is known are asked.
    """
    known = [one for one in found if key_of(one.basis.instrument) in procedures.working_days_up_to]
    if not known or len(known) < len(found) or known[0].limit.unit not in _DAYS:
        return None
    working = {are_working_days(one.basis, one.limit, procedures) for one in known}
    if len(working) > 1:
        return None
    right = TimeUnit.WORKING_DAY if working.pop() else TimeUnit.CALENDAR_DAY
    return None if known[0].limit.unit is right else (known[0], right)
