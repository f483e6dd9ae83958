"""The sheets of the tool's own workbook as rows of filled cells, each with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from powerlist.formats.grid import Grid, cell_name
from powerlist.formats.own_workbook.mark import MARK
from powerlist.i18n import Text
from powerlist.model.identity import squeezed
from powerlist.model.severity import Severity
from powerlist.model.source import Problem, Source
from powerlist.practice.columns import MODELS, SheetPlan, load_columns

_GUIDE = "说明"
_STRANGE_SHEET = Text("不是本工具的表，没有读取。", "this sheet is none of this program's; it was not read.")
_STRANGE_COLUMN = Text("不认识的栏目“{heading}”，没有读取。", "unknown heading “{heading}”: not read.")
_DOUBLE_COLUMN = Text("栏目“{heading}”出现了两次，只读第一列。", "the heading “{heading}” stands twice.")
_NO_HEADING = Text(
    "第一行没有“{heading}”栏，整张表没有读取。", "row 1 lacks the heading {heading}: not read."
)
_KIND = Text("类别“{written}”不认识；可用：{known}。", "unknown kind “{written}”; known are {known}.")
_NO_KIND = Text("请填写类别：{known}。", "say what the row is: {known}.")


@dataclass
class Line:
    """One row: its kind, and the text and place of each field that is filled."""

    kind: str
    source: Source
    cells: dict[str, tuple[str, Source]] = field(default_factory=dict)
    places: dict[str, Source] = field(default_factory=dict)  # of every field, filled or not

    def text(self, name: str) -> str:
        """What stands in a field's cell."""
        return self.cells[name][0] if name in self.cells else ""

    def source_of(self, name: str) -> Source:
        """The cell of a field; the row where the sheet has no such column."""
        return self.places.get(name, self.source)


@dataclass
class Lines:
    """Every row of a workbook, and what was not understood on the way."""

    rows: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def lines_of(grids: Sequence[Grid]) -> Lines:
    """The rows of all sheets that are ours."""
    plans = {plan.text.zh: plan for plan in load_columns().sheets}
    lines = Lines()
    for grid in grids:
        if plan := plans.get(grid.sheet.strip()):
            lines.rows += _rows(grid, plan, lines.problems)
        elif grid.sheet not in (_GUIDE, MARK) and grid.rows:
            lines.problems.append(_problem("strange-sheet", _STRANGE_SHEET, Source(grid.file, grid.sheet)))
    return lines


def _rows(grid: Grid, plan: SheetPlan, problems: list[Problem]) -> Iterator[Line]:
    heads = _heads(grid, plan, problems)
    if heads is None:
        return
    for row in range(1, len(grid.rows)):
        if not grid.filled(row):
            continue
        kind = _kind(grid, plan, row, heads, problems)
        if kind:
            yield _line(grid, plan, row, heads, kind)


def _heads(grid: Grid, plan: SheetPlan, problems: list[Problem]) -> dict[int, int] | None:
    """For each column of the grid the place in the plan; None where the sheet cannot be read."""
    known = {squeezed(column.text.zh): place for place, column in enumerate(plan.columns)}
    heads: dict[int, int] = {}
    for at, heading in enumerate(grid.rows[0] if grid.rows else ()):
        place = known.get(squeezed(heading))
        if place is None and heading.strip():
            said = _STRANGE_COLUMN.fill(heading=heading.strip()[:40])
            problems.append(_problem("strange-column", said, grid.source(0, at)))
        elif place is not None and place in heads.values():
            problems.append(
                _problem("double-column", _DOUBLE_COLUMN.fill(heading=heading), grid.source(0, at))
            )
        elif place is not None:
            heads[at] = place
    needed = 0  # the column of kinds, or else of ids, is always the first
    if len(grid.rows) > 1 and needed not in heads.values() and (len(plan.kinds) > 1 or not heads):
        said = _NO_HEADING.fill(heading=plan.columns[needed].text)
        problems.append(_problem("no-heading", said, Source(grid.file, grid.sheet, "A1"), Severity.ERROR))
        return None
    return heads


def _kind(
    grid: Grid, plan: SheetPlan, row: int, heads: dict[int, int], problems: list[Problem]
) -> str | None:
    """What the row is; None, and a problem, where that is not said."""
    if len(plan.kinds) == 1:
        return plan.kinds[0]
    at = next(at for at, place in heads.items() if not plan.columns[place].fields)
    written = squeezed(grid.raw(row, at))
    labels = {MODELS[kind].label.zh: kind for kind in plan.kinds}
    if written in labels:
        return labels[written]
    said = (_KIND if written else _NO_KIND).fill(written=written[:40], known="、".join(labels))
    problems.append(_problem("kind-unknown", said, grid.source(row, at), Severity.ERROR))
    return None


def _line(grid: Grid, plan: SheetPlan, row: int, heads: dict[int, int], kind: str) -> Line:
    line = Line(kind, Source(grid.file, grid.sheet, cell_name(row, 0)))
    for at, place in heads.items():
        name = plan.columns[place].fields.get(kind)
        if name is None:
            continue
        source = grid.source(row, at)
        line.places[name] = source
        if text := grid.raw(row, at):
            line.cells[name] = (text, source)
    return line


def _problem(code: str, text: Text, source: Source, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(code, text, source, severity)
