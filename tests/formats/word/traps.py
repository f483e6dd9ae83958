"""The traps of Word, each another way to write down the same table."""

import copy
import random
from collections.abc import Callable

from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.formats.word.documents import NAMES, define_list, numbered

Trap = Callable[[Docx, random.Random], None]


def table_of(document: Docx) -> Table:
    found = (one for one in document.element.body.iter(qn("w:tbl")) if len(list(one.iter(qn("w:tr")))) > 1)
    return Table(next(found), document._body)


def many_runs(document: Docx, dice: random.Random) -> None:
    """Every paragraph in runs of a few characters, as an input method leaves them."""
    for run in list(table_of(document)._tbl.iter(qn("w:r"))):
        text = "".join(part.text or "" for part in run.iter(qn("w:t")))
        size = dice.randint(1, 5)
        for at in range(0, len(text), size):
            piece = copy.deepcopy(run)
            for part in piece.findall(qn("w:t")):
                part.text = text[at : at + size]
                part.set(qn("xml:space"), "preserve")
            run.addprevious(piece)
        run.getparent().remove(run)


def line_breaks(document: Docx, dice: random.Random) -> None:
    """Soft line breaks instead of paragraphs."""
    for cell in table_of(document)._tbl.iter(qn("w:tc")):
        first, *others = cell.findall(qn("w:p"))
        for other in others:
            first.append(parse_xml(f"<w:r {nsdecls('w')}><w:br/></w:r>"))
            for run in other.findall(qn("w:r")):
                first.append(run)
            cell.remove(other)


def tracked(document: Docx, dice: random.Random) -> None:
    """Half of the runs inserted by somebody, and others deleted beside them."""
    for run in list(table_of(document)._tbl.iter(qn("w:r"))):
        if dice.random() < 0.5:
            ins = parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="甲"/>')
            run.addprevious(ins)
            gone = f"<w:del {nsdecls('w')} w:id='2'><w:r><w:delText>已删去的字</w:delText></w:r></w:del>"
            run.addprevious(parse_xml(gone))
            ins.append(run)


def deleted_row(document: Docx, dice: random.Random) -> None:
    """A row that is deleted and not yet gone."""
    rows = table_of(document)._tbl.tr_lst
    gone = copy.deepcopy(rows[-1])
    for one in list(gone.iter(qn("w:vMerge"))):
        one.getparent().remove(one)
    gone.insert(0, parse_xml(f'<w:trPr {nsdecls("w")}><w:del w:id="3" w:author="甲"/></w:trPr>'))
    rows[-1].addnext(gone)


def in_content_controls(document: Docx, dice: random.Random) -> None:
    """Cells, rows and the table itself inside content controls."""
    table = table_of(document)._tbl
    for tag in ("w:p", "w:tc", "w:tr"):
        for one in list(table.iter(qn(tag))):
            if dice.random() < 0.3:
                _wrap(one)
    _wrap(table)


def _wrap(element: object) -> None:
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    element.addprevious(control)  # type: ignore[attr-defined]
    control[1].append(element)


def dragged_borders(document: Docx, dice: random.Random) -> None:
    """In some rows a border was dragged by a hair, so that the grid has a sliver of a column."""
    table = table_of(document)._tbl
    grid = table.find(qn("w:tblGrid"))
    columns = grid.findall(qn("w:gridCol"))
    at = dice.randrange(1, len(columns))
    columns[at].set(qn("w:w"), str(int(columns[at].get(qn("w:w"))) - 40))
    columns[at].addprevious(parse_xml(f'<w:gridCol {nsdecls("w")} w:w="40"/>'))
    for row in table.tr_lst:
        left = dice.random() < 0.5
        place = 0
        for cell in row.tc_lst:
            span = cell.grid_span
            touches = place + span == at if left else place == at
            if place < at < place + span or touches:
                cell.get_or_add_tcPr().grid_span = span + 1
            place += span


def without_grid(document: Docx, dice: random.Random) -> None:
    """A table whose grid says nothing, as some programs write it."""
    grid = table_of(document)._tbl.find(qn("w:tblGrid"))
    for column in list(grid):
        grid.remove(column)


def numbers_left_to_word(document: Docx, dice: random.Random) -> None:
    """序号 by automatic numbering: the cells are empty, Word shows 1, 2, 3 …"""
    define_list(document, 90, [("decimal", "%1")], [90])
    table = table_of(document)
    first = next(at for at, row in enumerate(table.rows) if row.cells[0].text == "1")
    expected = 1
    for row in table._tbl.tr_lst[first:]:
        cell = row.tc_lst[0]
        texts = list(cell.iter(qn("w:t")))
        if "".join(text.text or "" for text in texts) == str(expected):
            for text in texts:
                text.text = ""
            numbered(Paragraph(cell.p_lst[0], None), 90)  # type: ignore[arg-type]
            expected += 1


def fields_and_links(document: Docx, dice: random.Random) -> None:
    """Texts in links and fields; what a field is made from is not shown."""
    for run in list(table_of(document)._tbl.iter(qn("w:r"))):
        if dice.random() < 0.3:
            link = parse_xml(f'<w:hyperlink {NAMES} w:anchor="a"/>')
            code = parse_xml(f"<w:r {NAMES}><w:instrText>HYPERLINK \\l a</w:instrText></w:r>")
            run.addprevious(code)
            run.addprevious(link)
            link.append(run)


def cut_in_two(document: Docx, dice: random.Random) -> None:
    """A second table goes on below a page break, with or without the header again."""
    table = table_of(document)._tbl
    rows = table.tr_lst
    head = next((at for at in range(1, len(rows)) if not _is_tied(rows[at])), len(rows))
    whole = [at for at in range(head + 1, len(rows)) if not _is_tied(rows[at])]
    if not whole:
        return
    at = dice.choice(whole)
    other = copy.deepcopy(table)
    for row in rows[at:]:
        table.remove(row)
    for row in other.tr_lst[:at]:
        other.remove(row)
    if dice.random() < 0.5:
        first = other.tr_lst[0]
        for row in rows[:head]:
            first.addprevious(copy.deepcopy(row))
    table.addnext(parse_xml(f'<w:p {nsdecls("w")}><w:r><w:br w:type="page"/></w:r></w:p>'))
    table.getnext().addnext(other)


def _is_tied(row: object) -> bool:
    """Whether a cell of the row goes on with one above."""
    return any(cell.vMerge == "continue" for cell in row.tc_lst)  # type: ignore[attr-defined]


def framed(document: Docx, dice: random.Random) -> None:
    """The table lies in a frame: a table of one cell."""
    table = table_of(document)._tbl
    frame = parse_xml(
        f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid><w:gridCol w:w='9000'/></w:tblGrid>"
        "<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    )
    table.addprevious(frame)
    frame.find(f".//{qn('w:p')}").addprevious(table)


TRAPS: tuple[Trap, ...] = (
    line_breaks,
    numbers_left_to_word,
    many_runs,
    tracked,
    fields_and_links,
    cut_in_two,
    deleted_row,
    dragged_borders,
    without_grid,
    in_content_controls,
    framed,
)
