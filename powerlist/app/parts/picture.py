"""A chart that can be moved, enlarged and asked: a click on a box says its id."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from powerlist import api
from powerlist.app.opened import Opened
from powerlist.app.parts.html import plain
from powerlist.errors import PowerlistError
from powerlist.i18n import Lang, Text

_HERE = Path(__file__).parent
_WORDS = {
    "zoomIn": Text("放大", "Zoom in"),
    "zoomOut": Text("缩小", "Zoom out"),
    "width": Text("适合宽度", "Fit the width"),
    "whole": Text("看全图", "See all of it"),
    "chart": Text(
        "流程图。方向键移动，加减号缩放，Tab 键逐个走过图中的框，回车打开。",
        "Chart. Arrow keys move, plus and minus zoom, Tab walks through the boxes, Enter opens one.",
    ),
    "hint": Text(
        "拖动移动 · Ctrl+滚轮缩放 · 点框看详情", "Drag to move · Ctrl+wheel to zoom · click a box for details"
    ),
}


@dataclass(frozen=True)
class Choice:
    """Which picture: of which process, from which side, with findings on it or not, or with only one."""

    power: str
    process: str
    view: str
    lang: Lang
    findings: bool = False
    only: str = ""

    def shown(self, now: Opened) -> list[api.Finding]:
        """The findings that are on it."""
        found = now.report.findings if self.findings else ()
        return [one for one in found if self.only in ("", one.key)]


def processes_of(now: Opened, power: str) -> tuple[api.Process, ...]:
    """The processes of a power."""
    found = now.register.find(power)
    return now.graph.processes_of(found) if isinstance(found, api.Power) else ()


def drawn(now: Opened, choice: Choice, format: api.Format = "svg") -> api.Picture:
    """The picture, drawn once for every content of the register."""
    return _drawn(now, now.mark, choice, format)


@st.cache_data(max_entries=256, show_spinner=False)
def _drawn(_now: Opened, mark: str, choice: Choice, format: api.Format) -> api.Picture:
    process = _now.register[choice.process]
    assert isinstance(process, api.Process)
    power = _now.power(choice.power)
    order = api.Order(power=power, format=format, lang=choice.lang, findings=choice.shown(_now))
    return api.picture_of(_now.graph, process, api.View(choice.view), order)


def show(now: Opened, choice: Choice, *, height: int, key: str, chosen: str = "") -> str | None:
    """Show a chart; the id of the box or panel that was clicked just now."""
    try:
        svg = drawn(now, choice).content.decode()
    except PowerlistError as error:
        st.error(plain(error.of(choice.lang)))
        return None
    return framed(svg, f"{choice.process}|{choice.view}", choice.lang, height=height, key=key, chosen=chosen)


def framed(svg: str, name: str, lang: Lang, *, height: int, key: str, chosen: str = "") -> str | None:
    """A picture in its frame; the id of the box or panel that was clicked just now."""
    component = st.components.v2.component(
        "powerlist_picture",
        html=_HERE.joinpath("picture.html").read_text(encoding="utf-8"),
        css=_HERE.joinpath("picture.css").read_text(encoding="utf-8"),
        js=_HERE.joinpath("picture.js").read_text(encoding="utf-8"),
    )
    data = {
        "svg": svg,
        "name": name,
        "chosen": chosen,
        "height": height,
        "words": {name: text.of(lang) for name, text in _WORDS.items()},
    }
    asked = component(data=data, key=key, on_node_change=lambda: None).node
    return str(asked) if asked else None
