"""What stands against a risk, who does it, and who watches."""

from collections.abc import Iterator

from powerlist.analysis.in_force import HIGH, InForce
from powerlist.analysis.separation import one_person
from powerlist.model.codes import Phase
from powerlist.model.organisation import Post
from powerlist.model.risk import Control, RiskPoint


def missing_phases(scope: InForce, risk: RiskPoint) -> list[Phase]:
    """The phases in which nothing stands against a risk."""
    phases = {control.phase for control in scope.graph.controls_of(risk)}
    return [phase for phase in Phase if phase not in phases]


def supervisors(scope: InForce, risk: RiskPoint) -> list[Post]:
    """The posts that watch a risk: its own supervisor, else those of its controls."""
    own = scope.graph.supervisor_of(risk)
    watching = (scope.graph.supervisor_of(control) for control in scope.graph.controls_of(risk))
    return [own] if own else list(dict.fromkeys(post for post in watching if post))


def self_controls(scope: InForce) -> Iterator[tuple[Control, RiskPoint, Post]]:
    """Controls of a high risk that are owned by the very post, or the very person, that does the step."""
    for control in scope.controls:
        owner = scope.graph.owner_of(control)
        for risk in scope.graph.targets(control, "CONTROLS") if owner else ():
            if owner and risk.rank is not None and risk.rank >= HIGH and _handles(scope, owner, risk):
                yield control, risk, owner
                break


def _handles(scope: InForce, owner: Post, risk: RiskPoint) -> bool:
    node = scope.graph.node_of(risk)
    posts = (scope.graph.post_at_risk(risk), scope.graph.post_of(node) if node else None)
    return any(post and (post.id == owner.id or one_person(scope, post, owner)) for post in posts)
