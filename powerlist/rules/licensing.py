"""Licences: an application can be put right, turned down and answered."""

from collections.abc import Iterator

from powerlist.analysis.licensing import licence_lacks
from powerlist.analysis.road import Road
from powerlist.analysis.said import types_of
from powerlist.i18n import Text
from powerlist.model.codes import PowerType
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_LACKS = {
    "intake": (
        Text("既没有补正，也没有不予受理的分支", "has neither a correction nor a way to be turned away"),
        Text("画出补正或者不予受理的分支", "Draw the correction, or the way to be turned away"),
    ),
    "refusal": (
        Text("没有不予许可的分支", "has no branch for a refusal"),
        Text("在决定之后画出不予许可的分支", "Draw the branch for a refusal after the decision"),
    ),
    "reasons": (
        Text("的不予许可没有写明要说明理由", "does not say that a refusal gives reasons"),
        Text("在决定或者送达环节写明说明理由", "Say at the decision or delivery that reasons are given"),
    ),
    "relief": (
        Text("的不予许可没有写明救济途径", "does not say what relief there is against a refusal"),
        Text(
            "写明复议、诉讼的途径，或者填写职权的救济渠道",
            "Name appeal and action there, or the relief of the power",
        ),
    ),
    "delivery": (
        Text("的“{step}”之后可以不送达就结束", "can end without delivery after “{step}”"),
        Text("在决定之后补上送达", "Put the delivery after the decision"),
    ),
}


@rule(
    "P05",
    Severity.WARNING,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.BOUND,
    title=Text("许可流程缺少分支或者送达", "Licence without refusal, correction or delivery"),
    why=Text(
        "只画了准予的一条路，申请人被退回、被拒绝时不知道该怎么办。",
        "Where only success is drawn, an applicant who is turned down does not know what follows.",
    ),
    fix=Text(
        "画出补正（不予受理）、不予许可和送达，不予许可的写明理由和救济途径。",
        "Draw correction, refusal and delivery; give reasons and relief where a licence is refused.",
    ),
    hint=Text("{cure}。", "{cure}."),
    message=Text("许可流程“{at}”{lack}{way}。", "The licensing process “{at}” {lack}{way}."),
    basis=Text("《行政许可法》第三十二条、第三十八条、第四十四条", "Licensing Law arts. 32, 38 and 44"),
    requires=("P01", "P08"),
    needs=(Layer.FLOWS, Layer.STEP_STAGES),
    unless=Text(
        "告知承诺等简易程序不检查；补正和不予受理有一个即可；即办件当场交付，不要求送达环节；没有写要点和责任的流程不判断理由和救济；"
        "职权写了救济渠道即可。",
        "Pledges and other simplified procedures are exempt; either of correction and turning away is "
        "enough; what is done at once is handed over on the spot; reasons and relief are looked for "
        "only where steps say anything; the relief of the power is enough.",
    ),
)
def licence_without_refusal_or_delivery(case: Case) -> Iterator[Hit]:
    """Processes of licences that lack a branch, its texts, or delivery after the decision."""
    stages, procedures = case.practice.stages, case.practice.procedures
    for road in case.in_force.roads:
        if PowerType.LICENCE in types_of(case.in_force, road) and not _simplified(case, road):
            for found in licence_lacks(case.in_force, road, stages, procedures):
                lack, cure = _LACKS[found.what]
                nodes, step = road.entities(found.way), found.thing.title
                names = " → ".join(node.title for node in nodes)
                way = Text(f"：{names}", f": {names}") if nodes else Text("", "")
                told = lack.fill(step=step)
                at = road.process.name
                yield Hit(found.thing, part=found.what, witness=nodes, at=at, lack=told, cure=cure, way=way)


def _simplified(case: Case, road: Road) -> bool:
    process = road.process
    return case.practice.stages.is_simplified(f"{process.variant} {process.name}")
