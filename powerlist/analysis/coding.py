"""The codes of a list beside the national schemes; local codes are only compared with each other."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from powerlist.model.codes import Disposition, ExerciseLevel
from powerlist.model.identity import squeezed
from powerlist.model.organisation import Authority
from powerlist.model.power import Power
from powerlist.practice.code_schemes import CodeReading, compact, load_code_schemes

_NATIONAL = ("basic", "implementation", "handling")
_UNMISTAKABLE = ("implementation", "handling")  # 三十一位以上，带主体代码，不会与地方编码混淆
_LEAST = 6  # 更短的是序号，不是编码


class Coded(NamedTuple):
    """A power and its code as the scheme of the list reads it."""

    power: Power
    reading: CodeReading


def is_code(raw: str) -> bool:
    """Whether it is a code at all: long enough, and with a figure in it."""
    code = compact(raw)
    return len(code) >= _LEAST and any(sign.isdecimal() for sign in code)


def national(powers: tuple[Power, ...]) -> Iterator[Coded]:
    """The powers whose codes are, or in this list should be, national ones."""
    schemes = load_code_schemes()
    coded = [power for power in powers if is_code(power.code)]
    found = [(power, schemes.recognised(power.code)) for power in coded]
    own = _own_scheme([reading for _, reading in found])
    for power, reading in found:
        if reading and reading.scheme.key in _UNMISTAKABLE:
            yield Coded(power, reading)
        elif reading and reading.is_sound:
            if own and reading.scheme.key in _NATIONAL:
                yield Coded(power, reading)
        elif own:
            yield Coded(power, schemes.read(power.code, own))


def _own_scheme(readings: list[CodeReading | None]) -> str | None:
    """The national scheme by which two in three codes of the list are sound; None where it has its own."""
    sound = Counter(one.scheme.key for one in readings if one and one.is_sound)
    return next((key for key in _NATIONAL if sound[key] and sound[key] * 3 >= len(readings) * 2), None)


def of_another_body(one: Coded, authority: Authority) -> str:
    """The body that a code names where it is not the authority; empty where that says nothing.

    The authority's own code must be sound and no other body may exercise the power.
    """
    own, named = body_code(authority.code), one.reading.parts.get("body", "")
    sound = own is not None and own.is_sound and len(own.code) == len(named)
    return named if sound and own and named != own.code and not _by_another(one.power, authority) else ""


def of_another_level(one: Coded, authority: Authority) -> ExerciseLevel | None:
    """The level that a code names where the list names another, and no other body exercises the power."""
    coded, listed = load_code_schemes().level_of(one.reading), one.power.exercise_level
    return coded if coded and listed not in (None, coded) and not _by_another(one.power, authority) else None


def _by_another(power: Power, authority: Authority) -> bool:
    """Whether another body than the authority exercises a power: by name, or because it was entrusted."""
    named = squeezed(power.exercised_by) not in ("", squeezed(authority.name))
    return named or power.disposition is Disposition.ENTRUST


def body_code(raw: str) -> CodeReading | None:
    """The code of an authority, by the scheme of its form, else as a social credit code."""
    schemes = load_code_schemes()
    return (schemes.recognised(raw, "body") or schemes.read(raw, "uscc")) if is_code(raw) else None


def shared_codes(powers: tuple[Power, ...]) -> Iterator[tuple[Power, ...]]:
    """Powers that have one code, in list order."""
    groups: dict[str, list[Power]] = defaultdict(list)
    for power in powers:
        if is_code(power.code):
            groups[compact(power.code)].append(power)
    yield from (tuple(group) for group in groups.values() if len(group) > 1)
