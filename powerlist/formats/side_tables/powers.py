"""Which power a row of a side table is about: by code, then by name, then by the name of a sub-item."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from powerlist.formats.cells.text import flat
from powerlist.formats.cells.values import kind_of, names_of
from powerlist.formats.raw import Cell
from powerlist.formats.side_tables.desk import Desk
from powerlist.formats.side_tables.nearest import Nearest
from powerlist.formats.side_tables.tables import Record, SideTable
from powerlist.model.power import Power
from powerlist.model.source import Source
from powerlist.practice.side_tables import SideWords, alike

Found = tuple[tuple[str, ...], tuple[str, ...]]  # powers, sub-items
_LONGEST_NAME = 6  # pieces between separators


@dataclass(frozen=True)
class Home:
    """The powers that a row is about, the sub-items that it names, the procedure, the naming cell."""

    powers: tuple[str, ...]
    sub_items: tuple[str, ...] = ()
    variant: str = ""
    cell: Cell | None = None


@dataclass
class Powers:
    """Codes and names of the powers and sub-items on the desk."""

    desk: Desk
    _codes: dict[str, list[str]] = field(default_factory=dict)
    _names: dict[str, list[str]] = field(default_factory=dict)
    _subs: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _near: Nearest = field(default_factory=Nearest)
    _lost: dict[Source, list[Record]] = field(default_factory=dict)
    _lost_cells: dict[Source, Cell] = field(default_factory=dict)
    _told: set[Source] = field(default_factory=set)

    def __post_init__(self) -> None:
        for power in self.desk.all("powers"):
            self._names.setdefault(alike(power.name), []).append(power.id)
            if power.code:
                self._codes.setdefault(alike(power.code), []).append(power.id)
            self._near.add(power.name)
        for sub in self.desk.all("sub_items"):
            if sub.name:
                self._subs.setdefault(alike(sub.name), []).append((sub.power, sub.id))
                self._near.add(sub.name)
            if sub.code:
                self._subs.setdefault(alike(sub.code), []).append((sub.power, sub.id))

    def home_of(self, record: Record, table: SideTable) -> Home | None:
        """Where the row belongs; None, and the row is noted as lost, where it names no known power."""
        variant = record.first("variant")
        said = flat(variant.raw) if variant else ""
        cells = [cell for cell in (record.first("code"), record.first("power")) if cell]
        if not cells:
            return self._by_title(record, table, said)
        found = self._of(record)
        if found is None:
            self._lose(record, cells[-1])
            return None
        self._account(record, found)
        powers, subs = found
        return Home(powers, subs, said, cells[-1])

    def _account(self, record: Record, found: Found) -> None:
        """Whichever of code, name, sub-item and type did not lead there is told, and kept in the report."""
        powers = [self.desk.get("powers", id) for id in found[0]]
        code, name, sub = record.first("code"), record.first("power"), record.first("sub_item")
        known = {alike(power.code) for power in powers} | {
            alike(self.desk.get("sub_items", id).code) for id in found[1]
        }
        self._check(code, code is not None and alike(flat(code.raw)) in known, "no-code")
        by_name = set((self._named(name, record) or ((), ()))[0]) if name else set()
        same = bool(by_name) and (by_name <= set(found[0]) or by_name >= set(found[0]))
        self._check(name, same, "code-name-apart")
        if sub and not self.desk.headings.among("nothing", flat(sub.raw)):
            self._check(sub, bool(found[1]), "no-sub-item")
        if (type := record.first("type")) and any(
            kind_of(type.raw, self.desk.headings).type is power.type for power in powers
        ):
            self.desk.use(type)

    def _check(self, cell: Cell | None, fits: bool, code: str) -> None:
        if cell is None or fits:
            self.desk.use(cell)
        elif cell.source not in self._told:
            self._told.add(cell.source)
            self.desk.trouble(code, cell, text=flat(cell.raw))
            self.desk.leave(cell)

    def names_power(self, record: Record) -> bool:
        """Whether the row itself says which power it is about."""
        return record.first("code", "power") is not None

    def tell_lost(self) -> None:
        """One problem for each cell that named nothing known, with the number of its rows."""
        for source, records in self._lost.items():
            cell = self._lost_cells[source]
            text = flat(cell.raw)
            count = len(self._called(alike(text)))
            if count > 1:
                self.desk.trouble("power-ambiguous", cell, text=text, count=count)
            else:
                self.desk.trouble("no-power", cell, near=self._near.to(text), text=text, count=len(records))

    def _lose(self, record: Record, cell: Cell) -> None:
        self._lost.setdefault(cell.source, []).append(record)
        self._lost_cells[cell.source] = cell
        self.desk.leave(*record.own)

    # by code, then by name, then by sub-item

    def _of(self, record: Record) -> Found | None:
        code, name = record.first("code"), record.first("power")
        by_code = self._codes.get(alike(flat(code.raw)), []) if code else []
        by_name = self._named(name, record) if name else None
        if len(by_code) > 1 and by_name and len(by_name[0]) == 1 and by_name[0][0] in by_code:
            return by_name
        if len(by_code) == 1:
            return (by_code[0],), self._subs_of(by_code[0], record, by_name)
        if by_name is None and code and (sub := self._subs.get(alike(flat(code.raw)), [])):
            return (sub[0][0],), (sub[0][1],)
        return by_name

    def _subs_of(self, power: str, record: Record, by_name: Found | None) -> tuple[str, ...]:
        """The sub-item that the row names beside the code of its power."""
        cell = record.first("sub_item")
        named = self._subs.get(alike(flat(cell.raw)), []) if cell else []
        own = tuple(sub for owner, sub in named if owner == power)
        return own or (by_name[1] if by_name and by_name[0] == (power,) else ())

    def _named(self, cell: Cell, record: Record) -> Found | None:
        """The whole cell as one name; else every name of a list in it."""
        if one := self._one(flat(cell.raw), record):
            return one
        both = self._several(names_of(cell.raw, self.desk.headings), record)
        if not both:
            return None
        return _sorted(p for one in both for p in one[0]), _sorted(s for one in both for s in one[1])

    def _several(self, names: Sequence[str], record: Record) -> list[Found]:
        """What each name of a list means; a name may hold the separator itself: 名称、层次变更审批."""
        found: list[Found] = []
        place = 0
        while place < len(names):
            ends = range(min(len(names), place + _LONGEST_NAME), place, -1)
            pieces = ((end, "、".join(names[place:end])) for end in ends)
            end, one = next(
                ((end, one) for end, name in pieces if (one := self._one(name, record))), (0, None)
            )
            if one is None:
                return []
            found.append(one)
            place = end
        return found

    def _one(self, name: str, record: Record) -> Found | None:
        called = self._by_type(self._called(alike(name)), record)
        if len(called) == 1:
            return (called[0],), self._subs_of(called[0], record, None)
        subs = self._subs.get(alike(name), []) if not called else []
        return ((subs[0][0],), (subs[0][1],)) if len(subs) == 1 else None

    def _called(self, name: str) -> list[str]:
        return self._names.get(name, [])

    def _by_type(self, ids: Sequence[str], record: Record) -> list[str]:
        """Of several powers of one name those of the row's type or unit."""
        if len(ids) < 2:
            return list(ids)
        type_cell, unit = record.first("type"), record.first("unit")
        powers: list[Power] = [self.desk.get("powers", id) for id in ids]
        if type_cell:
            type = kind_of(type_cell.raw, self.desk.headings).type
            powers = [power for power in powers if power.type is type] or powers
        if unit and len(powers) > 1:
            name = alike(flat(unit.raw))
            powers = [p for p in powers if name in self._units_of(p)] or powers
        return [power.id for power in powers]

    def _units_of(self, power: Power) -> set[str]:
        return {alike(self.desk.get("units", id).name) for id in power.units}

    # by the title

    def _by_title(self, record: Record, table: SideTable, said: str) -> Home | None:
        """The power that a title line or the sheet's name is called after: 《…办理流程（一般程序）》."""
        titles = [(note.text, Cell([note.text], note.source, "")) for note in record.titles]
        for text, cell in [*titles, (table.sheet, None)]:
            for name, variant in _readings(text, self.desk.words):
                if one := self._one(name, record):
                    return Home(one[0], one[1], said or variant, cell)
        return None


def _readings(title: str, words: SideWords) -> Iterable[tuple[str, str]]:
    """What a title may be called after, and the procedure in its brackets."""
    plain = alike(title).removesuffix("表")
    yield plain, ""
    variant = ""
    if ")" in plain.partition("(")[2]:
        head, _, rest = plain.partition("(")
        variant, plain = rest.split(")")[0], head + rest.partition(")")[2]
        yield head, variant
    for tail in sorted(map(alike, words.title_tails), key=len, reverse=True):
        before, found, _ = plain.partition(tail)
        if found:
            yield before, variant
            yield before.split("局")[-1], variant


def _sorted(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(ids)))
