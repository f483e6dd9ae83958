"""What was read, as lines of text for people."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from powerlist.formats.reading import FileReport, Leftover, Reading, SheetReport
from powerlist.i18n import Lang, Text
from powerlist.model.severity import Severity
from powerlist.model.source import Problem

_DUPLICATE = Text(
    "{it.file}：与 {it.duplicate_of} 内容相同，未重复读取。", "{it.file}: same content as {it.duplicate_of}."
)
_SHEET = Text(
    "{file} [{it.sheet}]：表头在第{it.header_row}行，{it.items}项，另有自带依据的子项{it.sub_items}项。",
    "{file} [{it.sheet}]: header on row {it.header_row}, items: {it.items}, "
    "sub-items with a basis of their own: {it.sub_items}.",
)
_SIDE = Text(
    "{file} [{it.sheet}]：{it.side}，表头在第{it.header_row}行，{it.rows}行。",
    "{file} [{it.sheet}]: {it.side}, header on row {it.header_row}, rows: {it.rows}.",
)
_SIDE_PAGE = Text(
    "{file} [{it.sheet}]：{it.side}（续），{it.rows}行。",
    "{file} [{it.sheet}]: {it.side}, continued, rows: {it.rows}.",
)
_LEFT = Text(
    "  {cell} “{it.heading}”没有落处，原文：{it.text}", "  {cell} “{it.heading}” found no place: {it.text}"
)
_LEFT_LINE = Text("  {cell} 表下文字：{it.text}", "  {cell} a line below the table: {it.text}")
_LEFT_ROW = Text("  {first}–{last} 没有落处，原文：{parts}", "  {first}–{last} found no place: {parts}")
_CELL = re.compile(r"[A-Z]+([0-9]+)")
_EMPTY = Text("{file} [{it.sheet}]：没有事项。", "{file} [{it.sheet}]: no items.")
_COLUMN = Text(
    "  不认识的列 {it.cell}“{it.heading}”，已保留。", "  unknown column {it.cell} “{it.heading}”, kept."
)
_PROBLEM = Text("{place} [{gravity}] {text}", "{place} [{gravity}] {text}")
_GRAVITY = {
    Severity.ERROR: Text("必须改", "error"),
    Severity.WARNING: Text("应核实", "warning"),
    Severity.INFO: Text("提示", "info"),
}
_TOTAL = Text("合计 {count} 项：{parts}。", "Items in all: {count} ({parts}).")
_SIDE_ONLY = Text("只有附表，没有职权清单。", "Side tables only, no list of powers.")
_NONE = Text("没有读到事项。", "No items were read.")


def report_text(reading: Reading, lang: Lang) -> Iterator[str]:
    """Each sheet with what was found on it, each problem with its cell, then the totals."""
    for file in reading.files:
        yield from _file(file, lang)
    told = {id(problem) for file in reading.files for sheet in file.sheets for problem in sheet.problems}
    for problem in reading.problems:
        if id(problem) not in told:
            yield problem_line(problem, str(problem.source), lang)
    yield _total(reading, lang)


def problem_line(problem: Problem, place: str, lang: Lang) -> str:
    """What reading stumbled over: where, how grave, and in a sentence; its code is for programs."""
    return _PROBLEM.fill(place=place, gravity=_GRAVITY[problem.severity], text=problem.text).of(lang)


def _file(file: FileReport, lang: Lang) -> Iterator[str]:
    if file.duplicate_of:
        yield _DUPLICATE.fill(it=file).of(lang)
    for sheet in file.sheets:
        yield _sheet(file, sheet, lang)
        for column in sheet.columns:
            yield _COLUMN.fill(it=column).of(lang)
        for problem in sheet.problems:
            yield f"  {problem_line(problem, problem.source.cell, lang)}"
        for row in _rows(sheet.left):
            yield _left(row).of(lang)


def _rows(left: Iterable[Leftover]) -> list[list[Leftover]]:
    """What found no place, row by row."""
    rows: dict[str, list[Leftover]] = {}
    for one in left:
        cell = _CELL.fullmatch(one.source.cell) if one.heading else None
        rows.setdefault(cell[1] if cell else one.source.cell, []).append(one)
    return list(rows.values())


def _left(row: Sequence[Leftover]) -> Text:
    """One line for the cells of one row."""
    first, last = row[0], row[-1]
    if len(row) == 1:
        return (_LEFT if first.heading else _LEFT_LINE).fill(cell=first.source.cell, it=first)
    zh, en = ([form.format(one.heading, one.text) for one in row] for form in ("“{}”{}", "“{}” {}"))
    parts = Text("；".join(zh), "; ".join(en))
    return _LEFT_ROW.fill(first=first.source.cell, last=last.source.cell, parts=parts)


def _sheet(file: FileReport, sheet: SheetReport, lang: Lang) -> str:
    if sheet.side is not None:
        return (_SIDE if sheet.header_row else _SIDE_PAGE).fill(file=file.file, it=sheet).of(lang)
    return (_SHEET if sheet.items or sheet.sub_items else _EMPTY).fill(file=file.file, it=sheet).of(lang)


def _total(reading: Reading, lang: Lang) -> str:
    types = Counter(power.type.text.of(lang) for power in reading.register.powers if power.type)
    if not reading.register.powers:
        return (_SIDE_ONLY if reading.side else _NONE).of(lang)
    parts = ("，" if lang == "zh" else ", ").join(f"{name} {count}" for name, count in types.items())
    return _TOTAL.fill(count=len(reading.register.powers), parts=parts or "—").of(lang)
