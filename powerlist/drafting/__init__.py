"""First drafts: what a register lacks, proposed from the stage library of each type of power."""

from powerlist.drafting.confirming import Confirmed, confirm
from powerlist.drafting.drafting import Drafted, draft
from powerlist.drafting.waiting import waiting

__all__ = ["Confirmed", "Drafted", "confirm", "draft", "waiting"]
