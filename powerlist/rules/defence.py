"""Defence: what came to light raises the risk, stretches of risk are broken, no control carries too much."""

from collections.abc import Iterator
from typing import Any

from powerlist.analysis.bottleneck import laden_owners, stretched_controls
from powerlist.analysis.own_watch import watched_by_oneself, worse_than_left
from powerlist.analysis.past import unraised
from powerlist.analysis.unbroken import unbroken
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "R12",
    Severity.ERROR,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("出过问题，风险等级没有提", "Risk not raised after an incident"),
    why=Text(
        "出过案件、被投诉过的地方还写低风险，等于什么也没有学到。",
        "Where a case or a complaint changes no level, nothing was learned.",
    ),
    fix=Text(
        "把出过问题的环节提高等级；维持原等级的，重新评定并写明理由。",
        "Raise the level there; to keep it, rate it again and say why.",
    ),
    hint=Text("提为“{owed}”，或者重新评定并写明理由。", "Raise it to {owed}, or rate it again and say why."),
    message=Text(
        "“{thing.title}”出过{incident}“{it.title}”，{now}。",
        "“{thing.title}” has had the {incident} “{it.title}”, and {now}.",
    ),
    basis=Text(
        "廉政风险动态防控：曾发生不廉洁问题的提级", "Integrity-risk work: what happened raises the level"
    ),
    needs=(Layer.RISKS, Layer.INCIDENTS),
    params={"most_years": 3},
    unless=Text(
        "三年以前的不算；案件要求高风险，投诉和审计问题要求一般以上；之后重新评定并写明理由的不报告；"
        "没有评定等级的不判断；记录写明查无实据、反映不实的投诉不算。",
        "Older than three years does not count; a case asks for a high risk, a complaint or an audit "
        "finding for a general one; risks rated again since, with a reason, are left out, unrated ones are "
        "not judged, nor are complaints that the record calls unfounded.",
    ),
)
def risk_not_raised_after_incident(case: Case) -> Iterator[Hit]:
    """Incidents where no risk is as grave as they show."""
    levels, years = case.practice.scheme.levels, case.param("R12", "most_years")
    for one in unraised(case.in_force, years, case.practice.regulations.unfounded):
        top = max((risk.rank or 0 for risk in one.risks), default=0)
        owed, kind = _lower(levels[one.owed].text), _lower(one.incident.incident_kind.text)
        now = _still(levels[top].text) if top else _NOT_THERE
        witness = (one.thing, *one.risks)
        facts: dict[str, Any] = {"thing": one.thing, "incident": kind, "now": now, "owed": owed}
        yield Hit(one.incident, field="about", witness=witness, **facts)


_NOT_THERE = Text("那里却没有风险点", "there is no risk point")


def _still(level: Text) -> Text:
    return Text(f"那里的风险还是“{level.zh}”", f"its risks are no more than a {level.en.lower()}")


def _lower(text: Text) -> Text:
    return Text(text.zh, text.en.lower())


@rule(
    "R13",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("连续的高风险环节之间没有旁人防控", "Stretch of high risk without a control between"),
    why=Text(
        "高风险环节一个接一个，防控都在办事人自己手里，一路都没有人看。",
        "One high risk after the other, each controlled by those who act: nobody looks in.",
    ),
    fix=Text(
        "让不办这些环节的岗位至少落实其中一项措施，或者在中间加一道审核。",
        "Let a post outside these steps own a control there, or put a review between.",
    ),
    message=Text(
        "流程“{it.name}”连续{count}个高风险环节没有旁人落实的措施：{way}。",
        "“{it.name}” has {count} steps of high risk in a row without a control in other hands: {way}.",
    ),
    basis=Text(
        "内部控制：不相容岗位相互分离、相互制约", "Internal control: incompatible posts check each other"
    ),
    needs=(Layer.FLOWS, Layer.RISKS, Layer.RATINGS),
    params={"least_steps": 2},
    unless=Text(
        "措施由不办这个流程高风险环节的岗位落实的算防控；整个流程的措施都没有写责任岗位的，有措施即可；"
        "隔着其他环节的不算连续。",
        "A control owned by a post that does none of the high-risk steps counts; where a process names "
        "no owner "
        "at all any control counts; steps with another between them are no stretch.",
    ),
)
def stretch_of_high_risk(case: Case) -> Iterator[Hit]:
    """Processes with high-risk steps in a row that only their own doers control."""
    for road in case.in_force.roads:
        for number, stretch in enumerate(unbroken(case.in_force, road, case.param("R13", "least_steps"))):
            nodes = road.entities(stretch)
            way = " → ".join(node.title for node in nodes)
            part = "" if number == 0 else nodes[0].id
            yield Hit(road.process, part=part, witness=nodes, count=len(nodes), way=way)


@rule(
    "R14",
    Severity.INFO,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.SHARED,
    title=Text("一项措施或者一个岗位撑着太多风险", "One control or one post under too many risks"),
    why=Text(
        "一项措施管十几个风险，一个岗位落实一半的措施，忙不过来就都落空。",
        "A control for a dozen risks, a post with half of all controls: when it slips, all do.",
    ),
    fix=Text("把措施分到各环节，把落实分给几个岗位。", "Split the control by step, share them among posts."),
    message=Text("{what}。", "{what}."),
    basis=Text(
        "防控责任分解：措施、责任落实到各个岗位",
        "Risk work shared out among the posts",
    ),
    needs=(Layer.RISKS,),
    params={"most_risks": 8, "most_share": 0.5, "least_controls": 20},
    unless=Text(
        "八个以内的风险共用一项措施不报告；全单位不足二十项措施的不看岗位的份额；空缺岗位由 R03 报告。",
        "Up to eight risks may share a control; with fewer than twenty controls in all, shares are not "
        "judged.",
    ),
)
def control_bottleneck(case: Case) -> Iterator[Hit]:
    """Controls shared by very many risks, and posts that own a large share of all controls."""
    for control, count in stretched_controls(case.in_force, case.param("R14", "most_risks")):
        zh, en = f"{count}个风险点共用一项措施“{control.title}”", f"{count} risks share “{control.title}”"
        yield Hit(control, field="risks", what=Text(zh, en))
    share, least = case.param("R14", "most_share"), case.param("R14", "least_controls")
    total = sum(1 for control in case.in_force.controls if control.owner)
    for post, owned in laden_owners(case.in_force, share, least):
        part = f"{len(owned) / total:.0%}"
        zh = f"岗位“{post.title}”一家落实{len(owned)}项措施，占{part}"
        yield Hit(
            post, witness=owned, what=Text(zh, f"“{post.title}” owns {len(owned)} controls, {part} of all")
        )


@rule(
    "N10",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("自己监督自己的风险", "Risk watched by the post that bears it"),
    why=Text(
        "风险在谁身上，监督责任也写的是谁，等于没有监督。",
        "Where the post at risk is also the supervisor there is no supervision.",
    ),
    fix=Text(
        "改由上级或者纪检岗位监督；主要领导的，记下由谁对他监督。",
        "Let a superior or the discipline office watch; for the head record the oversight over that post.",
    ),
    message=Text(
        "岗位“{it.title}”监督的是自己身上的{count}个风险点，如“{first.title}”。",
        "“{it.title}” supervises {count} risk(s) that it bears itself, such as “{first.title}”.",
    ),
    basis=Text(
        "党内监督条例：加强对“一把手”的监督", "Rules of oversight within the Party: also over the head"
    ),
    needs=(Layer.RISKS, Layer.SUPERVISORS),
    unless=Text(
        "另有别的岗位或者单位对这个岗位监督（监督记录覆盖它）的不报告，主要领导多是这样；"
        "措施由办理人自己落实的由 S06 报告。",
        "Nothing is said where an oversight by somebody else covers the post, as it should for the "
        "head; controls "
        "in the own hands are told by S06.",
    ),
)
def risk_watched_by_its_bearer(case: Case) -> Iterator[Hit]:
    """Posts that supervise the risks they bear, without oversight by another."""
    for post, risks in watched_by_oneself(case.in_force):
        yield Hit(post, witness=tuple(risks), count=len(risks), first=risks[0])


@rule(
    "N11",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("实际风险高于剩余风险", "Actual risk above the residual one"),
    why=Text(
        "抽查出来的风险比措施落实后应剩的还高，说明措施没有起作用。",
        "Where checks find more risk than should be left, the controls do not work.",
    ),
    fix=Text(
        "换掉或者补强没有起作用的措施，或者把剩余风险改高。",
        "Replace the controls that do not work, or raise the residual level.",
    ),
    message=Text(
        "风险点“{it.title}”实际是“{actual}”，高于措施之后的“{residual}”{reason}。",
        "The risk “{it.title}” is in fact a {actual}, above the {residual} that should be left{reason}.",
    ),
    basis=Text(
        "风险管理的监测与评审：实际情况与预计的剩余风险比较",
        "Monitoring and review: what is found is compared with what should be left",
    ),
    needs=(Layer.RISKS, Layer.ACTUALS, Layer.RESIDUALS),
    unless=Text(
        "没有评定实际风险或者剩余风险的不比较。",
        "Risks without an actual or a residual level are not compared.",
    ),
)
def actual_above_residual(case: Case) -> Iterator[Hit]:
    """Risks that checks found to be graver than what the controls should leave."""
    levels = case.practice.scheme.levels
    for risk in worse_than_left(case.in_force):
        if risk.actual and risk.residual:
            said = risk.actual.reason
            reason = Text(f"（{said}）" if said else "", f" ({said})" if said else "")
            actual, residual = (_lower(levels[one.rank].text) for one in (risk.actual, risk.residual))
            yield Hit(risk, field="actual", actual=actual, residual=residual, reason=reason)
