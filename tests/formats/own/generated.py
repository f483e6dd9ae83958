"""Any register that a file can hold: every field of the model, every reference to something that is there."""

from typing import Any, get_origin

from hypothesis import strategies as st

from powerlist.formats.own_workbook.codec import inner
from powerlist.formats.own_workbook.names import references_of
from powerlist.model.organisation import Authority, Holding
from powerlist.model.register import KINDS, Register
from tests.stores.generated import records

_NAMES = st.sampled_from(
    ["受理", "受理岗", "审查", "（空）", "\\（空）", "P1", " 受理", "甲；乙", "a｜b", "=1+1", "@x"]
)
_ODD = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=8)
_IDS = st.one_of(_NAMES, _ODD).filter(str.strip)


@st.composite
def sound_registers(draw: st.DrawFn) -> Register:
    """Up to thirty things; names stand twice, ids look like names, and everything referred to exists."""
    kinds = draw(st.lists(st.sampled_from(sorted(KINDS)), max_size=30))
    ids = draw(st.lists(_IDS, unique=True, min_size=len(kinds) + 1, max_size=len(kinds) + 1))
    order = {kind: place for place, kind in enumerate(KINDS)}
    pool: dict[str, list[str]] = {kind: [] for kind in KINDS}
    tables: dict[str, list[Any]] = {kind.table: [] for kind in KINDS.values()}
    for kind, id in zip(sorted(kinds, key=order.__getitem__), ids[1:], strict=True):
        given = _fields(kind, pool)
        if given is not None:
            tables[KINDS[kind].table].append(draw(records(KINDS[kind], id=st.just(id), **given)))
            pool[kind].append(id)
    authority = draw(records(Authority, id=st.just(ids[0]), name=_NAMES))
    return Register(authority=authority, **tables)


def _fields(kind: str, pool: dict[str, list[str]]) -> dict[str, st.SearchStrategy[Any]] | None:
    """Strategies for names and references; None where what the kind needs is not there yet."""
    given: dict[str, st.SearchStrategy[Any]] = {}
    fields = KINDS[kind].model_fields
    if "name" in fields:
        given["name"] = st.one_of(_NAMES, _ODD)
    for name, targets in references_of(kind).items():
        there = [id for target in targets for id in pool[target]]
        if get_origin(inner(fields[name].annotation)) is tuple:
            given[name] = (
                st.lists(st.sampled_from(there), max_size=3, unique=True).map(tuple) if there else st.just(())
            )
        elif there:
            given[name] = st.sampled_from(there)
        elif fields[name].is_required():
            return None
        else:
            given[name] = st.none()
    if kind == "person":
        posts = pool["post"]
        some = st.lists(records(Holding, post=st.sampled_from(posts)), max_size=2) if posts else st.just([])
        given["holdings"] = some.map(tuple)
    return given
