"""Whether a process can be walked: what nothing leads to, what leads nowhere, what circles for ever.

The three parts of soundness that need no tokens (van der Aalst 1998): every node on a way from the start to
an end. All functions are linear in steps and flows.
"""

from powerlist.analysis.road import Road, loops, reach, shortest
from powerlist.model.codes import StepKind
from powerlist.model.process import Step


def unreachable(road: Road) -> list[list[str]]:
    """Regions that no way from the start leads to; each begins with the node that nothing leads to.

    A region that only circles begins with the smallest id of the circle, whatever the order of the register.
    """
    found = reach(road.ahead, road.starts)
    lost = [id for id in road.nodes if id not in found]
    heads = [*(id for id in lost if not road.behind[id]), *_circling(road, lost)]
    insides = ((head, reach(road.ahead, [head], found)) for head in heads)
    return [[head, *(id for id in lost if id in inside and id != head)] for head, inside in insides]


def _circling(road: Road, lost: list[str]) -> list[str]:
    """The smallest id of each circle among `lost` that nothing outside the circle leads to."""
    inside = set(lost)
    ways = {id: [after for after in road.ahead[id] if after in inside] for id in lost}
    circles = (set(loop) for loop in loops(ways))
    return [min(one) for one in circles if all(set(road.behind[id]) <= one for id in one)]


def dead_ends(road: Road) -> list[str]:
    """Reachable nodes that lead nowhere and are no end."""
    found = reach(road.ahead, road.starts)
    return [id for id in road.nodes if id in found and not road.ahead[id] and not _is_end(road, id)]


def traps(road: Road) -> list[list[str]]:
    """Reachable loops that no way leaves, each from its smallest id."""
    found = reach(road.ahead, road.starts)
    return [sorted(loop) for loop in road.loops if loop[0] in found and _closed(road, loop)]


def circle(road: Road, loop: list[str], ways: dict[str, list[str]] | None = None) -> list[str]:
    """The shortest way round from the first node of `loop` back to it."""
    ways = ways or road.ahead
    inside = set(loop)
    back = shortest(ways, [id for id in ways[loop[0]] if id in inside], {loop[0]}, inside.__contains__)
    return [loop[0], *(back or [])]


def way_to(road: Road, id: str) -> list[str]:
    """The shortest way from the start to a node; the node alone where there is none."""
    return shortest(road.ahead, road.starts, {id}) or [id]


def unbounded_corrections(road: Road, correction: str) -> list[list[str]]:
    """Loops through a step of the stage `correction` on which no flow says that it informs once."""
    if not road.loops:
        return []
    ways: dict[str, list[str]] = {id: [] for id in road.nodes}
    for flow in road.flows:
        if not flow.informs_once:
            ways[flow.source].append(flow.target)
    found = []
    for loop in loops(ways):
        first = min((id for id in loop if _stage(road, id) == correction), default=None)
        if first:
            found.append(circle(road, [first, *(id for id in loop if id != first)], ways))
    return found


def _closed(road: Road, loop: list[str]) -> bool:
    inside = set(loop)
    return all(after in inside for id in loop for after in road.ahead[id]) and not any(
        _is_end(road, id) for id in loop
    )


def _is_end(road: Road, id: str) -> bool:
    node = road.nodes[id]
    return isinstance(node, Step) and node.step_kind is StepKind.END


def _stage(road: Road, id: str) -> str | None:
    node = road.nodes[id]
    return node.stage if isinstance(node, Step) else None
