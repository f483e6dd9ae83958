"""How grave a finding is."""

from enum import StrEnum


class Severity(StrEnum):
    """必须改、应核实、提示; the order of the members is the order of gravity."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """3 for an error, 2 for a warning, 1 for a hint."""
        return 3 - list(Severity).index(self)
