"""A register as the nested tree that `tree` reads: every child under its parent, ids local to it."""

from typing import Any

from powerlist.formats.tree import CHILDREN, TOP, Row
from powerlist.model.entity import Entity
from powerlist.model.register import Register, ids_in


def tree_of(register: Register) -> Row:
    """The whole register as one tree of plain data; reading it back gives an equal register."""
    nested: dict[str, list[Entity]] = {}
    for entity in register.entities():
        owner = register.parent_of(entity)
        if owner is not None:
            nested.setdefault(owner.id, []).append(entity)
    tree: Row = {"authority": _plain(register.authority)}
    for kind in TOP:
        rows = [_branch(entity, nested) for entity in getattr(register, kind.table)]
        if rows:
            tree[kind.table] = rows
    return tree


def _branch(entity: Entity, nested: dict[str, list[Entity]], parent: str = "") -> Row:
    row = _plain(entity)
    if parent:
        row["id"] = (
            entity.id.removeprefix(f"{parent}.") if entity.id.startswith(f"{parent}.") else f"/{entity.id}"
        )
        _leave_out(row, entity, parent)
    for child in CHILDREN.get(entity.kind, ()):
        rows = [
            _branch(one, nested, entity.id) for one in nested.get(entity.id, []) if one.kind == child.kind
        ]
        if rows:
            row[child.table] = rows
    return row


def _leave_out(row: Row, entity: Entity, parent: str) -> None:
    """Drop the name of the parent, which the place in the tree says."""
    assert entity.parent is not None
    others = [f"/{id}" for id in ids_in(entity, entity.parent) if id != parent]
    row.pop(entity.parent, None)
    if others:
        row[entity.parent] = others


def _plain(entity: Entity) -> Row:
    row: dict[str, Any] = entity.model_dump(mode="json", exclude_defaults=True)
    for name, value in list(row.items()):
        if name.endswith("limit") and isinstance(value, dict):
            row[name] = getattr(entity, name).text.zh
    return row
