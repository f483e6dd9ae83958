"""Offices: leaders, double posts, bodies that act, windows."""

from collections.abc import Iterator

from powerlist.analysis.leading import (
    Clash,
    in_own_name,
    leaders_who_watch_nothing,
    two_hats,
    units_without_leader,
)
from powerlist.analysis.windows import licences_behind_the_window, ungranted_windows
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


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
        "“{it.title}”和“{other}”由同一个人担任，前者{clash}。",
        "One person holds “{it.title}” and “{other}”; the first {clash}.",
    ),
    basis=Text(
        "《行政事业单位内部控制规范（试行）》：不相容岗位相互分离",
        "Internal Control Rules for Public Bodies: incompatible posts are apart",
    ),
    needs=(Layer.PERSONS,),
    unless=Text(
        "只看当天在任的岗位；不写姓名；一人办完全程、受理与审查不分的由 S01、S02 报告。",
        "Only posts held on the day count; no names are told; one person along a whole process is told by "
        "S01 and S02.",
    ),
)
def one_person_on_clashing_posts(case: Case) -> Iterator[Hit]:
    """Persons who hold a post and the one that leads it, watches it or backs it up."""
    for one in two_hats(case.in_force):
        clash = _CLASHES[one.clash].fill(other=one.other.title)
        yield Hit(one.post, part=one.other.id, witness=(one.other,), other=one.other.title, clash=clash)


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
