"""What ratings are worth: against the method of their scheme, and against the controls that stand there."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.in_force import HIGH, InForce
from powerlist.model.codes import Named, Phase
from powerlist.model.identity import squeezed
from powerlist.model.process import Step
from powerlist.model.risk import Control, Rating, RiskPoint
from powerlist.practice import Practice, RiskScheme
from powerlist.practice.regulations import Regulations

_LIKELIHOOD = "likelihood"
_UNBOUNDED = "unbounded_discretion"


class Which(Named):
    """The three ratings of a risk."""

    INHERENT = "inherent", "固有风险", "inherent"
    RESIDUAL = "residual", "剩余风险", "residual"
    ACTUAL = "actual", "实际风险", "actual"


@dataclass(frozen=True, slots=True)
class Misrated:
    """A rating whose rank is not the one that its scheme gives; `overridden` says by which exception."""

    risk: RiskPoint
    which: Which
    rating: Rating
    scheme: RiskScheme
    owed: int
    overridden: bool = False


def misrated(scope: InForce, practice: Practice) -> Iterator[Misrated]:
    """Ratings whose inputs, or whose exceptions, give another rank by the method of their scheme."""
    for risk in scope.risks:
        for which in Which:
            rating: Rating | None = getattr(risk, which.value)
            scheme = practice.schemes.get(rating.scheme or practice.default_scheme) if rating else None
            if not rating or not scheme:
                continue
            owed = _by_inputs(rating, scheme)
            if which is Which.INHERENT and _unbounded(scope, risk, scheme):
                if rating.rank < HIGH:
                    yield Misrated(risk, which, rating, scheme, HIGH, overridden=True)
            elif owed is not None and owed != rating.rank and not _raised(rating, owed):
                yield Misrated(risk, which, rating, scheme, owed)


def _raised(rating: Rating, owed: int) -> bool:
    """Whether somebody put it higher than the answers give, and said why: what happened, what is at stake."""
    return rating.rank > owed and bool(squeezed(rating.reason))


def _by_inputs(rating: Rating, scheme: RiskScheme) -> int | None:
    """The rank that the answers give; None where one is missing."""
    given = {one.name: one.value for one in rating.inputs}
    if any(name not in given for name in scheme.inputs):
        return None
    return scheme.rank_of(*(given[name] for name in scheme.inputs))


def _unbounded(scope: InForce, risk: RiskPoint, scheme: RiskScheme) -> bool:
    """Whether the scheme makes discretion without bounds the gravest, and this step has it."""
    node = scope.graph.node_of(risk) if _UNBOUNDED in scheme.overrides else None
    if not isinstance(node, Step) or not node.discretion:
        return False
    process = scope.graph.process_of(node)
    powers = scope.powers_of(process) if process else []
    return bool(powers) and all(p.discretion == HIGH and not p.discretion_rule for p in powers)


def unearned(scope: InForce, regulations: Regulations, least: int) -> Iterator[RiskPoint]:
    """Risks that count as less likely with their controls though these come after the act, once, alone.

    General phrases do not count; what is checked again and again deters and so lowers the likelihood.
    """
    for risk in scope.risks:
        controls = [one for one in scope.graph.controls_of(risk) if not is_generic(one, regulations, least)]
        lower = risk.inherent and risk.residual and risk.residual.rank < risk.inherent.rank
        late = controls and all(one.phase is Phase.AFTER and not one.frequency for one in controls)
        if lower and late and _lowered(risk, _LIKELIHOOD):
            yield risk


def _lowered(risk: RiskPoint, name: str) -> bool:
    before, after = (_answer(rating, name) for rating in (risk.inherent, risk.residual))
    return before is not None and after is not None and after < before


def _answer(rating: Rating | None, name: str) -> float | None:
    return next((one.value for one in rating.inputs if one.name == name), None) if rating else None


def is_generic(control: Control, regulations: Regulations, least: int) -> bool:
    """Whether fewer than `least` letters of a measure say anything of its own."""
    return len(regulations.substance(control.text)) < least


def generic_alone(scope: InForce, regulations: Regulations, least: int) -> list[RiskPoint]:
    """Risks all of whose controls are general phrases; risks without any are left out."""
    found = []
    for risk in scope.risks:
        controls = scope.graph.controls_of(risk)
        if controls and all(is_generic(one, regulations, least) for one in controls):
            found.append(risk)
    return found
