"""Taking changes over: all of them, or only some; what goes takes along what cannot stand without it."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from powerlist.errors import UsageError
from powerlist.i18n import Text
from powerlist.model.compare import Change, Changes, What
from powerlist.model.entity import Entity
from powerlist.model.organisation import Person
from powerlist.model.process import Process
from powerlist.model.register import Register, ids_in
from powerlist.model.relation import relations_of
from powerlist.model.risk import Control

_UNKNOWN = Text(
    "“{word}”不是新增、减少、变动，也不是职权的编码、编号或名称。",
    "“{word}” is neither new, gone nor changed, nor the code, id or name of a power.",
)


def chosen(changes: Changes, only: Collection[str] = ()) -> tuple[Change, ...]:
    """The changes that `only` names (new, gone, changed; codes, ids or names of powers), with what they need.

    Both sorts together mean both must hold; nothing named means all. Raises UsageError for other words.
    """
    kinds = {what for what in What for word in only if word in (what.value, what.text.zh)}
    powers = {id for word in only if not _is_kind(word) for id in _powers_called(changes, word)}
    named = any(not _is_kind(word) for word in only)
    first = [
        change
        for change in changes.all
        if (not kinds or change.what in kinds) and (not named or powers & changes.powers_of(change))
    ]
    return _with_needs(changes, first)


def taken(changes: Changes, only: Collection[str] = ()) -> Register:
    """The older register with the chosen changes, every reference sound."""
    picked = chosen(changes, only)
    afters = [change.after for change in picked if change.after]
    ids = {entity.id for entity in afters}
    origins = {key: origin for key, origin in changes.newer.origins.items() if key[0] in ids}
    gone = [change.thing.id for change in picked if change.after is None]
    return without_whole(changes.old.with_(*afters, origins=origins), gone)


def without_whole(register: Register, ids: Iterable[str]) -> Register:
    """A copy without these things, without what belongs to them alone, and without references to them."""
    gone = set(ids)
    if not gone:
        return register
    while fallen := {one.id for one in register.entities() if one.id not in gone and _falls(one, gone)}:
        gone |= fallen
    rest = register.without(gone)
    mended = [_mended(one, gone) for one in rest.entities() if any(_named(one, gone))]
    return rest.with_(*mended)


def _is_kind(word: str) -> bool:
    return any(word in (what.value, what.text.zh) for what in What)


def _powers_called(changes: Changes, word: str) -> set[str]:
    both = (*changes.old.powers, *changes.newer.powers)
    found = {power.id for power in both if word in (power.id, power.code, power.name)}
    if not found:
        raise UsageError(_UNKNOWN.fill(word=word))
    return found


def _with_needs(changes: Changes, first: list[Change]) -> tuple[Change, ...]:
    """New things that the chosen ones refer to come along."""
    by_id = {change.thing.id: change for change in changes.of(What.NEW)}
    picked = {change.thing.id: change for change in first}
    waiting = list(first)
    while waiting:
        after = waiting.pop().after
        for id in _references(after) if after else ():
            if id in by_id and id not in picked:
                picked[id] = by_id[id]
                waiting.append(by_id[id])
    return tuple(change for change in changes.all if change.thing.id in picked)


def _fields(entity: Entity) -> set[str]:
    relations = relations_of(entity.kind)
    return {name for r in relations for name in (r.target, r.source) if name in type(entity).model_fields} - {
        "id"
    }


def _references(entity: Entity) -> Iterator[str]:
    for name in sorted(_fields(entity)):
        yield from ids_in(entity, name)
    if isinstance(entity, Person):
        yield from entity.posts


def _named(entity: Entity, gone: set[str]) -> Iterator[str]:
    return (id for id in _references(entity) if id in gone)


def _falls(entity: Entity, gone: set[str]) -> bool:
    """Whether it cannot stand: what it must name is gone, or all that it was there for."""
    if isinstance(entity, Process) and entity.powers:
        return set(entity.powers) <= gone
    if isinstance(entity, Control) and entity.risks:
        return set(entity.risks) <= gone
    fields = type(entity).model_fields
    must = (name for name in _fields(entity) if fields[name].is_required())
    if any(set(ids_in(entity, name)) & gone for name in must):
        return True
    return entity.link and _left_alone(entity, gone)


def _left_alone(entity: Entity, gone: set[str]) -> bool:
    """An arrow that has lost the end it pointed to."""
    ends = {id for r in relations_of(entity.kind) if r.source != "id" for id in ids_in(entity, r.target)}
    return bool(ends) and ends <= gone


def _mended(entity: Entity, gone: set[str]) -> Entity:
    changes: dict[str, Any] = {}
    for name in _fields(entity):
        value = getattr(entity, name)
        if isinstance(value, tuple):
            changes[name] = tuple(id for id in value if id not in gone)
        elif value in gone:
            changes[name] = None
    if isinstance(entity, Person):
        changes["holdings"] = tuple(one for one in entity.holdings if one.post not in gone)
    return entity.with_(**changes)
