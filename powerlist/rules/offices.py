"""Offices: leaders, double posts, bodies that act, units that took over, windows."""

from collections.abc import Iterator

from powerlist.analysis.leading import (
    Clash,
    in_own_name,
    leaders_who_watch_nothing,
    two_hats,
    units_without_leader,
)
from powerlist.analysis.succession import Succession, successions
from powerlist.analysis.windows import licences_behind_the_window, ungranted_windows
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_SHOWN = 3


@rule(
    "O04",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("领导不监督，科室无分管", "Leader without oversight, unit without leader"),
    why=Text(
        "分管领导名下没有监督的风险、科室没有分管领导，“一岗双责”就断了线。",
        "Where a leader watches no risk, or a unit has no leader, the line of supervision is cut.",
    ),
    fix=Text(
        "为领导岗位写明监督的风险点，为科室写明分管领导。",
        "Name the risks that the leader watches, and the leader in charge of the unit.",
    ),
    hint=Text("{cure}。", "{cure}."),
    message=Text("{what}。", "{what}."),
    basis=Text(
        "党风廉政建设责任制：领导班子成员对职责范围内的工作负主要领导责任",
        "Responsibility system for clean government: each leader answers for the units in charge",
    ),
    needs=(Layer.RISKS, Layer.SUPERVISORS),
    unless=Text(
        "督办防控措施、落实措施、承担监督记录的也算监督；上级机构的分管领导管下级；"
        "科室负责人直接向领导汇报的视为有分管；"
        "没有职权的科室不检查；整份清单都没有写分管领导的不检查分管。",
        "Watching or owning controls and keeping oversight count; the leader of the unit above is in "
        "charge; so is "
        "the one to whom the head reports; units without powers, and lists without any leader in charge, "
        "are left "
        "out.",
    ),
)
def leader_without_oversight(case: Case) -> Iterator[Hit]:
    """Leaders whom no risk, control or oversight names; units with powers and no leader in charge."""
    for post in leaders_who_watch_nothing(case.in_force):
        what = Text(
            f"领导岗位“{post.title}”没有监督任何风险点或防控措施",
            f"The leader's post “{post.title}” watches no risk and no control",
        )
        yield Hit(post, what=what, cure=Text("写明它监督的风险点", "Name the risks that it watches"))
    named = any(unit.led_by for unit in case.graph.register.units)
    for unit in units_without_leader(case.in_force) if named else ():
        what = Text(f"科室“{unit.title}”没有写明分管领导", f"The unit “{unit.title}” has no leader in charge")
        cure = Text("在“分管领导”一栏写明由谁分管", "Name the leader in charge")
        yield Hit(unit, field="led_by", what=what, cure=cure)


_CLASHES = {
    Clash.SUPERIOR: Text("是“{other}”的上级，等于自己领导自己", "is above “{other}”"),
    Clash.WATCHES: Text("负责监督“{other}”的风险，等于自己监督自己", "watches the risks of “{other}”"),
    Clash.BACKUP: Text("是“{other}”的AB岗，一人请假两岗同时缺位", "is the backup of “{other}”"),
}


@rule(
    "O05",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.WATCHED,
    title=Text("一人多岗互相冲突", "One person on posts that clash"),
    why=Text(
        "两个岗位本来互相看着、互相顶替，落到一个人身上就都落空了。",
        "Two posts that should watch or stand in for each other are worth nothing on one person.",
    ),
    fix=Text("调整其中一个岗位的人员，或改由他人监督、顶岗。", "Give one of the posts to somebody else."),
    message=Text(
        "“{it.title}”同时任“{post}”和“{other}”，前者{clash}。",
        "“{it.title}” holds “{post}” and “{other}”; the first {clash}.",
    ),
    needs=(Layer.PERSONS,),
    unless=Text(
        "只看当天在任的岗位；一人办完全程、受理与审查不分的由 S01、S02 报告。",
        "Only posts held on the day count; one person along a whole process is told by S01 and S02.",
    ),
)
def one_person_on_clashing_posts(case: Case) -> Iterator[Hit]:
    """Persons who hold a post and the one that leads it, watches it or backs it up."""
    for one in two_hats(case.in_force):
        clash = _CLASHES[one.clash].fill(other=one.other.title)
        part = f"{one.post.id}-{one.other.id}"
        post, other = one.post, one.other
        yield Hit(
            one.person, part=part, witness=(post, other), post=post.title, other=other.title, clash=clash
        )


@rule(
    "O06",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("派出机构、事业单位自行行使职权", "Branch or institution acting by itself"),
    why=Text(
        "没有授权或委托，派出机构、事业单位以自己的名义行使职权，作出的决定站不住。",
        "Without authorisation or entrustment, what a branch or an institution decides in its own name "
        "does not stand.",
    ),
    fix=Text(
        "写明授权或委托的依据和文书，或把行使主体改为本局。",
        "Record the authorisation or entrustment, or name the authority itself as acting.",
    ),
    message=Text(
        "职权“{it.title}”的行使主体写的是“{unit}”（{kind}），却没有对它的授权或委托。",
        "“{it.title}” is exercised by “{unit}” ({kind}), to which nothing was delegated.",
    ),
    basis=Text(
        "《行政许可法》第二十三条、第二十四条；《行政处罚法》第十九条、第二十条",
        "Licensing Law arts. 23-24; Penalties Law arts. 19-20",
    ),
    needs=(Layer.UNIT_KINDS,),
    unless=Text(
        "没有写行使主体的视为本局行使；承办不等于行使；已到期的授权委托不算。",
        "Where no acting body is stated, it is the authority; handling is not exercising; a delegation "
        "that ended "
        "does not count.",
    ),
)
def unit_acting_in_its_own_name(case: Case) -> Iterator[Hit]:
    """Powers exercised by a branch, an institution or a temporary body without a delegation."""
    for one in in_own_name(case.in_force):
        kind = one.unit.unit_kind.text if one.unit.unit_kind else Text("", "")
        kind = Text(kind.zh, kind.en.lower())
        yield Hit(one.power, field="exercised_by", witness=(one.unit,), unit=one.unit.title, kind=kind)


@rule(
    "O07",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.SHARED,
    title=Text("撤并科室的职责没有全部划转", "Duties of an ended unit not passed on"),
    why=Text(
        "机构改革把科室撤了，职责没有跟着走到接续的科室，就成了没人管的事。",
        "When a unit is dissolved and its duties do not go where the decree sends them, they are nobody's.",
    ),
    fix=Text(
        "写明职责划入的科室，并把每项责任改派到那里的岗位。",
        "Name the units that took over, and give each duty to one of their posts.",
    ),
    message=Text(
        "科室“{it.title}”已于{day}撤销，{fault}。", "The unit “{it.title}” ended on {day}; {fault}."
    ),
    requires=("O01",),
    needs=(Layer.DUTIES,),
    unless=Text(
        "只看清单里留有旧分工的责任；撤销后仍挂在旧科室的由 O01 报告；几次接续的算到最后的科室；"
        "已经不行使的职权不看。",
        "Only duties whose former assignment is still on the list are looked at; what still hangs on the "
        "old unit is "
        "told by O01; units that took over in turn count; powers that are gone are left out.",
    ),
)
def duties_of_an_ended_unit_left(case: Case) -> Iterator[Hit]:
    """Ended units whose former duties did not all go to the units that took over."""
    for one in successions(case.in_force, case.drafts or case.graph):
        if one.left:
            yield Hit(
                one.unit, field="succeeded_by", witness=one.left, day=one.unit.valid_to, fault=_left(one)
            )


def _left(one: Succession) -> Text:
    count, left, first = len(one.duties), len(one.left), one.left[0].title
    if not one.heirs:
        zh = f"名下原有{count}项责任，没有写明划入哪个科室"
        return Text(zh, f"it had {count} duty(ies), and no unit is named that took over")
    heirs = "、".join(heir.title for heir in one.heirs[:_SHOWN])
    zh = f"原有{count}项责任中{left}项（如“{first}”）没有划入“{heirs}”"
    return Text(zh, f"{left} of its {count} duty(ies), such as “{first}”, did not go to “{heirs}”")


@rule(
    "O08",
    Severity.WARNING,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.SHARED,
    title=Text("窗口没有授权到位", "Window without leave"),
    why=Text(
        "窗口没有受理权、送达权，就只是收发室；许可不进窗口，“两集中、两到位”就落空。",
        "A window without leave to accept and deliver is a letter box; licences taken in elsewhere defeat "
        "it.",
    ),
    fix=Text(
        "给窗口岗位授权办理受理和送达；许可由窗口统一受理。",
        "Grant the window acceptance and delivery; let it take in every licence.",
    ),
    message=Text("{what}。", "{what}."),
    basis=Text(
        "《行政许可法》第二十六条；两集中两到位、窗口授权",
        "Licensing Law art. 26; licences are concentrated at windows that have leave",
    ),
    needs=(Layer.FLOWS, Layer.HANDLERS, Layer.GRANTS),
    unless=Text(
        "整份清单没有写窗口授权的不检查；授权了作用相同的阶段（如受理与补正）即可；"
        "没有窗口岗位的单位不检查进驻；依职权的职权不要求进窗口。",
        "Lists without any grant are not checked; leave for a stage that does the same is enough; bureaus "
        "without "
        "window posts, and powers that nobody applies for, are left out.",
    ),
)
def window_without_leave(case: Case) -> Iterator[Hit]:
    """Window posts that accept or deliver without leave, and licences that no window takes in."""
    stages = case.practice.stages
    for one in ungranted_windows(case.in_force, stages):
        names = [stages.text_of(key) for key in one.stages]
        zh, en = "、".join(name.zh for name in names), ", ".join(name.en.lower() for name in names)
        what = Text(
            f"窗口岗位“{one.post.title}”在办理{zh}，却没有这方面的授权",
            f"The window post “{one.post.title}” does {en} without leave for it",
        )
        yield Hit(one.post, field="granted", witness=one.steps, what=what)
    for step, post in licences_behind_the_window(case.in_force, stages):
        at = case.in_force.process_name(step)
        what = Text(
            f"许可流程“{at}”的“{step.title}”由“{post.title}”办理，没有进窗口",
            f"“{step.title}” of the licence process “{at}” is at “{post.title}”, not at a window",
        )
        yield Hit(step, field="post", witness=(post,), what=what)
