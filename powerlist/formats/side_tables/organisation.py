"""机构表、岗位表: units, posts and who holds them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from powerlist.formats.cells.numerals import number_of
from powerlist.formats.cells.text import flat, mended
from powerlist.formats.cells.values import names_of
from powerlist.formats.raw import Cell
from powerlist.formats.side_tables.desk import Desk
from powerlist.formats.side_tables.posts import Posts
from powerlist.formats.side_tables.tables import Record, SideTable
from powerlist.model.codes import PostLevel
from powerlist.model.identity import short_hash
from powerlist.model.organisation import Holding, Person
from powerlist.practice.side_tables import alike

_HEADCOUNT = "人名个"  # what a number of people is counted in


@dataclass
class Organisation:
    """Reads the tables of units and posts; whom a post answers to is settled when all posts are known."""

    desk: Desk
    posts: Posts
    _rows: list[tuple[str, Record]] = field(default_factory=list)
    _led: list[tuple[str, Cell]] = field(default_factory=list)
    _homes: dict[str, set[str]] = field(default_factory=dict)
    _persons_by_name: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._persons_by_name = {alike(one.name): one.id for one in self.desk.all("persons")}

    def read(self, tables: Sequence[SideTable]) -> None:
        """Units first, then posts, then what refers to posts."""
        for kind in ("units", "posts"):
            for table in (one for one in tables if one.kind == kind):
                for record in table.records:
                    self._unit(record, table)
        rows = [record for table in tables if table.kind == "posts" for record in table.records]
        chosen = sorted(
            rows, key=lambda record: record.first("unit") is None
        )  # who says the unit comes first
        self._count_homes(chosen)
        for record in chosen:
            self._post(record)
        for id, record in self._rows:
            self._refers(id, record)
        self._open_circles()
        for unit, cell in self._led:
            if post := self._leader(cell):
                self.desk.say("units", unit, "led_by", post, cell)

    # units

    def _unit(self, record: Record, table: SideTable) -> None:
        cell = record.first("unit")
        self.desk.use(*record.all("number"))
        if cell is None:
            if table.kind == "units":
                self._keyless(record, table)
            return
        id = self.posts.unit_made(flat(cell.raw), cell, told=False)
        if above := record.first("parent_unit"):
            parent = self.posts.unit_made(flat(above.raw), above)
            if parent != id:
                self.desk.say("units", id, "parent_unit", parent, above)
        if led := record.first("led_by"):
            self._led.append((id, led))

    def _keyless(self, record: Record, table: SideTable) -> None:
        heading = next(head.heading for head in table.header.columns if head.field == table.key)
        self.desk.trouble("no-key", record.anchor, heading=heading)
        self.desk.leave(*record.own)

    def _leader(self, cell: Cell) -> str | None:
        names = names_of(cell.raw, self.desk.headings)
        if len(names) != 1:
            self.desk.leave(cell)
            return None
        return self.posts.meant(names[0], (), cell)

    # posts

    def _count_homes(self, records: Sequence[Record]) -> None:
        """In how many units the tables have a post of each name."""
        for record in records:
            post, unit = record.first("post"), record.first("unit")
            if post and unit:
                self._homes.setdefault(alike(flat(post.raw)), set()).add(alike(flat(unit.raw)))

    def _post(self, record: Record) -> None:
        cell = record.first("post")
        if cell is None or self.desk.headings.among("nothing", flat(cell.raw)):
            self.desk.trouble("no-key", record.anchor, heading="岗位")
            self.desk.leave(*record.own)
            return
        unit = record.first("unit")
        home = self.posts.unit(flat(unit.raw)) if unit else None
        same_name = self.posts.called(flat(cell.raw))
        if home is None and len(same_name) > 1:
            self.desk.trouble("post-ambiguous", cell, text=flat(cell.raw), count=len(same_name))
            self.desk.leave(*record.own)
            return
        id = self._one(flat(cell.raw), home, cell, unit)
        self._level(id, record)
        self._holders(id, record)
        self._work(id, record)
        self._hold(id, record)
        self._rows.append((id, record))

    def _one(self, name: str, home: str | None, cell: Cell, unit: Cell | None) -> str:
        """The post of this name in this unit; one that a list named without a unit is that one."""
        known = self.posts.called(name)
        same = [post for post in known if post.unit == home] or ([] if home else known)
        homeless = [post for post in known if post.unit is None]
        if not same and home and homeless and len(self._homes[alike(name)]) == 1 and unit:
            self.desk.say("posts", homeless[0].id, "unit", home, unit)
            same = homeless
        if same:
            self.desk.say("posts", same[0].id, "name", same[0].name, cell)
            self.desk.use(unit)
            return same[0].id
        return self.posts.add(name, home, cell, unit)

    def _level(self, id: str, record: Record) -> None:
        cell = record.first("level")
        if cell is None:
            return
        found = self.desk.words.level_called(flat(cell.raw)) or self._by_label(flat(cell.raw))
        if found is None:
            self.desk.trouble("value-unknown", cell, heading=cell.heading, text=flat(cell.raw))
            self.desk.leave(cell)
        else:
            self.desk.say("posts", id, "level", PostLevel(found), cell)

    def _by_label(self, word: str) -> str | None:
        return next((level.value for level in PostLevel if level.text.zh == word), None)

    def _holders(self, id: str, record: Record) -> None:
        cell = record.first("holders")
        if cell is None:
            return
        count = number_of(alike(flat(cell.raw)).rstrip(_HEADCOUNT))
        plain = alike(flat(cell.raw)).rstrip(_HEADCOUNT)
        count = int(plain) if plain.isdecimal() else count
        if count is None or count > 100_000:
            self.desk.trouble("value-unknown", cell, heading=cell.heading, text=flat(cell.raw))
            self.desk.leave(cell)
        else:
            self.desk.say("posts", id, "holders", count, cell)

    def _work(self, id: str, record: Record) -> None:
        cells = record.all("work")
        if cells:
            text = "\n".join(mended(cell.raw) for cell in cells)
            self.desk.say("posts", id, "work", text, cells[0])
            self.desk.use(*cells)

    def _hold(self, id: str, record: Record) -> None:
        for cell in record.all("person"):
            for name in names_of(cell.raw, self.desk.headings):
                self._person(name, id, cell)
            self.desk.use(cell)

    def _person(self, name: str, post: str, cell: Cell) -> None:
        id = self._persons_by_name.get(alike(name))
        if id is None:
            new = Person(id=self.desk.tables.free(f"person-{short_hash(name)}"), name=name)
            id = self._persons_by_name[alike(name)] = self.desk.add(new, name=cell)
        known: Person = self.desk.get("persons", id)
        if post not in known.posts:
            more = (*known.holdings, Holding(post=post))
            self.desk.tables.rows["persons"][id] = known.model_copy(update={"holdings": more})

    # what refers to posts

    def _refers(self, id: str, record: Record) -> None:
        home = self.desk.get("posts", id).unit
        for name, heading in (("reports_to", "reports_to"), ("backup_post", "backup")):
            cell = record.first(heading)
            names = names_of(cell.raw, self.desk.headings) if cell else ()
            if cell is None:
                continue
            if len(names) != 1:
                self.desk.leave(cell) if names else self.desk.use(cell)
                continue
            found = self.posts.meant(names[0], (home,) if home else (), cell)
            if found and found != id:
                self.desk.say("posts", id, name, found, cell)

    def _open_circles(self) -> None:
        """A post that would answer to itself in the end answers to nobody."""
        done: set[str] = set()
        for id, record in self._rows:
            line: dict[str, None] = {}
            at: str | None = id
            while at and at not in done and at not in line:
                line[at] = None
                at = self.desk.get("posts", at).reports_to
            done |= line.keys()
            if at in line and (cell := record.first("reports_to")):
                last = list(line)[-1]
                post = self.desk.get("posts", last)
                self.desk.tables.rows["posts"][last] = post.model_copy(update={"reports_to": None})
                self.desk.trouble("reporting-circle", cell, text=post.name)
                self.desk.leave(cell)
