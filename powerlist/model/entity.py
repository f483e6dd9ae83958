"""The common ground of everything in a register: frozen records, entities, who may see what."""

from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict

from powerlist.i18n import Text


class Visibility(StrEnum):
    """Who may see a field: everybody, the bureau, or the discipline office alone."""

    PUBLIC = "public"
    INTERNAL = "internal"
    DISCIPLINE_ONLY = "discipline_only"


class State(StrEnum):
    """拟稿、载明、确认: proposed by the tool, read from the bureau's own file, confirmed by a post."""

    DRAFTED = "drafted"
    STATED = "stated"
    CONFIRMED = "confirmed"


@cache
def _all_fields(kind: type[BaseModel]) -> set[str]:
    return set(kind.model_fields)


class Record(BaseModel):
    """A frozen value; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, context: Any, /) -> None:
        """Take half the room: which fields were given nobody asks, and a county has millions of these."""
        object.__setattr__(self, "__pydantic_fields_set__", _all_fields(type(self)))


class Entity(Record):
    """A thing with an id that is made once and kept.

    Class facts: `kind` (its name in findings), `table` (its place in the register), `label` (what people call
    it), `parent` (the field that names what it belongs to), `seen_by` (the least visibility of its fields).
    """

    kind: ClassVar[str]
    table: ClassVar[str]
    label: ClassVar[Text]
    parent: ClassVar[str | None] = None
    seen_by: ClassVar[Visibility] = Visibility.PUBLIC
    link: ClassVar[bool] = False  # an arrow between two things rather than a thing

    id: str
    state: State = State.STATED
    confirmed_by: str | None = None
    confirmed_on: date | None = None

    @property
    def title(self) -> str:
        """What a finding calls it."""
        return str(getattr(self, "name", "") or getattr(self, "text", "") or self.id)

    def with_(self, **changes: Any) -> Self:
        """A checked copy with some fields changed."""
        return type(self).model_validate({**dict(self), **changes})


class Lasting(Entity):
    """An entity that holds from one day to another; open ends mean always."""

    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on `day`; the last day counts."""
        return not self.is_over(day) and (self.valid_from is None or self.valid_from <= day)

    def is_over(self, day: date) -> bool:
        """Whether it ended before `day`."""
        return self.valid_to is not None and self.valid_to < day


def visibility(kind: type[Entity], field: str) -> Visibility:
    """Who may see `field` of `kind`: what the field says, else what its kind says."""
    for note in kind.model_fields[field].metadata:
        if isinstance(note, Visibility):
            return note
    return kind.seen_by
