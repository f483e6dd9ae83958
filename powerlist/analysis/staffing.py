"""Whether the people there can do the work of a process lawfully at all, however it is given out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from powerlist.analysis.decisions import steps_in
from powerlist.analysis.enforcing import is_enforcement
from powerlist.analysis.giving_out import Apart, Clash, Demand, no_staffing
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road
from powerlist.analysis.said import at_stages, said_at, types_of
from powerlist.model.codes import PowerType
from powerlist.model.organisation import Post, Unit
from powerlist.model.process import Step
from powerlist.practice import Practice, Procedures, StageCatalogue, StageRole
from powerlist.practice.procedures import stages_of

_ACCEPTANCE, _LEGAL, _COLLECTION = "acceptance", "legal_review", "collection"
_INQUIRY = ("investigation", "site_check", "inspection")
_CHAIRED = ("deliberation", "report")  # 集体讨论、报批可以由决定人主持


@dataclass(frozen=True)
class Parting:
    """Pairs of groups: a step of the one and a step of the other must be in different hands."""

    groups: tuple[tuple[frozenset[str], frozenset[str]], ...]

    def place_of(self, id: str) -> tuple[bool, ...]:
        """In which groups a step is: steps of one place have the same to be parted from."""
        return tuple(id in group for pair in self.groups for group in pair)

    def among(self, ids: Iterable[str]) -> Apart:
        """The pairs among these steps."""
        kept = frozenset(ids)
        pairs = ((one & kept, other & kept) for one, other in self.groups)
        return frozenset(frozenset(pair) for sides in pairs for pair in product(*sides) if len({*pair}) == 2)


def kept_apart(scope: InForce, road: Road, stages: StageCatalogue) -> Parting:
    """The steps of one process that must be in different hands."""
    tasks = [step for step in road.tasks if step.post]
    reviews = [step for step in steps_in(road, stages, StageRole.REVIEW) if step.stage not in _CHAIRED]
    decisions = steps_in(road, stages, StageRole.DECISION)
    adjudicated = any(power.type is PowerType.ADJUDICATION for power in scope.powers_of(road.process))
    groups = [
        (_at(tasks, _ACCEPTANCE), reviews),
        ([] if adjudicated else reviews, decisions),  # 仲裁庭审理并作出裁决
        (_at(tasks, *_INQUIRY), _at(tasks, _LEGAL)),
        (decisions, _at(tasks, _COLLECTION)),
    ]
    return Parting(tuple((_ids(one), _ids(other)) for one, other in groups))


def _ids(steps: Iterable[Step]) -> frozenset[str]:
    return frozenset(step.id for step in steps)


def _clash(demands: Iterable[Demand], parting: Parting) -> Clash | None:
    """The clash among the demands, those that are alike taken once: who may do one of them may do all."""
    first: dict[object, Demand] = {}
    for one in demands:
        first.setdefault((parting.place_of(one.step.id), one.hands, frozenset(one.people)), one)
    return no_staffing(tuple(first.values()), parting.among(one.step.id for one in first.values()))


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
    return _clash(demands, kept_apart(scope, road, practice.stages)) if people else None


def clash_of_holders(scope: InForce, road: Road, practice: Practice) -> Clash | None:
    """Steps of one process that the holders of their posts and of the backup posts cannot do lawfully."""
    demands, twos = [], in_twos(scope, road, practice.procedures)
    for step in road.tasks:
        there = _able(scope, step)
        if there:
            demands.append(Demand(step, 2 if step.id in twos else 1, there))
    return _clash(demands, kept_apart(scope, road, practice.stages))


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
