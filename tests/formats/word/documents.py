"""Word documents as bureaus have them: made with python-docx from the sheets that other tests make."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from powerlist.formats import Reading, read
from tests.formats.workbooks import Sheet


def saved(document: Docx) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_docx(*sheets: Sheet, change: Callable[[Docx], None] | None = None) -> bytes:
    """Each sheet as one table, a line with its name above it."""
    document = Document()
    for sheet in sheets:
        document.add_paragraph(sheet.name)
        add_table(document, sheet)
    if change:
        change(document)
    return saved(document)


def add_table(document: Docx, sheet: Sheet) -> Table:
    """A table with the texts and merges of a sheet; a line break in a cell becomes a paragraph."""
    width = max((len(row) for row in sheet.rows), default=1)
    table = document.add_table(len(sheet.rows), width)
    cells = table._cells  # all at once: asking for one cell after the other is quadratic
    for row, texts in enumerate(sheet.rows):
        for column, text in enumerate(texts):
            if text:
                write(cells[row * width + column], text)
    for top, left, bottom, right in sheet.merges:
        bottom, right = min(bottom, len(sheet.rows) - 1), min(right, width - 1)
        cells[top * width + left].merge(cells[bottom * width + right])
    return table


def write(cell: _Cell, text: str) -> None:
    """The text of a cell, a paragraph a line."""
    for place, line in enumerate(text.split("\n")):
        (cell.paragraphs[0] if not place else cell.add_paragraph()).add_run(line)


def table_of(document: Docx, rows: Sequence[Sequence[str]]) -> Table:
    """A table of plain rows."""
    return add_table(document, Sheet("", [list(row) for row in rows]))


NAMES = (
    nsdecls("w")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def put(paragraph: Paragraph, raw: str) -> None:
    """Put raw WordprocessingML at the end of a paragraph."""
    for one in list(parse_xml(f"<w:p {NAMES}>{raw}</w:p>")):
        paragraph._p.append(one)


def numbered(paragraph: Paragraph, num: int, level: int = 0) -> Paragraph:
    """Put a paragraph into a list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = num
    return paragraph


def define_list(
    document: Docx,
    abstract: int,
    levels: Sequence[tuple[str, str]],
    lists: Sequence[int],
    starts: dict[int, tuple[int, int]] | None = None,
    extra: str = "",
) -> None:
    """A pattern of (kind, text) a level, and its lists; `starts`: a list's own (level, start)."""
    root = document.part.numbering_part.element
    shown = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(levels)
    )
    pattern = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">{shown}</w:abstractNum>'
    first = root.find(qn("w:num"))
    made = parse_xml(pattern)
    root.append(made) if first is None else first.addprevious(made)
    for one in lists:
        own = ""
        if starts and one in starts:
            at, start = starts[one]
            own = f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{one}"><w:abstractNumId w:val="{abstract}"/>{own}</w:num>'
            )
        )


def reading_of(data: bytes, folder: Path, name: str = "权责清单.docx", **options: object) -> Reading:
    """What is read from these bytes as a file."""
    path = folder / name
    path.write_bytes(data)
    return read(path, authority="示例县某局", **options)  # type: ignore[arg-type]
