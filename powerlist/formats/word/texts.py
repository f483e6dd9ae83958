"""The text of paragraphs as a reader sees it once all tracked changes are accepted."""

from dataclasses import dataclass, field

from powerlist.formats.word.numbering import Numbering
from powerlist.formats.word.package import W, Xml
from powerlist.formats.word.told import Odd, Told
from powerlist.formats.word.xml import TBL, TC, TR, P, boxes_in, child, inside, is_on, local

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_THROUGH = frozenset(
    (
        "r",
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "fldSimple",
        "customXml",
        "dir",
        "bdo",
        "ruby",
        "rubyBase",
    )
)
_SHAPES = frozenset(("drawing", "pict", "object"))
_MATHS = frozenset(("oMath", "oMathPara"))
_TOLD = {
    "footnoteReference": Odd.NOTE,
    "endnoteReference": Odd.NOTE,
    "commentReference": Odd.COMMENT,
    **dict.fromkeys(("del", "moveFrom", "ins", "moveTo"), Odd.REVISION),
}
_PRIVATE = range(0xE000, 0xF900)  # where symbol fonts keep their pictures
_BETWEEN_CELLS = "；"


@dataclass
class _Run:
    """The pieces of one paragraph, and the text boxes that hang on it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Xml] = field(default_factory=list)


@dataclass(frozen=True)
class Line:
    """A paragraph: its text with its number before it; `bare` where there is a number and nothing else."""

    text: str
    bare: bool = False


@dataclass
class Scribe:
    """Reads paragraphs in the order of the document, since their numbers are counted on."""

    numbering: Numbering
    told: Told
    _open: str = ""  # the text of a paragraph whose mark is deleted: it runs into the next one

    def cell(self, cell: Xml) -> str:
        """The text of a cell, a line a paragraph; a number alone counts only where nothing else stands."""
        lines = [line for line in self.lines(cell) if line.text]
        texts = [line.text for line in lines if not line.bare]
        return "\n".join(texts or [line.text for line in lines[:1]])

    def lines(self, container: Xml) -> list[Line]:
        """The paragraphs of a cell or text box, those of text boxes and tables in it included."""
        found: list[Line] = []
        for block in inside(container, P, TBL):
            if block.tag == TBL:
                self.told.tell(Odd.NESTED)
                found += self._nested(block)
            else:
                line, boxes = self.paragraph(block)
                found += [line, *(inner for box in boxes for inner in self.lines(box))]
        if self._open:
            found.append(Line(self._open))
            self._open = ""
        return found

    def paragraph(self, paragraph: Xml) -> tuple[Line, list[Xml]]:
        """A paragraph, and the text boxes that hang on it."""
        run = _Run()
        self._walk(paragraph, run)
        for _ in run.boxes:
            self.told.tell(Odd.BOX)
        text = self._open + "".join(run.pieces).strip(" \t\u3000\xa0")
        if child(paragraph, "pPr", "rPr", "del") is not None:
            self.told.tell(Odd.REVISION)
            self._open = text
            return Line(""), run.boxes
        self._open = ""
        mark = self.numbering.mark(paragraph)
        return _numbered(mark, text), run.boxes

    def _nested(self, table: Xml) -> list[Line]:
        rows = (
            [text for cell in inside(row, TC) if (text := self.cell(cell).replace("\n", ""))]
            for row in inside(table, TR)
            if child(row, "trPr", "del") is None
        )
        return [Line(_BETWEEN_CELLS.join(row)) for row in rows if row]

    def _walk(self, element: Xml, run: _Run) -> None:
        for one in element:
            name = local(one)
            if name in _TOLD:
                self.told.tell(_TOLD[name])
            if name == "t":
                run.pieces.append(one.text or "")
            elif name in _THROUGH or name in ("ins", "moveTo"):
                self._through(name, one, run)
            elif name in _SIGNS:
                run.pieces.append(_SIGNS[name])
            elif name in _SHAPES:
                run.boxes += boxes_in(one)
            else:
                self._rare(name, one, run)

    def _through(self, name: str, one: Xml, run: _Run) -> None:
        """A run, or what wraps runs; hidden text is not shown and not read."""
        if name == "r" and is_on(one, "rPr", "vanish"):
            if child(one, "t") is not None:
                self.told.tell(Odd.HIDDEN)
            return
        self._walk(one, run)

    def _rare(self, name: str, one: Xml, run: _Run) -> None:
        if name == "br":
            run.pieces.append("" if one.get(f"{W}type") in ("page", "column") else "\n")
        elif name == "sym":
            run.pieces.append(_symbol(one.get(f"{W}char", "")))
        elif name in _MATHS:
            run.pieces += map(str, one.itertext())
        elif name == "AlternateContent":  # the same thing for newer and for older programs
            shown = next((way for way in one if local(way) == "Choice"), None)
            shown = next(iter(one), None) if shown is None else shown
            if shown is not None:
                self._walk(shown, run)


def _symbol(code: str) -> str:
    """The sign of a symbol by its hexadecimal code; one of a symbol font's own says nothing."""
    try:
        number = int(code, 16)
        return "" if number in _PRIVATE else chr(number)
    except (ValueError, OverflowError):
        return ""


def _numbered(mark: str, text: str) -> Line:
    """The number before the text, apart where they would run together (1.1 2项)."""
    if not mark.strip():
        return Line(text)
    if not text:
        return Line(mark.strip().rstrip(".．、"), bare=True)
    apart = mark[-1].isalnum() or text[0].isdigit()
    return Line(f"{mark} {text}" if apart else mark + text)
