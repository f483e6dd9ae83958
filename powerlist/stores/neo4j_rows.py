"""A register as parameters of Cypher statements, and back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from powerlist.model.entity import Entity
from powerlist.model.register import Register
from powerlist.stores.neo4j_schema import STORED, entities_of, properties_of
from powerlist.stores.rows import assembled, origins_by_id, references_of

Rows = list[dict[str, Any]]


def node_rows(id: str, register: Register) -> tuple[dict[str, Rows], str | None]:
    """For each kind the properties of its nodes; and the origins of things that are not in the register."""
    read = origins_by_id(register.origins)
    rows: dict[str, Rows] = {}
    for place, entity in enumerate(register.entities()):
        own: dict[str, Any] = {"register": id, "kind": entity.kind, "place": place}
        if entity.id in read:
            own["origins"] = read.pop(entity.id)
        rows.setdefault(entity.kind, []).append(properties_of(entity) | own)
    return rows, json.dumps(read, ensure_ascii=False) if read else None


def reference_rows(register: Register, nodes: Mapping[str, str]) -> dict[str, Rows]:
    """For each relation the ends of its relationships, with the fields of the arrow that makes one.

    `nodes` says by id which node of the server a thing is; references to what is not there make none.
    """
    rows: dict[str, Rows] = {}
    for relation, source, target, link in references_of(register):
        if source in nodes and target in nodes:
            row = {"source": nodes[source], "target": nodes[target], "fields": _arrow(link)}
            rows.setdefault(relation, []).append(row)
    return rows


def _arrow(link: Entity | None) -> dict[str, Any]:
    return properties_of(link) if link else {}


def register_of(nodes: Iterable[dict[str, Any]], stray: str | None) -> Register:
    """The register that `node_rows` took apart. Raises ValueError for nodes of another shape."""
    by_kind: dict[str, Rows] = {kind: [] for kind in STORED}
    origins: dict[str, str] = json.loads(stray) if stray else {}
    for node in sorted(nodes, key=lambda node: node["place"]):
        by_kind[node["kind"]].append(node)
        if "origins" in node:
            origins[node["id"]] = node["origins"]
    tables = {STORED[kind].table: entities_of(kind, rows) for kind, rows in by_kind.items()}
    return assembled(tables, origins)


def in_batches(rows: Rows, size: int) -> Iterator[Rows]:
    """`rows` in parts of at most `size`."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
