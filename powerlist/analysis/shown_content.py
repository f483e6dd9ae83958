"""What the public is shown of a power or a process, as one fingerprint.

Method: of a power its entry, sub-items, duties, grounds of accountability and legal bases; of a process the
nodes that outsiders see and the arrows between them, hidden ones contracted. Fields that are not public and
dates of upkeep are left out: only what a reader could see changes the fingerprint.
"""

from collections.abc import Iterator
from functools import cache

from powerlist.analysis.in_force import InForce
from powerlist.analysis.leftovers import stands
from powerlist.analysis.road import Road
from powerlist.graph import PowerGraph
from powerlist.model.entity import Entity, Visibility, visibility
from powerlist.model.fingerprint import fingerprint
from powerlist.model.oversight import Publication
from powerlist.model.power import Power
from powerlist.model.process import Flow, Gateway, Process

_UPKEEP = ("changed_on", "reassessed_on", "valid_from", "valid_to")


def shown_fingerprint(graph: PowerGraph, shown: Power | Process) -> str:
    """64 hex digits: what a publication of a power or a process holds on to."""
    content = _entry(graph, shown) if isinstance(shown, Power) else _chart(graph, shown)
    return fingerprint(_bare(one) for one in content)


def outdated(scope: InForce) -> Iterator[tuple[Publication, Power | Process]]:
    """Publications on show whose fingerprint is not that of what they show today."""
    now: dict[str, str] = {}
    for one in scope.graph.register.publications:
        shown = scope.graph.register.find(one.of) if one.fingerprint and stands(scope, one) else None
        if isinstance(shown, Power | Process) and _runs(scope, shown):
            if shown.id not in now:
                now[shown.id] = shown_fingerprint(scope.graph, shown)
            if now[shown.id] != one.fingerprint:
                yield one, shown


def _runs(scope: InForce, shown: Power | Process) -> bool:
    return bool(scope.powers_of(shown)) if isinstance(shown, Process) else scope.holds(shown)


def _entry(graph: PowerGraph, power: Power) -> Iterator[Entity]:
    subs = graph.sub_items_of(power)
    parts: list[Entity] = [power, *subs, *graph.duties_of(power), *graph.grounds_of(power)]
    yield from parts
    for part in parts:
        yield from graph.bases_of(part)


def _chart(graph: PowerGraph, process: Process) -> Iterator[Entity]:
    road = Road.of(graph, process)
    seen = {id: node for id, node in road.nodes.items() if node.visible}
    yield from (process.with_(powers=(), sub_items=()), *seen.values())
    for flow in road.flows:
        if flow.source in seen:
            for target in sorted(_next_seen(road, flow.target)):
                condition = flow.condition if isinstance(seen[flow.source], Gateway) else ""
                id = f"{flow.source}>{target}>{condition}"
                yield Flow(id=id, process=process.id, source=flow.source, target=target, condition=condition)


def _next_seen(road: Road, first: str) -> set[str]:
    """The visible nodes that come next, behind hidden ones."""
    found, passed, waiting = set(), set(), [first]
    while waiting:
        id = waiting.pop()
        if id in passed:
            continue
        passed.add(id)
        if road.nodes[id].visible:
            found.add(id)
        else:
            waiting += road.ahead[id]
    return found


def _bare(entity: Entity) -> Entity:
    hidden = _hidden(type(entity))
    return entity.model_copy(update=hidden) if hidden else entity


@cache
def _hidden(kind: type[Entity]) -> dict[str, object]:
    """The fields that no reader sees, with what they are when empty."""
    fields = kind.model_fields.items()
    gone = [
        (name, field)
        for name, field in fields
        if name in _UPKEEP or visibility(kind, name) is not Visibility.PUBLIC
    ]
    return {name: field.get_default() for name, field in gone if not field.is_required()}
