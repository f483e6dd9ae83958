"""One accepted finding: which, why, by whom, until when."""

import datetime as dt
from dataclasses import dataclass

from powerlist.model.source import Source


@dataclass(frozen=True)
class Waiver:
    """`key` names one finding; or `code` a rule and `name` a pattern (`职称*`) for the thing."""

    source: Source
    reason: str
    approver: str
    date: dt.date
    key: str = ""
    code: str = ""
    name: str = ""
    until: dt.date | None = None

    def expired(self, day: dt.date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and self.until < day

    @property
    def title(self) -> str:
        """What it covers, in the words of the file."""
        return self.key or f"{self.code} {self.name}".rstrip()
