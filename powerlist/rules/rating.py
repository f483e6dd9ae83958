"""Rating: risks are looked for where power tempts, rated by the method, and written for this very step."""

from collections.abc import Iterator
from typing import Any

from powerlist.analysis.copied import copied_risks
from powerlist.analysis.rated import generic_alone, misrated, unearned
from powerlist.analysis.sensitive import all_low, unlooked
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "R01",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("有裁量、管钱、能处罚的环节没有风险点", "Discretion, money or penalties without a risk point"),
    why=Text(
        "最容易出问题的环节一个风险点也没有，说明排查走过场。",
        "Where the steps that tempt most have no risk point, nobody has looked.",
    ),
    fix=Text("在有裁量、管钱、能处罚的环节排查风险点。", "Look for risk points where power tempts."),
    hint=Text("在“{step.title}”排查风险点。", "Look for risk points at “{step.title}”."),
    message=Text(
        "流程“{of}”的“{step.title}”{why}，{none}没有风险点。",
        "“{step.title}” of “{of}” {why} and has no risk point{none}.",
    ),
    basis=Text("廉政风险防控：按权力运行流程排查", "Integrity-risk work: looked for along the process"),
    needs=(Layer.FLOWS, Layer.RISKS),
    params={"each_step": False},
    unless=Text(
        "一个流程里有一个这样的环节排查了，其余的不报告；要求每个环节都有的单位可以设 each_step = true。",
        "One such step with a risk point is enough for a process; a place that wants one at each sets "
        "each_step = true.",
    ),
)
def temptation_without_risk(case: Case) -> Iterator[Hit]:
    """Processes whose steps of discretion, money, fees and penalties have no risk point at all."""
    for one in unlooked(case.in_force, case.practice.stages, case.param("R01", "each_step")):
        more = len(one.steps) > 1
        none = Text(
            "和流程里其他这样的环节一样" if more else "却", ", nor has any other such step" if more else ""
        )
        first = one.steps[0]
        yield Hit(first, witness=one.steps, step=first, why=one.why.text, none=none)


@rule(
    "R05",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("风险等级与评定方法不符", "Level that the method does not give"),
    why=Text(
        "打的分是高风险、写的是一般，监督就降了一级。",
        "Scored high and written general: the watch moves one level down.",
    ),
    fix=Text("按评定方法改等级，或者改打分并写明理由。", "Set the level by the method, or mend the answers."),
    hint=Text("改为“{owed}”，或者重新打分并写明理由。", "Set it to {owed}, or answer anew and say why."),
    message=Text(
        "风险点“{it.title}”的{which}写作“{written}”，按“{scheme}”{how}“{owed}”。",
        "The {which} rating of “{it.title}” says {written}; by “{scheme}” {how} {owed}.",
    ),
    basis=Text("评定方法：可能性乘以后果，或者单位自定的方法", "The scheme: likelihood times consequence"),
    needs=(Layer.RISKS, Layer.RATINGS),
    unless=Text(
        "没有打分、打分不全、用了不认识的方法的不判断；评得比打分高、又写明理由的（如出过问题提级）不报告。",
        "Ratings without all answers, or by a scheme that is not known, are not judged; one that is put "
        "higher, with a reason such as what has happened there, is left out.",
    ),
)
def level_against_the_method(case: Case) -> Iterator[Hit]:
    """Ratings whose answers, or whose exceptions, give another level."""
    for one in misrated(case.in_force, case.practice):
        levels = one.scheme.levels
        written, owed = (_lower(levels[rank].text) for rank in (one.rating.rank, one.owed))
        how = _OVERRIDDEN if one.overridden else _SCORED
        facts: dict[str, Any] = {"scheme": one.scheme.text, "how": how, "written": written, "owed": owed}
        part = one.which.value
        yield Hit(one.risk, field=part, part=part, which=one.which.text, **facts)


_SCORED = Text("的打分应为", "the answers give")
_OVERRIDDEN = Text("自由裁量没有合理限制，一律为", "discretion without bounds is always")


def _lower(text: Text) -> Text:
    return Text(text.zh, text.en.lower())


@rule(
    "R06",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("风险点雷同或者措施空泛", "Risks copied, or measures that say nothing"),
    why=Text(
        "许可和处罚写同一个风险、措施只有“加强教育”，等于没有排查。",
        "The same risk under licences and penalties, “more education” for a measure: nobody has looked.",
    ),
    fix=Text(
        "按这个环节怎么出事来写风险，措施写明谁、什么时候、做什么。",
        "Write how this very step fails; say in the measure who does what and when.",
    ),
    hint=Text("{cure}。", "{cure}."),
    message=Text("{what}。", "{what}."),
    basis=Text("廉政风险防控：一岗一策", "Integrity-risk work: measures for each post"),
    needs=(Layer.RISKS,),
    params={"least_copies": 4, "most_share": 0.2, "likeness": 0.85, "least_letters": 3, "most_single": 10},
    unless=Text(
        "同一类职权之间相同的不算；雷同不足四个或者不到两成的不报告；有一项写明做什么的措施即可；"
        "没有措施的由 R02 报告；"
        "措施空泛的风险点多于十个的只报告一次。",
        "Risks alike within one type of power do not count; fewer than four copies, or less than a "
        "fifth, are "
        "left out; one measure of substance is enough; risks without any are told by R02; more than ten "
        "risks "
        "with empty measures are told once.",
    ),
)
def risk_copied_or_measure_empty(case: Case) -> Iterator[Hit]:
    """Risk texts copied over different types of power; risks whose measures are general phrases alone."""
    groups = copied_risks(case.in_force, case.param("R06", "likeness"))
    copies, total = sum(map(len, groups)), len(case.in_force.risks)
    if copies >= case.param("R06", "least_copies") and copies > case.param("R06", "most_share") * total:
        first = groups[0][0]
        zh = f"{copies}个风险点（{copies / total:.0%}）在不同类型的职权之间雷同，如“{first.title}”"
        en = f"{copies} risks ({copies / total:.0%}) are copied from type to type, such as “{first.title}”"
        authority = case.graph.register.authority
        yield Hit(authority, part="copied", witness=tuple(groups[0]), what=Text(zh, en), cure=_REWRITE)
    yield from _empty(case)


_REWRITE = Text("按各自的环节怎么出事分别改写", "Write for each how its own step fails")
_SAY_WHO = Text("写明谁、什么时候、做什么", "Say who does what and when")


def _empty(case: Case) -> Iterator[Hit]:
    risks = generic_alone(case.in_force, case.practice.regulations, case.param("R06", "least_letters"))
    if len(risks) > case.param("R06", "most_single"):
        zh, en = f"{len(risks)}个风险点的措施只有原则性要求", f"{len(risks)} risks have nothing but phrases"
        text = Text(f"{zh}，如“{risks[0].title}”", f"{en} for measures, such as “{risks[0].title}”")
        authority = case.graph.register.authority
        yield Hit(authority, part="empty", witness=tuple(risks), what=text, cure=_SAY_WHO)
        return
    for risk in risks:
        controls = case.graph.controls_of(risk)
        zh = f"风险点“{risk.title}”的措施只有“{controls[0].text}”这样的原则性要求"
        en = f"the measures against “{risk.title}” are phrases such as “{controls[0].text}”"
        yield Hit(risk, part="empty", witness=controls, what=Text(zh, en), cure=_SAY_WHO)


@rule(
    "R11",
    Severity.INFO,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("管钱管审批的科室全是低风险", "Unit with money or permits, and low risks alone"),
    why=Text(
        "管审批、处罚、资金的科室一个一般风险也没有，多半是不敢写。",
        "A unit over permits, penalties or money without one general risk probably did not dare to write it.",
    ),
    fix=Text("对照职权重新评定这个科室的风险。", "Rate the risks of the unit again, power by power."),
    message=Text(
        "“{it.title}”承办许可、处罚、给付或者征收，{count}个风险点全是低风险。",
        "“{it.title}” handles licences, penalties, payments or levies; all its {count} risks are low.",
    ),
    basis=Text(
        "廉政风险定级：管人财物和审批的从高定级",
        "Levels of risk: money, people and permits are rated high",
    ),
    needs=(Layer.RISKS, Layer.RATINGS, Layer.HANDLING_UNITS, Layer.HANDLERS),
    params={"least_risks": 3},
    unless=Text(
        "不足三个风险点的科室不判断；没有评定等级的风险不算；承办环节的岗位写了科室才算。",
        "Units with fewer than three rated risks are not judged; risks count for the unit of their post.",
    ),
)
def all_risks_low(case: Case) -> Iterator[Hit]:
    """Units that handle weighty powers and whose rated risks are all low."""
    for unit, risks in all_low(case.in_force, case.param("R11", "least_risks")):
        yield Hit(unit, witness=tuple(risks), count=len(risks))


@rule(
    "N05",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("剩余风险降了，措施却降不了它", "Residual risk lowered by nothing"),
    why=Text(
        "没有顶用的措施就把剩余风险写低，是把风险写没了。",
        "A residual risk that nothing lowers was written away.",
    ),
    fix=Text(
        "补上事前或者事中的措施，或者写明多久查一次，或者把剩余风险改回固有风险的等级。",
        "Add a control before or during the act, say how often it is checked, or set the residual level "
        "back.",
    ),
    message=Text(
        "风险点“{it.title}”的剩余风险写得比固有风险低，它的{count}项措施却都在事后，又没有写多久一次，"
        "降不了可能性。",
        "The residual risk of “{it.title}” is put below the inherent one, yet its {count} control(s) "
        "come after "
        "the act and do not say how often: they lower no likelihood.",
    ),
    basis=Text(
        "固有风险减去措施的作用，才是剩余风险", "What controls leave of the inherent risk is residual"
    ),
    needs=(Layer.RISKS, Layer.RESIDUALS),
    requires=("R02", "R06"),
    params={"least_letters": 3},
    unless=Text(
        "没有措施的由 R02 报告，措施空泛的由 R06 报告；定期的事后检查有震慑作用，算降低可能性；"
        "没有打分的不判断。",
        "Risks without controls are told by R02, empty measures by R06; a check that comes round deters "
        "and counts; "
        "ratings without answers are not judged.",
    ),
)
def residual_lowered_by_nothing(case: Case) -> Iterator[Hit]:
    """Risks whose likelihood is put lower than at first though no control lowers it."""
    for risk in unearned(case.in_force, case.practice.regulations, case.param("N05", "least_letters")):
        controls = case.graph.controls_of(risk)
        yield Hit(risk, field="residual", witness=controls, count=len(controls))
