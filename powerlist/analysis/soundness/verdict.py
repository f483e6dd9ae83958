"""Whether a process is sound: it can always come to its end, nothing is left under way then, no step is idle.

Soundness of workflow nets (van der Aalst 1997; 2011, “Soundness of workflow nets: classification,
decidability, and analysis”), for charts with alternatives, parallel bars and inclusive gateways; that no
arrow ever holds two tokens is part of it (without inclusive gateways it follows). First what needs no
tokens, then reduction, then exploring of what is left. Where that is too much: not decided.
"""

from dataclasses import dataclass
from enum import StrEnum

from powerlist.analysis.road import Road, reach, shortest
from powerlist.analysis.soundness.exploring import Fault, Found, explored
from powerlist.analysis.soundness.net import BEGIN, OUTSIDE, OVER, Kind, Net
from powerlist.analysis.soundness.reduction import Reduction
from powerlist.analysis.soundness.walking import way_to

MOST = 800_000  # work for the verdict: about a second
MOST_SOON, MOST_A_FLOW = 20_000, 20  # work for two tokens that meet where they are thought to
MOST_WIDE, MOST_DEEP = 60_000, 400_000  # work for a short counter-example, and for any
MOST_FAULTS = 5


class FaultKind(StrEnum):
    """What is wrong with a process."""

    UNREACHABLE = "unreachable"  # 走不到
    NO_WAY_OUT = "no-way-out"  # 走到这里就到不了结束
    DEADLOCK = "deadlock"  # 汇合永远等待
    UNJOINED = "unjoined"  # 办结时另一支还没有办完
    DOUBLED = "doubled"  # 并行的几支各走各的，同一环节办两次
    ENDLESS = "endless"  # 一直有事可办，却再也办不完


class State(StrEnum):
    """What is known of a process."""

    SOUND = "sound"
    UNSOUND = "unsound"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Flaw:
    """One fault: where it shows, and the nodes in the order in which they are carried out until then.

    `missing` are the nodes that the join `at` waits for, or those that are under way elsewhere.
    """

    kind: FaultKind
    at: str
    run: tuple[str, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """Sound, unsound or not decided. The run of the first flaw is one from the start of the process as it is;

    each later one is told as if those before it had been mended (the join that is wrong taken as inclusive).
    In a process so large that no run to the fault was found, the run is the way over the split to the join.
    """

    state: State
    flaws: tuple[Flaw, ...] = ()


def verdict(road: Road, most: int = MOST) -> Verdict:
    """Whether a process is sound, with at most `most` of work (a token moved or carried along is one)."""
    broken = _broken(road)
    if broken:
        return Verdict(State.UNSOUND, broken)
    net = Net.of(road)
    if set(net.joins) == {Kind.ONE}:
        return Verdict(State.SOUND)  # one token walks alone
    state, meeting = _decided(net, most)
    if state is not State.UNSOUND:
        return Verdict(state)
    return Verdict(state, tuple(_flaws(road, net, meeting)))


def _decided(net: Net, most: int) -> tuple[State, int | None]:
    """Sound or not, by reduction and by exploring the rest, and where tokens meet that should have joined.

    All nodes must lie on ways from start to end.
    """
    reduction = Reduction(net)
    if reduction.clash:
        join = reduction.clash[1]
        return State.UNSOUND, join if net.join(join) is Kind.ONE else None
    rest = reduction.rest(net)
    outcome = explored(rest, most)
    if outcome.found:
        return State.UNSOUND, _meeting(net, rest, outcome.found)
    return State.SOUND if outcome.whole else State.UNDECIDED, None


def _meeting(net: Net, rest: Net, found: Found) -> int | None:
    """Where tokens met, or ended apart, in what was left of a net; None where they are stuck or go round."""
    if found.fault not in (Fault.DOUBLED, Fault.UNJOINED):
        return None
    name = rest.names[found.node]
    return net.names.index(name) if name else OVER


def _broken(road: Road) -> tuple[Flaw, ...]:
    """What cannot be reached, and what leads to no end."""
    found, home = reach(road.ahead, road.starts), reach(road.behind, road.ends)
    lost = [Flaw(FaultKind.UNREACHABLE, id, (id,)) for id in road.nodes if id not in found]
    stuck = [id for id in road.nodes if id in found and id not in home]
    return (*lost, *(Flaw(FaultKind.NO_WAY_OUT, id, tuple(way_to(road, id))) for id in stuck))


def _flaws(road: Road, net: Net, meeting: int | None) -> list[Flaw]:
    """The faults one after the other, each mended before the next is looked for."""
    flaws: list[Flaw] = []
    mended: set[int] = set()
    while len(flaws) < MOST_FAULTS and (found := _met(net, meeting)):
        flaws.append(_flaw(net, found))
        if found.node in mended or len(net.into[found.node]) < 2:
            break
        mended.add(found.node)
        net = net.with_join(found.node, Kind.SOME)
        state, meeting = _decided(net, MOST_DEEP)
        if state is not State.UNSOUND:
            break
    return flaws or _way_to_the_clash(road, net)


def _met(net: Net, meeting: int | None) -> Found | None:
    """What goes wrong where tokens are thought to meet; else a fault by the fewest moves, else any."""
    if meeting is not None:
        most = MOST_SOON + MOST_A_FLOW * len(net.sources)
        soon = explored(net, most, wide=True, toward=meeting).found
        if soon and (soon.fault is Fault.DOUBLED or soon.node == meeting):
            return soon
    outcome = explored(net, MOST_WIDE, wide=True)
    return outcome.found if outcome.found or outcome.whole else explored(net, MOST_DEEP).found


def _way_to_the_clash(road: Road, net: Net) -> list[Flaw]:
    """Where no run was found: the way over the split to the join that does not fit it."""
    clash = Reduction(net).clash
    names = [net.names[node] for node in clash or () if net.names[node]]
    if not clash or len(names) < 2:
        return []
    split, join = names
    onward = shortest(road.ahead, road.ahead[split], {join}) or []
    kind = FaultKind.DEADLOCK if net.join(clash[1]) is Kind.ALL else FaultKind.DOUBLED
    return [Flaw(kind, join, (*way_to(road, split), *onward))]


_KINDS = {
    Fault.STUCK: FaultKind.DEADLOCK,
    Fault.DOUBLED: FaultKind.DOUBLED,
    Fault.UNJOINED: FaultKind.UNJOINED,
    Fault.ENDLESS: FaultKind.ENDLESS,
}


def _flaw(net: Net, found: Found) -> Flaw:
    fired = [move[0].node for move in found.moves]
    names = tuple(net.names[node] for node in fired if net.names[node])
    kind = FaultKind.UNJOINED if found.node == OVER else _KINDS[found.fault]
    at = net.names[found.node] or (names[-1] if names else "")
    return Flaw(kind, at, names, _missing(net, found, set(fired)))


def _missing(net: Net, found: Found, fired: set[int]) -> tuple[str, ...]:
    """What a join waits for, or what is under way elsewhere."""
    if found.fault == Fault.STUCK:
        flows = [flow for flow in net.into[found.node] if flow not in found.marking]
        nodes = [_not_done(net, flow, fired) for flow in flows]
    else:
        nodes = [net.targets[flow] for flow in sorted(found.marking - found.moves[-1][0].taken)]
    return tuple(dict.fromkeys(net.names[node] for node in nodes if net.names[node]))


def _not_done(net: Net, flow: int, fired: set[int]) -> int:
    """The nearest node behind a flow that was not carried out; else the node it comes from."""
    first = net.sources[flow]
    line, seen = [first], {first}
    for node in line:
        if node not in fired and node not in (BEGIN, OUTSIDE):
            return node
        fresh = [s for f in net.into[node] if (s := net.sources[f]) != OUTSIDE and s not in seen]
        seen.update(fresh)
        line += fresh
    return first
