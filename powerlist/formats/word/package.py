"""The parts of a .docx: opened with care, as trees of XML."""

import io
import posixpath
import zipfile
from dataclasses import dataclass

from lxml import etree

from powerlist.errors import InputError
from powerlist.formats.archive import unpacked
from powerlist.i18n import Text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Xml = etree._Element

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"  # the same words under their ISO name
_ROOT, _MAIN = "_rels/.rels", "word/document.xml"
_LARGEST = 10_000_000  # tags of a document: twenty thousand rows of fourteen columns

_BROKEN = Text(
    "文档已损坏，读不出来。请用Word或WPS打开后另存一份。",
    "the document is broken; open it in Word and save it again.",
)
_LARGE = Text(
    "文档过大，没有读取。请拆成几份后导入。", "the document is too large and was not read; split it."
)


@dataclass(frozen=True)
class Package:
    """The body of a document; its numbering and its styles where it has any."""

    body: Xml
    numbering: Xml | None
    styles: Xml | None


def open_package(data: bytes, file: str) -> Package:
    """The parts that a reader needs; raises InputError for what is broken, locked, hostile or too large."""
    with unpacked(data, file, _BROKEN) as archive:
        main = _main_part(archive, file)
        folder = posixpath.dirname(main)
        names = set(archive.namelist())
        document = _parsed(archive.read(main), file) if main in names else None
        body = document.find(f"{W}body") if document is not None else None
        if body is None:
            raise InputError(file, _BROKEN)
        others = (f"{folder}/{name}.xml" for name in ("numbering", "styles"))
        return Package(
            body, *(_parsed(archive.read(name), file) if name in names else None for name in others)
        )


def _main_part(archive: zipfile.ZipFile, file: str) -> str:
    """Where the document itself is; nearly always word/document.xml."""
    if _ROOT not in archive.namelist():
        return _MAIN
    for relation in _parsed(archive.read(_ROOT), file):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", _MAIN).lstrip("/")
    return _MAIN


def _parsed(xml: bytes, file: str) -> Xml:
    """A tree; nothing outside is fetched, no entity is resolved, a document type is refused."""
    if xml.count(b"<") > _LARGEST:
        raise InputError(file, _LARGE)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.parse(io.BytesIO(xml.replace(_STRICT, W[1:-1].encode())), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise InputError(file, _BROKEN) from None
    if tree.docinfo.internalDTD is not None:
        raise InputError(file, _BROKEN)
    return tree.getroot()
