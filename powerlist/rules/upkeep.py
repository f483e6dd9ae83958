"""Upkeep: risk points and what was signed for them keep pace with processes and risks."""

from collections.abc import Iterator

from powerlist.analysis.review import (
    Paper,
    Signed,
    high_risk_posts,
    homeless_risks,
    left_behind,
    letters_of,
    outdated_reviews,
    pledges_of,
    signed,
)
from powerlist.i18n import Text
from powerlist.model.organisation import Post
from powerlist.model.risk import RiskPoint
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "R08",
    Severity.ERROR,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("风险点与现行流程脱节", "Risk points left behind by the process"),
    why=Text(
        "流程变了，风险点没有跟着重新排查，防控就落在旧流程上。",
        "When the process changes and its risks are not looked at again, the controls guard the old one.",
    ),
    fix=Text(
        "按现行流程重新排查风险点，并记下所对照的流程版本。",
        "Review the risk points against the current process, and record which version it was.",
    ),
    message=Text("{what}。", "{what}."),
    basis=Text(
        "廉政风险动态防控：流程变化后重新排查", "Integrity-risk work follows every change of the process"
    ),
    needs=(Layer.FLOWS, Layer.RISKS),
    unless=Text(
        "没有记录对照版本的风险点不判断流程是否变过；只改名称、职权或风险本身不算流程变化；一个流程只报告一次；"
        "拟行流程和已不行使的职权不检查；所在环节还是草稿的不报告。",
        "Without a recorded version nobody knows whether the process changed; its name, powers and risks "
        "are no part of it; one finding a process; proposed processes, gone powers and risks whose step is "
        "still a draft are left out.",
    ),
)
def risk_off_the_current_process(case: Case) -> Iterator[Hit]:
    """Risk points at no step, at former processes alone, or reviewed against another version."""
    for risk in homeless_risks(case.in_force, case.drafts or case.graph):
        zh = f"风险点“{risk.title}”所在的环节不在任何流程图上"
        yield Hit(
            risk, field="step", what=Text(zh, f"The risk “{risk.title}” is at a step that no chart has")
        )
    for process, risks in left_behind(case.in_force):
        zh = f"{len(risks)}个风险点还挂在原有流程“{process.name}”上，现行流程一个也没有"
        en = f"{len(risks)} risk(s) hang on the former process “{process.name}”, none on the current one"
        yield Hit(process, part="former", witness=tuple(risks), what=Text(zh, en))
    for process, risks in outdated_reviews(case.in_force):
        zh = f"流程“{process.name}”在排查之后有变化，{len(risks)}个风险点没有重新对照"
        en = f"“{process.name}” changed since {len(risks)} of its risks were reviewed"
        yield Hit(process, part="changed", witness=tuple(risks), what=Text(zh, en))


@rule(
    "R09",
    Severity.ERROR,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.ANSWERED,
    title=Text("高风险岗位没有有效的承诺书或责任书", "High-risk post without a valid pledge or letter"),
    why=Text(
        "承诺和责任要对着今天的风险签；没有签、签的是旧风险，都追不到人。",
        "A promise must name the risks of today; unsigned or outdated paper binds nobody.",
    ),
    fix=Text(
        "按岗位现有的高风险点重新签订承诺书或责任书。",
        "Sign it anew for all high risks that the post bears today.",
    ),
    hint=Text("按现有的{count}个高风险点签订{paper}。", "Sign the {paper} for its {count} high risk(s)."),
    message=Text(
        "岗位“{it.title}”有{count}个高风险点，{paper}{fault}。",
        "“{it.title}” bears {count} high risk(s); its {paper} {fault}.",
    ),
    basis=Text(
        "党风廉政建设责任制：层层签订廉政风险防控责任书、岗位廉政承诺书",
        "Responsibility system for clean government: letters at every level and pledges of posts",
    ),
    needs=(Layer.RISKS, Layer.PROMISES),
    absent=Text(
        "{count}个高风险岗位没有一个签有承诺书或责任书。",
        "{count} posts with high risks: not one has signed a pledge or a letter.",
    ),
    unless=Text(
        "清单里只有承诺书或只有责任书的，只检查那一种；主要领导没有上级责任书；没有列明风险的视为全部覆盖；"
        "无人在岗的岗位由 A04、R03 报告；同一岗位的几份合起来看；"
        "知道任职时间的，现任到岗以前签的不算；几个人同在一岗的，有一人是签了以后还在的即可。",
        "Where the list holds only pledges or only letters, only they are owed; the head has no letter "
        "upward; paper that names no risks covers all; vacant posts are told by A04 and R03; several papers "
        "of one post count together; where it is known since when a post is held, paper that is older than "
        "all who hold it today binds none of them.",
    ),
)
def high_risk_post_unpledged(case: Case) -> Iterator[Hit]:
    """Posts with high risks whose pledge or letter is missing, unsigned, or signed for other risks."""
    register = case.graph.register
    for post, risks in high_risk_posts(case.in_force):
        if register.pledges:
            yield from _told(case, post, risks, pledges_of(case.in_force, post), "pledge")
        letters = letters_of(case.in_force, post)
        if register.letters and letters is not None:
            yield from _told(case, post, risks, letters, "letter")


_PAPERS = {"pledge": Text("廉政承诺书", "pledge"), "letter": Text("廉政责任书", "letter of responsibility")}


def _told(case: Case, post: Post, risks: list[RiskPoint], papers: list[Paper], kind: str) -> Iterator[Hit]:
    found = signed(case.in_force, post, papers, risks)
    if not found.whole:
        count = len(risks)
        witness = found.missing or tuple(risks)
        yield Hit(post, part=kind, witness=witness, count=count, paper=_PAPERS[kind], fault=_fault(found))


def _fault(found: Signed) -> Text:
    if not found.papers:
        return Text("没有签订", "is missing")
    if not found.valid:
        return Text("还没有签字", "is not signed")
    if found.by_others:
        return Text("是现任到岗以前签的", "was signed before its present holder came")
    if found.missing:
        first, number = found.missing[0].title, len(found.missing)
        zh = f"没有覆盖其中{number}个，如“{first}”"
        return Text(zh, f"does not cover {number} of them, such as “{first}”")
    return Text("是对着改动之前的风险签的", "was signed for risks that read differently today")
