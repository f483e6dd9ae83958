"""What every store does, and what it says about a register that it keeps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple, Protocol, Self

from powerlist.errors import StaleError, StoreError
from powerlist.i18n import Text
from powerlist.model.fingerprint import fingerprint
from powerlist.model.identity import short_hash, squeezed
from powerlist.model.register import Register

NEW = 0  # the revision that a first save is based on


@dataclass(frozen=True, slots=True)
class Saved:
    """What a store says about one register without loading it. Revisions count from 1."""

    id: str
    authority: str
    revision: int
    saved_at: datetime
    fingerprint: str

    @classmethod
    def after(cls, id: str, register: Register, based_on: int) -> Self:
        """What will be said once `register` is saved over revision `based_on`."""
        now = datetime.now(UTC).replace(microsecond=0)
        return cls(id, register.authority.name, based_on + 1, now, fingerprint(register))


class Loaded(NamedTuple):
    """A register with the revision that its next save is based on."""

    saved: Saved
    register: Register


class Store(Protocol):
    """A place that keeps registers whole, each with its origins and a revision.

    Every call raises StoreError where the store cannot be used or has no such register.
    """

    @property
    def url(self) -> str:
        """Where it is, without passwords."""

    def registers(self) -> tuple[Saved, ...]:
        """Every register that is kept, by id."""

    def load(self, id: str) -> Loaded:
        """One register."""

    def save(self, register: Register, *, based_on: int, id: str = "") -> Saved:
        """Keep the register whole or not at all; `id` is its `register_id` where none is given.

        `based_on` is the revision it was made from, 0 for a new one. Raises StaleError where the store holds
        another revision.
        """

    def delete(self, id: str, *, based_on: int) -> None:
        """Forget one register. Raises StaleError where the store holds another revision."""

    def export(self) -> Iterator[Loaded]:
        """Every register, by id."""

    def close(self) -> None:
        """Let go of connections."""


def register_id(register: Register) -> str:
    """The id of a register among others: its authority's code, else a short hash of region and name."""
    authority = register.authority
    return squeezed(authority.code) or f"register-{short_hash(authority.region, authority.name)}"


def check_revision(store: str, id: str, based_on: int, current: int) -> None:
    """Raise StaleError unless the store still holds the revision that a change was based on."""
    if based_on != current:
        raise StaleError(store, id, based_on, current)


def unknown(store: str, id: str) -> StoreError:
    """There is no such register."""
    return StoreError(store, Text(f"没有登记册“{id}”。", f"there is no register “{id}”."))


def not_ours(store: str) -> StoreError:
    """Somebody else's data lies there."""
    said = Text(
        "这里存放的不是 powerlist 的数据，未作改动。请换一个空的位置。",
        "this holds other data than powerlist's; nothing was changed. Choose an empty place.",
    )
    return StoreError(store, said)


def too_new(store: str) -> StoreError:
    """A later program wrote it."""
    said = Text(
        "由更新版本的 powerlist 写成，未作改动。请先升级 powerlist。",
        "written by a newer version of powerlist; nothing was changed. Upgrade powerlist first.",
    )
    return StoreError(store, said)


def damaged(store: str, id: str) -> StoreError:
    """What is kept is not what was saved."""
    said = Text(
        f"登记册“{id}”的内容与保存时不一致，无法读取。请从备份恢复。",
        f"the register “{id}” is not as it was saved and cannot be read. Restore it from a backup.",
    )
    return StoreError(store, said)
