"""Soundness: do branches that run at once meet again."""

from collections.abc import Iterator

from powerlist.analysis.soundness import FaultKind, State
from powerlist.analysis.soundness.words import told, trail
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_TOKENS = (FaultKind.DEADLOCK, FaultKind.UNJOINED, FaultKind.DOUBLED, FaultKind.ENDLESS)
_CURES = {
    FaultKind.DEADLOCK: Text(
        "让“{it.title}”只等一定会来的分支：先用判断框把几条来路合成一条，或把它改为判断框、包容",
        "Let “{it.title}” wait only for branches that will come: join the ways in a decision before it, or "
        "make it a decision or an inclusive gateway",
    ),
    FaultKind.DOUBLED: Text(
        "在“{it.title}”之前用并行线把几支汇合", "Join the branches at a parallel bar before “{it.title}”"
    ),
    FaultKind.UNJOINED: Text(
        "用并行线把几支汇合以后再结束", "Join the branches at a parallel bar before the end"
    ),
    FaultKind.ENDLESS: Text(
        "为“{it.title}”之后补上通向结束的出口", "Give what follows “{it.title}” a way to the end"
    ),
}


def _undecided(case: Case) -> Iterator[Text]:
    """How many processes are too tangled to be decided."""
    count = sum(one.state is State.UNDECIDED for one in case.in_force.verdicts)
    if count:
        yield Text(
            f"有{count}张流程图的并行关系太复杂，没有判定。",
            f"the branches of {count} process(es) are too tangled: not decided.",
        )


@rule(
    "P09",
    Severity.WARNING,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.BOUND,
    title=Text("并行分支汇合不了", "Branches that never meet"),
    why=Text(
        "汇合处等着一支永远不会来的分支，事情就卡在那里；几支没有汇合就往下走，同一件事就要办两遍。",
        "Where a join waits for a branch that never comes the matter is stuck; where branches go on without "
        "meeting, the same thing is done twice.",
    ),
    fix=Text(
        "同时开始的几支用并行线汇合；只走一支的用判断框汇合。",
        "Join what runs at once at a parallel bar, and alternatives at a decision.",
    ),
    hint=Text("{cure}。", "{cure}."),
    message=Text("流程“{at}”{fault}。", "The process “{at}”: {fault}."),
    basis=Text("GB/T 1526-1989 流程图符号：并行方式", "GB/T 1526-1989 (ISO 5807): parallel mode"),
    needs=(Layer.FLOWS,),
    requires=("P01", "P07"),
    unless=Text(
        "普通环节的几个出口是择一的，几个入口任一到达即可；只有并行线同时走各支、等齐各支。"
        "走不到、走不出的环节由 P01、P07 报告；同一流程的后几处，按前几处已经改好来判断。",
        "Several arrows out of a step are alternatives, and any arrow into it is enough; only a parallel bar "
        "takes all and waits for all. What cannot be reached or left is told by P01 and P07; later faults of "
        "one process are told as if the earlier ones were mended.",
    ),
    beyond=_undecided,
)
def branches_that_never_meet(case: Case) -> Iterator[Hit]:
    """Processes in which tokens get stuck, meet at no join, or are left over at the end."""
    for road, found in zip(case.in_force.roads, case.in_force.verdicts, strict=True):
        for flaw in found.flaws:
            if flaw.kind in _TOKENS and flaw.at:
                node = road.nodes[flaw.at]
                yield Hit(
                    node,
                    part=flaw.kind.value,
                    witness=road.entities(trail(road, flaw)),
                    at=road.process.name,
                    fault=told(road, flaw),
                    cure=_CURES[flaw.kind].fill(it=node),
                )
