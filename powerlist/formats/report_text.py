"""What was read, as lines of text for people."""

from collections import Counter
from collections.abc import Iterator

from powerlist.formats.reading import FileReport, Reading, SheetReport
from powerlist.i18n import Lang, Text

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
_EMPTY = Text("{file} [{it.sheet}]：没有事项。", "{file} [{it.sheet}]: no items.")
_COLUMN = Text(
    "  不认识的列 {it.cell}“{it.heading}”，已保留。", "  unknown column {it.cell} “{it.heading}”, kept."
)
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
            yield f"{problem.source} {problem.code} {problem.text.of(lang)}"
    yield _total(reading, lang)


def _file(file: FileReport, lang: Lang) -> Iterator[str]:
    if file.duplicate_of:
        yield _DUPLICATE.fill(it=file).of(lang)
    for sheet in file.sheets:
        yield _sheet(file, sheet, lang)
        for column in sheet.columns:
            yield _COLUMN.fill(it=column).of(lang)
        for problem in sheet.problems:
            yield f"  {problem.source.cell} {problem.code} {problem.text.of(lang)}"
        for left in sheet.left:
            said = _LEFT if left.heading else _LEFT_LINE
            yield said.fill(cell=left.source.cell, it=left).of(lang)


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
