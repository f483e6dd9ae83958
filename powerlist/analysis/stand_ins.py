"""Posts that nobody stands in for, and what comes to a halt without them."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road, reach
from powerlist.graph.power_graph import Node
from powerlist.model.organisation import Post
from powerlist.model.power import Power


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """A post with one holder and nobody to stand in, the powers that halt without it, and where they halt."""

    post: Post
    powers: tuple[Power, ...]
    nodes: tuple[Node, ...]


def bottlenecks(scope: InForce) -> Iterator[Bottleneck]:
    """Single-holder posts without a backup in office that every way of some process must pass."""
    roads = {road.process.id: road for road in scope.roads}
    for post in scope.posts:
        if post.holders == 1 and not _covered(scope, post):
            touched = dict.fromkeys(node.process for node in scope.work_of(post).steps)
            found = _halted(scope, post, [roads[id] for id in touched])
            if found.powers:
                yield found


def _covered(scope: InForce, post: Post) -> bool:
    """Whether a backup is there: named by the post, or naming it."""
    backups = (*scope.graph.targets(post, "BACKED_UP_BY"), *scope.graph.sources(post, "BACKED_UP_BY"))
    return any(scope.available(backup) for backup in backups if backup.id != post.id)


def _halted(scope: InForce, post: Post, roads: list[Road]) -> Bottleneck:
    powers: dict[str, Power] = {}
    nodes: list[Node] = []
    for road in roads:
        own = [node for node in road.nodes.values() if node.post == post.id]
        if reach(road.ahead, road.starts, avoid={node.id for node in own}).isdisjoint(road.ends):
            nodes += own
            powers |= {power.id: power for power in scope.powers_of(road.process)}
    return Bottleneck(post, tuple(powers.values()), tuple(nodes))
