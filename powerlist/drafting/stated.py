"""What the list itself says about a step: the duties that it carries out, and the post that has them."""

from collections.abc import Mapping, Sequence

from powerlist.drafting.posts import Organisation
from powerlist.drafting.staffing import Staff
from powerlist.graph import PowerGraph
from powerlist.model.codes import PowerType, Raci
from powerlist.model.duty import Duty
from powerlist.model.organisation import Post
from powerlist.model.power import Power
from powerlist.practice import StageCatalogue
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
    found: dict[str, Post] = {}
    stated = graph.duties_of(power)
    for key, node in nodes.items():
        carried = stated_for(node, stated, power.type, stages) if power.type and node.who else []
        performers = [post for duty in carried for post in graph.posts_of(duty, Raci.RESPONSIBLE)]
        usual = staff.get(node.who or "")
        if performers and not (usual and _does(usual, performers)):
            own = next((p for p in performers if _may(p, node, nodes, staff, found, organisation)), None)
            found.update({key: own} if own else {})
    return found


def _does(post: Post, performers: Sequence[Post]) -> bool:
    """Whether a post, or one that it stands in for, is among those that perform a duty."""
    return any(post.id in (one.id, one.backup_post) for one in performers)


def _may(
    post: Post,
    node: NodePlan,
    nodes: Nodes,
    staff: Staff,
    own: Mapping[str, Post],
    organisation: Organisation,
) -> bool:
    """Whether a manned post may take a step without joining hands that are to be apart."""
    if post.vacant or post.id not in organisation.posts:
        return False
    roles = organisation.plan.roles
    for key, other in nodes.items():
        who = other.who or ""
        apart = who in roles[node.who or ""].apart or (node.who or "") in roles[who].apart if who else False
        taken = own.get(key) or staff.get(who)
        if apart and taken and organisation.same_hand(post.id, taken.id):
            return False
    return True
