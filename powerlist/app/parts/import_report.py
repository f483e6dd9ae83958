"""What was found in each file and sheet, and every problem with its cell."""

from typing import Any

import streamlit as st

from powerlist import api
from powerlist.app.opened import Opened
from powerlist.app.parts import values
from powerlist.app.parts.html import show as show_html
from powerlist.app.parts.html import table, tag
from powerlist.i18n import Lang, Text

_FOUND = Text("读到什么", "What was found")
_PROBLEMS = Text("需要看一眼的单元格（{count}）", "Cells worth a look ({count})")
_NO_PROBLEMS = Text("每个单元格都读懂了。", "Every cell was understood.")
_KEPT = Text(
    "这些内容按原文保留，没有丢失；改正文件后可以重新导入。",
    "All of it was kept as text and nothing is lost; mend the file and import it again.",
)
_SAME = Text("与“{other}”内容相同，没有重复计算", "the same content as “{other}”, not counted twice")
_SIDE = Text("{side}，{rows}行", "{side}, rows: {rows}")
_LEFT = Text("没有找到位置的内容（{count}）", "What found no place ({count})")
_SHEET_HEAD = (
    Text("文件", "File"),
    Text("工作表", "Sheet"),
    Text("表头行", "Header row"),
    Text("事项", "Items"),
    Text("子项", "Sub-items"),
    Text("类型", "Types"),
    Text("问题", "Problems"),
)


def sheets(result: Opened, lang: Lang) -> None:
    """One row a sheet."""
    rows = [row for file in result.reading.files for row in _rows(file, lang)]
    if rows:
        st.subheader(_FOUND.of(lang))
        show_html(table([word.of(lang) for word in _SHEET_HEAD], rows))


def left_over(result: Opened, lang: Lang) -> None:
    """What stands in side tables and has no place in the list: cell, heading and text."""
    left = [one for file in result.reading.files for sheet in file.sheets for one in sheet.left]
    if left:
        with st.expander(_LEFT.fill(count=len(left)).of(lang)):
            heads = (Text("位置", "Place"), Text("栏目", "Heading"), Text("内容", "Text"))
            rows = [[str(one.source), one.heading, one.text] for one in left]
            show_html(table([head.of(lang) for head in heads], rows))


def problems(result: Opened, lang: Lang) -> None:
    """One row a problem: file, sheet, cell and sentence."""
    found = result.reading.problems
    if not found:
        st.success(_NO_PROBLEMS.of(lang))
        return
    st.subheader(_PROBLEMS.fill(count=len(found)).of(lang))
    st.caption(_KEPT.of(lang))
    columns = {
        "severity": [values.severity_name(one.severity.value, lang) for one in found],
        "file": [one.source.file for one in found],
        "sheet": [one.source.sheet for one in found],
        "cell": [one.source.cell for one in found],
        "said": [one.text.of(lang) for one in found],
    }
    st.dataframe(columns, hide_index=True, column_config=_columns(lang), key="import-problems")


def _rows(file: api.FileReport, lang: Lang) -> list[list[str]]:
    if file.duplicate_of:
        return [[file.file, tag("span", _SAME.fill(other=file.duplicate_of).of(lang), cls="lead"), *[""] * 5]]
    return [
        [file.file if place == 0 else "", *_sheet(sheet, lang)] for place, sheet in enumerate(file.sheets)
    ]


def _sheet(sheet: api.SheetReport, lang: Lang) -> list[str]:
    types = "、".join(f"{type.text.of(lang)} {count}" for type, count in sheet.types.items())
    if sheet.side is not None:
        types = _SIDE.fill(side=sheet.side, rows=sheet.rows).of(lang)
    header = "—" if sheet.header_row is None else str(sheet.header_row)
    return [
        sheet.sheet,
        header,
        str(sheet.items),
        str(sheet.sub_items),
        types,
        str(len(sheet.problems) or ""),
    ]


def _columns(lang: Lang) -> dict[str, Any]:
    text = st.column_config.TextColumn
    return {
        "severity": text(Text("程度", "Severity").of(lang), width=80),
        "file": text(Text("文件", "File").of(lang), width=160),
        "sheet": text(Text("工作表", "Sheet").of(lang), width=110),
        "cell": text(Text("单元格", "Cell").of(lang), width=70),
        "said": text(Text("说明", "What").of(lang), width=620),
    }
