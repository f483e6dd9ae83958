"""Which items of several sheets and files are one power: by code, then by name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from powerlist.formats.cells.values import Kind, kind_of
from powerlist.formats.items import Item
from powerlist.model.codes import PowerType
from powerlist.model.identity import power_id, squeezed
from powerlist.practice.headings import Headings


@dataclass
class Group:
    """The items that are one power, and its id."""

    items: list[Item] = field(default_factory=list)
    id: str = ""
    type: PowerType | None = None

    @property
    def code(self) -> str:
        """The first code that an item has."""
        return next((item.code for item in self.items if item.code), "")


def type_of(item: Item, headings: Headings) -> Kind:
    """What its own cell says; where that says nothing, its section or sheet."""
    cell = item.own.first("type")
    kind = kind_of(cell.raw, headings) if cell else Kind(None, None)
    return kind if kind.known else item.kind


def grouped(items: Sequence[Item], headings: Headings) -> list[Group]:
    """One group a power, in the order of the lists, with ids that no other row has a part in."""
    groups: list[Group] = []
    by_code: dict[str, list[Group]] = {}
    by_name: dict[str, list[Group]] = {}
    codes = Counter((item.file, item.code) for item in items if item.code)
    names = Counter((item.file, squeezed(item.name)) for item in items)
    for item in items:
        type, name = type_of(item, headings).type, squeezed(item.name)
        group = _same_code(item, by_code, codes) or _same_name(item, type, by_name, names)
        if group is None:
            group = Group(type=type)
            groups.append(group)
            by_name.setdefault(name, []).append(group)
        if item.code and group not in by_code.get(item.code, ()):
            by_code.setdefault(item.code, []).append(group)
        group.items.append(item)
        group.type = group.type or type
    _give_ids(groups)
    return groups


def _same_code(item: Item, by_code: dict[str, list[Group]], codes: Counter[tuple[str, str]]) -> Group | None:
    """Another sheet's item of this code and name, or another file's of this code."""
    for group in by_code.get(item.code, ()) if item.code else ():
        first = group.items[0]
        if _on_same_sheet(item, group):
            continue
        same_name = squeezed(first.name) == squeezed(item.name)
        once = codes[first.file, item.code] <= 1 and codes[item.file, item.code] <= 1
        if same_name or (first.file != item.file and once):
            return group
    return None


def _same_name(
    item: Item,
    type: PowerType | None,
    by_name: dict[str, list[Group]],
    names: Counter[tuple[str, str]],
) -> Group | None:
    """Another sheet's or file's item of this name, unless types or codes speak against it."""
    name = squeezed(item.name)
    for group in by_name.get(name, ()):
        if _on_same_sheet(item, group) or (type and group.type and type is not group.type):
            continue
        one_each = len(by_name[name]) == 1 and names[item.file, name] == 1
        other_file = all(other.file != item.file for other in group.items)
        if not item.code or not group.code or item.code == group.code or (other_file and one_each):
            return group
    return None


def _on_same_sheet(item: Item, group: Group) -> bool:
    return any((other.file, other.sheet) == (item.file, item.sheet) for other in group.items)


def _give_ids(groups: list[Group]) -> None:
    codes = Counter(squeezed(group.code) for group in groups if group.code)
    taken: set[str] = set()
    seen: set[tuple[str, str]] = set()
    for group in groups:
        name, type = group.items[0].name, group.type or ""
        own = group.code if codes[squeezed(group.code)] == 1 else ""
        key = (squeezed(name), type)
        group.id = power_id(own, type, name, _told_apart(group) if key in seen and not own else "", taken)
        taken.add(group.id)
        if not own:
            seen.add(key)


def _told_apart(group: Group) -> str:
    """What tells a second power of the same name from the first: its code, else its sub-item or basis."""
    own = group.items[0].own
    cells = [own.first(field) for field in ("sub_item", "basis")]
    return group.code or next((cell.raw for cell in cells if cell), "")
