"""Which levels the clauses of a power name, beside the level at which it is exercised."""

from collections.abc import Iterator
from dataclasses import dataclass

from powerlist.analysis.bases import sources
from powerlist.analysis.in_force import InForce
from powerlist.laws import LawIndex
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import Disposition, ExerciseLevel
from powerlist.model.power import Power
from powerlist.practice.lawfulness import Lawfulness

_HANDED_DOWN = (Disposition.TAKE_OVER, Disposition.ENTRUST)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A power, the level it is exercised at, and the clauses that name bodies of other levels only."""

    power: Power
    level: ExerciseLevel
    named: tuple[ExerciseLevel, ...]
    clauses: tuple[LegalBasis, ...]


def exercised_elsewhere(scope: InForce, laws: LawIndex, words: Lawfulness) -> Iterator[Elsewhere]:
    """Powers whose every readable clause names bodies, all of them of other levels.

    A clause that also names a body of no level leaves it open, and so the power; the State Council alone is
    passed over, since clauses often let its departments make the rules.
    """
    given = {one.power for one in scope.graph.register.delegations if one.holds_on(scope.day)}
    for power in scope.powers:
        level = power.exercise_level
        if level and power.id not in given and power.disposition not in _HANDED_DOWN:
            found = _clauses(scope, power, laws, words)
            named = {one for _, levels in found for one in levels}
            if named - {ExerciseLevel.STATE} and level not in named:
                clauses = tuple(basis for basis, levels in found if levels)
                yield Elsewhere(power, level, tuple(sorted(named)), clauses)


@dataclass(frozen=True, slots=True)
class OtherBody:
    """A power, the body that exercises it, and the clauses that name bodies of other fields only."""

    power: Power
    body: str
    clauses: tuple[LegalBasis, ...]


def exercised_by_others(scope: InForce, laws: LawIndex, words: Lawfulness) -> Iterator[OtherBody]:
    """Powers all of whose readable clauses name bodies, and none of the field of the one that exercises it.

    Nothing is said of a body whose name tells no field, nor of powers shared or handed down.
    """
    given = {one.power for one in scope.graph.register.delegations if one.holds_on(scope.day)}
    for power in scope.powers:
        body = power.exercised_by or scope.graph.register.authority.name
        own = words.fields_of(body)
        left = power.joint_bodies or power.id in given or power.disposition in _HANDED_DOWN
        texts = [(basis, text_of(basis, laws)) for basis in sources(scope.graph, power)] if own else []
        found = [(basis, words.fields_named(text)) for basis, text in texts if words.says("bodies", text)]
        if found and not left and all(named and own.isdisjoint(named) for _, named in found):
            yield OtherBody(power, body, tuple(basis for basis, _ in found))


def _clauses(
    scope: InForce, power: Power, laws: LawIndex, words: Lawfulness
) -> list[tuple[LegalBasis, frozenset[ExerciseLevel]]]:
    """The readable clauses with the levels they name; none where one leaves the level open."""
    texts = [(basis, text_of(basis, laws)) for basis in sources(scope.graph, power)]
    found = [(basis, words.levels_named(text)) for basis, text in texts if words.says("bodies", text)]
    return found if all(levels for _, levels in found) else []


def text_of(basis: LegalBasis, laws: LawIndex) -> str:
    """What a clause says: by the user's full text, else as the list quotes it; empty where neither does."""
    article = laws.texts.article(basis) if laws.texts else None
    if article is None:
        return basis.quote
    return (article.paragraph(basis.paragraph) if basis.paragraph else None) or article.text


def unread(scope: InForce, laws: LawIndex) -> int:
    """How many powers with a level have no clause that can be read."""
    return sum(
        not any(text_of(basis, laws) for basis in sources(scope.graph, power))
        for power in scope.powers
        if power.exercise_level
    )
