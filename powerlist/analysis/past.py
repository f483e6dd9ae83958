"""What has come to light, and whether the risks there were raised after it."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import HIGH, InForce
from powerlist.model.codes import IncidentKind
from powerlist.model.entity import Entity
from powerlist.model.organisation import Post, Unit
from powerlist.model.oversight import Incident
from powerlist.model.power import Power
from powerlist.model.process import Gateway, Process, Step
from powerlist.model.risk import RiskPoint
from powerlist.practice.regulations import says

_GENERAL = HIGH - 1
_OWED = {IncidentKind.CASE: HIGH, IncidentKind.AUDIT: _GENERAL, IncidentKind.COMPLAINT: _GENERAL}


@dataclass(frozen=True, slots=True)
class Unraised:
    """An incident, what it is about, the risks there (perhaps none) and the rank that one of them owes."""

    incident: Incident
    thing: Entity
    risks: tuple[RiskPoint, ...]
    owed: int


def unraised(scope: InForce, most_years: int, unfounded: tuple[str, ...] = ()) -> Iterator[Unraised]:
    """Incidents of the last years where no risk is as grave as they show, nor rated again since.

    A case asks for a high risk, a complaint or an audit finding for a general one. Risks that are not rated
    are left out, and so are complaints whose record has one of the words `unfounded`.
    """
    for incident in scope.graph.register.incidents:
        thing = scope.graph.register.find(incident.about)
        if thing is None or not scope.holds(thing) or _old(scope, incident, most_years):
            continue
        if incident.incident_kind is IncidentKind.COMPLAINT and says(unfounded, incident.text):
            continue
        risks, owed = _risks_about(scope, thing), _OWED[incident.incident_kind]
        unknown = bool(risks) and all(risk.rank is None for risk in risks)
        if not unknown and not any((one.rank or 0) >= owed or _rated_since(one, incident) for one in risks):
            yield Unraised(incident, thing, tuple(risks), owed)


def _old(scope: InForce, incident: Incident, most_years: int) -> bool:
    day = incident.occurred_on
    if day is None:
        return False
    return (day.year + most_years, day.month, day.day) < (scope.day.year, scope.day.month, scope.day.day)


def _rated_since(risk: RiskPoint, incident: Incident) -> bool:
    """Whether a risk was rated again after the incident, with a reason."""
    rating, day = risk.inherent, incident.occurred_on
    return bool(rating and rating.reason and rating.on and day and rating.on >= day)


def _risks_about(scope: InForce, thing: Entity) -> list[RiskPoint]:
    graph = scope.graph
    match thing:
        case RiskPoint():
            return [thing]
        case Step() | Gateway():
            return list(graph.risks_at(thing))
        case Process():
            return [risk for node in graph.nodes_of(thing) for risk in graph.risks_at(node)]
        case Power():
            return list(graph.risks_of(thing))
        case Post():
            return [one for one in scope.risks if graph.post_at_risk(one) == thing]
        case Unit():
            posts = {post.id for post in graph.posts_in(thing)}
            return [r for r in scope.risks if (post := graph.post_at_risk(r)) and post.id in posts]
    return []
