"""What must be known of a zipped workbook or document before it is unpacked: how large and wide it is."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from powerlist.errors import InputError
from powerlist.formats.sizes import width_named
from powerlist.i18n import Text

UNPACKED = 512 * 1024 * 1024
RATIO = 200  # tables of like cells shrink to a fiftieth, never to a two-hundredth
CELLS = 20_000_000

_BOMB = Text(
    "压缩包解开后过大（{size} MB），疑似压缩炸弹，没有读取。",
    "it would unpack to {size} MB, like a zip bomb; it was not read.",
)
_WIDE = Text(
    "表格范围过大（{rows}行×{columns}列）。请删除表格右侧、下方的空行空列后另存。",
    "the sheet is too large ({rows} rows × {columns} columns); delete empty rows and columns at its edges.",
)
_BROKEN = Text(
    "压缩结构已损坏，读不出来。请用表格软件打开后另存一份。",
    "its zip structure is broken; open it in a spreadsheet program and save it again.",
)
_OTHER = Text(
    "不是Excel工作簿，也不是Word文档。请另存为.xlsx、.xls或.docx后导入。",
    "it is neither an Excel workbook nor a Word document; save it as .xlsx, .xls or .docx first.",
)
_LOCKED = Text("压缩包有密码。请去掉密码后再导入。", "the archive has a password; remove it first.")

_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\sr\s*=\s*[\"'](\d+)")
_ANY_ROW = re.compile(rb"<(?:\w+:)?row\b")


def refuse_bombs(data: bytes, file: str) -> None:
    """Raise InputError unless this is a whole, modest, unlocked .xlsx."""
    with unpacked(data, file) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            raise InputError(file, _OTHER)
        if archive.testzip() is not None:
            raise InputError(file, _BROKEN)
        for name in archive.namelist():
            _check_area(archive.read(name), file, name.rsplit("/", 1)[-1])


@contextmanager
def unpacked(data: bytes, file: str, broken: Text = _BROKEN) -> Iterator[zipfile.ZipFile]:
    """A zip of modest size for reading; whatever fails in it is an InputError (`broken`, or a password)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive, file)
            yield archive
    except RuntimeError:  # zipfile asks for a password
        raise InputError(file, _LOCKED) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError):
        raise InputError(file, broken) from None


def _check_sizes(archive: zipfile.ZipFile, file: str) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if unpacked > UNPACKED or (unpacked > UNPACKED // 16 and unpacked / packed > RATIO):
        raise InputError(file, _BOMB.fill(size=unpacked >> 20))


def _check_area(xml: bytes, file: str, sheet: str) -> None:
    """A lone cell in the far corner would make the reader ask for hundreds of gigabytes."""
    if not sheet.endswith((".xml", ".rels")) and not _ANY_ROW.search(xml):
        return
    if b"\0" in xml[:200]:  # another encoding than UTF-8, in which nothing could be looked for
        raise InputError(file, _BROKEN, sheet)
    rows = max((int(found) for found in _ROW.findall(xml)), default=0)
    rows = max(rows, len(_ANY_ROW.findall(xml)))
    columns = width_named(xml) if rows else 0
    if rows * columns > CELLS:
        raise InputError(file, _WIDE.fill(rows=rows, columns=columns), sheet)
