"""The road as an outsider sees it: hidden steps are contracted, choices between visible ways are kept.

A way through hidden boxes becomes one arrow. Where hidden boxes lead to several visible ones, the first of
them where the ways part stands for all as one decision; its exits carry the conditions that decided. A return
to the very step that an official did (internal rework) is nobody else's business. A hidden split or join is
kept where visible ways run side by side.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from powerlist.model.codes import GatewayKind
from powerlist.model.process import Flow, Gateway
from powerlist.views.road import Node, Road, is_edge

OR = " / "


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow between two boxes that an outsider sees."""

    id: str
    source: str
    target: str
    condition: str = ""
    favourable: bool = False


class Contraction:
    """What is left of a road when its hidden boxes are contracted."""

    def __init__(self, road: Road) -> None:
        self.road = road
        self.hidden = {node.id for node in road.nodes if not (node.visible or is_edge(node))}
        self._exits = {id: [f.target for f in road.leaving[id]] for id in road.by_id}
        self._entries = {id: [f.source for f in road.entering[id]] for id in road.by_id}
        self._settle_splits()

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """Every arrow once, in the order of the road."""
        place = {node.id: i for i, node in enumerate(self.road.nodes)}
        ways = [*self._outward, *(way for choice in self._choices for way in self._exits_of(choice))]
        return tuple(sorted(_merged(ways), key=lambda way: (place[way.source], not way.favourable)))

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The boxes an outsider sees, and the choices that stand for hidden ones, in reading order."""
        return tuple(n for n in self.road.nodes if n.id not in self.hidden or n.id in self._choices)

    def is_choice(self, node: Node) -> bool:
        """Whether a hidden box stands for a choice."""
        return node.id in self._choices

    def question(self, choice: Node) -> str:
        """What a choice asks, where it alone decides; several hidden boxes together ask nothing."""
        exits = {f.id for f in self.road.leaving[choice.id]}
        targets = self._choices[choice.id]
        alone = all({f.id for f in self._deciding(choice.id, t, targets)} <= exits for t in targets)
        return choice.name if alone and isinstance(choice, Gateway) else ""

    def seen_of(self, way: Sequence[str]) -> tuple[str, ...]:
        """A way through all boxes as the outsider sees it."""
        seen: list[str] = []
        into: str | None = None  # the first hidden box since the last visible one
        for id in way:
            if id in self.hidden:
                into = into or id
                continue
            if seen and into and (choice := self._choice(into, seen[-1])):
                seen.append(choice)
            if not seen or seen[-1] != id:
                seen.append(id)
            into = None
        return tuple(seen)

    # -- where hidden boxes lead

    def _reach(self, id: str, exits: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        """The visible boxes behind `id` (itself if it is one), with nothing visible between."""
        found: dict[str, None] = {}
        seen, stack = {id}, [id]
        while stack:
            at = stack.pop()
            if at not in self.hidden:
                found[at] = None
                continue
            fresh = [n for n in exits[at] if n not in seen]
            seen.update(fresh)
            stack.extend(reversed(fresh))
        return tuple(found)

    def _targets(self, into: str, source: str) -> tuple[str, ...]:
        """Where a hidden box leads someone who comes from `source`; not back to an official's own step."""
        own = source if self.road.by_id[source].post else None
        return tuple(id for id in self._reach(into, self._exits) if id != own)

    def _choice(self, into: str, source: str) -> str | None:
        """The hidden box that stands for the choice behind `into`; None where there is none."""
        if len(self._targets(into, source)) < 2:
            return None
        at, seen = into, {into}
        while True:
            onward = {id: set(t) for id in self._exits[at] if (t := self._targets(id, source))}
            first = next(iter(onward))
            if first in seen or any(targets != onward[first] for targets in onward.values()):
                return at
            at = first
            seen.add(at)

    # -- arrows

    @cached_property
    def _outward(self) -> tuple[Way, ...]:
        """The arrows that leave visible boxes."""
        return tuple(w for n in self.road.nodes if n.id not in self.hidden for w in self._leaving(n.id))

    def _leaving(self, source: str) -> Iterator[Way]:
        for flow in self.road.leaving[source]:
            if flow.target not in self._exits[source]:
                continue
            if flow.target not in self.hidden:
                yield _way(flow, source, flow.target)
                continue
            choice = self._choice(flow.target, source)
            for target in (choice,) if choice else self._targets(flow.target, source):
                yield _way(flow, source, target)

    @cached_property
    def _choices(self) -> dict[str, tuple[str, ...]]:
        """Each choice with the visible boxes it leads to."""
        found: dict[str, dict[str, None]] = {}
        for source in (n.id for n in self.road.nodes if n.id not in self.hidden):
            for into in self._exits[source]:
                choice = self._choice(into, source) if into in self.hidden else None
                if choice:
                    found.setdefault(choice, {}).update(dict.fromkeys(self._targets(into, source)))
        return {choice: tuple(targets) for choice, targets in found.items()}

    def _exits_of(self, choice: str) -> Iterator[Way]:
        targets = self._choices[choice]
        hoped = self._hoped_for(choice)
        for target in targets:
            deciding = self._deciding(choice, target, targets)
            words = OR.join(dict.fromkeys(f.condition.strip() for f in deciding if f.condition.strip()))
            yield Way(f"{choice}>{target}", choice, target, words, target == hoped)

    def _deciding(self, choice: str, target: str, targets: tuple[str, ...]) -> Iterable[Flow]:
        """The hidden flows behind which `target` alone is left."""
        seen, stack = {choice}, [choice]
        while stack:
            at = stack.pop(0)
            for flow in self.road.leaving[at]:
                if flow.target not in self._exits[at]:
                    continue
                left = [id for id in self._reach(flow.target, self._exits) if id in targets]
                if left == [target]:
                    yield flow
                elif flow.target in self.hidden and flow.target not in seen:
                    seen.add(flow.target)
                    stack.append(flow.target)

    def _hoped_for(self, choice: str) -> str | None:
        """Where the favourable exits lead."""
        at, seen = choice, {choice}
        while at in self.hidden:
            flows = self.road.leaving[at]
            onward = next((f.target for f in flows if f.favourable or len(flows) == 1), None)
            if onward is None or onward in seen:
                return None
            seen.add(onward)
            at = onward
        return at

    # -- splits and joins

    def _settle_splits(self) -> None:
        """Hidden splits and joins of visible ways are shown; a branch wholly hidden is left out."""
        bars = [n.id for n in self.road.nodes if n.id in self.hidden and _is_parallel(n)]
        for id in bars:
            self._leave_out_hidden_branches(id)
        shown = []
        for id in bars:
            if self._sides(id, self._exits) > 1 or self._sides(id, self._entries) > 1:
                shown.append(id)
            else:
                self._exits[id] = self._exits[id][:1]  # 各支对外并无区别
        self.hidden.difference_update(shown)

    def _sides(self, bar: str, table: Mapping[str, Sequence[str]]) -> int:
        """How many ways run side by side at a bar, as far as an outsider can tell them apart."""
        apart = self._apart(self._reach_from(bar, table), bar, table)
        ends = {frozenset(end for end in self._reach(n, table) if end in apart) for n in table[bar]}
        return len(ends - {frozenset()})

    def _leave_out_hidden_branches(self, id: str) -> None:
        ahead = self._reach_from(id, self._exits)
        kept = self._apart(ahead, id, self._exits)
        exits = self._exits[id]
        fits = [n for n in exits if not (r := self._reach(n, self._exits)) or any(t in kept for t in r)]
        self._exits[id] = fits or exits
        for gone in set(exits) - set(self._exits[id]):
            self._entries[gone] = [n for n in self._entries[gone] if n != id]

    def _reach_from(self, id: str, table: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t for n in table[id] for t in self._reach(n, table)))

    def _apart(self, ends: Sequence[str], bar: str, table: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        """The ends that none of the others leads to without coming by the bar again."""
        behind = {end: self._all_behind(end, bar, table) for end in ends}
        return tuple(
            end
            for end in ends
            if not any(end in behind[o] and o not in behind[end] for o in ends if o != end)
        )

    def _all_behind(self, start: str, bar: str, table: Mapping[str, Sequence[str]]) -> set[str]:
        seen, stack = {start, bar}, [start]
        while stack:
            fresh = [n for n in table[stack.pop()] if n not in seen]
            seen.update(fresh)
            stack.extend(fresh)
        return seen - {bar}


def _is_parallel(node: Node) -> bool:
    return isinstance(node, Gateway) and node.gateway_kind is GatewayKind.PARALLEL


def _way(flow: Flow, source: str, target: str) -> Way:
    return Way(flow.id, source, target, flow.condition.strip(), flow.favourable)


def _merged(ways: Iterable[Way]) -> Iterator[Way]:
    """One arrow between the same two boxes on the same condition."""
    found: dict[tuple[str, str, str], Way] = {}
    for way in ways:
        key = (way.source, way.target, way.condition)
        found[key] = (
            replace(way, id=found[key].id) if key in found and way.favourable else found.get(key, way)
        )
    yield from found.values()
