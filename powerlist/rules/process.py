"""Processes: can they be walked, and does every decision pass a review."""

from collections.abc import Iterator

from powerlist.analysis.bypass import fewest_to_close, way_round
from powerlist.analysis.corrections import repeated_corrections
from powerlist.analysis.decisions import (
    alike,
    decided_at_once,
    forks,
    on_the_merits,
    steps_in,
    unlabelled,
)
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road
from powerlist.analysis.soundness import circle, dead_ends, traps, unreachable, way_to
from powerlist.analysis.stages import owes_review
from powerlist.i18n import Text
from powerlist.model.codes import StepKind
from powerlist.model.process import Flow
from powerlist.model.severity import Severity
from powerlist.practice import StageCatalogue, StageRole
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "P01",
    Severity.ERROR,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.BOUND,
    title=Text("流程走不通", "Process that cannot be walked"),
    why=Text(
        "没有起点、终点，或有走不到、走不出的环节，事情就办不完。",
        "Without a start, an end, or a way in or out of a step the matter cannot be finished.",
    ),
    fix=Text(
        "补上开始、结束和缺少的流转，或删去走不到的环节。",
        "Add the start, the end and the missing flows, or drop what is out of reach.",
    ),
    hint=Text("{cure}。", "{cure}."),
    message=Text("流程“{at}”{fault}。", "The process “{at}”: {fault}."),
    basis=Text("GB/T 1526-1989 流程图符号：起止符", "GB/T 1526-1989 (ISO 5807): terminator symbols"),
    needs=(Layer.FLOWS,),
    absent=Text("{count}项职权没有一项画有流程。", "{count} powers: not one has a process."),
    absent_fix=Text("为每项职权画一张流程图。", "Draw a process for every power."),
    unless=Text(
        "几个终点是允许的；一片走不到的环节只在它的入口报告一次；走不出的循环由 P07 报告。",
        "Several ends are fine; a region that cannot be reached is told once, at its entry; an endless loop "
        "is told by P07.",
    ),
)
def process_that_cannot_be_walked(case: Case) -> Iterator[Hit]:
    """Processes without exactly one start or without an end; steps out of reach; dead ends."""
    for road in case.in_force.roads:
        yield from _ends(road)
        if road.of_kind(StepKind.START):
            for region in unreachable(road):
                yield _broken(road, "unreachable", region[0], region)
            for id in dead_ends(road):
                if road.of_kind(StepKind.END):
                    yield _broken(road, "dead-end", id, way_to(road, id))


def _ends(road: Road) -> Iterator[Hit]:
    """What is wrong with the starts and ends of a process."""
    starts, ends = road.of_kind(StepKind.START), road.of_kind(StepKind.END)
    faults = ["no-steps"] if not road.nodes else []
    if road.nodes:
        faults += ["no-start"] if not starts else ["several-starts"] if len(starts) > 1 else []
        faults += ["no-end"] if not ends else []
    for part in faults:
        fault, cure = _FAULTS[part]
        witness = road.entities(starts) if part == "several-starts" else ()
        yield Hit(road.process, part=part, witness=witness, at=road.process.name, fault=fault, cure=cure)


def _broken(road: Road, part: str, id: str, way: list[str]) -> Hit:
    node, (fault, cure) = road.nodes[id], _FAULTS[part]
    told, witness = fault.fill(it=node), road.entities(way)
    return Hit(node, part=part, witness=witness, at=road.process.name, fault=told, cure=cure)


_FAULTS = {
    "no-steps": (
        Text("没有任何环节", "it has no steps"),
        Text("画出环节和流转", "Draw its steps and flows"),
    ),
    "no-start": (Text("没有“开始”", "it has no start"), Text("补上一个“开始”", "Add a start")),
    "several-starts": (
        Text("有不止一个“开始”", "it has several starts"),
        Text("合并为一个“开始”", "Keep one start"),
    ),
    "no-end": (Text("没有“结束”", "it has no end"), Text("补上“结束”", "Add an end")),
    "unreachable": (
        Text("从“开始”走不到“{it.title}”", "no way from the start leads to “{it.title}”"),
        Text("补上通向它的流转，或删去它", "Add the flow that leads to it, or drop it"),
    ),
    "dead-end": (
        Text("走到“{it.title}”就断了，到不了“结束”", "“{it.title}” leads nowhere, not to an end"),
        Text("补上它之后的流转，或把它改为“结束”", "Add the flow that follows it, or make it an end"),
    ),
}


@rule(
    "P02",
    Severity.ERROR,
    reviewers=(Reviewer.DISCIPLINE, Reviewer.LEGAL),
    serves=Aim.BOUND,
    title=Text("决定可以绕过审核", "Decision that can bypass review"),
    why=Text(
        "存在一条不经任何审核就作出决定的路径，审核形同虚设。",
        "A way leads to the decision without any review: the review guards nothing.",
    ),
    fix=Text("让每条路径都先经过审核再到决定。", "Lead every way through a review before the decision."),
    hint=Text(
        "让这条路径先经过审核，再到“{it.title}”：只要改{cut}，就绕不过去；或改正环节的阶段。",
        "Lead this way through a review before “{it.title}”: nothing gets round it once {cut} is changed; or "
        "correct the stages of its steps.",
    ),
    message=Text(
        "流程“{of}”可以不经审核到达“{it.title}”：{way}。",
        "The process “{of}” can reach “{it.title}” without any review: {way}.",
    ),
    basis=Text(
        "《行政许可法》第三十四条、第三十七条；《行政处罚法》第五十七条、第五十八条",
        "Licensing Law arts. 34 and 37; Penalties Law arts. 57 and 58",
    ),
    needs=(Layer.FLOWS, Layer.STEP_STAGES),
    unless=Text(
        "简易程序、告知承诺、没有高于低风险的即办件不检查；行政强制、行政检查、其他权力、公共服务和内部权力不要求先审核；"
        "不予受理、终止办理、退回补正等不是对申请内容的决定，不要求先审核；"
        "法制审核、集体讨论、报批都算审核；一条路径上只报告最先到达的决定。",
        "The simplified procedure, pledges and low-risk items done at once are exempt; compulsion, "
        "inspection, other powers, services and internal powers owe no review, nor does turning an "
        "application away, ending it or sending it back; "
        "legal review and deliberation are one; only the first decision on a way is told.",
    ),
)
def decision_that_bypasses_review(case: Case) -> Iterator[Hit]:
    """Decision steps that some way reaches without a review, and without a decision before them."""
    stages = case.practice.stages
    for road in case.in_force.roads:
        if _review_is_owed(case.in_force, road, stages):
            reviews = {step.id for step in steps_in(road, stages, StageRole.REVIEW)}
            decided = on_the_merits(road, stages, case.practice.procedures)
            decisions = {step.id: step for step in decided}
            for id, step in decisions.items():
                passed = reviews | decisions.keys() - {id}
                way = way_round(road, id, passed)
                if way:
                    nodes, cut = road.entities(way), _arrows(road, fewest_to_close(road, id, passed))
                    yield Hit(step, witness=nodes, way=" → ".join(node.title for node in nodes), cut=cut)


def _arrows(road: Road, flows: list[Flow]) -> Text:
    """The arrows by what they join."""
    pairs = [f"“{road.nodes[flow.source].title} → {road.nodes[flow.target].title}”" for flow in flows]
    return Text("、".join(pairs), ", ".join(pairs))


def _review_is_owed(scope: InForce, road: Road, stages: StageCatalogue) -> bool:
    powers = scope.powers_of(road.process)
    return any(owes_review(p.type, stages) for p in powers) and not decided_at_once(scope, road, stages)


@rule(
    "P06",
    Severity.WARNING,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.BOUND,
    title=Text("判断框的出口不清", "Decision whose exits are unclear"),
    why=Text(
        "判断框每次只走一个出口，出口不写条件就不知道走哪一个。",
        "One exit of a decision is taken; without its condition nobody knows which.",
    ),
    fix=Text(
        "为每个出口写明互不相同的条件；没有分支的改为普通环节。", "Give every exit a condition of its own."
    ),
    message=Text("流程“{of}”的判断“{it.title}”{fault}。", "The decision “{it.title}” of “{of}” {fault}."),
    basis=Text("GB/T 1526-1989 流程图符号：判断符", "GB/T 1526-1989 (ISO 5807): decision symbol"),
    needs=(Layer.FLOWS,),
    unless=Text(
        "汇合多条来路的菱形和并行线不检查；没有出口的由 P01 报告。",
        "Joints of several ways and parallel bars are left out; one without any exit is told by P01.",
    ),
)
def decision_with_unclear_exits(case: Case) -> Iterator[Hit]:
    """Decisions with one exit, with unlabelled exits, or with equal conditions."""
    for road in case.in_force.roads:
        for gateway, exits in forks(road):
            bare, same = unlabelled(exits), alike(exits)
            if len(exits) == 1:
                yield Hit(gateway, fault=Text("只有一个出口", "has only one exit"))
            elif bare:
                fault = Text(f"有{len(bare)}个出口没有写条件", f"has {len(bare)} exit(s) without a condition")
                yield Hit(gateway, witness=road.entities([gateway.id, bare[0].target]), fault=fault)
            elif same:
                fault = Text(f"有出口的条件相同（{same[0].condition}）", "has two exits with one condition")
                yield Hit(gateway, fault=fault)


@rule(
    "P07",
    Severity.ERROR,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.BOUND,
    title=Text("流程有死循环", "Endless loop"),
    why=Text(
        "走不出的循环使事情永远办不完；补正不一次告知清楚，申请人就要反复跑。",
        "A loop without a way out never ends; where not all is told at once, applicants come for ever.",
    ),
    fix=Text(
        "为循环补上出口；在补正的流转上或者补正环节的要点里标明“一次性告知”。",
        "Give the loop a way out; say on the correction loop, at a flow or in the points of a step, that all "
        "is told at once.",
    ),
    hint=Text("{cure}。", "{cure}."),
    message=Text("流程“{at}”{fault}：{way}。", "The process “{at}” {fault}: {way}."),
    basis=Text("《行政许可法》第三十二条第四项", "Licensing Law art. 32, item 4"),
    needs=(Layer.FLOWS,),
    unless=Text(
        "有出口的退回、补正回路是正常的；补正回路里有一条流转标明“一次性告知”，或者环节名称、要点、文书、出口条件里写明一次告知的即可。",
        "Loops with a way out are fine; in a correction loop one flow marked as informing once is enough, "
        "and so are the words for it in the name, points or papers of a step or in a condition.",
    ),
)
def endless_loop(case: Case) -> Iterator[Hit]:
    """Loops that no way leaves; correction loops that do not inform once."""
    endless = Text("有走不出去的循环", "has a loop that no way leaves")
    leave = Text("为这个循环补上出口", "Give the loop a way out")
    repeated = Text("的补正回路没有标明“一次性告知”", "has a correction loop that does not inform once")
    once = Text(
        "在补正的流转上，或者补正环节的要点里，标明“一次性告知”",
        "Mark a flow of the loop as informing once, or say so in the points of the correction",
    )
    for road in case.in_force.roads:
        trapped = [circle(road, loop) for loop in traps(road)]
        for way in trapped:
            yield _loop(road, "endless", way, endless, leave)
        for way in repeated_corrections(road, case.practice.procedures):
            yield _loop(road, "correction", way, repeated, once)


def _loop(road: Road, part: str, way: list[str], fault: Text, cure: Text) -> Hit:
    nodes = road.entities(way)
    names = " → ".join(node.title for node in nodes)
    return Hit(nodes[0], part=part, witness=nodes, at=road.process.name, fault=fault, cure=cure, way=names)
