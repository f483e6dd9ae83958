"""Consistency: the list with the chart, and one authority with its neighbours."""

from collections.abc import Iterator

from powerlist.analysis.list_and_flow import Mismatch, duties_of_power, mismatches
from powerlist.analysis.neighbours import Citation, overlaps
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_SHOWN = 3


@rule(
    "D02",
    Severity.WARNING,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.SHARED,
    title=Text("与其他单位职权交叉", "Two authorities act on one clause"),
    why=Text(
        "同一条款在两个单位的清单上成了不同的职权，容易争着管或者都不管。",
        "Where one clause is two different powers of two bodies, both may act or neither.",
    ),
    fix=Text(
        "与对方核对这一条款归谁；确属各管一段的，在两份清单上写明边界。",
        "Settle with the other body whose clause it is; where each has a part, state the boundary on both.",
    ),
    message=Text(
        "“{it.title}”依据的{clause}，也是{others}的依据。",
        "“{it.title}” rests on {clause}, and so does {others}.",
    ),
    basis=Text(
        "中办发〔2015〕21号：解决职能交叉、重复问题",
        "General Office document 21 of 2015: overlapping and duplicate functions are resolved",
    ),
    needs=(Layer.BASES, Layer.NEIGHBOURS),
    unless=Text(
        "只比较写明到条的设定和实施依据；款、项不同的不算；名称和类型都相同的是同一事项，不报告；"
        "公共服务和内部权力不比较；行政许可法等规定怎么办事的法律不算来源；一条给出超过五项职权、或有超过五个单位引用的总括性条款不报告。",
        "Only establishing and governing clauses with an article are compared; other paragraphs or items are "
        "other clauses; the same name and type is the same matter; not compared: services, internal powers, "
        "laws on how to act such as the Licensing Law, general clauses, which give one body over five "
        "powers or are cited by over five.",
    ),
)
def clause_shared_with_neighbour(case: Case) -> Iterator[Hit]:
    """Powers that rest on the same clause as a different power of another authority."""
    if case.workspace is not None:
        for one in overlaps(case.in_force, case.workspace):
            yield Hit(one.power, field="bases", clause=one.basis.title, others=_named(one.others))


def _named(others: tuple[Citation, ...]) -> Text:
    said = list(dict.fromkeys((one.authority, one.power.name) for one in others))
    names = [f"{authority}“{name}”" for authority, name in said[:_SHOWN]]
    more = len(said) - len(names)
    zh, en = "、".join(names), ", ".join(names)
    return Text(f"{zh}等{len(said)}项职权", f"{en} and {more} more") if more else Text(zh, en)


@rule(
    "D05",
    Severity.ERROR,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.BOUND,
    title=Text("清单与流程图的环节不一致", "List and chart disagree about the stages"),
    why=Text(
        "清单上写的和流程图上画的不是一回事，照哪一份办都说不清。",
        "What the list says and what the chart shows are two things; nobody knows which one holds.",
    ),
    fix=Text(
        "以实际办理为准，改正责任事项的环节，或改正流程图。",
        "See how it is really done; correct the stages of the duties, or the chart.",
    ),
    message=Text("职权“{it.title}”{fault}。", "“{it.title}”: {fault}."),
    basis=Text(
        "权责清单动态管理：责任清单、运行流程图随权力清单相应调整",
        "Upkeep of lists: duties and charts follow the list of powers",
    ),
    needs=(Layer.DUTIES, Layer.DUTY_STAGES, Layer.FLOWS, Layer.STEP_STAGES),
    unless=Text(
        "作用相同的环节（如审查、审核、审理）互相代替；事后监管、归档和“其他责任”不比较；一般和简易程序合起来看；"
        "即办件可以并作一步；环节已与责任对应的，缺失由 A05、A06 报告；"
        "次序只看单位自己编了号的责任，并且只在流程图上总是相反时报告。",
        "Stages that do the same stand for each other; what follows the close is left out; the general and "
        "the simplified procedure count together; an item done at once may be one step; where steps are "
        "linked to duties, A05 and A06 tell what is missing; the order is that of duties which the "
        "bureau numbered itself, and told where the chart always has it the other way round.",
    ),
)
def stages_of_list_and_chart_differ(case: Case) -> Iterator[Hit]:
    """Powers whose list has stages that the chart lacks, or the reverse, or another order."""
    for one in mismatches(case.in_force, case.practice.stages):
        if one.list_only:
            names = _stages(case, one.list_only)
            fault = Text("清单有{0}，流程图没有", "the list has {0}, the chart has not")
            yield Hit(one.power, part="list", fault=_with(fault, names))
        if one.flow_only:
            names = _stages(case, one.flow_only)
            fault = Text("流程图有{0}，清单没有", "the chart has {0}, the list has not")
            yield Hit(one.power, part="flow", fault=_with(fault, names))
        yield from _turned(case, one)
        for step in one.crossed:
            duties = duties_of_power(case.in_force, step, one.power)
            theirs = tuple(duty.stage for duty in duties if duty.stage)
            names = _stages(case, tuple(dict.fromkeys(theirs)))
            stage = case.practice.stages.text_of(step.stage)
            zh = f"流程图的环节“{step.title}”属于“{stage.zh}”，办理的却是清单上{names.zh}的责任"
            en = f"the step “{step.title}” is {stage.en.lower()} but carries out duties of {names.en}"
            yield Hit(one.power, part=step.id, witness=(step,), fault=Text(zh, en))


def _turned(case: Case, one: Mismatch) -> Iterator[Hit]:
    for first, second in one.turned:
        a, b = _stages(case, (first,)), _stages(case, (second,))
        zh = f"清单上{a.zh}在{b.zh}之前，流程图上先有{b.zh}"
        en = f"on the list {a.en} comes before {b.en}, on the chart after it"
        yield Hit(one.power, part=f"{first}-{second}", fault=Text(zh, en))


def _stages(case: Case, keys: tuple[str, ...]) -> Text:
    names = [case.practice.stages.text_of(key) for key in keys]
    return Text("".join(f"“{name.zh}”" for name in names), ", ".join(name.en.lower() for name in names))


def _with(sentence: Text, names: Text) -> Text:
    return Text(sentence.zh.replace("{0}", names.zh), sentence.en.replace("{0}", names.en))
