"""全局图: the whole bureau on one sheet, drawn when somebody asks for it."""

from functools import partial

import streamlit as st

from powerlist import api
from powerlist.app.opened import Opened
from powerlist.app.parts import picture
from powerlist.app.parts.html import plain
from powerlist.errors import PowerlistError
from powerlist.i18n import Lang, Text

_HEIGHT = 640
_TITLE = Text("全局图", "The bureau on one sheet")
_VIEWS = {
    api.BureauView.MAP: Text("责任分布图", "Responsibility map"),
    api.BureauView.HEAT: Text("风险分布图", "Heat map"),
}
_TAKE = Text("下载 {format}", "Download {format}")
_MIMES: dict[api.Format, str] = {"svg": "image/svg+xml", "pdf": "application/pdf", "png": "image/png"}


def show(now: Opened, lang: Lang) -> None:
    """The choice of a sheet and, once one is chosen, the sheet."""
    st.subheader(_TITLE.of(lang))
    view = st.segmented_control(
        _TITLE.of(lang),
        list(_VIEWS),
        key="bureau-view",
        format_func=lambda one: _VIEWS[one].of(lang),
        label_visibility="collapsed",
    )
    if view is None:
        return
    try:
        drawing = _drawn(now, now.stamp, view, lang, "svg")
    except PowerlistError as error:
        st.error(plain(error.of(lang)))
        return
    picture.framed(drawing.content.decode(), f"bureau|{view}", lang, height=_HEIGHT, key="bureau")
    _downloads(now, view, lang, drawing.file_name.rsplit(".", 1)[0])


def _downloads(now: Opened, view: api.BureauView, lang: Lang, name: str) -> None:
    with st.container(horizontal=True):
        for format, mime in _MIMES.items():
            st.download_button(
                _TAKE.fill(format=format.upper()).of(lang),
                partial(_content, now, view, lang, format),
                f"{name}.{format}",
                mime,
                key=f"bureau-take-{format}",
                icon=":material/download:",
                on_click="ignore",
            )


def _content(now: Opened, view: api.BureauView, lang: Lang, format: api.Format) -> bytes:
    return _drawn(now, now.stamp, view, lang, format).content


@st.cache_data(max_entries=32, show_spinner=False)
def _drawn(
    _now: Opened, stamp: str, view: api.BureauView, lang: Lang, format: api.Format
) -> api.BureauPicture:
    """The sheet, drawn once for every content of the register."""
    return api.draw_bureau(_now.register, view, format, lang)
