"""Other authorities beside one's own: who else acts on the same clause."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from powerlist.analysis.in_force import InForce
from powerlist.analysis.prerequisites import Listing
from powerlist.graph import PowerGraph
from powerlist.laws.titles import key_of
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole, PowerType
from powerlist.model.identity import squeezed
from powerlist.model.power import Power, SubItem
from powerlist.model.register import Register

Article = tuple[str, int, int | None]

# 程序、时限、收费、追责条款人人都引，不是职权的来源。
_SOURCES = (BasisRole.ESTABLISHING, BasisRole.GOVERNING)
_NO_POWERS = (PowerType.PUBLIC_SERVICE, PowerType.INTERNAL)
# 规定怎么办事的法律，人人都引，不设定哪一项职权。
_HOW_TO = frozenset(
    key_of(f"中华人民共和国{name}")
    for name in ("行政许可法", "行政处罚法", "行政强制法", "行政复议法", "行政诉讼法", "国家赔偿法")
)
# 一条之下一个单位有超过五项职权，或超过五个单位都引，是总括性条款，说明不了交叉。
_GENERAL = 5


@dataclass(frozen=True, slots=True)
class Citation:
    """One power that rests on one clause."""

    graph: PowerGraph
    power: Power
    basis: LegalBasis

    @property
    def authority(self) -> str:
        """The name of the authority whose power it is."""
        return self.graph.register.authority.name


@dataclass(frozen=True, slots=True)
class Overlap:
    """A power and the powers of others that rest on the same clause under another name or type."""

    power: Power
    basis: LegalBasis
    others: tuple[Citation, ...]


class Neighbours(tuple[PowerGraph, ...]):
    """Graphs of several authorities on one day; what they cite is looked up once for all of them."""

    day: date

    @classmethod
    def of(cls, registers: Iterable[Register], day: date) -> "Neighbours":
        """The registers as they stand on the day, without what is only drafted."""
        found = cls(PowerGraph(register.stated().as_of(day)) for register in registers)
        found.day = day
        return found

    @cached_property
    def peers(self) -> tuple[PowerGraph, ...]:
        """The lists of authorities, without catalogues that others follow."""
        return tuple(graph for graph in self if not graph.register.authority.catalogue)

    @cached_property
    def catalogues(self) -> tuple[PowerGraph, ...]:
        """The catalogues that authorities follow (通用目录)."""
        return tuple(graph for graph in self if graph.register.authority.catalogue)

    @cached_property
    def namesakes(self) -> dict[str, list[tuple[PowerGraph, Power]]]:
        """Every power that an authority beside exercises, by its name; services and internal powers aside."""
        table: dict[str, list[tuple[PowerGraph, Power]]] = {}
        for graph in self.peers:
            for power in InForce(graph, self.day).powers:
                if power.type not in _NO_POWERS:
                    table.setdefault(squeezed(power.name), []).append((graph, power))
        return table

    @cached_property
    def citations(self) -> dict[Article, list[Citation]]:
        """Every power that rests on an article; articles that are general are left out."""
        table: dict[Article, list[Citation]] = {}
        for graph in self.peers:
            for article, found in cited(InForce(graph, self.day)).items():
                table.setdefault(article, []).extend(found)
        return {article: found for article, found in table.items() if not _general(found)}

    @cached_property
    def listing(self) -> Listing:
        """Every power on their lists by code and name, gone ones too."""
        return Listing.of(InForce(graph, self.day) for graph in self)


def cited(scope: InForce) -> dict[Article, list[Citation]]:
    """The powers in force that rest on each article, once a clause; services and internal powers aside."""
    table: dict[Article, list[Citation]] = {}
    for power in scope.powers:
        if power.type not in _NO_POWERS:
            for basis in _sources_of(scope.graph, power):
                article = (key_of(basis.instrument), basis.article or 0, basis.inserted)
                table.setdefault(article, []).append(Citation(scope.graph, power, basis))
    return table


def overlaps(scope: InForce, neighbours: Neighbours) -> Iterator[Overlap]:
    """For each power and clause, what other authorities do under the same clause; one a power."""
    own = scope.graph.register.authority.name
    found: dict[str, Overlap] = {}
    for article, citations in cited(scope).items():
        beside = [one for one in neighbours.citations.get(article, ()) if one.authority != own]
        for mine in citations if beside and not _general(citations) else ():
            others = tuple(
                one for one in beside if _same_clause(mine.basis, one.basis) and _differ(mine, one)
            )
            if others:
                found.setdefault(mine.power.id, Overlap(mine.power, mine.basis, others))
    yield from found.values()


def _sources_of(graph: PowerGraph, power: Power) -> Iterator[LegalBasis]:
    owners: Sequence[Power | SubItem] = (power, *graph.sub_items_of(power))
    for owner in owners:
        for basis in graph.bases_of(owner):
            if basis.role in _SOURCES and basis.article is not None and _gives_power(basis):
                yield basis


def _gives_power(basis: LegalBasis) -> bool:
    return key_of(basis.instrument) not in _HOW_TO


def _same_clause(one: LegalBasis, other: LegalBasis) -> bool:
    """Whether two citations of one article may mean the same clause; the whole article holds its clauses."""
    pairs = ((one.paragraph, other.paragraph), (one.item, other.item))
    return all(a is None or b is None or a == b for a, b in pairs)


def _differ(mine: Citation, other: Citation) -> bool:
    return squeezed(mine.power.name) != squeezed(other.power.name) or mine.power.type is not other.power.type


def _general(citations: Sequence[Citation]) -> bool:
    """Whether an article gives so much, or to so many, that sharing it says nothing."""
    powers: dict[int, set[str]] = {}
    for one in citations:
        powers.setdefault(id(one.graph), set()).add(one.power.id)
    return len(powers) > _GENERAL or any(len(held) > _GENERAL for held in powers.values())
