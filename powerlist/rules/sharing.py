"""Assignment, on closer sight: whom accountability reaches, who handles, whose hands, who leads."""

from collections.abc import Iterator
from typing import Any

from powerlist.analysis.answering import stray_grounds, unreached_roles
from powerlist.analysis.handling import other_hands, outsiders, unbounded_powers, unled_powers
from powerlist.i18n import Text
from powerlist.model.entity import Entity
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_SHOWN = 3


@rule(
    "A07",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.ANSWERED,
    title=Text("追责没有落到责任或人员", "Accountability that reaches nobody"),
    why=Text(
        "追责情形不对着责任、追责对象漏了经手的人，真要追责时就落空。",
        "Where grounds point at no duty, or leave out people who had a hand in it, nobody is called to "
        "account.",
    ),
    fix=Text(
        "在追责情形里写明对应的责任事项，并写全追责对象：法定代表人、分管负责人、承办机构负责人、"
        "具体承办人。",
        "Say at each ground which duties it is for, and name all who answer: legal representative, leader in "
        "charge, head of the unit, handler.",
    ),
    message=Text("职权“{power}”{fault}。", "“{power}”: {fault}."),
    basis=Text(
        "责任清单追责对象范围：法定代表人、分管负责人、承办机构负责人、具体承办人",
        "Lists name four kinds of people: legal representative, leader in charge, head of unit, handler",
    ),
    needs=(Layer.ACCOUNTABILITY, Layer.TARGETS),
    unless=Text(
        "没有写对应责任的追责情形视为对全部责任；没有追责情形对应的责任由 C04 报告；"
        "只有承担责任的层级才要求列为追责对象；公共服务、"
        "内部权力没有追责情形的不检查。",
        "A ground that names no duties is for all of them; only levels that have a part in the duties must "
        "be "
        "named; duties and powers without a ground are told by C04.",
    ),
)
def accountability_that_reaches_nobody(case: Case) -> Iterator[Hit]:
    """Powers whose grounds miss those who act, and grounds for the duties of other powers alone."""
    scope = case.in_force
    for one in unreached_roles(scope):
        zh, en = "、".join(r.text.zh for r in one.roles), ", ".join(r.text.en.lower() for r in one.roles)
        fault = Text(f"的追责对象缺少承担了责任的{zh}", f"no ground names the {en}, who has duties in it")
        yield Hit(one.power, part="targets", witness=one.duties, power=one.power.title, fault=fault)
    for ground in stray_grounds(scope):
        fault = Text(
            f"的追责情形“{ground.title}”所指的责任都不在这项职权名下",
            f"the ground “{ground.title}” is for duties of other powers alone",
        )
        yield Hit(ground, field="duties", power=_power(case, ground), fault=fault)


def _power(case: Case, entity: Entity) -> str:
    power = case.in_force.power_of(entity)
    return power.title if power else ""


@rule(
    "A08",
    Severity.WARNING,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.SHARED,
    title=Text("责任岗位不在承办或配合机构", "Duty performed outside the units of the power"),
    why=Text(
        "名单上没有的科室在办事，协作没有写明，出了问题就说不清。",
        "A unit that the power does not name works on it; where things go wrong, nobody can say whose they "
        "were.",
    ),
    fix=Text(
        "把这个科室列为承办或配合机构，或把责任改派给承办机构的岗位。",
        "Name the unit as handling or supporting, or give the duty to a post of the handling unit.",
    ),
    hint=Text(
        "把“{unit}”列为配合机构，或把责任改派给承办机构的岗位。",
        "Name “{unit}” as supporting, or give the duties to a post of the handling unit.",
    ),
    message=Text(
        "职权“{it.title}”的{count}项责任（如“{duty}”）由“{unit}”的岗位承担，"
        "但它既不是承办机构也不是配合机构。",
        "{count} duty(ies) of “{it.title}”, such as “{duty}”, are on posts of “{unit}”, which neither "
        "handles "
        "nor supports it.",
    ),
    basis=Text(
        "中办发〔2015〕21号：解决职能交叉、重复问题",
        "General Office document 21 of 2015: overlaps of functions are resolved",
    ),
    needs=(Layer.DUTIES, Layer.ASSIGNMENTS, Layer.HANDLING_UNITS),
    unless=Text(
        "分管领导和主要领导不限科室；办公室、财务、纪检等自己不承办对外职权的科室为各科室服务，不报告；"
        "承办机构的下属科室算承办机构；没有写承办机构的职权不检查。",
        "Leaders belong to all units; units that handle no outward power themselves (office, finance, "
        "discipline) serve all; a unit under the handling one counts as it; powers that name no unit are "
        "left out.",
    ),
)
def duty_outside_the_units(case: Case) -> Iterator[Hit]:
    """Units that perform duties of a power and neither handle nor support it; one hit a unit and power."""
    for one in outsiders(case.in_force):
        facts: dict[str, Any] = {
            "unit": one.unit.title,
            "duty": one.duties[0].title,
            "count": len(one.duties),
        }
        yield Hit(one.power, field="units", part=one.unit.id, witness=one.duties, **facts)


@rule(
    "A09",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING, Reviewer.DISCIPLINE),
    serves=Aim.SHARED,
    title=Text("环节岗位与责任岗位不一致", "Step done by another post than its duty"),
    why=Text(
        "清单上是一个岗位负责，流程里是另一个岗位在办，追责时两边都可以推。",
        "The list makes one post responsible and the chart another; each can point at the other.",
    ),
    fix=Text(
        "以实际办理为准，改正环节的岗位或责任事项的责任岗位。",
        "See who really does it; correct the post of the step or that of the duty.",
    ),
    message=Text(
        "流程“{at}”的环节“{it.title}”由“{post}”办理，所履行的责任“{duty}”却落在“{others}”。",
        "The step “{it.title}” of “{at}” is done by “{post}”; the duty “{duty}” that it carries out is on "
        "“{others}”.",
    ),
    basis=Text(
        "中央编办、原国务院法制办2018年权责清单指导意见：流程、岗位、责任明确",
        "The 2018 guidance on power lists: processes, posts and duties are clear",
    ),
    needs=(Layer.ASSIGNMENTS, Layer.FLOWS, Layer.HANDLERS, Layer.LINKS),
    unless=Text(
        "一个环节履行几项责任的，岗位承担其中一项即可；一项责任分几个环节办的，责任岗位办其中一个即可；"
        "对责任负责（A）的岗位亲自办的不算不一致；AB岗可以顶岗；没有落到岗位的责任由 A01、A03 报告。",
        "Where a step carries out several duties, one of them on its post is enough; where several steps "
        "carry out a duty, one of them in its hands is; who answers (A) for the duty may do the step, and a "
        "backup may stand in; duties without a post are told by A01 and A03.",
    ),
)
def step_in_other_hands(case: Case) -> Iterator[Hit]:
    """Steps whose post performs none of the duties that they carry out."""
    for one in other_hands(case.in_force):
        others = "、".join(post.name for post in one.performers[:_SHOWN])
        at = case.in_force.process_name(one.step)
        facts: dict[str, Any] = {
            "post": one.post.title,
            "duty": one.duties[0].title,
            "others": others,
            "at": at,
        }
        yield Hit(one.step, field="post", witness=(*one.duties, *one.performers), **facts)


@rule(
    "A10",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.SHARED,
    title=Text("多家共管没有牵头或边界", "Several in charge, and none leads"),
    why=Text(
        "几家都管又没有牵头、没有边界，有利就争，有责就推。",
        "Where several are in charge and none leads, each takes what pays and leaves what does not.",
    ),
    fix=Text(
        "写明牵头机构；与其他部门共同实施的，写明职责边界。",
        "Name the unit that leads; where other bodies have a part, state the boundary.",
    ),
    hint=Text("{cure}。", "{cure}."),
    message=Text("职权“{it.title}”由{who}，{fault}。", "“{it.title}” is {who}; {fault}."),
    basis=Text(
        "中办发〔2015〕21号：解决职能交叉、重复问题；职责边界清单",
        "General Office document 21 of 2015: overlaps of functions are resolved; lists of boundaries",
    ),
    unless=Text(
        "其中一个科室是其他科室的上级机构的，视为由它牵头；配合机构不算共同承办。",
        "A unit that the others are part of leads them; supporting units are not in charge.",
    ),
)
def shared_power_without_lead(case: Case) -> Iterator[Hit]:
    """Powers of several units without a lead, and powers shared with other bodies without a boundary."""
    for power in unled_powers(case.in_force):
        units = case.graph.units_of_power(power)
        who = _joined([unit.title for unit in units], "共同承办", "handled by ")
        fault = Text("没有写明由谁牵头", "no lead is named")
        cure = Text("在“牵头机构”一栏写明由谁牵头", "Name the one that leads")
        yield Hit(power, field="units", part="lead", witness=units, who=who, fault=fault, cure=cure)
    for power in unbounded_powers(case.in_force):
        who = _joined(list(power.joint_bodies), "共同实施", "exercised together with ", before="与")
        fault = Text("没有写明职责边界", "no boundary is stated")
        cure = Text("在“职责边界”一栏写明各管什么", "State who does what")
        yield Hit(power, field="joint_bodies", part="boundary", who=who, fault=fault, cure=cure)


def _joined(names: list[str], zh: str, en: str, before: str = "") -> Text:
    more = len(names) > _SHOWN
    shown = names[:_SHOWN]
    listed = "、".join(f"“{name}”" for name in shown) + (f"等{len(names)}家" if more else "")
    english = ", ".join(f"“{name}”" for name in shown) + (" and others" if more else "")
    return Text(f"{before}{listed}{zh}", f"{en}{english}")
