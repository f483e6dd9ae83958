"""Columns that no heading is known for: the user says what each is, and the files are read again."""

import streamlit as st

from powerlist import api
from powerlist.app import state
from powerlist.app.opened import Opened
from powerlist.app.parts.html import plain
from powerlist.i18n import Lang, Text

_TITLE = Text("不认识的栏目（{count}）", "Columns not understood ({count})")
_LEAD = Text(
    "这些栏目已按原样保留。如果知道某一栏是什么，请在这里选择，然后重新读取。",
    "They were kept as they are. Where you know what one is, say so here and read the files again.",
)
_KEEP = Text("按原样保留", "Keep as it is")
_AGAIN = Text("按此重新读取", "Read again")
_SAMPLES = Text("例：{samples}", "e.g. {samples}")
_NO_SAMPLES = Text("（空栏）", "(empty)")


def show(result: Opened, meanings: dict[str, str], lang: Lang) -> dict[str, str] | None:
    """The form; heading to field where the user asks to read again, else None."""
    samples = _unknown(result)
    headings = list(dict.fromkeys([*meanings, *samples]))
    if not headings:
        return None
    st.subheader(_TITLE.fill(count=len(samples)).of(lang))
    st.caption(_LEAD.of(lang))
    fields = api.column_fields()
    with st.form("import-columns"):
        columns = st.columns(3)
        for place, heading in enumerate(headings):
            with columns[place % 3]:
                _choice(heading, samples.get(heading, ()), meanings, fields, lang)
        asked = st.form_submit_button(_AGAIN.of(lang), icon=":material/refresh:")
    if not asked:
        return None
    chosen = {heading: str(state.get(_key(heading)) or "") for heading in headings}
    return {heading: field for heading, field in chosen.items() if field}


def _choice(
    heading: str, samples: tuple[str, ...], meanings: dict[str, str], fields: dict[str, Text], lang: Lang
) -> None:
    options = ["", *fields]
    st.selectbox(
        plain(heading),
        options,
        index=options.index(meanings.get(heading, "")),
        format_func=lambda one: fields[one].of(lang) if one else _KEEP.of(lang),
        key=_key(heading),
    )
    shown = "；".join(sample[:24] for sample in samples)
    st.caption(_SAMPLES.fill(samples=plain(shown)).of(lang) if shown else _NO_SAMPLES.of(lang))


def _unknown(result: Opened) -> dict[str, tuple[str, ...]]:
    """Every unknown heading of all sheets, with what stands below it."""
    found: dict[str, tuple[str, ...]] = {}
    for file in result.reading.files:
        for sheet in file.sheets:
            for column in sheet.columns:
                found.setdefault(column.heading, column.samples)
    return found


def _key(heading: str) -> str:
    return f"import-column-{heading}"
