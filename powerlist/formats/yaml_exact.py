"""The tree of a register, made exact: limits with all digits, references and ids that nothing shadows."""

from collections.abc import Sequence

from powerlist.formats.own_workbook.names import references_of
from powerlist.formats.tree import CHILDREN, TOP, Row
from powerlist.formats.tree_write import tree_of
from powerlist.model.entity import Entity
from powerlist.model.limits import TimeLimit
from powerlist.model.register import Register, ids_in


def exact_tree(register: Register) -> Row:
    """The nested tree, from which every field of every thing is read back as it is.

    A control without a risk has no place in the tree.
    """
    tree = tree_of(register)
    exact = _Exact(register)
    for kind in TOP:
        for row, entity in zip(tree.get(kind.table, ()), getattr(register, kind.table), strict=False):
            exact.branch(row, entity, ())
    return tree


class _Exact:
    """Goes over the tree beside the register that it was made of."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.children: dict[tuple[str, str], list[Entity]] = {}
        for entity in register.entities():
            if owner := register.parent_of(entity):
                self.children.setdefault((entity.kind, owner.id), []).append(entity)

    def branch(self, row: Row, entity: Entity, above: tuple[str, ...]) -> None:
        """Mend a row and all that stands under it; `above` are the ids that it stands under."""
        _limits(row, entity)
        self._references(row, entity, above)
        row["id"] = _id(entity, above)
        for kind in CHILDREN.get(entity.kind, ()):
            children = self.children.get((kind.kind, entity.id), [])
            for child_row, child in zip(row.get(kind.table, ()), children, strict=True):
                self.branch(child_row, child, (entity.id, *above))

    def _references(self, row: Row, entity: Entity, above: tuple[str, ...]) -> None:
        for name in references_of(entity.kind):
            ids: Sequence[str] = ids_in(entity, name)
            many = isinstance(getattr(entity, name), tuple)
            if name == entity.parent:
                ids = ids[1:]  # the first is what the row stands under
                if not many or not ids:
                    continue
            if ids:
                marked = [self._marked(id, above) for id in ids]
                row[name] = marked if many else marked[0]

    def _marked(self, id: str, above: tuple[str, ...]) -> str:
        """The id, marked as whole where it would be taken for a local one."""
        shadowed = id.startswith("/") or any(self.register.find(f"{owner}.{id}") for owner in above)
        return f"/{id}" if shadowed else id


def _id(entity: Entity, above: tuple[str, ...]) -> str:
    """The id as written: local to what it stands under where it begins with that, else whole."""
    if not above:
        return f"/{entity.id}" if entity.id.startswith("/") else entity.id
    local = entity.id.removeprefix(f"{above[0]}.")
    return f"/{entity.id}" if local == entity.id or local.startswith("/") else local


def _limits(row: Row, entity: Entity) -> None:
    for name, value in entity:
        if isinstance(value, TimeLimit) and not _understood(row[name], value):
            row[name] = value.model_dump(mode="json")


def _understood(written: str, value: TimeLimit) -> bool:
    try:
        return TimeLimit.model_validate(written) == value
    except ValueError:
        return False
