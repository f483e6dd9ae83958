"""The critical path: how long a process takes on its longest way.

On parallel branches all must be waited for and on exclusive ones the longest may be taken, so both count as
their longest. Back flows (their target dominates their source) are left out, which on a reducible flow graph
gives exactly the longest way without repetition (Hecht and Ullman 1972). Where `rounds` count, every loop is
gone round once: steps from which the way only leads back are added, each once, and what is done again after
them is not. What still circles is counted as one block, each step once. Linear in steps and flows.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

import networkx as nx

from powerlist.analysis.road import Ways, loops, network, reach


def longest(
    ways: Ways,
    days: Mapping[str, float],
    starts: Iterable[str],
    goals: Collection[str],
    *,
    rounds: bool = False,
) -> tuple[float, list[str]]:
    """The greatest sum of `days` on a way from a start to a goal, and that way; (0, []) where none leads.

    With `rounds` the way goes round each loop once; what it passes a second time adds nothing.
    """
    starts = set(starts)
    forward = _without_back_flows(ways, starts)
    back = _ways_back(ways, forward, days, goals) if rounds else {}
    blocks = _in_order(forward)
    block_of = {id: place for place, block in enumerate(blocks) for id in block}
    best: dict[int, float] = {}
    came: dict[int, int] = {}
    for place, block in enumerate(blocks):
        if place not in best and not starts.isdisjoint(block):
            best[place] = 0.0
        if place not in best:
            continue
        best[place] += sum(days.get(one, 0.0) for id in block for one in (id, *back.get(id, ())))
        for after in {block_of[id] for one in block for id in forward[one]} - {place}:
            if best[place] > best.get(after, -1.0):
                best[after], came[after] = best[place], place
    ends = [place for place in best if not set(goals).isdisjoint(blocks[place])]
    if not ends:
        return 0.0, []
    last = max(ends, key=lambda place: (best[place], -place))
    line = [id for place in _line(came, last) for id in blocks[place]]
    way = _gone_back(line, back, ways)
    return (sum(days.get(id, 0.0) for id in dict.fromkeys(way)) if back else best[last]), way


def _ways_back(
    ways: Ways, forward: Ways, days: Mapping[str, float], goals: Collection[str]
) -> dict[str, list[str]]:
    """By node, the longest way back from it to where it has been, over nodes that lead to no goal else."""
    if all(len(after) == len(forward[id]) for id, after in ways.items()):
        return {}
    behind: dict[str, list[str]] = {id: [] for id in forward}
    for id, after in forward.items():
        for to in after:
            behind[to].append(id)
    home = reach(behind, goals)
    astray = {id: [to for to in after if to not in home] for id, after in forward.items() if id not in home}
    returning = {id for id in astray if not home.isdisjoint(ways[id])}
    order = {id: place for place, id in enumerate(ways)}
    found: dict[str, list[str]] = {}
    for id in home:
        leaving = [to for to in forward[id] if to in astray]
        near = reach(astray, leaving)
        part = {one: astray[one] for one in sorted(near, key=order.__getitem__)}
        total, way = longest(part, days, leaving, returning)
        if total:
            found[id] = way
    return found


def _gone_back(line: Sequence[str], back: Mapping[str, list[str]], ways: Ways) -> list[str]:
    """The way with each way back in it, once: out, to where it returns to, and on from where it left."""
    way: list[str] = []
    passed: set[str] = set()
    for place, id in enumerate(line):
        way.append(id)
        out = back.get(id, [])
        if not passed.issuperset(out):
            again = (line[turn] for turn in range(place, -1, -1) if line[turn] in ways[out[-1]])
            way += dict.fromkeys((*out, next(again, id), id))
        passed.update(out)
    return way


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
