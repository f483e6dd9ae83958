"""A register in the making: tables that grow, ids that are taken, origins, problems."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from powerlist.formats.cells.basis import ParsedBasis
from powerlist.formats.raw import Cell
from powerlist.formats.troubles import problem
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole, PostLevel
from powerlist.model.entity import Entity
from powerlist.model.identity import child_id, short_hash, squeezed
from powerlist.model.organisation import Authority, Post, Unit
from powerlist.model.register import Register
from powerlist.model.source import Origin, Problem, Source
from powerlist.practice.headings import Headings


@dataclass
class Tables:
    """What has been read so far; units and posts are made when they are first named."""

    headings: Headings
    rows: dict[str, dict[str, Entity]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=lambda: {"authority"})
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _turns: dict[str, int] = field(default_factory=dict)
    _units: dict[str, str] = field(default_factory=dict)
    _posts: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, entity: Entity, **cells: Cell | None) -> str:
        """Keep an entity with the cells that its fields were read from; its id."""
        id = entity.id
        self.rows.setdefault(entity.table, {})[id] = entity
        self.taken.add(id)
        for name, cell in cells.items():
            self.trace(id, name, cell)
        return id

    def trace(self, id: str, name: str, cell: Cell | None) -> None:
        """Note the cell of a field, and with the first one where the entity is."""
        if cell:
            origin, origins = cell.origin, self.origins
            origins.setdefault((id, name), origin)
            origins.setdefault((id, ""), origin)

    def trouble(self, code: str, cell: Cell, /, **things: object) -> None:
        """Note a problem at a cell."""
        self.problems.append(problem(code, cell.source, **things))

    def new_id(self, parent: str, kind: str, text: str) -> str:
        """A free id for a child."""
        return self.free(child_id(parent, kind, text, ()))

    def free(self, wanted: str) -> str:
        """`wanted`, or with -2, -3 …; a text that stands a thousand times is not counted up each time."""
        if wanted not in self.taken:
            return wanted
        turn = self._turns.get(wanted, 2)
        while f"{wanted}-{turn}" in self.taken:
            turn += 1
        self._turns[wanted] = turn + 1
        return f"{wanted}-{turn}"

    def unit(self, name: str, cell: Cell) -> str:
        """The id of the unit of this name."""
        key = squeezed(name)
        if key not in self._units:
            unit = Unit(id=self.free(f"unit-{short_hash(name)}"), name=name)
            self._units[key] = self.add(unit, name=cell)
        return self._units[key]

    def post(self, name: str, unit: str | None, cell: Cell) -> str:
        """The id of the post of this name; leaders are the authority's, all others their unit's."""
        level = PostLevel(self.headings.meaning("post_levels", name) or PostLevel.STAFF)
        home = None if level in (PostLevel.CHIEF, PostLevel.DEPUTY) else unit
        key = (squeezed(name), home or "")
        if key not in self._posts:
            post = Post(
                id=self.free(f"post-{short_hash(name, home or '')}"), name=name, unit=home, level=level
            )
            self._posts[key] = self.add(post, name=cell)
        return self._posts[key]

    def basis(self, owner: str, parsed: ParsedBasis, role: BasisRole, cell: Cell) -> None:
        """One citation under its owner; the same one from a second list is one."""
        wanted = child_id(owner, "basis", _key(parsed, role), ())
        known = self.rows.get("bases", {}).get(wanted)
        if known is None or known != _basis(wanted, owner, parsed, role):
            self.add(_basis(self.free(wanted), owner, parsed, role), instrument=cell)

    def register(self, authority: str, origin: Origin) -> Register:
        """The finished register; the authority's name stands at `origin`."""
        tables: dict[str, Any] = {name: tuple(rows.values()) for name, rows in self.rows.items()}
        whole = {("authority", ""): Origin(Source(origin.source.file)), ("authority", "name"): origin}
        return Register(
            authority=Authority(id="authority", name=authority), origins={**whole, **self.origins}, **tables
        )


def _basis(id: str, owner: str, parsed: ParsedBasis, role: BasisRole) -> LegalBasis:
    place = parsed.place
    return LegalBasis(
        id=id,
        owner=owner,
        role=parsed.role or role,
        instrument_kind=parsed.kind,
        instrument=parsed.instrument,
        document_no=parsed.document_no,
        version=parsed.version,
        article=place.article,
        inserted=place.inserted,
        paragraph=place.paragraph,
        item=place.item,
        quote=parsed.quote,
    )


@lru_cache(maxsize=4096)
def _key(parsed: ParsedBasis, role: BasisRole) -> str:
    """What tells one citation of an owner from another."""
    basis = _basis("", "", parsed, role)
    return f"{basis.role}{basis.title}{parsed.place.damaged}"
