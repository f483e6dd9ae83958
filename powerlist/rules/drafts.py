"""Drafts: what the tool proposed and nobody has gone through yet."""

from collections.abc import Iterator

from powerlist.analysis.waiting import nobodys, waiting
from powerlist.i18n import Text
from powerlist.model.severity import Severity
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule


@rule(
    "N01",
    Severity.INFO,
    reviewers=(Reviewer.STAFFING,),
    serves=Aim.BOUND,
    title=Text("草稿等待确认", "Drafts wait to be confirmed"),
    why=Text(
        "工具起草的内容在确认之前不算数，图上写着草稿，也不能签发。",
        "What the tool proposed counts for nothing until it is confirmed; its charts say draft.",
    ),
    fix=Text(
        "由科室逐项核对、修改，再用 powerlist confirm 确认。",
        "Let the unit go through it, mend it, and confirm it by `powerlist confirm`.",
    ),
    message=Text("“{it.name}”有{count}项草稿等待确认。", "“{it.name}”: {count} drafts wait to be confirmed."),
    basis=Text(
        "清单由承办机构逐项梳理、确认",
        "Units go through their entries one by one and confirm them",
    ),
    unless=Text(
        "一个科室只报告一次；几个科室共用的、没有科室的草稿合为一条。",
        "One finding a unit; what several units share, or none has, is one more.",
    ),
)
def drafts_waiting(case: Case) -> Iterator[Hit]:
    """Units with drafts to go through, and what is nobody's."""
    register = case.drafts.register if case.drafts else case.graph.register
    waits = waiting(register)
    for unit, drafts in waits:
        yield Hit(unit, count=f"{len(drafts):,}")
    if rest := nobodys(register, waits):
        yield Hit(register.authority, count=f"{len(rest):,}")
