"""What a check gives: the findings in the order of the list, what could not be checked, and the totals."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.rule import Finding
from powerlist.rules.waiver import Waiver
from powerlist.rules.waivers import Waived

UNDECIDED = "未定"


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule that could not say anything, and why."""

    code: str
    slug: str
    why: Text


@dataclass(frozen=True, slots=True)
class Summary:
    """How many findings of each severity, and of each unit by name, the most burdened first."""

    by_severity: dict[Severity, int]
    by_unit: dict[str, int]


@dataclass(frozen=True)
class Report:
    """The verdicts on one register on one day."""

    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    as_of: date
    waived: tuple[Waived, ...] = ()
    asked: tuple[str, ...] = ()  # the codes of the rules that ran

    @cached_property
    def waiver_uses(self) -> dict[Waiver, int]:
        """How many findings each waiver covers, in the order of the list."""
        return dict(Counter(one.waiver for one in self.waived))

    @cached_property
    def summary(self) -> Summary:
        """The totals; findings that no unit can be told of stand under 未定."""
        gravity = Counter(finding.severity for finding in self.findings)
        units = Counter(finding.unit.name if finding.unit else UNDECIDED for finding in self.findings)
        ranked = sorted(units.items(), key=lambda one: (-one[1], one[0]))
        return Summary({severity: gravity[severity] for severity in Severity}, dict(ranked))
