"""Who walks how far alone: ways whose every step is in one hand, and pairs of steps that share a hand.

A hand is a post, or a person who holds several posts on the day.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from powerlist.analysis.bypass import open_nodes
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road, reach, shortest
from powerlist.model.codes import GatewayKind, StepKind
from powerlist.model.organisation import Post
from powerlist.model.process import Gateway, Step


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
    posts = _posts_on(scope, road)
    for post in posts.values():
        yield Hand((post,))
    held: dict[str, list[Post]] = {}
    for post in posts.values():
        for person in scope.holders_of(post):
            held.setdefault(person.id, []).append(post)
    yield from (Hand(tuple(several)) for several in held.values() if len(several) > 1)


def _posts_on(scope: InForce, road: Road) -> dict[str, Post]:
    posts = (scope.graph.post_of(node) for node in road.nodes.values())
    return {post.id: post for post in posts if post}


def way_alone(
    road: Road, hand: Hand, decisions: Sequence[str], free: Callable[[Step], bool]
) -> list[str] | None:
    """The shortest way start → decision → end that one hand walks alone with two steps or more, or None.

    Steps without a post block the way, unless they are start or end, or `free` says that an outsider does
    them; another's branch at a parallel bar blocks the bar. A decision must lie on the way: one window may
    turn an application down without any help.
    """
    own = {post.id for post in hand.posts}

    def passable(id: str) -> bool:
        node = road.nodes[id]
        if node.post is not None or not isinstance(node, Step):
            return node.post is None or node.post in own
        return node.step_kind in (StepKind.START, StepKind.END) or free(node)

    open = open_nodes(road, passable)
    mine = [node.id for node in road.nodes.values() if isinstance(node, Step) and node.post in own]
    for decision in decisions:
        others = [id for id in mine if id != decision]
        between = [
            [decision],
            *([other, decision] for other in others),
            *([decision, other] for other in others),
        ]
        for stops in between:
            way = _way_over(road, stops, open.__contains__)
            if way and len({*mine}.intersection(way)) > 1:
                return way
            if not way and len(stops) == 1:
                break
    return None


def _way_over(road: Road, stops: list[str], passable: Callable[[str], bool]) -> list[str] | None:
    """The shortest way from a start over the stops in their order to an end, over passable nodes."""
    way = shortest(road.ahead, road.starts, {stops[0]}, passable)
    for goals in [*({stop} for stop in stops[1:]), set(road.ends)]:
        onward = shortest(road.ahead, way[-1:], goals, passable) if way else None
        way = [*way, *onward[1:]] if way and onward else None
    return way


def shared_hand(
    scope: InForce, road: Road, first: Sequence[Step], second: Sequence[Step]
) -> tuple[Step, Step, Hand] | None:
    """The first pair of steps of one case, one of each list, that are in one hand; posts before persons."""
    pairs = [(a, b) for a in first for b in second if a.id != b.id]
    for a, b in pairs:
        if a.post is not None and a.post == b.post and in_one_case(road, a.id, b.id):
            post = scope.graph.post_of(a)
            return (a, b, Hand((post,))) if post else None
    for a, b in pairs:
        one, other = scope.graph.post_of(a), scope.graph.post_of(b)
        if one and other and one_person(scope, one, other) and in_one_case(road, a.id, b.id):
            return a, b, Hand((one, other))
    return None


def in_one_case(road: Road, one: str, other: str) -> bool:
    """Whether one case may pass both steps: one after the other, or on branches that run at once."""
    if other in reach(road.ahead, [one]) or one in reach(road.ahead, [other]):
        return True
    splits = (node.id for node in road.nodes.values() if isinstance(node, Gateway))
    return any(_parted_at(road, split, one, other) for split in splits)


def _parted_at(road: Road, split: str, one: str, other: str) -> bool:
    """Whether a split that takes several exits leads to both steps by different ones."""
    node = road.nodes[split]
    if not isinstance(node, Gateway) or node.gateway_kind is GatewayKind.EXCLUSIVE:
        return False
    found = [reach(road.ahead, [exit]) for exit in road.ahead[split]]
    return any(one in a and other in b for a, b in permutations(found, 2))


def one_person(scope: InForce, one: Post, other: Post) -> bool:
    """Whether somebody holds both posts on the day."""
    held = {person.id for person in scope.holders_of(one)}
    return any(person.id in held for person in scope.holders_of(other))
