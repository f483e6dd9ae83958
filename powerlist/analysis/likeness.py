"""Texts that are the same or nearly so on many powers: least hashes of letter triples, linear in the list."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from powerlist.analysis.in_force import InForce
from powerlist.model.duty import Duty
from powerlist.model.identity import squeezed
from powerlist.practice import StageCatalogue, StageRole

_LEAST = 5  # hashes of a text that are kept: texts alike by 0.8 share two of them almost always
_MOST = 20_000  # different texts; beyond that only what is the very same counts as alike
_MARKS = re.compile(r"[\W_]+")
_SHORTEST = 8  # letters; shorter duties are alike by nature


@dataclass(frozen=True, slots=True)
class Alike:
    """Duties of several powers that read alike."""

    duties: tuple[Duty, ...]

    @property
    def powers(self) -> int:
        """How many powers they are of."""
        return len({duty.power for duty in self.duties})


def alike_duties(scope: InForce, stages: StageCatalogue, least_likeness: float) -> list[Alike]:
    """Groups of duties of different powers whose texts are alike, the largest first.

    Likeness is the share of letter triples that two texts have in common (Jaccard, 0 to 1). Each text is
    compared with the first alone of those that share two of its least hashes (bottom-k sketches; Broder
    1997), so time is linear.
    """
    texts: dict[str, list[Duty]] = {}
    for duty in scope.duties:
        text = letters_of(duty.text)
        if len(text) >= _SHORTEST and stages.role_of(duty.stage) is not StageRole.OTHER:
            texts.setdefault(text, []).append(duty)
    groups = grouped(list(texts), least_likeness)
    found = (Alike(tuple(duty for text in group for duty in texts[text])) for group in groups)
    shared = [one for one in found if one.powers > 1]
    return sorted(shared, key=lambda one: (-one.powers, one.duties[0].id))


def letters_of(text: str) -> str:
    """A text without spaces and marks."""
    return _MARKS.sub("", squeezed(text))


def grouped(texts: Sequence[str], least: float) -> Iterator[list[str]]:
    """Texts with the first that is alike; where there are very many, only what is the same is alike."""
    if len(texts) > _MOST:
        yield from ([text] for text in texts)
        return
    firsts: dict[int, str] = {}
    groups: dict[str, list[str]] = {}
    for text in texts:
        triples = _triples(text)
        keys = _keys(triples)
        near = dict.fromkeys(firsts[key] for key in keys if key in firsts)
        first = next((one for one in near if _shared(_triples(one), triples) >= least), text)
        groups.setdefault(first, []).append(text)
        if first == text:
            for key in keys:
                firsts.setdefault(key, text)
    yield from groups.values()


def likeness(one: str, other: str) -> float:
    """The share of letter triples that two texts have in common, 0 to 1."""
    return _shared(_triples(one), _triples(other))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0


@lru_cache(maxsize=1 << 12)  # few firsts are compared with many texts
def _triples(text: str) -> frozenset[str]:
    return frozenset(map("".join, zip(text, text[1:], text[2:], strict=False)))


def _keys(triples: Iterable[str]) -> list[int]:
    """Each pair of the least hashes of a text: texts that are alike have most of these in common."""
    return [hash(pair) for pair in combinations(sorted(map(_hash, triples))[:_LEAST], 2)]


@lru_cache(maxsize=1 << 16)
def _hash(triple: str) -> int:
    """A number of 64 bits, the same on every machine."""
    return int.from_bytes(blake2b(triple.encode(), digest_size=8).digest())
