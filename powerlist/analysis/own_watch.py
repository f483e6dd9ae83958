"""Risks that are watched by the very post that bears them, and what reality made of the rest."""

from collections.abc import Iterator

from powerlist.analysis.in_force import InForce
from powerlist.analysis.separation import one_person
from powerlist.model.organisation import Post
from powerlist.model.oversight import Oversight
from powerlist.model.risk import RiskPoint


def watched_by_oneself(scope: InForce) -> list[tuple[Post, list[RiskPoint]]]:
    """Posts that supervise risks which they bear, in one person at least, with no oversight by another."""
    graph = scope.graph
    found: dict[str, tuple[Post, list[RiskPoint]]] = {}
    for risk in scope.risks:
        bearer, watcher = graph.post_at_risk(risk), graph.supervisor_of(risk)
        if bearer and watcher and (bearer is watcher or one_person(scope, bearer, watcher)):
            outside = (one for one in graph.sources(bearer, "OVERSEES") if _by_another(one, bearer))
            if next(outside, None) is None:
                found.setdefault(watcher.id, (watcher, []))[1].append(risk)
    return list(found.values())


def _by_another(oversight: Oversight, bearer: Post) -> bool:
    return oversight.post != bearer.id


def worse_than_left(scope: InForce) -> Iterator[RiskPoint]:
    """Risks that turned out graver than what was said to be left of them."""
    for risk in scope.risks:
        if risk.residual and risk.actual and risk.actual.rank > risk.residual.rank:
            yield risk
