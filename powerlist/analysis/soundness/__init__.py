"""Whether a process can be walked to its end, by one after the other and by several at once."""

from powerlist.analysis.soundness.verdict import FaultKind, Flaw, State, Verdict, verdict
from powerlist.analysis.soundness.walking import (
    circle,
    dead_ends,
    traps,
    unbounded_corrections,
    unreachable,
    way_to,
)

__all__ = [
    "FaultKind",
    "Flaw",
    "State",
    "Verdict",
    "circle",
    "dead_ends",
    "traps",
    "unbounded_corrections",
    "unreachable",
    "verdict",
    "way_to",
]
