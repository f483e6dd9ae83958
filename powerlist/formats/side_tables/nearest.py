"""The nearest name, found by its pairs of letters so that a thousand misses stay cheap."""

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from powerlist.practice.side_tables import alike

_CUTOFF = 0.6
_COMMON = 40  # a pair of letters that more names share tells nothing
_TRIED = 8
_LONGEST = 80


class Nearest:
    """An index of names."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_pair: dict[str, list[str]] = {}
        self._known: set[str] = set()
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """One more name."""
        if name in self._known:
            return
        self._known.add(name)
        for pair in _pairs(name):
            self._by_pair.setdefault(pair, []).append(name)

    def to(self, word: str) -> str | None:
        """The name most like `word`; None where none is like it, or where it is no name but a text."""
        if len(word) > _LONGEST:
            return None
        shared = Counter[str]()
        for pair in _pairs(word):
            names = self._by_pair.get(pair, ())
            if len(names) <= _COMMON:
                shared.update(names)
        tried = sorted(shared, key=lambda name: (-shared[name], name))[:_TRIED]
        rated = [(SequenceMatcher(None, alike(word), alike(name), False).ratio(), name) for name in tried]
        best = max(rated, default=(0.0, ""), key=lambda pair: pair[0])
        return best[1] if best[0] >= _CUTOFF and best[1] != word else None


def _pairs(name: str) -> set[str]:
    """Neighbouring letters, and those with one between them, which a wrong letter leaves alone."""
    plain = alike(name)
    apart = {f"{plain[place]}·{plain[place + 2]}" for place in range(len(plain) - 2)}
    return apart | {plain[place : place + 2] for place in range(max(len(plain) - 1, 1))}
