"""The order of steps, steps that could be one, and decisions that must be taken together."""

from collections.abc import Iterator

from powerlist.analysis.collective import collective_powers, decided_alone
from powerlist.analysis.sequence import longest_approval, mergeable, turned
from powerlist.i18n import Text
from powerlist.model.process import Step
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "P08",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.BOUND,
    title=Text("环节顺序倒置", "Steps in the wrong order"),
    why=Text(
        "先送达后决定、先决定后听证，后面的环节成了摆设。",
        "Delivery before the decision, or a hearing after it, makes the later step a show.",
    ),
    fix=Text("按法定顺序重排这些环节。", "Put the steps in the order of the law."),
    hint=Text("把“{it.title}”放到“{before.title}”之前。", "Put “{it.title}” before “{before.title}”."),
    message=Text(
        "流程“{of}”的“{it.title}”总在“{before.title}”之后：{way}。",
        "In “{of}” “{it.title}” always comes after “{before.title}”: {way}.",
    ),
    basis=Text(
        "《行政许可法》第四十四条、第四十六条至第四十八条；《行政处罚法》第四十四条、第六十三条",
        "Licensing Law arts. 44 and 46-48; Penalties Law arts. 44 and 63",
    ),
    needs=(Layer.FLOWS, Layer.STEP_STAGES),
    unless=Text(
        "只有每条路径都倒置、之后又不再回到应在其后的环节才报告；公示只有接着问有无异议的才要求在决定之前；"
        "各类职权先后要求是数据，可以修改。",
        "Told only where every way has it so and none leads back; a public notice must come before the "
        "decision only where objections are asked for; the order of each type is data.",
    ),
)
def steps_in_the_wrong_order(case: Case) -> Iterator[Hit]:
    """Steps that every way reaches only after those which they should come before."""
    stages, procedures = case.practice.stages, case.practice.procedures
    for road in case.in_force.roads:
        for found in turned(case.in_force, road, stages, procedures):
            nodes = road.entities(found.way)
            way = " → ".join(node.title for node in nodes)
            yield Hit(found.step, witness=nodes, before=found.before, way=way)


@rule(
    "P10",
    Severity.INFO,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.BOUND,
    title=Text("环节可以合并或者精简", "Steps that could be one"),
    why=Text(
        "同一岗位接连做同一件事，层层审批超过必要，只是让人多等。",
        "The same post doing the same twice, or one approval upon another, only makes people wait.",
    ),
    fix=Text("合并同一岗位的相邻环节，减少审批层级。", "Merge neighbouring steps, cut levels of approval."),
    hint=Text("{cure}。", "{cure}."),
    message=Text("流程“{at}”{fault}：{way}。", "The process “{at}” {fault}: {way}."),
    basis=Text("《优化营商环境条例》第三十五条：精简环节", "Regulation on the Business Environment art. 35"),
    needs=(Layer.FLOWS, Layer.STEP_STAGES, Layer.HANDLERS),
    params={"most_approvals": 4},
    unless=Text(
        "后一环节有自己的文书，或者停止计时的，不算可以合并；审查、审核、集体讨论、决定接连超过设定个数（默认4个）才算过长，"
        "中间隔着调查、核查、公示的重新计数。",
        "A later step with a paper of its own, or one that stops the clock, is a step of its own; more than "
        "the set number (usually four) in a row, up to the decision, are too many; anything between begins "
        "anew.",
    ),
)
def steps_that_could_be_one(case: Case) -> Iterator[Hit]:
    """Neighbouring steps of one post and purpose; chains of approval longer than allowed."""
    most = case.param("P10", "most_approvals")
    one, merge = Text("有可以合并的环节", "has steps that could be one"), Text("合并这些环节", "Merge them")
    cut = Text(f"减少到不超过{most}个", f"Cut them to at most {most}")
    for road in case.in_force.roads:
        for run in mergeable(road, case.practice.stages):
            yield _hit(road.process.name, run, "merge", one, merge)
        chain = longest_approval(road, case.practice.stages)
        if len(chain) > most:
            n = len(chain)
            yield _hit(
                road.process.name,
                chain,
                "chain",
                Text(f"接连有{n}个审核和决定", f"has {n} approvals in a row"),
                cut,
            )


def _hit(at: str, steps: list[Step], part: str, fault: Text, cure: Text) -> Hit:
    way = " → ".join(step.title for step in steps)
    return Hit(steps[0], part=part, witness=tuple(steps), at=at, fault=fault, cure=cure, way=way)


@rule(
    "P13",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.SHARED,
    title=Text("应当集体决策的由一人决定", "Collective matter decided by one"),
    why=Text(
        "三重一大和重大事项由一个人拍板，没有任何制约。",
        "A matter for the whole leadership that one person decides has no check.",
    ),
    fix=Text("在决定之前补上集体讨论。", "Put a collective deliberation before the decision."),
    message=Text(
        "职权“{power.name}”应当集体决策，流程“{of}”却可以不经集体讨论到达“{it.title}”：{way}。",
        "“{power.name}” must be decided together, but “{of}” reaches “{it.title}” without it: {way}.",
    ),
    basis=Text(
        "三重一大集体决策制度；《重大行政决策程序暂行条例》第三十条、第四十二条（部门参照执行）",
        "Collective decision on major matters; Regulation on Major Decisions arts. 30, 42 (departments too)",
    ),
    needs=(Layer.FLOWS, Layer.STEP_STAGES),
    unless=Text(
        "只检查写明须集体讨论的职权，以及没有写明不须集体讨论的内部权力；决定环节名称写明会议、集体的就是集体决定；"
        "没有写明须集体讨论的，判断框把小额、一般的与上会的分开的，小额、一般的可以由一人决定。",
        "Only powers that say they are collective, and internal powers that do not deny it; a decision whose "
        "name speaks of a meeting is collective; unless the power says so itself, small matters that a fork "
        "tells from those for the meeting may be decided by one.",
    ),
)
def collective_matter_decided_by_one(case: Case) -> Iterator[Hit]:
    """Decisions of collective powers that some way reaches without deliberation."""
    for road in case.in_force.roads:
        powers = collective_powers(case.in_force, road)
        for step, way in (
            decided_alone(case.in_force, road, case.practice.stages, case.practice.procedures)
            if powers
            else ()
        ):
            nodes = road.entities(way)
            names = " → ".join(node.title for node in nodes)
            yield Hit(step, witness=nodes, power=powers[0], way=names)
