"""First drafts: what a register lacks, proposed from the stage library of each type of power; and what people
did about it, confirmed and recorded."""

from powerlist.analysis.waiting import waiting
from powerlist.drafting.confirming import Confirmed, confirm
from powerlist.drafting.drafting import Drafted, draft
from powerlist.drafting.recording import (
    Recorded,
    record_file,
    record_publication,
    record_review,
    record_signature,
)

__all__ = [
    "Confirmed",
    "Drafted",
    "Recorded",
    "confirm",
    "draft",
    "record_file",
    "record_publication",
    "record_review",
    "record_signature",
    "waiting",
]
