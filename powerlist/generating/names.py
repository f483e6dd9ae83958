"""Names of powers: each filling of a pattern is one name, met once, in an order that looks random."""

from collections.abc import Iterator, Mapping, Sequence
from math import gcd, prod
from random import Random
from string import Formatter

_SPREAD = 0.618


def names(pattern: str, lists: Mapping[str, Sequence[str]], dice: Random) -> Iterator[str]:
    """Without end: all fillings of the pattern, then all of them again as 第二类, 第三类 …"""
    blanks = [name for _, name, _, _ in Formatter().parse(pattern) if name]
    count = prod(len(lists[blank]) for blank in blanks)
    stride, place = _coprime(count), dice.randrange(count)
    turn = 0
    while True:
        for _ in range(count):
            filled = pattern.format_map(_filling(blanks, lists, place))
            yield filled if not turn else f"{filled}（第{turn + 1}类）"
            place = (place + stride) % count
        turn += 1


def _filling(blanks: Sequence[str], lists: Mapping[str, Sequence[str]], place: int) -> dict[str, str]:
    """The words that a place in the order of all fillings stands for."""
    found = {}
    for blank in blanks:
        place, at = divmod(place, len(lists[blank]))
        found[blank] = lists[blank][at]
    return found


def _coprime(count: int) -> int:
    """A step that reaches every place before it comes back, and lands far from the last one."""
    stride = int(count * _SPREAD) or 1
    while gcd(stride, count) != 1:
        stride += 1
    return stride
