"""A register on the desk: what the tables say is written into it, cell by cell; nothing is written twice."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from powerlist.formats.cells.text import flat
from powerlist.formats.raw import Cell
from powerlist.formats.reading import Leftover
from powerlist.formats.side_tables.tables import SideTable
from powerlist.formats.side_tables.troubles import problem
from powerlist.formats.tables import Tables
from powerlist.model.entity import Entity, State
from powerlist.model.register import Register
from powerlist.model.source import Source
from powerlist.practice import Practice
from powerlist.practice.headings import Headings
from powerlist.practice.side_tables import SideWords


@dataclass
class Desk:
    """Tables that grow; `older`: the register was there before, so what the tables say goes before it."""

    register: Register
    practice: Practice
    words: SideWords
    headings: Headings
    older: bool = False
    tables: Tables = field(init=False)
    left: list[Leftover] = field(default_factory=list)
    _said: dict[tuple[str, str], Cell] = field(default_factory=dict)
    _used: set[Source] = field(default_factory=set)
    _left: set[Source] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.tables = Tables(self.headings)
        for name, table in self.register.tables().items():
            if name != "authority":
                self.tables.rows[name] = {entity.id: entity for entity in table}
                self.tables.taken |= {entity.id for entity in table}
        self.tables.taken.add(self.register.authority.id)
        self.tables.origins = dict(self.register.origins)

    # asking

    def all(self, table: str) -> Iterable[Any]:
        """Everything of one table."""
        return self.tables.rows.get(table, {}).values()

    def get(self, table: str, id: str) -> Any:
        """One thing as it is now."""
        return self.tables.rows[table][id]

    # writing

    def add(self, entity: Entity, **cells: Cell | None) -> str:
        """A new thing with the cells that its fields were read from; its id."""
        for name, cell in cells.items():
            if cell:
                self._said[entity.id, name] = cell
                self.use(cell)
        return self.tables.add(entity, **cells)

    def say(self, table: str, id: str, name: str, value: Any, cell: Cell) -> bool:
        """What a cell says of a field; another value than an earlier cell's is told with both cells."""
        entity = self.get(table, id)
        first = self.first(id, name)
        if first and getattr(entity, name) != value:
            self.trouble("clash", cell, name=entity.title, heading=cell.heading, other=str(first))
            self.leave(cell)
            return False
        self.put(table, id, name, value, cell)
        return True

    def put(self, table: str, id: str, name: str, value: Any, cell: Cell) -> None:
        """The field as the cell says it, whatever was said before."""
        entity = self.get(table, id)
        anew = getattr(entity, name) != value
        if anew:
            self.tables.rows[table][id] = _said(entity, name, value)
        self._note(entity, name, cell, anew)

    def first(self, id: str, name: str) -> Source | None:
        """The cell that has said the field already, in this import."""
        if said := self._said.get((id, name)):
            return said.source
        origin = None if self.older else self.tables.origins.get((id, name))
        return origin.source if origin else None

    def _note(self, entity: Entity, name: str, cell: Cell, anew: bool = False) -> None:
        self.use(cell)
        self._said.setdefault((entity.id, name), cell)
        if anew:
            self.tables.origins.pop((entity.id, name), None)
        self.tables.trace(entity.id, name, cell)

    # telling

    def trouble(self, code: str, cell: Cell, /, near: str | None = None, **things: object) -> None:
        """A problem at a cell."""
        self.tables.problems.append(problem(code, cell.source, near=near, **things))

    def use(self, *cells: Cell | None) -> None:
        """These cells have done what they are for: named a power, a step, a post."""
        self._used |= {cell.source for cell in cells if cell}

    def leave(self, *cells: Cell | None) -> bool:
        """These cells have no place in the register: their text is reported; whether any is new."""
        before = len(self.left)
        for cell in cells:
            if cell and cell.source not in self._left:
                self.left.append(Leftover(cell.source, cell.heading, flat(cell.raw)))
                self._left.add(cell.source)
                self._used.add(cell.source)
        return len(self.left) > before

    def sweep(self, tables: Iterable[SideTable]) -> None:
        """Whatever no one has used goes to the report, so that nothing is lost; notes below a table too."""
        for table in tables:
            rest: dict[str, list[Cell]] = {}
            for cell in table.cells():
                if cell.source not in self._used and not self.headings.among("nothing", flat(cell.raw)):
                    rest.setdefault(cell.heading, []).append(cell)
            for heading, cells in rest.items():
                self.trouble("kept-apart", cells[0], heading=heading, count=len(cells))
                self.leave(*cells)
            self.left += [Leftover(note.source, "", note.text) for note in table.notes]

    def finished(self) -> Register:
        """The register with everything that was said."""
        tables: dict[str, Any] = {name: tuple(rows.values()) for name, rows in self.tables.rows.items()}
        return Register(authority=self.register.authority, origins=self.tables.origins, **tables)


def _said(entity: Entity, name: str, value: Any) -> Entity:
    """What was confirmed or drafted is stated once the bureau's own table says it otherwise."""
    changes = {name: value, "state": State.STATED, "confirmed_by": None, "confirmed_on": None}
    return entity.model_copy(update=changes)
