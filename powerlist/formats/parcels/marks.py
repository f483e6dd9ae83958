"""What a parcel remembers of how it was sent, so that on its return one sees what the unit changed."""

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

from powerlist.model.entity import Entity
from powerlist.model.organisation import Unit

_ROW = "row:"
Sent = Mapping[str, Mapping[str, str]]  # id -> field -> hash of the value that was sent


def facts_of(unit: Unit, entities: Iterable[Entity]) -> list[tuple[str, str]]:
    """The lines of the hidden sheet."""
    rows = [(f"{_ROW}{entity.id}", json.dumps(_hashes(entity))) for entity in entities]
    return [("unit", unit.id), *rows]


def sent_in(said: Mapping[str, str]) -> Sent:
    """What `facts_of` wrote; a line that somebody spoilt is as if it were not there."""
    found: dict[str, Mapping[str, str]] = {}
    for name, text in said.items():
        if name.startswith(_ROW):
            try:
                row = json.loads(text)
            except ValueError:
                continue
            found[name.removeprefix(_ROW)] = row if isinstance(row, dict) else {}
    return found


def hash_of(value: Any) -> str:
    """A short word for a value as plain data."""
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return blake2b(plain.encode(), digest_size=6).hexdigest()


def field_hash(entity: Entity, field: str) -> str:
    """A short word for what a field says."""
    return hash_of(entity.model_dump(mode="json", include={field})[field])


def _hashes(entity: Entity) -> dict[str, str]:
    data = entity.model_dump(mode="json", exclude={"id", "state", "confirmed_by", "confirmed_on"})
    return {name: hash_of(value) for name, value in data.items()}
