"""The one codec between a register and plain data (dicts, lists, strings, numbers)."""

from typing import Any

from powerlist.model.register import KINDS, Register
from powerlist.model.source import Origin, Source

_VERSION = 1


def to_plain(register: Register, *, origins: bool = True) -> dict[str, Any]:
    """Tables of dicts without defaults; `from_plain` gives the same register back, origins included."""
    data: dict[str, Any] = {"powerlist": _VERSION}
    for name, table in register.tables().items():
        rows = [entity.model_dump(mode="json", exclude_defaults=True) for entity in table]
        if rows:
            data[name] = rows[0] if name == "authority" else rows
    if origins and register.origins:
        data["origins"] = [_plain_origin(key, origin) for key, origin in register.origins.items()]
    return data


def from_plain(data: dict[str, Any]) -> Register:
    """The register that `to_plain` wrote. Raises pydantic's ValidationError for data of another shape."""
    tables = {kind.table: data.get(kind.table, []) for kind in KINDS.values()}
    known = {"powerlist", "authority", "origins", *tables}
    strangers = {name: data[name] for name in data if name not in known}
    origins = dict(_origin(row) for row in data.get("origins", []))
    return Register.model_validate(
        {"authority": data.get("authority"), "origins": origins, **tables, **strangers}
    )


def _plain_origin(key: tuple[str, str], origin: Origin) -> list[str]:
    source = origin.source
    return [*key, source.file, source.sheet, source.cell, origin.raw]


def _origin(row: list[str]) -> tuple[tuple[str, str], Origin]:
    id, field, file, sheet, cell, raw = row
    return (id, field), Origin(source=Source(file, sheet, cell), raw=raw)
