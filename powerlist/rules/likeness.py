"""Wording: duties copied from power to power, and duties that read like another type's."""

from collections.abc import Iterator

from powerlist.analysis.kinds import misfits
from powerlist.analysis.likeness import alike_duties
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "D04",
    Severity.INFO,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.BOUND,
    title=Text("责任事项雷同", "Duties copied from power to power"),
    why=Text(
        "套话抄在每一项下面，看不出这一项到底要做什么，也追究不了。",
        "Phrases copied under every power do not say what this one owes, and cannot be enforced.",
    ),
    fix=Text(
        "按每项职权的条件、材料、时限改写责任事项，共性的话只写一处。",
        "Write what each power owes by its own conditions, documents and limits; say what is common once.",
    ),
    message=Text("{what}。", "{what}."),
    basis=Text(
        "中央编办、原国务院法制办2018年权责清单指导意见：责任和问责写具体，清单要管用",
        "The 2018 guidance on power lists: duties are specific and the list is of use",
    ),
    needs=(Layer.DUTIES,),
    params={"least_powers": 4, "likeness": 0.8, "most_single": 5},
    unless=Text(
        "不足四项职权雷同的不提示；八个字以内的短句和“其他责任”不比较；雷同多于五组的合为一条；"
        "不同的文字超过两万条的，只比较完全相同的。",
        "Fewer than four powers alike are left out, and so are texts of up to eight letters and catch-all "
        "duties; "
        "more than five groups are told together; of over twenty thousand texts only the very same count.",
    ),
)
def duty_copied_from_power_to_power(case: Case) -> Iterator[Hit]:
    """Groups of duties of several powers that read alike; one hit for all where they are many."""
    every = alike_duties(case.in_force, case.practice.stages, case.param("D04", "likeness"))
    groups = [one for one in every if one.powers >= case.param("D04", "least_powers")]
    if len(groups) > case.param("D04", "most_single"):
        count, first = sum(len(one.duties) for one in groups), groups[0].duties[0]
        share = f"{count / len(case.in_force.duties):.0%}"
        zh = f"{count}项责任（{share}）与别的职权雷同，如“{first.title}”出现在{groups[0].powers}项职权下"
        en = f"{count} duties ({share}) are copied, such as “{first.title}” in {groups[0].powers} powers"
        yield Hit(case.graph.register.authority, witness=groups[0].duties, what=Text(zh, en))
        return
    for one in groups:
        duty = one.duties[0]
        zh, en = f"责任事项“{duty.title}”在{one.powers}项职权下雷同", f"The duty “{duty.title}” stands"
        yield Hit(
            duty, witness=one.duties, what=Text(zh, f"{en}, in much the same words, in {one.powers} powers")
        )


@rule(
    "D08",
    Severity.WARNING,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.LAWFUL,
    title=Text("职权类型与责任环节不符", "Type that the stages do not bear out"),
    why=Text(
        "写成处罚却按许可受理审批，写成服务却在审批决定，多半是归错了类。",
        "A penalty that is applied for, a service that is reviewed and granted: the type is probably wrong.",
    ),
    fix=Text(
        "核对职权类型；类型没有错的，按这一类的环节改写责任事项。",
        "Check the type; if it is right, write the duties by the stages of that type.",
    ),
    message=Text(
        "{type}“{it.title}”的责任事项有{stages}环节，不像这一类职权。",
        "The {type} “{it.title}” has duties of {stages}, which do not go with that type.",
    ),
    basis=Text(
        "各类行政职权责任事项共性环节；《行政许可法》第二条、《行政处罚法》第二条",
        "Practice guide of the stages of each type; Licensing Law art. 2, Penalties Law art. 2",
    ),
    needs=(Layer.DUTIES, Layer.DUTY_STAGES),
    unless=Text(
        "有这一类特有环节（如处罚的立案、调查、告知，服务的办理、反馈）的不报告；没有写环节的责任不看。",
        "Nothing is said where stages of its own are there (filing, investigation and notice of a penalty, "
        "service "
        "and feedback of a service); duties without a stage do not count.",
    ),
)
def type_against_stages(case: Case) -> Iterator[Hit]:
    """Powers whose duties have the stages of another type and none of their own."""
    for one in misfits(case.in_force, case.practice.listing):
        names = [case.practice.stages.text_of(key) for key in one.stages]
        stages = Text("、".join(n.zh for n in names), ", ".join(n.en.lower() for n in names))
        type = one.power.type.text if one.power.type else Text("", "")
        kind = Text(type.zh, type.en.lower())
        yield Hit(one.power, field="type", witness=one.duties, type=kind, stages=stages)
