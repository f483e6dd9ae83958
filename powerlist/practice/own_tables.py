"""Tables that a place keeps as a CSV of its own: the header is checked, every cell has its address."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from io import StringIO
from pathlib import Path

from powerlist.errors import InputError, InputErrors
from powerlist.i18n import Text

_MISSING = Text("缺少“{column}”一栏。可用的栏：{known}。", "Column {column} is missing. Columns: {known}.")
_UNKNOWN = Text("没有“{column}”这一栏{guess}。", "There is no column {column}{guess}.")
_GUESS = Text("，是否为“{word}”？可用的栏：{known}", "; did you mean {word}? Columns: {known}")
_COLUMNS = Text("。可用的栏：{known}", ". Columns: {known}")
BAD_DAY = Text("“{value}”不是日期，请写作2027-01-01。", "“{value}” is not a date such as 2027-01-01.")
_AGAIN = Text("“{column}”一栏出现两次，请只留一栏。", "The column {column} is there twice; keep one.")
_EXTRA = Text(
    "“{value}”在表头以外，没有栏名。请检查是否多了逗号，或补上栏名。",
    "“{value}” stands beyond the header. Is there a comma too many, or a heading missing?",
)
_OPEN_QUOTE = Text(
    "从这一行起读不下去：引号没有成对。请补上或去掉引号。",
    "From this line on it cannot be read: a quotation mark has no partner. Add it or take it out.",
)
_UNREADABLE = Text("不是文本文件，请另存为CSV（UTF-8）。", "This is no text; save it as CSV (UTF-8).")


@dataclass(frozen=True)
class TableRow:
    """One line: the trimmed cells by column, and where they stand."""

    file: str
    line: int
    cells: Mapping[str, str]
    letters: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell of a column; empty where the file has no such column."""
        return self.cells.get(column, "")

    def error(self, column: str, text: Text) -> InputError:
        """What is wrong with a cell, with its address."""
        return InputError(self.file, text, f"{self.letters.get(column, 'A')}{self.line}")


def read_table(path: Path, columns: Sequence[str], required: Sequence[str]) -> list[TableRow]:
    """The lines that are not empty. UTF-8, or what Chinese spreadsheets save (GB 18030).

    Raises InputErrors for a file that is no text, for every wrong column and every cell without one.
    """
    lines = _records(path)
    header = [name.strip() for name in lines[0]] if lines else []
    if errors := _header_errors(path.name, header, columns, required):
        raise InputErrors(errors)
    if errors := [
        InputError(path.name, _EXTRA.fill(value=value.strip()), f"{_letter(place)}{line}")
        for line, values in enumerate(lines[1:], 2)
        for place, value in enumerate(values)
        if value.strip() and not (place < len(header) and header[place])
    ]:
        raise InputErrors(errors)
    letters = {name: _letter(place) for place, name in enumerate(header) if name}
    rows = (
        TableRow(path.name, line, _cells(header, values), letters) for line, values in enumerate(lines[1:], 2)
    )
    return [row for row in rows if any(row.cells.values())]


def _records(path: Path) -> list[list[str]]:
    """The cells line by line. Raises InputErrors where a quotation mark is left open."""
    found: list[list[str]] = []
    reader = csv.reader(StringIO(_text(path), newline=""), strict=True)
    try:
        for record in reader:
            found.append(record)
    except csv.Error:
        raise InputErrors([InputError(path.name, _OPEN_QUOTE, str(len(found) + 1))]) from None
    return found


def _letter(place: int) -> str:
    """The letters of a column: A to Z, AA and so on."""
    high, low = divmod(place, 26)
    return (_letter(high - 1) if high else "") + chr(ord("A") + low)


def parsed_day(text: str) -> date | None:
    """2027-01-01 or 2027/1/1; None for anything else."""
    try:
        return date(*map(int, text.replace("/", "-").split("-")))
    except (TypeError, ValueError):
        return None


def _cells(header: list[str], values: list[str]) -> dict[str, str]:
    return {name: value.strip() for name, value in zip(header, values, strict=False) if name}


def _text(path: Path) -> str:
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputErrors([InputError(path.name, _UNREADABLE)])


def _header_errors(
    file: str, header: list[str], columns: Sequence[str], required: Sequence[str]
) -> list[InputError]:
    known = "、".join(columns)
    missing = [_MISSING.fill(column=name, known=known) for name in required if name not in header]
    errors = [InputError(file, text, "1") for text in missing]
    for place, name in enumerate(header):
        if name and name not in columns:
            text = _UNKNOWN.fill(column=name, guess=_guess(name, columns))
            errors.append(InputError(file, text, f"{_letter(place)}1"))
        elif name and name in header[:place]:
            errors.append(InputError(file, _AGAIN.fill(column=name), f"{_letter(place)}1"))
    return errors


def _guess(name: str, columns: Sequence[str]) -> Text:
    near = get_close_matches(name, columns, 1)
    known = "、".join(columns)
    return _GUESS.fill(word=near[0], known=known) if near else _COLUMNS.fill(known=known)
