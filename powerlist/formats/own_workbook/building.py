"""From filled rows to things of the model: ids given, names understood, every fault told with its cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from powerlist.formats.own_workbook.cells import read
from powerlist.formats.own_workbook.escaping import unalone
from powerlist.formats.own_workbook.names import Names
from powerlist.formats.own_workbook.scalars import Unreadable
from powerlist.formats.own_workbook.sheets import Line
from powerlist.i18n import Text
from powerlist.model.entity import Entity
from powerlist.model.identity import child_id, free, power_id, short_hash
from powerlist.model.severity import Severity
from powerlist.model.source import Problem
from powerlist.practice.columns import MODELS, Column, load_columns

_NOT_THAT = Text("“{written}”不能用，应为{wanted}。", "“{written}” cannot be used: it must be {wanted}.")
_MISSING = Text("请填写“{column}”。", "{column} must be filled in.")
_INVALID = Text("“{written}”不能用：{why}。", "“{written}” cannot be used: {why}.")
_DOUBLE = Text("编号“{id}”用了两次。请改其中一个。", "the id “{id}” is used twice; change one of them.")


@dataclass
class Row:
    """A row on its way to the model."""

    line: Line
    id: str = ""
    made: bool = False  # whether the id was made here
    values: dict[str, Any] = field(default_factory=dict)


@dataclass
class Builder:
    """Gives ids to rows, reads their cells, gathers every fault; `names` may know things from elsewhere."""

    names: Names = field(default_factory=Names)
    problems: list[Problem] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def identified(self, lines: Sequence[Line]) -> list[Row]:
        """The rows with ids, in the order given; ids that people wrote come first."""
        rows = [Row(line, unalone(line.text("id")) if line.text("id").strip() else "") for line in lines]
        for row in rows:
            if row.id:
                self._take(row)
        for kind in MODELS:  # what others stand under comes before them
            for row in rows:
                if row.line.kind == kind:
                    self._introduce(row)
        return rows

    def built(self, row: Row) -> Entity | None:
        """The thing of a row; None, and what is wrong, where it is none."""
        self.read(row)
        return self._entity(row)

    def read(self, row: Row) -> None:
        """Read every filled cell of a row; what cannot be read is told."""
        near = str(row.values.get("process", ""))
        for name, (text, _) in row.line.cells.items():
            if name != "id" and name not in row.values:
                self._read(row, name, text, near)
        row.values["id"] = row.id

    def _take(self, row: Row) -> None:
        if row.id in self._taken:
            self._tell("id-twice", row, "id", _DOUBLE.fill(id=row.id))
        self._taken.add(row.id)

    def _introduce(self, row: Row) -> None:
        """Make the id where there is none, and let other rows find the thing by its name."""
        line, model = row.line, MODELS[row.line.kind]
        parent = model.parent or ""
        if line.text(parent) and (not row.id or parent == "process"):
            self._read(row, parent, line.text(parent), "")
        above = row.values.get(parent) or ""
        above = above[0] if isinstance(above, tuple) else above
        if not row.id:
            row.id, row.made = _made(line, above, self._taken), True
            self._taken.add(row.id)
        near = above if parent == "process" else ""
        self.names.add(line.kind, row.id, unalone(line.text("name")), near)

    def _read(self, row: Row, name: str, text: str, near: str) -> None:
        kind = row.line.kind
        try:
            row.values[name] = read(kind, name, text, self.names, near)
        except Unreadable as error:
            said = _NOT_THAT.fill(written=error.written[:60], wanted=error.wanted)
            self._tell("unreadable", row, name, said)

    def _entity(self, row: Row) -> Entity | None:
        try:
            return MODELS[row.line.kind].model_validate(row.values)
        except ValidationError as error:
            for name, said in faults(error, row.line.kind):
                already = any(found.source == row.line.source_of(name) for found in self.problems)
                if not already:
                    self._tell("invalid", row, name, said)
            return None

    def _tell(self, code: str, row: Row, name: str, text: Text) -> None:
        self.problems.append(Problem(code, text, row.line.source_of(name), Severity.ERROR))


def faults(error: ValidationError, kind: str) -> Iterator[tuple[str, Text]]:
    """(field, sentence) for everything that the model refuses."""
    for one in error.errors():
        name = str(one["loc"][0]) if one["loc"] else "id"
        if one["type"] == "missing" and len(one["loc"]) == 1:
            yield name, _MISSING.fill(column=column_of(kind, name).text)
        else:
            yield name, _INVALID.fill(written=str(one.get("input"))[:60], why=one["msg"])


def column_of(kind: str, name: str) -> Column:
    """The column of a field."""
    plan = next(plan for plan in load_columns().sheets if kind in plan.kinds)
    return plan.columns[plan.column_of(kind, name)]


def _made(line: Line, parent: str, taken: set[str]) -> str:
    """An id made from what the row says."""
    if line.kind == "authority":
        return free("authority", taken)
    text = line.text("name") or line.text("text") or line.text("event") or _described(line)
    if line.kind == "power":
        return power_id(line.text("code"), line.text("type"), text, "", taken)
    return (
        child_id(parent, line.kind, text, taken) if parent else free(f"{line.kind}-{short_hash(text)}", taken)
    )


def _described(line: Line) -> str:
    return "|".join(f"{name}={line.text(name)}" for name in sorted(line.cells))
