"""Where something was read: file, sheet and cell, and the raw text there."""

from dataclasses import dataclass

from powerlist.i18n import Text
from powerlist.model.severity import Severity


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a file: `Source("权责清单.xls", "附表1", "D14")`, or a line `L14` of a text file.

    In a Word document the cell says it all in words: `Source("权责清单.docx", "表2", "表2第14行第3列")`.
    """

    file: str
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        if not self.cell.isascii():
            return f"{self.file} {self.cell}"
        inside = "!".join(part for part in (self.sheet, self.cell) if part)
        return f"{self.file}:{inside}" if inside else self.file


@dataclass(frozen=True, slots=True)
class Origin:
    """What a field was read from; `raw` is the cell's own text."""

    source: Source
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a user can mend in a file: a code, a sentence, a place.

    An ERROR means that the file cannot be used; a WARNING that something was kept as text.
    """

    code: str
    text: Text
    source: Source
    severity: Severity = Severity.WARNING
