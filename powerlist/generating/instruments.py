"""Which instruments of the index a bureau cites: titles and articles only, in force, articles counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from powerlist.laws import Instrument, Status, index
from powerlist.model.codes import InstrumentKind

_RANKS = (InstrumentKind.LAW, InstrumentKind.ADMIN_REGULATION)
_FEWEST = 20  # articles; what is shorter is a decision or a notice


@dataclass(frozen=True)
class Shelf:
    """The laws and regulations that a bureau works with."""

    instruments: tuple[Instrument, ...]

    @classmethod
    def of(cls, words: Sequence[str]) -> "Shelf":
        """Those whose titles hold one of the words; all there are where too few do."""
        found = [one for one in _citable() if any(word in one.short_title for word in words)]
        laws = sum(one.kind is InstrumentKind.LAW for one in found)
        return cls(tuple(found) if laws else _citable())

    def cite(self, dice: Random, *, law: bool) -> tuple[Instrument, int]:
        """An instrument and one of its articles; `law` asks for a law and no regulation."""
        fitting = [one for one in self.instruments if not law or one.kind is InstrumentKind.LAW]
        one = dice.choice(fitting)
        assert one.articles is not None
        return one, dice.randint(5, one.articles - 5)


@cache
def _citable() -> tuple[Instrument, ...]:
    """Instruments in force under a title that stands for one of them alone."""
    titles: dict[str, int] = {}
    for one in index().instruments:
        titles[one.short_title] = titles.get(one.short_title, 0) + (one.status is not Status.REPEALED)
    return tuple(
        one
        for one in index().instruments
        if one.kind in _RANKS
        and one.status is Status.IN_FORCE
        and one.ended_on is None
        and (one.articles or 0) >= _FEWEST
        and titles[one.short_title] == 1
        and "（" not in one.title
    )
