"""Layers of a register: where one is wholly absent, that is one finding and not a thousand."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from powerlist.analysis.coverage import units_left_with
from powerlist.analysis.in_force import InForce
from powerlist.analysis.review import high_risk_posts
from powerlist.i18n import Text
from powerlist.model.codes import PowerType, Raci
from powerlist.model.register import Register


class Layer(StrEnum):
    """What a list may not hold at all."""

    DUTIES = "duties"
    DUTY_STAGES = "duty_stages"
    ACCOUNTABILITY = "accountability"
    BASES = "bases"
    ASSIGNMENTS = "assignments"
    ANSWERABLE = "answerable"
    FLOWS = "flows"
    STEP_STAGES = "step_stages"
    HANDLERS = "handlers"
    LINKS = "links"
    LIMITS = "limits"
    RISKS = "risks"
    OWNERS = "owners"
    SUPERVISORS = "supervisors"
    PROMISES = "promises"
    PUBLICATIONS = "publications"
    SHOWN_HEADINGS = "shown_headings"
    EXAMINATIONS = "examinations"
    GUIDE = "guide"
    TARGETS = "targets"
    HANDLING_UNITS = "handling_units"
    HOLDERS = "holders"
    GRANTS = "grants"
    MANDATES = "mandates"
    UNIT_KINDS = "unit_kinds"
    PENALTIES = "penalties"
    NUMBERS = "numbers"
    FILES = "files"
    RELATIVES = "relatives"
    PREREQUISITES = "prerequisites"
    SHOWN_LIMITS = "shown_limits"
    PERSONS = "persons"
    NEIGHBOURS = "neighbours"
    CATALOGUE = "catalogue"
    PREDECESSORS = "predecessors"
    ROTATION = "rotation"
    INCIDENTS = "incidents"
    LETTERS = "letters"
    RATINGS = "ratings"
    RESIDUALS = "residuals"
    ACTUALS = "actuals"
    CONFIRMED_FLOWS = "confirmed_flows"

    @property
    def text(self) -> Text:
        """What people call it."""
        return _LAYERS[self].text

    @property
    def why(self) -> Text:
        """Why a rule that needs it says nothing."""
        if self is Layer.NEIGHBOURS:
            return Text(
                "没有同时打开其他单位的清单，无法比较。", "no list of another authority is open beside it."
            )
        if self is Layer.CATALOGUE:
            return Text(
                "没有同时打开通用目录，无法比较。", "no catalogue that the list follows is open beside it."
            )
        return Text(
            f"清单里没有{self.text.zh}，无法检查。", f"the list has no {self.text.en}: nothing to check."
        )

    def present_in(self, register: Register) -> bool:
        """Whether the register has any of it."""
        return _LAYERS[self].present(register)

    def owed_by(self, scope: InForce) -> int:
        """How many things would have it."""
        return _LAYERS[self].owed(scope)

    def facts_in(self, scope: InForce) -> dict[str, Any]:
        """What else the sentence about its absence needs."""
        facts = _LAYERS[self].facts
        return facts(scope) if facts else {}


@dataclass(frozen=True, slots=True)
class _Facts:
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


def _kept(table: str, field: str, text: Text, owed: Callable[[InForce], int]) -> _Facts:
    """A field of a table that a list may not fill in at all."""
    return _Facts(text, lambda r: any(getattr(one, field) for one in getattr(r, table)), owed)


def _shown(field: str, text: Text) -> _Facts:
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


_LAYERS = {
    Layer.DUTIES: _Facts(Text("责任事项", "duties"), lambda r: bool(r.duties), _no_services),
    Layer.DUTY_STAGES: _Facts(
        Text("责任事项的环节", "stages of duties"), lambda r: any(duty.stage for duty in r.duties), _duties
    ),
    Layer.ACCOUNTABILITY: _Facts(
        Text("追责情形", "grounds of accountability"), lambda r: bool(r.grounds), _enforced
    ),
    Layer.BASES: _Facts(Text("依据", "legal bases"), lambda r: bool(r.bases), _enforced),
    Layer.ASSIGNMENTS: _Facts(
        Text("落实到岗位的责任", "duties assigned to posts"),
        lambda r: any(one.post for one in r.assignments),
        _duties,
        _left_with_units,
    ),
    Layer.ANSWERABLE: _Facts(
        Text("“负责”（A）岗位", "posts marked as accountable (A)"),
        lambda r: any(one.raci is Raci.ACCOUNTABLE for one in r.assignments),
        _duties,
    ),
    Layer.FLOWS: _Facts(Text("流程", "processes"), lambda r: bool(r.steps), _powers),
    Layer.STEP_STAGES: _Facts(
        Text("流程环节的阶段", "stages of steps"), lambda r: any(step.stage for step in r.steps), _tasks
    ),
    Layer.HANDLERS: _Facts(
        Text("流程环节的办理岗位", "posts at the steps"), lambda r: any(step.post for step in r.steps), _tasks
    ),
    Layer.LINKS: _Facts(
        Text("环节与责任事项的对应", "links between steps and duties"),
        lambda r: any(step.duties for step in r.steps),
        _duties,
    ),
    Layer.LIMITS: _Facts(
        Text("环节时限", "limits of steps"), lambda r: any(step.limit for step in r.steps), _tasks
    ),
    Layer.RISKS: _Facts(Text("风险点", "risk points"), lambda r: bool(r.risks), _powers),
    Layer.OWNERS: _Facts(
        Text("防控责任岗位", "owners of controls"),
        lambda r: any(control.owner for control in r.controls),
        lambda scope: len(scope.controls),
    ),
    Layer.SUPERVISORS: _Facts(
        Text("监督责任岗位", "posts that supervise risks"),
        lambda r: any(one.supervisor for one in r.risks) or any(one.supervisor for one in r.controls),
        lambda scope: len(scope.risks),
    ),
    Layer.PROMISES: _Facts(
        Text("承诺书和责任书", "pledges and letters of responsibility"),
        lambda r: bool(r.pledges or r.letters),
        lambda scope: len(high_risk_posts(scope)),
    ),
    Layer.PUBLICATIONS: _Facts(
        Text("公开记录", "records of publication"), lambda r: bool(r.publications), _outward
    ),
    Layer.SHOWN_HEADINGS: _shown("shows", Text("公开载体上的栏目", "headings of publications")),
    Layer.EXAMINATIONS: _shown("examined_by", Text("保密审查记录", "records of secrecy examinations")),
    Layer.GUIDE: _Facts(
        Text("收费、时限和监督电话", "fees, limits and oversight phones"),
        lambda r: any(p.fee or p.statutory_limit or p.promised_limit or p.oversight_phones for p in r.powers),
        _outward,
    ),
    Layer.TARGETS: _kept("grounds", "targets", Text("追责对象", "people who answer"), _enforced),
    Layer.HANDLING_UNITS: _kept("powers", "units", Text("承办机构", "units of powers"), _powers),
    Layer.HOLDERS: _Facts(
        Text("岗位人数", "numbers of holders"),
        lambda r: any(post.holders is not None for post in r.posts),
        lambda scope: len(scope.posts),
    ),
    Layer.GRANTS: _Facts(
        Text("窗口授权", "grants to windows"),
        lambda r: any(post.granted for post in r.posts),
        lambda scope: len(scope.posts),
    ),
    Layer.MANDATES: _Facts(
        Text("三定职责", "duties of the staffing decree"), lambda r: bool(r.mandates), _powers
    ),
    Layer.UNIT_KINDS: _Facts(
        Text("机构性质", "kinds of units"),
        lambda r: any(unit.unit_kind for unit in r.units),
        lambda scope: len(scope.units),
    ),
    Layer.PENALTIES: _Facts(
        Text("处罚种类和裁量基准", "kinds of penalties and rules of discretion"),
        lambda r: any(p.penalties or p.discretion_rule for p in r.powers),
        _powers,
    ),
    Layer.NUMBERS: _Facts(
        Text("序号和上报数", "numbers of rows and declared counts"),
        lambda r: bool(r.authority.declared) or any(p.number for p in r.powers),
        _powers,
    ),
    Layer.FILES: _Facts(
        Text("公开文件的指纹", "fingerprints of published files"),
        lambda r: any(p.issued_hash and p.file_hash for p in r.publications),
        _outward,
    ),
    Layer.RELATIVES: _kept(
        "persons",
        "relatives",
        Text("人员的亲属关系", "relatives of persons"),
        lambda scope: len(scope.graph.register.persons),
    ),
    Layer.SHOWN_LIMITS: _shown("limit", Text("公开载体上的时限", "limits on publications")),
    Layer.PREREQUISITES: _kept("powers", "prerequisites", Text("前置事项", "prerequisites"), _powers),
    Layer.PERSONS: _Facts(Text("人员", "persons"), lambda r: bool(r.persons), lambda scope: len(scope.posts)),
    Layer.CATALOGUE: _Facts(Text("通用目录", "reference catalogue"), lambda r: False, _powers),
    Layer.PREDECESSORS: _kept(
        "powers", "predecessors", Text("合并、分设以前的编码", "codes before merger or division"), _powers
    ),
    Layer.ROTATION: _Facts(
        Text("轮岗到期日和任职时间", "days of rotation and of appointment"),
        lambda r: (
            any(p.rotation_due for p in r.posts) or any(h.valid_from for p in r.persons for h in p.holdings)
        ),
        lambda scope: len(high_risk_posts(scope)),
    ),
    Layer.INCIDENTS: _Facts(
        Text("案件、投诉和审计问题的记录", "records of cases, complaints and audits"),
        lambda r: bool(r.incidents),
        _powers,
    ),
    Layer.LETTERS: _Facts(
        Text("责任书", "letters of responsibility"),
        lambda r: bool(r.letters),
        lambda scope: len(high_risk_posts(scope)),
    ),
    Layer.RATINGS: _kept("risks", "inherent", Text("风险等级", "levels of risk"), _risks),
    Layer.RESIDUALS: _kept("risks", "residual", Text("剩余风险", "residual risks"), _risks),
    Layer.ACTUALS: _kept("risks", "actual", Text("实际风险", "actual risks"), _risks),
    Layer.CONFIRMED_FLOWS: _kept(
        "processes", "confirmed_on", Text("流程的确认日期", "days on which processes were confirmed"), _powers
    ),
    Layer.NEIGHBOURS: _Facts(Text("其他单位的清单", "list of another authority"), lambda r: False, _powers),
}
