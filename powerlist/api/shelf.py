"""The shelf: a store in daily use, where what is replaced or deleted is put away first and can come back."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Self

from powerlist.api.stores import own_folder, store_url
from powerlist.errors import StaleError
from powerlist.model.fingerprint import fingerprint
from powerlist.model.register import Register
from powerlist.stores import NEW, Loaded, Saved, open_store, register_id

MOST = 5  # earlier versions of one register
_STAMP = 12  # letters of a fingerprint that tell versions apart


@dataclass(frozen=True, slots=True)
class Earlier:
    """A version that was replaced or deleted: whose it is, its revision then, and when it was put away."""

    key: str
    id: str
    authority: str
    revision: int
    stamp: str  # the beginning of its fingerprint
    put_away: datetime

    @classmethod
    def of(cls, saved: Saved) -> Self:
        """What the store beside says of it: the key is revision, fingerprint and id."""
        revision, stamp, id = saved.id.split("@", 2)
        return cls(saved.id, id, saved.authority, int(revision), stamp, saved.saved_at)


class Put(NamedTuple):
    """What became of a source: what is kept now, what it replaced, whether the shelf was further on."""

    now: Saved
    was: Saved | None = None
    behind: bool = False


class Shelf:
    """A store, and beside it the store of earlier versions.

    Every call raises StoreError where one of them cannot be used; the first raises UsageError for a word that
    names no store.
    """

    def __init__(self, url: str = "") -> None:
        self._store = open_store(store_url(url))
        self._beside = open_store(beside(store_url(url), self._store.url))

    @property
    def url(self) -> str:
        """Where it is, without passwords."""
        return self._store.url

    def registers(self) -> tuple[Saved, ...]:
        """Every register that is kept, by name."""
        return tuple(sorted(self._store.registers(), key=lambda saved: (saved.authority, saved.id)))

    def find(self, id: str) -> Saved | None:
        """What is said of the register with this id, or None."""
        return next((saved for saved in self._store.registers() if saved.id == id), None)

    def load(self, id: str) -> Loaded:
        """One register."""
        return self._store.load(id)

    def match(self, register: Register) -> Saved | None:
        """The kept register of the same authority: by id, else by a name that only one has.

        Where no cell names the authority, the one kept list that shares half of its powers.
        """
        kept = self.registers()
        found = [saved for saved in kept if saved.id == register_id(register)]
        found = found or [saved for saved in kept if saved.authority == register.authority.name]
        if not found and not names_authority(register):
            found = [saved for saved in kept if _shares(self.load(saved.id).register, register)]
        return found[0] if len(found) == 1 else None

    def keep(self, register: Register, *, over: Saved | None = None) -> Saved:
        """Save a register over what it was made from; None for a new one, which gets an id of its own.

        What was there is put away first; what is there just like this gets no new revision. Raises StaleError
        where somebody saved or deleted in the meantime.
        """
        if over is None:
            return self._store.save(register, based_on=NEW, id=self._free_id(register))
        there = self._unchanged(over)
        old = self._store.load(over.id)
        if _same(old.register, register):
            return there
        self._put_away(old)
        return self._store.save(register, based_on=there.revision, id=over.id)

    def put(self, register: Register) -> Put:
        """Keep what was read from a source over what is there; what is only an earlier version of what
        is kept changes nothing.
        """
        there = self.find(register_id(register))
        stamp = fingerprint(register)[:_STAMP]
        if there and not there.fingerprint.startswith(stamp) and stamp in self._stamps(there.id):
            return Put(there, behind=True)
        saved = self.keep(register, over=there) if there else self.keep(register)
        return Put(saved, there if there != saved else None)

    def delete(self, saved: Saved) -> Earlier:
        """Take a register off the shelf; it is put away. Raises StaleError where somebody saved meanwhile."""
        self._unchanged(saved)
        put_away = self._put_away(self._store.load(saved.id))
        self._store.delete(saved.id, based_on=saved.revision)
        return put_away

    def earlier(self) -> tuple[Earlier, ...]:
        """What was replaced or deleted, the latest first."""
        found = [Earlier.of(saved) for saved in self._beside.registers() if saved.id.count("@") >= 2]
        return tuple(sorted(found, key=lambda one: (one.put_away, one.revision, one.key), reverse=True))

    def restore(self, earlier: Earlier) -> Saved:
        """Bring an earlier version back as the newest; what is there now is put away."""
        was = self._beside.load(earlier.key)
        there = self.find(earlier.id)
        if there is None:
            back = self._store.save(was.register, based_on=NEW, id=earlier.id)
        else:
            back = self.keep(was.register, over=there)
        self._beside.delete(earlier.key, based_on=was.saved.revision)
        return back

    def _unchanged(self, seen: Saved) -> Saved:
        there = self.find(seen.id)
        if there != seen:
            raise StaleError(self.url, seen.id, seen.revision, there.revision if there else NEW)
        return there

    def _stamps(self, id: str) -> set[str]:
        return {one.stamp for one in self.earlier() if one.id == id}

    def _free_id(self, register: Register) -> str:
        first = register_id(register)
        taken = {saved.id for saved in self._store.registers()}
        return next(id for id in (first, *(f"{first}-{n}" for n in range(2, 10**6))) if id not in taken)

    def _put_away(self, loaded: Loaded) -> Earlier:
        saved = loaded.saved
        key = f"{saved.revision}@{saved.fingerprint[:_STAMP]}@{saved.id}"
        there = {one.id: one.revision for one in self._beside.registers()}
        kept = Earlier.of(self._beside.save(loaded.register, based_on=there.get(key, NEW), id=key))
        for old in [one for one in self.earlier() if one.id == saved.id and one.key != key][MOST - 1 :]:
            self._beside.delete(old.key, based_on=there[old.key])
        return kept


def beside(url: str, said: str) -> str:
    """The store of earlier versions: next to a file or folder, among the user's own data for a server."""
    scheme, _, rest = url.partition(":")
    path = Path(rest)
    if scheme == "sqlite":
        return f"sqlite:{path.with_name(f'{path.stem}.earlier{path.suffix}')}"
    if scheme == "folder":
        return f"folder:{path.with_name(f'{path.name}.earlier')}"
    return f"sqlite:{own_folder() / f'earlier-{sha256(said.encode()).hexdigest()[:12]}.sqlite'}"


def _same(one: Register, other: Register) -> bool:
    """Whether content, order, states and places are the same."""
    return one == other and dict(one.origins) == dict(other.origins)


def names_authority(register: Register) -> bool:
    """Whether a list says whose it is; else its name is only that of its file."""
    said = register.origins.get((register.authority.id, "name"))
    return bool(register.authority.name) and (said is None or bool(said.source.cell))


def _shares(kept: Register, register: Register) -> bool:
    """Whether half of the powers of a list are in the kept one."""
    there = {(power.type, power.name) for power in kept.powers}
    found = {(power.type, power.name) for power in register.powers}
    return bool(found) and 2 * len(found & there) >= len(found)
