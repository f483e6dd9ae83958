"""References as people write them: a name where it says enough, else the id."""

from collections.abc import Iterable, Sequence
from functools import cache

from powerlist.model.entity import Entity
from powerlist.model.identity import squeezed
from powerlist.model.register import KINDS
from powerlist.model.relation import relations_of

_LINK_ENDS: dict[str, dict[str, tuple[str, ...]]] = {
    "flow": {"source": ("step", "gateway")},
    "assignment": {"duty": ("duty",)},
}


@cache
def references_of(kind: str) -> dict[str, tuple[str, ...]]:
    """The fields of a kind that name other things, and the kinds that they may name."""
    if kind not in KINDS:
        return {}
    named = {r.target: r.to for r in relations_of(kind) if r.target in KINDS[kind].model_fields}
    return {**named, **_LINK_ENDS.get(kind, {})}


class Names:
    """What each thing is called, and which thing a name means; names within one process come first."""

    def __init__(self) -> None:
        self._kinds: dict[str, str] = {}
        self._called: dict[str, str] = {}
        self._ids: dict[tuple[str, str, str], str | None] = {}  # (near, kind, name): None where several

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> "Names":
        """The names of these things."""
        names = cls()
        for entity in entities:
            near = str(getattr(entity, "process", ""))
            names.add(entity.kind, entity.id, str(getattr(entity, "name", "")), near)
        return names

    def __contains__(self, id: str) -> bool:
        return id in self._kinds

    def kind_of(self, id: str) -> str | None:
        """The kind of the thing with this id."""
        return self._kinds.get(id)

    def add(self, kind: str, id: str, name: str, near: str = "") -> None:
        """One more thing; `near` is its process."""
        self._kinds[id] = kind
        if not squeezed(name):
            return
        self._called[id] = name
        for place in {near, ""}:
            key = (place, kind, squeezed(name))
            self._ids[key] = None if self._ids.get(key, id) != id else id

    def called(self, kind: str) -> tuple[str, ...]:
        """What the things of a kind are called, in their order."""
        return tuple(self.call(id, (kind,)) for id, own in self._kinds.items() if own == kind)

    def id_of(self, written: str, targets: Sequence[str], near: str = "") -> str | None:
        """The thing that is meant: by its id, then by a name that means one thing nearby or anywhere."""
        for exact in (written, written.strip()):
            if self._kinds.get(exact) in targets:
                return exact
        for place in dict.fromkeys((near, "")):
            found = [self._ids.get((place, kind, squeezed(written))) for kind in targets]
            known = [id for id in found if id]
            if len(known) == 1:
                return known[0]
        return None

    def call(self, id: str, targets: Sequence[str], near: str = "") -> str:
        """How to write it so that it is understood."""
        name = self._called.get(id, "")
        return name if name and self.id_of(name, targets, near) == id else id
