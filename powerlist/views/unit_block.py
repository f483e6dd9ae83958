"""One unit on the responsibility map: head, posts with four numbers, powers by type, duties on no post."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from powerlist.i18n import Lang, Text
from powerlist.model.codes import PowerType
from powerlist.model.organisation import Post
from powerlist.model.power import Power
from powerlist.views import theme
from powerlist.views.cells import PAD, centred, height_of, left, lines_in, right
from powerlist.views.diagrams.breaking import sensible
from powerlist.views.diagrams.drawing import Ink, Panel, PlacedMark, PlacedText, Rect
from powerlist.views.diagrams.text_size import LINE_HEIGHT, text_width
from powerlist.views.unit_facts import HIGH, Bureau, PostFacts, UnitFacts

WIDTHS: dict[Lang, float] = {"zh": 282.0, "en": 316.0}
_LEVELS: dict[Lang, float] = {"zh": 54.0, "en": 84.0}
_NUMBERS: dict[Lang, float] = {"zh": 29.0, "en": 30.0}
_HIGH_ROOM = 38.0
_UNIT_SIZE, _SIZE, _SMALL = 11.5, 9.0, 8.5
_MARK = 14.0
_FRAME_AIR = 4.0  # the red frame stands off what is above
_LEAST = 17.0

_NO_UNIT = Text("不属于任何机构", "Of no unit")
_LED = Text("分管：{post} · ", "Led by: {post} · ")
_SUM = Text(
    "岗位 {posts} · 职权 {powers} · 职权的责任 {duties}",
    "Posts: {posts} · Powers: {powers} · Their duties: {duties}",
)
_HEADS = (Text("承办", "Does"), Text("负责", "Owns"), Text("环节", "Steps"), Text("高险", "High"))
_POST, _LEVEL = Text("岗位", "Post"), Text("层级", "Level")
_VACANT = Text("【空缺】", " [vacant]")
_NO_TYPE = Text("未注明类型", "Type not told")
_TYPE = Text("{type}　{count}项", "{type}　{count}")
_LOOSE = Text("责任未落实到岗位", "Duties on no post")


@dataclass(frozen=True)
class Block:
    """The block of a unit; `brief`: powers by type and count alone."""

    facts: UnitFacts
    bureau: Bureau
    lang: Lang
    brief: bool

    @property
    def id(self) -> str:
        """The unit's, or that of the block for what has none."""
        return self.facts.unit.id if self.facts.unit else "no-unit"

    @cached_property
    def height(self) -> float:
        """Points."""
        return max(panel.rect.bottom for panel in self.panels(0.0, 0.0))

    def panels(self, x: float, y: float) -> Iterator[Panel]:
        """Everything of it, its top left corner at a place."""
        for part in (self._head, self._posts, self._powers, self._loose):
            for panel in part(x, y):
                yield panel
                y = max(y, panel.rect.bottom)

    @property
    def _width(self) -> float:
        return WIDTHS[self.lang]

    def _head(self, x: float, y: float) -> Iterator[Panel]:
        unit = self.facts.unit
        name = sensible(unit.name if unit else _NO_UNIT.of(self.lang), _UNIT_SIZE, self._width - 2 * PAD)
        led = self.bureau.graph.register.find(unit.led_by) if unit and unit.led_by else None
        said = _LED.fill(post=led.name).of(self.lang) if isinstance(led, Post) else ""
        duties = sum(count for _, count in self.facts.powers)
        said += _SUM.fill(posts=len(self.facts.posts), powers=len(self.facts.powers), duties=duties).of(
            self.lang
        )
        more = sensible(said, _SMALL, self._width - 2 * PAD)
        first, second = height_of(name, _UNIT_SIZE), height_of(more, _SMALL)
        upper, lower = Rect(x, y, self._width, first), Rect(x, y + first, self._width, second)
        texts = lines_in(name, upper, _UNIT_SIZE, Ink.PANEL_HEAD) + lines_in(more, lower, _SMALL, Ink.LEGEND)
        yield Panel(f"unit-{self.id}", Rect(x, y, self._width, first + second), texts, head=True)

    # -- posts

    def _posts(self, x: float, y: float) -> Iterator[Panel]:
        if not self.facts.posts:
            return
        row = Rect(x, y, self._width, _LEAST)
        names = (_POST, _LEVEL)
        texts = [
            left(text.of(self.lang), at, _SMALL, Ink.LEGEND)
            for text, at in zip(names, self._named(row), strict=True)
        ]
        texts += [
            centred(text.of(self.lang), at, _SMALL, Ink.LEGEND)
            for text, at in zip(_HEADS, self._numbered(row), strict=True)
        ]
        yield Panel(f"posts-{self.id}", row, tuple(texts), tint=theme.BAND)
        y = row.bottom
        for facts in self.facts.posts:
            panel = self._post(facts, x, y)
            yield panel
            y = panel.rect.bottom

    def _post(self, facts: PostFacts, x: float, y: float) -> Panel:
        post, vacant = facts.post, facts.post.vacant
        room, level_room = (at.width - 2 * PAD for at in self._named(Rect(x, y, self._width, _LEAST)))
        name = self._name(post, room)
        level = sensible(post.level.text.of(self.lang), _SMALL, level_room)
        height = max(_LEAST, height_of(name, _SIZE), height_of(level, _SMALL))
        row = Rect(x, y, self._width, height)
        first, second = self._named(row)
        texts = [*lines_in(name, first, _SIZE), *lines_in(level, second, _SMALL, Ink.LEGEND)]
        cells = self._numbered(row)
        for number, cell in zip(facts.numbers[:-1], cells, strict=False):
            texts.append(centred(str(number), cell, _SIZE, Ink.PANEL if number else Ink.LEGEND))
        mark, high = self._high(facts, cells[-1])
        return Panel(f"post-{post.id}", row, (*texts, high), mark, tint=theme.DRAFT if vacant else "")

    def _name(self, post: Post, room: float) -> tuple[str, ...]:
        """The name, and that it is vacant: behind it, or on a line of its own where one is too short."""
        if not post.vacant:
            return sensible(post.name, _SIZE, room)
        tag = _VACANT.of(self.lang)
        whole = sensible(f"{post.name}{tag}", _SIZE, room)
        return whole if len(whole) == 1 else (*sensible(post.name, _SIZE, room), tag.strip())

    def _high(self, facts: PostFacts, cell: Rect) -> tuple[tuple[PlacedMark, ...], PlacedText]:
        if not facts.high:
            return (), centred("0", cell, _SIZE, Ink.LEGEND)
        letter = self.bureau.practice.scheme.letter(HIGH, self.lang)
        wide = text_width(str(facts.high), _SIZE)
        x = cell.centre.x - (_MARK + 3 + wide) / 2
        place = Rect(x, cell.centre.y - _MARK / 2, _MARK, _MARK)
        number = left(str(facts.high), cell, _SIZE, indent=x + _MARK + 3 - cell.x)
        return (PlacedMark(f"high-{facts.post.id}", HIGH, letter, place),), number

    def _named(self, row: Rect) -> tuple[Rect, Rect]:
        level = _LEVELS[self.lang]
        name = self._width - level - 3 * _NUMBERS[self.lang] - _HIGH_ROOM
        return Rect(row.x, row.y, name, row.height), Rect(row.x + name, row.y, level, row.height)

    def _numbered(self, row: Rect) -> list[Rect]:
        one = _NUMBERS[self.lang]
        x = row.right - 3 * one - _HIGH_ROOM
        widths = (one, one, one, _HIGH_ROOM)
        return [Rect(x + one * n, row.y, width, row.height) for n, width in enumerate(widths)]

    # -- powers

    def _powers(self, x: float, y: float) -> Iterator[Panel]:
        for type in self.facts.types:
            found = self.facts.of_type(type)
            panel = self._list(f"powers-{self.id}-{type}", self._type(type, len(found)), found, x, y)
            yield panel
            y = panel.rect.bottom

    def _type(self, type: PowerType | None, count: int) -> str:
        return _TYPE.fill(type=type.text if type else _NO_TYPE, count=count).of(self.lang)

    def _loose(self, x: float, y: float) -> Iterator[Panel]:
        found = self.facts.loose
        if found:
            head = _LOOSE.of(self.lang)
            yield self._list(f"loose-{self.id}", head, found, x, y + _FRAME_AIR, alarm=True)

    def _list(
        self,
        id: str,
        head: str,
        found: Sequence[tuple[Power, int]],
        x: float,
        y: float,
        alarm: bool = False,
    ) -> Panel:
        """A head with the sum, then each power with its number."""
        rows: list[tuple[tuple[str, ...], int, Ink]] = [
            ((head,), sum(count for _, count in found), Ink.PANEL_HEAD)
        ]
        if not self.brief:
            room = self._width - 2 * PAD - _NUMBERS[self.lang]
            rows += [(sensible(power.name, _SIZE, room - PAD), count, Ink.PANEL) for power, count in found]
        texts: list[PlacedText] = []
        at = y + 2.5
        for lines, count, ink in rows:
            height = len(lines) * _SIZE * LINE_HEIGHT + 1.0
            row = Rect(x, at, self._width, height)
            inner = row if ink is Ink.PANEL_HEAD else Rect(x + PAD, at, self._width - PAD, height)
            first = Rect(x, at + 0.5, self._width, _SIZE * LINE_HEIGHT)
            texts += [*lines_in(lines, inner, _SIZE, ink), right(str(count), first, _SIZE, ink)]
            at += height
        return Panel(id, Rect(x, y, self._width, at + 2.5 - y), tuple(texts), alarm=alarm)
