"""What a row says of its step: post, limit, points, papers, and what is answered with yes or no."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from powerlist.formats.cells.limits import ParsedLimits, parse_limits
from powerlist.formats.cells.text import flat, mended
from powerlist.formats.cells.values import names_of
from powerlist.formats.raw import Cell
from powerlist.formats.side_tables.desk import Desk
from powerlist.formats.side_tables.posts import Posts
from powerlist.formats.side_tables.powers import Home
from powerlist.formats.side_tables.processes import Processes
from powerlist.formats.side_tables.tables import Record
from powerlist.model.source import Source

FLAGS = {
    "discretion": "discretion",
    "money": "handles_money",
    "clock_stops": "clock_stops",
    "visible": "visible",
}


@dataclass
class StepFields:
    """Writes the cells of a row into a step that is there."""

    desk: Desk
    posts: Posts
    processes: Processes
    _limits: dict[Source, str] = field(default_factory=dict)
    _shared: set[Source] = field(default_factory=set)

    def read(self, id: str, record: Record, home: Home) -> None:
        """Everything that the row says of the step or, of a judgement, whose it is."""
        table = self.processes.node(id).table
        self._post(table, id, record, home)
        if table != "steps":
            return
        self._stage(id, record, home)
        self._limit(id, record)
        self._texts(id, record)
        for column, name in FLAGS.items():
            if cell := record.first(column):
                self._flag(id, name, cell)

    def _post(self, table: str, id: str, record: Record, home: Home) -> None:
        units, own = units_of(self.desk, self.posts, record, home)
        cell = record.first("post")
        if cell and (post := self.posts.one_of(cell, units, own)):
            self.desk.say(table, id, "post", post, cell)
        elif cell is None and own:
            unit_alone(self.desk, record)

    def _stage(self, id: str, record: Record, home: Home) -> None:
        cell = record.first("stage")
        if cell is None:
            return
        stages = self.desk.practice.stages
        if key := stages.key_of(flat(cell.raw), self.processes.first_power(home).type):
            self.desk.say("steps", id, "stage", key, cell)
        else:
            self._unknown(cell)

    def _limit(self, id: str, record: Record) -> None:
        """A limit merged over several steps is theirs together: it stands at the first."""
        cell = record.first("limit")
        if cell is None:
            return
        if self._limits.setdefault(cell.source, id) != id:
            if cell.source not in self._shared:
                self._shared.add(cell.source)
                self.desk.trouble("limit-shared", cell, text=flat(cell.raw))
            return
        limits = self._parsed(cell)
        limit = limits.plain or limits.promised or limits.statutory
        if not limits.readable:
            self.desk.trouble("limit-unreadable", cell, text=flat(cell.raw))
            self.desk.leave(cell)
        elif limit is not None:
            self.desk.say("steps", id, "limit", limit, cell)

    def _parsed(self, cell: Cell) -> ParsedLimits:
        """What the cell says; a number of days that no life is long enough for is unreadable."""
        try:
            return parse_limits(cell.raw, self.desk.headings, cell.heading)
        except ValidationError:
            return ParsedLimits(readable=False)

    def _texts(self, id: str, record: Record) -> None:
        if points := record.all("points"):
            self.desk.say("steps", id, "points", "\n".join(mended(cell.raw) for cell in points), points[0])
            self.desk.use(*points)
        if papers := record.all("documents"):
            names = [name for cell in papers for name in names_of(cell.raw, self.desk.headings)]
            self.desk.say("steps", id, "documents", tuple(dict.fromkeys(names)), papers[0])
            self.desk.use(*papers)
        if cell := record.first("external_name"):
            self.desk.say("steps", id, "external_name", flat(cell.raw), cell)

    def _flag(self, id: str, name: str, cell: Cell) -> None:
        word = flat(cell.raw)
        yes, no = (self.desk.words.among(some, word) for some in ("yes", "no"))
        if yes or no:
            self.desk.say("steps", id, name, yes, cell)
        else:
            self._unknown(cell)

    def _unknown(self, cell: Cell) -> None:
        self.desk.trouble("value-unknown", cell, heading=cell.heading, text=flat(cell.raw))
        self.desk.leave(cell)


def unit_alone(desk: Desk, record: Record) -> None:
    """A unit where a post is wanted says too little: it is told, and kept in the report."""
    cell = record.first("unit")
    if cell and desk.leave(cell):
        desk.trouble("unit-alone", cell, text=flat(cell.raw))


def units_of(desk: Desk, posts: Posts, record: Record, home: Home | None) -> tuple[Sequence[str], bool]:
    """The units whose posts a row means, and whether it names the unit itself."""
    cell = record.first("unit")
    if cell and not desk.headings.among("nothing", flat(cell.raw)):
        return (posts.unit_made(flat(cell.raw), cell),), True
    desk.use(cell)
    powers = [desk.get("powers", id) for id in home.powers] if home else []
    return tuple(dict.fromkeys(id for one in powers for id in (*one.units, *one.supporting_units))), False
