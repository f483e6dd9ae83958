"""What is new, gone and changed between the register that is here and a newer reading.

A newer list speaks only of what it has columns for: a kind of thing, a field, or an owner that it never
mentions stays as it is; so do units and posts that it only names in passing. What is drafted is not gone
because no list has it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from powerlist.i18n import Text
from powerlist.model.adopt import adopt
from powerlist.model.entity import Entity, State
from powerlist.model.organisation import Post, Unit
from powerlist.model.process import Process
from powerlist.model.register import KINDS, Register, ids_in
from powerlist.model.relation import relations_of

_NOT_CONTENT = frozenset(("id", "state", "confirmed_by", "confirmed_on"))
_MENTION = frozenset(("name", "unit", "level"))  # what a list says of a unit or a post in passing


class What(StrEnum):
    """新增、减少、变动."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"

    @property
    def text(self) -> Text:
        """Its word."""
        return _WORDS[self]


_WORDS = {
    What.NEW: Text("新增", "new"),
    What.GONE: Text("减少", "gone"),
    What.CHANGED: Text("变动", "changed"),
}


@dataclass(frozen=True)
class Change:
    """One thing that is not as it was: `before` is None for a new one, `after` for one that is gone."""

    before: Entity | None
    after: Entity | None
    fields: tuple[str, ...] = ()

    @property
    def what(self) -> What:
        """New, gone or changed."""
        return What.NEW if self.before is None else What.GONE if self.after is None else What.CHANGED

    @property
    def thing(self) -> Entity:
        """The thing as it is, or as it was before it went."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def only_numbering(self) -> bool:
        """Whether nothing but its place in the list moved."""
        return self.fields == ("number",)


@dataclass(frozen=True)
class Changes:
    """All changes from `old` to the newer reading, which has the ids of `old` where a thing is the same."""

    old: Register
    newer: Register
    all: tuple[Change, ...]

    def of(self, what: What) -> tuple[Change, ...]:
        """The new ones, the gone ones or the changed ones."""
        return tuple(change for change in self.all if change.what is what)

    def powers_of(self, change: Change) -> frozenset[str]:
        """The ids of the powers that a change touches."""
        register = self.old if change.after is None else self.newer
        return frozenset(_powers_of(register, change.thing))

    @cached_property
    def roots(self) -> tuple[Change, ...]:
        """The changes that do not merely come or go with what they belong to (a duty with its power)."""
        ids = {(change.what, change.thing.id) for change in self.all if change.what is not What.CHANGED}
        return tuple(change for change in self.all if (change.what, self._owner(change)) not in ids)

    def _owner(self, change: Change) -> str:
        register = self.old if change.after is None else self.newer
        owner = register.parent_of(change.thing)
        return owner.id if owner else ""


def taken_over(new: Register, old: Register) -> Changes:
    """What a newer reading would change; ids are kept (by id, code, type and name, then nearest text)."""
    newer = adopt(new, old)
    return Changes(old, newer, tuple(_changes(old, newer)))


def _changes(old: Register, newer: Register) -> Iterator[Change]:
    for kind in KINDS.values():
        table: tuple[Entity, ...] = getattr(newer, kind.table)
        says = _Says(newer, kind, table)
        for after in table:
            before = old.find(after.id)
            if before is None:
                yield Change(None, after)
            elif changed := says.differences(before, after):
                yield Change(before, _merged(before, after, changed), changed)
        there = {after.id for after in table}
        for before in getattr(old, kind.table):
            if before.id not in there and says.speaks_of(before, old):
                yield Change(before, None)


class _Says:
    """What a reading says about one kind of thing: which fields, and under which owners."""

    def __init__(self, newer: Register, kind: type[Entity], table: tuple[Entity, ...]) -> None:
        fields = [name for name in kind.model_fields if name not in _NOT_CONTENT]
        self.fields = tuple(
            name
            for name in fields
            if any(getattr(one, name) != kind.model_fields[name].default for one in table)
        )
        self.in_passing = issubclass(kind, Unit | Post) and set(self.fields) <= _MENTION
        self.owners = {owner.kind if (owner := newer.parent_of(one)) else "" for one in table}

    def differences(self, before: Entity, after: Entity) -> tuple[str, ...]:
        """The fields that are said and are not as they were."""
        if self.in_passing or not self._knows_ends(before):
            return ()
        return tuple(name for name in self.fields if getattr(before, name) != getattr(after, name))

    def speaks_of(self, old: Entity, register: Register) -> bool:
        """Whether it would have mentioned this thing if it were still there."""
        if old.state is State.DRAFTED or not self.fields or self.in_passing:
            return False
        owner = register.parent_of(old)
        return (owner.kind if owner else "") in self.owners and self._knows_ends(old)

    def _knows_ends(self, old: Entity) -> bool:
        """Whether it has columns for what an arrow points to: a list of units says nothing about posts."""
        used = {r.target for r in relations_of(old.kind) if old.link and ids_in(old, r.target)}
        return used <= set(self.fields)


def _merged(before: Entity, after: Entity, fields: Collection[str]) -> Entity:
    """What was, with what the newer reading says; a confirmation holds only for what was confirmed."""
    said = {name: getattr(after, name) for name in fields}
    return before.with_(**said, state=State.STATED, confirmed_by=None, confirmed_on=None)


def _powers_of(register: Register, entity: Entity) -> Iterator[str]:
    if entity.kind == "power":
        yield entity.id
    elif isinstance(entity, Process):
        yield from entity.powers
    elif owner := register.parent_of(entity):
        yield from _powers_of(register, owner)
