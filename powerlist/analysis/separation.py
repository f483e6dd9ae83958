"""Who walks how far alone: ways whose every step is in one hand, and pairs of steps that share a hand.

A hand is a post, or a person who holds several posts on the day. What is on a post that nobody holds is in
the hand of its backup.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
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


def way_alone(
    road: Road,
    hand: Hand,
    decisions: Sequence[str],
    free: Callable[[Step], bool],
    done_by: Mapping[str, Post] | None = None,
) -> list[str] | None:
    """The shortest way start → decision → end that one hand walks alone with two steps or more, or None.

    Steps without a post block the way, unless they are start or end, or `free` says that an outsider does
    them; another's branch at a parallel bar blocks the bar. A decision must lie on the way: one window may
    turn an application down without any help. `done_by` are the posts that do each node (see `doers`), where
    these are not simply those that the chart names.
    """
    own = {post.id for post in hand.posts}
    post_at = {id: node.post for id, node in road.nodes.items() if node.post is not None}
    post_at |= {id: post.id for id, post in (done_by or {}).items()}

    def passable(id: str) -> bool:
        node = road.nodes[id]
        if id in post_at or not isinstance(node, Step):
            return id not in post_at or post_at[id] in own
        return node.step_kind in (StepKind.START, StepKind.END) or free(node)

    open = open_nodes(road, passable)
    mine = [node.id for node in road.nodes.values() if isinstance(node, Step) and post_at.get(node.id) in own]
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
    at = doers(scope, road)
    pairs = [(a, b) for a in first for b in second if a.id != b.id and {a.id, b.id} <= at.keys()]
    for a, b in pairs:
        if at[a.id].id == at[b.id].id and in_one_case(road, a.id, b.id):
            return a, b, Hand((at[a.id],))
    for a, b in pairs:
        one, other = at[a.id], at[b.id]
        if one_person(scope, one, other) and in_one_case(road, a.id, b.id):
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
