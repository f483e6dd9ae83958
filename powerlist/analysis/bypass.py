"""The way round: from the start to a decision without meeting any review, and what to close against it.

A step dominates another where every way from the start to the other passes it, and post-dominates it where
every way from it to an end does. A set of steps does so exactly where the other cannot be reached once the
set is taken out of the map; the shortest way that is left is the proof. At a parallel bar all branches are
walked, so a review on one of them is met whichever way is drawn through the others: a bar that joins is
passed only where all that lead to it are.
"""

from collections.abc import Callable, Collection, Iterable

import networkx as nx

from powerlist.analysis.road import Road, Ways, reach, shortest
from powerlist.model.codes import GatewayKind
from powerlist.model.process import Flow, Gateway

Allow = Callable[[str], bool]


def way_round(road: Road, goal: str, reviews: Collection[str]) -> list[str] | None:
    """The shortest way from a start to `goal` that meets none of `reviews`, or None."""
    return must_pass(road, reviews, goal)


def must_pass(road: Road, before: Collection[str], at: str) -> list[str] | None:
    """None where `before` dominates `at`; else the shortest way from a start to `at` past none of it."""
    found = open_nodes(road, lambda id: id not in before)
    return shortest(road.ahead, road.starts, {at}, found.__contains__)


def must_follow(road: Road, after: Collection[str], at: str) -> list[str] | None:
    """None where `after` post-dominates `at`; else the shortest way from `at` to an end past none of it."""
    found = _open(road, road.behind, road.ahead, road.ends, lambda id: id not in after)
    return shortest(road.ahead, [at] if at in found else [], set(road.ends), found.__contains__)


def open_nodes(road: Road, allow: Allow) -> set[str]:
    """All that a start leads to over allowed nodes alone, through parallel bars by all their branches."""
    return _open(road, road.ahead, road.behind, road.starts, allow)


def _open(road: Road, onward: Ways, back: Ways, starts: Iterable[str], allow: Allow) -> set[str]:
    """All that is reached; a bar counts when each node behind it that can be reached at all has been."""
    bars = {id for id in road.nodes if len(back[id]) > 1 and _is_bar(road, id)}
    real = reach(onward, starts) if bars else set()
    missing = {bar: sum(id in real for id in set(back[bar])) for bar in bars}
    line = [id for id in starts if allow(id)]
    seen = set(line)
    for at in line:
        for id in dict.fromkeys(onward[at]):
            if id in missing:
                missing[id] -= 1
            if id not in seen and allow(id) and not missing.get(id):
                seen.add(id)
                line.append(id)
    return seen


def _is_bar(road: Road, id: str) -> bool:
    node = road.nodes[id]
    return isinstance(node, Gateway) and node.gateway_kind is GatewayKind.PARALLEL


def fewest_to_close(road: Road, goal: str, reviews: Collection[str]) -> list[Flow]:
    """The fewest flows without which no way round is left, those nearest to `goal`; none where none is.

    A minimum cut (Ford and Fulkerson 1956) of the map without the reviews, each flow of capacity one.
    """
    found = open_nodes(road, lambda id: id not in reviews)
    if goal not in found or goal in road.starts:
        return []
    graph: nx.DiGraph[str] = nx.DiGraph()
    root = "\x00"
    graph.add_edges_from((root, start) for start in road.starts if start in found)  # no capacity: never cut
    for flow in road.flows:
        if flow.source in found and flow.target in found and flow.source != flow.target:
            held = graph.get_edge_data(flow.source, flow.target, {"capacity": 0})["capacity"]
            graph.add_edge(flow.source, flow.target, capacity=held + 1)
    _, (_, near) = nx.minimum_cut(graph, root, goal)  # networkx gives the cut nearest to the goal
    return [flow for flow in road.flows if flow.target in near and flow.source in found - near]
