"""A flaw in words: which way was gone, and what then waits, runs twice or is left over."""

from collections.abc import Sequence

from powerlist.analysis.road import Road
from powerlist.analysis.soundness.verdict import FaultKind, Flaw
from powerlist.graph.power_graph import Node
from powerlist.i18n import Text
from powerlist.model.codes import StepKind
from powerlist.model.process import Step

_SHOWN = 8  # nodes of a way that are named; of a longer one the first three and the last four
_WORDS = {
    FaultKind.UNREACHABLE: Text("从“开始”走不到“{at}”", "no way from the start leads to “{at}”"),
    FaultKind.NO_WAY_OUT: Text("{way}，就再也到不了“结束”", "{way}, and no way leads to the end any more"),
    FaultKind.DEADLOCK: Text(
        "{way}，“{missing}”未完成时“{at}”永远等待",
        "{way}, “{at}” waits for ever while “{missing}” is not done",
    ),
    FaultKind.UNJOINED: Text(
        "{way}，事情已经办结，“{missing}”还在进行",
        "{way}: the matter is closed while “{missing}” is still under way",
    ),
    FaultKind.DOUBLED: Text(
        "{way}，并行的几支没有汇合，“{at}”要办两次",
        "{way}: branches that were not joined carry out “{at}” twice",
    ),
    FaultKind.ENDLESS: Text("{way}，此后再也办不完", "{way}, and from there it never comes to an end"),
}
_ITSELF = Text("{way}，“{at}”等它自己先完成，永远等不到", "{way}, “{at}” waits for itself for ever")
_ANOTHER = Text("另一支", "another branch")
_FIRST, _THEN = Text("先走“{part}”", "after “{part}”"), Text("，再走“{part}”", ", then “{part}”")


def told(road: Road, flaw: Flaw) -> Text:
    """A flaw as one clause, without a full stop."""
    missing = "、".join(name_of(road.nodes[id]) for id in flaw.missing) or _ANOTHER
    itself = flaw.kind is FaultKind.DEADLOCK and flaw.missing == (flaw.at,)
    words = _ITSELF if itself else _WORDS[flaw.kind]
    return words.fill(at=name_of(road.nodes[flaw.at]), missing=missing, way=_way(road, flaw.run))


def name_of(node: Node) -> str:
    """What a node is called; a bar or joint without a name by its kind."""
    if isinstance(node, Step) or node.name:
        return node.title
    return node.gateway_kind.text.zh


def trail(road: Road, flaw: Flaw) -> tuple[str, ...]:
    """The run for the chart: branch after branch from where it parts, then the arrow into the fault."""
    branches = _branches(road, flaw.run)
    for place, branch in enumerate(branches[1:], start=1):
        earlier = [id for other in branches[:place] for id in other]
        origin = next((id for id in reversed(earlier) if branch[0] in road.ahead[id]), None)
        branch[:0] = [origin] if origin else []
    if flaw.run[-1:] == (flaw.at,):
        return tuple(id for branch in branches for id in branch)
    if branches and flaw.at not in road.ahead[branches[-1][-1]]:
        branches.append([branch[-1] for branch in branches if flaw.at in road.ahead[branch[-1]]][-1:])
    return (*(id for branch in branches for id in branch), flaw.at)


def _way(road: Road, run: Sequence[str]) -> Text:
    """The branches one after the other, each as its nodes in a row; the start where nothing else is there."""
    branches = [[road.nodes[id] for id in branch] for branch in _branches(road, run)]
    bare = all(_is_start(node) for branch in branches for node in branch)
    named = [[name_of(node) for node in branch if bare or not _is_start(node)] for branch in branches]
    parts = [" → ".join(_shortened(names)) for names in named if names]
    said = [(_THEN if place else _FIRST).fill(part=part) for place, part in enumerate(parts)]
    return Text("".join(one.zh for one in said), "".join(one.en for one in said))


def _branches(road: Road, run: Sequence[str]) -> list[list[str]]:
    """The run, cut where the next node does not follow from the last one."""
    parts: list[list[str]] = []
    for place, id in enumerate(run):
        if not place or id not in road.ahead[run[place - 1]]:
            parts.append([])
        parts[-1].append(id)
    return parts


def _is_start(node: Node) -> bool:
    return isinstance(node, Step) and node.step_kind is StepKind.START


def _shortened(names: list[str]) -> list[str]:
    return names if len(names) <= _SHOWN else [*names[:3], "……", *names[-4:]]
