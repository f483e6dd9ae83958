"""The chain of letters of responsibility, from the head of the authority down to each post of high risk."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.analysis.review import high_risk_posts
from powerlist.model.codes import PostLevel
from powerlist.model.organisation import Post


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain ends before it reaches the head, and the posts that hang below."""

    at: Post
    below: tuple[Post, ...]


def broken_chains(scope: InForce) -> Iterator[Break]:
    """Posts that sign downward, or bear high risks, but whose own chain never reaches the head.

    Each break is told once; a post that signed nothing upward itself is R09's where it bears high risks.
    """
    heads = [post.id for post in scope.posts if post.level is PostLevel.CHIEF]
    above = _signed_above(scope) if heads else {}
    bound = _bound(above, heads)
    found: dict[str, list[Post]] = {}
    for post, _ in high_risk_posts(scope):
        if post.id not in bound and post.level is not PostLevel.CHIEF and post.id in above:
            found.setdefault(_top(post.id, above), []).append(post)
    for post in scope.posts:
        if post.id in found:
            yield Break(post, tuple(found[post.id]))


def _signed_above(scope: InForce) -> dict[str, list[str]]:
    """Who signed with each post from above, by letters signed by the day."""
    table: dict[str, list[str]] = {}
    for letter in scope.graph.register.letters:
        if letter.signed_on and letter.signed_on <= scope.day:
            table.setdefault(letter.subordinate, []).append(letter.superior)
    return table


def _bound(above: dict[str, list[str]], heads: list[str]) -> set[str]:
    """Every post from which signed letters lead up to a head."""
    below: dict[str, list[str]] = {}
    for post, superiors in above.items():
        for superior in superiors:
            below.setdefault(superior, []).append(post)
    seen, waiting = set(heads), list(heads)
    while waiting:
        for post in below.get(waiting.pop(), ()):
            if post not in seen:
                seen.add(post)
                waiting.append(post)
    return seen


def _top(post: str, above: dict[str, list[str]]) -> str:
    """The highest post that its letters lead to; where they run in a circle, the last before it closes."""
    seen = {post}
    while nexts := [one for one in above.get(post, ()) if one not in seen]:
        post = nexts[0]
        seen.add(post)
    return post
