"""Lines of a form that count its matters (共2项, 合计 12项) count those that stand there now."""

import re

from powerlist.formats.forms.choosing import Chosen
from powerlist.formats.forms.reading import FormSheet
from powerlist.formats.grid import Grid

_COUNT = re.compile(r"(?<![0-9第])([0-9]{1,5})(?=\s*项)|(?<=共)([0-9]{1,5})(?=\s*[条个])")


def recounted(sheet: FormSheet, chosen: Chosen) -> dict[int, dict[int, str]]:
    """The cells, by row and column, whose count was right for last year's matters and is not now."""
    found: dict[int, dict[int, str]] = {}
    for block in sheet.blocks:
        if block.opened_by == "section":
            was, now = len(block.items), len(chosen.entries[id(block)])
            found |= _cells(sheet.grid, block.start - 1, was, now)
    was = sum(len(block.items) for block in sheet.blocks)
    now = sum(len(chosen.entries[id(block)]) for block in sheet.blocks)
    held = {row for block in sheet.blocks for row in (*block.rows, block.start - 1)}
    heads = {row for head in sheet.raw.headers for row in range(head.first, head.last + 1)}
    for row in range(len(sheet.grid.rows)):
        if row not in held and row not in heads:
            found |= _cells(sheet.grid, row, was, now)
    return found


def _cells(grid: Grid, row: int, was: int, now: int) -> dict[int, dict[int, str]]:
    """The cells of a row in which the old count stands."""
    if was == now or not was:
        return {}
    texts = {}
    for column in grid.filled(row):
        text = grid.own(row, column)
        fresh = _COUNT.sub(lambda match: str(now) if int(match[0]) == was else match[0], text)
        if fresh != text:
            texts[column] = fresh
    return {row: texts} if texts else {}
