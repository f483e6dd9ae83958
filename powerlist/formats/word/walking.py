"""Through a document from top to bottom: its tables, and the lines above each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from powerlist.formats.word.package import Xml
from powerlist.formats.word.places import Spot
from powerlist.formats.word.styles import Styles
from powerlist.formats.word.tables import Table, TableReader
from powerlist.formats.word.texts import Scribe
from powerlist.formats.word.xml import TBL, TC, TR, P, inside

_NEAREST, _LONGEST = 5, 60  # lines above a table that may be its title
_SENTENCE = ("。", "；", ";", "，")
_CONTINUED = re.compile(r"[（(]?(?:续|接)上?(?:表|页)[0-9一二三四五六七八九十]*[）)]?[:：]?")


@dataclass
class Walk:
    """Where the reader is: the headings in force, and the lines since the last table."""

    styles: Styles
    scribe: Scribe
    tables: list[Table] = field(default_factory=list)
    _headings: list[tuple[int, str]] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _seen: int = 0

    def through(self, container: Xml) -> None:
        """Read everything in a body, a frame or a text box."""
        for block in inside(container, P, TBL):
            self.scribe.told.spot = Spot(self._seen + 1)
            if block.tag == P:
                self._paragraph(block)
            elif _is_frame(block):
                for cell in _cells(block):
                    self.through(cell)
            else:
                self._table(block)

    def _paragraph(self, paragraph: Xml) -> None:
        line, boxes = self.scribe.paragraph(paragraph)
        text = "".join(line.text.split("\n"))
        rank = self.styles.rank_of(paragraph)
        if rank is not None and text:
            self._headings = [one for one in self._headings if one[0] < rank]
            self._headings.append((rank, text))
        if text and not line.bare and not _CONTINUED.fullmatch(text):
            self._lines.append(text)
        for box in boxes:
            self.through(box)

    def _table(self, table: Xml) -> None:
        self._seen += 1
        adjacent = bool(self.tables) and not self._lines
        reader = TableReader(table, self._seen, self.scribe)
        self.tables.append(reader.read(list(self._above()), adjacent))
        self._lines = []

    def _above(self) -> Iterator[str]:
        """The headings in force, then the nearest lines; whole sentences are no titles."""
        lines = [line for line in self._lines if len(line) <= _LONGEST and not line.endswith(_SENTENCE)]
        headings = [text for _, text in self._headings]
        return iter(dict.fromkeys((*(one for one in headings if one not in lines), *lines[-_NEAREST:])))


def _is_frame(table: Xml) -> bool:
    """A table of one column that only frames other tables."""
    rows = list(inside(table, TR))
    return all(len(list(inside(row, TC))) <= 1 for row in rows) and any(
        next(inside(cell, TBL), None) is not None for cell in _cells(table)
    )


def _cells(table: Xml) -> Iterator[Xml]:
    for row in inside(table, TR):
        yield from inside(row, TC)
