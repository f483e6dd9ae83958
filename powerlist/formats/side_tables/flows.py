"""流转: from row to row, or where a column says so; a step with several exits gets a judgement behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from powerlist.formats.cells.text import flat, mended
from powerlist.formats.raw import Cell
from powerlist.formats.side_tables.desk import Desk
from powerlist.formats.side_tables.nearest import Nearest
from powerlist.formats.side_tables.processes import Processes
from powerlist.formats.side_tables.steps import Road
from powerlist.formats.side_tables.tables import Record
from powerlist.model.codes import StepKind
from powerlist.model.process import Flow, Gateway, Step
from powerlist.practice.side_tables import alike

_EXITS = re.compile(r"[；;\n]+")
_EXIT = re.compile(r"(?:(?P<condition>.+?)(?:[:：→]|->|则|转))?(?:转入|转|进入|到|至)?(?P<target>[^:：→]+)")
_START, _END = "开始", "结束"
_LONGEST = 120


@dataclass(frozen=True)
class _Exit:
    whole: str
    condition: str
    target: str


@dataclass
class Flows:
    """Ties the steps of each road."""

    desk: Desk
    processes: Processes
    _names: dict[str, Nearest] = field(default_factory=dict)

    def tie(self, roads: dict[str, Road]) -> None:
        """A process that is new, or had no arrows, gets them; one that had some is left as it was."""
        tied = {flow.process for flow in self.desk.all("flows")}
        for id, road in roads.items():
            if not road.steps:
                continue
            if id not in tied:
                self._chain(road)
                continue
            for step, record in road.steps:
                if step in road.fresh and (cell := record.first("step")):
                    self.desk.trouble("step-not-linked", cell, text=flat(cell.raw))

    def _chain(self, road: Road) -> None:
        start, end = self._terminal(road, StepKind.START), self._terminal(road, StepKind.END)
        line = [(id, record) for id, record in road.steps if id not in (start, end)]
        first = line[0][0] if line else end
        self._flow(start, first, "", line[0][1].first("condition") if line else None)
        for place, (id, record) in enumerate(line):
            after = line[place + 1][0] if place + 1 < len(line) else end
            below = line[place + 1][1] if place + 1 < len(line) else None
            exits = list(self._exits(road, record, end))
            if exits:
                self._leave_by(id, exits, record)
            else:
                self._flow(id, after, "", below.first("condition") if below else None)

    def _terminal(self, road: Road, kind: StepKind) -> str:
        """Where the road begins or ends: a row that says so, a node that is there, else one made for it."""
        for id in (*(one for one, _ in road.steps), *self.processes.nodes(road.process)):
            node = self.processes.node(id)
            if isinstance(node, Step) and node.step_kind is kind:
                return id
        name = _START if kind is StepKind.START else _END
        record = road.steps[0 if kind is StepKind.START else -1][1]
        step = Step(
            id=self.desk.tables.new_id(road.process, "step", name),
            process=road.process,
            name=name,
            step_kind=kind,
        )
        self.desk.tables.add(step)
        self.desk.tables.trace(step.id, "", record.first("step"))
        self.processes.put(step)
        return step.id

    def _flow(self, source: str, target: str, condition: str, cell: Cell | None) -> None:
        """An arrow; `cell` says its condition where the exit does not."""
        words = condition or (flat(cell.raw) if cell else "")
        process = self.processes.node(source).process
        id = self.desk.tables.new_id(process, "flow", f"{source}>{target}{words}")
        self.desk.add(
            Flow(id=id, process=process, source=source, target=target, condition=words), condition=cell
        )

    # exits that a column names

    def _exits(self, road: Road, record: Record, end: str) -> Iterator[tuple[str, str]]:
        """(condition, node) of each exit; one that leads nowhere is told, and the order of rows holds."""
        cell = record.first("next")
        if cell is None or self.desk.headings.among("nothing", flat(cell.raw)):
            return
        for exit in _exits_in(cell.raw):
            whole = self._target(road, exit.whole, end)
            target = whole or self._target(road, exit.target, end)
            if target is None:
                near = Nearest(self.processes.names([self.desk.get("processes", road.process)]))
                self.desk.trouble("no-next", cell, near=near.to(exit.target), text=exit.target)
                self.desk.leave(cell)
            else:
                self.desk.use(cell)
                yield "" if whole else exit.condition, target

    def _target(self, road: Road, words: str, end: str) -> str | None:
        if found := self.processes.named(road.process, words):
            return found[0]
        if self.desk.words.among("ends", words):
            return end
        marks = self.desk.words.step_marks
        numbers = ((id, flat(cell.raw)) for id, record in road.steps if (cell := record.first("number")))
        return next((id for id, number in numbers if number == alike(words).strip(marks)), None)

    def _leave_by(self, id: str, exits: list[tuple[str, str]], record: Record) -> None:
        cell = record.first("next")
        if len(exits) == 1:
            self._flow(id, exits[0][1], exits[0][0], cell if exits[0][0] else None)
            return
        step = self.processes.node(id)
        gateway = Gateway(
            id=self.desk.tables.new_id(step.process, "gateway", step.name),
            process=step.process,
            name=f"{step.name}？",
            post=step.post,
        )
        self.desk.add(gateway, name=cell)
        self.processes.put(gateway)
        self._flow(id, gateway.id, "", None)
        for condition, target in exits:
            self._flow(gateway.id, target, condition, cell)


def _exits_in(raw: str) -> Iterator[_Exit]:
    """齐全：审查；缺件：补正 as two; what is too long for the name of a step is not taken apart."""
    for part in _EXITS.split(mended(raw)):
        whole = part.strip(" 。，")
        match = _EXIT.fullmatch(whole) if len(whole) <= _LONGEST else None
        if match and match["target"].strip():
            yield _Exit(whole, (match["condition"] or "").strip(), match["target"].strip())
        elif whole:
            yield _Exit(whole, "", whole)
