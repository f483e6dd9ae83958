"""Risk: every risk is controlled, every control is somebody's, every high risk is watched from above."""

from collections.abc import Iterator

from powerlist.analysis.controls import missing_phases, supervisors
from powerlist.analysis.in_force import HIGH
from powerlist.i18n import Text
from powerlist.model.organisation import Post
from powerlist.model.risk import Control
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_AT = Text("环节“{step.title}”的风险点“{it.title}”", "The risk “{it.title}” at the step “{step.title}”")


@rule(
    "R02",
    Severity.ERROR,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("风险点缺防控措施", "Risk without enough controls"),
    why=Text(
        "查出了风险却没有措施，等于没查；高风险要事前、事中、事后都有人管。",
        "A risk without a control was found in vain; a high risk needs one before, during and after.",
    ),
    fix=Text(
        "补上防控措施；高风险补齐事前、事中、事后。",
        "Add a control; for a high risk one before, one during and one after the act.",
    ),
    hint=Text("补上{lack}防控措施。", "Add a control{lack}."),
    message=Text("{at}没有{lack}防控措施。", "{at} has no control{lack}."),
    basis=Text(
        "廉政风险防控：前期预防、中期监控、后期处置", "Integrity-risk work: prevention, monitoring, handling"
    ),
    needs=(Layer.RISKS,),
    absent=Text("{count}项职权没有一项排查了廉政风险点。", "{count} powers: not one has a risk point."),
    absent_fix=Text("按流程环节逐项排查风险点。", "Look for risk points step by step."),
    unless=Text(
        "一般和低风险有一项措施即可；整份清单的措施都没有分事前、事中、事后的只报告一次。",
        "One control is enough below high; where no control in the list says its phase, that is one finding.",
    ),
)
def risk_without_control(case: Case) -> Iterator[Hit]:
    """Risks without any control; high risks without one in each phase."""
    phased = any(control.phase for control in case.in_force.controls)
    high = 0
    for risk in case.in_force.risks:
        at = _AT.fill(it=risk, step=case.graph.node_of(risk))
        if not case.graph.controls_of(risk):
            yield Hit(risk, at=at, lack="")
        elif risk.rank is not None and risk.rank >= HIGH:
            high += 1
            for phase in missing_phases(case.in_force, risk) if phased else ():
                yield Hit(risk, part=phase.value, at=at, lack=_in(phase.text))
    if high and not phased:
        at = Text(f"{high}个高风险点都", f"{high} high risks: each of them")
        phases = Text("分事前、事中、事后的", " that says whether it works before, during or after")
        yield Hit(case.graph.register.authority, part="phases", at=at, lack=phases)


def _in(phase: Text) -> Text:
    return Text(phase.zh, f" {phase.en.lower()} the act")


@rule(
    "R03",
    Severity.ERROR,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("防控措施没有责任岗位", "Control without an owner"),
    why=Text("没有人落实的措施只是写在墙上。", "A control that nobody carries out is a line on the wall."),
    fix=Text("为防控措施指定在岗的责任岗位。", "Name a post that is held as its owner."),
    message=Text("{what}。", "{what}."),
    basis=Text(
        "防控责任分解：每项措施落实到责任岗位",
        "Risk work shared out: every control is some post's",
    ),
    needs=(Layer.RISKS, Layer.OWNERS),
    absent=Text("{count}项防控措施没有一项落到责任岗位。", "{count} controls: not one has an owner."),
    requires=("A04",),
    unless=Text(
        "责任岗位空缺的，一个岗位只报告一次；A04 已经报告的岗位不重复。",
        "A vacant owner is told once a post, and not where A04 already speaks of the post.",
    ),
)
def control_without_owner(case: Case) -> Iterator[Hit]:
    """Controls without an owner, and posts that own controls but are gone or vacant."""
    idle: dict[str, tuple[Post, list[Control]]] = {}
    for control in case.in_force.controls:
        owner = case.graph.owner_of(control)
        if owner is None:
            named = f"“{control.title}”"
            yield Hit(control, what=Text(f"防控措施{named}没有责任岗位", f"The control {named} has no owner"))
        elif not case.in_force.available(owner):
            idle.setdefault(owner.id, (owner, []))[1].append(control)
    for post, controls in idle.values():
        count = len(controls)
        zh = f"岗位“{post.name}”无人在岗或已撤销，名下有{count}项防控措施"
        what = Text(zh, f"The post “{post.name}” is vacant or gone and owns {count} control(s)")
        yield Hit(post, witness=tuple(controls), what=what)


@rule(
    "R04",
    Severity.ERROR,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("风险等级与监督层级不相称", "Risk watched from too low"),
    why=Text(
        "高风险由主要领导、一般风险由分管领导、低风险由科室负责人负责，才压得住。",
        "A high risk answers to the head, a general one to the leader, a low one to the unit's head.",
    ),
    fix=Text(
        "由与等级相称或更高层级的岗位监督。",
        "Let a post of the level that the risk asks for, or a higher one, watch it.",
    ),
    hint=Text("由{owed}或更高层级的岗位监督。", "Let the {owed} or a higher post watch it."),
    message=Text(
        "环节“{step.title}”的{level}“{it.title}”{fault}，应由{owed}负责。",
        "The {level} “{it.title}” at “{step.title}” {fault}; the {owed} must answer for it.",
    ),
    basis=Text(
        "分级负责：风险等级与监督层级对应", "Graded answerability: the level of risk sets the supervisor"
    ),
    needs=(Layer.RISKS, Layer.SUPERVISORS),
    absent=Text("{count}个风险点没有一个写明监督责任岗位。", "{count} risks: not one names who watches it."),
    absent_fix=Text(
        "按风险等级为每个风险点指定监督责任岗位。", "Name a supervisor for every risk by its level."
    ),
    unless=Text(
        "没有评定等级的风险不检查；低风险没有写明监督岗位的，视为由科室负责人监督；"
        "风险点没有写的，看防控措施的监督岗位；主要领导自己办理的环节，由监督岗、领导班子成员监督即可"
        "（可以在 powerlist.toml 里另设 own_steps）。",
        "Unrated risks are left out; a low risk without a supervisor is taken to be the unit head's; where "
        "the risk names none, the supervisors of its controls count; for the head's own steps a supervising "
        "post or another leader is enough (a place may set own_steps in powerlist.toml).",
    ),
)
def risk_watched_from_too_low(case: Case) -> Iterator[Hit]:
    """Rated risks whose supervisor stands too low, or that have none."""
    practice = case.practice
    for risk in case.in_force.risks:
        if risk.rank not in practice.supervision:
            continue
        watching, bearer = supervisors(case.in_force, risk), case.graph.post_at_risk(risk)
        at = bearer.level if bearer else None
        enough = any(practice.high_enough(post.level, risk.rank, at) for post in watching)
        if not enough and (watching or not _is_low(case, risk.rank)):
            step, owed = case.graph.node_of(risk), _lower(practice.watcher_owed(risk.rank, at).text)
            fault, level = _watched(watching), _lower(practice.scheme.levels[risk.rank].text)
            yield Hit(risk, field="supervisor", step=step, owed=owed, fault=fault, level=level)


def _is_low(case: Case, rank: int) -> bool:
    return rank == min(case.practice.supervision)


def _watched(posts: list[Post]) -> Text:
    names = "、".join(post.name for post in posts)
    if not names:
        return Text("没有监督责任岗位", "has no supervisor")
    return Text(f"只由“{names}”监督", f"is watched by “{names}” alone")


def _lower(text: Text) -> Text:
    return Text(text.zh, text.en.lower())
