"""What was read, as plain data for machines (`powerlist import --json`)."""

from collections import Counter
from typing import Any

from powerlist.formats.reading import FileReport, Reading, SheetReport
from powerlist.i18n import Lang
from powerlist.model.codes import PowerType
from powerlist.model.source import Problem


def report_json(reading: Reading, lang: Lang = "zh") -> dict[str, Any]:
    """Files, their sheets and problems, and totals; types always under their Chinese standard names."""
    types = Counter[PowerType]()
    for power in reading.register.powers:
        if power.type:
            types[power.type] += 1
    return {
        "files": [_file(file, reading, lang) for file in reading.files],
        "totals": {"items": len(reading.register.powers), "types": _types(types)},
    }


def _file(file: FileReport, reading: Reading, lang: Lang) -> dict[str, Any]:
    told = {id(found) for sheet in file.sheets for found in sheet.problems}
    own = [p for p in reading.problems if p.source.file == file.file and id(p) not in told]
    return {
        "file": file.file,
        "duplicate_of": file.duplicate_of,
        "sheets": [_sheet(sheet, lang) for sheet in file.sheets],
        "problems": [_problem(found, lang) for found in own],
    }


def _sheet(sheet: SheetReport, lang: Lang) -> dict[str, Any]:
    return {
        "sheet": sheet.sheet,
        "header_row": sheet.header_row,
        "items": sheet.items,
        "sub_items": sheet.sub_items,
        "types": _types(sheet.types),
        "problems": [_problem(found, lang) for found in sheet.problems],
        "unknown_columns": [
            {"heading": column.heading, "cell": column.cell, "samples": list(column.samples)}
            for column in sheet.columns
        ],
        **_side(sheet, lang),
    }


def _side(sheet: SheetReport, lang: Lang) -> dict[str, Any]:
    """What a side table is, its rows, and every cell that found no place, with its text."""
    if sheet.side is None:
        return {}
    left = [{"cell": one.source.cell, "heading": one.heading, "text": one.text} for one in sheet.left]
    return {"side_table": sheet.side.of(lang), "rows": sheet.rows, "left": left}


def _types(types: Any) -> dict[str, int]:
    return {type.text.zh: types[type] for type in PowerType if types.get(type)}


def _problem(found: Problem, lang: Lang) -> dict[str, str]:
    return {
        "cell": found.source.cell,
        "code": found.code,
        "severity": found.severity.value,
        "message": found.text.of(lang),
    }
