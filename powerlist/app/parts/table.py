"""A table whose rows can be opened: drawn on a canvas, so that thousands of rows cost nothing."""

from collections.abc import Mapping, Sequence
from typing import Any
from unicodedata import east_asian_width

import streamlit as st

from powerlist.i18n import Lang, Text

_ROW, _MOST = 35, 18
TALL = 66  # pixels of a row whose words are broken into lines; the table breaks none in one of 64 or less
_FITS = 164  # narrow letters in three lines of a wide column
_ALT = Text("表格，点一行打开", "Table; a click on a row opens it")


def clicked(
    lines: Sequence[Mapping[str, Any]],
    key: str,
    lang: Lang,
    columns: dict[str, Any],
    most: int = _MOST,
    height: int = _ROW,
) -> int | None:
    """Show the table, `most` rows at once; the number of the line that was clicked, however it is sorted.

    A row of `TALL` pixels holds three lines.
    """
    event = st.dataframe(
        {name: [line[name] for line in lines] for name in lines[0]},
        hide_index=True,
        column_config=columns,
        height=min(most, len(lines)) * height + _ROW + 3,
        row_height=height,
        on_select="rerun",
        selection_mode="single-cell",
        key=key,
        alt=_ALT.of(lang),
    )
    rows = [row for row, _ in event.selection.cells]
    return next((row for row in rows if row < len(lines)), None)


def short(text: str, most: int = _FITS) -> str:
    """As much of the text as fits into a tall row; a letter of Chinese is as wide as two others."""
    width = 0
    for at, letter in enumerate(text):
        width += 2 if east_asian_width(letter) in "WFA" else 1
        if width > most:
            return f"{text[:at]}…"
    return text
