"""Where a list's cells went: `bureau.origins.jsonl` beside `bureau.yaml`.

An import keeps the cell of every field there, one line an entity. An entity that was edited in the YAML since
has another seal, and its place is then its line in the YAML.
"""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from powerlist.errors import InputError
from powerlist.i18n import Text
from powerlist.model.entity import Entity
from powerlist.model.fingerprint import fingerprint
from powerlist.model.register import Origins, Register
from powerlist.model.source import Origin, Source
from powerlist.resources import write_whole

_BROKEN = Text("不是来源记录，请删去后再读。", "is no record of origins: remove it and read again.")


def side_file(path: Path) -> Path:
    """The file beside a YAML file."""
    return path.with_suffix(".origins.jsonl")


def write_side(register: Register, path: Path) -> None:
    """Write the cells that `register` was read from beside `path`; nothing where it was read from text."""
    lines = list(_lines(register))
    if lines:
        write_whole(side_file(path), "\n".join(lines) + "\n")
    else:
        side_file(path).unlink(missing_ok=True)


def with_side(register: Register, path: Path) -> Register:
    """The register with the cells written beside `path`, where its entities are as they were then."""
    beside = side_file(path)
    if not beside.is_file():
        return register
    try:
        found = dict(_kept(register, beside))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise InputError(str(beside), _BROKEN) from error
    return register.model_copy(update={"origins": {**_without(register, found), **found}})


def _lines(register: Register) -> Iterator[str]:
    ordered = sorted(register.origins.items(), key=lambda item: item[0])
    for id, group in groupby(ordered, key=lambda item: item[0][0]):
        entity = register.find(id)
        cells = {key[1]: _row(origin) for key, origin in group if _of_a_list(origin)}
        if entity is not None and cells:
            row = {"id": id, "seal": _seal(entity), "cells": cells}
            yield json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _of_a_list(origin: Origin) -> bool:
    """Whether it was read from somebody's list rather than from text like this."""
    return not origin.source.file.endswith((".yaml", ".yml"))


def _row(origin: Origin) -> list[str]:
    return [origin.source.file, origin.source.sheet, origin.source.cell, origin.raw]


def _kept(register: Register, beside: Path) -> Iterator[tuple[tuple[str, str], Origin]]:
    for line in beside.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        entity = register.find(row["id"])
        if entity is not None and _seal(entity) == row["seal"]:
            for field, (file, sheet, cell, raw) in row["cells"].items():
                yield (entity.id, field), Origin(Source(file, sheet, cell), raw)


def _without(register: Register, found: Origins) -> Origins:
    """The origins in the YAML of all that has no cell."""
    sealed = {id for id, _ in found}
    return {key: origin for key, origin in register.origins.items() if key[0] not in sealed}


def _seal(entity: Entity) -> str:
    return fingerprint([entity])[:16]
