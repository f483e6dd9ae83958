"""Small bureaus to draft for."""

from datetime import date
from typing import Any

from powerlist.drafting import confirm, draft
from powerlist.graph import PowerGraph
from powerlist.model.entity import Entity
from powerlist.model.organisation import Authority, Post, Unit
from powerlist.model.power import Power
from powerlist.model.process import Process, Step
from powerlist.model.register import KINDS, Register
from powerlist.model.severity import Severity
from powerlist.practice import load
from powerlist.rules import Finding, check

DAY = date(2026, 11, 25)

UNITS = (
    Unit(id="U0", name="局领导"),
    Unit(id="U1", name="审批股", led_by="deputy"),
    Unit(id="U2", name="办公室"),
)
LEADERS = (
    Post(id="chief", name="局长", unit="U0", level="chief", holders=1),
    Post(id="deputy", name="副局长", unit="U0", level="deputy", holders=1, reports_to="chief"),
)
STAFF = (
    Post(id="window", name="受理窗口", unit="U1", level="window", holders=2, reports_to="head"),
    Post(id="staff", name="审查岗", unit="U1", level="staff", holders=2, reports_to="head"),
    Post(id="reviewer", name="复核岗", unit="U1", level="reviewer", holders=1, reports_to="head"),
    Post(id="head", name="股长", unit="U1", level="head", holders=1, reports_to="deputy"),
)
OFFICE = (
    Post(id="office", name="办公室主任", unit="U2", level="head", holders=1, reports_to="chief"),
    Post(id="legal", name="法制审核岗", unit="U2", level="reviewer", holders=1, reports_to="office"),
    Post(id="accountant", name="会计岗", unit="U2", holders=1, reports_to="office"),
    Post(id="cashier", name="出纳岗", unit="U2", holders=1, reports_to="office"),
    Post(id="public", name="信息公开岗", unit="U2", holders=1, reports_to="office"),
    Post(id="watch", name="纪检监督岗", unit="U2", level="supervisor", holders=1, reports_to="office"),
)
EVERYBODY = (*LEADERS, *STAFF, *OFFICE)


def power(type: str = "licence", id: str = "w", **more: Any) -> Power:
    """A power of the unit U1 that says its limits."""
    fields = {"name": "采砂许可", "units": ("U1",), "promised_limit": "20个工作日", **more}
    return Power(id=id, type=type, **fields)


def register(
    *entities: Entity, posts: tuple[Post, ...] = EVERYBODY, units: tuple[Unit, ...] = UNITS
) -> Register:
    """A bureau with these things."""
    tables: dict[str, Any] = {kind.table: [] for kind in KINDS.values()}
    for entity in (*units, *posts, *entities):
        tables[entity.table].append(entity)
    return Register(authority=Authority(id="authority", name="示例局"), **tables)


def drafted(*entities: Entity, **more: Any) -> PowerGraph:
    """The graph of such a bureau after a draft."""
    return PowerGraph(draft(register(*entities, **more), load()).register)


def process_of(graph: PowerGraph, variant: str = "一般程序", id: str = "w") -> Process:
    """The one process of a power that has this variant."""
    power = graph.register[id]
    assert isinstance(power, Power)
    (found,) = [process for process in graph.processes_of(power) if process.variant == variant]
    return found


def steps(graph: PowerGraph, process: Process) -> dict[str, Step]:
    """The steps of a process by name."""
    return {step.name: step for step in graph.steps_of(process)}


def post_at(graph: PowerGraph, process: Process, name: str) -> str | None:
    """The post of the step of this name."""
    return steps(graph, process)[name].post


def confirmed(register: Register) -> Register:
    """Everything drafted and confirmed, unit by unit, by the first leader there is."""
    found = draft(register, load()).register
    by = next(post.id for post in found.posts if post.level == "chief")
    for unit in found.units:
        found = confirm(found, unit=unit.id, by=by, on=DAY).register
    return found


_NOT_OURS = ("B03", "R09")  # charges, phones and signatures come from people


def errors(register: Register) -> list[Finding]:
    """What must be mended and a draft could have done."""
    found = check(register, load(), DAY, ignore=_NOT_OURS).findings
    return [finding for finding in found if finding.severity is Severity.ERROR]
