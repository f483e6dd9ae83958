"""Succession: what a dissolved unit did goes to the units that took over."""

from collections.abc import Iterator
from typing import Any

from powerlist.analysis.succession import Dropped, Succession, dropped, forgotten, successions
from powerlist.i18n import Text
from powerlist.model.organisation import Unit
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule

_SHOWN = 3


_FORGOTTEN = Text(
    "{count}个已撤销的科室（如“{unit.title}”）没有留下原来的分工，也没有上一版清单可比，没有核对职责是否划转。",
    "{count} unit(s) that ended, such as “{unit.title}”: the list keeps none of their former duties and "
    "there is no earlier version, so nobody knows whether they were passed on.",
)


def _unknown(case: Case) -> Iterator[Text]:
    """What cannot be told without the earlier list."""
    units = [] if case.previous else forgotten(case.in_force, case.drafts or case.graph)
    if units:
        yield _FORGOTTEN.fill(count=len(units), unit=units[0])


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
    message=Text("科室“{unit.title}”{ended}，{fault}。", "The unit “{unit.title}” {ended}; {fault}."),
    basis=Text(
        "权责清单动态管理：机构、职能调整的，职责随之划转",
        "Upkeep of lists: where units change, their duties are passed on",
    ),
    requires=("O01",),
    needs=(Layer.DUTIES,),
    beyond=_unknown,
    unless=Text(
        "只看清单里留有旧分工，或者上一版清单里归它的责任；撤销后仍挂在旧科室的由 O01 报告；"
        "几次接续的算到最后的科室；已经不行使的职权不看；与上一版相比，同一职权的这个环节另有责任的，算改写，不算丢失。",
        "Only duties whose former assignment is on the list, or that the earlier version gave to the unit, "
        "are looked at; what still hangs on the old unit is told by O01; units that took over in turn count; "
        "powers that are gone are left out; against the earlier version a duty counts as rewritten, not as "
        "lost, where its power has another of that stage.",
    ),
)
def duties_of_an_ended_unit_left(case: Case) -> Iterator[Hit]:
    """Ended units whose former duties did not all go to the units that took over, or are lost."""
    told: set[str] = set()
    for one in successions(case.in_force, case.drafts or case.graph, case.previous):
        if one.left:
            told.add(one.unit.id)
            facts: dict[str, Any] = {"unit": one.unit, "ended": _ended(one.unit), "fault": _left(one)}
            yield Hit(one.unit, field="succeeded_by", witness=one.left, **facts)
    for loss in dropped(case.in_force, case.previous) if case.previous else ():
        if loss.unit.id not in told:
            here = case.graph.register.find(loss.unit.id)
            unit = here if isinstance(here, Unit) else loss.unit
            at, part = (unit, "lost") if here else (case.graph.register.authority, unit.id)
            facts = {"unit": unit, "ended": _ended(unit), "fault": _lost(loss)}
            yield Hit(at, part=part, **facts)


def _ended(unit: Unit) -> Text:
    if unit.valid_to:
        return Text(f"已于{unit.valid_to}撤销", f"ended on {unit.valid_to}")
    return Text("上一版清单里有，这一版没有了", "was on the earlier list and is not on this one")


def _lost(one: Dropped) -> Text:
    count, lost, first = len(one.duties), len(one.lost), one.lost[0].title
    zh = f"原有{count}项责任中{lost}项（如“{first}”）已不在清单上，没有划给任何科室"
    return Text(zh, f"{lost} of its {count} duty(ies), such as “{first}”, went to nobody and are not listed")


def _left(one: Succession) -> Text:
    count, left, first = len(one.duties), len(one.left), one.left[0].title
    if not one.heirs:
        zh = f"名下原有{count}项责任，没有写明划入哪个科室"
        return Text(zh, f"it had {count} duty(ies), and no unit is named that took over")
    heirs = "、".join(heir.title for heir in one.heirs[:_SHOWN])
    zh = f"原有{count}项责任中{left}项（如“{first}”）没有划入“{heirs}”"
    return Text(zh, f"{left} of its {count} duty(ies), such as “{first}”, did not go to “{heirs}”")
