"""流程图与风险图: one power's charts, to be moved, enlarged, asked and taken along."""

import streamlit as st

from powerlist import api
from powerlist.app import state
from powerlist.app.opened import Opened
from powerlist.app.parts import details, downloads, empty, picture
from powerlist.app.parts.html import severity, tag
from powerlist.app.parts.html import show as show_html
from powerlist.app.parts.places import CHARTS, FINDINGS, POWERS, Place, link
from powerlist.i18n import Lang, Text

_HEIGHT = 640
_VIEWS = {
    "external": Text("外部流程图", "External flowchart"),
    "internal": Text("内部流程图", "Internal flowchart"),
    "risk": Text("风险图", "Risk map"),
}
_PICK = Text(
    "点图中的任意一框，这里显示岗位、时限、责任、风险、措施和问题。",
    "Click a box to see who does it, in what time, its duties, risks and findings.",
)
_VERDICT = Text("这个问题的说明", "About this finding")
_ALL_FINDINGS = Text("标出全部问题", "Show all findings")


def show(now: Opened, lang: Lang) -> None:
    """The choice, the chart, and what the chosen box holds."""
    st.title(CHARTS.title.of(lang))
    if not now.register.powers:
        empty.no_powers(lang)
        return
    id = _power(now, lang)
    processes = picture.processes_of(now, id)
    if not processes:
        empty.no_process(lang)
        _others(now, lang)
        state.write_address({"power": id})
        return
    choice = _choice(now, id, processes, lang)
    _only(now, choice, lang)
    left, right = st.columns([7, 3], gap="medium")
    with left:
        _chart(now, choice)
    with right:
        _details(now, choice, lang)


def _power(now: Opened, lang: Lang) -> str:
    """The power to look at: the address's, the one looked at last, else the first that has a process."""
    ids = [power.id for power in now.register.powers]
    asked = state.asked("power")
    if asked in ids and asked != state.get("charts:asked"):
        state.put("charts-power", asked)
    if state.get("charts-power") not in ids:
        first = next((line.power.id for line in now.numbers.lines if line.processes), ids[0])
        last = state.power()
        state.put("charts-power", last if last in ids else first)
    left, right = st.columns([7, 3], vertical_alignment="bottom")
    with left:
        st.selectbox(
            Text("职权", "Power").of(lang),
            ids,
            key="charts-power",
            format_func=lambda id: _named(now, id),
            label_visibility="collapsed",
        )
    id = str(state.get("charts-power"))
    state.put("charts:asked", id)
    state.look_at(id)
    with right:
        link(Place(POWERS, {"power": id}), Text("打开这项职权", "Open this power").of(lang), icon=POWERS.icon)
    return id


def _named(now: Opened, id: str) -> str:
    power = now.power(id)
    return " ".join(word for word in (power.number, power.name) if word)


def _choice(now: Opened, id: str, processes: tuple[api.Process, ...], lang: Lang) -> picture.Choice:
    names = {process.id: process for process in processes}
    _arrive("process", list(names), next(iter(names)))
    _arrive("view", list(_VIEWS), "internal")
    if state.get("charts-findings") is None:
        state.put("charts-findings", True)
    with st.container(horizontal=True, vertical_alignment="center"):
        _controls(names, lang)
    process, view = str(state.get("charts-process")), str(state.get("charts-view"))
    return picture.Choice(
        id, process, view, lang, bool(state.get("charts-findings")), _finding(now, id, process)
    )


def _finding(now: Opened, power: str, process: str) -> str:
    """The key of the only finding that the address wants to see, where it is on this chart."""
    asked = state.asked("finding")
    found = next((one for one in now.by_power.get(power, []) if one.key == asked), None)
    things = (found.entity, *found.witness) if found else ()
    homes = [home.id for thing in things if (home := now.belonging.process_of(thing))]
    return asked if process in homes else ""


def _forget_finding() -> None:
    state.write_address({name: state.asked(name) for name in ("power", "process", "view", "node")})


def _only(now: Opened, choice: picture.Choice, lang: Lang) -> None:
    """What the only finding on the chart says, and the way to all of them."""
    found = next((one for one in choice.shown(now) if one.key == choice.only), None)
    if found is None:
        return
    words = (tag("b", f"{found.code} "), found.message.of(lang))
    with st.container(border=True, key="charts-only"):
        show_html(tag("p", severity(found.severity, lang), *words))
        with st.container(horizontal=True, vertical_alignment="center"):
            link(Place(FINDINGS, {"finding": found.key}), _VERDICT.of(lang), icon=FINDINGS.icon)
            st.button(_ALL_FINDINGS.of(lang), key="charts-all", type="tertiary", on_click=_forget_finding)


def _controls(processes: dict[str, api.Process], lang: Lang) -> None:
    st.segmented_control(
        Text("图", "Chart").of(lang),
        list(_VIEWS),
        key="charts-view",
        required=True,
        format_func=lambda one: _VIEWS[one].of(lang),
        label_visibility="collapsed",
    )
    if len(processes) > 1:
        st.selectbox(
            Text("流程", "Process").of(lang),
            list(processes),
            key="charts-process",
            format_func=lambda one: processes[one].variant or processes[one].name,
            label_visibility="collapsed",
            width=240,
        )
    st.toggle(Text("标出问题", "Show findings").of(lang), key="charts-findings")


def _arrive(name: str, allowed: list[str], default: str) -> None:
    """Take a choice from the address, else keep the one made before where it still fits."""
    asked, key = state.asked(name), f"charts-{name}"
    if asked in allowed and state.get(f"{key}:asked") != asked:
        state.put(key, asked)
    elif state.get(key) not in allowed:
        state.put(key, default)
    state.put(f"{key}:asked", asked)


def _chart(now: Opened, choice: picture.Choice) -> None:
    chosen = state.asked("node")
    clicked = picture.show(now, choice, height=_HEIGHT, key="chart", chosen=_box(now, chosen))
    node = clicked or chosen
    state.put("charts:node", node)
    asks = {"power": choice.power, "process": choice.process, "view": choice.view, "node": node}
    asks["finding"] = choice.only
    for name in ("process", "view"):
        state.put(f"charts-{name}:asked", asks[name])
    state.write_address(asks)
    if clicked and clicked != chosen:
        st.rerun()
    downloads.pictures(now, choice)


def _box(now: Opened, id: str) -> str:
    node = details.node_of(now, id)
    return node.id if node else ""


def _details(now: Opened, choice: picture.Choice, lang: Lang) -> None:
    node = details.node_of(now, str(state.get("charts:node", "")))
    if node is None or node.process != choice.process:
        show_html(_PICK.of(lang))
        return
    with st.container(height=_HEIGHT + 2, border=True):
        show_html(details.shown(now, node, lang))


def _others(now: Opened, lang: Lang) -> None:
    """The powers that do have charts."""
    drawn = [line.power for line in now.numbers.lines if line.processes]
    if drawn:
        st.caption(Text("这些职权有图：", "These powers have charts:").of(lang))
    for power in drawn[:20]:
        link(Place(CHARTS, {"power": power.id}), power.name, icon=CHARTS.icon)


if __name__ == "__main__":
    show(state.current(), state.lang())
