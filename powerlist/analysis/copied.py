"""Risk points that were copied from one kind of power to another."""

from powerlist.analysis.in_force import InForce
from powerlist.analysis.likeness import grouped, letters_of
from powerlist.model.codes import PowerType
from powerlist.model.process import Process
from powerlist.model.risk import RiskPoint


def copied_risks(scope: InForce, least_likeness: float) -> list[list[RiskPoint]]:
    """Groups of risk points that read alike though their powers are of different types, the largest first."""
    texts: dict[str, list[RiskPoint]] = {}
    for risk in scope.risks:
        text = letters_of(risk.event)
        if text:
            texts.setdefault(text, []).append(risk)
    groups = (
        [risk for text in group for risk in texts[text]] for group in grouped(list(texts), least_likeness)
    )
    found = [group for group in groups if len(group) > 1 and _types_differ(scope, group)]
    return sorted(found, key=lambda group: (-len(group), group[0].id))


def _types_differ(scope: InForce, risks: list[RiskPoint]) -> bool:
    """Whether some of the risks are of types of power that others of them are not."""
    every = [_types(scope, risk) for risk in risks]
    known = [types for types in every if types]
    return len(set(known)) > 1


def _types(scope: InForce, risk: RiskPoint) -> frozenset[PowerType]:
    own = scope.graph.power_of(risk)
    node = scope.graph.node_of(risk)
    process: Process | None = scope.graph.process_of(node) if node else None
    powers = [own] if own else scope.powers_of(process) if process else []
    return frozenset(power.type for power in powers if power.type)
