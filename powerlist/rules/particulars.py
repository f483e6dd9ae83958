"""Particulars: what a row, a step, a penalty and a guide must say about themselves."""

from collections.abc import Iterable, Iterator

from powerlist.analysis.particulars import (
    GUIDE,
    HEAD,
    PENALTY,
    Statements,
    bare_steps,
    owed_by_all,
    owed_by_penalty,
    owed_in_guide,
    unstated_parts,
)
from powerlist.i18n import Text
from powerlist.model.codes import LegacyGroup, Named
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_SHOWN = 3


def _listed(parts: Iterable[Named]) -> Text:
    texts = [part.text for part in parts]
    return Text("、".join(one.zh for one in texts), ", ".join(one.en.lower() for one in texts))


def _unseen(parts: Iterable[Named]) -> Iterator[Text]:
    for part in parts:
        zh, en = (
            f"清单里没有{part.text.zh}，无法检查。",
            f"the list has no {part.text.en.lower()}: nothing to check.",
        )
        yield Text(zh, en)


def _told(case: Case, statements: Statements) -> Iterator[Hit]:
    """One hit a power; one for all where many leave out the same."""
    authority = case.graph.register.authority
    for part, powers in statements.often.items():
        what = Text(f"{authority.name}的{len(powers)}项职权", f"{len(powers)} powers of {authority.name}")
        yield Hit(authority, part=part.value, witness=powers, what=what, lacks=_listed([part]))
    for power, lacks in statements.gaps():
        what = Text(f"“{power.title}”", f"“{power.title}”")
        yield Hit(power, field=lacks[0].value, what=what, lacks=_listed(lacks))


def _head(case: Case) -> Statements:
    return Statements(case.in_force, HEAD, owed_by_all, case.param("C01", "most_single"))


@rule(
    "C01",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.LAWFUL,
    title=Text("必填项缺失", "Required column left empty"),
    why=Text(
        "没有编码、类型、承办机构的职权，汇总、公开、追责都对不上。",
        "A power without code, type or unit can be neither counted nor published nor answered for.",
    ),
    fix=Text("补填空缺的栏目。", "Fill in the empty columns."),
    hint=Text("补填{lacks}。", "Fill in: {lacks}."),
    message=Text("{what}没有填写{lacks}。", "{what}: not filled in: {lacks}."),
    basis=Text(
        "中央编办、原国务院法制办2018年权责清单指导意见：名称、类型、依据、编码基本一致",
        "The 2018 guidance on power lists: names, types, bases and codes agree",
    ),
    params={"most_single": 10},
    beyond=lambda case: _unseen(_head(case).nowhere),
    unless=Text(
        "没有写行使主体的就是本单位；整份清单都没有的栏目不检查，十项以上都没填的栏目只报告一次；"
        "依据、责任事项、追责情形、监督电话由 "
        "L01、C03、C04、B03 报告；"
        "没有归类的非行政审批由 C10 报告；内部权力不要求编码。",
        "Without a body it is the authority; columns that the whole list lacks are not checked, those that "
        "over ten powers leave empty are "
        "told once; bases, duties, grounds and phones are told by "
        "L01, "
        "C03, C04 and B03, unclassified former groups by C10; internal powers owe no code.",
    ),
    requires=("C10",),
)
def required_column_empty(case: Case) -> Iterator[Hit]:
    """Powers that leave out a column which the list has."""
    yield from _told(case, _head(case))


@rule(
    "C06",
    Severity.WARNING,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.BOUND,
    title=Text("环节缺岗位、时限或要点", "Steps without post, limit or points"),
    why=Text(
        "环节不写谁办、多久办完、办到什么程度，流程图就只是一张画。",
        "Where steps do not say who, how long and how, the chart is only a picture.",
    ),
    fix=Text(
        "为环节补写办理岗位、时限和承办要求。", "State post, limit and points of attention at each step."
    ),
    hint=Text("为{steps}补写{lack}。", "State the {lack} of {steps}."),
    message=Text("流程“{it.title}”的{steps}没有写明{lack}。", "“{it.title}”: no {lack} at {steps}."),
    basis=Text(
        "六权治本工作要求：流程图标明履职程序、办理期限、承办要求",
        "Programme aim: a chart shows procedure, limits and points of attention",
    ),
    needs=(Layer.FLOWS,),
    beyond=lambda case: _unseen(unstated_parts(case.in_force)),
    unless=Text(
        "所有流程都没有写的不检查；开始和结束、中介机构办理的环节不要求岗位；"
        "时限只在整个流程一处也没有时报告；"
        "同一流程的几个环节并作一条。",
        "What no process states is not checked; starts, ends and work of agencies owe no post; limits are "
        "told "
        "where a process has none at all; steps of one process are told together.",
    ),
)
def bare_step(case: Case) -> Iterator[Hit]:
    """Processes with steps that leave out their post or points, or without any limit."""
    for road, part, steps in bare_steps(case.in_force):
        names = "、".join(step.title for step in steps[:_SHOWN])
        more = len(steps) > _SHOWN
        zh = f"{len(steps)}个环节（{names}{'等' if more else ''}）"
        en = f"{len(steps)} step(s) ({names}{' and others' if more else ''})"
        named, what = Text(zh, en), Text(part.text.zh, part.text.en.lower())
        yield Hit(road.process, part=part.value, witness=steps, steps=named, lack=what)


def _penalties(case: Case) -> Statements:
    return Statements(case.in_force, PENALTY, owed_by_penalty, case.param("C07", "most_single"))


@rule(
    "C07",
    Severity.WARNING,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("处罚缺种类或裁量基准", "Penalty without kind or rule of discretion"),
    why=Text(
        "罚什么、罚多少没有写明，同样的事就可能两样罚。",
        "Where it is not stated what may be imposed and how much, like cases are treated unlike.",
    ),
    fix=Text("写明处罚种类，并引用裁量基准。", "State the kinds of penalty and cite the rule of discretion."),
    hint=Text("写明{lacks}。", "State: {lacks}."),
    message=Text("{what}没有写明{lacks}。", "{what}: not stated: {lacks}."),
    basis=Text("《行政处罚法》第九条、第三十四条", "Penalties Law arts. 9 and 34"),
    needs=(Layer.PENALTIES,),
    params={"most_single": 10},
    beyond=lambda case: _unseen(_penalties(case).nowhere),
    unless=Text(
        "整份清单都没有处罚种类或者裁量基准的，那一项不检查，十项以上都没有的只报告一次；只看行政处罚。",
        "What the whole list lacks is not checked, what over ten lack is told once; only penalties are "
        "looked at.",
    ),
)
def penalty_without_measure(case: Case) -> Iterator[Hit]:
    """Penalties that do not say of what kind they are or by which rule they are measured."""
    yield from _told(case, _penalties(case))


def _guide(case: Case) -> Statements:
    return Statements(case.in_force, GUIDE, owed_in_guide, case.param("C08", "most_single"))


@rule(
    "C08",
    Severity.WARNING,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.OPEN,
    title=Text("办事指南要素不全", "Guide that leaves things out"),
    why=Text(
        "指南上不写在哪儿办、问谁、带什么、拿到什么，群众就要多跑。",
        "Where the guide does not say where, whom to ask, what to bring and what one gets, people come "
        "twice.",
    ),
    fix=Text("补写办理地点、咨询电话、申请材料和办理结果。", "State place, phone, documents and result."),
    hint=Text("补写{lacks}。", "State: {lacks}."),
    message=Text("{what}的办事指南没有写明{lacks}。", "{what}: the guide does not state: {lacks}."),
    basis=Text(
        "《优化营商环境条例》第三十五条；《行政许可法》第三十条",
        "Regulation on the Business Environment art. 35; Licensing Law art. 30",
    ),
    params={"most_single": 10},
    beyond=lambda case: _unseen(_guide(case).nowhere),
    unless=Text(
        "整份清单都没有的要素不检查，十项以上都没有的只报告一次；只看依申请办理的职权；办理结果只要求许可、"
        "确认、裁决写明；收费、"
        "时限和监督电话由 B03 报告。",
        "What the whole list lacks is not checked, what over ten lack is told once; only powers that "
        "people apply for are looked at; the "
        "result "
        "is owed by licences, confirmations and rulings; charges, limits and oversight phones are told by "
        "B03.",
    ),
)
def guide_that_leaves_things_out(case: Case) -> Iterator[Hit]:
    """Powers whose guide leaves out what the list states elsewhere."""
    yield from _told(case, _guide(case))


@rule(
    "C10",
    Severity.WARNING,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.LAWFUL,
    title=Text("非行政审批未归入法定类别", "Former group without a legal type"),
    why=Text(
        "“非行政许可审批”已经取消，不归入法定类别，就说不清它算什么权力。",
        "The group 非行政许可审批 was abolished; without a legal type nobody can say what the power is.",
    ),
    fix=Text(
        "归入许可、处罚、强制、征收、给付、检查、确认、奖励、裁决或者其他行政权力；"
        "属于内部管理的转为内部权力。",
        "Give it one of the ten legal types, or make it internal.",
    ),
    message=Text(
        "“{it.title}”仍列为{group}，没有法定的职权类型。",
        "“{it.title}” is still {group} without a legal type.",
    ),
    basis=Text(
        "国发〔2015〕27号：取消非行政许可审批类别",
        "State Council document 27 of 2015: the group 非行政许可审批 is abolished",
    ),
    unless=Text("已取消、转移、下放的职权不检查。", "Powers that are gone are left out."),
)
def former_group_without_type(case: Case) -> Iterator[Hit]:
    """Powers of the former group other than approval whose type is not stated."""
    for power in case.in_force.powers:
        if power.group is LegacyGroup.NON_APPROVAL and power.type is None:
            group = Text(power.group.text.zh, power.group.text.en.lower())
            yield Hit(power, field="type", group=group)
