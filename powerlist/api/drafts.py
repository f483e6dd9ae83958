"""First drafts, and their confirmation by a post."""

from collections.abc import Sequence
from datetime import date

from powerlist.drafting import Confirmed, Drafted, waiting
from powerlist.drafting import confirm as confirm_unit
from powerlist.drafting import draft as draft_register
from powerlist.errors import UsageError
from powerlist.i18n import Lang, Text
from powerlist.model.entity import State
from powerlist.model.organisation import Post
from powerlist.model.register import Register
from powerlist.practice import load

_FIRST = date(2013, 11, 12)  # 十八届三中全会决定推行权力清单制度
_DAY = Text(
    "日期{on}不对：应在{first}以后，且不晚于今天（{today}）。",
    "this cannot have been on {on}: give a day from {first} up to today ({today}).",
)
_WAITS = Text("{unit}：{count}处草稿等待确认。", "{unit}: {count} drafts wait to be confirmed.")


def draft(register: Register, units: Sequence[str] = ()) -> Drafted:
    """Propose what powers lack, as drafts; what is there stays. Raises UsageError for an unknown unit."""
    return draft_register(register, load(), units=units)


def confirm(register: Register, unit: str, by: str, on: date) -> Confirmed:
    """Confirm the drafts of a unit by a post, on a day.

    Raises UsageError for an unknown unit or post, and for a day on which nobody can have confirmed them.
    """
    possible_day(on)
    return confirm_unit(register, unit=unit, by=by, on=on)


def possible_day(on: date) -> None:
    """Raise UsageError for a day on which nobody can have done anything about a list."""
    if not _FIRST <= on <= date.today():
        raise UsageError(_DAY.fill(on=on, first=_FIRST, today=date.today()))


def newly_made(before: Register, after: Register) -> list[Post]:
    """The posts that were only proposed and confirmed something all the same, themselves included."""
    by = {entity.confirmed_by for entity in after.entities() if entity.confirmed_by}
    return [one for one in before.posts if one.state is State.DRAFTED and one.id in by]


def waiting_text(register: Register, lang: Lang) -> list[str]:
    """How many drafts each unit has to go through, a line a unit."""
    return [_WAITS.fill(unit=unit.name, count=len(drafts)).of(lang) for unit, drafts in waiting(register)]
