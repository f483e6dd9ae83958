"""The responsibility map of a bureau: each unit a block with its posts, its powers, its loose duties."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from powerlist.graph import PowerGraph
from powerlist.i18n import Lang, Text
from powerlist.practice import Practice
from powerlist.views.cells import EDGE, centred, heading_of, sheet_of, top_of
from powerlist.views.diagrams.drawing import Drawing, Panel, Rect
from powerlist.views.unit_block import WIDTHS, Block
from powerlist.views.unit_facts import HIGH, Bureau

_TITLE = Text("{name}责任分布图", "Responsibility map of {name}")
_FACTS = Text(
    "机构：{units}　岗位：{posts}（空缺{vacant}）　职权：{powers}　责任事项：{duties}（未落实到岗位{loose}）"
    "　环节与判断：{steps}　高风险点：{high}",
    "Units: {units}　Posts: {posts} ({vacant} vacant)　Powers: {powers}　"
    "Duties: {duties} ({loose} on no post)　Steps and decisions: {steps}　High risk points: {high}",
)
_WORDS = (
    Text("承办：由该岗位承办的责任事项数", "Does: duties that the post performs"),
    Text("负责：由该岗位负责的责任事项数", "Owns: duties that it is accountable for"),
    Text("环节：由该岗位办理的环节和判断数", "Steps: steps and decisions on the post"),
    Text("高险：该岗位的高风险点数", "High: its high risk points"),
)
_NAMES = Text("职权后的数字：责任事项数", "Figure beside a power: its duties")
_VACANT = Text("灰底：岗位空缺", "Grey: the post is vacant")
_LOOSE = Text("红框：没有落实到岗位的责任事项", "Red frame: duties that no post performs")
_SEVERAL = Text("几个机构共办的职权，各处都列", "A power of several units stands with each")
_GONE = Text("不含已不再行使的职权", "Powers no longer in force are left out")
_EMPTY = Text("还没有登记机构、岗位和职权。", "No unit, post or power has been recorded yet.")
_BETWEEN, _BELOW = 12.0, 12.0
_MOST_COLUMNS = 12
_A3 = (842.0 - 40, 1191.0 - 40)
_SMALLEST, _READABLE = 8.5, 7.0  # type as drawn, and what it must be on A3


def responsibility_drawing(graph: PowerGraph, practice: Practice, lang: Lang) -> Drawing:
    """责任分布图 on one sheet; where names of powers would be too small on A3, types and counts alone."""
    bureau = Bureau(graph, practice)
    full = _sheet(bureau, lang, brief=False)
    if not bureau.units or _scale(full) * _SMALLEST >= _READABLE:
        return full
    return _sheet(bureau, lang, brief=True)


def _sheet(bureau: Bureau, lang: Lang, brief: bool) -> Drawing:
    blocks = [Block(facts, bureau, lang, brief) for facts in bureau.units]
    columns = max(_ways(blocks, lang), key=lambda way: _fit(way, lang), default=[])
    width = max(1, len(columns)) * (WIDTHS[lang] + _BETWEEN) - _BETWEEN + 2 * EDGE
    register = bureau.graph.register
    title = _TITLE.fill(name=register.authority.name)
    heading = heading_of(title, _facts(bureau), lang, width, bureau.draft)
    top = top_of(heading)
    panels = list(_placed(columns, lang, top))
    if not panels:
        rect = Rect(EDGE, top, WIDTHS[lang], 40.0)
        panels = [Panel("empty", rect, (centred(_EMPTY.of(lang), rect, 10.0),))]
    words = list(_words(bureau, brief)) if columns else ()
    return sheet_of(heading, panels, bureau.practice, lang, words, bureau.draft)


def _facts(bureau: Bureau) -> Text:
    graph, register = bureau.graph, bureau.graph.register
    return _FACTS.fill(
        units=len(register.units),
        posts=len(register.posts),
        vacant=sum(post.vacant for post in register.posts),
        powers=len(graph.running_powers),
        duties=len(graph.duties),
        loose=len(bureau.loose),
        steps=len(register.steps) + len(register.gateways),
        high=sum((risk.rank or 0) >= HIGH for risk in graph.risks),
    )


def _words(bureau: Bureau, brief: bool) -> Iterator[Text]:
    """What the legend says."""
    units = bureau.units
    if any(facts.posts for facts in units):
        yield from _WORDS
    if not brief and any(facts.powers for facts in units):
        yield _NAMES
    if any(post.post.vacant for facts in units for post in facts.posts):
        yield _VACANT
    if bureau.loose:
        yield _LOOSE
    if any(len(bureau.graph.units_of_power(power)) > 1 for power in bureau.graph.running_powers):
        yield _SEVERAL
    if len(bureau.graph.running_powers) < len(bureau.graph.powers):
        yield _GONE


def _ways(blocks: Sequence[Block], lang: Lang) -> Iterator[list[list[Block]]]:
    """The blocks in their order in one, two and more columns as even as can be."""
    for count in range(1, min(len(blocks), _MOST_COLUMNS) + 1):
        yield _columns(blocks, count)


def _columns(blocks: Sequence[Block], count: int) -> list[list[Block]]:
    """At most `count` columns, the highest as low as can be."""
    heights = [block.height + _BELOW for block in blocks]
    sums = [0.0, *accumulate(heights)]
    limits = sorted({b - a for i, a in enumerate(sums) for b in sums[i + 1 :]})
    low, high = 0, len(limits) - 1
    while low < high:
        middle = (low + high) // 2
        fits = len(_filled(blocks, limits[middle])) <= count and max(heights) <= limits[middle] + 0.001
        low, high = (low, middle) if fits else (middle + 1, high)
    return _filled(blocks, limits[low])


def _filled(blocks: Sequence[Block], limit: float) -> list[list[Block]]:
    columns: list[list[Block]] = []
    left = 0.0
    for block in blocks:
        need = block.height + _BELOW
        if not columns or need > left + 0.001:
            columns.append([])
            left = limit
        columns[-1].append(block)
        left -= need
    return columns


def _fit(columns: Sequence[Sequence[Block]], lang: Lang) -> float:
    """How large these columns are on A3."""
    width = len(columns) * (WIDTHS[lang] + _BETWEEN)
    height = max(sum(block.height + _BELOW for block in column) for column in columns) + 90.0
    short, long = sorted((width, height))
    return min(_A3[0] / short, _A3[1] / long)


def _scale(drawing: Drawing) -> float:
    short, long = sorted((drawing.width, drawing.height))
    return min(_A3[0] / short, _A3[1] / long, 1.0)


def _placed(columns: Sequence[Sequence[Block]], lang: Lang, top: float) -> Iterator[Panel]:
    for n, column in enumerate(columns):
        y = top
        for block in column:
            yield from block.panels(EDGE + n * (WIDTHS[lang] + _BETWEEN), y)
            y += block.height + _BELOW
