"""Lanes of the internal flowchart: one a post, from the window to the head of the authority."""

from collections.abc import Iterator
from itertools import chain

from powerlist.graph import PowerGraph
from powerlist.i18n import Lang, Text
from powerlist.model.codes import PostLevel
from powerlist.model.organisation import Post
from powerlist.model.process import Gateway, Step
from powerlist.views.diagrams.chart import Lane
from powerlist.views.road import Node, Road, is_edge

NO_POST = "no-post"
_NO_POST = Text("未落实岗位", "No post named")
_LEGAL_REVIEW = "legal_review"  # key of the stage catalogue
# 科室之内的次序；分管领导、主要领导在所有科室之后
_WITHIN = (PostLevel.WINDOW, PostLevel.STAFF, PostLevel.REVIEWER, PostLevel.SUPERVISOR, PostLevel.HEAD)
_ABOVE = {PostLevel.DEPUTY: 2, PostLevel.CHIEF: 3}


def lane_homes(graph: PowerGraph, road: Road) -> dict[str, str]:
    """The lane of each node: its post; a start, an end or a gateway without one is with a neighbour."""
    return {node.id: _home(graph, road, node) for node in road.nodes}


def lanes_of(graph: PowerGraph, road: Road, homes: dict[str, str], lang: Lang) -> tuple[Lane, ...]:
    """The lanes in use: units together with their window first, then legal review, deputies, the chief."""
    posts = {home: graph.register.find(home) for home in homes.values()}
    used = [post for post in posts.values() if isinstance(post, Post)]
    ordered = sorted(used, key=_Order(graph, road, homes, used).key)
    several = len({post.unit for post in ordered}) > 1
    lanes = [Lane(post.id, post.name, _unit_name(graph, post) if several else "") for post in ordered]
    if NO_POST in posts or not lanes:
        lanes.append(Lane(NO_POST, _NO_POST.of(lang)))
    return tuple(lanes)


def _home(graph: PowerGraph, road: Road, node: Node) -> str:
    post = graph.post_of(node)
    if post:
        return post.id
    if not (is_edge(node) or isinstance(node, Gateway)):
        return NO_POST
    forward_first = isinstance(node, Step) and not road.entering[node.id]
    for neighbour in _neighbours(road, node, forward_first):
        own = graph.post_of(neighbour)
        if own:
            return own.id
        if not (is_edge(neighbour) or isinstance(neighbour, Gateway)):
            return NO_POST
    return NO_POST


def _neighbours(road: Road, node: Node, forward_first: bool) -> Iterator[Node]:
    return chain(*(road.nearest(node.id, backwards) for backwards in (not forward_first, forward_first)))


def _unit_name(graph: PowerGraph, post: Post) -> str:
    unit = graph.unit_of(post)
    return unit.name if unit else ""


class _Order:
    """Where a post stands among those of one process."""

    def __init__(self, graph: PowerGraph, road: Road, homes: dict[str, str], posts: list[Post]) -> None:
        self.legal = _only_legal_review(road, homes)
        self.place = {post.id: i for i, post in enumerate(graph.posts)}
        first = {home: i for i, home in reversed(list(enumerate(homes.values())))}
        self.units: dict[str | None, tuple[bool, int]] = {}
        for post in posts:
            here = (post.level is not PostLevel.WINDOW, first[post.id])
            self.units[post.unit] = min(here, self.units.get(post.unit, here))

    def key(self, post: Post) -> tuple[int, tuple[bool, int], int, int]:
        """Tier, unit, level within the unit, place in the register."""
        tier = _ABOVE.get(post.level, 1 if post.id in self.legal else 0)
        within = 0 if tier > 1 else _WITHIN.index(post.level)
        unit = (False, 0) if tier > 1 else self.units[post.unit]
        return tier, unit, within, self.place[post.id]


def _only_legal_review(road: Road, homes: dict[str, str]) -> set[str]:
    """The posts that do nothing but legal review in this process."""
    stages: dict[str, set[str | None]] = {}
    for node in road.nodes:
        if isinstance(node, Step) and not is_edge(node):
            stages.setdefault(homes[node.id], set()).add(node.stage)
    return {post for post, found in stages.items() if found == {_LEGAL_REVIEW}}
