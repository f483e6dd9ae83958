"""The usual duties of a type, from the stage library: what each says, and which roles perform it."""

from dataclasses import dataclass
from functools import cache

from powerlist.model.codes import PowerType
from powerlist.practice import load
from powerlist.practice.templates import NodePlan, TypePlan, load_templates


@dataclass(frozen=True)
class Usual:
    """One duty of the usual road; `owed` says that the type must have its stage."""

    node: NodePlan
    owed: bool
    roles: tuple[str, ...]


@cache
def usual_duties(type: PowerType) -> tuple[Usual, ...]:
    """The duties of the road that has most of them, in its order."""
    plan = load_templates().types[type]
    road = max(plan.roads.values(), key=lambda road: sum(bool(node.duty) for node in road.nodes.values()))
    keys = {key: node for key, node in road.nodes.items() if node.when is None or node.when in plan.usual}
    listed = {key: node for key, node in keys.items() if node.duty}
    roles = {key: [node.who or ""] for key, node in listed.items()}
    for node in _helpers(plan):
        beside = [key for key, one in listed.items() if one.stage == node.stage] or [node.duty_of or ""]
        if node.who and beside[0] in roles and not any(node.who in roles[key] for key in beside):
            roles[beside[0]].append(node.who)
    owed = {stage for group in load().stages.required.get(type, ()) for stage in group}
    return tuple(Usual(node, node.stage in owed, tuple(roles[key])) for key, node in listed.items())


def _helpers(plan: TypePlan) -> list[NodePlan]:
    """Steps that carry out the duty of another step, of every road."""
    return [node for road in plan.roads.values() for node in road.nodes.values() if node.duty_of]
