"""What a page says where there is nothing, and the next step."""

import streamlit as st

from powerlist.app.parts.places import IMPORT, Place, link
from powerlist.i18n import Lang, Text

_NO_POWERS = Text("这份清单里还没有职权。", "This list has no powers yet.")
_TO_IMPORT = Text("去导入一份清单", "Import a list")
_NO_RISKS = Text(
    "这份清单没有写风险点。补上“风险点、等级、防控措施”后，这里显示科室与等级的热度图。",
    "This list names no risk points. Once it does, units and levels are shown here.",
)
_NO_FINDINGS = Text("检查没有发现问题。", "The check found nothing wrong.")
_NO_MATCH = Text("没有符合条件的内容。请放宽条件。", "Nothing matches. Loosen the filters.")
_CLEAR = Text("清除条件", "Clear the filters")
_NO_PROCESS = Text(
    "这项职权还没有流程，所以没有图可画。写上环节、岗位和流转后，这里显示流程图与风险图。",
    "This power has no process yet, so there is no chart. Write its steps, posts and flows to see one.",
)


def no_powers(lang: Lang) -> None:
    """A list without powers."""
    st.info(_NO_POWERS.of(lang))
    link(Place(IMPORT), _TO_IMPORT.of(lang), icon=IMPORT.icon)


def no_risks(lang: Lang) -> None:
    """A list without risk points."""
    st.caption(_NO_RISKS.of(lang))


def no_findings(lang: Lang) -> None:
    """A list without a fault."""
    st.success(_NO_FINDINGS.of(lang))


def no_match(lang: Lang) -> None:
    """Filters that nothing passes."""
    st.info(_NO_MATCH.of(lang))


def no_process(lang: Lang) -> None:
    """A power without a process."""
    st.info(_NO_PROCESS.of(lang))
