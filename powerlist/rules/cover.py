"""Cover: what is given away is still watched, and no post carries alone what others must wait for."""

from collections.abc import Iterator

from powerlist.analysis.follow_up import unwatched_licences
from powerlist.analysis.stand_ins import Bottleneck, bottlenecks
from powerlist.analysis.workload import gini, loads
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "A11",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING, Reviewer.DISCIPLINE),
    serves=Aim.SHARED,
    title=Text("许可划出后事后监管无人负责", "Licence given away, supervision left behind"),
    why=Text(
        "许可下放、划转以后，批的人不管、管的人不知道，监管出现空档。",
        "Once a licence is devolved or transferred, who grants it does not watch, and who should watch "
        "does not know.",
    ),
    fix=Text(
        "写明事后监管的责任事项和岗位；已由接收单位监管的，在对方清单上写明。",
        "Write the duty of supervision and its post; where the receiving body supervises, its list must "
        "say so.",
    ),
    message=Text(
        "行政许可“{it.title}”已{how}，事后监管{fault}。",
        "The licence “{it.title}” is given away ({how}); supervision afterwards {fault}.",
    ),
    basis=Text(
        "《行政许可法》第六十一条；国务院关于事中事后监管“谁审批谁监管、谁主管谁监管”的要求",
        "Licensing Law art. 61; who approves supervises, who is in charge supervises",
    ),
    needs=(Layer.DUTIES,),
    unless=Text(
        "仍在办理的许可由 A01、C02 报告；只落到科室的监管责任也算有人负责；"
        "同时打开的其他单位清单上有同名职权并写明监管的，不报告。",
        "Licences still granted are told by A01 and C02; a unit is owner enough; nothing is said where the "
        "list "
        "of another authority, open beside it, has the power by the same name and supervises it.",
    ),
)
def licence_given_away_unwatched(case: Case) -> Iterator[Hit]:
    """Licences transferred or devolved whose supervision afterwards nobody owns."""
    none = Text("没有写明责任", "is no duty of anybody")
    loose = Text("的责任没有落到岗位或科室", "is a duty without a post or unit")
    peers = case.workspace.peers if case.workspace else ()
    for one in unwatched_licences(case.graph, case.practice.stages, peers):
        how = one.power.disposition.text if one.power.disposition else Text("", "")
        how, fault = Text(how.zh, how.en.lower()), loose if one.duties else none
        yield Hit(one.power, field="disposition", witness=one.duties, how=how, fault=fault)


@rule(
    "A12",
    Severity.INFO,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.SHARED,
    title=Text("责任过度集中在一个岗位", "Too much on one post"),
    why=Text(
        "责任都压在一个人身上，忙不过来，也没有人能看住他。",
        "One person with most of the duties can neither keep up nor be watched.",
    ),
    fix=Text(
        "把一部分责任分给其他岗位，或增加这个岗位的人员。", "Share the duties out, or add people to the post."
    ),
    message=Text(
        "岗位“{it.title}”承担{count}项责任（占{share}），人均是各岗位平均数的{times}倍（基尼系数{gini}）。",
        "“{it.title}” performs {count} duties ({share}), for each holder {times} times the average of all "
        "posts (Gini coefficient {gini}).",
    ),
    basis=Text(
        "《行政事业单位内部控制规范（试行）》：合理设置岗位，明确职责权限",
        "Norms of internal control: posts are set up with sense, their duties and powers are clear",
    ),
    needs=(Layer.DUTIES, Layer.ASSIGNMENTS),
    params={"least_duties": 12, "times_average": 3},
    unless=Text(
        "按实有人数平均计算；承担责任的岗位不足五个的、不足十二项责任的不提示。",
        "The number of holders shares the load; nothing is said below twelve duties, or where fewer than "
        "five "
        "posts have duties.",
    ),
)
def too_much_on_one_post(case: Case) -> Iterator[Hit]:
    """Posts that perform, for each holder, several times the average."""
    every, most = loads(case.in_force), case.param("A12", "times_average")
    for one in every:
        if one.duties >= case.param("A12", "least_duties") and one.times > most:
            share, times = f"{one.share:.0%}", f"{one.times:.1f}"
            yield Hit(one.post, count=one.duties, share=share, times=times, gini=f"{gini(every):.2f}")


@rule(
    "A13",
    Severity.WARNING,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.SHARED,
    title=Text("必经环节只有一人且无AB岗", "One holder on a step that all must pass"),
    why=Text("这个人一请假，事情就办不下去。", "When this one person is away, the matter stands still."),
    fix=Text("为这个岗位指定AB岗，或增加人员。", "Name a backup for the post, or add a holder."),
    message=Text(
        "岗位“{it.title}”只有一人、没有在岗的AB岗，{powers}的流程都要经过它。",
        "“{it.title}” has one holder and no backup in office; every way of {powers} passes it.",
    ),
    basis=Text("AB岗和限时办结制度", "A and B posts, work finished within its limit"),
    needs=(Layer.FLOWS, Layer.HANDLERS, Layer.HOLDERS),
    requires=("O09",),
    unless=Text(
        "人数不明的岗位不检查；互为AB岗的任一方写明即可；有不经过它的走法的流程不算；涉及职权多的由 O09 "
        "报告。",
        "Posts with an unknown number of holders are left out; it is enough that one of two posts names the "
        "other; a process with a way around it does not count; posts that many powers need are told by O09.",
    ),
)
def must_pass_post_without_backup(case: Case) -> Iterator[Hit]:
    """Posts held by one person without a backup, at steps that every way of a process passes."""
    for one in bottlenecks(case.in_force):
        yield Hit(one.post, field="backup_post", witness=one.nodes, powers=_powers(one))


@rule(
    "O09",
    Severity.WARNING,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.SHARED,
    title=Text("单点岗位", "Single point of failure"),
    why=Text(
        "许多职权系于一人，这个人一缺位，全局的事都停摆。",
        "Many powers hang on one person; when that person is away, the whole bureau stands still.",
    ),
    fix=Text(
        "指定在岗的AB岗、增加人员，或把一部分职权的环节分给其他岗位。",
        "Name a backup in office, add a holder, or give the steps of some powers to other posts.",
    ),
    message=Text(
        "岗位“{it.title}”只有一人、没有在岗的AB岗，{powers}离了它办不下去。",
        "“{it.title}” has one holder and no backup in office; {powers} stop without it.",
    ),
    basis=Text(
        "AB岗和限时办结制度",
        "Stand-ins and answers within a limit",
    ),
    needs=(Layer.FLOWS, Layer.HANDLERS, Layer.HOLDERS),
    params={"most_powers": 5},
    unless=Text(
        "不超过五项职权的由 A13 提示；人数不明的岗位不检查；互为AB岗的任一方写明即可；"
        "有不经过它的走法的流程不算。",
        "Up to five powers are told by A13; posts with an unknown number of holders are left out; it is "
        "enough "
        "that one of two posts names the other; a process with a way around it does not count.",
    ),
)
def single_point_of_failure(case: Case) -> Iterator[Hit]:
    """Posts without cover whose absence stops more than so many powers."""
    for one in bottlenecks(case.in_force):
        if len(one.powers) > case.param("O09", "most_powers"):
            yield Hit(one.post, field="backup_post", witness=one.nodes, powers=_powers(one))


def _powers(one: Bottleneck) -> Text:
    names = [power.title for power in one.powers]
    if len(names) == 1:
        return Text(f"“{names[0]}”", f"“{names[0]}”")
    return Text(f"“{names[0]}”等{len(names)}项职权", f"“{names[0]}” and {len(names) - 1} more")
