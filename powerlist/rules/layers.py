"""Layers of a register: where one is wholly absent, that is one finding and not a thousand."""

from enum import StrEnum
from typing import Any

from powerlist.analysis.in_force import InForce
from powerlist.i18n import Text
from powerlist.model.register import Register
from powerlist.rules.layer_facts import FACTS


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
    PROMISES = "promises"
    PUBLICATIONS = "publications"
    SHOWN_HEADINGS = "shown_headings"
    EXAMINATIONS = "examinations"
    GUIDE = "guide"
    TARGETS = "targets"
    HANDLING_UNITS = "handling_units"
    HOLDERS = "holders"
    GRANTS = "grants"
    MANDATES = "mandates"
    UNIT_KINDS = "unit_kinds"
    PENALTIES = "penalties"
    NUMBERS = "numbers"
    FILES = "files"
    RELATIVES = "relatives"
    PREREQUISITES = "prerequisites"
    SHOWN_LIMITS = "shown_limits"
    PERSONS = "persons"
    NEIGHBOURS = "neighbours"
    CATALOGUE = "catalogue"
    PREDECESSORS = "predecessors"
    ROTATION = "rotation"
    INCIDENTS = "incidents"
    LETTERS = "letters"
    RATINGS = "ratings"
    RESIDUALS = "residuals"
    ACTUALS = "actuals"
    CONFIRMED_FLOWS = "confirmed_flows"

    @property
    def text(self) -> Text:
        """What people call it."""
        return FACTS[self].text

    @property
    def why(self) -> Text:
        """Why a rule that needs it says nothing."""
        if self is Layer.NEIGHBOURS:
            return Text(
                "没有同时打开其他单位的清单，无法比较。", "no list of another authority is open beside it."
            )
        if self is Layer.CATALOGUE:
            return Text(
                "没有同时打开通用目录，无法比较。", "no catalogue that the list follows is open beside it."
            )
        if self is Layer.PREDECESSORS:
            return Text(
                f"清单里没有{self.text.zh}，也没有上一版清单可比，无法检查。",
                f"the list has no {self.text.en}, and no earlier version is beside it: nothing to check.",
            )
        return Text(
            f"清单里没有{self.text.zh}，无法检查。", f"the list has no {self.text.en}: nothing to check."
        )

    def present_in(self, register: Register) -> bool:
        """Whether the register has any of it."""
        return FACTS[self].present(register)

    def owed_by(self, scope: InForce) -> int:
        """How many things would have it."""
        return FACTS[self].owed(scope)

    def facts_in(self, scope: InForce) -> dict[str, Any]:
        """What else the sentence about its absence needs."""
        facts = FACTS[self].facts
        return facts(scope) if facts else {}
