"""Steps that the law wants in different hands, and steps at which one officer alone may not act."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.decisions import steps_in
from powerlist.analysis.enforcing import is_enforcement, punishing
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road
from powerlist.analysis.said import at_stages, explained, own_words, said_at, types_of
from powerlist.analysis.separation import Hand, shared_hand
from powerlist.model.codes import PowerType
from powerlist.model.organisation import Post
from powerlist.model.process import Step
from powerlist.practice import Procedures, StageCatalogue, StageRole
from powerlist.practice.procedures import stages_of


@dataclass(frozen=True, slots=True)
class Shared:
    """Two steps of one road in one hand, and why that may not be."""

    first: Step
    second: Step
    hand: Hand
    what: str


def judges_of_own_work(
    scope: InForce, road: Road, stages: StageCatalogue, procedures: Procedures
) -> Iterator[Shared]:
    """Who looked into a matter and reviews its lawfulness, or chairs its hearing."""
    looked = at_stages(road, stages_of(procedures.looked_into, types_of(scope, road)))
    found_out = [step for step in looked if stages.role_of(step.stage) is not StageRole.REVIEW]
    hearings = [
        s for s in at_stages(road, procedures.stages["hearing"]) if procedures.says("hearing", s.name)
    ]
    yield from _shared(scope, road, found_out, at_stages(road, procedures.stages["legal"]), "legal")
    yield from _shared(scope, road, looked, hearings, "hearing")


def fines_in_one_hand(
    scope: InForce, road: Road, stages: StageCatalogue, procedures: Procedures
) -> Iterator[Shared]:
    """Who decides a fine and collects it too, where the law does not let officers take it on the spot.

    Where the money goes to a bank nobody collects it.
    """
    collected = [
        step
        for step in at_stages(road, procedures.stages["collecting"])
        if step.handles_money and not procedures.says("bank", *said_at(scope, step))
        if not _taken_lawfully(scope, road, step, stages, procedures)
    ]
    yield from _shared(scope, road, punishing(road, stages, procedures), collected, "fine")


def _taken_lawfully(
    scope: InForce, road: Road, step: Step, stages: StageCatalogue, procedures: Procedures
) -> bool:
    """Whether officers may take a fine themselves: on the spot, if the case is simple or far away."""
    said = said_at(scope, step)
    simplified = any(map(stages.is_simplified, (road.process.variant, road.process.name)))
    # 行政处罚法第六十八条、第六十九条
    return procedures.says("spot", *said) and (simplified or procedures.says("remote", *said))


def approvers_who_supervise(
    scope: InForce, road: Road, stages: StageCatalogue, procedures: Procedures
) -> Iterator[Shared]:
    """Who grants a licence and supervises its holder afterwards."""
    decisions = steps_in(road, stages, StageRole.DECISION)
    after = at_stages(road, procedures.stages["supervision"])
    yield from _shared(scope, road, decisions, after, "supervision")


def _shared(scope: InForce, road: Road, first: list[Step], second: list[Step], what: str) -> Iterator[Shared]:
    found = shared_hand(scope, road, first, second)
    if found:
        yield Shared(*found, what)


def lone_officers(scope: InForce, procedures: Procedures) -> Iterator[tuple[Step, Post]]:
    """Steps at which two must act, at a post that one person holds."""
    for road in scope.roads:
        types = types_of(scope, road)
        if is_enforcement(scope, road, procedures):  # 只有实施强制措施要求二人以上
            types = tuple(type for type in types if type is not PowerType.COMPULSION)
        for step in at_stages(road, stages_of(procedures.in_twos, types)):
            post = scope.graph.post_of(step)
            spared = procedures.says("on_paper", step.name) or _together(scope, step, procedures)
            if post and not spared and _count(scope, post) == 1:
                yield step, post


def _together(scope: InForce, step: Step, procedures: Procedures) -> bool:
    """Whether a step says that others go along."""
    return procedures.says("together", *said_at(scope, step))


def _count(scope: InForce, post: Post) -> int | None:
    """How many hold a post: what the list says, else the persons known."""
    return len(scope.holders_of(post)) or None if post.holders is None else post.holders


def roads_without_recusal(scope: InForce, procedures: Procedures) -> Iterator[tuple[Road, list[Step]]]:
    """Processes with steps at which an interested officer must withdraw, where nothing speaks of it."""
    for road in scope.roads:
        wanted = at_stages(road, stages_of(procedures.recusal, types_of(scope, road)))
        steps = [step for step in wanted if _is_formal(step, procedures)]
        if steps and explained(scope, steps) and not _speaks_of_recusal(scope, road, procedures):
            yield road, steps


def _is_formal(step: Step, procedures: Procedures) -> bool:
    """A hearing is one by name: hearing what a party has to say is not."""
    return step.stage not in procedures.stages["hearing"] or procedures.says("hearing", step.name)


def _speaks_of_recusal(scope: InForce, road: Road, procedures: Procedures) -> bool:
    """Whether a step or a duty of its powers does; each duty is read once."""
    if any(procedures.says("recusal", *own_words(step)) for step in road.tasks):
        return True
    duties = (duty for power in scope.powers_of(road.process) for duty in scope.graph.duties_of(power))
    return any(procedures.says("recusal", duty.text) for duty in duties)
