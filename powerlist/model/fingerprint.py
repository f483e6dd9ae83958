"""What a register says, as one short word: the same over every store and file format."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256

from powerlist.model.entity import Entity
from powerlist.model.register import Register
from powerlist.model.texts import json_texts

_LEFT_OUT = {"id", "state", "confirmed_by", "confirmed_on"}
_ENCODE = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
).encode


def fingerprint(content: Register | Iterable[Entity]) -> str:
    """SHA-256 (64 hex digits) of the content, without origins, states and the order of tables.

    Equal content gives equal fingerprints whatever file or store it came through; any changed, added or lost
    field changes it.
    """
    entities = content.entities() if isinstance(content, Register) else content
    tables: dict[type[Entity], list[Entity]] = {}
    for entity in entities:
        tables.setdefault(type(entity), []).append(entity)
    rows = sorted(row for model, table in tables.items() for row in _rows(model, table))
    return sha256(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _rows(model: type[Entity], table: list[Entity]) -> Iterator[tuple[str, str, str]]:
    """(kind, id, what it says as JSON) of every thing of one kind."""
    dump = model.__pydantic_serializer__.to_python
    data = (dump(entity, mode="json", exclude_defaults=True, exclude=_LEFT_OUT) for entity in table)
    for entity, text in zip(table, json_texts(_ENCODE, data, ("{", "}")), strict=True):
        yield model.kind, entity.id, text
