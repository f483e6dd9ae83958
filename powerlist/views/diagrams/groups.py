"""Strokes and words in named groups: what a reader would call one thing is one group."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from powerlist.views.diagrams.outlines import Stroke
from powerlist.views.diagrams.words import Word


@dataclass(frozen=True, slots=True)
class Line:
    """The arrow of this number: Graphviz draws it as an edge, with its head and its label."""

    index: int


@dataclass(frozen=True, slots=True)
class Group:
    """One thing on the sheet; `data` is what a page may ask of it."""

    id: str
    kinds: str
    title: str
    data: dict[str, str]
    items: tuple["Item", ...]


Item = Stroke | Word | Line | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A sheet of `width` x `height` points and all groups on it, back to front."""

    width: float
    height: float
    title: str
    groups: tuple[Group, ...]

    def inks(self) -> Iterator[Stroke | Word]:
        """Every stroke and word in the order of drawing."""
        yield from _inks(self.groups)


def unique(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The same groups; a name met again gets a number, since a page may hold each once."""
    seen: dict[str, int] = {}
    return tuple(_named(group, seen) for group in groups)


def _named(group: Group, seen: dict[str, int]) -> Group:
    count = seen[group.id] = seen.get(group.id, 0) + 1
    name = group.id if count == 1 else f"{group.id}~{count}"
    items = tuple(_named(item, seen) if isinstance(item, Group) else item for item in group.items)
    return Group(name, group.kinds, group.title, group.data, items)


def _inks(items: Iterable[Item]) -> Iterator[Stroke | Word]:
    for item in items:
        if isinstance(item, Group):
            yield from _inks(item.items)
        elif not isinstance(item, Line):
            yield item
