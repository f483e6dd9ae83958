"""The processes on the desk and their steps by name: where a row's step is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from powerlist.formats.cells.text import flat
from powerlist.formats.side_tables.desk import Desk
from powerlist.formats.side_tables.powers import Home
from powerlist.formats.side_tables.tables import Record
from powerlist.model.power import Power
from powerlist.model.process import Gateway, Process, Step
from powerlist.practice.side_tables import alike

Node = Step | Gateway


@dataclass
class Processes:
    """Processes by the powers that they serve, and nodes by process."""

    desk: Desk
    _by_power: dict[str, list[str]] = field(default_factory=dict)
    _nodes: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    _tables: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for process in self.desk.all("processes"):
            self._index(process)
        for table in ("steps", "gateways"):
            for node in self.desk.all(table):
                self.put(node)

    def _index(self, process: Process) -> None:
        for power in process.powers:
            self._by_power.setdefault(power, []).append(process.id)

    def put(self, node: Node) -> None:
        """One more step or gateway under its name."""
        self._nodes.setdefault(node.process, {}).setdefault(alike(node.name), []).append(node.id)
        self._tables[node.id] = node.table

    def add(self, process: Process, **cells: object) -> str:
        """A new process."""
        self._index(process)
        return self.desk.add(process, **cells)  # type: ignore[arg-type]

    def node(self, id: str) -> Node:
        """A step or gateway as it is now."""
        found: Node = self.desk.get(self._tables[id], id)
        return found

    def of(self, home: Home, name: str = "") -> list[Process]:
        """The processes of the powers, of the procedure and name that the row says, where it says one."""
        ids = dict.fromkeys(id for power in home.powers for id in self._by_power.get(power, ()))
        found: list[Process] = [self.desk.get("processes", id) for id in ids]
        if home.sub_items:
            own = [one for one in found if set(home.sub_items) & set(one.sub_items)]
            found = own or [one for one in found if not one.sub_items]
        if name:
            found = [one for one in found if alike(one.name) == alike(name)] or found
        if home.variant:
            found = [one for one in found if alike(one.variant) == alike(home.variant)]
        return found

    def named(self, process: str, name: str) -> Sequence[str]:
        """The nodes of a process with this name, in their order."""
        return self._nodes.get(process, {}).get(alike(name), [])

    def names(self, processes: Iterable[Process]) -> list[str]:
        """Every name of a step in these processes."""
        return [
            self.node(ids[0]).name for one in processes for ids in self._nodes.get(one.id, {}).values() if ids
        ]

    def nodes(self, process: str) -> list[str]:
        """All nodes of a process."""
        return [id for ids in self._nodes.get(process, {}).values() for id in ids]

    def account(self, node: str, record: Record) -> None:
        """Cells that name this process and its procedure have done what they are for."""
        process: Process = self.desk.get("processes", self.node(node).process)
        for column, own in (("process", process.name), ("variant", process.variant)):
            for cell in record.all(column):
                if alike(flat(cell.raw)) == alike(own):
                    self.desk.use(cell)

    def first_power(self, home: Home) -> Power:
        """The first power of a home."""
        found: Power = self.desk.get("powers", home.powers[0])
        return found
