"""The book of proposals: new things with stable ids, every one of them drafted."""

from collections.abc import Sequence
from typing import Any, TypeVar

from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole
from powerlist.model.entity import Entity, State
from powerlist.model.identity import child_id
from powerlist.model.register import Register
from powerlist.practice.templates import ClausePlan

E = TypeVar("E", bound=Entity)


class Book:
    """Collects proposals beside a register; only what is itself drafted may be added to."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.proposals: list[Entity] = []
        self._taken = {entity.id for entity in register.entities()}
        self._stated = {duty.id for duty in register.duties}
        self._based = {basis.owner for basis in register.bases}

    def name(self, kind: type[Entity], parent: str, words: str) -> str:
        """A free id from a thing's parent and words; it is taken from now on."""
        id = child_id(parent, kind.kind, words, self._taken)
        self._taken.add(id)
        return id

    def propose(self, kind: type[E], parent: str, words: str, **fields: Any) -> E:
        """A new drafted thing whose id comes from its parent and its words."""
        return self.enter(kind, self.name(kind, parent, words), **fields)

    def enter(self, kind: type[E], id: str, **fields: Any) -> E:
        """A new drafted thing with an id that `name` gave."""
        made = kind.model_validate({"id": id, "state": State.DRAFTED, **fields})
        self.proposals.append(made)
        return made

    def add_to(self, drafted: E, **changes: Any) -> None:
        """An earlier proposal that grows; what was stated or confirmed is refused."""
        assert drafted.state is State.DRAFTED, f"{drafted.id} is no proposal"
        self.proposals.append(drafted.with_(**changes))

    def stands_alone(self, duties: Sequence[str]) -> bool:
        """Whether these are duties that the list states, and it names no clause for any of them."""
        return bool(duties) and self._stated.issuperset(duties) and self._based.isdisjoint(duties)

    def cite(self, owner: str, role: BasisRole, clause: ClausePlan) -> None:
        """A clause under something that is proposed."""
        self.propose(
            LegalBasis,
            owner,
            f"{role}{clause.instrument}{clause.article}",
            owner=owner,
            role=role,
            instrument_kind=clause.kind,
            instrument=clause.instrument,
            article=clause.article,
        )
