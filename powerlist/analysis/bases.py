"""What powers rest on, and how high it ranks."""

import re
from collections.abc import Iterator

from powerlist.analysis.in_force import InForce
from powerlist.graph import PowerGraph
from powerlist.laws.index import LawIndex
from powerlist.laws.rank import May, may_create
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole, InstrumentKind, PowerType
from powerlist.model.entity import Entity
from powerlist.model.power import Power, SubItem

_PARTS = re.compile(r"[、，,；;/\s]+")

# 时限、收费、追责条款和三定规定不是职权的来源。
_SOURCES = (BasisRole.ESTABLISHING, BasisRole.GOVERNING, BasisRole.PROCEDURE)

# 规范性文件、三定规定、决定常不分条，引到文号即可。
_WITH_ARTICLES = (
    InstrumentKind.LAW,
    InstrumentKind.ADMIN_REGULATION,
    InstrumentKind.LOCAL_REGULATION,
    InstrumentKind.DEPT_RULE,
    InstrumentKind.GOVT_RULE,
)


def without_source(graph: PowerGraph, power: Power) -> list[Power | SubItem]:
    """The power if nothing gives it, or its sub-items without a basis where others have one."""
    if _rests(graph, power):
        return []
    subs = graph.sub_items_of(power)
    bare: list[Power | SubItem] = [sub for sub in subs if not _rests(graph, sub)]
    return bare if len(bare) < len(subs) else [power]


def _rests(graph: PowerGraph, owner: Entity) -> bool:
    return any(basis.role in _SOURCES for basis in graph.bases_of(owner))


def without_article(scope: InForce) -> Iterator[LegalBasis]:
    """Citations that name no article of an instrument which has them, unless one beside them does."""
    placed = {(one.owner, one.instrument) for one in scope.graph.register.bases if one.article is not None}
    for basis in scope.graph.register.bases:
        named = basis.article is not None or (basis.owner, basis.instrument) in placed
        if not named and _has_articles(basis) and scope.holds(basis):
            yield basis


def without_quotation(scope: InForce, least_share: float) -> list[LegalBasis]:
    """Citations of articles that give powers and quote nothing, where at least that share of them quotes."""
    every = [one for one in scope.graph.register.bases if one.role in _SOURCES and one.article is not None]
    held = [one for one in every if scope.holds(one)]
    bare = [one for one in held if not one.quote.strip()]
    return bare if len(held) - len(bare) >= max(least_share * len(held), 1) else []


def _has_articles(basis: LegalBasis) -> bool:
    if basis.instrument_kind is None:
        return not basis.document_no
    return basis.instrument_kind in _WITH_ARTICLES


def creators(graph: PowerGraph, power: Power) -> Iterator[tuple[Power | SubItem, list[LegalBasis]]]:
    """The power with the bases that establish it; without any, each sub-item that has its own."""
    owners: list[Power | SubItem] = [power, *graph.sub_items_of(power)]
    found = [(one, _of_role(graph, one, (BasisRole.ESTABLISHING,))) for one in owners]
    yield from found[:1] if found[0][1] else [(one, bases) for one, bases in found if bases]


def sources(graph: PowerGraph, power: Power) -> list[LegalBasis]:
    """Everything that a power and its sub-items rest on."""
    owners: list[Entity] = [power, *graph.sub_items_of(power)]
    return [basis for owner in owners for basis in _of_role(graph, owner, _SOURCES)]


def ranks(bases: list[LegalBasis], laws: LawIndex) -> list[InstrumentKind]:
    """The ranks that are known; fewer than the bases where that of one is not."""
    return [kind for kind in map(laws.kind_of, bases) if kind and kind is not InstrumentKind.OTHER]


def beyond_rank(power: Power, known: list[InstrumentKind], best: May) -> str:
    """The first kind of penalty, or the measure that the name says, which none of these ranks may create."""
    if power.type is None or best is not May.LIMITED:
        return ""
    grants = [may_create(power.type, kind) for kind in known]
    named = power.penalties if power.type is PowerType.PENALTY else (power.name,)
    parts = (part for one in named for part in _PARTS.split(one) if part)
    return next((part for part in parts if not any(grant.allows(part) for grant in grants)), "")


def _of_role(graph: PowerGraph, owner: Entity, roles: tuple[BasisRole, ...]) -> list[LegalBasis]:
    return [basis for basis in graph.bases_of(owner) if basis.role in roles]
