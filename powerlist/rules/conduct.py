"""Conduct: confirmations keep pace, applicants are told at once, fee and cash are apart, rules are named."""

from collections.abc import Iterator

from powerlist.analysis.cash import set_and_taken
from powerlist.analysis.required import unnamed
from powerlist.analysis.stale import old_confirmations, old_reviews
from powerlist.analysis.told_once import untold
from powerlist.i18n import Text
from powerlist.model.process import Step
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule
from powerlist.rules.wording import named_hand


@rule(
    "N06",
    Severity.WARNING,
    reviewers=(Reviewer.SERVICE, Reviewer.DISCIPLINE),
    serves=Aim.BOUND,
    title=Text("确认或者排查早于现行流程", "Confirmation or review older than the process"),
    why=Text(
        "流程后来又确认过，原先的确认和风险排查看的就不是它。",
        "What was confirmed or reviewed before the process took its present shape speaks of another one.",
    ),
    fix=Text("按现行流程重新确认，重新排查风险。", "Confirm the process again, and review its risks again."),
    hint=Text("{cure}。", "{cure}."),
    message=Text("{what}。", "{what}."),
    basis=Text(
        "廉政风险动态防控：职责、流程、岗位变化后重新排查",
        "Integrity-risk work follows every change of duties, process and posts",
    ),
    needs=(Layer.FLOWS, Layer.CONFIRMED_FLOWS),
    requires=("R08",),
    unless=Text(
        "没有日期的不判断；记录了对照版本的风险点由 R08 判断；一个流程各报告一次。",
        "Nothing is judged without dates; risks that record the version they were reviewed against are "
        "R08's; "
        "each is told once a process.",
    ),
)
def older_than_the_process(case: Case) -> Iterator[Hit]:
    """Processes confirmed before parts of them were, or after their risks were reviewed."""
    for one in old_confirmations(case.in_force):
        part = one.things[0].title
        name, count = one.process.name, len(one.things)
        zh = f"流程“{name}”{_day(one.on)}确认，其中{count}处（如“{part}”）{_day(one.newest)}才定"
        en = f"“{name}” was confirmed on {one.on}, {count} part(s) of it such as “{part}” "
        cure = Text("重新确认整个流程", "Confirm the whole process again")
        what = Text(zh, f"{en}as late as {one.newest}")
        yield Hit(one.process, part="confirmed", witness=one.things, what=what, cure=cure)
    for one in old_reviews(case.in_force):
        name, count = one.process.name, len(one.things)
        zh = f"流程“{name}”{_day(one.newest)}确认，{count}个风险点是{_day(one.on)}起排查的，没有再看"
        en = f"“{name}” was confirmed on {one.newest}; {count} of its risks were reviewed before"
        cure = Text("按现行流程重新排查风险点", "Review the risks against the process of today")
        yield Hit(one.process, part="reviewed", witness=one.things, what=Text(zh, en), cure=cure)


def _day(day: object) -> str:
    return f"{day:%Y年%m月%d日}"


@rule(
    "N07",
    Severity.WARNING,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.OPEN,
    title=Text("受理没有一次性告知", "Applications taken in without telling all at once"),
    why=Text(
        "材料缺什么不一次说清，申请人就要一趟一趟地跑。",
        "Where gaps are told one by one, applicants come again and again.",
    ),
    fix=Text(
        "在受理责任里写明一次性告知需要补正的全部内容，或者画出补正环节。",
        "Say at acceptance that all that is missing is told at once, or draw the correction.",
    ),
    message=Text(
        "{what}没有写缺件时一次性告知补正。", "{what}: nothing says that what is missing is told at once."
    ),
    basis=Text("《行政许可法》第三十二条第四项", "Licensing Law art. 32, item 4"),
    requires=("P05", "P07"),
    params={"most_single": 10},
    unless=Text(
        "只看许可、确认、给付；"
        "有补正环节或者补正责任、流转标明一次性告知、任何一处写了补正或者一次告知的即可；"
        "没有受理的不检查；流程缺补正分支的由 P05 报告；十项以上的只报告一次。",
        "Licences, confirmations and payments alone; a correction, a flow that informs once or one word "
        "of it "
        "anywhere is enough; powers that take nothing in are left out; a chart without the branch is "
        "told by P05; "
        "more than ten powers are told once.",
    ),
)
def gaps_not_told_at_once(case: Case) -> Iterator[Hit]:
    """Powers that take applications in and say nowhere that all gaps are told at once."""
    found = list(untold(case.in_force, case.practice.regulations.told_once))
    if len(found) > case.param("N07", "most_single"):
        authority = case.graph.register.authority
        zh, en = f"{authority.name}的{len(found)}项职权的受理", f"Acceptance in {len(found)} powers"
        yield Hit(authority, witness=tuple(one.at for one in found), what=Text(zh, en))
        return
    for one in found:
        zh, en = f"“{one.power.title}”的“{one.at.title}”", f"“{one.at.title}” of “{one.power.title}”"
        drawn = isinstance(one.at, Step)  # P05 and P07 speak of the chart
        yield Hit(one.at if drawn else one.power, witness=(one.at,), what=Text(zh, en))


@rule(
    "N08",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.SHARED,
    title=Text("定费和收钱在同一双手", "Fee set and taken by one hand"),
    why=Text(
        "收多少由他定、钱也由他收，多收少收没有第二个人知道。",
        "Who sets the fee and takes the cash alone knows what was due and what was paid.",
    ),
    fix=Text("由另一岗位收款，或者改由银行代收。", "Let another post, or a bank, take the money."),
    hint=Text(
        "把“{second.name}”交给另一岗位，或者改由银行代收。", "Give “{second.name}” to another, or to a bank."
    ),
    message=Text("流程“{it.name}”的{steps}都由{hand}办理。", "{hand} does {steps} in “{it.name}”."),
    basis=Text(
        "收支两条线；行政事业单位内部控制规范（试行）：收缴分离",
        "Two lines of revenue; internal control of takings",
    ),
    needs=(Layer.FLOWS, Layer.HANDLERS),
    requires=("S01",),
    unless=Text(
        "罚款由 S04 报告；写明由银行、国库、专户、税务收取的不算；只看标明经手钱款的环节；付出去的钱不看。",
        "Fines are told by S04; where a bank, the treasury or the tax office takes it nobody does; only "
        "steps that "
        "handle money count, and money paid out does not.",
    ),
)
def fee_set_and_taken_by_one_hand(case: Case) -> Iterator[Hit]:
    """Processes in which one hand sets a fee and takes the money."""
    for one in set_and_taken(case.in_force, case.practice.regulations.fees):
        a, b = one.first, one.second
        same = Text(f"“{a.name}”里定费和收钱", f"both the setting and the taking at “{a.name}”")
        steps = same if a is b else Text(f"“{a.name}”和“{b.name}”", f"“{a.name}” and “{b.name}”")
        yield Hit(one.process, witness=(a, b), second=b, steps=steps, hand=named_hand(one.hand))


@rule(
    "N09",
    Severity.INFO,
    reviewers=(Reviewer.DISCIPLINE, Reviewer.SERVICE),
    serves=Aim.BOUND,
    title=Text("应有的制度没有一处提到", "Required regulation that nothing names"),
    why=Text(
        "首问负责、回避、集体讨论这些制度，清单里没有一处写到，就没有人照着做。",
        "A regulation that neither a duty nor a control nor a step names is followed by nobody.",
    ),
    fix=Text(
        "在相关的责任、环节要点或者防控措施里写明这项制度。",
        "Name the regulation in a duty, at a step or in a control.",
    ),
    hint=Text(
        "在相关的责任、环节或者措施里写明{name}。", "Name {name} in a duty, at a step or in a control."
    ),
    message=Text(
        "“{it.title}”的清单里没有一处提到{name}。", "Nothing in the list of “{it.title}” names {name}."
    ),
    basis=Text(
        "首问负责、限时办结、责任追究等制度；行政事业单位内部控制规范（试行）",
        "Regulations of the first asked, of limits and of accountability; internal control",
    ),
    needs=(Layer.FLOWS, Layer.RISKS),
    unless=Text(
        "没有这一类职权、不管钱的单位不要求；责任、措施、环节、岗位职责、监督和依据里有一个词即可；"
        "有承诺时限、追责情形、AB岗、轮岗到期日的，视为有相应的制度。",
        "Owed only where the bureau has such powers or money; one word in a duty, control, step, post, "
        "oversight or "
        "basis is enough; limits, grounds, stand-ins and days of rotation show theirs.",
    ),
)
def regulation_that_nothing_names(case: Case) -> Iterator[Hit]:
    """Internal regulations that the bureau owes by its powers and that its list names nowhere."""
    for one in unnamed(case.in_force, case.practice.regulations.required):
        yield Hit(case.graph.register.authority, part=one.key, name=one.text)
