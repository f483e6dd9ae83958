"""What windows do, and what they were given leave to do."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.graph.power_graph import Node
from powerlist.model.codes import PostLevel, PowerType
from powerlist.model.organisation import Post
from powerlist.model.process import Step
from powerlist.practice import StageCatalogue, StageRole

_GRANTED = (StageRole.INTAKE, StageRole.DELIVERY)


@dataclass(frozen=True, slots=True)
class Ungranted:
    """A window post and the steps of intake and delivery for which it has no leave."""

    post: Post
    steps: tuple[Step, ...]
    stages: tuple[str, ...]


def ungranted_windows(scope: InForce, stages: StageCatalogue) -> Iterator[Ungranted]:
    """Window posts that take in or hand out without a grant of a stage that does the same."""
    for post in scope.posts:
        granted = {stages.role_of(key) for key in post.granted}
        work = scope.work_of(post).steps if post.level is PostLevel.WINDOW else []
        steps = [step for step in work if _needs_leave(step, stages) and _role(step, stages) not in granted]
        found = tuple(step for step in steps if isinstance(step, Step))
        if found:
            keys = dict.fromkeys(step.stage for step in found if step.stage)
            yield Ungranted(post, found, tuple(keys))


def _role(node: Node, stages: StageCatalogue) -> StageRole | None:
    return stages.role_of(node.stage) if isinstance(node, Step) else None


def _needs_leave(node: Node, stages: StageCatalogue) -> bool:
    return _role(node, stages) in _GRANTED


def licences_behind_the_window(scope: InForce, stages: StageCatalogue) -> Iterator[tuple[Step, Post]]:
    """Licences that no window takes in, in a bureau that has windows: their first step of intake."""
    if not any(post.level is PostLevel.WINDOW for post in scope.posts):
        return
    for road in scope.roads:
        if all(power.type is not PowerType.LICENCE for power in scope.powers_of(road.process)):
            continue
        intake = [step for step in road.tasks if _role(step, stages) is StageRole.INTAKE and step.post]
        posts = [post for step in intake if (post := scope.graph.post_of(step))]
        if posts and all(post.level is not PostLevel.WINDOW for post in posts):
            yield intake[0], posts[0]
