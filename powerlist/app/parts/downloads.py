"""Things to take along: made only when somebody asks for them."""

from functools import partial

import streamlit as st

from powerlist import api
from powerlist.app.opened import Opened
from powerlist.app.parts import picture
from powerlist.errors import PowerlistError
from powerlist.i18n import Lang, Text

_MIMES: dict[api.Format, str] = {"svg": "image/svg+xml", "pdf": "application/pdf", "png": "image/png"}
_TAKE = Text("下载 {format}", "Download {format}")


def pictures(now: Opened, choice: picture.Choice) -> None:
    """The chart as SVG, PDF and PNG."""
    try:
        name = picture.drawn(now, choice).file_name.rsplit(".", 1)[0]
    except PowerlistError:
        return  # said where the picture should be
    with st.container(horizontal=True):
        for format, mime in _MIMES.items():
            st.download_button(
                _TAKE.fill(format=format.upper()).of(choice.lang),
                partial(_content, now, choice, format),
                f"{name}.{format}",
                mime,
                key=f"take-{format}",
                icon=":material/download:",
                on_click="ignore",
            )


def register(now: Opened, lang: Lang) -> None:
    """The register as YAML."""
    st.download_button(
        _TAKE.fill(format="YAML").of(lang),
        lambda: api.yaml_of(now.register),
        "register.yaml",
        "application/yaml",
        key="take-yaml",
        icon=":material/download:",
        on_click="ignore",
    )


def _content(now: Opened, choice: picture.Choice, format: api.Format) -> bytes:
    return picture.drawn(now, choice, format).content
