"""What each layer of a register is called, whether a register has it, and how many things would."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from powerlist.analysis.coverage import units_left_with
from powerlist.analysis.in_force import InForce
from powerlist.analysis.review import high_risk_posts
from powerlist.i18n import Text
from powerlist.model.codes import PowerType, Raci
from powerlist.model.register import Register


@dataclass(frozen=True, slots=True)
class Facts:
    """A layer's name, whether a register has it, and how many things of the register should."""

    text: Text
    present: Callable[[Register], bool]
    owed: Callable[[InForce], int]
    facts: Callable[[InForce], dict[str, Any]] | None = None


def _no_services(scope: InForce) -> int:
    return sum(power.type is not PowerType.PUBLIC_SERVICE for power in scope.powers)


def _outward(scope: InForce) -> int:
    return sum(power.type is not PowerType.INTERNAL for power in scope.powers)


def _enforced(scope: InForce) -> int:
    beyond = (PowerType.PUBLIC_SERVICE, PowerType.INTERNAL)
    return sum(power.type not in beyond for power in scope.powers)


def _kept(table: str, field: str, text: Text, owed: Callable[[InForce], int]) -> Facts:
    """A field of a table that a list may not fill in at all."""
    return Facts(text, lambda r: any(getattr(one, field) for one in getattr(r, table)), owed)


def _shown(field: str, text: Text) -> Facts:
    return _kept("publications", field, text, _outward)


def _left_with_units(scope: InForce) -> dict[str, Any]:
    """Whether the duties of a list without posts stop at units, or are nobody's at all."""
    left = any(units_left_with(scope.graph, duty) for duty in scope.duties)
    return {"where": Text("只落到科室，", ", left to units") if left else Text("", "")}


def _risks(scope: InForce) -> int:
    return len(scope.risks)


def _powers(scope: InForce) -> int:
    return len(scope.powers)


def _duties(scope: InForce) -> int:
    return len(scope.duties)


def _tasks(scope: InForce) -> int:
    return sum(len(road.tasks) for road in scope.roads)


FACTS: dict[str, Facts] = {
    "duties": Facts(Text("责任事项", "duties"), lambda r: bool(r.duties), _no_services),
    "duty_stages": Facts(
        Text("责任事项的环节", "stages of duties"), lambda r: any(duty.stage for duty in r.duties), _duties
    ),
    "accountability": Facts(
        Text("追责情形", "grounds of accountability"), lambda r: bool(r.grounds), _enforced
    ),
    "bases": Facts(Text("依据", "legal bases"), lambda r: bool(r.bases), _enforced),
    "assignments": Facts(
        Text("落实到岗位的责任", "duties assigned to posts"),
        lambda r: any(one.post for one in r.assignments),
        _duties,
        _left_with_units,
    ),
    "answerable": Facts(
        Text("“负责”（A）岗位", "posts marked as accountable (A)"),
        lambda r: any(one.raci is Raci.ACCOUNTABLE for one in r.assignments),
        _duties,
    ),
    "flows": Facts(Text("流程", "processes"), lambda r: bool(r.steps), _powers),
    "step_stages": Facts(
        Text("流程环节的阶段", "stages of steps"), lambda r: any(step.stage for step in r.steps), _tasks
    ),
    "handlers": Facts(
        Text("流程环节的办理岗位", "posts at the steps"), lambda r: any(step.post for step in r.steps), _tasks
    ),
    "links": Facts(
        Text("环节与责任事项的对应", "links between steps and duties"),
        lambda r: any(step.duties for step in r.steps),
        _duties,
    ),
    "limits": Facts(
        Text("环节时限", "limits of steps"), lambda r: any(step.limit for step in r.steps), _tasks
    ),
    "risks": Facts(Text("风险点", "risk points"), lambda r: bool(r.risks), _powers),
    "owners": Facts(
        Text("防控责任岗位", "owners of controls"),
        lambda r: any(control.owner for control in r.controls),
        lambda scope: len(scope.controls),
    ),
    "supervisors": Facts(
        Text("监督责任岗位", "posts that supervise risks"),
        lambda r: any(one.supervisor for one in r.risks) or any(one.supervisor for one in r.controls),
        lambda scope: len(scope.risks),
    ),
    "promises": Facts(
        Text("承诺书和责任书", "pledges and letters of responsibility"),
        lambda r: bool(r.pledges or r.letters),
        lambda scope: len(high_risk_posts(scope)),
    ),
    "publications": Facts(
        Text("公开记录", "records of publication"), lambda r: bool(r.publications), _outward
    ),
    "shown_headings": _shown("shows", Text("公开载体上的栏目", "headings of publications")),
    "examinations": _shown("examined_by", Text("保密审查记录", "records of secrecy examinations")),
    "guide": Facts(
        Text("收费、时限和监督电话", "fees, limits and oversight phones"),
        lambda r: any(p.fee or p.statutory_limit or p.promised_limit or p.oversight_phones for p in r.powers),
        _outward,
    ),
    "targets": _kept("grounds", "targets", Text("追责对象", "people who answer"), _enforced),
    "handling_units": _kept("powers", "units", Text("承办机构", "units of powers"), _powers),
    "holders": Facts(
        Text("岗位人数", "numbers of holders"),
        lambda r: any(post.holders is not None for post in r.posts),
        lambda scope: len(scope.posts),
    ),
    "grants": Facts(
        Text("窗口授权", "grants to windows"),
        lambda r: any(post.granted for post in r.posts),
        lambda scope: len(scope.posts),
    ),
    "mandates": Facts(Text("三定职责", "duties of the staffing decree"), lambda r: bool(r.mandates), _powers),
    "unit_kinds": Facts(
        Text("机构性质", "kinds of units"),
        lambda r: any(unit.unit_kind for unit in r.units),
        lambda scope: len(scope.units),
    ),
    "penalties": Facts(
        Text("处罚种类和裁量基准", "kinds of penalties and rules of discretion"),
        lambda r: any(p.penalties or p.discretion_rule for p in r.powers),
        _powers,
    ),
    "numbers": Facts(
        Text("序号和上报数", "numbers of rows and declared counts"),
        lambda r: bool(r.authority.declared) or any(p.number for p in r.powers),
        _powers,
    ),
    "files": Facts(
        Text("公开文件的指纹", "fingerprints of published files"),
        lambda r: any(p.issued_hash and p.file_hash for p in r.publications),
        _outward,
    ),
    "relatives": _kept(
        "persons",
        "relatives",
        Text("人员的亲属关系", "relatives of persons"),
        lambda scope: len(scope.graph.register.persons),
    ),
    "shown_limits": _shown("limit", Text("公开载体上的时限", "limits on publications")),
    "prerequisites": _kept("powers", "prerequisites", Text("前置事项", "prerequisites"), _powers),
    "persons": Facts(Text("人员", "persons"), lambda r: bool(r.persons), lambda scope: len(scope.posts)),
    "catalogue": Facts(Text("通用目录", "reference catalogue"), lambda r: False, _powers),
    "predecessors": _kept(
        "powers", "predecessors", Text("合并、分设以前的编码", "codes before merger or division"), _powers
    ),
    "rotation": Facts(
        Text("轮岗到期日和任职时间", "days of rotation and of appointment"),
        lambda r: (
            any(p.rotation_due for p in r.posts) or any(h.valid_from for p in r.persons for h in p.holdings)
        ),
        lambda scope: len(high_risk_posts(scope)),
    ),
    "incidents": Facts(
        Text("案件、投诉和审计问题的记录", "records of cases, complaints and audits"),
        lambda r: bool(r.incidents),
        _powers,
    ),
    "letters": Facts(
        Text("责任书", "letters of responsibility"),
        lambda r: bool(r.letters),
        lambda scope: len(high_risk_posts(scope)),
    ),
    "ratings": _kept("risks", "inherent", Text("风险等级", "levels of risk"), _risks),
    "residuals": _kept("risks", "residual", Text("剩余风险", "residual risks"), _risks),
    "actuals": _kept("risks", "actual", Text("实际风险", "actual risks"), _risks),
    "confirmed_flows": _kept(
        "processes", "confirmed_on", Text("流程的确认日期", "days on which processes were confirmed"), _powers
    ),
    "neighbours": Facts(Text("其他单位的清单", "list of another authority"), lambda r: False, _powers),
}
