"""Units and posts by their names; what no table of posts has is made as it is named, and told."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from powerlist.formats.cells.values import names_of
from powerlist.formats.raw import Cell
from powerlist.formats.side_tables.desk import Desk
from powerlist.formats.side_tables.nearest import Nearest
from powerlist.model.codes import PostLevel
from powerlist.model.identity import short_hash
from powerlist.model.organisation import Post, Unit
from powerlist.practice.side_tables import alike

_LEADERS = (PostLevel.CHIEF, PostLevel.DEPUTY)
_ASIDE = re.compile(r"^(.+?)[（(]([^（()）]+)[)）]$")
_SLASH = re.compile(r"[/／\\·\-—:：]")
_LONGEST = 40  # of a unit's name before a post's
_SHORTEST = 4  # a shorter name that ends like no post may be somebody's own


@dataclass
class Posts:
    """The units and posts on the desk."""

    desk: Desk
    _units: dict[str, str] = field(default_factory=dict)
    _posts: dict[str, list[str]] = field(default_factory=dict)
    _near_units: Nearest = field(default_factory=Nearest)
    _near_posts: Nearest = field(default_factory=Nearest)
    _persons: dict[str, tuple[str, ...]] | None = None

    def __post_init__(self) -> None:
        for unit in self.desk.all("units"):
            self._units.setdefault(alike(unit.name), unit.id)
            self._near_units.add(unit.name)
        for post in self.desk.all("posts"):
            self._posts.setdefault(alike(post.name), []).append(post.id)
            self._near_posts.add(post.name)
        self._endings = tuple(map(alike, self.desk.words.post_endings))

    # units

    def unit(self, name: str) -> str | None:
        """The unit of this name."""
        return self._units.get(alike(name))

    def unit_made(self, name: str, cell: Cell, told: bool = True) -> str:
        """The unit of this name, made if need be; one that no table of units has is told."""
        if found := self.unit(name):
            self.desk.use(cell)
            return found
        if told:
            self.desk.trouble("unit-made", cell, near=self._near_units.to(name), text=name)
        id = self.desk.tables.free(f"unit-{short_hash(name)}")
        self._units[alike(name)] = self.desk.add(Unit(id=id, name=name), name=cell)
        self._near_units.add(name)
        return id

    # posts

    def called(self, name: str) -> list[Post]:
        """Every post of this name."""
        return [self.desk.get("posts", id) for id in self._posts.get(alike(name), ())]

    def add(self, name: str, unit: str | None, cell: Cell, unit_cell: Cell | None = None) -> str:
        """A new post; its level is what its name says."""
        level = PostLevel(self.desk.words.level_of_name(name) or PostLevel.STAFF)
        id = self.desk.tables.free(f"post-{short_hash(name, unit or '')}")
        self.desk.add(Post(id=id, name=name, unit=unit, level=level), name=cell, unit=unit_cell)
        self._posts.setdefault(alike(name), []).append(id)
        self._near_posts.add(name)
        return id

    def meant(self, name: str, units: Sequence[str], cell: Cell, own: bool = False) -> str | None:
        """The post that a cell names for a row of these units, made if nobody has it; None where it is told.

        `own`: the row itself says the unit, so another unit's post of the same name is not meant.
        """
        for post, within in self._spellings(name, units):
            found, clear = self._within(post, within, own or within is not units)
            if found:
                self.desk.use(cell)
                return found
            if not clear:
                self.desk.trouble("post-ambiguous", cell, text=name, count=len(self.called(post)))
                self.desk.leave(cell)
                return None
        return self._made(name, units, cell)

    def _spellings(self, name: str, units: Sequence[str]) -> Iterable[tuple[str, Sequence[str]]]:
        """审查岗, 法规审批股审查岗, 法规审批股/审查岗, 审查岗（法规审批股）."""
        yield name, units
        if (aside := _ASIDE.match(name)) and (unit := self.unit(aside[2])):
            yield aside[1], (unit,)
        head, *rest = _SLASH.split(name, 1)
        if rest and (unit := self.unit(head)):
            yield rest[0], (unit,)
        plain = alike(name)
        for cut in range(2, min(len(plain) - 1, _LONGEST)):
            if unit := self._units.get(plain[:cut]):
                yield plain[cut:], (unit,)

    def _within(self, name: str, units: Sequence[str], own: bool) -> tuple[str | None, bool]:
        """(id, True), (None, True) where nobody is called so, (None, False) where several are."""
        posts = self.called(name)
        near = [post for unit in units for post in posts if post.unit == unit][:1]
        leaders = [post for post in posts if post.unit is None or post.level in _LEADERS]
        for some in (near, leaders, [] if own else posts):
            if len(some) == 1:
                return some[0].id, True
        return None, own or not posts

    def _made(self, name: str, units: Sequence[str], cell: Cell) -> str | None:
        if (held := self._held_by(name)) is not None:
            self.desk.use(cell)
            return held
        if self.unit(name):
            self.desk.trouble("post-is-unit", cell, text=name)
        elif self._is_person(name):
            self.desk.trouble("post-is-person", cell, text=name)
        else:
            self.desk.trouble("post-made", cell, near=self._near_posts.to(name), text=name)
            level = self.desk.words.level_of_name(name)
            home = units[0] if len(units) == 1 and level not in ("chief", "deputy") else None
            return self.add(name, home, cell)
        self.desk.leave(cell)
        return None

    def _held_by(self, name: str) -> str | None:
        """The one post of a person of this name, where a table of posts says who holds which."""
        if self._persons is None:
            self._persons = {alike(one.name): one.posts for one in self.desk.all("persons")}
        posts = self._persons.get(alike(name), ())
        return posts[0] if len(posts) == 1 else None

    def one_of(self, cell: Cell, units: Sequence[str], own: bool = False) -> str | None:
        """The post of a cell that should name one; of several the first, which is told."""
        names = names_of(cell.raw, self.desk.headings)
        if not names:
            self.desk.use(cell)
            return None
        post = self.meant(names[0], units, cell, own)
        if len(names) > 1:
            self.desk.trouble("posts-several", cell, first=names[0])
            self.desk.leave(cell)
        return post

    def _is_person(self, name: str) -> bool:
        """Whether a short name that ends like no post may be somebody's own."""
        plain = alike(name)
        return len(plain) < _SHORTEST and not plain.endswith(self._endings)
