"""Stretches of high risk that nobody from outside looks into."""

from collections.abc import Iterator

from powerlist.analysis.in_force import HIGH, InForce
from powerlist.analysis.road import Road
from powerlist.graph.power_graph import Node
from powerlist.model.process import Gateway


def unbroken(scope: InForce, road: Road, least: int) -> Iterator[list[str]]:
    """Stretches of `least` or more steps of high risk, one right after the other, without a control between.

    A control counts where its owner does none of the high-risk steps of the process; where the process
    names no owner at all every control counts. Gateways between two steps do not part them, other steps do.
    """
    bare = _uncontrolled(scope, road)
    onward = {id: [after for after in _next(road, id) if after in bare] for id in bare}
    entered = {after for id, afters in onward.items() for after in afters if after != id}
    seen: set[str] = set()
    for first in [*(id for id in bare if id not in entered), *bare]:
        stretch = []
        at: str | None = first if first not in seen else None
        while at is not None:
            stretch.append(at)
            seen.add(at)
            at = next((after for after in onward[at] if after not in seen), None)
        if len(stretch) >= least:
            yield stretch


def _uncontrolled(scope: InForce, road: Road) -> list[str]:
    """The steps of high risk without a control in another hand, in the order of the road."""
    graph = scope.graph
    high = [node for node in road.nodes.values() if _high(scope, node)]
    posts = {node.post for node in high} | {r.post for node in high for r in graph.risks_at(node)}
    controls = {node.id: [c for r in graph.risks_at(node) for c in graph.controls_of(r)] for node in high}
    owned = any(control.owner for one in controls.values() for control in one)
    doers = posts | {None} if owned else set()
    return [node.id for node in high if all(one.owner in doers for one in controls[node.id])]


def _high(scope: InForce, node: Node) -> bool:
    return any((risk.rank or 0) >= HIGH for risk in scope.graph.risks_at(node))


def _next(road: Road, id: str) -> list[str]:
    """What comes right after a step, over gateways."""
    found: dict[str, None] = {}
    seen, waiting = {id}, list(road.ahead[id])
    while waiting:
        at = waiting.pop(0)
        if at not in seen and isinstance(road.nodes[at], Gateway):
            waiting.extend(road.ahead[at])
        elif at not in seen:
            found[at] = None
        seen.add(at)
    return list(found)
