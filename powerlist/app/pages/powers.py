"""清单: every power in a table that can be searched and filtered; one power's dossier on one page."""

from collections.abc import Callable

import streamlit as st

from powerlist.app import state
from powerlist.app.opened import Opened
from powerlist.app.parts import dossier, empty, power_table, values
from powerlist.app.parts.filters import Filters
from powerlist.app.parts.places import POWERS, Place
from powerlist.i18n import Lang, Text

_COUNT = Text(
    "{shown} 项，共 {all} 项。点任意一行打开该项职权。", "{shown} of {all} powers. Click a row to open it."
)


def show(now: Opened, lang: Lang) -> None:
    """The table, or the dossier where the address names a power."""
    power = now.register.find(state.asked("power"))
    if power is not None and power.kind == "power":
        state.look_at(power.id)
        dossier.show(now, power.id, lang)
    else:
        _list(now, lang)


def _list(now: Opened, lang: Lang) -> None:
    st.title(POWERS.title.of(lang))
    if not now.register.powers:
        empty.no_powers(lang)
        return
    chosen = _filters(now, lang)
    lines = power_table.chosen(now, chosen)
    chosen.keep()
    st.caption(_COUNT.fill(shown=len(lines), all=len(now.numbers.lines)).of(lang))
    if not lines:
        empty.no_match(lang)
        return
    opened = power_table.show(now, lines, lang, key=f"powers-{chosen.stamp}-{lang}")
    if opened:
        Place(POWERS, {"power": opened}).go()


def _filters(now: Opened, lang: Lang) -> Filters:
    allowed = {
        "q": None,
        "type": values.types(),
        "unit": values.units(now),
        "risk": values.risks(),
        "at": values.units(now),
        "state": list(values.STATES),
    }
    filters = Filters("powers", lang, allowed)
    first, second = st.columns([2, 1, 1]), st.columns([1, 1, 1, 1])
    with first[0]:
        words = Text("名称、编码、责任、依据……", "name, code, duty, basis …")
        filters.text("q", Text("查找", "Search").of(lang), words.of(lang))
    with first[1]:
        filters.choice("type", Text("类型", "Type").of(lang), lambda one: values.type_name(one, lang))
    with first[2]:
        filters.choice("unit", Text("承办科室", "Handling unit").of(lang), _unit(now, lang))
    with second[0]:
        filters.choice(
            "risk", Text("风险等级", "Risk level").of(lang), lambda one: values.risk_name(one, lang)
        )
    with second[1]:
        filters.choice("at", Text("风险所在科室", "Unit at risk").of(lang), _unit(now, lang))
    with second[2]:
        filters.choice("state", Text("情况", "Condition").of(lang), lambda one: values.STATES[one].of(lang))
    with second[3]:
        filters.clear_button()
    return filters


def _unit(now: Opened, lang: Lang) -> Callable[[str], str]:
    return lambda one: values.unit_name(now, one, lang)


if __name__ == "__main__":
    show(state.current(), state.lang())
