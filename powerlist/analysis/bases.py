"""What powers rest on."""

from collections.abc import Iterator

from powerlist.analysis.in_force import InForce
from powerlist.graph import PowerGraph
from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole, InstrumentKind
from powerlist.model.entity import Entity
from powerlist.model.power import Power, SubItem

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


def _has_articles(basis: LegalBasis) -> bool:
    if basis.instrument_kind is None:
        return not basis.document_no
    return basis.instrument_kind in _WITH_ARTICLES
