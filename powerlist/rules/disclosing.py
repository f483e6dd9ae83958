"""Disclosing: examined, proposed, approved, agreed, answered; and what is withheld, for a reason."""

from collections.abc import Iterator
from typing import Any

from powerlist.analysis.disclosing import (
    Chain,
    badly_examined,
    badly_withheld,
    not_agreed,
    on_show,
    unanswered,
)
from powerlist.i18n import Text
from powerlist.model.oversight import Publication
from powerlist.model.severity import Severity
from powerlist.practice.lawfulness import load_lawfulness
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_EXAMINED = {
    "unexamined": Text("没有保密审查记录", "has no record of a secrecy examination"),
    "short": Text(
        "只作了{count}道保密审查，不足{steps}道", "was examined {count} time(s), fewer than {steps}"
    ),
    "one_hand": Text("从初审到批准都由同一个人作保密审查", "was examined and approved by one hand alone"),
}


@rule(
    "B05",
    Severity.ERROR,
    reviewers=(Reviewer.DISCLOSURE,),
    serves=Aim.WATCHED,
    title=Text("保密审查不全", "Secrecy examination incomplete"),
    why=Text(
        "公开前不审查，或者一个人从头审到尾，涉密和涉隐私的内容就漏出去。",
        "What is shown without an examination, or examined by one hand, lets secrets slip.",
    ),
    fix=Text(
        "补做初审、复审、批准，由不同岗位办理，并登记。",
        "Have it examined, re-examined and approved by different posts, and record them.",
    ),
    message=Text("“{shown}”的公开{fault}。", "The publication of “{shown}” {fault}."),
    basis=Text(
        "《政府信息公开条例》第十七条；《保守国家秘密法》",
        "Open Government Information Regulation art. 17; Law on Guarding State Secrets",
    ),
    needs=(Layer.EXAMINATIONS,),
    params={"least_steps": 3},
    unless=Text(
        "清单完全没有保密审查记录的不检查；审查几道可以另设；两道由同一岗位办的不报告，全部由一个岗位或者兼任的一个人办的才报告；"
        "已经撤下的不检查。",
        "Nothing is checked where the list records no examination; the number of steps may be set; two of "
        "them by one post are allowed, all of them by one post or one person are not; withdrawn publications "
        "are left out.",
    ),
)
def secrecy_examination_incomplete(case: Case) -> Iterator[Hit]:
    """Publications not examined, not often enough, or by one post alone."""
    steps = case.param("B05", "least_steps")
    for one in on_show(case.in_force):
        if fault := badly_examined(case.in_force, one, steps):
            told = _EXAMINED[fault].fill(count=len(one.examined_by), steps=steps)
            yield _hit(case, one, field="examined_by", fault=told)


_WHICH = Text(
    "写明是《政府信息公开条例》第十四条至第十六条中的哪一种情形",
    "State which ground of arts. 14 to 16 of the Open Government Information Regulation it is",
)
_WITHHELD = {
    "ground": (
        Text("没有写明理由", "without a ground"),
        _WHICH,
    ),
    "vague": (
        Text(
            "理由“{it.disclosure_ground}”看不出是哪一种法定情形",
            "for “{it.disclosure_ground}”, which is none of the grounds of the law",
        ),
        _WHICH,
    ),
    "never": (
        Text("没有评估过能不能公开", "and was never looked at again"),
        Text("评估能不能公开，并记下日期", "Look at it again and record the day"),
    ),
    "long_ago": (
        Text(
            "上次评估是{it.reassessed_on}，已超过{years}年",
            "last looked at on {it.reassessed_on}, over {years} year(s) ago",
        ),
        Text("重新评估，并记下日期", "Look at it again and record the day"),
    ),
}


@rule(
    "B06",
    Severity.WARNING,
    reviewers=(Reviewer.DISCLOSURE,),
    serves=Aim.OPEN,
    title=Text("不予公开没有理由或者没有评估", "Withheld without a ground or a second look"),
    why=Text(
        "以公开为常态、不公开为例外；例外要有理由，还要定期看看理由还在不在。",
        "Disclosure is the rule; an exception needs a ground, and a look whether it still holds.",
    ),
    fix=Text(
        "写明不予公开的理由，并定期评估。", "State the ground and look at it again at regular intervals."
    ),
    hint=Text("{cure}。", "{cure}."),
    message=Text("职权“{it.title}”不予公开，{fault}。", "“{it.title}” is withheld {fault}."),
    basis=Text(
        "《政府信息公开条例》第十四条至第十六条、第十八条",
        "Open Government Information Regulation arts. 14-16, 18",
    ),
    params={"most_years": 1},
    unless=Text(
        "没有写公开属性的不检查；理由写到条文，或者写到国家秘密、商业秘密、个人隐私、内部事务、过程性信息、执法案卷等情形即可；"
        "评估以一年为限（可以另设）；生效或者调整不满这个期限的，还不要求评估。",
        "Powers without a word on disclosure are left out; the article, or words such as state or trade "
        "secrets, privacy, internal affairs and case files, are ground enough; a look is due every year (or "
        "the years set), counted from the start or the last change of the power.",
    ),
)
def withheld_without_ground(case: Case) -> Iterator[Hit]:
    """Withheld powers without a ground, or not looked at for too long."""
    years = case.param("B06", "most_years")
    for power in case.in_force.powers:
        for part in badly_withheld(power, case.as_of, years, load_lawfulness()):
            fault, cure = _WITHHELD[part]
            told = fault.fill(it=power, years=years)
            yield Hit(power, field="disclosure", part=part, fault=told, cure=cure)


_CHAIN = {
    "unproposed": (
        Text("没有登记何时提出", "has no day on which it was proposed"),
        Text("补登记提出的日期", "Record the day on which it was proposed"),
    ),
    "unapproved": (
        Text("没有登记何时审核批准", "has no day on which it was approved"),
        Text("补登记审核批准的日期", "Record the day on which it was approved"),
    ),
    "turned": (
        Text(
            "提出、审核、公开的日期先后颠倒（{days_told}）",
            "was proposed, approved and published in the wrong order ({days_told})",
        ),
        Text(
            "核对这几个日期；没有审核就公开的，补审核",
            "Check these days; what was not approved is approved now",
        ),
    ),
    "unanswered": (
        Text(
            "在{it.feedback_on}收到意见，{days}个工作日内没有答复",
            "got feedback on {it.feedback_on} and no answer in {days} working days",
        ),
        Text("答复意见，并登记答复日期", "Answer it, and record the day"),
    ),
}


@rule(
    "B07",
    Severity.WARNING,
    reviewers=(Reviewer.DISCLOSURE,),
    serves=Aim.OPEN,
    title=Text("公开程序不全", "Chain of publication broken"),
    why=Text(
        "提出、审核、公开、反馈缺一环，公开什么、错了谁改就没有人负责。",
        "Proposed, approved, published, answered: where a link is missing nobody answers for what is shown.",
    ),
    fix=Text("补登记提出、审核的日期，答复收到的意见。", "Record the missing days, and answer the feedback."),
    hint=Text("{cure}。", "{cure}."),
    message=Text("“{shown}”的公开{fault}。", "The publication of “{shown}” {fault}."),
    basis=Text(
        "公开程序：提出、审核、公开、反馈；《政府信息公开条例》第九条",
        "Proposed, examined, published, answered; Open Government Information Regulation art. 9",
    ),
    needs=(Layer.PUBLICATIONS,),
    params={"working_days": 20},
    unless=Text(
        "整份清单都没有登记的日期不要求；答复以二十个工作日为限（可以另设），还没有到期的不报告；已经撤下的不检查。",
        "Days that the whole list does not record are not asked for; an answer has twenty working days (or "
        "the number set); withdrawn publications are left out.",
    ),
)
def chain_of_publication_broken(case: Case) -> Iterator[Hit]:
    """Publications without a link of the chain, or with unanswered feedback."""
    chain, days = Chain.of(case.in_force), case.param("B07", "working_days")
    for one in on_show(case.in_force):
        late = ["unanswered"] if unanswered(one, case.workdays, case.as_of, days) else []
        for part in (*chain.faults_of(one), *late):
            fault, cure = _CHAIN[part]
            days_told = " → ".join(str(d) for d in (one.proposed_on, one.approved_on, one.published_on) if d)
            told = fault.fill(it=one, days=days, days_told=days_told)
            yield _hit(case, one, part=part, fault=told, cure=cure)


@rule(
    "B10",
    Severity.WARNING,
    reviewers=(Reviewer.DISCLOSURE,),
    serves=Aim.SHARED,
    title=Text("共同事项公开前没有协商一致", "Joint matter shown without agreement"),
    why=Text(
        "几个部门共同实施的，各说各的，群众不知道信谁。",
        "Where several bodies act together and each publishes its own, nobody knows whom to believe.",
    ),
    fix=Text(
        "与共同实施的部门协商、确认一致后公开，并登记。",
        "Agree with the other bodies before publishing, and record it.",
    ),
    message=Text(
        "{what}与{bodies}共同实施，公开时没有登记已协商一致。",
        "{what}: run together with {bodies}; no agreement to publish is on record.",
    ),
    basis=Text("《政府信息公开条例》第十一条", "Open Government Information Regulation art. 11"),
    needs=(Layer.PUBLICATIONS,),
    unless=Text(
        "没有写共同实施部门的不检查；整份清单都没有登记协商的只报告一次；已经撤下的不检查。",
        "Powers without joint bodies are left out; what the whole list lacks is told once; withdrawn "
        "publications are left out.",
    ),
)
def joint_matter_without_agreement(case: Case) -> Iterator[Hit]:
    """Publications of joint powers to which the other bodies have not agreed."""
    register = case.graph.register
    found = list(not_agreed(case.in_force))
    if len(found) > 1 and not any(one.agreed_with for one in register.publications):
        bodies = _listed(tuple(dict.fromkeys(body for _, missing in found for body in missing)))
        what = Text(f"已公开的{len(found)}项", f"{len(found)} publications")
        yield Hit(register.authority, witness=tuple(one for one, _ in found), what=what, bodies=bodies)
        return
    for one, missing in found:
        title = register[one.of].title
        what = Text(f"“{title}”", f"“{title}”")
        yield _hit(case, one, field="agreed_with", what=what, bodies=_listed(missing))


def _hit(case: Case, one: Publication, **facts: Any) -> Hit:
    """A publication, and beside it what it shows."""
    of = case.graph.register[one.of]
    return Hit(one, witness=(of,), shown=of.title, **facts)


def _listed(bodies: tuple[str, ...]) -> Text:
    return Text("、".join(bodies), ", ".join(bodies))
