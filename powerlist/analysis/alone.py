"""How far one hand walks alone: a way from start to end whose every step it does, a decision among them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from powerlist.analysis.bypass import open_nodes
from powerlist.analysis.road import Road, shortest
from powerlist.analysis.separation import Hand
from powerlist.analysis.together import Closure
from powerlist.graph.power_graph import Node
from powerlist.model.codes import StepKind
from powerlist.model.organisation import Post
from powerlist.model.process import Step


def ways_alone(
    road: Road,
    hands: Iterable[Hand],
    decisions: Sequence[str],
    free: Callable[[Step], bool],
    done_by: Mapping[str, Post],
) -> Iterator[tuple[Hand, list[str]]]:
    """The hands that can walk a process alone, each with its shortest way start → decision → end.

    At least two steps of the hand are on it. Steps of nobody block the way, unless they are start or end, or
    `free` says that an outsider does them; another's branch at a parallel bar blocks the bar. A decision must
    lie on the way: one window may turn an application down without any help. `done_by` are the posts that do
    each node (see `doers`).
    """
    order = {id: place for place, id in enumerate(road.nodes)}
    steps: dict[str, list[str]] = {}
    for id, post in done_by.items():
        if isinstance(road.nodes[id], Step):
            steps.setdefault(post.id, []).append(id)
    starts, goals = set(road.starts), set(decisions)
    turn = {id: place for place, id in enumerate(decisions)}
    everybodys = {id for id, node in road.nodes.items() if id not in done_by and _is_free(node, free)}
    for hand in hands:
        own = {post.id for post in hand.posts}
        mine = sorted((id for post in own for id in steps.get(post, ())), key=order.__getitem__)
        allow = _Allowed(own, done_by, everybodys)
        deciding = sorted({*goals.intersection(mine), *(goals & everybodys)}, key=turn.__getitem__)
        if len(mine) > 1 and shortest(road.behind, deciding, starts, allow):
            found = open_nodes(road, allow)
            alone = _Alone(road, found, [id for id in mine if id in found])
            way = alone.way([id for id in deciding if id in found])
            if way:
                yield hand, way


def _is_free(node: Node, free: Callable[[Step], bool]) -> bool:
    if not isinstance(node, Step):
        return True
    return node.step_kind in (StepKind.START, StepKind.END) or free(node)


@dataclass(frozen=True)
class _Allowed:
    """Whether a hand passes a node: its own, or what is nobody's."""

    own: set[str]
    done_by: Mapping[str, Post]
    everybodys: set[str]

    def __call__(self, id: str) -> bool:
        post = self.done_by.get(id)
        return id in self.everybodys if post is None else post.id in self.own


class _Alone:
    """The part of a process that one hand may walk: `mine` are its own steps there."""

    def __init__(self, road: Road, open: set[str], mine: Iterable[str]) -> None:
        self.road, self.open, self.mine = road, open, dict.fromkeys(mine)
        self.map = Closure(
            {id: [to for to in road.ahead[id] if to in open] for id in road.ahead if id in open}
        )
        self.ends = self.map.bits(id for id in road.ends if id in open)
        count = Counter(self.map.part[id] for id in self.mine)
        self.single = {part for part, steps in count.items() if steps == 1}
        self.last = self.map.bits(id for id in self.mine if self._ends(id))
        self.led = 0  # where a step of its own leads, other than to itself
        for id in self.mine:
            self.led |= self.map.ahead_of(id) & ~self._only(id)

    def way(self, decisions: Sequence[str]) -> list[str] | None:
        """The shortest way over the first decision that has another step of the hand before or after it."""
        return next((self._way_by(one) for one in decisions if self._has_company(one)), None)

    def _has_company(self, decision: str) -> bool:
        after = self.map.ahead_of(decision) & ~self._only(decision) & self.last
        return self._ends(decision) and bool(after or self.led >> self.map.part[decision] & 1)

    def _way_by(self, decision: str) -> list[str] | None:
        others = [id for id in self.mine if id != decision]
        before = ([other, decision] for other in others if self.map.leads(other, decision))
        after = (
            [decision, other] for other in others if self.map.leads(decision, other) and self._ends(other)
        )
        for stops in ([decision], *before, *after):
            way = _way_over(self.road, stops, self.open.__contains__)
            if way and len(self.mine.keys() & {*way}) > 1:
                return way
        return None

    def _ends(self, id: str) -> bool:
        return bool(self.map.ahead_of(id) & self.ends)

    def _only(self, id: str) -> int:
        """The part of a step as bits, where it is the only step of the hand there."""
        part = self.map.part[id]
        return 1 << part if part in self.single and id in self.mine else 0


def _way_over(road: Road, stops: list[str], passable: Callable[[str], bool]) -> list[str] | None:
    """The shortest way from a start over the stops in their order to an end, over passable nodes."""
    way = shortest(road.ahead, road.starts, {stops[0]}, passable)
    for goals in [*({stop} for stop in stops[1:]), set(road.ends)]:
        onward = shortest(road.ahead, way[-1:], goals, passable) if way else None
        way = [*way, *onward[1:]] if way and onward else None
    return way
