"""Whether risk points and promises still speak of the processes and risks of today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from powerlist.analysis.in_force import HIGH, InForce
from powerlist.graph import PowerGraph
from powerlist.model.codes import PostLevel, ProcessStatus
from powerlist.model.entity import Entity
from powerlist.model.fingerprint import fingerprint
from powerlist.model.organisation import Post
from powerlist.model.oversight import Pledge, ResponsibilityLetter
from powerlist.model.process import Process
from powerlist.model.risk import RiskPoint

Paper = Pledge | ResponsibilityLetter


def flow_fingerprint(graph: PowerGraph, process: Process) -> str:
    """The fingerprint of the steps, decisions and flows of a process: what a risk is reviewed against."""
    return fingerprint((*graph.nodes_of(process), *graph.flows_of(process)))


def outdated_reviews(scope: InForce) -> Iterator[tuple[Process, list[RiskPoint]]]:
    """Current processes whose steps or flows changed since some of their risk points were reviewed."""
    for road in scope.roads:
        risks = [risk for node in road.nodes.values() for risk in scope.graph.risks_at(node)]
        dated = [risk for risk in risks if risk.reviewed_against]
        now = flow_fingerprint(scope.graph, road.process) if dated else ""
        old = [risk for risk in dated if risk.reviewed_against != now]
        if old:
            yield road.process, old


def homeless_risks(scope: InForce, drafts: PowerGraph) -> Iterator[RiskPoint]:
    """Risk points at steps that are not there, and that do not wait as a draft either."""
    for risk in scope.graph.risks:
        gone = scope.graph.node_of(risk) is None and drafts.node_of(risk) is None
        power = scope.graph.power_of(risk) if gone else None
        if gone and (power is None or scope.holds(power)):
            yield risk


def left_behind(scope: InForce) -> Iterator[tuple[Process, list[RiskPoint]]]:
    """Former processes that kept the risk points, where the current ones of the same power have none."""
    for process in scope.graph.processes:
        if process.status is ProcessStatus.FORMER:
            risks = [r for node in scope.graph.nodes_of(process) for r in scope.graph.risks_at(node)]
            powers = scope.powers_of(process)
            roads = [road for power in powers for road in scope.roads_of(power)]
            today = [r for road in roads for node in road.nodes.values() for r in scope.graph.risks_at(node)]
            if risks and roads and not today:
                yield process, risks


@dataclass(frozen=True, slots=True)
class Signed:
    """What one post has signed of one kind: nothing, nothing with a date, or not for all it bears today."""

    papers: tuple[Paper, ...]
    valid: tuple[Paper, ...]
    missing: tuple[RiskPoint, ...]
    changed: bool
    by_others: bool = False  # signed before any of those who hold the post today came to it

    @property
    def whole(self) -> bool:
        """Whether it covers all that the post bears today, and binds who holds it today."""
        return bool(self.valid) and not (self.missing or self.changed or self.by_others)


def high_risk_posts(scope: InForce) -> list[tuple[Post, list[RiskPoint]]]:
    """The manned posts with high risks, and those risks, in register order."""
    borne: dict[str, list[RiskPoint]] = {}
    for risk in scope.risks:
        post = scope.graph.post_at_risk(risk)
        if post and risk.rank is not None and risk.rank >= HIGH:
            borne.setdefault(post.id, []).append(risk)
    return [(post, borne[post.id]) for post in scope.posts if post.id in borne and scope.available(post)]


def signed(scope: InForce, post: Post, papers: Sequence[Paper], risks: Sequence[RiskPoint]) -> Signed:
    """What the papers of a post are worth against the high risks that it bears on the day."""
    valid = tuple(one for one in papers if one.signed_on and one.signed_on <= scope.day)
    general = any(not one.risks for one in valid)
    covered = {id for one in valid for id in one.risks}
    missing = () if general else tuple(risk for risk in risks if risk.id not in covered)
    changed = bool(valid) and all(_changed(scope.graph, one, risks) for one in valid)
    came = _came(scope, post)
    latest = max((one.signed_on for one in valid if one.signed_on), default=None)
    by_others = came is not None and latest is not None and latest < came
    return Signed(tuple(papers), valid, missing, changed, by_others)


def _came(scope: InForce, post: Post) -> date | None:
    """The day on which the first of those who hold a post today came to it; None where that is not known."""
    days = [
        holding.valid_from
        for person in scope.holders_of(post)
        for holding in person.holdings
        if holding.post == post.id and (holding.valid_to is None or holding.valid_to >= scope.day)
    ]
    known = [day for day in days if day]
    return min(known) if known and len(known) == len(days) else None


def pledges_of(scope: InForce, post: Post) -> list[Paper]:
    """The pledges of a post."""
    return list(scope.graph.sources(post, "PLEDGED_BY"))


def letters_of(scope: InForce, post: Post) -> list[Paper] | None:
    """The letters of responsibility that a post signed upward; None for the head, who has nobody above."""
    if post.level is PostLevel.CHIEF:
        return None
    return list(scope.graph.sources(post, "SIGNED_BELOW"))


def risks_fingerprint(risks: Sequence[RiskPoint]) -> str:
    """The fingerprint of risk points: what a pledge or letter is signed for."""
    return fingerprint(risks)


def _changed(graph: PowerGraph, paper: Paper, borne: Sequence[RiskPoint]) -> bool:
    """Whether a paper was signed for risks that read differently today."""
    named = [graph.register.find(id) for id in paper.risks] if paper.risks else list[Entity | None](borne)
    risks = [risk for risk in named if isinstance(risk, RiskPoint)]
    return bool(paper.fingerprint) and paper.fingerprint != risks_fingerprint(risks)
