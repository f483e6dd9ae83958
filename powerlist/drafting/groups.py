"""Powers of one unit and type that share a road: they get one process."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from powerlist.drafting.features import cites, features_of, nodes_of, roads_of
from powerlist.drafting.posts import Organisation
from powerlist.drafting.staffing import Staff, staff_for
from powerlist.drafting.stated import stated_posts, usual_posts
from powerlist.graph import PowerGraph
from powerlist.model.organisation import Post, Unit
from powerlist.model.power import Power
from powerlist.practice import StageCatalogue
from powerlist.practice.templates import NodePlan, RiskPlan, RoadPlan, Templates, TypePlan


@dataclass(frozen=True)
class Group:
    """One road with its staff, and the powers that take it."""

    unit: Unit | None
    plan: TypePlan
    key: str
    road: RoadPlan
    features: frozenset[str]
    nodes: dict[str, NodePlan]
    stops: frozenset[str]
    staff: Staff
    own: Mapping[str, Post] = field(default_factory=dict)  # steps that the list gives to other posts
    powers: list[Power] = field(default_factory=list)

    def post_of(self, key: str) -> Post | None:
        """The post of a node: the list's own word, else that of its role."""
        return self.own.get(key) or self.staff.get(self.nodes[key].who or "")

    def risk_at(self, key: str) -> RiskPlan | None:
        """The risk point of a node, where the group's features call for it."""
        risk = self.nodes[key].risk
        return risk if risk and (risk.when is None or risk.when in self.features) else None

    @property
    def words(self) -> str:
        """What tells it from every other group of its unit: the words of its process's id."""
        posts = (f"{role}={post.id if post else ''}" for role, post in sorted(self.staff.items()))
        own = (f"{key}:{post.id}" for key, post in sorted(self.own.items()))
        return "|".join([self.plan.type, self.key, *sorted(self.features), *sorted(self.stops), *posts, *own])


@dataclass(frozen=True)
class Grouping:
    """Sorts the powers of a register by their roads."""

    graph: PowerGraph
    templates: Templates
    organisation: Organisation
    stages: StageCatalogue

    def groups_of(self, powers: Iterable[Power]) -> list[Group]:
        """The groups of these powers, in list order; a power takes part in one a road."""
        found: dict[tuple[str, str], Group] = {}
        for power in powers:
            for group in self._roads(power):
                place = (group.unit.id if group.unit else "", group.words)
                found.setdefault(place, group).powers.append(power)
        return list(found.values())

    def _roads(self, power: Power) -> Iterator[Group]:
        if power.type:
            plan, organisation = self.templates.types[power.type], self.templates.organisation
            features = features_of(self.graph, power, plan, self.stages, organisation)
            for key, road in roads_of(plan, features).items():
                yield self._group(power, plan, key, road, features)

    def _group(
        self, power: Power, plan: TypePlan, key: str, road: RoadPlan, features: frozenset[str]
    ) -> Group:
        nodes, unit = nodes_of(road, features), self.organisation.unit_of(power)
        stops = frozenset(name for name, node in nodes.items() if self._stops(power, node))
        usual = usual_posts(self.graph, power, nodes)
        staff = staff_for(power, plan, self.organisation, _roles(nodes), usual)
        own = stated_posts(self.graph, power, nodes, staff, self.organisation, self.stages)
        return Group(unit, plan, key, road, features & road.features(), nodes, stops, staff, own)

    def _stops(self, power: Power, node: NodePlan) -> bool:
        clauses, organisation = node.stops, self.templates.organisation
        return any(cites(self.graph, power, clause, organisation) for clause in clauses)


def _roles(nodes: dict[str, NodePlan]) -> set[str]:
    """The roles of the steps and of their controls."""
    steps = {node.who for node in nodes.values() if node.who}
    plans = [control for node in nodes.values() if node.risk for control in node.risk.controls]
    return steps | {role for control in plans for role in control.owner}
