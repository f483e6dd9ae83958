"""Whether a file is a Word document, by what is in it."""

import io
import struct
import zipfile
import zlib

from powerlist.errors import InputError
from powerlist.i18n import Text

_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
_TYPES, _LARGEST_TYPES = "[Content_Types].xml", 4 << 20
_MAIN_TYPES = (b"wordprocessingml.", b"ms-word.")
_MAIN_NAME = b"word/document"  # where the directory of the zip is gone, its names are still there
_WORD_CLASS = bytes.fromhex("0609020000000000c000000000000046")  # the root of a Word 97 file says so
_STREAM, _WORKBOOKS = "WordDocument".encode("utf-16-le"), ("Workbook", "Book")
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
_SUFFIXES = (".docx", ".docm", ".doc", ".wps", ".dotx", ".rtf")

_OLD = Text(
    "是旧格式的Word文档（.doc、.wps），读不了。请用Word或WPS打开，另存为.docx后导入。",
    "it is a Word document of the old format (.doc); open it in Word and save it as .docx first.",
)
_LOCKED = Text("文档有打开密码。请去掉密码后再导入。", "the document has a password; remove it first.")
_RTF = Text(
    "是RTF文档，读不了。请用Word或WPS打开，另存为.docx后导入。",
    "it is an RTF document; open it in Word and save it as .docx first.",
)
_PAGE = Text(
    "内容是网页（HTML/XML），只是文件名像Word文档。请用Word或WPS打开，另存为.docx后导入。",
    "its content is a web page (HTML or XML), only its name is a document's; save it as .docx first.",
)
_NOT_WORD = Text(
    "文件名像Word文档，内容却不是。请用Word或WPS打开，另存为.docx后导入。",
    "only its name is a Word document's; open it in Word and save it as .docx first.",
)


def is_word(data: bytes) -> bool:
    """Whether the content, whatever its name, is a .docx (or a piece of one)."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            types = archive.getinfo(_TYPES)
            if types.file_size > _LARGEST_TYPES or "xl/workbook.xml" in archive.namelist():
                return False
            said = archive.read(types)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
        return _MAIN_NAME in data and b"xl/workbook" not in data
    except KeyError:
        return False
    return any(name in said for name in _MAIN_TYPES)


def refuse_other_words(data: bytes, file: str) -> None:
    """Raise InputError for what Word also writes and nothing here reads, or what is only named like it."""
    suffix = f".{file.rpartition('.')[2].lower()}"
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(_OLE):
        if _LOCKED_STREAM in data and suffix in _SUFFIXES:
            raise InputError(file, _LOCKED)
        if _is_word_97(data):
            raise InputError(file, _OLD)
    elif start.startswith(b"{\\rtf"):
        raise InputError(file, _RTF)
    elif suffix in _SUFFIXES and start.startswith(
        (b"<html", b"<!doctype", b"<?xml", b"<meta", b"mime-version")
    ):
        raise InputError(file, _PAGE)
    elif suffix in _SUFFIXES and not data.startswith(_ZIP):
        raise InputError(file, _NOT_WORD)


def _is_word_97(data: bytes) -> bool:
    """Whether the root of a compound file is Word's, or its streams are and no workbook's."""
    if len(data) < 512:
        return False
    sector, first = 1 << min(struct.unpack_from("<H", data, 30)[0], 16), struct.unpack_from("<I", data, 48)[0]
    root = (first + 1) * sector
    if data[root + 80 : root + 96] == _WORD_CLASS:
        return True
    return _STREAM in data and not any(f"{name}\0".encode("utf-16-le") in data for name in _WORKBOOKS)
