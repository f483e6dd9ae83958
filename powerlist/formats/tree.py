"""The project's own shape of a register: nested as people think (a duty under its power), flat in the model.

A child stands under its parent in a list named like its table and leaves out the field that names the parent.
Its `id` is local: `s1` under the process `p` is `p.s1`; an id that starts with `/` is taken whole. Without an
id one is made from its text. A reference names an id (local ones first, from the inside outward) or a unique
name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from powerlist.model.entity import Entity
from powerlist.model.identity import child_id, free, power_id, short_hash
from powerlist.model.register import KINDS
from powerlist.model.relation import relations_of

Row = dict[str, Any]


def _parents(kind: type[Entity]) -> tuple[str, ...]:
    """The kinds that `kind` may stand under."""
    relations = relations_of(kind.kind)
    named = next((relation.to for relation in relations if relation.target == kind.parent), None)
    return named or (kind.parent or "",)


CHILDREN: dict[str, tuple[type[Entity], ...]] = {
    parent: tuple(kind for kind in KINDS.values() if kind.parent and parent in _parents(kind))
    for parent in KINDS
}
TOP: tuple[type[Entity], ...] = tuple(kind for kind in KINDS.values() if kind.parent is None)


@dataclass
class Flat:
    """One row of a flat table on its way to the model, with the mapping it came from."""

    kind: type[Entity]
    row: Row
    origin: Any
    above: tuple[str, ...] = ()  # ids of the things it stands under, the nearest first


@dataclass
class Forest:
    """Flat rows gathered from one or several trees, with every id given."""

    flats: list[Flat] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    doubles: list[Flat] = field(default_factory=list)
    misshapen: list[tuple[Any, str]] = field(default_factory=list)  # (what holds it, name of the list)

    def gather(self, kind: type[Entity], holder: Any, above: tuple[str, ...] = (), parent: str = "") -> None:
        """Flatten the list of `kind` that `holder` has, and everything nested in it."""
        rows = holder.get(kind.table) or []
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self.misshapen.append((holder, kind.table))
            return
        for given in rows:
            nested = [child for child in CHILDREN.get(kind.kind, ()) if child.table in given]
            flat = Flat(kind, dict(given), given, above)
            flat.row["id"] = id = self._id(flat, parent)
            _under(flat, parent)
            self.flats.append(flat)
            for child in nested:
                del flat.row[child.table]
                self.gather(child, given, (id, *above), id)

    def _id(self, flat: Flat, parent: str) -> str:
        own = flat.row.get("id")
        if own is None:
            own = _made(flat, parent, self.taken)
        elif parent and not str(own).startswith("/"):
            own = f"{parent}.{own}"
        own = str(own).removeprefix("/")
        if own in self.taken:
            self.doubles.append(flat)
        self.taken.add(own)
        return own

    def resolve(self) -> Iterator[tuple[Flat, str, str]]:
        """Turn every reference into a full id; yields (flat, field, what was written) where nothing fits."""
        kinds = {flat.row["id"]: flat.kind.kind for flat in self.flats}
        names = _unique_names(self.flats)
        for flat in self.flats:
            for name, targets in _reference_fields(flat.kind):
                written = flat.row.get(name)
                if not written:
                    continue
                many = isinstance(written, list | tuple)
                found = []
                for one in written if many else [written]:
                    id = _find(str(one), flat.above, targets, kinds, names)
                    if id is None:
                        yield flat, name, str(one)
                    found.append(id or str(one))
                flat.row[name] = found if many else found[0]


def _under(flat: Flat, parent: str) -> None:
    """Write down what the row stands under."""
    name = flat.kind.parent
    if not name or not parent:
        return
    if flat.kind.model_fields[name].annotation is str:
        flat.row.setdefault(name, "/" + parent)
    else:
        flat.row[name] = ["/" + parent, *(flat.row.get(name) or [])]


def _made(flat: Flat, parent: str, taken: set[str]) -> str:
    row, kind = flat.row, flat.kind.kind
    text = str(row.get("name") or row.get("text") or row.get("event") or _described(row))
    if kind == "power":
        return power_id(str(row.get("code", "")), str(row.get("type", "")), text, "", taken)
    return child_id(parent, kind, text, taken) if parent else free(f"{kind}-{short_hash(text)}", taken)


def _described(row: Row) -> str:
    """What tells a row without a name apart: everything in it."""
    return "|".join(f"{key}={row[key]}" for key in sorted(row))


def _reference_fields(kind: type[Entity]) -> Iterator[tuple[str, tuple[str, ...]]]:
    ends = {"flow": ("step", "gateway"), "assignment": ("duty",)}
    for relation in relations_of(kind.kind):
        if relation.target in kind.model_fields:
            yield relation.target, relation.to
        if relation.source != "id" and relation.name in ("NEXT", "ASSIGNED_TO"):
            yield relation.source, ends[kind.kind]


def _unique_names(flats: list[Flat]) -> dict[tuple[str, str], str | None]:
    names: dict[tuple[str, str], str | None] = {}
    for flat in flats:
        key = (flat.kind.kind, str(flat.row.get("name", "")))
        names[key] = None if key in names else flat.row["id"]
    return names


def _find(
    written: str,
    above: tuple[str, ...],
    targets: tuple[str, ...],
    kinds: dict[str, str],
    names: dict[tuple[str, str], str | None],
) -> str | None:
    """The full id that `written` means, or None."""
    if not written.startswith("/"):
        for owner in above:
            if kinds.get(f"{owner}.{written}") in targets:
                return f"{owner}.{written}"
    if kinds.get(written.removeprefix("/")) in targets:
        return written.removeprefix("/")
    return next((id for kind in targets if (id := names.get((kind, written)))), None)
