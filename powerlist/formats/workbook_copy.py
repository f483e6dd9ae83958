"""A copy of a workbook to write into; what it was read from is never changed."""

import io
import warnings
from pathlib import Path

from openpyxl import Workbook, load_workbook

from powerlist.errors import InputError
from powerlist.formats.archive import refuse_bombs
from powerlist.formats.forms.opening import open_form
from powerlist.formats.forms.trimming import trimmed_workbook
from powerlist.formats.workbook import is_workbook, load_bytes
from powerlist.i18n import Text

_NO_BOOK = Text(
    "不是工作簿，不能写成副本。",
    "this is no workbook and cannot be copied.",
)
_BROKEN = Text("打不开这个工作簿，不能写成副本。", "this workbook cannot be opened and copied.")


def open_copy(path: Path) -> Workbook:
    """The workbook; an .xls as a new one with its texts, merges and widths.

    Raises InputError for what is no workbook, locked or broken.
    """
    data = load_bytes(path)
    if not is_workbook(data):
        raise InputError(path.name, _NO_BOOK)
    if not data.startswith(b"PK"):
        return open_form(path).book
    refuse_bombs(data, path.name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # drawings that the library drops are not what a copy is for
            return load_workbook(io.BytesIO(trimmed_workbook(data)), rich_text=True)
    except Exception:  # whatever the library meets in a stranger's file
        raise InputError(path.name, _BROKEN) from None
