"""The legend at the foot of a sheet: what the marks, outlines and lines on it mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from powerlist.i18n import Lang, Text
from powerlist.practice import Practice
from powerlist.views.boxes import SOME
from powerlist.views.diagrams.chart import Shape
from powerlist.views.diagrams.drawing import Drawing, Ink, Panel, PlacedMark, PlacedNode, PlacedText, Rect
from powerlist.views.diagrams.sizing import MARK_SIZE
from powerlist.views.diagrams.text_size import LINE_HEIGHT, text_width, wrap

_LEGEND = Text("图例", "Legend")
_BACK = Text("虚线箭头：退回", "Dashed arrow: return")
_WITNESS = Text("红色粗线：检查发现的问题路径", "Thick red line: path of a finding")
_FINDING = Text("带符号的粗边框：检查发现的问题", "Thick outline with a sign: finding")
_STOPS = Text("【停钟】：所需时间不计入办理时限", "【clock stops】: its time does not count")
_SHAPES = {
    Shape.TERMINATOR: Text("圆角长条：起止", "Rounded bar: start or end"),
    Shape.PROCESS: Text("矩形：处理", "Rectangle: step"),
    Shape.SUBPROCESS: Text("双边矩形：既定处理", "Double-sided box: predefined process"),
    Shape.DECISION: Text("菱形：判断", "Diamond: decision"),
    Shape.PARALLEL: Text("双横线：并行", "Double bar: in parallel"),
    Shape.DOCUMENT: Text("波浪底边：文书", "Wavy foot: document"),
}
_SOME = Text("菱形中的○：走其中一支或几支", "○ in a diamond: one branch or more")
_WATCHED = Text("{level}（{post}监督）", "{level} (watched by: {post})")
_METHOD = Text("评级方法：{method}", "How risks are ranked: {method}")
_SIZE = 9.0
_LINE = 19.0
_PAD, _AIR, _BETWEEN, _EDGE = 7.0, 8.0, 16.0, 10.0


@dataclass(frozen=True, slots=True)
class _Item:
    text: str
    rank: int | None = None
    letter: str = ""

    @property
    def lead(self) -> float:
        return MARK_SIZE + 4 if self.rank else 0.0

    @property
    def width(self) -> float:
        return self.lead + text_width(self.text, _SIZE)


def with_legend(
    drawing: Drawing,
    practice: Practice,
    lang: Lang,
    *,
    clock_stops: bool,
    levels: bool,
    more: Sequence[Text] = (),
) -> Drawing:
    """The sheet, longer by a strip that explains what is used on it; `levels`: also how risks are ranked.

    `more`: what else is to be said there.
    """
    top = drawing.height - _EDGE + _AIR
    width = drawing.width - 2 * _EDGE
    items = [_Item(_LEGEND.of(lang)), *_levels(drawing, practice, levels, lang)]
    items += [_Item(text.of(lang)) for text in (*_words(drawing, clock_stops), *more)]
    items += [_Item(_METHOD.fill(method=practice.scheme.method).of(lang))] if levels else []
    lines = _lines(items, width - 2 * _PAD)
    rect = Rect(_EDGE, top, width, _LINE * len(lines) + 4)
    texts, marks = [], []
    for n, line in enumerate(lines):
        x, middle = rect.x + _PAD, rect.y + 2 + _LINE * (n + 0.5)
        for item in line:
            if item.rank:
                place = Rect(x, middle - MARK_SIZE / 2, MARK_SIZE, MARK_SIZE)
                marks.append(PlacedMark(f"legend-{item.rank}", item.rank, item.letter, place))
            height = _SIZE * LINE_HEIGHT
            place = Rect(x + item.lead, middle - height / 2, item.width - item.lead, height)
            texts.append(PlacedText(item.text, place, _SIZE, Ink.LEGEND, "left"))
            x += item.width + _BETWEEN
    panel = Panel("legend", rect, tuple(texts), tuple(marks))
    return replace(drawing, height=rect.bottom + _EDGE, panels=(*drawing.panels, panel))


def _levels(drawing: Drawing, practice: Practice, all_of_them: bool, lang: Lang) -> Iterator[_Item]:
    """The levels on the sheet, or all of them with who answers for their supervision."""
    holders: list[PlacedNode | Panel] = [*drawing.nodes, *drawing.panels]
    used = {mark.rank for holder in holders for mark in holder.marks}
    for rank, level in sorted(practice.scheme.levels.items(), reverse=True):
        watcher = practice.supervision.get(rank)
        text = _WATCHED.fill(level=level.text, post=watcher.text) if all_of_them and watcher else level.text
        if all_of_them or rank in used:
            yield _Item(text.of(lang), rank, level.letter.of(lang))


def _words(drawing: Drawing, clock_stops: bool) -> Iterator[Text]:
    shapes = {node.shape for node in drawing.nodes}
    yield from (text for shape, text in _SHAPES.items() if shape in shapes)
    if any(node.texts and node.texts[0].text.startswith(SOME) for node in drawing.nodes):
        yield _SOME
    if clock_stops:
        yield _STOPS
    if any(arrow.back for arrow in drawing.arrows):
        yield _BACK
    if any(node.finding for node in drawing.nodes):
        yield _FINDING
    if any(arrow.highlight for arrow in drawing.arrows):
        yield _WITNESS


def _lines(items: Sequence[_Item], width: float) -> list[list[_Item]]:
    """Items on lines of at most `width` points; one too long for a line is broken."""
    lines: list[list[_Item]] = [[]]
    left = width
    for whole in items:
        for item in _broken(whole, width):
            if lines[-1] and item.width > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= item.width + _BETWEEN
    return lines


def _broken(item: _Item, width: float) -> list[_Item]:
    first, *rest = wrap(item.text, _SIZE, width - item.lead)
    return [_Item(first, item.rank, item.letter), *map(_Item, rest)]
