"""Whether the people there can do the work at all: every step in enough hands, what must be parted in others.

A small constraint search: the step with the fewest people left comes first, and people who are alike so far
are tried once. It stops at a bound, and then nothing is claimed. A clash is cut down to steps of which none
can be left out: those that really get in each other's way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from powerlist.analysis.decisions import steps_in
from powerlist.analysis.enforcing import is_enforcement
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road
from powerlist.analysis.said import at_stages, said_at, types_of
from powerlist.model.codes import PowerType
from powerlist.model.organisation import Post, Unit
from powerlist.model.process import Step
from powerlist.practice import Practice, Procedures, StageCatalogue, StageRole
from powerlist.practice.procedures import stages_of

MOST = 20_000  # tries before nothing is claimed

_ACCEPTANCE, _LEGAL, _COLLECTION = "acceptance", "legal_review", "collection"
_INQUIRY = ("investigation", "site_check", "inspection")
_CHAIRED = ("deliberation", "report")  # 集体讨论、报批可以由决定人主持


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
    """The smallest clash found where no choice of people fits; None where one does, or after `most` tries."""
    bound = frozenset[str]().union(*apart)
    tight = [one for one in demands if one.step.id in bound or one.hands > len(one.people)]
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
        may = (id for id, demand in self.demands.items() if person in demand.people)
        return (*sorted(may), "|", *sorted(id for id, people in given.items() if person in people))


def _needed(core: Sequence[Demand], apart: Apart, there: int, most: int) -> int:
    """How many people would be enough if each could do everything."""
    for count in range(there + 1, sum(one.hands for one in core) + 1):
        people = tuple(f"n{number}" for number in range(count))
        if _fits([Demand(one.step, one.hands, people) for one in core], apart, most):
            return count
    return sum(one.hands for one in core)


# -- what the law and the rules of internal control ask


def kept_apart(scope: InForce, road: Road, stages: StageCatalogue) -> Apart:
    """The pairs of steps of one process that must be in different hands."""
    tasks = [step for step in road.tasks if step.post]
    reviews = [step for step in steps_in(road, stages, StageRole.REVIEW) if step.stage not in _CHAIRED]
    decisions = steps_in(road, stages, StageRole.DECISION)
    adjudicated = any(power.type is PowerType.ADJUDICATION for power in scope.powers_of(road.process))
    pairs = [
        *product((step for step in tasks if step.stage == _ACCEPTANCE), reviews),
        *(() if adjudicated else product(reviews, decisions)),  # 仲裁庭审理并作出裁决
        *product(_at(tasks, *_INQUIRY), _at(tasks, _LEGAL)),
        *product(decisions, _at(tasks, _COLLECTION)),
    ]
    return frozenset(frozenset((one.id, other.id)) for one, other in pairs if one.id != other.id)


def _at(tasks: Iterable[Step], *wanted: str) -> list[Step]:
    return [step for step in tasks if step.stage in wanted]


def in_twos(scope: InForce, road: Road, procedures: Procedures) -> frozenset[str]:
    """The steps that two must take (行政处罚法第四十二条、行政强制法第十八条、行政许可法第三十四条)."""
    types = types_of(scope, road)
    if is_enforcement(scope, road, procedures):  # 只有实施强制措施要求二人以上
        types = tuple(type for type in types if type is not PowerType.COMPULSION)
    steps = at_stages(road, stages_of(procedures.in_twos, types))
    return frozenset(
        step.id
        for step in steps
        if not procedures.says("on_paper", step.name)
        and not procedures.says("together", *said_at(scope, step))
    )


# -- who is there


def seats(scope: InForce, post: Post) -> tuple[str, ...] | None:
    """The people at a post: known persons by id, else as many as it says; None where nobody can tell."""
    known = scope.holders_of(post)
    if known:
        return tuple(person.id for person in known)
    return None if post.holders is None else tuple(f"{post.id}#{n}" for n in range(post.holders))


def clash_of_unit(scope: InForce, road: Road, unit: Unit, practice: Practice) -> Clash | None:
    """Steps of one process in one unit that its people cannot do lawfully, however the work is given out."""
    people: dict[str, None] = {}
    for post in scope.posts:
        if post.unit == unit.id:
            there = seats(scope, post)
            if there is None:
                return None
            people |= dict.fromkeys(there)
    twos = in_twos(scope, road, practice.procedures)
    mine = [step for step in road.tasks if _unit_of(scope, step) == unit.id]
    demands = [Demand(step, 2 if step.id in twos else 1, tuple(people)) for step in mine]
    return no_staffing(demands, kept_apart(scope, road, practice.stages)) if people else None


def clash_of_holders(scope: InForce, road: Road, practice: Practice) -> Clash | None:
    """Steps of one process that the holders of their posts and of the backup posts cannot do lawfully."""
    demands, twos = [], in_twos(scope, road, practice.procedures)
    for step in road.tasks:
        there = _able(scope, step)
        if there:
            demands.append(Demand(step, 2 if step.id in twos else 1, there))
    return no_staffing(demands, kept_apart(scope, road, practice.stages))


def _able(scope: InForce, step: Step) -> tuple[str, ...]:
    """Who may do a step; nobody is named where anybody of the post or its backup is unknown."""
    post = scope.graph.post_of(step)
    posts = [post, *scope.graph.targets(post, "BACKED_UP_BY")] if post else []
    there = [seats(scope, one) for one in posts if one.holds_on(scope.day)]
    if any(one is None for one in there):
        return ()
    return tuple(dict.fromkeys(person for one in there for person in one or ()))


def _unit_of(scope: InForce, step: Step) -> str | None:
    post = scope.graph.post_of(step)
    return post.unit if post else None


def units_on(scope: InForce, road: Road) -> Iterator[Unit]:
    """The units whose posts are on a road, in register order."""
    ids = {_unit_of(scope, step) for step in road.tasks}
    yield from (unit for unit in scope.units if unit.id in ids)
