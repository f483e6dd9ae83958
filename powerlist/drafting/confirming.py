"""A unit goes through its proposals and a post confirms them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from powerlist.analysis.waiting import waiting
from powerlist.drafting.naming import post_named, unit_named
from powerlist.i18n import Text
from powerlist.model.entity import Entity, State
from powerlist.model.organisation import Post, Unit
from powerlist.model.register import Register, ids_in
from powerlist.model.relation import relations_of


@dataclass(frozen=True)
class Confirmed:
    """The register, and how many things were confirmed."""

    register: Register
    count: int

    @property
    def text(self) -> Text:
        """What was confirmed, in one sentence."""
        if not self.count:
            return Text("这个科室没有等待确认的草稿。", "Nothing of this unit waits to be confirmed.")
        return Text(f"确认了{self.count:,}处草稿。", f"Confirmed {self.count:,} proposal(s).")


def confirm(register: Register, *, unit: str, by: str, on: date) -> Confirmed:
    """Everything drafted for powers that `unit` alone handles becomes confirmed by the post `by` on a day.

    With it goes what it rests on: proposed posts and units that it names. Raises UsageError for an unknown
    unit or post.
    """
    owner = unit_named(register, unit)
    post = post_named(register, by, owner)
    own = {entity.id: entity for one, found in waiting(register) if one.id == owner.id for entity in found}
    own.update({entity.id: entity for entity in _needed(register, own.values())})
    if own and post.state is State.DRAFTED:
        own[post.id] = post
    sealed = [
        entity.with_(state=State.CONFIRMED, confirmed_by=post.id, confirmed_on=on) for entity in own.values()
    ]
    return Confirmed(register.with_(*sealed), len(sealed))


def _needed(register: Register, confirmed: Iterable[Entity]) -> Iterator[Entity]:
    """The proposed posts and units that confirmed things name, and those that these name in turn."""
    seen: set[str] = set()
    rest = list(confirmed)
    while rest:
        for id in _named_by(rest.pop()):
            found = register.find(id)
            if isinstance(found, Post | Unit) and found.state is State.DRAFTED and id not in seen:
                seen.add(id)
                rest.append(found)
                yield found


def _named_by(entity: Entity) -> Iterator[str]:
    for relation in relations_of(entity.kind):
        yield from ids_in(entity, relation.target)
