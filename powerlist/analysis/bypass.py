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
from powerlist.model.process import Flow

Allow = Callable[[str], bool]


def way_round(road: Road, goal: str, reviews: Collection[str]) -> list[str] | None:
    """The shortest way from a start to `goal` that meets none of `reviews`, or None."""
    return must_pass(road, reviews, goal)


def must_pass(road: Road, before: Collection[str], at: str) -> list[str] | None:
    """None where `before` dominates `at`; else the shortest way from a start to `at` past none of it."""
    near = _leading_to(road, before, at)
    found = _open_in(road, near)
    return shortest(near, [id for id in road.starts if id in found], {at}, found.__contains__)


def must_follow(road: Road, after: Collection[str], at: str) -> list[str] | None:
    """None where `after` post-dominates `at`; else the shortest way from `at` to an end past none of it."""
    real = reach(road.behind, road.ends)
    found = _open(road, road.behind, road.ahead, road.ends, lambda id: id not in after, real)
    return shortest(road.ahead, [at] if at in found else [], set(road.ends), found.__contains__)


def open_nodes(road: Road, allow: Allow) -> set[str]:
    """All that a start leads to over allowed nodes alone, through parallel bars by all their branches."""
    return _open(road, road.ahead, road.behind, road.starts, allow, road.reached)


def _leading_to(road: Road, before: Collection[str], at: str) -> Ways:
    """The part of the map that leads to `at` past none of `before`: nothing else need be looked at."""
    near = reach(road.behind, [at], avoid=before)
    ways: dict[str, list[str]] = {id: [] for id in near}
    for id in near:
        for source in dict.fromkeys(road.behind[id]):
            if source in near:
                ways[source].append(id)
    for id, after in ways.items():
        after.sort(key=lambda to, id=id: road.turns[id, to])  # type: ignore[misc]
    return ways


def _open_in(road: Road, near: Ways) -> set[str]:
    """The open nodes of a part of the map."""
    starts = [id for id in road.starts if id in near]
    return _open(road, near, road.behind, starts, near.__contains__, road.reached)


def _open(
    road: Road, onward: Ways, back: Ways, starts: Iterable[str], allow: Allow, real: set[str]
) -> set[str]:
    """All that is reached; a bar counts when each `real` node behind it, one that is not lost, has been."""
    missing: dict[str, int] = {}
    line = [id for id in starts if allow(id)]
    seen = set(line)
    for at in line:
        for id in dict.fromkeys(onward[at]):
            if id in road.bars and len(back[id]) > 1:
                if id not in missing:
                    missing[id] = sum(one in real for one in set(back[id]))
                missing[id] -= 1
            if id not in seen and allow(id) and not missing.get(id):
                seen.add(id)
                line.append(id)
    return seen


def fewest_to_close(road: Road, goal: str, reviews: Collection[str]) -> list[Flow]:
    """The fewest flows without which no way round is left, those nearest to `goal`; none where none is.

    A minimum cut (Ford and Fulkerson 1956) of the map without the reviews, each flow of capacity one.
    """
    near = _leading_to(road, reviews, goal)
    found = _open_in(road, near)
    if goal not in found or goal in road.starts:
        return []
    pairs = [(id, to) for id, after in near.items() if id in found for to in after if to in found]
    pairs.sort(key=road.turns.__getitem__)
    flows = [flow for pair in pairs for flow in road.between[pair]]
    graph: nx.DiGraph[str] = nx.DiGraph()
    root = "\x00"
    graph.add_edges_from((root, start) for start in road.starts if start in found)  # no capacity: never cut
    for flow in flows:
        if flow.source != flow.target:
            held = graph.get_edge_data(flow.source, flow.target, {"capacity": 0})["capacity"]
            graph.add_edge(flow.source, flow.target, capacity=held + 1)
    _, (_, kept) = nx.minimum_cut(graph, root, goal)  # networkx gives the cut nearest to the goal
    return [flow for flow in flows if flow.target in kept and flow.source not in kept]
