"""The whole check to take along: for people, for a spreadsheet, for programs, and in the workbook itself."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from powerlist import api
from powerlist.app import state
from powerlist.app.opened import Opened
from powerlist.i18n import Lang, Text

_FORMS = (
    ("letter", Text("检查意见（文字）", "Letter"), "findings-letter.txt", "text/plain"),
    ("html", Text("检查报告（网页，可打印）", "Report (HTML)"), "findings.html", "text/html"),
    ("json", Text("JSON", "JSON"), "findings.json", "application/json"),
)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_IN_BOOK = Text("带批注的工作簿", "Workbook with comments")
_TITLE = Text("下载检查结果", "Take the check along")
_BOOKS = (".xls", ".xlsx", ".xlsm")
Files = tuple[tuple[str, bytes], ...]


def show(now: Opened, since: api.Comparison | None, lang: Lang) -> None:
    """One button a form; the workbook only while the visitor's upload is in hand."""
    st.subheader(_TITLE.of(lang))
    with st.container(horizontal=True):
        for form, name, file, mime in _FORMS:
            _button(name, partial(_report, now, since, form, lang), file, mime, lang)
        _button(
            Text("CSV", "CSV"), partial(api.findings_csv, now.report, lang), "findings.csv", "text/csv", lang
        )
        if book := _workbook(now):
            annotated = partial(api.annotated_upload, now.report, *book, lang)
            _button(_IN_BOOK, annotated, f"{Path(book[0]).stem}-findings.xlsx", _XLSX, lang)


def _button(name: Text, content: Callable[[], str | bytes], file: str, mime: str, lang: Lang) -> None:
    key, icon = f"take-{file.rsplit('.', 1)[-1]}", ":material/download:"
    st.download_button(name.of(lang), content, file, mime, key=key, icon=icon, on_click="ignore")


def _report(now: Opened, since: api.Comparison | None, form: str, lang: Lang) -> str:
    return api.report_text(now.report, now.register, form, lang, compared=since)


def _workbook(now: Opened) -> tuple[str, bytes] | None:
    """The one workbook that this list was just read from; None where it is not in hand any more."""
    files: Files = state.get("import:files") or ()
    read, saved = state.get("import:result"), state.get("import:saved")
    mine = now is read or (now.saved is not None and now.saved == saved)
    books = [file for file in files if file[0].lower().endswith(_BOOKS)]
    return books[0] if mine and len(books) == 1 else None
