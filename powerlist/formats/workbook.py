"""From the bytes of a workbook to its sheets; whatever cannot be used is refused before it is read."""

import datetime
import io
import struct
from collections.abc import Iterator
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

from powerlist.errors import A_FOLDER, NO_FILE, InputError
from powerlist.formats.archive import refuse_bombs
from powerlist.formats.grid import Grid, trimmed
from powerlist.formats.probe import refuse_deadly
from powerlist.i18n import Text

OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
_FIRST_RECORDS = (b"\x09\x08\x10\0\0\x06\x05\0", b"\x09\x08\x08\0\0\x05\x05\0")  # BIFF8, BIFF5
_FILEPASS, _END, _SECTOR = 0x2F, 0x0A, 512
LARGEST = 64 * 1024 * 1024

_LOCKED = Text("工作簿有打开密码。请去掉密码后再导入。", "the workbook has a password; remove it first.")
_BROKEN = Text(
    "工作簿已损坏，读不出来。请用表格软件打开后另存一份。",
    "the workbook is broken; open it in a spreadsheet program and save it again.",
)
_EMPTY = Text("文件是空的。", "the file is empty.")
_LARGE = Text(
    "文件有{size} MB，超过{limit} MB的上限。请拆成几份。",
    "the file has {size} MB, more than the limit of {limit} MB; split it.",
)
_UNREADABLE = Text(
    "文件读不出来（没有权限或正被占用）。", "the file cannot be read (no permission, or in use)."
)


def load_bytes(path: Path) -> bytes:
    """The bytes of a file within the size limit; raises InputError for a missing, empty or too large one."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise InputError(path.name, _LARGE.fill(size=size >> 20, limit=LARGEST >> 20))
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(path.name, NO_FILE) from None
    except OSError:
        raise InputError(path.name, A_FOLDER if path.is_dir() else _UNREADABLE) from None
    if not data.strip(b"\0 \t\r\n"):
        raise InputError(path.name, _EMPTY)
    return data


def is_workbook(data: bytes) -> bool:
    """Whether the content, whatever its name, is an old or a new workbook (or something dressed as one)."""
    return data.startswith((OLE, ZIP))


def grids_of(data: bytes, file: str) -> list[Grid]:
    """The sheets of a workbook in their order; raises InputError for what is locked, hostile or broken."""
    if data.startswith(ZIP):
        refuse_bombs(data, file)
    elif "EncryptedPackage".encode("utf-16-le") in data or _has_file_password(data):
        raise InputError(file, _LOCKED)
    else:
        refuse_deadly(data, file)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            return [_grid(workbook.get_sheet_by_name(name), file) for name in _tables(workbook)]
    except PasswordError:
        raise InputError(file, _LOCKED) from None
    except (CalamineError, OSError, ValueError, OverflowError):
        raise InputError(file, _BROKEN) from None
    except BaseException as error:  # a panic of the reading library is no Exception
        if type(error).__name__ == "PanicException":
            raise InputError(file, _BROKEN) from None
        raise


def _has_file_password(data: bytes) -> bool:
    """Whether the first records of an old workbook say that the rest is encrypted."""
    at = max(data.find(mark) for mark in _FIRST_RECORDS)
    end = at + _SECTOR
    while 0 <= at <= min(end, len(data) - 4):
        kind, length = struct.unpack_from("<HH", data, at)
        if kind in (_FILEPASS, _END):
            return bool(kind == _FILEPASS)
        at += 4 + length
    return False


def _tables(workbook: CalamineWorkbook) -> Iterator[str]:
    for sheet in workbook.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet:
            yield sheet.name


def _grid(sheet: CalamineSheet, file: str) -> Grid:
    rows = ([_text(cell) for cell in row] for row in sheet.iter_rows())
    return Grid(file, sheet.name, trimmed(rows), tuple(sheet.merged_cell_ranges or ()))


def _text(cell: object) -> str:
    """A cell as a person sees it: whole numbers without a point, days as 2024-05-01."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else f"{cell:g}"
    if isinstance(cell, datetime.datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return str(cell)
