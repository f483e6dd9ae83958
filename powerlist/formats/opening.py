"""One door for every file: by what is in it, not by what it is called."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from powerlist.errors import InputError, UsageError
from powerlist.formats.folders import YAML, unfolded
from powerlist.formats.jsonl import is_jsonl, read_jsonl
from powerlist.formats.own_workbook.mark import is_own
from powerlist.formats.own_workbook.reading import read_own
from powerlist.formats.reading import Reading
from powerlist.formats.word.kind import refuse_other_words
from powerlist.formats.workbook import is_workbook, load_bytes
from powerlist.formats.yaml_tree import read_yaml
from powerlist.i18n import Text
from powerlist.model.collector import without_collector
from powerlist.practice import Practice, load
from powerlist.practice.headings import load_headings

_SHEETS = (".xls", ".xlsx", ".xlsm", ".et", ".csv", ".tsv")
_NO_LIST = Text(
    "不是清单文件。可以读.xls、.xlsx工作簿，.docx文档，或本工具的.yaml文件与文件夹。",
    "this is no list; .xls and .xlsx workbooks, .docx documents and this program's own .yaml files "
    "and folders can be read.",
)
_WEB_PAGE = Text(
    "内容是网页（HTML/XML），只是文件名像工作簿。请用表格软件打开后另存为.xlsx。",
    "its content is a web page (HTML or XML), only its name is a workbook's; save it as .xlsx.",
)
_PLAIN_TEXT = Text(
    "内容是纯文本（如CSV），不是工作簿。请用表格软件打开后另存为.xlsx。",
    "its content is plain text (such as CSV), not a workbook; open it and save it as .xlsx.",
)
_MIXED = Text(
    "工作簿、文档与YAML文件不能一起读入。请分别导入。",
    "workbooks or documents and YAML cannot be read together; import them apart.",
)
_ONE_OWN = Text(
    "是本工具写的整本清单，只能单独读入。请分别导入。",
    "it is a whole list written by this program and is read by itself; import the others apart.",
)
_NOTHING = Text("没有给出文件。", "no file was given.")


@without_collector()
def read(
    paths: Path | Sequence[Path],
    *,
    practice: Practice | None = None,
    column_map: Mapping[str, str] | None = None,
    authority: str | None = None,
) -> Reading:
    """The register of one or several files.

    Workbooks (.xls, .xlsx, each also under the other's name), Word documents (.docx), the program's own
    workbook, its YAML (files, folders) or its JSON lines, each known by its content; a folder without YAML
    is read as all the workbooks and documents in it, in sorted order.
    `column_map` says what headings of these workbooks are ({heading: field}); `authority` names the
    body where the lists do not. Raises InputError for a file that cannot be used, UsageError for a field
    that is none.
    """
    chosen = unfolded([Path(path) for path in ([paths] if isinstance(paths, Path) else paths)])
    if not chosen:
        raise UsageError(_NOTHING)
    for path in chosen:
        if own := _own_reader(path):
            if len(chosen) > 1:
                raise InputError(path.name, _ONE_OWN)
            return own(path)
    kinds = {_is_yaml(path) for path in chosen}
    if len(kinds) > 1:
        raise InputError(chosen[0].name, _MIXED)
    if kinds == {True}:
        return read_yaml(chosen)
    from powerlist.formats.excel import read_workbooks  # here: who reads YAML needs none of it

    return read_workbooks(chosen, practice or load(), load_headings(), column_map, authority)


def _own_reader(path: Path) -> Callable[[Path], Reading] | None:
    """The reader for a whole list in one file of this program's own, or None."""
    if path.is_dir():
        return None
    data = load_bytes(path)
    if is_workbook(data) and is_own(data):
        return read_own
    return read_jsonl if is_jsonl(data) else None


def _is_yaml(path: Path) -> bool:
    """Whether YAML shall be read; False for a workbook or document; raises InputError for anything else."""
    if path.is_dir():
        return True
    data = load_bytes(path)
    refuse_other_words(data, path.name)
    if is_workbook(data):
        return False
    if path.suffix.lower() in YAML:
        return True
    raise InputError(path.name, _what_it_is(data, path.suffix.lower()))


def _what_it_is(data: bytes, suffix: str) -> Text:
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")):
        return _WEB_PAGE
    is_text = b"\0" not in data[:4096] and not start.startswith((b"%pdf", b"{\\rtf"))
    return _PLAIN_TEXT if is_text and suffix in _SHEETS else _NO_LIST
