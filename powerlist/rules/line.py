"""The line of command: nobody watches his superior, wears every hat, or works beside his kin."""

from collections.abc import Iterator

from powerlist.analysis.hats import hats
from powerlist.analysis.kin import kin_at_close_posts
from powerlist.analysis.line import upward_watches
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "S07",
    Severity.ERROR,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("由下属监督上级", "Superior watched by his subordinate"),
    why=Text(
        "下属监督自己的上级，提意见的人要看被监督人的脸色。",
        "Who reports to the man he watches will see nothing.",
    ),
    fix=Text("改由上级或者纪检岗位监督。", "Let a superior or the discipline office watch."),
    hint=Text(
        "改由“{watched.name}”的上级或者纪检岗位监督。",
        "Let a superior of “{watched.name}”, or the discipline office, watch.",
    ),
    message=Text(
        "“{it.title}”由“{watcher.name}”监督“{watched.name}”，而“{watcher.name}”是他的下属。",
        "“{it.title}”: “{watcher.name}” watches “{watched.name}” and reports to that very post.",
    ),
    basis=Text(
        "党内监督条例：上级对下级的监督；廉政风险分级管理",
        "Rules of oversight within the Party: the superior watches; levels of risk",
    ),
    needs=(Layer.SUPERVISORS,),
    unless=Text(
        "没有写汇报关系的岗位不判断；主要领导在本单位没有上级，由谁监督都不报告；内部监督以外的监督来自外部，不看汇报关系。",
        "Posts without a reporting line are not judged; the head has no superior in the bureau, so nothing "
        "is said of who watches him; oversight other than internal comes from outside.",
    ),
)
def superior_watched_from_below(case: Case) -> Iterator[Hit]:
    """Risks, controls and internal oversight watched by a subordinate of the post that is watched."""
    for one in upward_watches(case.in_force):
        posts = (one.watcher, one.watched)
        yield Hit(one.thing, field="supervisor", witness=posts, watcher=one.watcher, watched=one.watched)


@rule(
    "S09",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.SHARED,
    title=Text("人财物、审批、监督集中于一人", "Money, approvals and oversight with one leader"),
    why=Text(
        "管钱管人的、批事的、监督的是同一个领导，谁也制约不了他。",
        "One leader over money, approvals and oversight is held by nobody.",
    ),
    fix=Text(
        "调整领导分工：主要领导不直接分管人财物和审批，监督另由一人负责。",
        "Divide the leaders' work: money, approvals and oversight under different people.",
    ),
    message=Text(
        "“{it.name}”分管或者决定{approvals}的对外职权、{resources}的人财物职权，并监督{oversight}的风险点。",
        "“{it.name}” leads or decides {approvals} of powers over the public and {resources} of those over "
        "money and people, and watches {oversight} of the risks.",
    ),
    basis=Text(
        "主要领导不直接分管人财物等制度；行政事业单位内部控制规范（试行）",
        "The head does not directly lead money and staffing; internal control rules",
    ),
    needs=(Layer.FLOWS, Layer.RISKS, Layer.SUPERVISORS),
    params={"share": 0.5},
    unless=Text(
        "三项都超过设定比例（默认一半）才报告；只有一位领导的单位不检查；公共服务不算审批；"
        "科室没有写分管领导的只看决定环节；人事从内部权力里看。",
        "Told where all three are above the set share (usually half); bureaus with one leader are left out; "
        "services are no approvals; a unit without a leader counts by its decisions; staffing is read from "
        "the internal powers.",
    ),
)
def leader_with_every_hat(case: Case) -> Iterator[Hit]:
    """Leaders who have more than the set share of approvals, of money and people, and of oversight."""
    share = case.param("S09", "share")
    for one in hats(case.in_force, case.practice.stages):
        if one.least > share:
            yield Hit(
                one.leader,
                approvals=f"{one.approvals:.0%}",
                resources=f"{one.resources:.0%}",
                oversight=f"{one.oversight:.0%}",
            )


_HOW = {
    "line": Text("是直接上下级", "one reports to the other"),
    "head": Text("直接隶属于同一领导", "both report to one head"),
    "leader": Text(
        "一方是领导，另一方管纪检、审计、财务或者人事",
        "one leads the bureau, the other is over discipline, audit, money or staff",
    ),
    "steps": Text("在流程中前后相接", "they hand matters to each other"),
}


@rule(
    "S10",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.SHARED,
    title=Text("亲属在应当回避的岗位", "Relatives at posts that exclude each other"),
    why=Text(
        "亲属在上下级或者相接的岗位，监督制约就成了家事。",
        "Between relatives every check is a family matter.",
    ),
    fix=Text("调整其中一个岗位，实行任职回避。", "Move one of the two."),
    hint=Text(
        "调整“{it.name}”或者“{other.name}”的人员。", "Move the holder of “{it.name}” or of “{other.name}”."
    ),
    message=Text(
        "“{it.name}”和“{other.name}”由有亲属关系的人担任，{how}。",
        "“{it.name}” and “{other.name}” are held by relatives; {how}.",
    ),
    basis=Text("《公务员法》第七十四条、第七十六条", "Civil Servants Law arts. 74 and 76"),
    needs=(Layer.RELATIVES,),
    unless=Text(
        "只看直接上下级、直接隶属同一领导、流程中前后相接的岗位，以及领导与名称写明纪检、审计、财务、人事的岗位；"
        "只看当天在任的人；不写姓名。",
        "Only posts one above the other, under one head or side by side in a process, and leaders with posts "
        "named after discipline, audit, money or staff; only who holds them on the day; no names are told.",
    ),
)
def relatives_at_close_posts(case: Case) -> Iterator[Hit]:
    """Pairs of close posts whose holders are related."""
    for one in kin_at_close_posts(case.in_force, case.practice.regulations.not_for_kin):
        yield Hit(one.post, part=one.other.id, witness=one.steps, other=one.other, how=_HOW[one.how])
