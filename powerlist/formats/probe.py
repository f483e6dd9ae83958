"""An old workbook is opened by a child first: a cell in an impossible place would end the whole program."""

import subprocess
import sys

from powerlist.errors import InputError
from powerlist.i18n import Text

_SECONDS = 120
_CHILD = """
import io, sys
from python_calamine import CalamineError, CalamineWorkbook
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
except (ImportError, ValueError, OSError):
    pass
try:
    with CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read())) as workbook:
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name)
except CalamineError:
    pass
"""
_DEADLY = Text(
    "工作簿内部结构异常，没有读取。请用表格软件打开后另存一份。",
    "the workbook is malformed inside and was not read; save it again in a spreadsheet program.",
)


def refuse_deadly(data: bytes, file: str) -> None:
    """Raise InputError for a workbook whose reading would not end, or would end the process."""
    try:
        child = subprocess.run(
            [sys.executable, "-I", "-c", _CHILD],
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise InputError(file, _DEADLY) from None
    if child.returncode:
        raise InputError(file, _DEADLY)
