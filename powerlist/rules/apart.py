"""Different hands by law: investigating and judging, fining and collecting, granting and supervising."""

from collections.abc import Iterator

from powerlist.analysis.apart import (
    Shared,
    approvers_who_supervise,
    fines_in_one_hand,
    judges_of_own_work,
    lone_officers,
    roads_without_recusal,
)
from powerlist.analysis.decisions import decided_at_once
from powerlist.analysis.road import Road
from powerlist.analysis.said import types_of
from powerlist.i18n import Text
from powerlist.model.codes import PowerType
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule
from powerlist.rules.wording import named_hand

_NEEDS = (Layer.FLOWS, Layer.STEP_STAGES, Layer.HANDLERS)
_ANOTHER = Text("把“{second.name}”交给另一岗位的另一个人。", "Give “{second.name}” to another person's post.")
_BOTH = Text(
    "流程“{it.name}”的“{first.name}”和“{second.name}”都由{hand}办理。",
    "{hand} does both “{first.name}” and “{second.name}” in “{it.name}”.",
)


@rule(
    "S03",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.SHARED,
    title=Text("调查人自己审核或者主持听证", "Investigator as legal reviewer or chair of the hearing"),
    why=Text(
        "查案的人自己审核、自己主持听证，当事人的话没有人中立地听。",
        "Where the investigator reviews or chairs, nobody hears the party with an open mind.",
    ),
    fix=Text("由没有参与调查的人审核和主持听证。", "Let somebody else review and chair."),
    hint=_ANOTHER,
    message=_BOTH,
    basis=Text(
        "《行政处罚法》第五十八条、第六十四条；《行政许可法》第四十八条",
        "Penalties Law arts. 58 and 64; Licensing Law art. 48",
    ),
    needs=_NEEDS,
    unless=Text(
        "简易程序和没有高于低风险的即办件不检查；只看许可、处罚和强制；名称里有听证的才算听证；许可的审查人员也不得主持听证；"
        "法制审核人可以主持听证。",
        "Licences, penalties and compulsion alone; the simplified procedure and low-risk items done at once "
        "are exempt; hearing what a party pleads is "
        "no hearing; who reviewed a licence may not chair either; the legal reviewer may.",
    ),
)
def investigator_who_judges(case: Case) -> Iterator[Hit]:
    """Processes where one hand investigates and reviews lawfulness, or chairs the hearing."""
    stages, procedures = case.practice.stages, case.practice.procedures
    for road in case.in_force.roads:
        if not decided_at_once(case.in_force, road, stages):
            for found in judges_of_own_work(case.in_force, road, stages, procedures):
                yield _hit(road, found)


@rule(
    "S04",
    Severity.ERROR,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.SHARED,
    title=Text("决定罚款的人自己收缴", "Fine collected by the hand that decided it"),
    why=Text(
        "罚缴不分离，罚多少、缴没缴只有一个人知道。",
        "Where deciding and collecting are one, a single person knows how much was fined and paid.",
    ),
    fix=Text(
        "由指定的银行代收罚款；依法可以当场收缴的，写明当场收缴，并由另一人入账。",
        "Let a bank collect; where the law lets officers take it on the spot, say so, and let another book "
        "it.",
    ),
    hint=Text(
        "把“{second.name}”改由指定的银行代收，或者交给另一岗位的另一个人。",
        "Let a bank do “{second.name}”, or another person's post.",
    ),
    message=_BOTH,
    basis=Text("《行政处罚法》第六十七条至第六十九条", "Penalties Law arts. 67 to 69"),
    needs=_NEEDS,
    unless=Text(
        "只看标明经手钱款的收缴环节；写明由银行、国库、专户收缴的不算；简易程序写明当场收缴的，"
        "以及写明在边远、水上、交通不便地区当场收缴的，是法律允许的，不报告。",
        "Only steps of collecting that handle money; where a bank or the treasury collects, nobody does; the "
        "law lets officers take a fine on the spot after the simplified procedure, and in places that are "
        "far away or on the water, where the step says so.",
    ),
)
def fine_collected_by_its_decider(case: Case) -> Iterator[Hit]:
    """Processes of penalties where one hand decides the fine and takes the money."""
    stages, procedures = case.practice.stages, case.practice.procedures
    for road in _roads_of(case, PowerType.PENALTY):
        for found in fines_in_one_hand(case.in_force, road, stages, procedures):
            yield _hit(road, found)


@rule(
    "S05",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.SHARED,
    title=Text("审批和事后监管由同一人办理", "Licence granted and supervised by one hand"),
    why=Text(
        "自己批的自己管，批错了不会有人发现。",
        "Who supervises what he granted will not find his own mistake.",
    ),
    fix=Text("把事后监管交给不参与审批的岗位。", "Give supervision to a post that grants nothing."),
    hint=_ANOTHER,
    message=_BOTH,
    basis=Text(
        "审监分离；行政事业单位内部控制规范（试行）", "Granting and supervising apart; internal control"
    ),
    needs=_NEEDS,
    unless=Text(
        "只看行政许可；审查岗位参与事后监管的不算，只看作出决定的人。",
        "Licences alone; only who decides counts, not who reviewed.",
    ),
)
def licence_supervised_by_its_decider(case: Case) -> Iterator[Hit]:
    """Processes of licences where one hand decides and supervises afterwards."""
    stages, procedures = case.practice.stages, case.practice.procedures
    for road in _roads_of(case, PowerType.LICENCE):
        for found in approvers_who_supervise(case.in_force, road, stages, procedures):
            yield _hit(road, found)


def _roads_of(case: Case, type: PowerType) -> Iterator[Road]:
    return (road for road in case.in_force.roads if type in types_of(case.in_force, road))


def _hit(road: Road, found: Shared) -> Hit:
    first, second = found.first, found.second
    hand = named_hand(found.hand)
    return Hit(road.process, part=found.what, witness=(first, second), first=first, second=second, hand=hand)


@rule(
    "S08",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.SHARED,
    title=Text("执法环节不足两人", "Enforcement step with one officer"),
    why=Text(
        "一个人执法没有见证，证据不合法，也最容易出问题。",
        "One officer alone has no witness: the evidence is unlawful and the temptation greatest.",
    ),
    fix=Text(
        "为这个岗位增配人员，或者由两个岗位的人一同执法。", "Staff the post with two, or let two posts act."
    ),
    message=Text(
        "流程“{of}”的“{it.title}”须两人以上，“{post.name}”只有1人。",
        "“{it.title}” of “{of}” takes two officers; “{post.name}” has one.",
    ),
    basis=Text(
        "《行政许可法》第三十四条；《行政处罚法》第四十二条；《行政强制法》第十八条",
        "Licensing Law art. 34; Penalties Law art. 42; Compulsion Law art. 18",
    ),
    needs=_NEEDS,
    unless=Text(
        "不知道岗位有几个人的不判断，空岗由A04报告；书面、线上检查和写明会同他人的不算；只看许可的现场核查、处罚的调查核查、实施强制措施和行政检查。",
        "Unknown numbers are not judged, vacant posts are told by A04; paper and online checks, and "
        "steps that say who goes along, do not count; only visits for licences, investigations of "
        "penalties, measures of compulsion and inspections.",
    ),
)
def enforcement_by_one_officer(case: Case) -> Iterator[Hit]:
    """Steps at which two must act, at a post that one person holds."""
    for step, post in lone_officers(case.in_force, case.practice.procedures):
        yield Hit(step, field="post", post=post)


@rule(
    "S11",
    Severity.INFO,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.SHARED,
    title=Text("没有写明回避", "Nothing about recusal"),
    why=Text(
        "调查、听证、评审的人与当事人有利害关系的要回避，流程里不写，就没有人问。",
        "An officer with an interest must withdraw; where the process does not say so nobody asks.",
    ),
    fix=Text("在调查、听证、评审环节的要点里写明回避。", "Name recusal in the points of these steps."),
    message=Text(
        "流程“{it.name}”有“{first.name}”，却没有一处写明回避。",
        "“{it.name}” has “{first.name}”, and nothing there speaks of recusal.",
    ),
    basis=Text(
        "《行政处罚法》第四十三条、第六十四条；《行政许可法》第四十八条；《公务员法》第七十六条",
        "Penalties Law arts. 43 and 64; Licensing Law art. 48; Civil Servants Law art. 76",
    ),
    needs=(Layer.FLOWS, Layer.STEP_STAGES),
    unless=Text(
        "简易程序不检查；任何环节或者责任事项写了回避、利害关系、非本案人员、随机抽取等的即可；"
        "环节没有要点和责任的不判断。",
        "The simplified procedure is exempt; one word of recusal, interest, other officers or random choice "
        "at any step or duty is enough; steps that say nothing are not judged.",
    ),
)
def nothing_about_recusal(case: Case) -> Iterator[Hit]:
    """Processes with investigations, hearings or expert reviews where nothing speaks of recusal."""
    for road, steps in roads_without_recusal(case.in_force, case.practice.procedures):
        if not decided_at_once(case.in_force, road, case.practice.stages):
            yield Hit(road.process, witness=tuple(steps), first=steps[0])
