"""How a register lies in a graph database, derived from the model and the closed table of relations once.

A thing is a node with the labels `Entity` and that of its kind (`Power`, `RiskPoint`), its fields as
properties, besides `register`, `kind`, `place` (its place in the list) and `origins`. A record within a thing
lies flat (`inherent_rank`, `statutory_limit_value`), a list of records as JSON. A reference is a relationship
named as in the table; one made by an arrow (a flow, an assignment) carries the fields of the arrow.

Ids are unique because a register is, and a save holds the lock of its `Register` node; a constraint on the
things themselves makes a server look through its own unfinished transaction for each (60 s for 18,000).

Labels, relationship types and property names come from here alone, never from input.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import TypeAdapter

from powerlist.model.entity import Entity, Record
from powerlist.model.organisation import Authority
from powerlist.model.register import KINDS
from powerlist.model.relation import RELATIONS

VERSION = 1
STORED: dict[str, type[Entity]] = {Authority.kind: Authority, **KINDS}
OWN = ("register", "kind", "place", "origins")  # what a node has besides its fields

CONSTRAINTS = (
    "CREATE CONSTRAINT powerlist_register IF NOT EXISTS FOR (n:Register) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT powerlist_store IF NOT EXISTS FOR (n:PowerlistStore) REQUIRE n.name IS UNIQUE",
    "CREATE INDEX powerlist_entities IF NOT EXISTS FOR (n:Entity) ON (n.register)",
    "CREATE INDEX powerlist_ids IF NOT EXISTS FOR (n:Entity) ON (n.id)",
)

CREATE_NODES = {
    kind: (
        f"UNWIND $rows AS row CREATE (n:Entity:{model.__name__}) SET n = row "
        "RETURN row.id AS id, elementId(n) AS node"
    )
    for kind, model in STORED.items()
}
CREATE_REFERENCES = {
    relation.name: (
        "UNWIND $rows AS row "
        "MATCH (a) WHERE elementId(a) = row.source MATCH (b) WHERE elementId(b) = row.target "
        f"CREATE (a)-[r:{relation.name}]->(b) SET r = row.fields"
    )
    for relation in RELATIONS
}


@dataclass(frozen=True, slots=True)
class Property:
    """A node's property: the field it holds (or the field of a field) and how."""

    name: str
    path: tuple[str, ...]
    as_json: bool
    left_out: bool  # when it is empty, as it is by default


def properties_of(entity: Entity) -> dict[str, Any]:
    """The fields of a thing as properties; what is empty by default is left out, other defaults are told."""
    data = entity.model_dump(mode="json", exclude_none=True)
    found: dict[str, Any] = {}
    for one in PROPERTIES[entity.kind]:
        value = data.get(one.path[0])
        if len(one.path) > 1 and value is not None:
            value = value.get(one.path[1])
        if value is None or (one.left_out and value in ("", [])):
            continue
        found[one.name] = json.dumps(value, ensure_ascii=False) if one.as_json else value
    return found


def entities_of(kind: str, rows: Iterable[dict[str, Any]]) -> tuple[Entity, ...]:
    """The things that `properties_of` made rows of. Raises ValueError for rows of another shape."""
    return _TABLES[kind].validate_python([_fields(PROPERTIES[kind], row) for row in rows])


def _fields(properties: tuple[Property, ...], row: dict[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for one in properties:
        if one.name in row:
            value = json.loads(row[one.name]) if one.as_json else row[one.name]
            if len(one.path) > 1:
                data.setdefault(one.path[0], {})[one.path[1]] = value
            else:
                data[one.path[0]] = value
    return data


# -- derived from the model


def _properties(model: type[Record], path: tuple[str, ...] = ()) -> Iterator[Property]:
    for name, field in model.model_fields.items():
        inner, at = _bare(field.annotation), (*path, name)
        if _is_record(inner) and not path:
            yield from _properties(inner, at)
        else:
            empty = field.get_default() in ("", ())
            yield Property("_".join(at), at, not _fits(inner), empty)


def _bare(annotation: Any) -> Any:
    """A type without `| None` and notes."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        (inner,) = (part for part in get_args(annotation) if part is not NoneType)
        return _bare(inner)
    return annotation


def _is_record(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Record)


def _fits(annotation: Any) -> bool:
    """Whether a property can hold it as it is: a plain value or a list of texts."""
    if get_origin(annotation) is tuple:
        part = get_args(annotation)[0]
        return isinstance(part, type) and issubclass(part, str)
    return isinstance(annotation, type) and issubclass(annotation, str | int | float | date | Enum)


PROPERTIES: dict[str, tuple[Property, ...]] = {
    kind: tuple(_properties(model)) for kind, model in STORED.items()
}
_TABLES: dict[str, TypeAdapter[tuple[Entity, ...]]] = {
    kind: TypeAdapter(tuple[model, ...])  # type: ignore[valid-type]
    for kind, model in STORED.items()
}
