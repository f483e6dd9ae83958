"""A table whose rows can be opened: drawn on a canvas, so that thousands of rows cost nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from powerlist.i18n import Lang, Text

_ROW, _MOST = 35, 18
_ALT = Text("表格，点一行打开", "Table; a click on a row opens it")


def clicked(
    lines: Sequence[Mapping[str, Any]], key: str, lang: Lang, columns: dict[str, Any], most: int = _MOST
) -> int | None:
    """Show the table, `most` rows at once; the number of the line that was clicked, however it is sorted."""
    event = st.dataframe(
        {name: [line[name] for line in lines] for name in lines[0]},
        hide_index=True,
        column_config=columns,
        height=min(most, len(lines)) * _ROW + _ROW + 3,
        row_height=_ROW,
        on_select="rerun",
        selection_mode="single-cell",
        key=key,
        alt=_ALT.of(lang),
    )
    rows = [row for row, _ in event.selection.cells]
    return next((row for row in rows if row < len(lines)), None)
