"""The line of command against the line of oversight: who would have to watch his own superior."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.graph import PowerGraph
from powerlist.model.codes import OversightKind, PostLevel
from powerlist.model.organisation import Post
from powerlist.model.oversight import Oversight
from powerlist.model.process import Gateway, Step
from powerlist.model.risk import Control, RiskPoint


@dataclass(frozen=True, slots=True)
class Upward:
    """A watch kept from below: what is watched, by whom, and over which superior."""

    thing: RiskPoint | Control | Oversight
    watcher: Post
    watched: Post


def upward_watches(scope: InForce) -> Iterator[Upward]:
    """Risks, controls and internal oversight whose watcher reports, directly or not, to whom he watches.

    The head has nobody above him in the bureau: who watches him can only be from below.
    """
    for thing, watcher, watched in _watches(scope):
        if watcher is None or watched is None or watched.level is PostLevel.CHIEF:
            continue
        if any(above.id == watched.id for above in scope.graph.superiors_of(watcher)):
            yield Upward(thing, watcher, watched)


def _watches(
    scope: InForce,
) -> Iterator[tuple[RiskPoint | Control | Oversight, Post | None, Post | None]]:
    graph = scope.graph
    for risk in scope.risks:
        yield risk, graph.supervisor_of(risk), graph.post_at_risk(risk)
    for control in scope.controls:
        yield control, graph.supervisor_of(control), graph.owner_of(control)
    for oversight in graph.register.oversights:
        if oversight.oversight_kind is OversightKind.INTERNAL and oversight.post:
            watcher = graph.register.find(oversight.post)
            if isinstance(watcher, Post):
                yield from ((oversight, watcher, covered) for covered in _posts_covered(graph, oversight))


def _posts_covered(graph: PowerGraph, oversight: Oversight) -> list[Post]:
    """The posts that an oversight is over, each once: named themselves, by their step or by their risk."""
    found: dict[str, Post] = {}
    for thing in (graph.register.find(id) for id in oversight.covers):
        match thing:
            case Post():
                post: Post | None = thing
            case Step() | Gateway():
                post = graph.post_of(thing)
            case RiskPoint():
                post = graph.post_at_risk(thing)
            case _:
                post = None
        if post:
            found[post.id] = post
    return list(found.values())
