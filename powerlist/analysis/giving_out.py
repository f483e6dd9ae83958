"""Giving work out: every step in enough hands, and what must be parted in different ones.

A small constraint search: the step with the fewest people left comes first, and people who are alike so far
are tried once. It stops at a bound, and then nothing is claimed. A clash is cut down to steps of which none
can be left out: those that really get in each other's way.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from powerlist.model.process import Step

MOST = 20_000  # tries before nothing is claimed
WIDEST = 60  # steps that are not alike; of more nothing is claimed


@dataclass(frozen=True, slots=True)
class Demand:
    """A step, how many people it takes, and who may do it."""

    step: Step
    hands: int
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Steps that no choice among so many people satisfies; none of them can be left out."""

    steps: tuple[Step, ...]
    people: int
    needed: int


Apart = frozenset[frozenset[str]]


def no_staffing(demands: Sequence[Demand], apart: Apart, most: int = MOST) -> Clash | None:
    """The smallest clash found where no choice of people fits; None where one does, or it is too much."""
    bound = frozenset[str]().union(*apart)
    tight = [one for one in demands if one.step.id in bound or one.hands > len(one.people)]
    if len(tight) > WIDEST:
        return None
    if _fits(tight, apart, most) is not False:
        return None
    core = list(tight)
    for one in tight:
        rest = [other for other in core if other is not one]
        if _fits(rest, apart, most) is False:
            core = rest
    people = {person for one in core for person in one.people}
    return Clash(tuple(one.step for one in core), len(people), _needed(core, apart, len(people), most))


def _fits(demands: Sequence[Demand], apart: Apart, most: int) -> bool | None:
    """Whether some choice of people fits; None after too many tries."""
    search = _Search(demands, apart, most)
    found = search.run({})
    return found if found or search.left > 0 else None


class _Search:
    """One search, with what is left of its tries."""

    def __init__(self, demands: Sequence[Demand], apart: Apart, most: int) -> None:
        self.demands, self.left = {one.step.id: one for one in demands}, most
        self.foes: dict[str, set[str]] = {id: set() for id in self.demands}
        for pair in apart:
            if len(pair) == 2 and pair <= self.demands.keys():
                one, other = pair
                self.foes[one].add(other)
                self.foes[other].add(one)
        self.may: dict[str, list[str]] = defaultdict(list)
        for id in sorted(self.demands):
            for person in self.demands[id].people:
                self.may[person].append(id)

    def run(self, given: Mapping[str, frozenset[str]]) -> bool:
        """Give people to the steps that have none yet."""
        free = {id: self._free(id, given) for id in self.demands if id not in given}
        if not free:
            return True
        id = min(free, key=lambda one: (len(free[one]) - self.demands[one].hands, -len(self.foes[one]), one))
        seen: set[tuple[tuple[str, ...], ...]] = set()
        for chosen in combinations(free[id], self.demands[id].hands):
            self.left -= 1
            if self.left <= 0:
                return False
            alike = tuple(sorted(self._trace(person, given) for person in chosen))
            if alike not in seen:
                seen.add(alike)
                if self.run({**given, id: frozenset(chosen)}):
                    return True
        return False

    def _free(self, id: str, given: Mapping[str, frozenset[str]]) -> list[str]:
        taken = frozenset[str]().union(*(given.get(foe, ()) for foe in self.foes[id]))
        return [person for person in self.demands[id].people if person not in taken]

    def _trace(self, person: str, given: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
        """What tells a person from others: the steps it may do and those it was given."""
        return (*self.may[person], "|", *sorted(id for id, people in given.items() if person in people))


def _needed(core: Sequence[Demand], apart: Apart, there: int, most: int) -> int:
    """How many people would be enough if each could do everything."""
    for count in range(there + 1, sum(one.hands for one in core) + 1):
        people = tuple(f"n{number}" for number in range(count))
        if _fits([Demand(one.step, one.hands, people) for one in core], apart, most):
            return count
    return sum(one.hands for one in core)
