"""责任岗位、责任科室: whose the duties of a row are."""

from collections.abc import Iterator

from powerlist.formats.cells.marks import entries_of
from powerlist.formats.cells.text import flat, mended
from powerlist.formats.cells.values import names_of
from powerlist.formats.items import Row
from powerlist.formats.raw import Cell
from powerlist.formats.tables import Tables
from powerlist.model.codes import Raci
from powerlist.model.duty import Assignment

Numbered = list[tuple[str, str]]


def assign(
    tables: Tables, duties: Numbered, row: Row, beside: Row, units: tuple[str, ...], kept: list[Cell]
) -> None:
    """Give the duties to posts or, where a column says only units, to units; (id, number) each."""
    home = units[0] if len(units) == 1 else None
    unit_cell = row.first("duty_units") or beside.first("duty_units")
    post_cell = row.first("duty_posts") or beside.first("duty_posts")
    unit_pairs = list(_pairs(tables, duties, unit_cell, kept)) if unit_cell else []
    homes = {duty: tables.unit(name, cell) for duty, name, cell in unit_pairs}
    post_pairs = list(_pairs(tables, duties, post_cell, kept)) if post_cell else []
    posted = set()
    for duty, name, cell in post_pairs:
        post = tables.post(name, homes.get(duty, home), cell)
        _add(tables, duty, cell, post=post)
        posted.add(duty)
    for duty, name, cell in unit_pairs:
        if duty not in posted:
            _add(tables, duty, cell, unit=tables.unit(name, cell))


def _add(tables: Tables, duty: str, cell: Cell, post: str | None = None, unit: str | None = None) -> None:
    id = tables.new_id(duty, "assignment", post or unit or "")
    field = "post" if post else "unit"
    tables.add(Assignment(id=id, duty=duty, raci=Raci.RESPONSIBLE, post=post, unit=unit), **{field: cell})


def _pairs(tables: Tables, duties: Numbered, cell: Cell, kept: list[Cell]) -> Iterator[tuple[str, str, Cell]]:
    """(duty, name, cell): by number, one for all, or one each in order; anything else is left as text."""
    entries = [entry for entry in entries_of(mended(cell.raw)) if entry.mark]
    names = names_of(cell.raw, tables.headings)
    by_number = {number: id for id, number in duties if number}
    if entries and {entry.mark for entry in entries} <= by_number.keys():
        for entry in entries:
            for name in names_of(entry.text, tables.headings):
                yield by_number[entry.mark], name, cell
    elif len(names) == 1:
        yield from ((duty, names[0], cell) for duty, _ in duties)
    elif len(_in_order(tables, cell)) == len(duties):
        yield from (
            (duty, name, cell) for (duty, _), name in zip(duties, _in_order(tables, cell), strict=True)
        )
    elif names and duties:
        kept.append(cell)
        tables.trouble("post-unmatched", cell, text=flat(cell.raw), posts=len(names), duties=len(duties))


def _in_order(tables: Tables, cell: Cell) -> list[str]:
    """The names line by line, repeats included."""
    lines = [line for line in cell.raw.splitlines() if line.strip()]
    return [name for line in lines for name in names_of(line, tables.headings)]
