"""A list beside the catalogue that it follows: what the catalogue has and the list lacks, and the reverse."""

from collections import Counter
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.graph import PowerGraph
from powerlist.model.codes import PowerType
from powerlist.model.identity import squeezed
from powerlist.model.power import Power

_NO_POWERS = (PowerType.PUBLIC_SERVICE, PowerType.INTERNAL)
_OWN_SHARE = 0.5  # a catalogue of which the list has less than this is for other authorities too


@dataclass(frozen=True, slots=True)
class Difference:
    """What only the catalogue has, and what only the list has."""

    catalogue: str
    missing: tuple[Power, ...]
    extra: tuple[Power, ...]


def against(scope: InForce, catalogue: PowerGraph) -> Difference:
    """The list against one catalogue; powers are the same by code or by name.

    What the list has given up counts as there. Powers of other levels are not missed, nor is anything where
    the list has less than half of the catalogue; services and internal powers are not compared.
    """
    theirs = [power for power in InForce(catalogue, scope.day).powers if power.type not in _NO_POWERS]
    ours = [power for power in scope.powers if power.type not in _NO_POWERS]
    level = _level(ours)
    at_level = [p for p in theirs if level is None or p.exercise_level in (None, level)]
    known, named = _names(scope.graph.powers), _names(theirs)
    missing = [power for power in at_level if known.isdisjoint(_names([power]))]
    extra = [power for power in ours if named.isdisjoint(_names([power]))]
    whole = len(at_level) - len(missing) >= _OWN_SHARE * len(at_level)
    return Difference(catalogue.register.authority.name, tuple(missing if whole else ()), tuple(extra))


def _names(powers: list[Power] | tuple[Power, ...]) -> set[str]:
    words = (word for power in powers for word in (power.code, power.name))
    return {squeezed(word) for word in words if word}


def _level(powers: list[Power]) -> object:
    """The level at which most powers are exercised."""
    levels = Counter(power.exercise_level for power in powers if power.exercise_level)
    return levels.most_common(1)[0][0] if levels else None
