"""Texts that are the same or nearly so on many powers: minhash of letter triples, linear in the list."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from powerlist.analysis.in_force import InForce
from powerlist.model.duty import Duty
from powerlist.model.identity import squeezed
from powerlist.practice import StageCatalogue, StageRole

_BANDS, _ROWS = 8, 3  # texts alike by 0.8 meet in some band with 0.997, by 0.4 with 0.41
_SHORTEST = 8  # letters; shorter duties are alike by nature
_PRIME = (1 << 61) - 1


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
    compared with the first of a bucket alone (locality-sensitive hashing; Broder 1997), so time is linear.
    """
    texts: dict[str, list[Duty]] = {}
    for duty in scope.duties:
        text = _letters(duty.text)
        if len(text) >= _SHORTEST and stages.role_of(duty.stage) is not StageRole.OTHER:
            texts.setdefault(text, []).append(duty)
    groups = _grouped(list(texts), least_likeness)
    found = [Alike(tuple(duty for text in group for duty in texts[text])) for group in groups]
    return sorted(found, key=lambda one: (-one.powers, one.duties[0].id))


def _letters(text: str) -> str:
    """A text without spaces and marks."""
    return "".join(letter for letter in squeezed(text) if letter.isalnum())


def _grouped(texts: Sequence[str], least: float) -> Iterator[list[str]]:
    """Texts with the first that is alike."""
    buckets: dict[tuple[int, ...], str] = {}
    groups: dict[str, list[str]] = {}
    for text in texts:
        bands = list(_bands(text))
        firsts = (buckets[band] for band in bands if band in buckets)
        first = next((one for one in dict.fromkeys(firsts) if likeness(one, text) >= least), text)
        groups.setdefault(first, []).append(text)
        if first == text:
            for band in bands:
                buckets.setdefault(band, text)
    yield from groups.values()


def likeness(one: str, other: str) -> float:
    """The share of letter triples that two texts have in common, 0 to 1."""
    a, b = _triples(one), _triples(other)
    return len(a & b) / len(a | b) if a | b else 1.0


def _triples(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 3] for at in range(max(len(text) - 2, 1)))


def _bands(text: str) -> Iterator[tuple[int, ...]]:
    least = _signature(_triples(text))
    for band in range(_BANDS):
        yield (band, *least[band * _ROWS : (band + 1) * _ROWS])


def _signature(triples: Iterable[str]) -> list[int]:
    """The least of each of a family of hashes (the same on every machine)."""
    hashes = [zlib.crc32(triple.encode()) for triple in triples]
    return [min((a * one + b) % _PRIME for one in hashes) for a, b in _family()]


@lru_cache(maxsize=1)
def _family() -> tuple[tuple[int, int], ...]:
    numbers = [zlib.crc32(f"minhash {n}".encode()) for n in range(2 * _BANDS * _ROWS)]
    return tuple((2 * numbers[2 * n] + 1, numbers[2 * n + 1]) for n in range(_BANDS * _ROWS))
