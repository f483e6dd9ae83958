"""First drafts, and their confirmation by a post."""

from collections.abc import Sequence
from datetime import date

from powerlist.drafting import Confirmed, Drafted, waiting
from powerlist.drafting import confirm as confirm_unit
from powerlist.drafting import draft as draft_register
from powerlist.i18n import Lang, Text
from powerlist.model.register import Register
from powerlist.practice import load

_WAITS = Text("{unit}：{count}处草稿等待确认。", "{unit}: {count} drafts wait to be confirmed.")


def draft(register: Register, units: Sequence[str] = ()) -> Drafted:
    """Propose what powers lack, as drafts; what is there stays. Raises UsageError for an unknown unit."""
    return draft_register(register, load(), units=units)


def confirm(register: Register, unit: str, by: str, on: date) -> Confirmed:
    """Confirm the drafts of a unit by a post, on a day. Raises UsageError for an unknown unit or post."""
    return confirm_unit(register, unit=unit, by=by, on=on)


def waiting_text(register: Register, lang: Lang) -> list[str]:
    """How many drafts each unit has to go through, a line a unit."""
    return [_WAITS.fill(unit=unit.name, count=len(drafts)).of(lang) for unit, drafts in waiting(register)]
