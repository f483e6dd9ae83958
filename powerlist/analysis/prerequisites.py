"""What must be had before: which powers name which as their prerequisites, over all lists that are open."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import networkx as nx

from powerlist.analysis.in_force import InForce
from powerlist.graph import PowerGraph
from powerlist.model.identity import squeezed
from powerlist.model.power import Power

Key = tuple[str, str]  # the authority's name and the power's id


@dataclass(frozen=True, slots=True)
class Listed:
    """One power on the list of one authority, and whether it runs on the day."""

    authority: str
    power: Power
    runs: bool


@dataclass
class Listing:
    """Powers by code, name and the names of their sub-items."""

    by_word: dict[str, list[Listed]] = field(default_factory=dict)
    authorities: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, scopes: Iterable[InForce]) -> "Listing":
        """Of several lists; time grows linearly with them."""
        listing = cls()
        for scope in scopes:
            listing._enter(scope)
        return listing

    def _enter(self, scope: InForce) -> None:
        register = scope.graph.register
        self.authorities.add(register.authority.name)
        running = {power.id for power in scope.powers}
        for power in register.powers:
            entry = Listed(register.authority.name, power, power.id in running)
            for word in _words_for(scope.graph, power):
                self.by_word.setdefault(word, []).append(entry)

    def find(self, word: str) -> list[Listed]:
        """What goes by this code or name, running or gone."""
        return self.by_word.get(squeezed(word), [])


def _words_for(graph: PowerGraph, power: Power) -> set[str]:
    subs = graph.sub_items_of(power)
    words = (power.code, power.name, *(word for sub in subs for word in (sub.code, sub.name)))
    return {squeezed(word) for word in words if word}


@dataclass(frozen=True, slots=True)
class Need:
    """A power and one of its prerequisites, with whatever goes by that name; `own` list first."""

    power: Power
    word: str
    found: tuple[Listed, ...]


def needs(scope: InForce, own: Listing, others: Listing | None) -> Iterator[Need]:
    """Every prerequisite that a power in force names, looked up."""
    for power in scope.powers:
        for word in dict.fromkeys(power.prerequisites):
            found = own.find(word)
            beside = others.find(word) if others and not any(one.runs for one in found) else []
            yield Need(power, word, tuple(_running_first([*found, *beside])))


def _running_first(found: list[Listed]) -> list[Listed]:
    return [one for one in found if one.runs] or found


def circles(scope: InForce, own: Listing, others: Listing | None) -> list[list[Listed]]:
    """Powers that wait for each other, from the first of the own list around to it; each knot once.

    A name that several other authorities have leads nowhere: nobody knows whose is meant.
    """
    graph, entries = _waiting(scope, own, others)
    order = {power.id: place for place, power in enumerate(scope.powers)}
    home = scope.graph.register.authority.name
    found = []
    for part in nx.strongly_connected_components(graph):
        mine = min((key for key in part if key[0] == home), key=lambda key: order[key[1]], default=None)
        if mine and len(part) > 1:
            found.append([entries[key] for key in _round(graph.subgraph(part), mine)])
    return sorted(found, key=lambda line: order[line[0].power.id])


def _round(knot: "nx.DiGraph[Key]", key: Key) -> list[Key]:
    """The shortest way from a power back to itself."""
    ways = (nx.shortest_path(knot, after, key) for after in sorted(knot.successors(key)) if after != key)
    return [key, *min(ways, key=len)]


def _waiting(
    scope: InForce, own: Listing, others: Listing | None
) -> tuple["nx.DiGraph[Key]", dict[Key, Listed]]:
    """Who waits for whom, followed from the own list outward."""
    graph: nx.DiGraph[Key] = nx.DiGraph()
    home = scope.graph.register.authority.name
    entries = {(home, power.id): Listed(home, power, True) for power in scope.powers if power.prerequisites}
    waiting = list(entries.values())
    while waiting:
        entry = waiting.pop()
        for word in entry.power.prerequisites:
            for other in _meant(word, entry.authority, own, others):
                to = (other.authority, other.power.id)
                graph.add_edge((entry.authority, entry.power.id), to)
                if to not in entries:
                    entries[to] = other
                    waiting.append(other)
    return graph, entries


def _meant(word: str, authority: str, own: Listing, others: Listing | None) -> list[Listed]:
    """What an authority means by a word: its own power where it has one, else that of the one other list."""
    found = [one for one in (*own.find(word), *(others.find(word) if others else ())) if one.runs]
    at_home = [one for one in found if one.authority == authority]
    return at_home or (found if len({one.authority for one in found}) == 1 else [])
