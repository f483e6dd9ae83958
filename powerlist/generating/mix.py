"""How many powers of each type a list of a size has."""

from collections.abc import Mapping

from powerlist.model.codes import PowerType


def shares(count: int, mix: Mapping[PowerType, int]) -> dict[PowerType, int]:
    """`count` shared out by the mix, by largest remainder; the order of the mix is kept."""
    whole = sum(mix.values())
    exact = {type: count * part / whole for type, part in mix.items()}
    found = {type: int(part) for type, part in exact.items()}
    rest = sorted(mix, key=lambda type: found[type] - exact[type])
    for type in rest[: count - sum(found.values())]:
        found[type] += 1
    return found
