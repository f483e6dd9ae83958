"""Any register that the model allows, field by field from the model itself: strange texts, missing targets,
origins of things that are gone. A field added to the model is tried without a change here.
"""

from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import strategies as st

from powerlist.model.entity import Record
from powerlist.model.limits import TimeLimit
from powerlist.model.organisation import Authority
from powerlist.model.register import KINDS, Register
from powerlist.model.source import Origin, Source

_TEXT = st.one_of(
    st.sampled_from(
        ["", "受理", "a'; DROP TABLE entity; --", "$.name", "}) DETACH DELETE n //", "\u2028\x85\r\n\t"]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: _TEXT,
    bool: st.booleans(),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    date: st.dates(),
    NoneType: st.none(),
    TimeLimit: st.builds(lambda value: TimeLimit(value=value), st.floats(0, 100_000)),
}


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Any value of a field's type."""
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return values(inside[0])
    if origin in (Union, UnionType):
        return st.one_of(*map(values, inside))
    if origin is tuple:
        return st.lists(values(inside[0]), max_size=3).map(tuple)
    if issubclass(annotation, Enum):
        return st.sampled_from(annotation)
    return records(annotation)


def records(kind: type[Record], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any record of a kind: required fields always, each other field sometimes."""
    fields = {name: values(field.annotation) for name, field in kind.model_fields.items()} | given
    required = {name: fields.pop(name) for name, field in kind.model_fields.items() if field.is_required()}
    return st.fixed_dictionaries(required, optional=fields).map(lambda row: kind(**row))


_ORIGINS = st.builds(Origin, st.builds(Source, _TEXT, _TEXT, _TEXT), _TEXT)


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Any register of up to a dozen things."""
    tables: dict[str, list[Any]] = {kind.table: [] for kind in KINDS.values()}
    kinds = draw(st.lists(st.sampled_from(sorted(KINDS)), max_size=12))
    ids = draw(st.lists(_TEXT.filter(bool), unique=True, min_size=len(kinds) + 1, max_size=len(kinds) + 1))
    for name, id in zip(kinds, ids[1:], strict=True):
        kind = KINDS[name]
        links = {field: st.sampled_from(ids) for field in _references(name) if field in kind.model_fields}
        tables[kind.table].append(draw(records(kind, id=st.just(id), **links)))
    keys = st.tuples(st.one_of(st.sampled_from(ids), _TEXT), st.sampled_from(["", "name", "text"]))
    origins = draw(st.dictionaries(keys, _ORIGINS, max_size=5))
    authority = draw(records(Authority, id=st.just(ids[0])))
    return Register(authority=authority, origins=origins, **tables)


def _references(kind: str) -> set[str]:
    """The fields of a kind that hold one id each and always."""
    return {
        name
        for name, field in KINDS[kind].model_fields.items()
        if field.is_required()
        and name in ("power", "process", "source", "target", "step", "owner", "duty", "of")
    }
