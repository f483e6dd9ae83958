"""A track for every run, so that no two runs that meet lie on one another.

Runs in a channel get track numbers; runs in a row or column of boxes get an offset (points) from its middle.
Source of the order: crossings counted for each pair of runs side by side (lessons of channel routing).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from powerlist.views.diagrams.routing.runs import Run

Spread = tuple[float, float]  # where a run begins and ends along its line
RunKey = tuple[int, int]

STEP = 8.0
PORT_GAP = 18.0
LINE_GAP = 12.0
_SWAPS = 4


def key(run: Run) -> RunKey:
    """What names a run."""
    return run.link.index, run.part


def crossings(first: Run, second: Run, spread: Mapping[RunKey, Spread]) -> float:
    """Crossings if `first` lies on the smaller side of `second`."""
    return _poking(first, second, spread, 1) + _poking(second, first, spread, -1)


def _poking(one: Run, other: Run, spread: Mapping[RunKey, Spread], side: int) -> float:
    """How many ends of `one` that turn to `side` go through `other`."""
    low, high = spread[key(other)]
    count = 0.0
    for turn, at in zip((one.low_turn, one.high_turn), spread[key(one)], strict=True):
        if turn == side:
            if low < at < high:
                count += 1.0
            elif at in (low, high):
                count += 0.4
    return count


def channel_tracks(
    runs: Sequence[Run], meets: Callable[[Run, Run], bool], spread: Mapping[RunKey, Spread]
) -> dict[RunKey, int]:
    """Track numbers from 0 within one channel, by adjacent exchanges until no pair gains."""
    order = sorted(runs, key=lambda r: (spread[key(r)][0] + spread[key(r)][1], key(r)))
    order = sorted(order, key=lambda r: r.low_turn + r.high_turn)
    for _ in range(len(order)):
        changed = False
        for i in range(len(order) - 1):
            a, b = order[i], order[i + 1]
            if crossings(b, a, spread) < crossings(a, b, spread):
                order[i], order[i + 1] = b, a
                changed = True
        if not changed:
            break
    tracks: dict[RunKey, int] = {}
    for i, run in enumerate(order):
        below = [tracks[key(other)] for other in order[:i] if meets(run, other)]
        tracks[key(run)] = max(below, default=-1) + 1
    return tracks


@dataclass(frozen=True, slots=True)
class Bundle:
    """The runs of one row or column of boxes, and what keeps them apart."""

    runs: Sequence[Run]
    meets: Callable[[Run, Run], bool]
    spread: Mapping[RunKey, Spread]
    room: Callable[[Run, Run], float]
    limits: Mapping[RunKey, float]  # how far off the middle each may lie

    def offsets(self) -> dict[RunKey, float]:
        """Offsets (points) from the middle; straight box-to-box runs take the middle first."""
        order = sorted(
            self.runs, key=lambda r: (-len(r.nodes), r.link.back, self.limits[key(r)], r.high - r.low, key(r))
        )
        near = self._near(order)
        offsets: dict[RunKey, float] = {}
        for run in order:
            offsets[key(run)] = self._best(run, [o for o in near[key(run)] if key(o) in offsets], offsets)
        for _ in range(_SWAPS):
            if not self._swapped(order, near, offsets):
                break
        return offsets

    def _near(self, order: Sequence[Run]) -> dict[RunKey, list[Run]]:
        """For each run those that it must keep apart from."""
        near: dict[RunKey, list[Run]] = {key(run): [] for run in order}
        for i, a in enumerate(order):
            for b in order[i + 1 :]:
                if self.meets(a, b):
                    near[key(a)].append(b)
                    near[key(b)].append(a)
        return near

    def _best(self, run: Run, near: Sequence[Run], offsets: Mapping[RunKey, float]) -> float:
        candidates = {0.0}
        for other in near:
            at, gap = offsets[key(other)], self.room(run, other)
            candidates |= {at + gap, at - gap}
        reach = max(abs(c) for c in candidates)
        candidates |= {reach + PORT_GAP, -reach - PORT_GAP}
        lean = (run.low_turn + run.high_turn) or 1
        best, chosen = float("inf"), 0.0
        for at in sorted(candidates, key=lambda c: (abs(c), -c * lean)):
            cost = self._cost(run, at, near, offsets)
            if cost < best - 1e-9:
                best, chosen = cost, at
        return chosen

    def _cost(self, run: Run, at: float, near: Sequence[Run], offsets: Mapping[RunKey, float]) -> float:
        """What it costs that `run` lies at `at`; infinite on top of another run."""
        cost = abs(at) * (1.0 if run.nodes else 0.3) + (1000.0 if abs(at) > self.limits[key(run)] else 0.0)
        for other in near:
            there = offsets[key(other)]
            if abs(at - there) < self.room(run, other) - 1e-6:
                return float("inf")
            pair = (run, other) if at < there else (other, run)
            cost += 60.0 * crossings(*pair, self.spread)
        return cost

    def _swapped(
        self, order: Sequence[Run], near: Mapping[RunKey, Sequence[Run]], offsets: dict[RunKey, float]
    ) -> bool:
        """Exchange the offsets of two runs side by side where that costs less; True if any were."""
        changed = False
        for a in order:
            for b in near[key(a)]:
                if key(a) < key(b) and self._gain(a, b, near, offsets) > 1e-6:
                    offsets[key(a)], offsets[key(b)] = offsets[key(b)], offsets[key(a)]
                    changed = True
        return changed

    def _gain(
        self, a: Run, b: Run, near: Mapping[RunKey, Sequence[Run]], offsets: Mapping[RunKey, float]
    ) -> float:
        swapped = {**offsets, key(a): offsets[key(b)], key(b): offsets[key(a)]}
        costs = [
            self._cost(a, of[key(a)], near[key(a)], of) + self._cost(b, of[key(b)], near[key(b)], of)
            for of in (offsets, swapped)
        ]
        return costs[0] - costs[1]
