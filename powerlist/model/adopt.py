"""A newer reading takes over the ids of the register that is already there.

Things are matched by id, then a power by its code, then by (type, name), then by the nearest text under the
same parent; whatever is matched keeps its old id, so that findings, waivers and pledges still hold on to it.
"""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any

from powerlist.model.entity import Entity
from powerlist.model.identity import free, squeezed
from powerlist.model.organisation import Person
from powerlist.model.power import Power
from powerlist.model.register import KINDS, Register, ids_in
from powerlist.model.relation import relations_of

_NEAR = 0.6  # share of letters in common that makes a mended typo of the same text


def adopt(new: Register, old: Register) -> Register:
    """`new` with the ids of `old` wherever a thing is the same; its content stays that of `new`."""
    names: dict[str, str] = {new.authority.id: old.authority.id}
    for kind in _parents_first():
        _match(new, old, kind, names)
    return _renamed(new, _without_clashes(new, names))


def _parents_first() -> list[type[Entity]]:
    """Kinds ordered so that what others stand under or point to comes before them."""
    late = ("flow", "assignment", "risk", "control", "basis")
    kinds = [kind for kind in KINDS.values() if kind.kind not in late]
    return [*kinds, *(KINDS[name] for name in late)]


def _match(new: Register, old: Register, kind: type[Entity], names: dict[str, str]) -> None:
    """Write into `names` which old thing each new thing of `kind` is."""
    fresh, stale = _by_parent(new, kind, names), _by_parent(old, kind, {})
    for parent, ours in fresh.items():
        theirs = {entity.id: entity for entity in stale.get(parent, [])}
        for key_of in (lambda entity: entity.id, _code, lambda entity: _text(entity, names)):
            _pair_equal(ours, theirs, names, key_of)
        _pair_nearest([one for one in ours if one.id not in names], theirs, names)


def _by_parent(register: Register, kind: type[Entity], names: dict[str, str]) -> dict[str, list[Entity]]:
    """The things of `kind` under (the old name of) what they belong to."""
    found: dict[str, list[Entity]] = {}
    for entity in getattr(register, kind.table):
        owner = register.parent_of(entity)
        found.setdefault(names.get(owner.id, owner.id) if owner else "", []).append(entity)
    return found


def _pair_equal(ours: list[Entity], theirs: dict[str, Entity], names: dict[str, str], key_of: Any) -> None:
    """Pair what has the same key, as long as the key is not empty and means one thing."""
    keyed: dict[str, list[str]] = {}
    for entity in theirs.values():
        keyed.setdefault(key_of(entity), []).append(entity.id)
    for entity in ours:
        same = keyed.get(key_of(entity), []) if key_of(entity) else []
        if entity.id not in names and same:
            names[entity.id] = same.pop(0)
            del theirs[names[entity.id]]


def _pair_nearest(ours: list[Entity], theirs: dict[str, Entity], names: dict[str, str]) -> None:
    """Pair what is left by the nearest text, the nearest pairs first."""
    near = sorted(_nearness(ours, theirs.values(), names), key=lambda pair: -pair[0])
    for _, mine, other in near:
        if mine not in names and other in theirs:
            names[mine] = other
            del theirs[other]


def _nearness(
    ours: list[Entity], theirs: Iterable[Entity], names: dict[str, str]
) -> Iterator[tuple[float, str, str]]:
    matcher = SequenceMatcher(autojunk=False)
    rest = [(entity, _words(entity, {})) for entity in theirs]
    for mine in ours:
        matcher.set_seq2(_words(mine, names))
        for other, text in rest:
            if _type(mine) == _type(other):
                matcher.set_seq1(text)
                if matcher.quick_ratio() >= _NEAR and (ratio := matcher.ratio()) >= _NEAR:
                    yield ratio, mine.id, other.id


def _code(entity: Entity) -> str:
    return squeezed(entity.code) if isinstance(entity, Power) else ""


def _type(entity: Entity) -> str:
    return str(entity.type) if isinstance(entity, Power) else ""


def _text(entity: Entity, names: dict[str, str]) -> str:
    """What tells it apart under its parent; for an arrow, the ends by their old names."""
    if not entity.link:
        return f"{_type(entity)}{squeezed(entity.title)}"
    fields = [relation.target for relation in relations_of(entity.kind)]
    fields += [relation.source for relation in relations_of(entity.kind) if relation.source != "id"]
    ends = [f"{field}={names.get(id, id)}" for field in fields for id in ids_in(entity, field)]
    said = str(getattr(entity, "condition", getattr(entity, "raci", "")))
    return "|".join([*sorted(set(ends)), squeezed(said)])


def _words(entity: Entity, names: dict[str, str]) -> str:
    """The text that is compared letter by letter: without the type, which would make short names alike."""
    return _text(entity, names).removeprefix(_type(entity))


def _without_clashes(new: Register, names: dict[str, str]) -> dict[str, str]:
    """A new thing whose id now belongs to something older gets the next free one."""
    taken = set(names.values())
    for entity in new.entities():
        if entity.id not in names:
            names[entity.id] = free(entity.id, taken)
            taken.add(names[entity.id])
    return names


def _renamed(register: Register, names: dict[str, str]) -> Register:
    tables: dict[str, Any] = {
        name: tuple(_with_names(entity, names) for entity in table)
        for name, table in register.tables().items()
    }
    (authority,) = tables.pop("authority")
    origins = {(names.get(id, id), field): origin for (id, field), origin in register.origins.items()}
    return Register(authority=authority, origins=origins, **tables)


def _with_names(entity: Entity, names: dict[str, str]) -> Entity:
    changes: dict[str, Any] = {"id": names[entity.id]}
    for relation in relations_of(entity.kind):
        for field in {relation.target, relation.source} & set(type(entity).model_fields) - {"id"}:
            changes[field] = _named(getattr(entity, field), names)
    if isinstance(entity, Person):
        changes["holdings"] = tuple(
            one.model_copy(update={"post": names.get(one.post, one.post)}) for one in entity.holdings
        )
    return entity.model_copy(update=changes)


def _named(value: str | tuple[str, ...] | None, names: dict[str, str]) -> str | tuple[str, ...] | None:
    if value is None or isinstance(value, str):
        return names.get(value, value) if value else value
    return tuple(names.get(one, one) for one in value)
