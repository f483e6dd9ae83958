"""Assignment: is every duty somebody's, and does the work on paper meet the work on the chart."""

from collections.abc import Iterator

from powerlist.analysis.coverage import (
    duties_without_step,
    idle_roads,
    owed_duties,
    steps_without_duty,
    units_left_with,
)
from powerlist.i18n import Text
from powerlist.model.codes import Raci
from powerlist.model.duty import Duty
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_FEW = 2  # 三项以上的责任都没有岗位，才并作一条


@rule(
    "A01",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING, Reviewer.DISCIPLINE),
    serves=Aim.SHARED,
    title=Text("责任事项未落实到岗位", "Duty without a post"),
    why=Text("无人认领的责任，追责时找不到人。", "A duty that nobody holds cannot be enforced."),
    fix=Text(
        "在“责任岗位”一栏填写承办这项责任的岗位。", "Name the post that performs it in the column 责任岗位."
    ),
    message=Text(
        "{what}没有责任岗位{only}。",
        "No post performs {what}{only}.",
    ),
    basis=Text(
        "行使主体、事项、依据、流程、岗位、责任应当明确（中央编办、原国务院法制办2018年权责清单指导意见）",
        "The 2018 guidance on power lists: bodies, matters, bases, processes, posts and duties must be clear",
    ),
    needs=(Layer.DUTIES, Layer.ASSIGNMENTS),
    absent=Text("{count}项责任{where}没有一项落到岗位。", "{count} duties{where}: not one names a post."),
    unless=Text(
        "只写了科室的责任由 A03 提示，不重复报告；“法律法规规章规定的其他责任”不要求岗位；"
        "一项职权有几项责任、没有一项写岗位的，只报告一次。",
        "A duty left to a unit is told by A03 alone; catch-all duties owe no post; a power none of whose "
        "several duties names a post is one finding.",
    ),
)
def duty_without_post(case: Case) -> Iterator[Hit]:
    """Duties that neither a post nor a unit performs; those of a power that has none at all are one hit."""
    for power in case.in_force.powers:
        owed = list(owed_duties(case.graph, power, case.practice.stages))
        bare = [one for one in owed if _unassigned(case, one)]
        if len(bare) == len(owed) > _FEW:
            zh = f"职权“{power.title}”的{len(bare)}项责任事项（如“{bare[0].title}”）都"
            en = f"any of the {len(bare)} duties of “{power.title}”, such as “{bare[0].title}”"
            every, none = tuple(bare), Text("", "")
            yield Hit(power, part="duties", witness=every, covers=every, what=Text(zh, en), only=none)
            continue
        for duty in bare:
            zh = f"职权“{power.title}”的责任事项“{duty.title}”"
            en = f"the duty “{duty.title}” of “{power.title}”"
            yield Hit(duty, what=Text(zh, en), only=_only_answering(case, duty))


def _unassigned(case: Case, duty: Duty) -> bool:
    return not case.graph.posts_of(duty) and not units_left_with(case.graph, duty)


def _owed(case: Case) -> Iterator[Duty]:
    """The duties that must be somebody's: all but the catch-all ones."""
    for power in case.in_force.powers:
        yield from owed_duties(case.graph, power, case.practice.stages)


def _only_answering(case: Case, duty: Duty) -> Text:
    """The posts that answer for a duty which none performs."""
    names = "、".join(post.name for post in case.graph.posts_of(duty, Raci.ACCOUNTABLE))
    zh, en = f"（只有负责（A）的“{names}”，没有承办（R）的）", f" (“{names}” only answers for it)"
    return Text(zh, en) if names else Text("", "")


@rule(
    "A02",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING, Reviewer.DISCIPLINE),
    serves=Aim.SHARED,
    title=Text("责任事项没有或有多个最终负责岗位", "Duty without exactly one accountable post"),
    why=Text(
        "没有人最终负责，或几个人都负责，出了问题就互相推诿。",
        "Where nobody or several answer for a duty, each can point at the other.",
    ),
    fix=Text("为这项责任保留且只保留一个“负责”（A）岗位。", "Keep exactly one accountable (A) post for it."),
    message=Text("职权“{of}”的责任事项“{it.title}”{fault}。", "The duty “{it.title}” of “{of}” {fault}."),
    basis=Text(
        "中央编办、原国务院法制办2018年权责清单指导意见：岗位、责任明确",
        "The 2018 guidance on power lists: posts and duties are clear",
    ),
    needs=(Layer.DUTIES, Layer.ASSIGNMENTS, Layer.ANSWERABLE),
    requires=("A01", "A03"),
    unless=Text(
        "整份清单都没有区分“负责”（A）岗位的，不检查。",
        "Nothing is checked where the whole list marks no accountable posts.",
    ),
)
def duty_without_one_accountable(case: Case) -> Iterator[Hit]:
    """Duties with no accountable post, or with several."""
    none = Text("没有最终负责（A）的岗位", "has no accountable (A) post")
    for duty in _owed(case):
        parts = [one for one in case.graph.assignments_of(duty) if one.raci is Raci.ACCOUNTABLE]
        answering = dict.fromkeys(one.post or one.unit or "" for one in parts)
        if len(answering) != 1:
            found = [one for one in map(case.graph.register.find, answering) if one]
            names = "、".join(one.title for one in found)
            zh, en = f"有{len(answering)}个最终负责（A）的：{names}", f"has several (A): {names}"
            yield Hit(duty, witness=tuple(found), fault=Text(zh, en) if answering else none)


@rule(
    "A03",
    Severity.WARNING,
    reviewers=(Reviewer.DISCIPLINE,),
    serves=Aim.SHARED,
    title=Text("责任只落到科室", "Duty left to a unit"),
    why=Text("科室里人人有份，等于人人无责。", "What is a whole unit's duty is nobody's."),
    fix=Text("把责任落到科室里的具体岗位。", "Name the post of the unit that performs it."),
    hint=Text("把责任落到“{units}”的具体岗位。", "Name a post of “{units}” for it."),
    message=Text(
        "职权“{of}”的责任事项“{it.title}”只落到科室“{units}”，没有落到岗位。",
        "The duty “{it.title}” of “{of}” is left to the unit “{units}” without a post.",
    ),
    basis=Text(
        "中央编办、原国务院法制办2018年权责清单指导意见：岗位、责任明确，问责写具体",
        "The 2018 guidance on power lists: posts and duties are clear, accountability is specific",
    ),
    needs=(Layer.DUTIES, Layer.ASSIGNMENTS),
    unless=Text("整份清单都没有岗位的，由 A01 报告一次。", "A list without any post is told once, by A01."),
)
def duty_left_to_unit(case: Case) -> Iterator[Hit]:
    """Duties that a unit performs and no post."""
    for duty in _owed(case):
        units = units_left_with(case.graph, duty)
        if units and not case.graph.posts_of(duty):
            yield Hit(duty, units="、".join(unit.name for unit in units))


@rule(
    "A04",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.SHARED,
    title=Text("责任落在空缺或撤销的岗位", "Work on a post where nobody is"),
    why=Text("岗位已撤销或无人在岗，责任实际上落空。", "A post that is gone or vacant performs nothing."),
    fix=Text("配备人员，或把这些责任和环节改派给在岗的岗位。", "Fill the post, or give its work to another."),
    message=Text(
        "岗位“{it.title}”{fault}，名下仍有责任{duties}项、环节{steps}个。",
        "The post “{it.title}” {fault}, yet it carries work (duties: {duties}, steps: {steps}).",
    ),
    basis=Text(
        "权责清单动态管理：机构、岗位、人员变动的，责任相应调整",
        "Upkeep of lists: duties follow changes of units, posts and people",
    ),
    unless=Text(
        "一个岗位只报告一次，不逐项责任重复；所在科室已撤销的由 O01 报告。",
        "One finding a post, not one a duty; a post of an abolished unit is told by O01.",
    ),
)
def work_on_deserted_post(case: Case) -> Iterator[Hit]:
    """Posts that are over or deserted and still have duties or steps."""
    gone, empty = (
        Text("已经撤销或尚未设立", "does not exist on that day"),
        Text("无人在岗", "is held by nobody"),
    )
    for post in case.graph.posts:
        if not case.in_force.available(post):
            work = case.in_force.work_of(post)
            fault = empty if post.holds_on(case.as_of) else gone
            if work.duties or work.steps:
                witness, counts = (*work.duties, *work.steps), (len(work.duties), len(work.steps))
                yield Hit(post, witness=witness, fault=fault, duties=counts[0], steps=counts[1])


@rule(
    "A05",
    Severity.ERROR,
    reviewers=(Reviewer.SERVICE,),
    serves=Aim.BOUND,
    title=Text("清单有责任，流程无环节", "Duty that no step carries out"),
    why=Text(
        "写在清单上、流程里却没有环节办理的责任，实际无人履行。",
        "A duty on the list that no step of the process carries out is not done.",
    ),
    fix=Text(
        "在流程中增加办理它的环节，或在已有环节的“责任事项”中选上它。",
        "Add a step that carries it out, or name it at an existing step.",
    ),
    message=Text(
        "职权“{of}”的责任事项“{it.title}”在流程中没有对应环节。",
        "No step of the process carries out the duty “{it.title}” of “{of}”.",
    ),
    basis=Text(
        "权责清单动态管理：责任清单、运行流程图随权力清单相应调整",
        "Upkeep of lists: duties and processes follow the powers",
    ),
    needs=(Layer.DUTIES, Layer.FLOWS, Layer.LINKS),
    absent=Text(
        "{count}项责任没有一项与流程环节对应。", "{count} duties: not one is linked to a step of a process."
    ),
    unless=Text(
        "没有流程图的职权、事后监管等办结以后的责任和“其他责任”不检查；多项职权共用的流程按阶段对应。",
        "Powers without a process, duties after the close and catch-all duties are left out; in a process "
        "that several powers share, the same stage is enough.",
    ),
)
def duty_without_step(case: Case) -> Iterator[Hit]:
    """Duties of powers with a linked process that no step carries out."""
    for duty in duties_without_step(case.in_force, case.practice.stages):
        yield Hit(duty)


@rule(
    "A06",
    Severity.ERROR,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.BOUND,
    title=Text("流程有环节，清单无责任", "Step without a duty"),
    why=Text(
        "没有责任依托的环节，办错了无从追究，也可能是增设的环节。",
        "Nobody answers for a step that rests on no duty; it may have been added without need.",
    ),
    fix=Text(
        "为环节指明所履行的责任事项，或删去这个环节。", "Name the duty it carries out, or drop the step."
    ),
    message=Text(
        "流程“{at}”{which}没有对应的责任事项。", "{which} of the process “{at}” carries out no duty."
    ),
    basis=Text(
        "权责清单动态管理：责任清单、运行流程图随权力清单相应调整；《优化营商环境条例》第三十五条",
        "Upkeep of lists: duties and processes follow the powers; Business Environment Regulation art. 35",
    ),
    needs=(Layer.DUTIES, Layer.FLOWS, Layer.LINKS),
    unless=Text(
        "开始、结束、归档等办结以后的环节，以及写明由申请人、当事人自己办的环节不检查；补正环节，"
        "同一流程别的环节的责任写到补正的即可；整个流程都未对应的只报告一次。",
        "Starts, ends, what follows the close, and steps that the applicant takes are left out; a correction "
        "is covered by the duty of another step that speaks of it; a process without any link is told once.",
    ),
)
def step_without_duty(case: Case) -> Iterator[Hit]:
    """Steps that carry out no duty; a process without any link is one hit."""
    every = Text("的所有环节都", "No step")
    for road in idle_roads(case.in_force):
        yield Hit(road.process, at=road.process.name, which=every)
    for step in steps_without_duty(case.in_force, case.practice.stages, case.practice.procedures):
        which = Text(f"的环节“{step.name}”", f"The step “{step.name}”")
        yield Hit(step, at=case.in_force.process_name(step), which=which)
