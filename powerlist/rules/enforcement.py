"""Penalties and compulsion: what must come before they strike."""

from collections.abc import Iterator

from powerlist.analysis.decisions import decided_at_once
from powerlist.analysis.enforcing import (
    Skipped,
    grave_gaps,
    is_enforcement,
    unauthorised,
    without_demand,
    without_notice,
)
from powerlist.analysis.road import Road
from powerlist.analysis.said import types_of
from powerlist.i18n import Text
from powerlist.model.codes import PowerType
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_WHAT = {
    "notice": Text("事先告知", "notice to the party"),
    "legal_review": Text("法制审核", "legal review"),
    "deliberation": Text("集体讨论", "collective deliberation"),
    "hearing": Text("听证", "a hearing"),
    "leave": Text("报批", "leave"),
    "urge": Text("催告", "the formal demand"),
}
_ALWAYS, _GRAVE = Text("", ""), Text("重大、复杂的案件", "a grave case ")


@rule(
    "P03",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.BOUND,
    title=Text("处罚决定缺少法定前置环节", "Penalty decided without what the law puts before it"),
    why=Text(
        "没有告知，或者重大案件没有法制审核、集体讨论、听证，处罚决定会被撤销。",
        "A penalty without notice, or a grave one without legal review, deliberation or hearing, is void.",
    ),
    fix=Text(
        "让每条路径都先告知；重大案件的出口先经过法制审核和集体讨论，并画出听证。",
        "Lead every way through the notice; lead grave cases through legal review and deliberation, and draw "
        "the hearing.",
    ),
    hint=Text("在“{it.title}”之前补上{what}。", "Put {what} before “{it.title}”."),
    message=Text(
        "流程“{of}”{case}可以不经{what}到达“{it.title}”{way}。",
        "In “{of}” {case}“{it.title}” can be reached without {what}{way}.",
    ),
    basis=Text(
        "《行政处罚法》第四十四条、第五十七条、第五十八条、第六十三条",
        "Penalties Law arts. 44, 57, 58 and 63",
    ),
    needs=(Layer.FLOWS, Layer.STEP_STAGES),
    unless=Text(
        "简易程序只检查告知；立案、不予处罚、撤销、移送和采取措施的决定不检查；重大案件看判断的出口（名称或条件写明重大、复杂、较大等），"
        "没有这样的出口时看处罚种类，两样都没有写的不判断；听证只在写明数额较大、吊销、停产停业等的时候要求，依申请举行，画在图上，或者告知环节写明听证的权利即可。",
        "The simplified procedure owes the notice alone; decisions that open or drop a case, or order a "
        "measure, are left out; a case is grave by the exit of a decision that says so, else by the "
        "kinds of penalty, and nothing is said where neither is given; a hearing is owed for large "
        "sums, revocation and closure alone, and need only be on the chart or in the words of the notice.",
    ),
)
def penalty_without_its_safeguards(case: Case) -> Iterator[Hit]:
    """Penalties that can be decided without notice; grave ones without review, deliberation or hearing."""
    stages, procedures = case.practice.stages, case.practice.procedures
    for road in _roads_of(case, PowerType.PENALTY):
        for found in without_notice(road, stages, procedures):
            yield _skipped(road, found, _ALWAYS)
        if not decided_at_once(case.in_force, road, stages):
            for found in grave_gaps(case.in_force, road, stages, procedures):
                yield _skipped(road, found, _GRAVE)


@rule(
    "P04",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.BOUND,
    title=Text("强制没有报批或者催告", "Compulsion without leave or demand"),
    why=Text(
        "实施强制措施先要报批，强制执行先要催告，少一步就是违法强制。",
        "A measure needs leave and enforcement a formal demand first; without them it is unlawful.",
    ),
    fix=Text("在实施之前补上报批，在强制执行之前补上催告。", "Put the leave, or the demand, before it."),
    hint=Text("在“{it.title}”之前补上{what}。", "Put {what} before “{it.title}”."),
    message=Text(
        "流程“{of}”可以不经{what}到达“{it.title}”{way}。",
        "In “{of}” “{it.title}” can be reached without {what}{way}.",
    ),
    basis=Text("《行政强制法》第十八条、第十九条、第三十五条", "Compulsion Law arts. 18, 19 and 35"),
    needs=(Layer.FLOWS, Layer.STEP_STAGES),
    unless=Text(
        "情况紧急的出口可以先实施，只要之后补办报批；催告只要求名称写明强制执行、加处罚款、代履行等的流程；"
        "一条路径上只报告最先到达的环节。",
        "Where an exit says that the case is urgent, leave may follow; only processes of enforcement owe the "
        "demand; only the first step on a way is told.",
    ),
)
def compulsion_without_leave_or_demand(case: Case) -> Iterator[Hit]:
    """Compulsion that some way reaches without leave, and enforcement without the demand."""
    stages, procedures = case.practice.stages, case.practice.procedures
    for road in _roads_of(case, PowerType.COMPULSION):
        for found in unauthorised(road, stages, procedures):
            yield _skipped(road, found, _ALWAYS)
        if is_enforcement(case.in_force, road, procedures):
            for found in without_demand(road, stages, procedures):
                yield _skipped(road, found, _ALWAYS)


def _roads_of(case: Case, type: PowerType) -> Iterator[Road]:
    return (road for road in case.in_force.roads if type in types_of(case.in_force, road))


def _skipped(road: Road, found: Skipped, gravity: Text) -> Hit:
    nodes = road.entities(found.way)
    names = " → ".join(node.title for node in nodes)
    way = Text(f"：{names}", f": {names}") if nodes else Text("，图上没有这个环节", "; the chart has none")
    what = _WHAT.get(found.what, Text(found.what, found.what))
    return Hit(found.step, part=found.what, witness=nodes, what=what, way=way, case=gravity)
