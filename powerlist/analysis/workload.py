"""How the duties spread over the posts: who carries most, and how unevenly."""

from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.model.organisation import Post

FEWEST_POSTS = 5  # fewer than these say nothing about spread


@dataclass(frozen=True, slots=True)
class Load:
    """A post, the duties it performs, their share of all duties (0 to 1), and what each of its holders has.

    `times` is the duties of one holder over the average of all posts that perform any.
    """

    post: Post
    duties: int
    share: float
    times: float


def loads(scope: InForce) -> list[Load]:
    """The load of every post that performs a duty, the heaviest first; unknown holders count as one."""
    counts: dict[str, int] = {}
    for duty in scope.duties:
        for post in dict.fromkeys(scope.graph.posts_of(duty)):
            counts[post.id] = counts.get(post.id, 0) + 1
    posts = [post for post in scope.posts if post.id in counts]
    if len(posts) < FEWEST_POSTS:
        return []
    average = sum(counts[post.id] for post in posts) / len(posts)
    found = [_load(post, counts[post.id], average, len(scope.duties)) for post in posts]
    return sorted(found, key=lambda load: (-load.times, load.post.id))


def _load(post: Post, count: int, average: float, total: int) -> Load:
    return Load(post, count, count / total, count / max(post.holders or 1, 1) / average)


def gini(loads: list[Load]) -> float:
    """How unevenly duties are spread over posts: 0 all alike, near 1 all on one (Gini coefficient)."""
    counts = sorted(load.duties for load in loads)
    total = sum(counts)
    weighted = sum(place * count for place, count in enumerate(counts, start=1))
    return 2 * weighted / (len(counts) * total) - (len(counts) + 1) / len(counts) if total else 0.0
