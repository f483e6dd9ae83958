"""Competence: the level that a clause names, and powers in other hands."""

from collections.abc import Iterator

from powerlist.analysis.delegating import misgiven
from powerlist.analysis.designated import exercised_by_others, exercised_elsewhere, unread
from powerlist.i18n import Text
from powerlist.model.codes import ExerciseLevel
from powerlist.model.severity import Severity
from powerlist.practice.lawfulness import load_lawfulness
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_UNREAD = Text(
    "{count}项写了行使层级的职权，依据没有照录条文，也没有全文，没有核对条款指定的层级。",
    "{count} powers with a level cite clauses that are neither quoted nor at hand: the levels that they name "
    "were not looked at.",
)


def unread_clauses(case: Case) -> Iterator[Text]:
    """How many powers have no clause that can be read."""
    if count := unread(case.in_force, case.laws):
        yield _UNREAD.fill(count=f"{count:,}")


@rule(
    "L06",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL, Reviewer.STAFFING),
    serves=Aim.LAWFUL,
    title=Text(
        "依据条款指定的主体、层级不是行使的主体、层级", "Exercised by another body or level than named"
    ),
    why=Text(
        "条款把职权交给哪一级、哪个部门，就由它行使；没有下放、委托或者机构改革划转，别的来行使，清单就与依据不一致。",
        "A power is exercised by the level and body to which the clause gives it, unless it was handed down.",
    ),
    fix=Text(
        "核对条款：属于本级、本部门的改引相应的条款；由上级下放或者委托的，写明承接、委托和文书；否则调出清单。",
        "Check the clause: cite that for this level and body, record how the power was handed down, or take "
        "it off the list.",
    ),
    message=Text("职权“{it.title}”{fault}。", "“{it.title}” {fault}."),
    basis=Text(
        "中办发〔2015〕21号：职权法定，按照法定层级行使",
        "General Office document 21 of 2015: powers are exercised at the level that the law names",
    ),
    needs=(Layer.BASES,),
    beyond=unread_clauses,
    unless=Text(
        "只读清单照录的条文和自备的全文；条款里有一处机关没有写明层级的不判断，“县级以上”包含以上各级；规定标准、"
        "制定办法的机关不算，只写国务院的不判断；标明承接、委托或者有授权委托记录的不报告；主体按名称里的领域"
        "（人社、公安、市场监管等）判断，名称看不出领域的（审批局、综合执法局）、共同实施的不判断，机构改革划入的不算。",
        "Only clauses that the list quotes or whose full text is at hand are read; nothing is said where a "
        "clause also names a body of no level, 以上 takes in the levels above, bodies that only make the "
        "rules do not count, nor does the State Council alone; powers marked as taken over or entrusted, or "
        "with a delegation on record, are left out; bodies are told apart by the field in their names, "
        "and not judged where there is none, where they share the power, or where a reform moved it.",
    ),
)
def exercised_at_another_level(case: Case) -> Iterator[Hit]:
    """Powers whose clauses name bodies of other levels, or of other fields, only."""
    words = load_lawfulness()
    for one in exercised_elsewhere(case.in_force, case.laws, words):
        level, named, clause = one.level.text, _listed(one.named), one.clauses[0].title
        fault = Text(
            f"的行使层级是{level.zh}，依据{clause}写明的层级只有{named.zh}",
            f"is exercised at this level: {level.en.lower()}; {clause} names only: {named.en}",
        )
        yield Hit(one.power, field="exercise_level", witness=one.clauses, fault=fault)
    for other in exercised_by_others(case.in_force, case.laws, words):
        clause = other.clauses[0].title
        fault = Text(
            f"由{other.body}行使，依据{clause}指定的是别的部门",
            f"is exercised by {other.body}; {clause} names bodies of other fields",
        )
        yield Hit(other.power, field="exercised_by", part="body", witness=other.clauses, fault=fault)


def _listed(levels: tuple[ExerciseLevel, ...]) -> Text:
    return Text("、".join(one.text.zh for one in levels), ", ".join(one.text.en.lower() for one in levels))


_FAULTS = {
    "paper": (
        Text("没有委托书", "has no document"),
        Text("签订委托书并写明文号", "Sign the document and record its number"),
    ),
    "basis": (
        Text("没有依据", "cites no clause"),
        Text("写明准许授权、委托的法律、法规或者规章条款", "Cite the clause that allows it"),
    ),
    "over": (
        Text("已于{it.valid_to}到期，没有续签", "ended on {it.valid_to} and was not renewed"),
        Text("续签，或者收回职权并删去这条记录", "Renew it, or take the power back and drop the record"),
    ),
    "chain": (
        Text("是再委托：{it.giver}自己也是受委托的", "passes on what {it.giver} was itself entrusted with"),
        Text("由本机关直接委托，或者收回", "Entrust it directly, or take it back"),
    ),
    "compulsion": (
        Text("委托了行政强制措施，强制措施不得委托", "entrusts compulsion, which may not be entrusted"),
        Text("收回，由本机关具备资格的执法人员实施", "Take it back; officers of the authority must act"),
    ),
    "licence": (
        Text("把许可委托给不是行政机关的{kind}", "entrusts a licence to no organ: {kind}"),
        Text("收回，或者改为委托其他行政机关", "Take it back, or entrust another organ"),
    ),
    "penalty": (
        Text("把处罚委托给{kind}", "entrusts a penalty to: {kind}"),
        Text("收回，或者改为委托管理公共事务的组织", "Take it back, or entrust a body with public functions"),
    ),
}


@rule(
    "L07",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("授权、委托不合规定", "Delegation against the rules"),
    why=Text(
        "没有文书、没有依据、过了期或者转手再委托，受托方作出的决定站不住，责任仍由本机关承担。",
        "What the taker decides does not stand without paper, clause and term, and the authority answers.",
    ),
    fix=Text(
        "补齐委托书和依据，续签到期的；不得委托的收回。",
        "Supply paper and clause, renew what ended, take back what may not be entrusted.",
    ),
    hint=Text("{cure}。", "{cure}."),
    message=Text("职权“{of}”{it.title}，{fault}。", "“{of}” ({it.title}): the delegation {fault}."),
    basis=Text(
        "《行政许可法》第二十四条；《行政处罚法》第二十条、第二十一条；《行政强制法》第十七条",
        "Licensing Law art. 24; Penalties Law arts. 20-21; Compulsion Law art. 17",
    ),
    unless=Text(
        "授权不要求委托书；承接方性质没有写明的不判断；加处罚款、代履行等强制执行不按强制措施判断；"
        "同一承接方已经续签的、还没有开始的、职权已经不行使的不报告。",
        "An authorisation needs no document; nothing is said of a taker of unknown kind; enforcement of "
        "decisions is no measure of compulsion; what was renewed with the same taker, has not begun, or "
        "belongs to a gone power is left out.",
    ),
)
def delegation_against_the_rules(case: Case) -> Iterator[Hit]:
    """Delegations without paper or clause, past their end, passed on, or of what may not be entrusted."""
    for one in misgiven(case.in_force, case.practice.procedures):
        it, (fault, cure) = one.delegation, _FAULTS[one.fault]
        kind = it.taker_kind.text if it.taker_kind else Text("", "")
        told = fault.fill(it=it, kind=Text(kind.zh, kind.en.lower()))
        witness = (one.before,) if one.before else ()
        yield Hit(it, part=one.fault, witness=witness, fault=told, cure=cure)
