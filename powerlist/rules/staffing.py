"""Staffing: are there people enough to part what must be parted."""

from collections.abc import Iterator

from powerlist.analysis.decisions import decided_at_once
from powerlist.analysis.giving_out import Clash
from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road
from powerlist.analysis.staffing import clash_of_holders, clash_of_unit, units_on
from powerlist.i18n import Text
from powerlist.model.codes import PowerType
from powerlist.model.severity import Severity
from powerlist.practice import Practice
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "N04",
    Severity.WARNING,
    reviewers=(Reviewer.STAFFING, Reviewer.DISCIPLINE),
    serves=Aim.SHARED,
    title=Text("怎么分工都不合规", "No lawful staffing"),
    why=Text(
        "人手不够时，写在纸上的岗位分离做不到，只能自己审自己的，或者一个人去执法。",
        "Where people are too few, work cannot be parted as it must: one reviews himself or goes out alone.",
    ),
    fix=Text(
        "增加人手，或把其中一个环节交给别的科室；按分离的要求调整任职和AB岗。",
        "Add people, or give one of the steps to another unit; change who holds the posts and who stands in.",
    ),
    message=Text("“{it.name}”{fault}。", "“{it.name}” {fault}."),
    basis=Text(
        "《行政事业单位内部控制规范（试行）》：不相容岗位分离；《行政处罚法》第四十二条、第五十八条；"
        "《行政强制法》第十八条；《行政许可法》第三十四条",
        "Internal Control Rules for Public Bodies: incompatible posts apart; Penalties Law arts. 42 and 58; "
        "Compulsion Law art. 18; Licensing Law art. 34",
    ),
    needs=(Layer.FLOWS, Layer.STEP_STAGES, Layer.HANDLERS),
    requires=("S01", "S02"),
    unless=Text(
        "有岗位没有写明人数的科室不检查；只因一个环节人数不足的不在这里报告；"
        "简易程序、告知承诺、只有低风险的即办件和公共服务不检查；一个科室只报告一次。",
        "Units with a post of unknown number are left out, and so are single steps with too few hands, the "
        "simplified procedure, pledges, and services and items done at once with low risk alone. A unit is "
        "told once.",
    ),
)
def no_lawful_staffing(case: Case) -> Iterator[Hit]:
    """Units, then processes, whose people cannot do their steps in as many different hands as they must."""
    scope, practice = case.in_force, case.practice
    told: set[str] = set()
    for road in scope.roads:
        if not decided_at_once(scope, road, practice.stages, or_of=(PowerType.PUBLIC_SERVICE,)):
            hits = list(_short_units(scope, road, practice))
            yield from (hit for hit in hits if hit.entity.id not in told)
            told |= {hit.entity.id for hit in hits}
            yield from () if hits else _short_holders(scope, road, practice)


def _short_units(scope: InForce, road: Road, practice: Practice) -> Iterator[Hit]:
    for unit in units_on(scope, road):
        clash = clash_of_unit(scope, road, unit, practice)
        if clash and len(clash.steps) > 1:
            fault = Text(
                "现有{people}人，怎么分工都办不了流程“{process.name}”：{steps}至少要{needed}人",
                "has {people} people, who cannot do “{process.name}” however the work is given out: {steps} "
                "take {needed} people or more",
            )
            yield Hit(unit, witness=clash.steps, fault=_said(fault, road, clash))


def _short_holders(scope: InForce, road: Road, practice: Practice) -> Iterator[Hit]:
    clash = clash_of_holders(scope, road, practice)
    if clash and len(clash.steps) > 1:
        fault = Text(
            "按现有任职和AB岗排不出合规的人：{steps}至少要{needed}个人，能办的只有{people}人",
            "cannot be staffed by those who hold its posts or stand in: {steps} take {needed} people, and "
            "{people} may do them",
        )
        yield Hit(road.process, witness=clash.steps, fault=_said(fault, road, clash))


def _said(fault: Text, road: Road, clash: Clash) -> Text:
    names = Text(
        "、".join(f"“{step.name}”" for step in clash.steps), ", ".join(f"“{s.name}”" for s in clash.steps)
    )
    return fault.fill(people=clash.people, needed=clash.needed, process=road.process, steps=names)
