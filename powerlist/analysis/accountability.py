"""Whether what is not done can be held against somebody: grounds, their bases and their sanctions."""

from collections.abc import Iterator

from powerlist.analysis.in_force import InForce
from powerlist.graph import PowerGraph
from powerlist.model.codes import BasisRole
from powerlist.model.duty import AccountabilityGround, Duty
from powerlist.practice import StageCatalogue, StageRole


def clusters(scope: InForce) -> Iterator[list[AccountabilityGround]]:
    """The grounds that share their basis and sanction, by id: those of one cell, else each on its own."""
    found: dict[str, list[AccountabilityGround]] = {}
    register = scope.graph.register
    for ground in scope.grounds:
        source = register.source_of(ground, "text")
        in_sheet = source is not None and source.sheet
        found.setdefault(f"{ground.power}\x1f{source}" if in_sheet else ground.id, []).append(ground)
    for together in found.values():
        yield sorted(together, key=lambda ground: ground.id)


def loose_duties(scope: InForce, stages: StageCatalogue) -> Iterator[Duty]:
    """Duties that no ground enforces, of powers whose grounds all say which duties they enforce."""
    for power in scope.powers:
        grounds = scope.graph.grounds_of(power)
        if grounds and all(ground.duties for ground in grounds):
            enforced = {id for ground in grounds for id in ground.duties}
            for duty in scope.graph.duties_of(power):
                if duty.id not in enforced and stages.role_of(duty.stage) is not StageRole.OTHER:
                    yield duty


def rests(graph: PowerGraph, ground: AccountabilityGround) -> bool:
    """Whether a ground has a basis, its own or one that the power or a sub-item names for it."""
    if graph.bases_of(ground):
        return True
    power = graph.power_of(ground)
    owners = (power, *graph.sub_items_of(power)) if power else ()
    bases = (basis for owner in owners for basis in graph.bases_of(owner))
    return any(basis.role is BasisRole.ACCOUNTABILITY for basis in bases)
