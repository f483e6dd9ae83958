"""Separation: nobody takes in, reviews and decides alone, and nobody controls himself."""

from collections.abc import Iterator

from powerlist.analysis.alone import ways_alone
from powerlist.analysis.controls import self_controls
from powerlist.analysis.decisions import decided_at_once, steps_in
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road
from powerlist.analysis.separation import Hand, doers, hands_in, shared_hand
from powerlist.graph.power_graph import Node
from powerlist.i18n import Text
from powerlist.model.codes import PowerType
from powerlist.model.process import Step
from powerlist.model.severity import Severity
from powerlist.practice import StageCatalogue, StageRole
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule
from powerlist.rules.wording import named_hand

_BASIS = Text(
    "《行政事业单位内部控制规范（试行）》：决策、执行、监督相互分离，不相容岗位分离",
    "Internal Control Rules for Public Bodies: deciding, doing and supervising are apart",
)
_EXEMPT = Text(
    "简易程序和告知承诺不检查；只有低风险的即办件和公共服务不检查；空缺岗位的环节算在它的AB岗手里。",
    "The simplified procedure and pledges are exempt, and so are services and items done at once with "
    "low risk alone; the steps of a vacant post are in the hand of its backup. ",
)
_ACCEPTANCE, _TRIAL = "acceptance", "trial"
_CHAIRED = ("deliberation", "report")  # 集体讨论、报批：由决定人主持或批准
_SERVICES = (PowerType.PUBLIC_SERVICE,)


@rule(
    "S01",
    Severity.ERROR,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.SHARED,
    title=Text("一岗通办", "One hand from start to end"),
    why=Text(
        "从受理到决定由一个岗位或一个人办完，没有任何人能发现差错和舞弊。",
        "Where one post or person does everything, nobody can notice a mistake or a fraud.",
    ),
    fix=Text(
        "把审核或决定交给另一岗位的另一个人。", "Give the review or the decision to another person's post."
    ),
    message=Text(
        "流程“{it.name}”可以由{hand}从头办到尾：{way}。", "{hand} can walk “{it.name}” alone: {way}."
    ),
    basis=_BASIS,
    needs=(Layer.FLOWS, Layer.STEP_STAGES, Layer.HANDLERS),
    absent=Text(
        "流程的{count}个环节没有一个写明办理岗位。", "{count} steps: not one says which post does it."
    ),
    absent_fix=Text("为流程的每个环节填写办理岗位。", "Name the post at every step."),
    unless=Text(
        _EXEMPT.zh + "不经决定就结束的路径（如不予受理）不算；只有一个环节的流程不算。",
        _EXEMPT.en + "Ways that end before a decision (not accepted) do not count, nor do single steps.",
    ),
)
def process_in_one_hand(case: Case) -> Iterator[Hit]:
    """Processes with a way through a decision that one post, or one person of several posts, walks alone."""
    for road in _roads_to_part(case):
        found = next(_ways_alone(case, road), None)
        if found:
            hand, nodes = found
            way = " → ".join(node.title for node in nodes)
            yield Hit(road.process, part=_part(hand), witness=nodes, hand=named_hand(hand), way=way)


def _roads_to_part(case: Case) -> Iterator[Road]:
    """The processes in which work must be parted."""
    for road in case.in_force.roads:
        if not decided_at_once(case.in_force, road, case.practice.stages, or_of=_SERVICES):
            yield road


def _ways_alone(case: Case, road: Road) -> Iterator[tuple[Hand, tuple[Node, ...]]]:
    stages = case.practice.stages
    decisions = [step.id for step in steps_in(road, stages, StageRole.DECISION)]
    outsiders = {step.id for step in steps_in(road, stages, StageRole.INTAKE)}
    scope = case.in_force
    hands, done_by = hands_in(scope, road), doers(scope, road)
    for hand, way in ways_alone(road, hands, decisions, lambda step: step.id in outsiders, done_by):
        yield hand, road.entities(way)


def _part(hand: Hand) -> str:
    return "person" if hand.is_person else ""


@rule(
    "S02",
    Severity.ERROR,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.SHARED,
    title=Text("不相容环节由同一岗位或同一人办理", "Steps that must be parted in one hand"),
    why=Text(
        "自己受理自己审核、自己审核自己决定，等于没有审核。",
        "Who reviews what he took in, or decides what he reviewed, reviews nothing.",
    ),
    fix=Text("把其中一个环节交给另一岗位的另一个人。", "Give one of the steps to another person's post."),
    hint=Text("把“{second.name}”交给另一岗位的另一个人。", "Give “{second.name}” to another person's post."),
    message=Text(
        "流程“{it.name}”的“{first.name}”和“{second.name}”都由{hand}办理。",
        "{hand} does both “{first.name}” and “{second.name}” in “{it.name}”.",
    ),
    basis=_BASIS,
    needs=(Layer.FLOWS, Layer.STEP_STAGES, Layer.HANDLERS),
    unless=Text(
        _EXEMPT.zh
        + "集体讨论、报批由决定人主持是正常的；行政裁决由审理的仲裁庭作出裁决也是正常的；立案不等于受理。",
        _EXEMPT.en + "Who decides may chair the deliberation or grant leave; a tribunal decides what it has "
        "tried; filing a case is not acceptance.",
    ),
)
def incompatible_steps_in_one_hand(case: Case) -> Iterator[Hit]:
    """Processes where acceptance and review, or review and decision, are in one hand."""
    for road in _roads_to_part(case):
        accepting, reviewing, deciding = _duties_apart(case.in_force, road, case.practice.stages)
        pairs = {"acceptance-review": (accepting, reviewing), "review-decision": (reviewing, deciding)}
        for part, (before, after) in pairs.items():
            found = shared_hand(case.in_force, road, before, after)
            if found:
                first, second, hand = found
                who, pair = named_hand(hand), (first, second)
                yield Hit(road.process, part=part, witness=pair, first=first, second=second, hand=who)


def _duties_apart(
    scope: InForce, road: Road, stages: StageCatalogue
) -> tuple[list[Step], list[Step], list[Step]]:
    """The steps that accept, review and decide."""
    adjudicated = any(power.type is PowerType.ADJUDICATION for power in scope.powers_of(road.process))
    together = (*_CHAIRED, _TRIAL) if adjudicated else _CHAIRED
    reviewing = steps_in(road, stages, StageRole.REVIEW)
    return (
        [step for step in road.tasks if step.stage == _ACCEPTANCE],
        [step for step in reviewing if step.stage not in together],
        steps_in(road, stages, StageRole.DECISION),
    )


@rule(
    "S06",
    Severity.ERROR,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("高风险环节自己防控自己", "High risk controlled by its own hand"),
    why=Text(
        "防控责任人就是办理人，措施等于没有。", "A control carried out by the hand it should hold is none."
    ),
    fix=Text("把这项措施交给另一岗位的另一个人落实。", "Give the control to another person's post."),
    message=Text(
        "高风险点“{risk.event}”的防控措施“{it.title}”由该环节的办理岗位“{post.name}”自己落实。",
        "“{post.name}” does the step of the high risk “{risk.event}” and owns its control “{it.title}”.",
    ),
    basis=_BASIS,
    needs=(Layer.RISKS, Layer.OWNERS),
    unless=Text(
        "一般和低风险的措施可以由办理岗位自己落实。", "Below high, the post itself may own a control."
    ),
)
def high_risk_controlled_by_own_hand(case: Case) -> Iterator[Hit]:
    """Controls of high risks owned by the post or person at the step."""
    for control, risk, post in self_controls(case.in_force):
        node = case.graph.node_of(risk)
        yield Hit(control, field="owner", witness=(node,) if node else (), risk=risk, post=post)
