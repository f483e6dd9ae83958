"""PowerGraph: one networkx MultiDiGraph a register, asked in the words of the trade.

Nodes are entities by id; edges are the references of `model.relation.RELATIONS`, each with its relation's
name and, for a link (a flow, an assignment), the link entity.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import product
from typing import Any, TypeVar

import networkx as nx

from powerlist.model.basis import LegalBasis
from powerlist.model.codes import Raci
from powerlist.model.duty import AccountabilityGround, Assignment, Duty
from powerlist.model.entity import Entity
from powerlist.model.organisation import Person, Post, Unit
from powerlist.model.power import Power, SubItem
from powerlist.model.process import Flow, Gateway, Process, Step
from powerlist.model.register import Register, ids_in
from powerlist.model.relation import RELATION, Relation, relations_of
from powerlist.model.risk import Control, RiskPoint

E = TypeVar("E", bound=Entity)
Node = Step | Gateway


class PowerGraph:
    """The graph of one register. References to things that are not there make no edge."""

    def __init__(self, register: Register) -> None:
        self.register = register

    @cached_property
    def network(self) -> "nx.MultiDiGraph[str]":
        """The whole graph; node data `entity`, edge data `relation` and `link`."""
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        entities = list(self.register.entities())
        graph.add_nodes_from((entity.id, {"entity": entity}) for entity in entities if not entity.link)
        for entity in entities:
            for relation in relations_of(entity.kind):
                for edge in _edges(entity, relation):
                    if edge[0] in graph and edge[1] in graph:
                        graph.add_edge(*edge[:2], key=edge[2], relation=relation.name, link=edge[3])
        return graph

    # -- neighbours

    def targets(self, entity: Entity, relation: str) -> tuple[Any, ...]:
        """What `entity` itself names by `relation`, in the order it names them."""
        named = ids_in(entity, RELATION[relation].target)
        return tuple(end for id in named if (end := self.register.find(id)) is not None)

    def sources(self, entity: Entity, relation: str) -> tuple[Any, ...]:
        """What names `entity` by `relation`, in register order."""
        return tuple(self._sources.get(relation, {}).get(entity.id, ()))

    @cached_property
    def _sources(self) -> dict[str, dict[str, list[Entity]]]:
        """What names a thing, by relation and id."""
        table: dict[str, dict[str, list[Entity]]] = {}
        find = self.register.find
        for entity in self.register.entities():
            for relation in relations_of(entity.kind):
                ends = [id for id in ids_in(entity, relation.target) if find(id) is not None]
                starts = filter(None, map(find, ids_in(entity, relation.source)))
                for start, end in product(starts, ends):
                    table.setdefault(relation.name, {}).setdefault(end, []).append(start)
        return table

    def _one(self, id: str | None, kind: type[E]) -> E | None:
        found = self.register.find(id) if id else None
        return found if isinstance(found, kind) else None

    # -- tables

    @property
    def powers(self) -> tuple[Power, ...]:
        """Every power, in list order."""
        return self.register.powers

    @property
    def running_powers(self) -> tuple[Power, ...]:
        """The powers that the bureau still runs."""
        return tuple(power for power in self.powers if power.running)

    @property
    def duties(self) -> tuple[Duty, ...]:
        """Every duty of a power that still runs."""
        return tuple(duty for duty in self.register.duties if self._runs(duty.power))

    @property
    def posts(self) -> tuple[Post, ...]:
        """Every post."""
        return self.register.posts

    @property
    def risks(self) -> tuple[RiskPoint, ...]:
        """Every risk point."""
        return self.register.risks

    @property
    def controls(self) -> tuple[Control, ...]:
        """Every control."""
        return self.register.controls

    def _runs(self, power: str) -> bool:
        found = self._one(power, Power)
        return found is not None and found.running

    # -- powers and duties

    def power_of(self, thing: Duty | SubItem | AccountabilityGround | RiskPoint) -> Power | None:
        """The power that something belongs to."""
        return self._one(thing.power, Power)

    def units_of_power(self, power: Power) -> tuple[Unit, ...]:
        """承办机构."""
        return self.targets(power, "HANDLED_BY")

    def sub_items_of(self, power: Power) -> tuple[SubItem, ...]:
        """子项."""
        return self.sources(power, "SUB_ITEM_OF")

    def duties_of(self, power: Power) -> tuple[Duty, ...]:
        """责任事项."""
        return self.sources(power, "DUTY_OF")

    def grounds_of(self, power: Power) -> tuple[AccountabilityGround, ...]:
        """追责情形."""
        return self.sources(power, "GROUND_OF")

    def bases_of(self, owner: Entity) -> tuple[LegalBasis, ...]:
        """Every legal basis that hangs on `owner` itself."""
        return self.sources(owner, "BASIS_OF")

    # -- assignments

    @cached_property
    def _assignments(self) -> dict[str, list[Assignment]]:
        table: dict[str, list[Assignment]] = {}
        for assignment in self.register.assignments:
            table.setdefault(assignment.duty, []).append(assignment)
        return table

    def assignments_of(self, duty: Duty) -> tuple[Assignment, ...]:
        """Who has which part in a duty."""
        return tuple(self._assignments.get(duty.id, ()))

    def posts_of(self, duty: Duty, raci: Raci = Raci.RESPONSIBLE) -> tuple[Post, ...]:
        """The posts that have this part in a duty: by default those that perform it."""
        named = [self._one(one.post, Post) for one in self.assignments_of(duty) if one.raci is raci]
        return tuple(post for post in named if post)

    def units_of(self, duty: Duty) -> tuple[Unit, ...]:
        """The units that a duty was left to where no post was named."""
        named = [self._one(one.unit, Unit) for one in self.assignments_of(duty)]
        return tuple(unit for unit in named if unit)

    # -- posts

    def unit_of(self, post: Post) -> Unit | None:
        """The unit that a post is in."""
        return self._one(post.unit, Unit)

    def posts_in(self, unit: Unit) -> tuple[Post, ...]:
        """The posts of a unit."""
        return self.sources(unit, "IN_UNIT")

    def holders_of(self, post: Post) -> tuple[Person, ...]:
        """The persons known to hold a post."""
        return self.sources(post, "HOLDS")

    def superiors_of(self, post: Post) -> Iterator[Post]:
        """The posts above, nearest first; stops where the line runs in a circle."""
        seen, above = {post.id}, self._one(post.reports_to, Post)
        while above and above.id not in seen:
            yield above
            seen.add(above.id)
            above = self._one(above.reports_to, Post)

    # -- processes

    @property
    def processes(self) -> tuple[Process, ...]:
        """Every process."""
        return self.register.processes

    def processes_of(self, power: Power) -> tuple[Process, ...]:
        """The processes that run a power."""
        return self.sources(power, "RUNS")

    def powers_of(self, process: Process) -> tuple[Power, ...]:
        """The powers that a process runs."""
        return self.targets(process, "RUNS")

    def steps_of(self, process: Process) -> tuple[Step, ...]:
        """环节, in register order."""
        return self.sources(process, "STEP_OF")

    def gateways_of(self, process: Process) -> tuple[Gateway, ...]:
        """判断框与并行线, in register order."""
        return self.sources(process, "GATEWAY_OF")

    def nodes_of(self, process: Process) -> tuple[Node, ...]:
        """Steps and gateways."""
        return (*self.steps_of(process), *self.gateways_of(process))

    @cached_property
    def _flows(self) -> dict[str, list[Flow]]:
        table: dict[str, list[Flow]] = {}
        for flow in self.register.flows:
            table.setdefault(flow.process, []).append(flow)
        return table

    def flows_of(self, process: Process) -> tuple[Flow, ...]:
        """流转, in register order."""
        return tuple(self._flows.get(process.id, ()))

    def flow_of(self, process: Process) -> "nx.DiGraph[str]":
        """The process as a directed graph of node ids; edge data `flow`. Flows to nowhere are left out."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(node.id for node in self.nodes_of(process))
        for flow in self.flows_of(process):
            if flow.source in graph and flow.target in graph:
                graph.add_edge(flow.source, flow.target, flow=flow)
        return graph

    def process_of(self, node: Node) -> Process | None:
        """The process that a step or gateway belongs to."""
        return self._one(node.process, Process)

    def post_of(self, node: Node) -> Post | None:
        """The post that does a step or takes a decision."""
        return self._one(node.post, Post)

    def duties_done_in(self, step: Step) -> tuple[Duty, ...]:
        """The duties that a step carries out."""
        return self.targets(step, "CARRIES_OUT")

    def steps_doing(self, duty: Duty) -> tuple[Step, ...]:
        """The steps that carry out a duty."""
        return self.sources(duty, "CARRIES_OUT")

    # -- risks

    def risks_at(self, node: Node) -> tuple[RiskPoint, ...]:
        """The risk points of a step or gateway."""
        return self.sources(node, "RISK_AT")

    def risks_of(self, power: Power) -> tuple[RiskPoint, ...]:
        """The risk points on the processes of a power, less those that name another power."""
        nodes = (node for process in self.processes_of(power) for node in self.nodes_of(process))
        return tuple(r for node in nodes for r in self.risks_at(node) if r.power in (None, power.id))

    def node_of(self, risk: RiskPoint) -> Node | None:
        """The step or gateway where a risk sits."""
        found = self.register.find(risk.step)
        return found if isinstance(found, Step | Gateway) else None

    def post_at_risk(self, risk: RiskPoint) -> Post | None:
        """The post that a risk is on: its own word, else the post of its step."""
        own = self._one(risk.post, Post)
        node = self.node_of(risk)
        return own or (self.post_of(node) if node else None)

    def controls_of(self, risk: RiskPoint) -> tuple[Control, ...]:
        """The controls against a risk."""
        return self.sources(risk, "CONTROLS")

    def owner_of(self, control: Control) -> Post | None:
        """The post that carries out a control."""
        return self._one(control.owner, Post)

    def supervisor_of(self, thing: RiskPoint | Control) -> Post | None:
        """The post that watches a risk or a control."""
        return self._one(thing.supervisor, Post)


def _edges(entity: Entity, relation: Relation) -> Iterable[tuple[str, str, str, Entity | None]]:
    """(source id, target id, key, link) for each reference that `entity` makes by `relation`."""
    sources = ids_in(entity, relation.source)
    link = entity if entity.link else None
    key = f"{relation.name}:{entity.id}" if link else relation.name
    return [(source, target, key, link) for source in sources for target in ids_in(entity, relation.target)]
