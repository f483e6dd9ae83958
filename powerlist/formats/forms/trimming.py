"""A form's endless tail of empty rows is cut, merged ranges with it, before anybody makes cells of it."""

import io
import re
import zipfile

_KEPT = 300  # empty rows below the last text that keep their look
_TEXT = (b"<v>", b"<v ", b"<is>", b"<f>", b"<f ", b"<f/>")
_ROW_END = re.compile(rb"</(?:\w+:)?row>|<(?:\w+:)?row\b[^>]*/>")
_ROW_NUMBER = re.compile(rb"<(?:\w+:)?row\b[^>]*?\sr\s*=\s*[\"'](\d+)")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?ref\s*=\s*[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)[\"'][^>]*?/>")
_DATA_END = re.compile(rb"</(?:\w+:)?sheetData>")
_LARGEST = 20_000  # cells in one merged range


def trimmed_workbook(data: bytes) -> bytes:
    """The workbook with at most a few hundred empty rows at the end of each sheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        sheets = {name: old.read(name) for name in old.namelist() if name.startswith("xl/worksheets/")}
        cut = {name: trimmed_sheet(xml) for name, xml in sheets.items() if name.endswith(".xml")}
        if all(sheets[name] == xml for name, xml in cut.items()):
            return data
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                new.writestr(entry.filename, cut.get(entry.filename) or old.read(entry.filename))
    return buffer.getvalue()


def trimmed_sheet(xml: bytes) -> bytes:
    """The sheet without the rows that are too far below its last text."""
    end = _DATA_END.search(xml)
    if end is None:
        return xml
    last = max((xml.rfind(mark, 0, end.start()) for mark in _TEXT), default=-1)
    after = _ROW_END.search(xml, max(last, 0))
    kept = 0
    while after and after.end() <= end.start() and kept < _KEPT:
        following = _ROW_END.search(xml, after.end(), end.start())
        if following is None:
            return _merges(xml, _height(xml[: end.start()]))
        after, kept = following, kept + 1
    cut = after.end() if after and after.end() <= end.start() else end.start()
    short = xml[:cut] + xml[end.start() :]
    return _merges(short, _height(xml[:cut]))


def _height(rows: bytes) -> int:
    """The number of the last row; generous where rows carry no numbers."""
    numbers = _ROW_NUMBER.findall(rows[-200_000:])
    return int(numbers[-1]) if numbers else 1 << 20


def _merges(xml: bytes, height: int) -> bytes:
    """Merged ranges end with the rows; one over thousands of cells is none."""

    def shorter(match: re.Match[bytes]) -> bytes:
        left, top, right, bottom = match[1], int(match[2]), match[3], int(match[4])
        low = min(bottom, max(height, top))
        if low == bottom and (low - top + 1) * _columns(left, right) <= _LARGEST:
            return match[0]
        if (low - top + 1) * _columns(left, right) > _LARGEST or (low == top and left == right):
            return b""
        return b'<mergeCell ref="%s%d:%s%d"/>' % (left, top, right, low)

    return _MERGE.sub(shorter, xml)


def _columns(left: bytes, right: bytes) -> int:
    return _number(right) - _number(left) + 1


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number
