"""风险点一览表、防控责任分解表: risks on step, post and power, and what stands against them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from powerlist.formats.cells.text import flat, mended
from powerlist.formats.raw import Cell
from powerlist.formats.side_tables.controls import Controls
from powerlist.formats.side_tables.desk import Desk
from powerlist.formats.side_tables.nearest import Nearest
from powerlist.formats.side_tables.posts import Posts
from powerlist.formats.side_tables.powers import Home, Powers
from powerlist.formats.side_tables.processes import Processes
from powerlist.formats.side_tables.ratings import Ratings
from powerlist.formats.side_tables.step_fields import unit_alone, units_of
from powerlist.formats.side_tables.steps import step_name
from powerlist.formats.side_tables.tables import Record, SideTable
from powerlist.model.process import Process
from powerlist.model.risk import RiskPoint
from powerlist.model.source import Source
from powerlist.practice.side_tables import alike

_PLAIN = ("cause", "consequence")


@dataclass
class Risks:
    """Reads the tables of risks; what they call a risk by name is known once its manifestation is."""

    desk: Desk
    posts: Posts
    powers: Powers
    processes: Processes
    _known: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)  # step, power, words
    _without: dict[Source, tuple[Cell, int, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._ratings, self._controls = Ratings(self.desk), Controls(self.desk, self.posts)
        for risk in self.desk.all("risks"):
            self._learn(risk, risk.event)
        self._by_post: dict[str, list[str]] | None = None

    def read(self, tables: Sequence[SideTable]) -> None:
        """Rows that say a risk's name and how it shows come first: others may name it by either."""
        rows = [(record, table) for table in tables if table.kind == "risks" for record in table.records]
        full = [pair for pair in rows if pair[0].first("risk") and pair[0].first("event")]
        rest = [pair for pair in rows if not (pair[0].first("risk") and pair[0].first("event"))]
        for record, table in (*full, *rest):
            self._row(record, table)
        for cell, count, power in self._without.values():
            self.desk.trouble("no-process", cell, text=power, count=count)

    def _row(self, record: Record, table: SideTable) -> None:
        self.desk.use(*record.all("number"))
        named = record.first("event", "risk")
        if named and _nothing(self.desk, named):
            self.desk.use(named)
            return
        if named is None:
            self.desk.trouble("no-key", record.anchor, heading="风险点")
            self.desk.leave(*record.own)
            return
        home = self.powers.home_of(record, table)
        if home is None and self.powers.names_power(record):
            return
        units, own = units_of(self.desk, self.posts, record, home)
        post_cell = record.first("post")
        post = self.posts.one_of(post_cell, units, own) if post_cell else None
        if own and record.first("post", "owner") is None:
            unit_alone(self.desk, record)
        step = self._step(record, home, post)
        if step is None:
            self.desk.leave(*record.own)
            return
        self.desk.use(*record.all("step"))
        self.processes.account(step, record)
        ids = self._risks(step, record, home, post)
        for id in ids:
            self._fields(id, record, units)
        self._controls.read(ids, record, units)

    # where

    def _step(self, record: Record, home: Home | None, post: str | None) -> str | None:
        cell = record.first("step")
        if home is None:
            return self._anywhere(record, cell, post)
        process_cell = record.first("process")
        processes = self.processes.of(home, flat(process_cell.raw) if process_cell else "")
        if not processes:
            self._no_process(record, home)
            return None
        if cell is None:
            return self._by_doer(record, processes, post)
        words = step_name(cell)
        found = self._named(words, processes, post) or self._by_stage(words, processes, home, post)
        if found is None:
            power = self.processes.first_power(home).name
            near = Nearest(self.processes.names(processes)).to(words)
            self.desk.trouble("no-step", cell, near=near, text=words, power=power)
        return found

    def _no_process(self, record: Record, home: Home) -> None:
        cell = home.cell or record.anchor
        _, count, power = self._without.get(cell.source, (cell, 0, self.processes.first_power(home).name))
        self._without[cell.source] = (cell, count + 1, power)

    def _named(self, words: str, processes: Sequence[Process], post: str | None) -> str | None:
        ids = [id for one in processes for id in self.processes.named(one.id, words)]
        return self._best(ids, post)

    def _best(self, ids: Sequence[str], post: str | None) -> str | None:
        """Of several steps the one that the row's post does, else the first."""
        mine = [id for id in ids if post and self.processes.node(id).post == post]
        return next(iter((*mine, *ids)), None)

    def _by_stage(self, words: str, processes: Sequence[Process], home: Home, post: str | None) -> str | None:
        stages = self.desk.practice.stages
        wanted = stages.key_of(words, self.processes.first_power(home).type)
        if wanted is None:
            return None
        ids = [id for one in processes for id in self.processes.nodes(one.id)]
        return self._best(
            [id for id in ids if getattr(self.processes.node(id), "stage", None) == wanted], post
        )

    def _by_doer(self, record: Record, processes: Sequence[Process], post: str | None) -> str | None:
        """Without a step, the one step that the post does."""
        ids = [id for one in processes for id in self.processes.nodes(one.id)]
        mine = [id for id in ids if post and self.processes.node(id).post == post]
        if len(mine) == 1:
            return mine[0]
        self._not_named(record, post)
        return None

    def _anywhere(self, record: Record, cell: Cell | None, post: str | None) -> str | None:
        """A row that names no power is at home where its post does just one step (of that name)."""
        if self._by_post is None:
            self._by_post = {}
            for table in ("steps", "gateways"):
                for node in self.desk.all(table):
                    if node.post:
                        self._by_post.setdefault(node.post, []).append(node.id)
        mine = self._by_post.get(post, []) if post else []
        if cell:
            mine = [id for id in mine if alike(self.processes.node(id).name) == alike(step_name(cell))]
        if len(mine) == 1:
            return mine[0]
        if post is None and cell is None:
            self.desk.trouble("power-not-named", record.anchor)
        else:
            self._not_named(record, post)
        return None

    def _not_named(self, record: Record, post: str | None) -> None:
        cell = record.first("post", "unit", "power", "code") or record.anchor
        text = self.desk.get("posts", post).name if post else flat(cell.raw)
        self.desk.trouble("step-not-named", record.anchor, text=text)

    # what

    def _risks(self, step: str, record: Record, home: Home | None, post: str | None) -> list[str]:
        """The risks that the row means; a name alone may mean several that show differently."""
        power = self._power(step, home)
        name, event = record.first("risk"), record.first("event")
        short, long = flat(name.raw) if name else "", flat(event.raw) if event else ""
        whole = f"{short}：{long}" if short and long and alike(short) not in alike(long) else long or short
        for words in (whole, *([] if short and long else [long, short])):
            if words and (known := self._known.get((step, power or "", alike(words)))):
                self.desk.use(name, event)
                return list(known)
        risk = RiskPoint(
            id=self.desk.tables.new_id(step, "risk", f"{whole}{power or ''}"),
            step=step,
            power=power,
            post=post if post and post != self.processes.node(step).post else None,
            event=whole,
        )
        cells: dict[str, Any] = {"post": record.first("post") if risk.post else None}
        self.desk.add(risk, event=event or name, power=home.cell if home and power else None, **cells)
        self.desk.use(name, event)
        for words in dict.fromkeys((whole, long, short)):
            if words:
                self._learn(risk, words)
        return [risk.id]

    def _power(self, step: str, home: Home | None) -> str | None:
        """The power, where the process serves others too."""
        process: Process = self.desk.get("processes", self.processes.node(step).process)
        if home is None or set(process.powers) <= set(home.powers) or len(home.powers) != 1:
            return None
        return home.powers[0]

    def _learn(self, risk: RiskPoint, words: str) -> None:
        self._known.setdefault((risk.step, risk.power or "", alike(words)), []).append(risk.id)

    def _fields(self, id: str, record: Record, units: Sequence[str]) -> None:
        for name in _PLAIN:
            if cells := record.all(name):
                self.desk.say("risks", id, name, "\n".join(mended(one.raw) for one in cells), cells[0])
                self.desk.use(*cells)
        self._kind(id, record)
        self._ratings.read(id, record)
        cell = record.first("risk_supervisor")
        if cell and (post := self.posts.one_of(cell, units)):
            self.desk.say("risks", id, "supervisor", post, cell)

    def _kind(self, id: str, record: Record) -> None:
        cell = record.first("risk_kind")
        if cell is None or _nothing(self.desk, cell):
            return
        if kind := self._ratings.kind_of(flat(cell.raw)):
            self.desk.say("risks", id, "risk_kind", kind, cell)
        else:
            self.desk.trouble("value-unknown", cell, heading=cell.heading, text=flat(cell.raw))
            self.desk.leave(cell)


def _nothing(desk: Desk, cell: Cell) -> bool:
    return desk.headings.among("nothing", flat(cell.raw))
