"""The ways of a road, as templates write them: `accept → complete → [齐全*] review`.

A word in square brackets is the condition of the arrow, `*` marks the favourable exit, `!` the flow that
informs once. A way leads over nodes that are not there, and a way that begins at one is dropped.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arrow:
    """One flow of a road, between two of its nodes."""

    source: str
    target: str
    condition: str = ""
    favourable: bool = False
    informs_once: bool = False


@dataclass(frozen=True, slots=True)
class Hop:
    """A node on a way, and the words on the arrow that leads to it."""

    node: str
    condition: str = ""
    marks: str = ""


_HOP = re.compile(r"(?:\[(?P<condition>[^\]]*?)(?P<marks>[*!]*)\]\s*)?(?P<node>[\w-]+)")


def arrows(ways: Iterable[str], present: Collection[str]) -> tuple[Arrow, ...]:
    """The flows along the ways between the nodes that are there, each once."""
    found: dict[tuple[str, str, str], Arrow] = {}
    for way in ways:
        for arrow in _walk(hops(way), present):
            found.setdefault((arrow.source, arrow.target, arrow.condition), arrow)
    return tuple(found.values())


def hops(way: str) -> list[Hop]:
    """The nodes of a way in their order. Raises ValueError for what is no way."""
    matches = [_HOP.fullmatch(part.strip()) for part in way.split("→")]
    if not all(matches):
        raise ValueError(f"{way!r} is not a way such as a → [yes*] b")
    return [Hop(m["node"], m["condition"] or "", m["marks"] or "") for m in matches if m]


def _walk(way: list[Hop], present: Collection[str]) -> Iterable[Arrow]:
    """The arrows of one way; the words are those of the first hop after the last node that is there."""
    first, *rest = way
    source, said = first.node, None
    for hop in rest if source in present else ():
        said = said or hop
        if hop.node in present:
            marks = said.marks
            yield Arrow(source, hop.node, said.condition, "*" in marks, "!" in marks)
            source, said = hop.node, None
