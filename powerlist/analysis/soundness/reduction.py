"""Reduction: a net made smaller by rules that keep it as sound or unsound as it was.

Series, parallel flows, self loops and neighbours of one kind, to a fixpoint: Murata (1989), “Petri nets:
properties, analysis and applications”, fig. 22, carried over to charts as Sadiq and Orlowska (2000) do, with
the inclusive gateway beside the other two. Of two nodes that become one, the one with more flows stays, and
only what a moved flow touches is looked at again: close to linear in the flows.
"""

from collections import deque

from powerlist.analysis.soundness.net import OUTSIDE, Kind, Net

_CLASHES = {
    (Kind.ONE, Kind.ALL),  # one of them comes, all are waited for
    (Kind.SOME, Kind.ALL),
    (Kind.ALL, Kind.ONE),  # several of them come, each goes on by itself
    (Kind.SOME, Kind.ONE),
}


class Reduction:
    """A net under reduction; a `clash` is a split that meets a join that cannot fit: it is unsound."""

    def __init__(self, net: Net) -> None:
        self.sources, self.targets = list(net.sources), list(net.targets)
        self.joins, self.splits = list(net.joins), list(net.splits)
        self.into, self.out = [set(flows) for flows in net.into], [set(flows) for flows in net.out]
        self.clash: tuple[int, int] | None = None  # the split and the join
        self._between: dict[tuple[int, int], int] = {}
        self._waiting = deque(range(len(net.names)))
        self._waits = [True] * len(net.names)
        for flow in range(len(self.sources)):
            self._enter(flow)
        while self._waiting and not self.clash:
            node = self._waiting.popleft()
            self._waits[node] = False
            self._with_next(node)
            self._with_previous(node)

    def rest(self, net: Net) -> Net:
        """What is left, as a net of its own."""
        nodes = [node for node in range(len(net.names)) if self.into[node] or self.out[node]]
        place = {node: number for number, node in enumerate(nodes)} | {OUTSIDE: OUTSIDE}
        flows = sorted(set().union(*self.into, *self.out))
        return Net(
            tuple(net.names[node] for node in nodes),
            tuple(self.joins[node] for node in nodes),
            tuple(self.splits[node] for node in nodes),
            tuple(place[self.sources[flow]] for flow in flows),
            tuple(place[self.targets[flow]] for flow in flows),
        )

    def _with_next(self, node: int) -> None:
        """The only way out of a node leads to a node that nothing else leads to, or to a join of its kind."""
        if len(self.out[node]) != 1:
            return
        (flow,) = self.out[node]
        after = self.targets[flow]
        if after in (OUTSIDE, node):
            return
        if len(self.into[after]) == 1:
            self._fuse(flow, self.joins[node], self.splits[after])
        elif len(self.into[node]) == 1 or self._join(node) is self._join(after) is not Kind.SOME:
            self._fuse(flow, self.joins[after], self.splits[after])

    def _with_previous(self, node: int) -> None:
        """The only way into a node comes from a split of its kind, or from a node with no other way out."""
        if len(self.into[node]) != 1:
            return
        (flow,) = self.into[node]
        before = self.sources[flow]
        if before in (OUTSIDE, node):
            return
        if len(self.out[before]) == 1 or len(self.out[node]) == 1:
            split = self.splits[node] if len(self.out[before]) == 1 else self.splits[before]
            self._fuse(flow, self.joins[before], split)
        elif self._split(before) is self._split(node):
            self._fuse(flow, self.joins[before], self.splits[before])

    def _fuse(self, flow: int, join: Kind, split: Kind) -> None:
        """Make the two nodes of a flow one."""
        before, after = self.sources[flow], self.targets[flow]
        self._drop(flow)
        stays, goes = (after, before) if self._size(after) >= self._size(before) else (before, after)
        self.joins[stays], self.splits[stays] = join, split
        moved = dict.fromkeys((*self.into[goes], *self.out[goes]))
        self._mark(stays)
        for one in moved:
            self._leave(one)
        for one in self.into[goes]:
            self.targets[one] = stays
            self._mark(self.sources[one])
        for one in self.out[goes]:
            self.sources[one] = stays
            self._mark(self.targets[one])
        self.into[stays] |= self.into[goes]
        self.out[stays] |= self.out[goes]
        self.into[goes], self.out[goes] = set(), set()
        for one in moved:
            self._enter(one)

    def _enter(self, flow: int) -> None:
        """Enter a flow between its nodes; beside another one it is as good as gone, or a fault."""
        source, target = self.sources[flow], self.targets[flow]
        if OUTSIDE in (source, target):
            return
        if source == target:
            self._loop(flow, source)
        elif (source, target) not in self._between:
            self._between[source, target] = flow
        elif (self._split(source), self._join(target)) in _CLASHES:
            self.clash = source, target
        else:
            self._drop(flow)

    def _loop(self, flow: int, node: int) -> None:
        """A way back to an exclusive gateway itself changes nothing; to most others it is a fault."""
        join, split = self._join(node), self._split(node)
        if join is Kind.ONE and split is Kind.ONE:
            self._drop(flow)
        elif join is Kind.ALL or (join is Kind.ONE and split is not Kind.ONE):
            self.clash = node, node

    def _drop(self, flow: int) -> None:
        self._leave(flow)
        source, target = self.sources[flow], self.targets[flow]
        self.out[source].discard(flow)
        self.into[target].discard(flow)
        self._mark(source)
        self._mark(target)

    def _leave(self, flow: int) -> None:
        pair = self.sources[flow], self.targets[flow]
        if self._between.get(pair) == flow:
            del self._between[pair]

    def _mark(self, node: int) -> None:
        if node != OUTSIDE and not self._waits[node]:
            self._waits[node] = True
            self._waiting.append(node)

    def _size(self, node: int) -> int:
        return len(self.into[node]) + len(self.out[node])

    def _join(self, node: int) -> Kind:
        return self.joins[node] if len(self.into[node]) > 1 else Kind.ONE

    def _split(self, node: int) -> Kind:
        return self.splits[node] if len(self.out[node]) > 1 else Kind.ONE
