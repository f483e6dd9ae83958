"""The order of a process: what comes too late; steps that could be one; long chains of approval."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.critical_path import longest
from powerlist.analysis.decisions import steps_in
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road, reach, shortest
from powerlist.analysis.said import at_stages, types_of
from powerlist.model.process import Gateway, Step
from powerlist.practice import Procedures, StageCatalogue, StageRole

_NOTICES = ("public_notice",)


@dataclass(frozen=True, slots=True)
class Turned:
    """A step that is only reached after those which it should have come before."""

    step: Step
    before: Step
    way: tuple[str, ...]


def turned(scope: InForce, road: Road, stages: StageCatalogue, procedures: Procedures) -> Iterator[Turned]:
    """Steps in the wrong order on every way; each once."""
    types = types_of(scope, road)
    pairs = [pair for type in types if type for pair in procedures.order.get(type, ())]
    found: dict[str, Turned] = {}
    for early, late in dict.fromkeys(pairs):
        for one in _turned(road, at_stages(road, (early,)), at_stages(road, (late,))):
            found.setdefault(one.step.id, one)
    decisions = steps_in(road, stages, StageRole.DECISION)
    for one in _turned(road, _open_to_objection(road, procedures), decisions):
        found.setdefault(one.step.id, one)
    yield from found.values()


def _turned(road: Road, early: list[Step], late: list[Step]) -> Iterator[Turned]:
    """The early steps that every way reaches through a late one, and after which no late one follows."""
    ids = {step.id for step in late}
    untouched = reach(road.ahead, road.starts, avoid=ids) if ids else set()
    leading = reach(road.behind, ids)
    for step in early if ids else ():
        if step.id in untouched or step.id in leading:
            continue
        way = shortest(road.ahead, road.starts, {step.id})
        if way:
            first = next(road.nodes[id] for id in way if id in ids)
            assert isinstance(first, Step)
            yield Turned(step, first, tuple(way))


def _open_to_objection(road: Road, procedures: Procedures) -> list[Step]:
    """The public notices that ask for objections: the next fork speaks of them."""
    found = []
    for step in at_stages(road, _NOTICES):
        after = [road.nodes[id] for id in road.ahead[step.id]]
        if any(isinstance(node, Gateway) and procedures.says("objection", node.name) for node in after):
            found.append(step)
    return found


def mergeable(road: Road, stages: StageCatalogue) -> Iterator[list[Step]]:
    """Runs of steps at one post that do the same, where the later ones make no paper of their own."""
    follows = {a.id: b for a in road.tasks if (b := _same_again(road, a, stages))}
    firsts = follows.keys() - {step.id for step in follows.values()}
    for step in road.tasks:
        if step.id in firsts:
            run = [step]
            while run[-1].id in follows:
                run.append(follows[run[-1].id])
            yield run


def _same_again(road: Road, step: Step, stages: StageCatalogue) -> Step | None:
    """The step that follows alone, at the same post and for the same purpose, and without a paper."""
    after = road.ahead[step.id]
    follower = road.nodes[after[0]] if len(after) == 1 and len(road.behind[after[0]]) == 1 else None
    if not isinstance(follower, Step) or follower.post is None or follower.id == step.id:
        return None
    role = stages.role_of(step.stage)
    alike = follower.post == step.post and role is not None and stages.role_of(follower.stage) is role
    return follower if alike and not follower.documents and not follower.clock_stops else None


def longest_approval(road: Road, stages: StageCatalogue) -> list[Step]:
    """The longest chain of reviews up to a decision, with nothing but forks between them."""
    decisions = {step.id for step in steps_in(road, stages, StageRole.DECISION)}
    links = decisions | {step.id for step in steps_in(road, stages, StageRole.REVIEW)}
    kept = [id for id, node in road.nodes.items() if id in links or isinstance(node, Gateway)]
    ahead = {id: [] if id in decisions else road.ahead[id] for id in kept}
    ways = {id: [to for to in after if to in ahead] for id, after in ahead.items()}
    _, way = longest(ways, dict.fromkeys(links, 1.0), ways, links) if links else (0.0, [])
    return [node for node in road.entities(way) if isinstance(node, Step)]
