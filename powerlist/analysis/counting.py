"""Whether a list counts right: what was declared against what is listed, gaps and doubles of its numbers."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from powerlist.analysis.in_force import InForce
from powerlist.model.codes import LegacyGroup, PowerType
from powerlist.model.organisation import Declared
from powerlist.model.power import Power
from powerlist.practice import Listing

_SPARSE = 0.2  # a list that lacks or doubles more of its numbers than this does not count by them
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Miscount:
    """A declared number and what the list has: all of it, and what runs."""

    declared: Declared
    listed: int
    running: int


def miscounts(scope: InForce, listing: Listing) -> Iterator[Miscount]:
    """Declared counts that the list does not meet, whether gone and internal powers count or not."""
    for one in scope.graph.register.authority.declared:
        found = _counted(one.of, scope.graph.powers, listing)
        running = _counted(one.of, scope.powers, listing)
        inward = sum(power.type is PowerType.INTERNAL for power in found)
        running_inward = sum(power.type is PowerType.INTERNAL for power in running)
        right = {len(found), len(running), len(found) - inward, len(running) - running_inward}
        if one.count not in right:
            yield Miscount(one, len(found) - inward, len(running) - running_inward)


def _counted(of: str, powers: Sequence[Power], listing: Listing) -> list[Power]:
    if listing.is_total(of):
        return list(powers)
    return [power for power in powers if of in _names(power)]


def _names(power: Power) -> set[str]:
    """What a declared count may call the kind of a power."""
    kinds: list[PowerType | LegacyGroup] = [one for one in (power.type, power.group) if one]
    return {name for kind in kinds for name in (kind.value, kind.text.zh, kind.text.en)}


@dataclass(frozen=True, slots=True)
class Numbering:
    """Numbers that stand twice, with their powers, and numbers that are missing between others."""

    doubles: tuple[tuple[int, tuple[Power, ...]], ...]
    gaps: tuple[int, ...]


def numbering(scope: InForce) -> Numbering:
    """Doubles and gaps of the running numbers, over the list or over whatever part they start anew in."""
    register = scope.graph.register
    numbered = [power for power in scope.graph.powers if _is_number(power.number)]

    def sheet_of(power: Power) -> str:
        source = register.source_of(power, "number")
        return source.sheet if source else ""

    ways: list[Callable[[Power], object]] = [
        lambda _: "",
        lambda power: power.type,
        lambda power: power.group,
        lambda power: power.units[:1],
        sheet_of,
    ]
    parts = [_parts(numbered, way) for way in ways]
    fewest = min(parts, key=_doubled)
    if _doubled(fewest) > _SPARSE * len(numbered):
        return Numbering((), ())
    gaps = [number for part in fewest for number in _gaps(part)]
    return Numbering(tuple(pair for part in fewest for pair in _doubles(part)), tuple(sorted(set(gaps))))


def _is_number(text: str) -> bool:
    return text.strip().isdecimal() and len(text.strip()) <= _DIGITS


def _parts(powers: Sequence[Power], way: Callable[[Power], object]) -> list[list[Power]]:
    table: dict[object, list[Power]] = {}
    for power in powers:
        table.setdefault(way(power), []).append(power)
    return list(table.values())


def _doubled(parts: list[list[Power]]) -> int:
    """How many powers too many there are for their numbers."""
    return sum(len(part) - len({int(power.number) for power in part}) for part in parts)


def _doubles(part: list[Power]) -> Iterator[tuple[int, tuple[Power, ...]]]:
    counts = Counter(int(power.number) for power in part)
    for number, count in sorted(counts.items()):
        if count > 1:
            yield number, tuple(power for power in part if int(power.number) == number)


def _gaps(part: list[Power]) -> list[int]:
    numbers = {int(power.number) for power in part}
    first, last = min(numbers), max(numbers)
    if last - first + 1 - len(numbers) > _SPARSE * len(numbers):
        return []
    return [number for number in range(first, last + 1) if number not in numbers]
