"""What the citations of a list are worth on a day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from powerlist.analysis.in_force import InForce
from powerlist.laws.index import LawIndex
from powerlist.laws.resolution import Resolution, Trouble
from powerlist.laws.titles import key_of
from powerlist.model.basis import LegalBasis
from powerlist.model.entity import Entity

OVER = (Trouble.REPEALED, Trouble.SUPERSEDED, Trouble.NOT_YET)
OUT_OF_RANGE = (Trouble.ARTICLE, Trouble.PARAGRAPH, Trouble.ITEM, Trouble.RENUMBERED)
UNKNOWN = (Trouble.NOT_IN_INDEX,)
UNCOUNTED = (Trouble.NOT_COUNTED, Trouble.OTHER_VERSION)


@dataclass(frozen=True)
class Citation:
    """One citation in force, the power or thing that cites, and what the index says of it."""

    basis: LegalBasis
    owner: Entity
    resolution: Resolution

    @property
    def law(self) -> str:
        """The instrument, however it is spelt."""
        return key_of(self.basis.instrument)

    @property
    def place(self) -> tuple[str, str, str]:
        """Who cites what where: the same for a citation that is written twice."""
        return self.owner.id, self.law, self.basis.place


@dataclass(frozen=True)
class Group:
    """Citations with one fault; the first stands for all."""

    first: Citation
    count: int


def citations(scope: InForce, laws: LawIndex) -> tuple[Citation, ...]:
    """Every citation that still counts on the day, resolved; equal ones are looked up once."""
    seen: dict[tuple[object, ...], Resolution] = {}
    found = []
    for basis in scope.graph.register.bases:
        if scope.holds(basis):
            owner = scope.power_of(basis) or scope.graph.register.find(basis.owner) or basis
            found.append(Citation(basis, owner, _resolved(basis, laws, scope.day, seen)))
    return tuple(found)


def _resolved(
    basis: LegalBasis, laws: LawIndex, day: date, seen: dict[tuple[object, ...], Resolution]
) -> Resolution:
    key = (basis.instrument, basis.version, basis.place, basis.paragraph, basis.item)
    if key not in seen:
        seen[key] = laws.resolve(basis, day)
    return seen[key]


def grouped(found: tuple[Citation, ...], by: Callable[[Citation], object]) -> Iterator[Group]:
    """Citations of one kind together, in the order of the list."""
    groups: dict[object, list[Citation]] = {}
    for one in found:
        groups.setdefault(by(one), []).append(one)
    for members in groups.values():
        yield Group(members[0], len(members))


def troubled(found: tuple[Citation, ...], troubles: tuple[Trouble, ...]) -> tuple[Citation, ...]:
    """The citations with one of these troubles."""
    return tuple(one for one in found if one.resolution.trouble in troubles)
