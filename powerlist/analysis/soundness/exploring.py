"""Exploring: the states of a net one by one, until a fault is met, all are seen, or it is too much."""

from collections import deque
from dataclasses import dataclass
from enum import Enum

from powerlist.analysis.soundness.net import ENTRY, EXIT, OUTSIDE, Kind, Net
from powerlist.analysis.soundness.tokens import Choice, Game, Marking, is_over

Move = tuple[Choice, tuple[int, ...]]


class Fault(Enum):
    """What goes wrong in a state."""

    STUCK = "stuck"  # nothing can happen, and it is not the end
    DOUBLED = "doubled"  # a flow would hold two tokens
    UNJOINED = "unjoined"  # the end is there while something goes on
    ENDLESS = "endless"  # something goes on, and the end is out of reach


@dataclass(frozen=True)
class Found:
    """A fault with the moves that lead to it, the tokens then, and the node where it shows."""

    fault: Fault
    node: int
    moves: tuple[Move, ...]
    marking: Marking


@dataclass(frozen=True)
class Outcome:
    """What exploring found; `whole` where every state was seen, so that finding nothing means sound."""

    found: Found | None
    whole: bool


class Exploring:
    """A walk over the states: depth first finds a fault soon, breadth first (`wide`) by the fewest moves."""

    def __init__(self, net: Net, most: int, *, wide: bool = False, toward: int | None = None) -> None:
        self.net, self.game, self.left, self.wide = net, Game(net, toward), most, wide
        self.came: dict[Marking, tuple[Marking, Move] | None] = {frozenset((ENTRY,)): None}
        self.before: dict[Marking, list[Marking]] = {}

    def run(self) -> Outcome:
        """Walk until a fault is met or nothing is left."""
        waiting = deque(self.came)
        while waiting:
            found = self._look_at(waiting.popleft() if self.wide else waiting.pop(), waiting)
            if found:
                return Outcome(found, whole=True)
            if self.left < 0:
                return Outcome(None, whole=False)
        partial = self.game.partial
        return Outcome(None if partial else self._endless(), whole=not partial)

    def _look_at(self, marking: Marking, waiting: deque[Marking]) -> Found | None:
        """Enter the states that follow, or tell what is wrong."""
        choices = self.game.enough(marking)
        if not choices and not is_over(marking):
            return self._told(Fault.STUCK, self._who_waits(marking), marking)
        for choice in choices:
            kept = marking - choice.taken
            for flows in self.game.results(choice):
                self.left -= 2 + len(marking) + len(flows)
                if self.left < 0:
                    return None
                move = choice, flows
                after = kept.union(flows)
                if len(after) < len(kept) + len(flows):
                    return self._told(Fault.DOUBLED, choice.node, marking, move)
                if EXIT in after and len(after) > 1 and self.game.choices(after):
                    return self._told(Fault.UNJOINED, choice.node, marking, move)
                if after not in self.came:
                    self.came[after] = marking, move
                    waiting.append(after)
                self.before.setdefault(after, []).append(marking)
        return None

    def _who_waits(self, marking: Marking) -> int:
        """The first join that has a token and waits for another."""
        waiting = [node for flow in marking if (node := self.net.targets[flow]) != OUTSIDE]
        joins = [node for node in waiting if self.net.join(node) is not Kind.ONE]
        return min(joins or waiting, key=self.game.order.__getitem__)

    def _endless(self) -> Found | None:
        """A state from which the end cannot be reached any more, though things go on happening."""
        good = {marking for marking in self.came if is_over(marking)}
        waiting = list(good)
        while waiting:
            fresh = [one for one in self.before.get(waiting.pop(), ()) if one not in good]
            good.update(fresh)
            waiting += fresh
        lost = next((marking for marking in self.came if marking not in good), None)
        if lost is None:
            return None
        return self._told(Fault.ENDLESS, self.net.targets[min(lost)], lost)

    def _told(self, fault: Fault, node: int, marking: Marking, last: Move | None = None) -> Found:
        moves, at = [last] if last else [], self.came[marking]
        while at is not None:
            moves.append(at[1])
            at = self.came[at[0]]
        return Found(fault, node, tuple(reversed(moves)), marking)


def explored(net: Net, most: int, *, wide: bool = False, toward: int | None = None) -> Outcome:
    """Explore a net with at most so much work (a token that is moved or carried along counts as one).

    `toward` is a node at which tokens are thought to meet: they are brought there first.
    """
    return Exploring(net, most, wide=wide, toward=toward).run()
