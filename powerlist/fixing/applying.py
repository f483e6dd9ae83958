"""A copy of the user's file with the fixes in it; the file itself is only read."""

import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from powerlist.errors import InputError
from powerlist.fixing.fix import CellFix
from powerlist.formats.forms.writing import put
from powerlist.formats.workbook import is_workbook, load_bytes
from powerlist.formats.workbook_copy import open_copy
from powerlist.i18n import Text

_LINE = re.compile(r"L(\d+)")
_NO_COPY = Text("只能改工作簿和YAML文件。", "only workbooks and YAML files can be fixed.")
_MOVED = Text(
    "文件已经变了，没有改。请重新读取。", "the file has changed since it was read; nothing was fixed."
)


def fixed_copy(path: Path, fixes: Iterable[CellFix]) -> bytes:
    """The bytes of the copy: .xlsx of a workbook (of an .xls too), YAML of YAML.

    Raises InputError for another kind of file, or where a line does not hold what the fix expects.
    """
    mine = [one for one in fixes if Path(one.source.file).name == path.name]
    data = load_bytes(path)
    if is_workbook(data):
        return _workbook(path, mine)
    if path.suffix.lower() in (".yaml", ".yml"):
        return _yaml(path, data.decode("utf-8-sig"), mine).encode()
    raise InputError(path.name, _NO_COPY)


def _workbook(path: Path, fixes: list[CellFix]) -> bytes:
    book = open_copy(path)
    for fix in fixes:
        cell: Any = book[fix.source.sheet][fix.source.cell]
        if cell.data_type == "f":  # what a formula gives is mended where it takes it from
            continue
        number = fix.after.isdigit() and not isinstance(cell.value, str)
        put(cell, fix.after, count=number)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _yaml(path: Path, text: str, fixes: list[CellFix]) -> str:
    lines = text.splitlines(keepends=True)
    for fix in fixes:
        place = _LINE.fullmatch(fix.source.cell)
        at = int(place[1]) - 1 if place else -1
        if not 0 <= at < len(lines) or fix.before not in lines[at]:
            raise InputError(path.name, _MOVED, fix.source.cell)
        lines[at] = lines[at].replace(fix.before, fix.after, 1)
    return "".join(lines)
