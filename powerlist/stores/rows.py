"""Entities and origins as rows of JSON text: what a store keeps of a register, one row a thing.

The text of an entity is that of `model.plain`, written and read by pydantic's own JSON code because a store
handles hundreds of thousands of them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from powerlist.model.entity import Entity
from powerlist.model.organisation import Authority
from powerlist.model.register import KINDS, Origins, Register, ids_in
from powerlist.model.relation import relations_of
from powerlist.model.source import Origin, Source
from powerlist.model.texts import json_texts

_STORED: dict[str, type[Entity]] = {Authority.kind: Authority, **KINDS}
_TABLES: dict[str, TypeAdapter[tuple[Entity, ...]]] = {
    kind: TypeAdapter(tuple[model, ...])  # type: ignore[valid-type]
    for kind, model in _STORED.items()
}


class Row(NamedTuple):
    """One thing: its kind, its id, its fields as JSON, and where they were read as JSON (or nothing)."""

    kind: str
    id: str
    body: str
    origins: str | None


Columns = tuple[str, str, str, str | None]  # what a row is to a database


def rows_of(register: Register) -> tuple[list[Row], str | None]:
    """Every thing of a register in its order, and the origins of things that are not in it."""
    read = origins_by_id(register.origins)
    rows: list[Row] = []
    for table in register.tables().values():
        rows += _rows(table, read)
    stray = json.dumps(read, ensure_ascii=False) if read else None
    return rows, stray


def _rows(table: tuple[Entity, ...], read: dict[str, str]) -> Iterator[Row]:
    if table:
        kind, dump = table[0].kind, table[0].__pydantic_serializer__.to_json
        for entity in table:
            body = dump(entity, exclude_defaults=True).decode()
            yield Row(kind, entity.id, body, read.pop(entity.id, None))


def register_of(rows: Iterable[Columns], stray: str | None) -> Register:
    """The register that `rows_of` took apart. Raises ValueError for rows of another shape."""
    bodies: dict[str, list[str]] = {kind: [] for kind in _STORED}
    read: dict[str, str] = json.loads(stray) if stray else {}
    for kind, id, body, origins in rows:
        if kind not in bodies:
            raise ValueError(f"unknown kind {kind}")
        bodies[kind].append(body)
        if origins:
            read[id] = origins
    tables = {_STORED[kind].table: _table(kind, texts) for kind, texts in bodies.items()}
    return assembled(tables, read)


def _table(kind: str, bodies: list[str]) -> tuple[Entity, ...]:
    return _TABLES[kind].validate_json(f"[{','.join(bodies)}]")


def assembled(tables: Mapping[str, Iterable[Entity]], origins: Mapping[str, str]) -> Register:
    """A register of finished tables. Raises ValueError unless there is one authority."""
    (authority,) = tables[Authority.table]
    rest = {name: tuple(table) for name, table in tables.items() if name != Authority.table}
    return Register.model_validate({"authority": authority, "origins": dict(_origins(origins)), **rest})


def origins_by_id(origins: Origins) -> dict[str, str]:
    """For each id the JSON list of [field, file, sheet, cell, raw] of its origins."""
    grouped: dict[str, list[list[str]]] = {}
    for (id, field), origin in origins.items():
        source = origin.source
        grouped.setdefault(id, []).append([field, source.file, source.sheet, source.cell, origin.raw])
    return dict(zip(grouped, json_texts(_json, grouped.values(), ("[[", "]]")), strict=True))


def _origins(texts: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], Origin]]:
    """What `origins_by_id` wrote; read as one text, since most things have few origins."""
    for id, found in zip(texts, json.loads(f"[{','.join(texts.values())}]"), strict=True):
        for field, file, sheet, cell, raw in found:
            yield (id, field), Origin(Source(file, sheet, cell), raw)


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Reference(NamedTuple):
    """One reference by a relation; `link` is the entity that makes it where that is an arrow itself."""

    relation: str
    source: str
    target: str
    link: Any


def references_of(register: Register) -> Iterator[Reference]:
    """Every reference of the closed table of relations, whether its target is there or not."""
    for table in register.tables().values():
        relations = relations_of(table[0].kind) if table else ()
        for entity in table if relations else ():
            link = entity if entity.link else None
            for relation in relations:
                for target in ids_in(entity, relation.target):
                    for source in ids_in(entity, relation.source):
                        yield Reference(relation.name, source, target, link)
