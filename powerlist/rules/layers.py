"""Layers of a register: where one is wholly absent, that is one finding and not a thousand."""

from enum import StrEnum

from powerlist.graph import PowerGraph
from powerlist.i18n import Text


class Layer(StrEnum):
    """What a list may not hold at all."""

    DUTIES = "duties"
    ACCOUNTABILITY = "accountability"
    BASES = "bases"
    ASSIGNMENTS = "assignments"
    FLOWS = "flows"
    RISKS = "risks"
    LIMITS = "limits"

    @property
    def text(self) -> Text:
        """What people call it."""
        return _NAMES[self]

    def present_in(self, graph: PowerGraph) -> bool:
        """Whether the register has any of it."""
        register = graph.register
        if self is Layer.ASSIGNMENTS:
            return any(assignment.post for assignment in register.assignments)
        if self is Layer.LIMITS:
            return any(step.limit for step in register.steps)
        tables = {
            Layer.DUTIES: register.duties,
            Layer.ACCOUNTABILITY: register.grounds,
            Layer.BASES: register.bases,
            Layer.FLOWS: register.flows,
            Layer.RISKS: register.risks,
        }
        return bool(tables[self])


_NAMES = {
    Layer.DUTIES: Text("责任事项", "duties"),
    Layer.ACCOUNTABILITY: Text("追责情形", "grounds of accountability"),
    Layer.BASES: Text("依据", "legal bases"),
    Layer.ASSIGNMENTS: Text("落实到岗位的分工", "assignments to posts"),
    Layer.FLOWS: Text("流程", "processes"),
    Layer.RISKS: Text("风险点", "risk points"),
    Layer.LIMITS: Text("环节时限", "limits of steps"),
}
