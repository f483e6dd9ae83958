"""How what is shown came to be shown: examined, approved, agreed, answered; and what is withheld."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import ceil

from powerlist.analysis.in_force import InForce
from powerlist.analysis.leftovers import stands
from powerlist.i18n import Text
from powerlist.model.codes import Disclosure
from powerlist.model.entity import Visibility, visibility
from powerlist.model.identity import squeezed
from powerlist.model.limits import TimeLimit, TimeUnit
from powerlist.model.organisation import Authority, Unit
from powerlist.model.oversight import Publication
from powerlist.model.power import Power, SubItem
from powerlist.model.process import Process
from powerlist.practice.columns import MODELS, load_columns
from powerlist.practice.lawfulness import Lawfulness
from powerlist.workdays import UnknownYear, WorkCalendar

UNEXAMINED, SHORT, ONE_HAND = "unexamined", "short", "one_hand"
UNPROPOSED, UNAPPROVED, TURNED, UNANSWERED = "unproposed", "unapproved", "turned", "unanswered"
NO_GROUND, VAGUE, NEVER, LONG_AGO = "ground", "vague", "never", "long_ago"
FIELDS = ("channel", "audience", "manner", "timing")


def on_show(scope: InForce) -> Iterator[Publication]:
    """The publications that stand on the day, of what is in force: a power, a process, a unit, the list."""
    for one in scope.graph.register.publications:
        if stands(scope, one) and (powers_shown(scope, one) or _shows_many(scope, one)):
            yield one


def _shows_many(scope: InForce, one: Publication) -> bool:
    """Whether it is of a sub-item in force, of a unit that is there, or of the whole list."""
    of = scope.graph.register.find(one.of)
    return isinstance(of, Authority | Unit | SubItem) and scope.holds(of)


def powers_shown(scope: InForce, one: Publication) -> list[Power]:
    """The powers in force that a publication shows, or whose process it shows."""
    of = scope.graph.register.find(one.of)
    if isinstance(of, Process):
        return scope.powers_of(of)
    return [of] if isinstance(of, Power) and scope.holds(of) else []


def working_days_after(calendar: WorkCalendar, start: date, count: float) -> date:
    """The last of so many working days; five a week in years that the calendar does not know."""
    try:
        return calendar.add(start, TimeLimit(value=count, unit=TimeUnit.WORKING_DAY))
    except UnknownYear:
        return start + timedelta(days=ceil(count * 7 / 5))


def changed_lately(calendar: WorkCalendar, powers: list[Power], day: date, count: float) -> bool:
    """Whether the time to show the latest change is still running."""
    changes = (power.changed_on or power.valid_from for power in powers)
    return any(one and one <= day <= working_days_after(calendar, one, count) for one in changes)


def private_headings(one: Publication, words: Lawfulness) -> tuple[str, ...]:
    """The headings on a publication for the public that stand for what is not public."""
    inside = one.manner not in (None, Disclosure.PROACTIVE) or words.says("inside", one.audience)
    closed = (private_words() | frozenset(words.never_public)) - frozenset(words.open_headings)
    return () if inside else tuple(name for name in one.shows if squeezed(name) in closed)


@cache
def private_words() -> frozenset[str]:
    """The headings under which no kind of thing has a public field."""
    seen: dict[Text, set[Visibility]] = {}
    for sheet in load_columns().sheets:
        for column in sheet.columns:
            told = {visibility(MODELS[kind], field) for kind, field in column.fields.items()}
            if not column.keeps_books:
                seen.setdefault(column.text, set()).update(told)
    public = {word for text, told in seen.items() if Visibility.PUBLIC in told for word in _both(text)}
    return frozenset(word for text, told in seen.items() if told for word in _both(text)) - public


def _both(text: Text) -> tuple[str, str]:
    return squeezed(text.zh), squeezed(text.en)


def badly_examined(scope: InForce, one: Publication, steps: int) -> str:
    """What is wrong with the secrecy examination of a publication; empty where it is whole."""
    if not one.examined_by:
        return UNEXAMINED
    if len(one.examined_by) < steps:
        return SHORT
    return ONE_HAND if _by_one(scope, one.examined_by) else ""


def _by_one(scope: InForce, posts: Sequence[str]) -> bool:
    """Whether all these posts are one, or somebody holds all of them on the day."""
    found = [post for post in scope.posts if post.id in posts]
    held = [{person.id for person in scope.holders_of(post)} for post in found]
    return len(set(posts)) == 1 or (len(found) == len(set(posts)) and bool(set.intersection(*held)))


@dataclass(frozen=True, slots=True)
class Chain:
    """Which dates of publishing a list keeps at all."""

    proposed: bool
    approved: bool

    @classmethod
    def of(cls, scope: InForce) -> "Chain":
        """From all publications of a register."""
        every = scope.graph.register.publications
        return cls(any(one.proposed_on for one in every), any(one.approved_on for one in every))

    def faults_of(self, one: Publication) -> Iterator[str]:
        """The links that are missing, or in the wrong order."""
        if self.proposed and one.proposed_on is None:
            yield UNPROPOSED
        if self.approved and one.approved_on is None:
            yield UNAPPROVED
        days = [day for day in (one.proposed_on, one.approved_on, one.published_on) if day]
        if days != sorted(days):
            yield TURNED


def unanswered(one: Publication, calendar: WorkCalendar, day: date, count: float) -> bool:
    """Whether what people wrote got no answer in so many working days."""
    if one.feedback_on is None or one.feedback_on > day:
        return False
    due = working_days_after(calendar, one.feedback_on, count)
    answered = one.answered_on if one.answered_on and one.answered_on >= one.feedback_on else None
    return (answered or day) > due


def badly_withheld(power: Power, day: date, years: float, words: Lawfulness) -> Iterator[str]:
    """What is missing where a power is withheld: a ground of the law, a look at it within so many years."""
    if power.disclosure is not Disclosure.WITHHELD:
        return
    if not squeezed(power.disclosure_ground):
        yield NO_GROUND
    elif words.withheld_grounds and not words.says("withheld_grounds", power.disclosure_ground):
        yield VAGUE
    oldest = day - timedelta(days=round(365.25 * years))
    settled = max((one for one in (power.changed_on, power.valid_from) if one), default=None)
    if (power.reassessed_on or settled or date.min) < oldest:
        yield LONG_AGO if power.reassessed_on else NEVER


def left_empty(scope: InForce) -> Iterator[tuple[Publication, tuple[str, ...]]]:
    """Publications on show without a field that others of the list have."""
    every = scope.graph.register.publications
    kept = tuple(name for name in FIELDS if any(getattr(one, name) for one in every))
    for one in on_show(scope):
        lacks = tuple(name for name in kept if not getattr(one, name))
        if lacks:
            yield one, lacks


def not_agreed(scope: InForce) -> Iterator[tuple[Publication, tuple[str, ...]]]:
    """Publications on show of joint powers, and the other bodies that have not agreed to them."""
    for one in on_show(scope):
        bodies = dict.fromkeys(body for power in powers_shown(scope, one) for body in power.joint_bodies)
        agreed = {squeezed(body) for body in one.agreed_with}
        missing = tuple(body for body in bodies if squeezed(body) not in agreed)
        if missing:
            yield one, missing
