"""Which steps of a process decide, review or take in; and which decisions are drawn badly."""

from collections.abc import Iterator

from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road
from powerlist.model.codes import GatewayKind, ItemType, PowerType
from powerlist.model.identity import squeezed
from powerlist.model.process import Flow, Gateway, Step
from powerlist.practice import Procedures, StageCatalogue, StageRole


def steps_in(road: Road, stages: StageCatalogue, *roles: StageRole) -> list[Step]:
    """The steps whose stage has one of these roles."""
    return [step for step in road.tasks if stages.role_of(step.stage) in roles]


def on_the_merits(road: Road, stages: StageCatalogue, procedures: Procedures) -> list[Step]:
    """The decisions on what was asked for: none that turn an application away, end it or send it back."""
    decisions = steps_in(road, stages, StageRole.DECISION)
    return [step for step in decisions if not procedures.says("off_merits", step.name)]


def decided_at_once(
    scope: InForce, road: Road, stages: StageCatalogue, *, or_of: tuple[PowerType, ...] = ()
) -> bool:
    """Whether one hand may decide: the simplified procedure, and items done at once, with low risk alone.

    `or_of` are types that are treated like items done at once.
    """
    if stages.is_simplified(road.process.variant) or stages.is_simplified(road.process.name):
        return True
    powers = scope.powers_of(road.process)
    small = bool(powers) and all(p.item_type is ItemType.INSTANT or p.type in or_of for p in powers)
    return small and not scope.above_low(road)


def forks(road: Road) -> Iterator[tuple[Gateway, list[Flow]]]:
    """Decisions with their exits; a joint of several ways into one is none."""
    for node in road.nodes.values():
        if isinstance(node, Gateway) and node.gateway_kind is GatewayKind.EXCLUSIVE:
            exits = road.exits(node.id)
            if not (len(exits) == 1 and len(road.behind[node.id]) > 1):
                yield node, exits


def unlabelled(exits: list[Flow]) -> list[Flow]:
    """Exits that do not say when they are taken."""
    return [flow for flow in exits if not squeezed(flow.condition)]


def alike(exits: list[Flow]) -> list[Flow]:
    """Exits whose condition another exit has as well."""
    said = [squeezed(flow.condition) for flow in exits]
    return [flow for flow, words in zip(exits, said, strict=True) if words and said.count(words) > 1]
