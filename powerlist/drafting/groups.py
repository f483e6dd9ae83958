"""Powers of one unit and type that share a road: they get one process."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from powerlist.drafting.features import cites, features_of, nodes_of, roads_of
from powerlist.drafting.posts import Organisation
from powerlist.drafting.staffing import Staff, staff_for
from powerlist.graph import PowerGraph
from powerlist.model.codes import Raci
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
    powers: list[Power] = field(default_factory=list)

    def post_of(self, node: NodePlan) -> Post | None:
        """The post of a node."""
        return self.staff.get(node.who or "")

    def risk_at(self, key: str) -> RiskPlan | None:
        """The risk point of a node, where the group's features call for it."""
        risk = self.nodes[key].risk
        return risk if risk and (risk.when is None or risk.when in self.features) else None

    @property
    def words(self) -> str:
        """What tells it from every other group of its unit: the words of its process's id."""
        posts = (f"{role}={post.id if post else ''}" for role, post in sorted(self.staff.items()))
        return "|".join([self.plan.type, self.key, *sorted(self.features), *sorted(self.stops), *posts])


def groups_of(
    graph: PowerGraph,
    powers: Iterable[Power],
    templates: Templates,
    organisation: Organisation,
    stages: StageCatalogue,
) -> list[Group]:
    """The groups of the powers, in list order."""
    found: dict[tuple[str, str], Group] = {}
    for power in powers:
        plan = templates.types[power.type] if power.type else None
        features = features_of(graph, power, plan, stages, templates.organisation) if plan else frozenset()
        for key, road in roads_of(plan, features).items() if plan else ():
            assert plan is not None
            group = _group(graph, power, plan, key, road, features, organisation, stages)
            place = (group.unit.id if group.unit else "", group.words)
            found.setdefault(place, group).powers.append(power)
    return list(found.values())


def _group(
    graph: PowerGraph,
    power: Power,
    plan: TypePlan,
    key: str,
    road: RoadPlan,
    features: frozenset[str],
    organisation: Organisation,
    stages: StageCatalogue,
) -> Group:
    nodes = nodes_of(road, features)
    stops = frozenset(
        name
        for name, node in nodes.items()
        if any(cites(graph, power, clause, organisation.plan) for clause in node.stops)
    )
    roles = _roles(nodes)
    staff = staff_for(power, plan, organisation, roles, _stated(graph, power, nodes, stages))
    return Group(
        organisation.unit_of(power), plan, key, road, features & road.features(), nodes, stops, staff
    )


def _roles(nodes: dict[str, NodePlan]) -> set[str]:
    """The roles of the steps and of their controls."""
    steps = {node.who for node in nodes.values() if node.who}
    plans = [control for node in nodes.values() if node.risk for control in node.risk.controls]
    return steps | {role for control in plans for role in control.owner}


def _stated(
    graph: PowerGraph, power: Power, nodes: dict[str, NodePlan], stages: StageCatalogue
) -> dict[str, str]:
    """The post of a role where the list itself gives the duty of that stage to a post."""
    named: dict[str, str] = {}
    for duty in graph.duties_of(power):
        posts = graph.posts_of(duty, Raci.RESPONSIBLE)
        for node in nodes.values():
            if posts and duty.stage and node.stage == duty.stage and node.who:
                named.setdefault(node.who, posts[0].id)
    return named
