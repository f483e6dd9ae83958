"""The chart as numbers: which arrows go back, in what order boxes come, what the main line is."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

from powerlist.views.diagrams.chart import Arrow, Chart, Shape


@dataclass(frozen=True, slots=True)
class Link:
    """One arrow between node numbers; `back` closes a loop."""

    index: int
    source: int
    target: int
    back: bool
    arrow: Arrow


@dataclass(frozen=True, slots=True)
class Flow:
    """Nodes by number in the author's order, links by number, and what was worked out about them."""

    lanes: tuple[int, ...]  # lane number of each node
    shapes: tuple[Shape, ...]
    links: tuple[Link, ...]
    entering: tuple[tuple[Link, ...], ...]
    leaving: tuple[tuple[Link, ...], ...]
    order: tuple[int, ...]  # forward arrows never go back in it; ties as the author wrote
    main: tuple[int, ...]  # the link that carries the main line on, or -1


def flow_of(chart: Chart) -> Flow:
    """Number the chart's parts. Linear in its size."""
    number = {node.id: i for i, node in enumerate(chart.nodes)}
    lane = {item.id: i for i, item in enumerate(chart.lanes)}
    pairs = [(number[a.source], number[a.target]) for a in chart.arrows]
    back = _back_links(len(chart.nodes), pairs)
    links = tuple(
        Link(i, s, t, i in back, a) for i, ((s, t), a) in enumerate(zip(pairs, chart.arrows, strict=True))
    )
    count = range(len(chart.nodes))
    entering = tuple(tuple(link for link in links if link.target == n) for n in count)
    leaving = tuple(tuple(link for link in links if link.source == n) for n in count)
    order = _order(entering, leaving)
    return Flow(
        tuple(lane[node.lane] for node in chart.nodes),
        tuple(node.shape for node in chart.nodes),
        links,
        entering,
        leaving,
        order,
        _main_links(leaving, order),
    )


def _back_links(count: int, pairs: Sequence[tuple[int, int]]) -> set[int]:
    """Links that close a loop, as few as can be: a loop that is entered at two places may be cut at either.

    A loop with one entry is always cut at the link that returns to it, whatever exit is walked first.
    """
    leaving: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for i, (source, target) in enumerate(pairs):
        leaving[source].append((i, target))
    roots = _roots(count, pairs)
    back = _closing(leaving, roots)
    forks = [node for node in range(count) if len(leaving[node]) > 1] if len(back) > 1 else []
    for node in forks:
        leaving[node].reverse()
        other = _closing(leaving, roots)
        if len(other) < len(back):
            back = other
        else:
            leaving[node].reverse()
    return back


def _roots(count: int, pairs: Sequence[tuple[int, int]]) -> list[int]:
    """Where a walk begins: the starts first."""
    entered = {target for source, target in pairs if source != target}
    return [n for n in range(count) if n not in entered] + list(range(count))


def _closing(leaving: Sequence[Sequence[tuple[int, int]]], roots: Sequence[int]) -> set[int]:
    """Links to a box on the way that led to them, in a depth-first walk."""
    state = [0] * len(leaving)  # 0 unseen, 1 on the way, 2 done
    back: set[int] = set()
    for root in roots:
        if state[root]:
            continue
        state[root] = 1
        stack = [(root, iter(leaving[root]))]
        while stack:
            node, rest = stack[-1]
            for link, target in rest:
                if state[target] == 1:
                    back.add(link)
                elif state[target] == 0:
                    state[target] = 1
                    stack.append((target, iter(leaving[target])))
                    break
            else:
                state[node] = 2
                stack.pop()
    return back


def _order(entering: Sequence[Sequence[Link]], leaving: Sequence[Sequence[Link]]) -> tuple[int, ...]:
    waits = [sum(not link.back for link in links) for links in entering]
    ready = [n for n, wait in enumerate(waits) if not wait]
    heapq.heapify(ready)
    order = []
    while ready:
        node = heapq.heappop(ready)
        order.append(node)
        for link in leaving[node]:
            if not link.back:
                waits[link.target] -= 1
                if not waits[link.target]:
                    heapq.heappush(ready, link.target)
    return tuple(order)


def _main_links(leaving: Sequence[Sequence[Link]], order: Sequence[int]) -> tuple[int, ...]:
    """The favourable exit, else the one with the longest way still to go."""
    ahead = [0] * len(order)
    main = [-1] * len(order)
    for node in reversed(order):
        forward = [link for link in leaving[node] if not link.back]
        if not forward:
            continue
        ahead[node] = 1 + max(ahead[link.target] for link in forward)
        best = max(forward, key=lambda link: (link.arrow.favourable, ahead[link.target], -link.index))
        main[node] = best.index
    return tuple(main)
