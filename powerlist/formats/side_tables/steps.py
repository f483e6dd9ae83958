"""办理流程表: processes and their steps in the order of the rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from powerlist.formats.cells.marks import entries_of
from powerlist.formats.cells.text import flat, mended
from powerlist.formats.raw import Cell
from powerlist.formats.side_tables.desk import Desk
from powerlist.formats.side_tables.powers import Home, Powers
from powerlist.formats.side_tables.processes import Processes
from powerlist.formats.side_tables.step_fields import FLAGS, StepFields
from powerlist.formats.side_tables.tables import Record, SideTable
from powerlist.model.codes import StepKind
from powerlist.model.process import Process, Step
from powerlist.practice.side_tables import alike

_OF_STEPS = frozenset(("limit", "points", "documents", "next", "condition", *FLAGS))

_Key = tuple[frozenset[str], frozenset[str], str, str]  # powers, sub-items, procedure, name


@dataclass
class Road:
    """The steps of one process as the tables have them: ids in order, each with its row."""

    process: str
    steps: list[tuple[str, Record]] = field(default_factory=list)
    fresh: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)

    def put(self, id: str, record: Record, after: str | None) -> None:
        """A step in its order: a second table's new step comes after the one above it there."""
        if id in self.known:
            return
        self.known.add(id)
        last = not self.steps or self.steps[-1][0] == after or after not in self.known
        place = len(self.steps) if last else [one for one, _ in self.steps].index(after or "") + 1
        self.steps.insert(place, (id, record))


@dataclass
class Steps:
    """Reads the tables of steps."""

    desk: Desk
    powers: Powers
    processes: Processes
    fields: StepFields
    roads: dict[str, Road] = field(default_factory=dict)
    _ids: dict[_Key, str] = field(default_factory=dict)
    _made: set[str] = field(default_factory=set)

    def read(self, tables: Sequence[SideTable]) -> None:
        """Every table that has steps of its own."""
        for table in tables:
            if tells_steps(table):
                self._table(table)

    def _table(self, table: SideTable) -> None:
        turns: dict[tuple[str, str], int] = {}
        last: tuple[str, str, Record] | None = None  # process, step, its row
        for record in table.records:
            self.desk.use(*record.all("number"))
            name = record.first("step")
            home = self.powers.home_of(record, table)
            if home is None:
                self._homeless(record)
                continue
            if name is None:
                if table.kind == "steps":
                    self.desk.trouble("no-key", record.anchor, heading="环节")
                    self.desk.leave(*record.own)
                continue
            road = self._road(home, record)
            if last and last[0] == road.process and _same_step(last[2], record, table.kind):
                self.desk.use(name)
                self.fields.read(last[1], record, home)
                continue
            words = step_name(name)
            turn = turns[road.process, alike(words)] = turns.get((road.process, alike(words)), -1) + 1
            before = last[1] if last and last[0] == road.process else None
            id = self._step(road, words, turn, name, record, home, before)
            self.processes.account(id, record)
            self.fields.read(id, record, home)
            last = (road.process, id, record)

    def _homeless(self, record: Record) -> None:
        if not self.powers.names_power(record):
            self.desk.trouble("power-not-named", record.anchor)
            self.desk.leave(*record.own)

    # the process

    def _road(self, home: Home, record: Record) -> Road:
        """The road that the row is on: of a process that was there, else of one that this import makes.

        What the import makes is kept apart by powers, sub-items, procedure and name, so that the order of the
        tables does not matter.
        """
        cell = record.first("process")
        name = flat(cell.raw) if cell else ""
        key = (frozenset(home.powers), frozenset(home.sub_items), alike(home.variant), alike(name))
        if key not in self._ids:
            older = self._older(home, name)
            self._ids[key] = older or self._process(home, cell, record)
            self._made |= set() if older else {self._ids[key]}
        return self.roads.setdefault(self._ids[key], Road(self._ids[key]))

    def _older(self, home: Home, name: str) -> str | None:
        """A process of these powers that was there before the import."""
        found = [one for one in self.processes.of(home, name) if one.id not in self._made]
        found = [one for one in found if home.sub_items or not one.sub_items]
        same = [one for one in found if set(one.powers) == set(home.powers)] or found
        return same[0].id if same else None

    def _process(self, home: Home, cell: Cell | None, record: Record) -> str:
        power = self.processes.first_power(home)
        name = flat(cell.raw) if cell else f"{power.name}办理流程"
        owner = home.sub_items[0] if len(home.sub_items) == 1 else power.id
        key = f"{home.variant}\x1f{flat(cell.raw) if cell else ''}".strip("\x1f")
        process = Process(
            id=self.desk.tables.new_id(owner, "process", key or "流程"),
            name=name,
            powers=home.powers,
            sub_items=home.sub_items,
            variant=home.variant,
        )
        cells = {"powers": home.cell, "variant": record.first("variant")}
        return self.processes.add(process, name=cell or home.cell, **cells)

    # its steps

    def _step(
        self, road: Road, words: str, turn: int, name: Cell, record: Record, home: Home, before: str | None
    ) -> str:
        same = self.processes.named(road.process, words)
        if turn < len(same):
            id = same[turn]
            self.desk.use(name)
            road.put(id, record, before)
            return id
        power = self.processes.first_power(home)
        step = Step(
            id=self.desk.tables.new_id(road.process, "step", words),
            process=road.process,
            name=words,
            step_kind=self._kind(words, record),
            stage=self.desk.practice.stages.key_of(words, power.type),
        )
        self.desk.add(step, name=name)
        self.processes.put(step)
        road.put(step.id, record, before)
        road.fresh.add(step.id)
        return step.id

    def _kind(self, words: str, record: Record) -> StepKind:
        """申请 and 结束 without a post are where a process begins and ends."""
        if record.first("post", "limit"):
            return StepKind.TASK
        ends = self.desk.words.among("ends", words)
        return (
            StepKind.START
            if self.desk.words.among("starts", words)
            else StepKind.END
            if ends
            else StepKind.TASK
        )


def _same_step(before: Record, record: Record, kind: str) -> bool:
    """Whether a row goes on with the step above: one merged name, or the same name and post again."""
    first, name = before.first("step"), record.first("step")
    if first is None or name is None or first.source == name.source:
        return first is not None and name is not None
    posts = [flat(cell.raw) if (cell := row.first("post")) else "" for row in (before, record)]
    return step_name(first) == step_name(name) and (kind == "risks" or posts[0] == posts[1])


def tells_steps(table: SideTable) -> bool:
    """Whether a table has steps of its own, and does not only point to them."""
    return table.kind == "steps" or ("step" in table.fields and bool(table.fields & _OF_STEPS))


def step_name(cell: Cell) -> str:
    """The name without the number before it: 1.受理 is 受理."""
    entries = [entry for entry in entries_of(mended(cell.raw)) if entry.text.strip()]
    return entries[0].text.strip(" 。；;") if len(entries) == 1 else flat(cell.raw)
