"""What outsiders see: the chart of the inside, contracted; and files as they were issued."""

from collections.abc import Iterator

from powerlist.analysis.outward import Apart, charts_apart, contradictions
from powerlist.i18n import Text
from powerlist.model.process import Step
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_SHOWN = 3
_FAULTS = {
    "all": Text("的所有环节都不对外，外部流程图是空的", "hides every step: the chart for outsiders is empty"),
    "delivery": Text(
        "的送达环节{names}不对外，外部流程图没有结果", "hides the delivery {names}: outsiders see no result"
    ),
    "named": Text("的环节{names}不对外，却写了对外名称", "hides {names}, which has a name for outsiders"),
}


@rule(
    "D06",
    Severity.ERROR,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.OPEN,
    title=Text("内外流程图不一致", "Outer and inner chart disagree"),
    why=Text(
        "给群众看的和内部走的不是一张图，群众照图走就走不通。",
        "Where people are shown another road than the one that is walked, they do not arrive.",
    ),
    fix=Text(
        "外部流程图应当等于内部流程图去掉不对外的环节；改正环节的对外标记，或改正外部流程图。",
        "The outer chart is the inner one without its hidden steps; correct the marks or the outer chart.",
    ),
    message=Text("流程“{it.title}”{fault}。", "“{it.title}” {fault}."),
    basis=Text(
        "《政府信息公开条例》第六条、第十六条：公开的要准确，内部工作流程可以不公开",
        "Open Government Information Regulation arts. 6, 16: what is shown is accurate, the inner process "
        "may be withheld",
    ),
    needs=(Layer.FLOWS,),
    unless=Text(
        "内部权力的流程不对外，不检查；同一条路上另有对外的送达环节的即可；两张图按对外名称对应，判断框和多出的走法不比较；"
        "一项职权有几张内部或外部流程图的不比较。",
        "Internal powers are not shown; one delivery that outsiders see on each way is enough; two charts "
        "are matched by outward names, decisions are passed over; powers with several inner or outer charts "
        "are not compared.",
    ),
)
def outer_chart_apart_from_inner(case: Case) -> Iterator[Hit]:
    """Processes whose marks contradict each other, and outer charts that are no contraction of the inner."""
    for one in contradictions(case.in_force, case.practice.stages):
        names = _named(one.steps)
        fault = _FAULTS[one.fault].fill(names=names)
        yield Hit(one.road.process, part=one.fault, witness=one.steps, fault=fault)
    for apart in charts_apart(case.in_force, case.practice.listing):
        yield from _apart(apart)


def _apart(one: Apart) -> Iterator[Hit]:
    process = one.outside.process
    if one.inside_only:
        names = _named(one.inside_only)
        fault = Text(
            f"缺少内部流程对外的环节{names.zh}", f"lacks {names.en}, which the inner chart shows outside"
        )
        yield Hit(process, part="lacks", witness=one.inside_only, fault=fault)
    if one.outside_only:
        names = _named(one.outside_only)
        fault = Text(f"多出内部流程没有的环节{names.zh}", f"has {names.en}, which the inner chart has not")
        yield Hit(process, part="adds", witness=one.outside_only, fault=fault)
    for first, second in one.turned:
        zh = f"画的是先“{first.title}”后“{second.title}”，内部流程走不到"
        fault = Text(zh, f"leads from “{first.title}” to “{second.title}”, which no way inside does")
        yield Hit(process, part=f"{first.id}-{second.id}", witness=(first, second), fault=fault)


def _named(steps: tuple[Step, ...]) -> Text:
    names, more = [f"“{step.title}”" for step in steps[:_SHOWN]], len(steps) > _SHOWN
    return Text("".join(names) + ("等" if more else ""), ", ".join(names) + (" and others" if more else ""))


@rule(
    "D09",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("生成的文件被手工改过", "Generated file edited by hand"),
    why=Text(
        "手工改过的文件和清单各说各的，下次生成又会被覆盖。",
        "A file edited by hand is a second truth, and the next edition overwrites it.",
    ),
    fix=Text(
        "把改动写回清单，重新生成并登记新的文件指纹。",
        "Write the change into the list, issue the file anew and record its fingerprint.",
    ),
    message=Text(
        "“{of_what}”在{channel}公开的文件与生成时不同，被手工改过。",
        "The file of “{of_what}” at {channel} is not the one that was issued: it was edited by hand.",
    ),
    basis=Text(
        "一份底稿：公开的文件由清单生成，改动写回清单",
        "One source: what is shown is made from the list, and changes go back into it",
    ),
    needs=(Layer.FILES,),
    unless=Text(
        "没有记下两个指纹的、已经撤下的不检查。",
        "Publications without both fingerprints, or withdrawn, are left out.",
    ),
)
def published_file_edited(case: Case) -> Iterator[Hit]:
    """Publications on show whose file is no longer the one that was issued."""
    for shown in case.graph.register.publications:
        gone = shown.withdrawn_on is not None and shown.withdrawn_on <= case.as_of
        whole = shown.issued_hash and shown.file_hash
        if whole and not gone and shown.issued_hash != shown.file_hash:
            of = case.graph.register.find(shown.of)
            place = Text(shown.channel or "公开载体", shown.channel or "where it is shown")
            witness = (of,) if of else ()
            name = of.title if of else shown.of
            yield Hit(shown, field="file_hash", witness=witness, of_what=name, channel=place)
