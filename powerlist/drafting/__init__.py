"""First drafts: what a register lacks, proposed from the stage library of each type of power."""

from powerlist.analysis.waiting import waiting
from powerlist.drafting.confirming import Confirmed, confirm
from powerlist.drafting.drafting import Drafted, draft

__all__ = ["Confirmed", "Drafted", "confirm", "draft", "waiting"]
