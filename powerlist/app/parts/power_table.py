"""The table of powers: one line a power, in the order of the list."""

from collections import Counter
from typing import Any

import streamlit as st

from powerlist import api
from powerlist.app.opened import Opened
from powerlist.app.parts import values
from powerlist.app.parts.filters import Filters
from powerlist.app.parts.table import clicked
from powerlist.i18n import Lang, Text
from powerlist.views import theme

Lines = list[api.PowerLine]


def chosen(now: Opened, filters: Filters) -> Lines:
    """The lines that pass every filter."""
    return [line for line in now.numbers.lines if _passes(now, line, filters)]


def show(now: Opened, lines: Lines, lang: Lang, key: str) -> str | None:
    """The table; the id of the power that was clicked."""
    rows = [_row(now, line, lang) for line in lines]
    row = clicked(rows, key, lang, _columns(lang))
    return None if row is None else lines[row].power.id


def _passes(now: Opened, line: api.PowerLine, filters: Filters) -> bool:
    power = line.power
    type, unit, state = filters["type"], filters["unit"], filters["state"]
    return (
        (not type or (power.type.value if power.type else values.NO_TYPE) == type)
        and (not unit or unit in (power.units or (values.NO_UNIT,)))
        and _risks_pass(line, filters["risk"], filters["at"])
        and (not state or _in_state(now, line, state))
        and all(word in now.words_of(power) for word in filters["q"].lower().split())
    )


def _risks_pass(line: api.PowerLine, rank: str, at: str) -> bool:
    """Whether the power has a risk of this level in this unit."""
    if not rank and not at:
        return True
    found = ((values.unit_value(unit), str(level or values.UNRATED)) for unit, level in line.risks)
    return any((not at or unit == at) and (not rank or level == rank) for unit, level in found)


def _in_state(now: Opened, line: api.PowerLine, state: str) -> bool:
    power = line.power
    found = now.by_power.get(power.id, [])
    if state == "gone":
        return not power.running
    return (
        power.running
        and {
            "unassigned": line.unassigned > 0,
            "no_duty": line.duties == 0,
            "no_process": line.processes == 0,
            "errors": any(finding.severity is api.Severity.ERROR for finding in found),
            "findings": bool(found),
            "promised": bool(power.promised_limit and power.statutory_limit and power.statutory_limit.days),
        }[state]
    )


def _row(now: Opened, line: api.PowerLine, lang: Lang) -> dict[str, Any]:
    power = line.power
    law, promise = power.statutory_limit, power.promised_limit
    return {
        "number": power.number or power.code,
        "name": power.name,
        "type": power.type.text.of(lang) if power.type else "",
        "unit": "、".join(now.name_of(unit) for unit in power.units),
        "law": law.text.of(lang) if law else "",
        "promise": promise.text.of(lang) if promise else "",
        "duties": _share(line.duties - line.unassigned, line.duties),
        "processes": line.processes,
        "risk": values.risk_name(str(line.rank), lang) if line.rank else "",
        "findings": _signs(now.by_power.get(power.id, [])),
    }


def _share(part: int, whole: int) -> str:
    return f"{part}／{whole}" if whole else "0"


def _signs(found: list[api.Finding]) -> str:
    """× 3  ! 1: how many findings of which gravity."""
    counts = Counter(finding.severity for finding in found)
    return "  ".join(f"{theme.SEVERITIES[one].sign} {counts[one]}" for one in api.Severity if counts[one])


def _columns(lang: Lang) -> dict[str, Any]:
    made = st.column_config
    return {
        "number": made.TextColumn(Text("序号", "No.").of(lang), width=56),
        "name": made.TextColumn(Text("职权名称", "Power").of(lang), width=300),
        "type": made.TextColumn(Text("类型", "Type").of(lang), width=96),
        "unit": made.TextColumn(Text("承办科室", "Unit").of(lang), width=152),
        "law": made.TextColumn(Text("法定时限", "Statutory").of(lang), width=96),
        "promise": made.TextColumn(Text("承诺时限", "Promised").of(lang), width=96),
        "duties": made.TextColumn(
            Text("责任到岗", "Duties").of(lang),
            help=Text("已落实到岗位的责任／全部责任", "duties on a post / all duties").of(lang),
            width=80,
        ),
        "processes": made.NumberColumn(Text("流程", "Charts").of(lang), width=56),
        "risk": made.TextColumn(Text("最高风险", "Gravest risk").of(lang), width=96),
        "findings": made.TextColumn(Text("问题", "Findings").of(lang), width=84),
    }
