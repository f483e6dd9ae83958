"""导入: files in, what was found, what is not understood yet, and the result kept."""

import streamlit as st

from powerlist import api
from powerlist.app import state
from powerlist.app.opened import Opened, opened
from powerlist.app.parts import column_form, import_report, saving
from powerlist.app.parts.html import plain, tag
from powerlist.app.parts.html import show as show_html
from powerlist.app.parts.places import IMPORT
from powerlist.errors import PowerlistError
from powerlist.i18n import Lang, Text

Files = tuple[tuple[str, bytes], ...]
_MOST_FAULTS = 20

_LEAD = Text(
    "把本单位的权责清单拖进来：.xls、.xlsx 工作簿或 .docx，可以连同岗位表、办理流程、风险点一览表一次拖入；"
    "也可以是本工具的 .yaml。"
    "文件只在本机读取，不会上传到别处。",
    "Drop your power list here, .xls, .xlsx or .docx, together with its tables of posts, steps and risks; "
    "or this program's own .yaml. "
    "Files are read on this machine and go nowhere else.",
)
_EXPECT = (
    Text(
        "表头在前几行的任何位置、两行表头、合并单元格、分页断开的行、重复的表头，都能认出来。",
        "A header on any of the first rows or on two, merged cells, items cut by a page break: all is read.",
    ),
    Text(
        "不认识的栏目原样保留，可以当场说明它是什么，再读一次。",
        "Columns that are not understood are kept; say what they are and read again.",
    ),
    Text(
        "读不懂的内容按原文保留，并指出在哪个单元格。清单库里已有这家单位的，先对照变动再采用。",
        "What cannot be parsed is kept as text, with its cell. A list that is kept is compared first.",
    ),
)
_SAMPLE = Text("没有文件？先下载一份示例工作簿", "No file at hand? Take a sample workbook")
_FILES = Text("选择文件", "Choose files")
_READING = Text("正在读取 {count} 个文件……", "Reading {count} files …")
_CHECKING = Text("读到 {items} 项职权，正在检查……", "{items} powers found, checking …")
_DONE = Text("读到 {items} 项职权，检查出 {found} 个问题。", "{items} powers found, {found} findings.")
_FAILED = Text("没有读成。当前清单没有变化。", "Nothing was read. The list that is open has not changed.")
_EMPTY = Text("文件里没有职权事项。", "The files hold no powers.")


def show(lang: Lang) -> None:
    """Upload, report, mapping, problems, open."""
    st.title(IMPORT.title.of(lang))
    st.caption(_LEAD.of(lang))
    given = st.file_uploader(_FILES.of(lang), accept_multiple_files=True, key="import-files")
    files: Files = tuple((file.name, file.getvalue()) for file in given or ())
    if files and files != state.get("import:files"):
        _read(files, {}, lang)
    _say_failed(lang)
    result = state.get("import:result")
    if isinstance(result, Opened):
        _result(result, lang)
    else:
        _help(lang)


def _help(lang: Lang) -> None:
    """What to expect, and a list to try it with."""
    show_html(tag("ul", *(tag("li", line.of(lang)) for line in _EXPECT), cls="lead"))
    sample = api.sample_list()
    if sample:
        name, content = sample
        st.download_button(
            _SAMPLE.of(lang), content, name, icon=":material/download:", on_click="ignore", key="take-sample"
        )


def _read(files: Files, meanings: dict[str, str], lang: Lang) -> None:
    """Read and check; where that fails, what was read before stays."""
    state.put("import:files", files)
    with st.status(_READING.fill(count=len(files)).of(lang)) as status:
        try:
            reading = api.open_uploads(files, meanings)
            items = len(reading.register.powers)
            status.update(label=_CHECKING.fill(items=items).of(lang))
            result = opened("、".join(name for name, _ in files), reading)
        except PowerlistError as error:
            status.update(label=_FAILED.of(lang), state="error")
            state.put("import:error", error)
            return
        label = _DONE.fill(items=items, found=len(result.report.findings)).of(lang)
        status.update(label=label, state="complete")
    state.put("import:error", None)
    state.put("import:result", result)
    state.put("import:meanings", meanings)


def _say_failed(lang: Lang) -> None:
    """Why the last files could not be read."""
    error = state.get("import:error")
    if isinstance(error, PowerlistError):
        for line in error.of(lang).splitlines()[:_MOST_FAULTS]:
            st.error(plain(line))


def _result(result: Opened, lang: Lang) -> None:
    if not result.register.powers:
        st.warning(_EMPTY.of(lang))
    import_report.sheets(result, lang)
    saving.show(result, lang)
    meanings = column_form.show(result, state.get("import:meanings", {}), lang)
    if meanings is not None:
        _read(state.get("import:files"), meanings, lang)
        st.rerun()
    import_report.left_over(result, lang)
    import_report.problems(result, lang)


if __name__ == "__main__":
    show(state.lang())
