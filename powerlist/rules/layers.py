"""Layers of a register: where one is wholly absent, that is one finding and not a thousand."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from powerlist.analysis.in_force import InForce
from powerlist.i18n import Text
from powerlist.model.codes import Raci
from powerlist.model.register import Register


class Layer(StrEnum):
    """What a list may not hold at all."""

    DUTIES = "duties"
    DUTY_STAGES = "duty_stages"
    ACCOUNTABILITY = "accountability"
    BASES = "bases"
    ASSIGNMENTS = "assignments"
    ANSWERABLE = "answerable"
    FLOWS = "flows"
    STEP_STAGES = "step_stages"
    HANDLERS = "handlers"
    LINKS = "links"
    LIMITS = "limits"
    RISKS = "risks"
    OWNERS = "owners"
    SUPERVISORS = "supervisors"

    @property
    def text(self) -> Text:
        """What people call it."""
        return _LAYERS[self].text

    @property
    def why(self) -> Text:
        """Why a rule that needs it says nothing."""
        return Text(
            f"清单里没有{self.text.zh}，无法检查。", f"the list has no {self.text.en}: nothing to check."
        )

    def present_in(self, register: Register) -> bool:
        """Whether the register has any of it."""
        return _LAYERS[self].present(register)

    def owed_by(self, scope: InForce) -> int:
        """How many things would have it."""
        return _LAYERS[self].owed(scope)


@dataclass(frozen=True, slots=True)
class _Facts:
    """A layer's name, whether a register has it, and how many things of the register should."""

    text: Text
    present: Callable[[Register], bool]
    owed: Callable[[InForce], int]


def _powers(scope: InForce) -> int:
    return len(scope.powers)


def _duties(scope: InForce) -> int:
    return len(scope.duties)


def _tasks(scope: InForce) -> int:
    return sum(len(road.tasks) for road in scope.roads)


_LAYERS = {
    Layer.DUTIES: _Facts(Text("责任事项", "duties"), lambda r: bool(r.duties), _powers),
    Layer.DUTY_STAGES: _Facts(
        Text("责任事项的环节", "stages of duties"), lambda r: any(duty.stage for duty in r.duties), _duties
    ),
    Layer.ACCOUNTABILITY: _Facts(
        Text("追责情形", "grounds of accountability"), lambda r: bool(r.grounds), _powers
    ),
    Layer.BASES: _Facts(Text("依据", "legal bases"), lambda r: bool(r.bases), _powers),
    Layer.ASSIGNMENTS: _Facts(
        Text("落实到岗位的责任", "duties assigned to posts"),
        lambda r: any(one.post for one in r.assignments),
        _duties,
    ),
    Layer.ANSWERABLE: _Facts(
        Text("“负责”（A）岗位", "posts marked as accountable (A)"),
        lambda r: any(one.raci is Raci.ACCOUNTABLE for one in r.assignments),
        _duties,
    ),
    Layer.FLOWS: _Facts(Text("流程", "processes"), lambda r: bool(r.steps), _powers),
    Layer.STEP_STAGES: _Facts(
        Text("流程环节的阶段", "stages of steps"), lambda r: any(step.stage for step in r.steps), _tasks
    ),
    Layer.HANDLERS: _Facts(
        Text("流程环节的办理岗位", "posts at the steps"), lambda r: any(step.post for step in r.steps), _tasks
    ),
    Layer.LINKS: _Facts(
        Text("环节与责任事项的对应", "links between steps and duties"),
        lambda r: any(step.duties for step in r.steps),
        _duties,
    ),
    Layer.LIMITS: _Facts(
        Text("环节时限", "limits of steps"), lambda r: any(step.limit for step in r.steps), _tasks
    ),
    Layer.RISKS: _Facts(Text("风险点", "risk points"), lambda r: bool(r.risks), _powers),
    Layer.OWNERS: _Facts(
        Text("防控责任岗位", "owners of controls"),
        lambda r: any(control.owner for control in r.controls),
        lambda scope: len(scope.controls),
    ),
    Layer.SUPERVISORS: _Facts(
        Text("监督责任岗位", "posts that supervise risks"),
        lambda r: any(one.supervisor for one in r.risks) or any(one.supervisor for one in r.controls),
        lambda scope: len(scope.risks),
    ),
}
