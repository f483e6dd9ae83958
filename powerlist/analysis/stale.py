"""Confirmations and reviews that are older than the process they speak of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from powerlist.analysis.in_force import InForce
from powerlist.analysis.road import Road
from powerlist.model.entity import Entity
from powerlist.model.process import Process
from powerlist.model.risk import RiskPoint


@dataclass(frozen=True, slots=True)
class Stale:
    """A process confirmed, or risks reviewed, `on` a day before `newest`; `things` are which."""

    process: Process
    on: date
    newest: date
    things: tuple[Entity, ...]


def old_confirmations(scope: InForce) -> Iterator[Stale]:
    """Processes that were confirmed before the last of their steps, decisions or flows was."""
    for road in scope.roads:
        on = road.process.confirmed_on
        parts = (*road.nodes.values(), *road.flows)
        newer = [one for one in parts if on and one.confirmed_on and one.confirmed_on > on]
        if on and newer:
            yield Stale(road.process, on, max(_days(newer)), tuple(newer))


def old_reviews(scope: InForce) -> Iterator[Stale]:
    """Processes confirmed after some of their risks were rated or confirmed.

    Risks that say which version they were reviewed against are judged by that (R08), undated ones not at all.
    """
    for road in scope.roads:
        newest = _confirmed(road)
        risks = [risk for node in road.nodes.values() for risk in scope.graph.risks_at(node)]
        dated = [(day, risk) for risk in risks if not risk.reviewed_against and (day := _reviewed(risk))]
        old = [(day, risk) for day, risk in dated if newest and day < newest]
        if newest and old:
            yield Stale(road.process, min(day for day, _ in old), newest, tuple(risk for _, risk in old))


def _confirmed(road: Road) -> date | None:
    return max(_days([road.process, *road.nodes.values(), *road.flows]), default=None)


def _days(things: Iterable[Entity]) -> list[date]:
    return [one.confirmed_on for one in things if one.confirmed_on]


def _reviewed(risk: RiskPoint) -> date | None:
    """The last day on which somebody rated or confirmed a risk."""
    days = (risk.confirmed_on, risk.inherent.on if risk.inherent else None)
    return max((day for day in days if day), default=None)
