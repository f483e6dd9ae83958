"""Whose hand a step is in, and which pairs of steps share one.

A hand is a post, or a person who holds several posts on the day. What is on a post that nobody holds is in
the hand of its backup.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road
from powerlist.analysis.together import Together
from powerlist.model.organisation import Post
from powerlist.model.process import Step


@dataclass(frozen=True, slots=True)
class Hand:
    """One post, or the several posts of one person."""

    posts: tuple[Post, ...]

    @property
    def is_person(self) -> bool:
        """Whether it is one person with several posts."""
        return len(self.posts) > 1

    @property
    def names(self) -> str:
        """The posts by name: persons are never named in findings."""
        return "、".join(post.name for post in self.posts)


def hands_in(scope: InForce, road: Road) -> Iterator[Hand]:
    """Every post on the road, then every person who holds several of them; in order of the road."""
    posts = {post.id: post for post in doers(scope, road).values()}
    for post in posts.values():
        yield Hand((post,))
    held: dict[str, list[Post]] = {}
    for post in posts.values():
        for person in scope.holders_of(post):
            held.setdefault(person.id, []).append(post)
    yield from (Hand(tuple(several)) for several in held.values() if len(several) > 1)


def doers(scope: InForce, road: Road) -> dict[str, Post]:
    """By step or gateway, the post that does it; the backup, where nobody holds the post."""
    posts = ((id, scope.graph.post_of(node)) for id, node in road.nodes.items())
    acting: dict[str, Post] = {}
    found: dict[str, Post] = {}
    for id, post in posts:
        if post:
            if post.id not in acting:
                acting[post.id] = _acting(scope, post)
            found[id] = acting[post.id]
    return found


def _acting(scope: InForce, post: Post) -> Post:
    """The post itself, or its backup in office where nobody holds it."""
    if not scope.deserted(post):
        return post
    backups = scope.graph.targets(post, "BACKED_UP_BY")
    return next((backup for backup in backups if scope.available(backup)), post)


def shared_hand(
    scope: InForce, road: Road, first: Sequence[Step], second: Sequence[Step]
) -> tuple[Step, Step, Hand] | None:
    """The first pair of steps of one case, one of each list, that are in one hand; posts before persons."""
    at = {step.id: _acting(scope, post) for step in (*first, *second) if (post := scope.graph.post_of(step))}
    posts = {post.id: post for post in at.values()}
    for hands in ({id: [id] for id in posts}, _hands_of_persons(scope, posts.values())):
        pair = _first_in_one_hand(road, _by_hand(first, at, hands), _by_hand(second, at, hands))
        if pair:
            steps = {step.id: step for step in (*first, *second)}
            one, other = (at[id] for id in pair)
            hand = Hand((one,) if one.id == other.id else (one, other))
            return steps[pair[0]], steps[pair[1]], hand
    return None


def _hands_of_persons(scope: InForce, posts: Iterable[Post]) -> dict[str, list[str]]:
    """By post, the persons there who hold another of the posts as well."""
    held: dict[str, list[str]] = {}
    for post in posts:
        for person in scope.holders_of(post):
            held.setdefault(person.id, []).append(post.id)
    found: dict[str, list[str]] = {}
    for person_id, several in held.items():
        for id in several if len(several) > 1 else ():
            found.setdefault(id, []).append(person_id)
    return found


def _by_hand(
    steps: Sequence[Step], at: Mapping[str, Post], hands: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, int]]:
    """By hand, the steps in it with their places in the list."""
    found: dict[str, dict[str, int]] = {}
    for place, step in enumerate(steps):
        for hand in hands.get(at[step.id].id, ()) if step.id in at else ():
            found.setdefault(hand, {})[step.id] = place
    return found


def _first_in_one_hand(
    road: Road, first: Mapping[str, Mapping[str, int]], second: Mapping[str, Mapping[str, int]]
) -> tuple[str, str] | None:
    """The first pair of steps of one case that are in one hand, in the order of both lists."""
    shared = [hand for hand in first if hand in second and len(first[hand].keys() | second[hand].keys()) > 1]
    together = Together(road) if shared else None
    found = [
        (first[hand][pair[0]], second[hand][pair[1]], pair)
        for hand in shared
        if together and (pair := together.first(list(first[hand]), list(second[hand])))
    ]
    return min(found)[2] if found else None


def one_person(scope: InForce, one: Post, other: Post) -> bool:
    """Whether somebody holds both posts on the day."""
    held = {person.id for person in scope.holders_of(one)}
    return any(person.id in held for person in scope.holders_of(other))
