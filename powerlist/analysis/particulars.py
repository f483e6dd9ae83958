"""Which particulars a power or a step does not state, where the list states them at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road
from powerlist.model.codes import Named, PowerType
from powerlist.model.power import Power
from powerlist.model.process import Step

# 依申请办理的，才有办事指南；结果文书只要求给出结论的三类。
_APPLIED_FOR = (
    *(PowerType.LICENCE, PowerType.PAYMENT, PowerType.CONFIRMATION, PowerType.REWARD),
    *(PowerType.ADJUDICATION, PowerType.PUBLIC_SERVICE),
)
_WITH_PAPER = (PowerType.LICENCE, PowerType.CONFIRMATION, PowerType.ADJUDICATION)


class Particular(Named):
    """What a power states about itself."""

    CODE = "code", "编码", "Code"
    TYPE = "type", "职权类型", "Type"
    UNITS = "units", "承办机构", "Handling unit"
    LOCATION = "location", "办理地点", "Place"
    PHONE = "contact_phones", "咨询电话", "Phone"
    DOCUMENTS = "documents", "申请材料", "Documents"
    OUTPUT = "output", "办理结果", "Result"
    KINDS = "penalties", "处罚种类", "Kinds of penalty"
    DISCRETION = "discretion_rule", "裁量基准", "Rule of discretion"

    def stated_by(self, power: Power) -> bool:
        """Whether a power states it."""
        return bool(getattr(power, self.value))


HEAD = (Particular.CODE, Particular.TYPE, Particular.UNITS)
GUIDE = (Particular.LOCATION, Particular.PHONE, Particular.DOCUMENTS, Particular.OUTPUT)
PENALTY = (Particular.KINDS, Particular.DISCRETION)

Owed = Callable[[Power, Particular], bool]


def owed_in_guide(power: Power, particular: Particular) -> bool:
    """Whether the guide of a power must state it."""
    return power.type in (_WITH_PAPER if particular is Particular.OUTPUT else _APPLIED_FOR)


def owed_by_penalty(power: Power, particular: Particular) -> bool:
    """Whether it is a penalty's to state."""
    return power.type is PowerType.PENALTY


def owed_by_all(power: Power, particular: Particular) -> bool:
    """Codes and types are owed by outward powers, units by all; internal powers carry no public code."""
    return power.type is not PowerType.INTERNAL or particular is Particular.UNITS


@dataclass(frozen=True)
class Statements:
    """What a list states of some particulars, and what its powers leave out."""

    scope: InForce
    particulars: tuple[Particular, ...]
    owed: Owed
    most: int  # what more powers than this leave out is told once

    @property
    def nowhere(self) -> list[Particular]:
        """The particulars that no power of the list states, though some should."""
        return [one for one in self.particulars if self._owing(one) and not self._stated(one)]

    @cached_property
    def often(self) -> dict[Particular, tuple[Power, ...]]:
        """The particulars that many powers leave out though some state them, with those powers."""
        found = {one: self._without(one) for one in self.particulars if self._stated(one)}
        return {one: powers for one, powers in found.items() if len(powers) > self.most}

    def gaps(self) -> Iterator[tuple[Power, tuple[Particular, ...]]]:
        """Each power with what it leaves out of what others state, less what many leave out."""
        known = [one for one in self.particulars if self._stated(one) and one not in self.often]
        for power in self.scope.powers:
            lacks = tuple(one for one in known if self.owed(power, one) and not one.stated_by(power))
            if lacks:
                yield power, lacks

    def _without(self, particular: Particular) -> tuple[Power, ...]:
        owing = (power for power in self.scope.powers if self.owed(power, particular))
        return tuple(power for power in owing if not particular.stated_by(power))

    def _owing(self, particular: Particular) -> bool:
        return any(self.owed(power, particular) for power in self.scope.powers)

    def _stated(self, particular: Particular) -> bool:
        return any(particular.stated_by(power) for power in self.scope.graph.powers)


class StepPart(Named):
    """What a step states about itself."""

    POST = "post", "办理岗位", "Post"
    LIMIT = "limit", "办理时限", "Time limit"
    POINTS = "points", "办理要点", "Points of attention"

    def stated_by(self, step: Step) -> bool:
        """Whether a step states it; work of an agency needs no post."""
        return bool(getattr(step, self.value)) or (self is StepPart.POST and bool(step.agency))


def bare_steps(scope: InForce) -> Iterator[tuple[Road, StepPart, tuple[Step, ...]]]:
    """Processes whose steps leave out a part that other processes state, with those steps.

    Limits are missed only where the whole process has none: steps outside the clock need none.
    """
    stated = {part for part in StepPart for road in scope.roads if _any(road, part)}
    for road in scope.roads:
        for part in StepPart:
            bare = tuple(step for step in road.tasks if not part.stated_by(step))
            partly = part is StepPart.LIMIT and len(bare) < len(road.tasks)
            if bare and part in stated and not partly:
                yield road, part, bare


def unstated_parts(scope: InForce) -> list[StepPart]:
    """The parts that no step of any process states."""
    tasks = any(road.tasks for road in scope.roads)
    return [part for part in StepPart if tasks and not any(_any(road, part) for road in scope.roads)]


def _any(road: Road, part: StepPart) -> bool:
    return any(part.stated_by(step) for step in road.tasks)
