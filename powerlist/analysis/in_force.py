"""What of a register is in force on a day: the powers that run, and what hangs on them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from powerlist.analysis.road import Road
from powerlist.analysis.soundness import Verdict, verdict
from powerlist.graph import PowerGraph
from powerlist.graph.power_graph import Node
from powerlist.model.codes import ProcessStatus, Raci
from powerlist.model.duty import AccountabilityGround, Duty
from powerlist.model.entity import Entity, Lasting
from powerlist.model.organisation import Person, Post, Unit
from powerlist.model.power import Power, SubItem
from powerlist.model.process import Process
from powerlist.model.risk import Control, RiskPoint

LOW, HIGH = 1, 3  # ranks of a risk
DOES = (Raci.RESPONSIBLE, Raci.ACCOUNTABLE)


@dataclass
class Work:
    """What is on one post."""

    duties: list[Duty] = field(default_factory=list)
    steps: list[Node] = field(default_factory=list)


class InForce:
    """A graph seen on one day: gone powers, former processes and ended posts are left aside."""

    def __init__(self, graph: PowerGraph, day: date) -> None:
        self.graph, self.day = graph, day

    @cached_property
    def powers(self) -> tuple[Power, ...]:
        """The powers that the bureau runs on the day, in list order."""
        return tuple(power for power in self.graph.running_powers if power.holds_on(self.day))

    @cached_property
    def _running(self) -> frozenset[str]:
        return frozenset(power.id for power in self.powers)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The duties of those powers."""
        return tuple(duty for duty in self.graph.register.duties if duty.power in self._running)

    @cached_property
    def grounds(self) -> tuple[AccountabilityGround, ...]:
        """The grounds of accountability of those powers."""
        return tuple(ground for ground in self.graph.register.grounds if ground.power in self._running)

    # -- processes

    @cached_property
    def roads(self) -> tuple[Road, ...]:
        """The current processes that run one of those powers, or none at all."""
        current = (p for p in self.graph.processes if p.status is ProcessStatus.CURRENT)
        return tuple(Road.of(self.graph, p) for p in current if self.powers_of(p) or not self._named_by(p))

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Whether each of these processes is sound, in their order."""
        return tuple(verdict(road) for road in self.roads)

    @cached_property
    def _roads_by_power(self) -> dict[str, list[Road]]:
        table: dict[str, list[Road]] = {}
        for road in self.roads:
            for power in self.powers_of(road.process):
                table.setdefault(power.id, []).append(road)
        return table

    def roads_of(self, power: Power) -> list[Road]:
        """The current processes of a power and of its sub-items."""
        return self._roads_by_power.get(power.id, [])

    def _named_by(self, process: Process) -> list[Power]:
        """Every power that a process names, itself or by a sub-item, once each."""
        found = (self.graph.register.find(id) for id in (*process.powers, *process.sub_items))
        powers = (self.graph.power_of(one) if isinstance(one, SubItem) else one for one in found)
        return list({power.id: power for power in powers if isinstance(power, Power)}.values())

    def powers_of(self, process: Process) -> list[Power]:
        """The powers in force that a process runs, itself or by a sub-item."""
        known = self._powers_by_process.get(process.id)
        return self._running_of(process) if known is None else known

    def _running_of(self, process: Process) -> list[Power]:
        return [power for power in self._named_by(process) if power.id in self._running]

    @cached_property
    def _powers_by_process(self) -> dict[str, list[Power]]:
        return {process.id: self._running_of(process) for process in self.graph.processes}

    # -- risks

    @cached_property
    def risks(self) -> tuple[RiskPoint, ...]:
        """The risk points on those processes, less those of a power that is gone."""
        nodes = {id for road in self.roads for id in road.nodes}
        return tuple(
            r for r in self.graph.risks if r.step in nodes and (r.power is None or r.power in self._running)
        )

    def above_low(self, road: Road) -> bool:
        """Whether any risk on a process is graver than low."""
        risks = (risk for node in road.nodes.values() for risk in self.graph.risks_at(node))
        return any((risk.rank or 0) > LOW for risk in risks)

    @cached_property
    def controls(self) -> tuple[Control, ...]:
        """The controls against those risks."""
        ids = {risk.id for risk in self.risks}
        return tuple(control for control in self.graph.controls if not ids.isdisjoint(control.risks))

    # -- posts and persons

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """The posts that exist on the day."""
        return tuple(post for post in self.graph.posts if post.holds_on(self.day))

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units that exist on the day."""
        return tuple(unit for unit in self.graph.register.units if unit.holds_on(self.day))

    @cached_property
    def _holders(self) -> dict[str, list[Person]]:
        table: dict[str, list[Person]] = {}
        for person in self.graph.register.persons:
            for holding in person.holdings:
                if _holds(holding.valid_from, holding.valid_to, self.day):
                    table.setdefault(holding.post, []).append(person)
        return table

    def holders_of(self, post: Post) -> list[Person]:
        """The persons known to hold a post on the day."""
        return self._holders.get(post.id, [])

    def deserted(self, post: Post) -> bool:
        """Whether nobody is there: it says so itself, or all who are known to have held it have left."""
        known = self.graph.holders_of(post)
        return post.vacant or bool(known and not self.holders_of(post))

    def available(self, post: Post) -> bool:
        """Whether a post exists on the day and somebody holds it."""
        return post.holds_on(self.day) and not self.deserted(post)

    @cached_property
    def _work(self) -> dict[str, Work]:
        table: dict[str, Work] = {}
        for duty in self.duties:
            parts = self.graph.assignments_of(duty)
            for post in dict.fromkeys(one.post for one in parts if one.raci in DOES and one.post):
                table.setdefault(post, Work()).duties.append(duty)
        for road in self.roads:
            for node in road.nodes.values():
                if node.post:
                    table.setdefault(node.post, Work()).steps.append(node)
        return table

    def work_of(self, post: Post) -> Work:
        """The duties that a post performs or answers for, and the steps and decisions it takes."""
        return self._work.get(post.id) or Work()

    # -- belonging

    def process_name(self, node: Node) -> str:
        """What the process of a step or gateway is called."""
        process = self.graph.process_of(node)
        return process.name if process else ""

    def line_of(self, entity: Entity) -> Iterator[Entity]:
        """The thing, what it belongs to, and so on upward."""
        at: Entity | None = entity
        while at is not None:
            yield at
            at = self.graph.register.parent_of(at)

    def power_of(self, entity: Entity) -> Power | None:
        """The power that a thing belongs to; of a shared process the first in force."""
        for one in self.line_of(entity):
            if isinstance(one, Power):
                return one
            if isinstance(one, Process):
                return next(iter(self.powers_of(one)), None)
        return None

    def holds(self, entity: Entity) -> bool:
        """Whether a thing still counts on the day: what it belongs to is there and in force."""
        top = list(self.line_of(entity))[-1]
        if isinstance(top, Power):
            return top.id in self._running
        if isinstance(top, Process):
            return top.id in self._road_ids
        return top.parent is None and (not isinstance(top, Lasting) or top.holds_on(self.day))

    @cached_property
    def _road_ids(self) -> frozenset[str]:
        return frozenset(road.process.id for road in self.roads)


def _holds(first: date | None, last: date | None, day: date) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)
