"""One power on one page: its card, bases, duties and who has them, chart, risks, grounds and findings."""

import streamlit as st

from powerlist.app import state
from powerlist.app.opened import Opened
from powerlist.app.parts import dossier_card, dossier_duties, dossier_risks, empty, finding_list, picture
from powerlist.app.parts.html import plain
from powerlist.app.parts.html import show as show_html
from powerlist.app.parts.places import CHARTS, FINDINGS, POWERS, Place, link
from powerlist.i18n import Lang, Text

_BACK = Text("回到清单", "Back to the list")
_CHART = Text("打开流程图与风险图", "Open the charts")
_FINDINGS = Text("在检查页查看", "See on the page Findings")
_PREVIEW = 430


def show(now: Opened, id: str, lang: Lang) -> None:
    """The whole dossier."""
    link(Place(POWERS, state.get("powers:address") or {}), _BACK.of(lang), icon=":material/arrow_back:")
    st.title(plain(now.power(id).name))
    show_html(dossier_card.chips(now, id, lang))
    with st.container(key="dossier"):
        left, right = st.columns([3, 2], gap="large")
    with left:
        _section(Text("职权信息", "Card"), lang)
        show_html(dossier_card.card(now, id, lang))
        _section(Text("依据", "Legal bases"), lang)
        show_html(dossier_card.bases(now, id, lang))
        _section(Text("责任事项与岗位", "Duties and posts"), lang)
        show_html(dossier_duties.duties(now, id, lang))
        _section(Text("追责情形", "Grounds of accountability"), lang)
        show_html(dossier_duties.grounds(now, id, lang))
    with right:
        _findings(now, id, lang)
        _chart(now, id, lang)
        _section(Text("风险点与防控措施", "Risks and controls"), lang)
        show_html(dossier_risks.risks(now, id, lang))


def _findings(now: Opened, id: str, lang: Lang) -> None:
    _section(Text("问题", "Findings"), lang)
    found = now.by_power.get(id, [])
    show_html(finding_list.listed(found, lang))
    if found:
        link(Place(FINDINGS, {"power": id}), _FINDINGS.of(lang), icon=FINDINGS.icon)


def _chart(now: Opened, id: str, lang: Lang) -> None:
    _section(Text("流程图", "Flowchart"), lang)
    processes = picture.processes_of(now, id)
    if not processes:
        empty.no_process(lang)
        return
    node = picture.show(
        now, picture.Choice(id, processes[0].id, "internal", lang), height=_PREVIEW, key="preview"
    )
    if node:
        Place(CHARTS, {"power": id, "process": processes[0].id, "node": node}).go()
    link(Place(CHARTS, {"power": id}), _CHART.of(lang), icon=CHARTS.icon)


def _section(title: Text, lang: Lang) -> None:
    st.subheader(title.of(lang))
