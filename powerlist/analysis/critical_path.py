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
    circling = {id: place for place, loop in enumerate(loops(ways)) for id in loop}
    if not circling:
        return {id: list(after) for id, after in ways.items()}
    root = "\x00"
    above = nx.immediate_dominators(network({root: sorted(starts), **ways}), root)

    def leads_back(id: str, to: str) -> bool:
        return id in circling and circling[id] == circling.get(to) and _dominates(to, id, above)

    return {id: [to for to in after if not leads_back(id, to)] for id, after in ways.items()}


def _dominates(one: str, other: str, above: Mapping[str, str | None]) -> bool:
    """Whether every way from the root to `other` passes `one`; a node does itself."""
    at: str | None = other
    while at is not None and at != one:
        up = above.get(at)
        at = up if up != at else None
    return at is not None
