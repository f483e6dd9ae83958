"""Posts that tempt for too long: who is due to leave one, and how long it has been held."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from powerlist.analysis.in_force import InForce
from powerlist.analysis.review import high_risk_posts
from powerlist.model.codes import PostLevel
from powerlist.model.organisation import Post
from powerlist.model.risk import RiskPoint

_LEADERS = (PostLevel.CHIEF, PostLevel.DEPUTY)


@dataclass(frozen=True, slots=True)
class Stay:
    """A post of high risk, when it was due to change hands and since when it is held; None where unknown."""

    post: Post
    risks: tuple[RiskPoint, ...]
    due: date | None
    since: date | None


def long_stays(scope: InForce, most_years: int) -> Iterator[Stay]:
    """Posts of high risk that are past their day, held too long, or of which nothing is known.

    Leaders are left out: their superiors move them. A day that is set goes before the years.
    """
    for post, risks in high_risk_posts(scope):
        since = _since(scope, post)
        known = post.rotation_due or since
        late = post.rotation_due < scope.day if post.rotation_due else _over(since, scope.day, most_years)
        if post.level not in _LEADERS and (late or not known):
            yield Stay(post, tuple(risks), post.rotation_due, since)


def _since(scope: InForce, post: Post) -> date | None:
    """Since when the longest holder of today has had the post."""
    days = [
        holding.valid_from
        for person in scope.holders_of(post)
        for holding in person.holdings
        if holding.post == post.id and holding.valid_from
    ]
    return min(days, default=None)


def _over(since: date | None, day: date, years: int) -> bool:
    return since is not None and (day.year - since.year, day.month, day.day) > (years, since.month, since.day)
