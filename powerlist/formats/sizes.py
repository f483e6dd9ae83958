"""How far the cells of a sheet's XML reach to the right."""

import re

_WIDTHS = [re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{%d})\d" % letters) for letters in (3, 2, 1)]
_BEYOND = re.compile(rb"\sr\s*=\s*[\"'][A-Za-z]{4,20}\d")


def width_named(xml: bytes) -> int:
    """The largest column that a cell reference names (26 for Z); 2**20 for one that no program has."""
    if _BEYOND.search(xml):
        return 1 << 20
    for pattern in _WIDTHS:
        names = set(pattern.findall(xml))
        if names:
            return max(_number(name) for name in names)
    return 1


def _number(name: bytes) -> int:
    number = 0
    for letter in name.upper():
        number = 26 * number + letter - 64
    return number
