"""Time: what is promised against what the law grants, and what the steps take against both."""

from collections.abc import Iterator

from powerlist.analysis.calendar_time import Later, Times, later, limits_along, one_kind
from powerlist.analysis.clock import span_of, strictest, unlisted_stops
from powerlist.i18n import Text
from powerlist.model.limits import TimeLimit
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_EXACT = Text("", "")
_ROUGH = Text("（单位不同，按一周五个工作日折算）", " (units differ: counted at five working days a week)")
_BY_DAY = Text(
    "（单位不同，按{first}至{last}的工作日历逐日推算：{starts}个受理日有{later}个到期更晚，{worst}受理的晚{most}日）",
    " (units differ; by the calendar of {first} to {last} it ends later for {later} of {starts} days of "
    "application, by {most} days for {worst})",
)


@rule(
    "T01",
    Severity.ERROR,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.OPEN,
    title=Text("承诺时限超过法定时限", "Promise longer than the law grants"),
    why=Text("承诺只能更短，不能更长。", "A promise may shorten the statutory limit, never lengthen it."),
    fix=Text("把承诺时限改为不超过法定时限。", "Promise at most the statutory limit."),
    hint=Text("请改为不超过{it.statutory_limit}。", "Promise at most {it.statutory_limit}."),
    message=Text(
        "职权“{it.title}”的承诺时限{it.promised_limit}超过法定时限{it.statutory_limit}{rough}。",
        "“{it.title}” promises {it.promised_limit}, the statutory limit is {it.statutory_limit}{rough}.",
    ),
    basis=Text("《优化营商环境条例》第三十六条", "Regulation on the Business Environment art. 36"),
    params={"least_share": 0.5},
    unless=Text(
        "没有法定时限的职权不检查。单位不同的，清单上没有具体的受理日，"
        "就把日历已知的十二个月里每个工作日都当作受理日，按工作日历推算"
        "（末日休息的顺延），过半数（可以另设）到期更晚才报告；"
        "日历不知道的年份按一周五个工作日折算并注明。",
        "Powers without a statutory limit are left out. In different units, as a list knows no day of "
        "application, every working day of twelve known months is taken for one and both are counted by the "
        "calendar (a last day off moves on); told where more than half (or the share set) end later. In "
        "years that the calendar does not know, five working days are a week, and the finding says so.",
    ),
)
def promise_longer_than_statutory(case: Case) -> Iterator[Hit]:
    """Powers whose promise exceeds the statutory limit."""
    for power in case.in_force.powers:
        promised, statutory = power.promised_limit, power.statutory_limit
        told = _exceeds(case, "T01", (promised,), statutory) if promised and statutory else None
        if told:
            yield Hit(power, field="promised_limit", rough=told)


@rule(
    "T03",
    Severity.ERROR,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.BOUND,
    title=Text("环节时限之和超过承诺", "Steps take longer than promised"),
    why=Text(
        "按流程规定的环节时限一步步办，也办不到承诺的时间。",
        "Even where every step keeps its own limit, the promise is broken.",
    ),
    fix=Text(
        "缩短这条路径上的环节时限，或改正承诺时限。", "Shorten the steps on this way, or correct the promise."
    ),
    hint=Text(
        "缩短这条路径上的环节时限，使合计不超过{limit}；或改正承诺时限。",
        "Shorten the steps on this way to {limit} in all, or correct the promise.",
    ),
    message=Text(
        "流程“{it.name}”最长路径需{span}，超过职权“{power.name}”的{which}{limit}{rough}：{way}。",
        "“{it.name}” takes {span}; the {which} of “{power.name}” is {limit}{rough}: {way}.",
    ),
    basis=Text(
        "《行政许可法》第四十二条至第四十五条；《行政处罚法》第六十条",
        "Licensing Law arts. 42-45; Penalties Law art. 60",
    ),
    needs=(Layer.FLOWS, Layer.LIMITS),
    params={"least_share": 0.5},
    unless=Text(
        "并行的环节取最长；停止计时的环节、补正、决定以后的送达和执行不计入；退回的路走一遍，环节只算一次；"
        "即办件当天办结即可。单位不同的同T01，逐日按工作日历推算，过半数受理日超过才报告。",
        "Parallel branches count as their longest; steps that stop the clock, correction, delivery and "
        "execution are not counted; a loop is gone round once, each step counted once; an item done at once "
        "has the day. Different units are counted by the calendar as in T01, and told where more than half "
        "of the days are over.",
    ),
)
def steps_longer_than_promised(case: Case) -> Iterator[Hit]:
    """Processes whose longest way takes more than the strictest promise on them."""
    for road in case.in_force.roads:
        owed, span = strictest(case.in_force, road), span_of(road, case.practice.stages)
        along = limits_along(road, span, case.practice.stages) if owed and span.days else ()
        rough = _exceeds(case, "T03", along, owed[1], span.limit) if owed and along else None
        if owed and rough:
            power, limit = owed
            which = (
                Text("承诺时限", "promise") if power.promised_limit else Text("法定时限", "statutory limit")
            )
            way = " → ".join(step.title for step in span.steps)
            yield Hit(
                road.process,
                witness=span.steps,
                span=span.limit,
                power=power,
                limit=limit,
                which=which,
                way=way,
                rough=rough,
            )


@rule(
    "T05",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("停钟没有依据", "Clock stopped without a ground"),
    why=Text(
        "办理期限只能由法律停住；公示、踏勘、集体研究的时间都要算。",
        "Only the law stops the clock; notices, visits and deliberation take time that counts.",
    ),
    fix=Text(
        "把这个环节的时间计入办理期限，或在环节上写明准许扣除的条款。",
        "Count the step, or cite at it the clause that lets its time be left out.",
    ),
    message=Text(
        "流程“{at}”的环节“{it.title}”停止计时，既不在《{law}》第{number}条列举之内，也没有自己的依据。",
        "The step “{it.title}” of “{at}” stops the clock, but art. {number} of 《{law}》 does not list it "
        "and it cites no clause of its own.",
    ),
    basis=Text("《行政许可法》第四十五条", "Licensing Law art. 45"),
    needs=(Layer.FLOWS,),
    unless=Text(
        "名称里写明听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审的不报告；环节引用了其他法律法规、写明到条的不报告。",
        "Nothing is said where the name speaks of a hearing, tender, auction, test, quarantine, appraisal or "
        "expert review, or where the step cites an article of another instrument.",
    ),
)
def clock_stopped_without_ground(case: Case) -> Iterator[Hit]:
    """Steps that stop the clock, are not on the list of the law, and name no clause."""
    law, number = case.practice.stages.stopping_article
    for step in unlisted_stops(case.in_force, case.practice.stages):
        yield Hit(step, field="clock_stops", at=case.in_force.process_name(step), law=law, number=number)


def _exceeds(
    case: Case, code: str, times: Times, limit: TimeLimit, total: TimeLimit | None = None
) -> Text | None:
    """How it is known that times (in all `total`) exceed a limit; None where they do not."""
    whole = total or times[0]
    if one_kind((*times, limit)):
        return _EXACT if whole.exceeds(limit) else None
    found = later(case.workdays, times, (limit,), case.as_of)
    if found is None:
        return _ROUGH if whole.exceeds(limit) else None
    return _by_day(found) if found.share > case.param(code, "least_share") else None


def _by_day(found: Later) -> Text:
    return _BY_DAY.fill(
        first=found.first,
        last=found.last,
        starts=found.starts,
        later=found.later,
        worst=found.worst,
        most=found.most,
    )
