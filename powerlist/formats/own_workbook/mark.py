"""How the tool's own workbook is known: by a hidden sheet, whatever the file is called."""

import io
import re
import zipfile
import zlib

MARK = "powerlist"  # the name of the hidden sheet; its first cells say what the workbook is
WORKBOOK, PARCEL = "workbook", "parcel"
VERSION = 1

_INDEX = "xl/workbook.xml"
_LARGEST_INDEX = 4 << 20
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*\sname\s*=\s*[\"']powerlist[\"']")
_OLD_SHEET = (b"\x09\0" + MARK.encode(), b"\x09\x01" + MARK.encode("utf-16-le"))  # length, width, name


def is_own(data: bytes) -> bool:
    """Whether these bytes are a workbook of this tool; never unpacks more than the list of sheets."""
    if not data.startswith(b"PK"):
        return any(name in data for name in _OLD_SHEET)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            index = archive.getinfo(_INDEX)
            return index.file_size < _LARGEST_INDEX and bool(_SHEET.search(archive.read(index)))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, RuntimeError):
        return False  # its reader will say what is wrong
