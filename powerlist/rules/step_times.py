"""Times at steps: clock stops told in writing, items done at once, limits of stages, extensions."""

from collections.abc import Iterator

from powerlist.analysis.step_times import (
    faulty_extensions,
    impossible_zeros,
    missing_limits,
    not_at_once,
    over_long,
    short_promises,
    untold_stops,
)
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "T06",
    Severity.WARNING,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.OPEN,
    title=Text("停钟没有书面告知所需时间", "Clock stopped without telling how long"),
    why=Text(
        "时间可以依法扣除，但要书面告知申请人需要多久，否则就是无限期等待。",
        "The law lets the time be left out, and has the applicant told in writing how long it takes.",
    ),
    fix=Text(
        "在环节的要点或者责任事项里写明“书面告知所需时间”。",
        "Say at the step, or in its duty, that the time needed is told in writing.",
    ),
    message=Text(
        "流程“{of}”的环节“{it.title}”停止计时，没有写明书面告知所需时间。",
        "The step “{it.title}” of “{of}” stops the clock; nothing says that the time needed is told.",
    ),
    basis=Text("《行政许可法》第四十五条；《行政强制法》第二十五条", "Licensing Law 45; Compulsion Law 25"),
    requires=("T05",),
    needs=(Layer.FLOWS,),
    unless=Text(
        "环节名称、要点、文书和所履行的责任事项里，有一句同时说到告知（通知）和书面、时间、期限、期间的即可；"
        "停钟没有依据的由T05报告。",
        "One saying at the step or in its duties that speaks both of telling and of writing or time is "
        "enough; a stop without a ground is told by T05.",
    ),
)
def clock_stopped_without_telling(case: Case) -> Iterator[Hit]:
    """Steps that stop the clock, where nothing says that the time they take is told."""
    for step in untold_stops(case.in_force, case.practice.procedures):
        yield Hit(step, field="points")


_AT_ONCE = {
    "promise": (
        Text(
            "是即办件，承诺时限却是{power.promised_limit}",
            "is done at once, yet promises {power.promised_limit}",
        ),
        Text(
            "承诺时限改为当场或者1个工作日，或者改为承诺件", "Promise one working day at most, or a promise"
        ),
    ),
    "steps": (
        Text("是即办件，流程却要接连走{count}个环节", "is done at once, yet takes {count} steps in a row"),
        Text("合并环节，或者改为承诺件", "Merge steps, or make it an item within a promise"),
    ),
    "site": (
        Text("是即办件，流程却有“{step}”", "is done at once, yet has “{step}”"),
        Text("去掉现场核查，或者改为承诺件", "Drop the site inspection, or make it an item within a promise"),
    ),
    "single": (
        Text("是承诺件，流程却只有“{step}”一个环节", "is within a promise, yet has “{step}” alone"),
        Text("改为即办件，或者补全环节", "Do it at once, or draw its other steps"),
    ),
}


@rule(
    "T07",
    Severity.WARNING,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.OPEN,
    title=Text("办件类型与流程不符", "Kind of item unlike its process"),
    why=Text(
        "即办件当场办结，要走很多环节、要看现场的就不是即办；一步办完的也不必让人等承诺。",
        "What is done at once takes no visit and no chain of steps; what takes one step need not wait.",
    ),
    fix=Text("改正办件类型、承诺时限或者流程。", "Correct the kind of item, the promise or the process."),
    hint=Text("{cure}。", "{cure}."),
    message=Text("职权“{it.title}”{fault}。", "“{it.title}” {fault}."),
    basis=Text("政务服务事项办件类型：即办件、承诺件", "Kinds of items of government services"),
    params={"most_steps": 5},
    unless=Text(
        "补正、送达、归档和事后的环节不计入环节数；没有画流程的只看承诺时限；没有写办件类型的不检查。",
        "Correction, delivery, filing and what follows are not counted; without a process only the promise "
        "is looked at; without a kind of item nothing is.",
    ),
)
def kind_of_item_unlike_its_process(case: Case) -> Iterator[Hit]:
    """Items done at once that take long, and items within a promise that take one step."""
    most = case.param("T07", "most_steps")
    for one in not_at_once(case.in_force, case.practice.stages, case.practice.procedures, most):
        fault, cure = _AT_ONCE[one.what]
        step = one.steps[0].title if one.steps else ""
        told = fault.fill(power=one.power, count=len(one.steps), step=step)
        yield Hit(one.power, field="item_type", part=one.what, witness=one.steps, fault=told, cure=cure)


@rule(
    "T08",
    Severity.INFO,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.OPEN,
    title=Text("承诺时限容不下核查和评审", "Promise too short for inspection or review"),
    why=Text(
        "现场核查、专家评审要约人、要到场，承诺太短就只能走过场或者超期。",
        "A visit or an expert review takes days; a shorter promise is broken, or the visit is a show.",
    ),
    fix=Text("适当放宽承诺，或者改用免现场的核验方式。", "Promise more, or verify without a visit."),
    message=Text(
        "流程“{of}”有“{it.title}”，职权“{power.name}”只承诺{power.promised_limit}。",
        "“{of}” has “{it.title}”, and “{power.name}” promises only {power.promised_limit}.",
    ),
    basis=Text("办事指南地方标准：有现场核查、评审的承诺一般不少于五日", "Local guide standards: five days"),
    needs=(Layer.FLOWS, Layer.STEP_STAGES),
    params={"least_days": 5},
    unless=Text(
        "依法停止计时的环节不算；即办件由T07报告；一个流程只提示一次。",
        "Steps that stop the clock do not count; items done at once are told by T07; one hint a process.",
    ),
)
def promise_too_short_for_inspection(case: Case) -> Iterator[Hit]:
    """Site inspections and expert reviews on a road whose promise is shorter than they need."""
    for step, power in short_promises(
        case.in_force, case.practice.procedures, case.param("T08", "least_days")
    ):
        yield Hit(step, power=power)


@rule(
    "T10",
    Severity.WARNING,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.BOUND,
    title=Text("环节时限缺漏或者超过法定", "Limit of a step missing or beyond the law"),
    why=Text(
        "必经环节没有时限，合计就是假的；受理、补正、送达法律都定了最长几天。",
        "Without the limit of a step that every way passes the sum is false; the law sets some itself.",
    ),
    fix=Text("补写必经环节的时限，改正超过法定的时限。", "State the limits of these steps, within the law."),
    hint=Text("{cure}。", "{cure}."),
    message=Text("流程“{of}”的环节“{it.title}”{fault}。", "The step “{it.title}” of “{of}” {fault}."),
    basis=Text(
        "《行政许可法》第三十二条、第四十四条；《行政处罚法》第六十一条",
        "Licensing Law arts. 32 and 44; Penalties Law art. 61",
    ),
    needs=(Layer.FLOWS, Layer.LIMITS),
    unless=Text(
        "缺漏只看有时限要求的流程里每条路径都要经过的受理、核查、审核、决定；“当场”也是时限，"
        "只有公示、专家评审、听证不能当场；"
        "整个流程都没有时限的由C06报告。",
        "Missing are only limits of intake, examination, review and decision on every way, where powers have "
        "one; "
        "on the spot is a limit, but not for notices, reviews and hearings; a process without any limit is "
        "told by C06.",
    ),
)
def limit_of_a_step_missing_or_too_long(case: Case) -> Iterator[Hit]:
    """Steps longer than the law gives their stage, on the spot where that cannot be, or without a limit."""
    scope, procedures = case.in_force, case.practice.procedures
    for step, most in over_long(scope, procedures):
        fault = Text("时限{step.limit}，法定不超过{most}", "takes {step.limit}; the law gives {most}")
        cure = Text("改为不超过{most}", "Take at most {most}").fill(most=most)
        yield Hit(step, field="limit", part="long", fault=fault.fill(step=step, most=most), cure=cure)
    for step in impossible_zeros(scope, procedures):
        fault = Text("写作当场，不可能当场完结", "is on the spot, which cannot be")
        yield Hit(
            step, field="limit", part="zero", fault=fault, cure=Text("写明需要几日", "Say how many days")
        )
    for step in missing_limits(scope, case.practice.stages):
        fault = Text("是必经环节，没有写明时限", "is on every way and has no limit")
        yield Hit(step, field="limit", part="missing", fault=fault, cure=Text("补写时限", "State its limit"))


_EXTENSIONS = {
    "approver": (
        Text("没有负责人批准", "is approved by no leader"),
        Text("写明由哪位负责人批准", "Name the leader who approves it"),
    ),
    "told": (
        Text("没有写明告知申请人", "does not say that the applicant is told"),
        Text("在要点或者责任里写明告知延期的理由", "Say that the reason is told to the applicant"),
    ),
}


@rule(
    "T11",
    Severity.WARNING,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.BOUND,
    title=Text("延期没有批准或者告知", "Extension without approval or word of it"),
    why=Text(
        "延期要经负责人批准，并把理由告诉申请人，不能由经办人自己拖。",
        "A leader approves an extension and its reason is told; the handler may not drag a case on.",
    ),
    fix=Text("写明延期的批准岗位，并告知申请人。", "Name who approves it, and have the applicant told."),
    hint=Text("{cure}。", "{cure}."),
    message=Text("流程“{of}”的“{it.title}”{fault}。", "“{it.title}” of “{of}” {fault}."),
    basis=Text(
        "《行政许可法》第四十二条；《行政强制法》第二十五条", "Licensing Law art. 42; Compulsion Law art. 25"
    ),
    needs=(Layer.FLOWS,),
    params={"approvers": ("chief", "deputy")},
    unless=Text(
        "只看延长办理时限的环节，延长工作时间、有效期、合同等不算；"
        "紧接在前后的审批、决定由负责人办理，或者紧接在前后的环节写明告知的，都算有。",
        "Only extensions of the procedure, not of working time, licences or contracts; an approval or "
        "decision right before or after by a leader counts, and so does word of it there.",
    ),
)
def extension_without_approval_or_notice(case: Case) -> Iterator[Hit]:
    """Extensions that no leader approves, or that nobody is told of."""
    stages, procedures = case.practice.stages, case.practice.procedures
    levels = case.param("T11", "approvers")
    for one in faulty_extensions(case.in_force, stages, procedures, tuple(levels)):
        fault, cure = _EXTENSIONS[one.what]
        yield Hit(one.step, part=one.what, fault=fault, cure=cure)
