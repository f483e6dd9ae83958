"""What a register says, as one short word: the same over every store and file format."""

import json
from collections.abc import Iterable
from hashlib import sha256

from powerlist.model.entity import Entity
from powerlist.model.register import Register

_ENCODE = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
).encode


def fingerprint(content: Register | Iterable[Entity]) -> str:
    """SHA-256 (64 hex digits) of the content, without origins, states and the order of tables.

    Equal content gives equal fingerprints whatever file or store it came through; any changed, added or lost
    field changes it.
    """
    entities = content.entities() if isinstance(content, Register) else content
    rows = sorted((entity.kind, entity.id, _canonical(entity)) for entity in entities)
    return sha256(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _canonical(entity: Entity) -> str:
    data = entity.model_dump(
        mode="json", exclude_defaults=True, exclude={"id", "state", "confirmed_by", "confirmed_on"}
    )
    return _ENCODE(data)
