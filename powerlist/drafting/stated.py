"""What the list itself says about a step: the duties that it carries out, and the post that has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from powerlist.drafting.posts import Organisation
from powerlist.drafting.staffing import Staff
from powerlist.graph import PowerGraph
from powerlist.model.codes import PowerType, Raci
from powerlist.model.duty import Duty
from powerlist.model.organisation import Post
from powerlist.model.power import Power
from powerlist.practice import StageCatalogue, StageRole
from powerlist.practice.templates import NodePlan

Nodes = Mapping[str, NodePlan]


def stated_for(node: NodePlan, stated: Sequence[Duty], type: PowerType, stages: StageCatalogue) -> list[Duty]:
    """The stated duties of a node's stage, else of the same kind of stage where none is owed."""
    if node.stage is None or node.gateway:
        return []
    told = {duty.stage for duty in stated}
    groups = stages.required.get(type, ())
    owed = any(node.stage in group and told.isdisjoint(group) for group in groups)
    same = [duty for duty in stated if duty.stage == node.stage]
    role = stages.role_of(node.stage)
    return same or [duty for duty in stated if not owed and stages.role_of(duty.stage) is role]


def usual_posts(graph: PowerGraph, power: Power, nodes: Nodes) -> dict[str, str]:
    """The post of a role where the list itself gives the duty of that stage to a post."""
    named: dict[str, str] = {}
    for duty in graph.duties_of(power):
        posts = graph.posts_of(duty, Raci.RESPONSIBLE)
        for node in nodes.values():
            if posts and duty.stage and node.stage == duty.stage and node.who:
                named.setdefault(node.who, posts[0].id)
    return named


def stated_posts(
    graph: PowerGraph,
    power: Power,
    nodes: Nodes,
    staff: Staff,
    organisation: Organisation,
    stages: StageCatalogue,
) -> dict[str, Post]:
    """The steps that the list gives to other posts than those of their roles, where hands stay apart."""
    hands = Hands(nodes, staff, organisation, stages)
    stated = graph.duties_of(power)
    for key, node in nodes.items():
        carried = stated_for(node, stated, power.type, stages) if power.type and node.who else []
        performers = [post for duty in carried for post in graph.posts_of(duty, Raci.RESPONSIBLE)]
        usual = staff.get(node.who or "")
        if performers and not (usual and _does(usual, performers)):
            own = next((post for post in performers if hands.free_for(post, key)), None)
            hands.own.update({key: own} if own else {})
    return hands.own


def _does(post: Post, performers: Sequence[Post]) -> bool:
    """Whether a post, or one that it stands in for, is among those that perform a duty."""
    return any(post.id in (one.id, one.backup_post) for one in performers)


_APART_NO_MORE = (StageRole.TELL, StageRole.DELIVERY, StageRole.FOLLOW_UP, StageRole.OTHER)
_HEARING = "hearing"


@dataclass(frozen=True)
class Hands:
    """Who does which step of a road: by role, and by the list's own word (`own`)."""

    nodes: Nodes
    staff: Staff
    organisation: Organisation
    stages: StageCatalogue
    own: dict[str, Post] = field(default_factory=dict)

    def free_for(self, post: Post, key: str) -> bool:
        """Whether a manned post may take a step without joining hands that are to be apart."""
        if post.vacant or post.id not in self.organisation.posts:
            return False
        taken = (self._at(other) for other in self.nodes if self._apart(key, other))
        return not any(one and self.organisation.same_hand(post.id, one.id) for one in taken)

    def _at(self, key: str) -> Post | None:
        return self.own.get(key) or self.staff.get(self.nodes[key].who or "")

    def _apart(self, one: str, other: str) -> bool:
        """Whether two steps judge or pay, and their roles are to be in different hands."""
        roles, (a, b) = self.organisation.plan.roles, (self.nodes[one].who, self.nodes[other].who)
        weighty = a and b and self._weighs(one) and self._weighs(other)
        return bool(weighty) and (b in roles[a or ""].apart or a in roles[b or ""].apart)

    def _weighs(self, key: str) -> bool:
        """Whether a step counts for separation: to tell, to hand over and to file away do not."""
        node = self.nodes[key]
        plain = self.stages.role_of(node.stage) in _APART_NO_MORE and node.stage != _HEARING
        return node.money or not plain
