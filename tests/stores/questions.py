"""The answers to the questions of the cookbook as the graph in memory gives them, number by number."""

from collections.abc import Callable, Iterator

from powerlist.analysis.bypass import way_round
from powerlist.analysis.decisions import steps_in
from powerlist.analysis.road import Road
from powerlist.graph import PowerGraph
from powerlist.model.codes import Raci
from powerlist.model.organisation import Post
from powerlist.model.risk import RiskPoint
from powerlist.practice import StageRole, load

Answer = Iterator[tuple[object, ...]]
_STAGES = load().stages


def _high(graph: PowerGraph) -> Iterator[tuple[RiskPoint, Post | None]]:
    for risk in graph.risks:
        if risk.rank == 3:
            yield risk, graph.post_at_risk(risk)


def _node(graph: PowerGraph, risk: RiskPoint) -> str:
    node = graph.node_of(risk)
    assert node
    return node.name


def unwatched(graph: PowerGraph) -> Answer:
    for risk, post in _high(graph):
        if post and not graph.supervisor_of(risk):
            yield post.name, _node(graph, risk), risk.event


def bypasses(graph: PowerGraph) -> Answer:
    for process in graph.processes:
        road = Road.of(graph, process)
        reviews = {step.id for step in steps_in(road, _STAGES, StageRole.REVIEW)}
        for decision in steps_in(road, _STAGES, StageRole.DECISION):
            way = way_round(road, decision.id, reviews)
            if way:
                yield process.name, process.variant or None, decision.name, len(way) - 1


def review_and_decide(graph: PowerGraph) -> Answer:
    for process in graph.processes:
        road = Road.of(graph, process)
        for review in steps_in(road, _STAGES, StageRole.REVIEW):
            for decision in steps_in(road, _STAGES, StageRole.DECISION):
                post = graph.post_of(review)
                if post and graph.post_of(decision) == post:
                    yield post.name, process.name, process.variant or None, review.name, decision.name


def own_controls(graph: PowerGraph) -> Answer:
    for risk in graph.risks:
        for control in graph.controls_of(risk):
            post = graph.post_at_risk(risk)
            if post and graph.owner_of(control) == post:
                yield post.name, risk.event, control.text


def missing_phases(graph: PowerGraph) -> Answer:
    for risk, _ in _high(graph):
        phases = {str(control.phase) for control in graph.controls_of(risk)}
        yield from ((risk.event, phase) for phase in ("before", "during", "after") if phase not in phases)


def concentration(graph: PowerGraph) -> Answer:
    held: dict[str, set[str]] = {}
    for process in graph.processes:
        for decision in steps_in(Road.of(graph, process), _STAGES, StageRole.DECISION):
            post = graph.post_of(decision)
            if post and graph.powers_of(process):
                held.setdefault(post.id, set()).update(power.id for power in graph.powers_of(process))
    for id, powers in held.items():
        yield graph.register[id].title, len(powers)


def alone(graph: PowerGraph) -> Answer:
    for post in {post.id: post for _, post in _high(graph) if post}.values():
        if post.vacant or (post.holders == 1 and not graph.targets(post, "BACKED_UP_BY")):
            yield post.name, post.holders


def unassigned(graph: PowerGraph) -> Answer:
    for duty in graph.duties:
        power = graph.power_of(duty)
        if power and not graph.posts_of(duty, Raci.RESPONSIBLE):
            yield power.name, duty.text


def without_process(graph: PowerGraph) -> Answer:
    for power in graph.running_powers:
        if not graph.processes_of(power):
            yield power.name, power.type


def not_carried_out(graph: PowerGraph) -> Answer:
    for duty in graph.register.duties:
        power = graph.power_of(duty)
        if power and graph.processes_of(power) and not graph.steps_doing(duty):
            yield power.name, duty.text


def money(graph: PowerGraph) -> Answer:
    for process in graph.processes:
        for step in graph.steps_of(process):
            if step.handles_money:
                post = graph.post_of(step)
                unit = graph.unit_of(post) if post else None
                yield process.name, step.name, post and post.name, unit and unit.name


def answering_to_the_watched(graph: PowerGraph) -> Answer:
    for risk in graph.risks:
        supervisor, post = graph.supervisor_of(risk), graph.post_at_risk(risk)
        if supervisor and post and post in graph.superiors_of(supervisor):
            yield supervisor.name, post.name, risk.event


def unpledged(graph: PowerGraph) -> Answer:
    for risk, post in _high(graph):
        pledges = [p for p in graph.register.pledges if post and p.post == post.id and p.signed_on]
        if post and not any(risk.id in pledge.risks for pledge in pledges):
            yield post.name, risk.event


def discretion_without_risk(graph: PowerGraph) -> Answer:
    for process in graph.processes:
        for step in graph.steps_of(process):
            if step.discretion and not graph.risks_at(step):
                yield process.name, process.variant or None, step.name


def overseen_by_none(graph: PowerGraph) -> Answer:
    watched = {id for oversight in graph.register.oversights for id in oversight.covers}
    for process in graph.processes:
        risks = [risk for node in graph.nodes_of(process) for risk in graph.risks_at(node)]
        things = [process, *graph.powers_of(process), *graph.nodes_of(process), *risks]
        high = [risk for risk in risks if risk.rank == 3]
        if high and not watched & {thing.id for thing in things}:
            yield process.name, process.variant or None, len(high)


ANSWERS: dict[int, Callable[[PowerGraph], Answer]] = dict(
    enumerate(
        (
            *(unwatched, bypasses, review_and_decide, own_controls, missing_phases),
            *(concentration, alone, unassigned, without_process, not_carried_out),
            *(money, answering_to_the_watched, unpledged, discretion_without_risk, overseen_by_none),
        ),
        start=1,
    )
)
