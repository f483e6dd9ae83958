"""Relatives at posts that may not be held by relatives: above, beside or after each other, or led by kin."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road
from powerlist.model.codes import PostLevel
from powerlist.model.organisation import Person, Post
from powerlist.model.process import Step
from powerlist.practice.regulations import says

LINE, HEAD, LEADER, STEPS = "line", "head", "leader", "steps"
_LEADERS = (PostLevel.CHIEF, PostLevel.DEPUTY)


@dataclass(frozen=True, slots=True)
class Kin:
    """Two posts whose holders are related, and how the posts stand to each other."""

    post: Post
    other: Post
    how: str
    steps: tuple[Step, ...] = ()


def kin_at_close_posts(scope: InForce, not_for_kin: tuple[str, ...] = ()) -> Iterator[Kin]:
    """Pairs of posts in the order of the register, once each; who the persons are is not told.

    `not_for_kin` are words of the names of posts that no relative of a leader may hold.
    """
    order = {post.id: place for place, post in enumerate(scope.posts)}
    pairs: dict[tuple[str, str], tuple[Post, Post]] = {}
    for one, other in _related_posts(scope):
        if one.id != other.id and one.id in order and other.id in order:
            first, second = sorted((one, other), key=lambda post: order[post.id])
            pairs.setdefault((first.id, second.id), (first, second))
    beside = _side_by_side(scope) if pairs else {}
    for key in sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]])):
        first, second = pairs[key]
        steps = beside.get(key) or beside.get((key[1], key[0]))
        if first.id == second.reports_to or second.id == first.reports_to:
            yield Kin(first, second, LINE)
        elif first.reports_to and first.reports_to == second.reports_to:
            yield Kin(first, second, HEAD)
        elif _led_by_kin(first, second, not_for_kin) or _led_by_kin(second, first, not_for_kin):
            yield Kin(first, second, LEADER)
        elif steps:
            yield Kin(first, second, STEPS, steps)


def _led_by_kin(leader: Post, post: Post, words: tuple[str, ...]) -> bool:
    return leader.level in _LEADERS and says(words, post.name)


def _related_posts(scope: InForce) -> Iterator[tuple[Post, Post]]:
    held: dict[str, list[Post]] = {}
    for post in scope.posts:
        for person in scope.holders_of(post):
            held.setdefault(person.id, []).append(post)
    for person in scope.graph.register.persons:
        for relative in scope.graph.targets(person, "RELATED_TO"):
            if isinstance(relative, Person):
                yield from (
                    (one, other) for one in held.get(person.id, ()) for other in held.get(relative.id, ())
                )


def _side_by_side(scope: InForce) -> dict[tuple[str, str], tuple[Step, ...]]:
    """Pairs of posts that hand a matter to each other, with the first such steps."""
    found: dict[tuple[str, str], tuple[Step, ...]] = {}
    for road in scope.roads:
        for step in road.tasks:
            for after in _next_steps(road, step):
                if step.post and after.post and step.post != after.post:
                    found.setdefault((step.post, after.post), (step, after))
    return found


def _next_steps(road: Road, step: Step) -> Iterator[Step]:
    """The steps that follow, forks and bars passed over."""
    seen, waiting = {step.id}, list(road.ahead[step.id])
    while waiting:
        id = waiting.pop()
        if id not in seen:
            seen.add(id)
            node = road.nodes[id]
            if isinstance(node, Step):
                yield node
            else:
                waiting += road.ahead[id]
