"""What the public is shown of a power, and what the wall must say of it."""

from collections import Counter
from datetime import date
from functools import cached_property

from powerlist.analysis.disclosing import working_days_after
from powerlist.analysis.in_force import InForce
from powerlist.model.codes import BasisRole, ItemType, Named, PowerType
from powerlist.model.entity import Entity
from powerlist.model.oversight import Publication
from powerlist.model.power import Power
from powerlist.model.register import Register
from powerlist.workdays import WorkCalendar

_WITH_FEE = (
    PowerType.LICENCE,
    PowerType.LEVY,
    PowerType.PAYMENT,
    PowerType.CONFIRMATION,
    PowerType.REWARD,
    PowerType.ADJUDICATION,
    PowerType.OTHER,
    PowerType.PUBLIC_SERVICE,
)
_WITH_LIMIT = (
    PowerType.LICENCE,
    PowerType.PAYMENT,
    PowerType.CONFIRMATION,
    PowerType.REWARD,
    PowerType.ADJUDICATION,
)


class Part(Named):
    """What the wall says of a power besides its procedure and its basis."""

    FEE = "fee", "收费标准", "Charges"
    LIMIT = "limit", "办结时限", "Time limit"
    PHONE = "phone", "监督电话", "Oversight phone"


class Publicity:
    """What of a register is published on a day."""

    def __init__(self, scope: InForce) -> None:
        self.scope = scope
        self._publications: dict[str, list[Publication]] = {}
        for one in scope.graph.register.publications:
            if _shown(one, scope.day):
                self._publications.setdefault(one.of, []).append(one)
        self._phones = _covered_by_phones(scope.graph.register)

    def published(self, power: Power) -> bool:
        """Whether the power, a part, a process or a unit of it, or the whole list is shown."""
        return any(one.id in self._publications for one in self._places(power))

    def _places(self, power: Power) -> list[Entity]:
        """Everything whose publication shows the power too."""
        return [*self._around(power), *self.scope.graph.sub_items_of(power)]

    def young(self, power: Power, calendar: WorkCalendar, days: float) -> bool:
        """Whether the time to publish it, so many working days, is still running."""
        start = power.valid_from
        return start is not None and self.scope.day <= working_days_after(calendar, start, days)

    def not_shown_anew(self, power: Power, calendar: WorkCalendar, days: float) -> date | None:
        """The day of the latest publication, where so many working days have gone since a later change.

        None where that is not known, and where a publication holds on to its content: that tells it better.
        """
        changed = power.changed_on
        shown = [one for place in self._places(power) for one in self._publications.get(place.id, ())]
        kept = [one.published_on for one in shown if one.published_on]
        if changed is None or not kept or len(kept) < len(shown) or any(one.fingerprint for one in shown):
            return None
        late = self.scope.day > working_days_after(calendar, changed, days)
        return max(kept) if late and max(kept) < changed else None

    @cached_property
    def nowhere(self) -> dict[Part, int]:
        """The parts that none of several powers says, with their number."""
        powers = self.scope.powers
        owed = Counter(part for power in powers for part in self.owed(power))
        lacking = Counter(part for power in powers for part in self.lacks(power))
        return {part: owed[part] for part in Part if 1 < owed[part] == lacking[part]}

    def owed(self, power: Power) -> list[Part]:
        """What must be said of a power of its type."""
        if power.type is PowerType.INTERNAL:
            return []
        fee = [Part.FEE] if power.type in _WITH_FEE else []
        limit = [Part.LIMIT] if power.type in _WITH_LIMIT else []
        return [*fee, *limit, Part.PHONE]

    def lacks(self, power: Power) -> list[Part]:
        """What must be said and is not."""
        said = {
            Part.FEE: self.has_fee(power),
            Part.LIMIT: has_limit(power),
            Part.PHONE: self.has_phone(power),
        }
        return [part for part in self.owed(power) if not said[part]]

    def has_phone(self, power: Power) -> bool:
        """Whether people are told whom to call: by the power, or by the oversight over it."""
        return bool(power.oversight_phones) or any(one.id in self._phones for one in self._around(power))

    def has_fee(self, power: Power) -> bool:
        """Whether it is said that something or nothing is charged; a clause on charges says so too."""
        bases = self.scope.graph.bases_of(power)
        return power.fee is not None or any(basis.role is BasisRole.CHARGING for basis in bases)

    def _around(self, power: Power) -> list[Entity]:
        graph = self.scope.graph
        roads = (road.process for road in self.scope.roads_of(power))
        return [power, graph.register.authority, *graph.units_of_power(power), *roads]


def has_limit(power: Power) -> bool:
    """Whether it is said how long it takes; an item done at once says it by its type."""
    return bool(power.statutory_limit or power.promised_limit) or power.item_type is ItemType.INSTANT


def _shown(one: Publication, day: date) -> bool:
    begun = one.published_on is None or one.published_on <= day
    return begun and (one.withdrawn_on is None or day < one.withdrawn_on)


def _covered_by_phones(register: Register) -> set[str]:
    """The ids of what an oversight with a phone covers; one that names nothing covers the authority."""
    watching = [one for one in register.oversights if one.phone]
    return {id for one in watching for id in (one.covers or (register.authority.id,))}
