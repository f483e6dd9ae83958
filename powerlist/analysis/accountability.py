"""Whether what is not done can be held against somebody: grounds, their bases and their sanctions."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.graph import PowerGraph
from powerlist.model.codes import BasisRole
from powerlist.model.duty import AccountabilityGround, Duty
from powerlist.model.power import Power
from powerlist.practice import StageCatalogue, StageRole

BASIS, SANCTION = "basis", "sanction"


@dataclass(frozen=True, slots=True)
class Bare:
    """Grounds that lack the same parts: all of the list (no `power`), or several or one of a power."""

    power: Power | None
    grounds: tuple[AccountabilityGround, ...]
    parts: tuple[str, ...]


def bare_grounds(scope: InForce) -> Iterator[Bare]:
    """Grounds without basis or sanction: once for what the whole list lacks, else once a power and lack."""
    together = list(clusters(scope))
    lacks = [_lacking(scope.graph, one) for one in together]
    everywhere = set.intersection(*map(set, lacks)) if len(together) > 1 else set()
    if everywhere:
        every = tuple(ground for one in together for ground in one)
        yield Bare(None, every, tuple(part for part in (BASIS, SANCTION) if part in everywhere))
    table: dict[tuple[str, tuple[str, ...]], list[AccountabilityGround]] = {}
    for one, parts in zip(together, lacks, strict=True):
        left = tuple(part for part in parts if part not in everywhere)
        if left:
            table.setdefault((one[0].power, left), []).append(one[0])
    for (_, left), grounds in table.items():
        yield Bare(scope.graph.power_of(grounds[0]), tuple(grounds), left)


def _lacking(graph: PowerGraph, together: list[AccountabilityGround]) -> tuple[str, ...]:
    """What none of the grounds that share a cell has."""
    based = any(rests(graph, ground) for ground in together)
    punished = any(ground.sanctions for ground in together)
    return (*([] if based else [BASIS]), *([] if punished else [SANCTION]))


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
