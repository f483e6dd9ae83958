"""Names: of processes, so that no two of a unit are alike; of units and posts as people type them."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches
from typing import TypeVar

from powerlist.drafting.groups import Group
from powerlist.errors import UsageError
from powerlist.i18n import Text
from powerlist.model.entity import Entity
from powerlist.model.identity import squeezed
from powerlist.model.organisation import Post, Unit
from powerlist.model.register import Register

E = TypeVar("E", bound=Entity)


def names_of(groups: Sequence[Group]) -> list[str]:
    """A name for each group: its power's where it has one alone, else the road's, told apart."""
    roads = Counter(_road(group) for group in groups if len(group.powers) > 1)
    seen: Counter[str] = Counter()
    names = []
    for group in groups:
        alone = len(group.powers) == 1
        name = f"{group.powers[0].name}流程" if alone else group.road.name
        if not alone and roads[_road(group)] > 1:
            name = _told_apart(group)
        seen[name] += 1
        names.append(name)
    return names


def _road(group: Group) -> tuple[str, str, str]:
    return (group.unit.id if group.unit else "", group.plan.type, group.key)


def _told_apart(group: Group) -> str:
    special = [node.name for key, node in group.nodes.items() if node.when and node.stage]
    return f"{group.road.name}（{'、'.join(special)}）" if special else group.road.name


def units_named(register: Register, words: Collection[str]) -> set[str]:
    """The ids of the units that these ids or names mean. Raises UsageError for an unknown one."""
    return {unit_named(register, word).id for word in words}


def unit_named(register: Register, word: str) -> Unit:
    """The unit of an id or name. Raises UsageError with the nearest name there is."""
    found = [unit for unit in register.units if squeezed(word) in (unit.id, squeezed(unit.name))]
    if not found:
        raise UsageError(_unknown(Unit.label, word, [unit.name for unit in register.units]))
    return found[0]


def thing_named(things: Iterable[E], word: str, label: Text) -> E:
    """The thing of an id, a code or a name. Raises UsageError where there is none, or several."""
    known, wanted = list(things), squeezed(word)
    for name in ("id", "code", "name"):
        found = [one for one in known if wanted and squeezed(getattr(one, name, "")) == wanted]
        if len(found) > 1:
            raise UsageError(_several(word, found, label))
        if found:
            return found[0]
    raise UsageError(_unknown(label, word, [one.title for one in known]))


def post_named(register: Register, word: str, unit: Unit | None = None) -> Post:
    """The post of an id or name, of several the one in `unit`. Raises UsageError unless there is one."""
    posts = register.posts
    found = [post for post in posts if post.id == word] or [
        post for post in posts if squeezed(post.name) == squeezed(word)
    ]
    if not found:
        raise UsageError(_unknown(Post.label, word, [post.name for post in posts]))
    own = [post for post in found if unit and post.unit == unit.id]
    found = own if len(own) == 1 else found
    if len(found) > 1:
        raise UsageError(_several(word, found, Post.label))
    return found[0]


def _unknown(label: Text, word: str, names: Sequence[str]) -> Text:
    near = get_close_matches(word, names, n=1, cutoff=0.4)
    zh, en = f"没有{label.zh}“{word}”", f"there is no {label.en.lower()} “{word}”"
    if not near:
        return Text(f"{zh}。", f"{en}.")
    return Text(f"{zh}，是不是“{near[0]}”？", f"{en}; did you mean “{near[0]}”?")


def _several(word: str, things: Sequence[Entity], label: Text) -> Text:
    ids = "、".join(one.id for one in things)
    return Text(
        f"有{len(things)}个{label.zh}叫“{word}”，请写编号：{ids}。",
        f"{len(things)} {label.en.lower()}s are called “{word}”; give the id: {ids}.",
    )
