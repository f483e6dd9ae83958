"""How the duties spread over the posts: who carries most, and how unevenly."""

from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.model.organisation import Post

FEWEST_POSTS = 5  # fewer than these say nothing about spread


@dataclass(frozen=True, slots=True)
class Load:
    """A post, the duties it performs, and their share of all duties for each of its holders (0 to 1)."""

    post: Post
    duties: int
    share: float


def loads(scope: InForce) -> list[Load]:
    """The load of every post that performs a duty, the heaviest first; unknown holders count as one."""
    total = len(scope.duties)
    counts: dict[str, int] = {}
    for duty in scope.duties:
        for post in dict.fromkeys(scope.graph.posts_of(duty)):
            counts[post.id] = counts.get(post.id, 0) + 1
    posts = [post for post in scope.posts if post.id in counts]
    if len(posts) < FEWEST_POSTS:
        return []
    found = [
        Load(post, counts[post.id], counts[post.id] / total / max(post.holders or 1, 1)) for post in posts
    ]
    return sorted(found, key=lambda load: (-load.share, load.post.id))


def gini(loads: list[Load]) -> float:
    """How unevenly duties are spread over posts: 0 all alike, near 1 all on one (Gini coefficient)."""
    counts = sorted(load.duties for load in loads)
    total = sum(counts)
    weighted = sum(place * count for place, count in enumerate(counts, start=1))
    return 2 * weighted / (len(counts) * total) - (len(counts) + 1) / len(counts) if total else 0.0
