"""Burdens: charges, steps, papers and agencies that nobody may put on an applicant without a clause."""

from collections.abc import Iterator

from powerlist.analysis.burdens import (
    burdens_without_ground,
    charged_without_ground,
    documents_without_ground,
    own_agencies,
)
from powerlist.i18n import Text
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import PowerType
from powerlist.model.power import Power
from powerlist.model.severity import Severity
from powerlist.practice.lawfulness import load_lawfulness
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule
from powerlist.rules.wording import titles

_SHOWN = 3
_NO_CLAUSE = Text("没有依据", "without a clause for it")
_TOO_LOW = Text(
    "的依据只有{names}，许可收费须由法律、行政法规规定",
    "on {names} alone; a licence needs a law or an administrative regulation for it",
)


@rule(
    "L08",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL, Reviewer.SERVICE),
    serves=Aim.LAWFUL,
    title=Text("收费没有依据", "Charge without a ground"),
    why=Text(
        "实施许可原则上不收费；没有依据的收费要退还。",
        "Licences are free unless a law says otherwise; what is charged without a ground is paid back.",
    ),
    fix=Text(
        "写明收费依据的条款（许可须为法律、行政法规）；没有的，停止收费。",
        "Cite the clause on the charge (for a licence: law or administrative regulation), or stop charging.",
    ),
    message=Text("职权“{it.title}”收费{fault}。", "“{it.title}” charges {fault}."),
    basis=Text(
        "《行政许可法》第五十八条、第五十九条；《优化营商环境条例》第二十五条",
        "Licensing Law arts. 58 and 59; Regulation on the Business Environment art. 25",
    ),
    unless=Text(
        "写明不收费的不检查；子项的收费依据一并算；许可以外的收费只看有没有依据；征收以设定依据为收费依据；位阶不明的不判断。",
        "Powers that say they are free are left out; clauses of the sub-items count; other powers than "
        "licences need a clause of any rank; a levy is charged by what it rests on; nothing is said of a "
        "clause whose rank is unknown.",
    ),
)
def charge_without_ground(case: Case) -> Iterator[Hit]:
    """Powers that charge without a clause, licences without a high enough one."""
    for power, bases in charged_without_ground(case.in_force, case.laws):
        yield Hit(power, field="fee", witness=tuple(bases), fault=_charge(power, bases))


def _charge(power: Power, bases: list[LegalBasis]) -> Text:
    if power.type is PowerType.LICENCE and bases:
        return _TOO_LOW.fill(names=titles({basis.instrument for basis in bases}))
    return _NO_CLAUSE


@rule(
    "L09",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL, Reviewer.SERVICE),
    serves=Aim.LAWFUL,
    title=Text("环节、材料没有依据", "Step or document without a ground"),
    why=Text(
        "清单之外自设的核查、评审和材料，是变相增加申请人的负担。",
        "A visit, an opinion or a paper that no clause asks for is a burden of the bureau's own making.",
    ),
    fix=Text(
        "写明要求它的条款；没有的，取消这个环节或者材料。",
        "Cite the clause that asks for it; where there is none, drop the step or the paper.",
    ),
    message=Text("{what}没有写明依据，而{others}写明了。", "{what} without a ground, which {others} have."),
    basis=Text("《优化营商环境条例》第三十五条", "Regulation on the Business Environment art. 35"),
    unless=Text(
        "只看许可流程中对外的现场核查、专家评审、听证；环节履行的责任事项写明依据即可；流程里写明依据的"
        "环节不到一半（可以另设）的不检查；一项职权的材料都没有写依据的不检查。",
        "Only visible site checks, expert reviews and hearings of licences; a clause at a duty of "
        "the step is enough; processes with fewer than half (or the share set) of their steps grounded, and "
        "powers that ground none of their documents, are left out.",
    ),
    params={"least_share": 0.5},
)
def burden_without_ground(case: Case) -> Iterator[Hit]:
    """Steps and documents without a clause among others that have one."""
    least = case.param("L09", "least_share")
    for process, step in burdens_without_ground(case.in_force, load_lawfulness(), least):
        what = Text(
            f"流程“{process.name}”的环节“{step.title}”", f"The step “{step.title}” of “{process.name}” is"
        )
        yield Hit(step, what=what, others=Text("流程的多数环节", "most steps"))
    for power, names in documents_without_ground(case.in_force):
        more = "等" if len(names) > _SHOWN else ""
        zh, en = "、".join(names[:_SHOWN]) + more, ", ".join(names[:_SHOWN])
        what = Text(
            f"职权“{power.title}”要求的材料{zh}",
            f"“{power.title}” asks for {en}{' and more' if more else ''}",
        )
        others = Text("其他材料", "its other documents")
        yield Hit(power, field="documents", part="documents", what=what, others=others)


@rule(
    "L12",
    Severity.ERROR,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.LAWFUL,
    title=Text("指定自己下属的中介", "Applicants sent to the authority's own agency"),
    why=Text(
        "审批的和做中介服务的是一家，申请人没有选择，评估、检测就成了变相收费。",
        "Where who decides also sells the report, the applicant has no choice and the fee no bound.",
    ),
    fix=Text(
        "由申请人自行选择有资质的机构，或者写明法定机构的依据；下属单位脱钩。",
        "Let applicants choose any qualified agency, or cite the clause for a statutory one.",
    ),
    message=Text(
        "流程“{at}”的环节“{it.title}”要找的中介“{it.agency}”是本单位{whose}。",
        "The step “{it.title}” of “{at}” sends people to “{it.agency}”, which is {whose}.",
    ),
    basis=Text("《优化营商环境条例》第四十三条", "Regulation on the Business Environment art. 43"),
    needs=(Layer.FLOWS,),
    unless=Text(
        "按机构名称核对，已撤并的科室也算；环节写明依据的（如法定的鉴定机构）不报告；由本单位工作人员自己办的环节"
        "不填中介。",
        "Names are compared with those of the units, ended ones too; a step that cites a clause, as for a "
        "statutory body, is left out.",
    ),
)
def applicants_sent_to_own_agency(case: Case) -> Iterator[Hit]:
    """Steps whose agency is the authority or a unit of it."""
    for one in own_agencies(case.in_force):
        whose = (
            Text("的机构", "a unit of the authority") if one.unit else Text("自己", "the authority itself")
        )
        witness = (one.unit,) if one.unit else ()
        at = case.in_force.process_name(one.step)
        yield Hit(one.step, field="agency", witness=witness, at=at, whose=whose)
