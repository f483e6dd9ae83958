"""The critical path: how long a process takes on its longest way.

On parallel branches all must be waited for and on exclusive ones the longest may be taken, so both count as
their longest. A way does not go round a loop: back flows (their target dominates their source) are left
out, which on a reducible flow graph gives exactly the longest way without repetition (Hecht and Ullman
1972). What still circles after that is counted as one block, each step once. Linear in steps and flows.
"""

from collections.abc import Collection, Iterable, Mapping

import networkx as nx

from powerlist.analysis.road import Ways, loops, network


def longest(
    ways: Ways, days: Mapping[str, float], starts: Iterable[str], goals: Collection[str]
) -> tuple[float, list[str]]:
    """The greatest sum of `days` on a way from a start to a goal, and that way; (0, []) where none leads."""
    starts = set(starts)
    forward = _without_back_flows(ways, starts)
    blocks = _in_order(forward)
    block_of = {id: place for place, block in enumerate(blocks) for id in block}
    best: dict[int, float] = {}
    came: dict[int, int] = {}
    for place, block in enumerate(blocks):
        if place not in best and not starts.isdisjoint(block):
            best[place] = 0.0
        if place not in best:
            continue
        best[place] += sum(days.get(id, 0.0) for id in block)
        for after in {block_of[id] for one in block for id in forward[one]} - {place}:
            if best[place] > best.get(after, -1.0):
                best[after], came[after] = best[place], place
    ends = [place for place in best if not set(goals).isdisjoint(blocks[place])]
    if not ends:
        return 0.0, []
    last = max(ends, key=lambda place: (best[place], -place))
    return best[last], [id for place in _line(came, last) for id in blocks[place]]


def _line(came: Mapping[int, int], last: int) -> list[int]:
    line = [last]
    while line[-1] in came:
        line.append(came[line[-1]])
    return line[::-1]


def _in_order(ways: Ways) -> list[list[str]]:
    """Blocks of nodes, every block after those that lead to it; without loops each node is its own."""
    order = {id: place for place, id in enumerate(ways)}
    parts = list(nx.strongly_connected_components(network(ways)))  # Tarjan: the last first
    return [sorted(part, key=order.__getitem__) for part in reversed(parts)]


def _without_back_flows(ways: Ways, starts: set[str]) -> dict[str, list[str]]:
    """The map without the flows that lead back to a node which every way from the start has passed."""
    if not loops(ways):
        return {id: list(after) for id, after in ways.items()}
    root = "\x00"
    above = nx.immediate_dominators(network({root: sorted(starts), **ways}), root)
    passed = {id: _above(id, above) for id in above}
    return {id: [to for to in after if to not in passed.get(id, ())] for id, after in ways.items()}


def _above(id: str, above: Mapping[str, str | None]) -> set[str]:
    """The node and everything that dominates it."""
    found: set[str] = set()
    at: str | None = id
    while at is not None and at not in found:
        found.add(at)
        at = above.get(at)
    return found
