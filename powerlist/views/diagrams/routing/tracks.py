"""A track for every run, so that no two runs that meet lie on one another.

Runs in a channel get track numbers; runs in a row or column of boxes get an offset (points) from its middle.
Source of the order: crossings counted for each pair of runs side by side (lessons of channel routing).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from powerlist.views.diagrams.routing.runs import Run, RunKey

Spread = tuple[float, float]  # where a run begins and ends along its line
Meets = Callable[[Run, Run], bool]

STEP = 8.0
PORT_GAP = 18.0
LINE_GAP = 12.0
_SWAPS = 4
_CROSSING = 60.0


def crossings(first: Run, second: Run, spread: Mapping[RunKey, Spread]) -> float:
    """Crossings if `first` lies on the smaller side of `second`."""
    return _poking(first, second, spread, 1) + _poking(second, first, spread, -1)


def _poking(one: Run, other: Run, spread: Mapping[RunKey, Spread], side: int) -> float:
    """How many ends of `one` that turn to `side` go through `other`."""
    low, high = spread[other.key]
    first, last = spread[one.key]
    count = _poke(first, low, high) if one.low_turn == side else 0.0
    return count + _poke(last, low, high) if one.high_turn == side else count


def _poke(at: float, low: float, high: float) -> float:
    if low < at < high:
        return 1.0
    return 0.4 if at in (low, high) else 0.0


def channel_tracks(runs: Sequence[Run], meets: Meets, spread: Mapping[RunKey, Spread]) -> dict[RunKey, int]:
    """Track numbers from 0 within one channel, by adjacent exchanges until no pair gains."""
    if len(runs) == 1:
        return {runs[0].key: 0}
    order = sorted(runs, key=lambda r: (spread[r.key][0] + spread[r.key][1], r.key))
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
        below = [tracks[other.key] for other in order[:i] if meets(run, other)]
        tracks[run.key] = max(below, default=-1) + 1
    return tracks


Neighbour = tuple[Run, float, float, float]  # room between; crossings' price before and behind it


@dataclass(frozen=True, slots=True)
class Bundle:
    """The runs of one row or column of boxes, and what keeps them apart."""

    runs: Sequence[Run]
    meets: Meets
    spread: Mapping[RunKey, Spread]
    room: Callable[[Run, Run], float]
    limit: Callable[[Run], float]  # how far off the middle a run may lie

    def offsets(self) -> dict[RunKey, float]:
        """Offsets (points) from the middle; straight box-to-box runs take the middle first."""
        if len(self.runs) == 1:
            return {self.runs[0].key: 0.0}
        limits = {run.key: self.limit(run) for run in self.runs}
        order = sorted(
            self.runs, key=lambda r: (-len(r.nodes), r.link.back, limits[r.key], r.high - r.low, r.key)
        )
        near = self._near(order)
        offsets: dict[RunKey, float] = {}
        for run in order:
            settled = [one for one in near[run.key] if one[0].key in offsets]
            offsets[run.key] = _best(run, limits[run.key], settled, offsets) if settled else 0.0
        for _ in range(_SWAPS):
            if not _swapped(order, limits, near, offsets):
                break
        return offsets

    def _near(self, order: Sequence[Run]) -> dict[RunKey, list[Neighbour]]:
        """For each run those that it must keep apart from."""
        near: dict[RunKey, list[Neighbour]] = {run.key: [] for run in order}
        for i, a in enumerate(order):
            for b in order[i + 1 :]:
                if self.meets(a, b):
                    room = self.room(a, b)
                    before = _CROSSING * crossings(a, b, self.spread)
                    behind = _CROSSING * crossings(b, a, self.spread)
                    near[a.key].append((b, room, before, behind))
                    near[b.key].append((a, room, behind, before))
        return near


def _best(run: Run, limit: float, near: Sequence[Neighbour], offsets: Mapping[RunKey, float]) -> float:
    """The cheapest offset of a run among those already settled."""
    candidates = {0.0}
    for other, gap, _, _ in near:
        at = offsets[other.key]
        candidates |= {at + gap, at - gap}
    reach = max(map(abs, candidates))
    candidates |= {reach + PORT_GAP, -reach - PORT_GAP}
    lean = (run.low_turn + run.high_turn) or 1
    best, chosen = float("inf"), 0.0
    for at in sorted(candidates, key=lambda c: (abs(c), -c * lean)):
        cost = _cost(run, at, limit, near, offsets)
        if cost < best - 1e-9:
            best, chosen = cost, at
    return chosen


def _cost(
    run: Run, at: float, limit: float, near: Sequence[Neighbour], offsets: Mapping[RunKey, float]
) -> float:
    """What it costs that `run` lies at `at`; infinite on top of another run."""
    away = abs(at)
    cost = away * (1.0 if run.nodes else 0.3) + (1000.0 if away > limit else 0.0)
    for other, room, before, behind in near:
        there = offsets[other.key]
        if abs(at - there) < room - 1e-6:
            return float("inf")
        cost += before if at < there else behind
    return cost


Near = Mapping[RunKey, Sequence[Neighbour]]


def _swapped(
    order: Sequence[Run], limits: Mapping[RunKey, float], near: Near, offsets: dict[RunKey, float]
) -> bool:
    """Exchange the offsets of two runs side by side where that costs less; True if any were."""
    changed = False
    for a in order:
        for b, *_ in near[a.key]:
            if a.key >= b.key:
                continue
            old = _pair_cost(a, b, limits, near, offsets)
            offsets[a.key], offsets[b.key] = offsets[b.key], offsets[a.key]
            if old - _pair_cost(a, b, limits, near, offsets) > 1e-6:
                changed = True
            else:
                offsets[a.key], offsets[b.key] = offsets[b.key], offsets[a.key]
    return changed


def _pair_cost(
    a: Run, b: Run, limits: Mapping[RunKey, float], near: Near, offsets: Mapping[RunKey, float]
) -> float:
    cost = _cost(a, offsets[a.key], limits[a.key], near[a.key], offsets)
    return cost + _cost(b, offsets[b.key], limits[b.key], near[b.key], offsets)
