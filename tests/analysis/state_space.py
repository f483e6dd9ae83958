"""The slow honest answer about soundness: every state in every order, on a chart's nodes and arrows alone.

It shares no code with the package. An arrow is a bit, a state a number; a chart is unsound as soon as an
arrow would hold two tokens, nothing can happen before the end, the end comes while something else is under
way, the end has become out of reach, or a node never has its turn.
"""

from collections.abc import Iterator
from itertools import combinations

from tests.analysis.charts import Chart


class TooMany(Exception):
    """More states than the test has patience for."""


class Twice(Exception):
    """An arrow that holds two tokens."""


class StateSpace:
    def __init__(self, chart: Chart, most: int = 3_000) -> None:
        self.kinds, self.most = {**chart.kinds, "<": "t", ">": "t"}, most
        self.arrows = [("", "<"), (">", ""), *chart.arrows]
        self.arrows += [("<", name) for name, kind in chart.kinds.items() if kind == "s"]
        self.arrows += [(name, ">") for name, kind in chart.kinds.items() if kind == "e"]
        self.into = {name: [i for i, (_, b) in enumerate(self.arrows) if b == name] for name in self.kinds}
        self.out = {name: [i for i, (a, _) in enumerate(self.arrows) if a == name] for name in self.kinds}
        self.coming = {name: self._coming(name) for name, kind in self.kinds.items() if kind == "o"}

    def _coming(self, join: str) -> dict[int, set[int]]:
        """For each arrow: on which arrows into `join` a token there could come, not passing `join` before."""
        table: dict[int, set[int]] = {}
        for arrow in range(len(self.arrows)):
            seen, waiting = {arrow}, [arrow]
            while waiting:
                target = self.arrows[waiting.pop()][1]
                if target and target != join:
                    fresh = set(self.out[target]) - seen
                    seen |= fresh
                    waiting += fresh
            table[arrow] = seen.intersection(self.into[join])
        return table

    def turns(self, state: int) -> Iterator[tuple[str, int]]:
        """Who may go on, and the state after it; `Twice` where that is none."""
        tokens = [i for i in range(len(self.arrows)) if state >> i & 1]
        for name in dict.fromkeys(self.arrows[i][1] for i in tokens if self.arrows[i][1]):
            kind, held = self.kinds[name], [i for i in tokens if self.arrows[i][1] == name]
            for taken in self._takes(name, kind, held, state):
                left = state
                for arrow in taken:
                    left &= ~(1 << arrow)
                for given in self._gives(name, kind):
                    if any(left >> arrow & 1 for arrow in given):
                        raise Twice(name)
                    yield name, left | sum(1 << arrow for arrow in given)

    def _takes(self, name: str, kind: str, held: list[int], state: int) -> list[list[int]]:
        if kind not in "ao" or not held:
            return [[arrow] for arrow in held]
        if kind == "a":
            return [held] if len(held) == len(self.into[name]) else []
        others = [i for i in range(len(self.arrows)) if state >> i & 1 and i not in held]
        free = all(self.coming[name][i] <= set(held) or self.coming[name][i] & set(held) for i in others)
        return [held] if free else []

    def _gives(self, name: str, kind: str) -> list[tuple[int, ...]]:
        out = self.out[name]
        if kind == "a":
            return [tuple(out)] if out else []
        if kind == "o":
            return [some for count in range(1, len(out) + 1) for some in combinations(out, count)]
        return [(arrow,) for arrow in out]

    def is_sound(self) -> bool:
        try:
            return self._walked()
        except Twice:
            return False

    def _walked(self) -> bool:
        before: dict[int, set[int]] = {1: set()}
        waiting, busy = [1], set()
        while waiting:
            state = waiting.pop()
            moves = list(self.turns(state))
            if (state & 2 and state != 2) or (not moves and state != 2):
                return False
            for name, after in moves:
                busy.add(name)
                if after not in before:
                    before[after] = set()
                    waiting.append(after)
                    if len(before) > self.most:
                        raise TooMany
                before[after].add(state)
        return 2 in before and busy == self.kinds.keys() and len(self._home(before)) == len(before)

    def _home(self, before: dict[int, set[int]]) -> set[int]:
        good, waiting = {2}, [2]
        while waiting:
            fresh = before[waiting.pop()] - good
            good |= fresh
            waiting += fresh
        return good

    def after(self, run: tuple[str, ...]) -> tuple[set[int], bool]:
        """Every state after the nodes of a run in order, and whether the last may double an arrow."""
        states, twice = {1}, False
        for name in ("<", *run):
            states, twice = self._then(states, name)
        return states, twice

    def _then(self, states: set[int], name: str) -> tuple[set[int], bool]:
        found, twice = set(), False
        for state in states:
            try:
                found |= {after for who, after in self.turns(state) if who == name}
            except Twice as met:
                twice |= str(met) == name
                found |= self._tolerant(state, name)
        return found, twice

    def _tolerant(self, state: int, name: str) -> set[int]:
        """As `turns` of one node, less what would double an arrow."""
        held = [i for i in self.into[name] if state >> i & 1]
        found = set()
        for taken in self._takes(name, self.kinds[name], held, state):
            left = state & ~sum(1 << i for i in taken)
            for given in self._gives(name, self.kinds[name]):
                if not any(left >> i & 1 for i in given):
                    found.add(left | sum(1 << i for i in given))
        return found
