"""The responsibility map: every unit, post, power and number of the register, nothing in the way."""

from collections import Counter
from functools import cache

import pytest

from powerlist.graph import PowerGraph
from powerlist.i18n import LANGS, Lang
from powerlist.model.codes import PowerType, Raci
from powerlist.model.duty import Assignment, Duty
from powerlist.model.entity import State
from powerlist.model.organisation import Authority, Post, Unit
from powerlist.model.power import Power
from powerlist.model.register import Register
from powerlist.views.diagrams.drawing import Drawing, Panel
from powerlist.views.diagrams.pen import draw
from powerlist.views.responsibility_map import responsibility_drawing
from tests.views.builder import PRACTICE, bureau, demo, generated
from tests.views.tables import a3_type, faults, joined, panels

_LONG = "关于对未依照规定办理相关手续而擅自从事经营活动的单位和个人依法实施监督检查并作出行政处理决定" * 2


def _odd(state: State = State.STATED) -> PowerGraph:
    """Long names, a post and a power of no unit, a duty left to a unit, a shared power."""
    duties = [Duty(id=f"w{n}.d{m}", power=f"w{n}", text="办理") for n in range(3) for m in range(2)]
    return PowerGraph(
        Register(
            authority=Authority(id="a", name="示例局"),
            units=(
                Unit(id="u0", name=_LONG, led_by="p9"),
                Unit(id="u1", name="二科"),
                Unit(id="u2", name="三科"),
            ),
            posts=(
                Post(id="p0", name=_LONG, unit="u0", holders=0, state=state),
                Post(id="p9", name="LongLatinNameWithoutAnySpaceInItAtAll", holders=1),
            ),
            powers=(
                Power(id="w0", name=_LONG, units=("u0", "u1"), type=PowerType.LICENCE),
                Power(id="w1", name="无主的职权"),
                Power(id="w2", name="Permit for <b>&amp;", units=("u1",), type=PowerType.PENALTY),
            ),
            duties=tuple(duties),
            assignments=(
                Assignment(id="x0", duty="w0.d0", post="p0"),
                Assignment(id="x1", duty="w0.d1", unit="u2"),
                Assignment(id="x2", duty="w2.d0", post="p9", raci=Raci.ACCOUNTABLE),
            ),
        )
    )


GRAPHS = [bureau(), demo(), _odd(), *(generated(seed) for seed in range(6))]
NAMES = ["bureau", "demo", "odd", *(f"seed{seed}" for seed in range(6))]
each = pytest.mark.parametrize("graph", GRAPHS, ids=NAMES)


@cache
def _sheet(graph: PowerGraph, lang: Lang = "zh") -> Drawing:
    return responsibility_drawing(graph, PRACTICE, lang)


def _running(register: Register) -> dict[str, Power]:
    return {power.id: power for power in register.powers if power.running}


def _lines(panel: Panel) -> list[tuple[str, str]]:
    """The names of a list with the numbers at its right edge, from the top down."""
    edge = panel.rect.right - 6
    numbers = sorted((text for text in panel.texts if text.rect.right > edge), key=lambda text: text.rect.y)
    ends = [*(number.rect.y for number in numbers[1:]), panel.rect.bottom]
    found = []
    for number, end in zip(numbers, ends, strict=True):
        beside = [t for t in panel.texts if t not in numbers and number.rect.y - 1 < t.rect.y < end - 1]
        found.append(("".join(t.text for t in sorted(beside, key=lambda t: t.rect.y)), number.text))
    return found


@each
def test_every_post_has_its_numbers(graph: PowerGraph) -> None:
    register, cells = graph.register, panels(_sheet(graph))
    live = {duty.id for duty in register.duties if duty.power in _running(register)}
    parts = Counter((one.post, one.raci) for one in register.assignments if one.duty in live)
    boxes = {box.id: box.post for box in (*register.steps, *register.gateways)}
    steps = Counter(boxes.values())
    high = Counter(risk.post or boxes[risk.step] for risk in register.risks if risk.rank == 3)
    for post in register.posts:
        cell = cells[f"post-{post.id}"]
        numbers = [t.text for t in sorted(cell.texts, key=lambda t: t.rect.x) if t.text.isdigit()]
        wanted = (parts[post.id, Raci.RESPONSIBLE], parts[post.id, Raci.ACCOUNTABLE], steps[post.id])
        assert numbers == [str(n) for n in (*wanted, high[post.id])]
        assert [mark.rank for mark in cell.marks] == ([3] if high[post.id] else [])
        assert post.name.replace(" ", "") in joined(cell)
        assert ("【空缺】" in joined(cell)) == (post.holders == 0)
        assert post.level.text.zh in joined(cell)


@each
def test_posts_stand_below_their_unit_by_level(graph: PowerGraph) -> None:
    cells = panels(_sheet(graph))
    order = [level for levels in PRACTICE.level_order for level in levels]
    for unit in graph.register.units:
        head = cells[f"unit-{unit.id}"]
        assert unit.name in joined(head)
        posts = [post for post in graph.register.posts if post.unit == unit.id]
        assert f"岗位{len(posts)}·" in joined(head)
        posts.sort(key=lambda post: cells[f"post-{post.id}"].rect.y)
        assert all(cells[f"post-{p.id}"].rect.x == head.rect.x for p in posts)
        assert all(cells[f"post-{p.id}"].rect.y > head.rect.y for p in posts)
        tiers = [min(order.index(post.level), 3) for post in posts]
        assert tiers == sorted(tiers)


@each
def test_every_power_stands_with_its_units_under_its_type(graph: PowerGraph) -> None:
    register, cells = graph.register, panels(_sheet(graph))
    duties = Counter(duty.power for duty in register.duties)
    told: dict[str, Counter[tuple[str, str]]] = {}
    for power in _running(register).values():
        for unit in power.units or ("no-unit",):
            key = f"powers-{unit}-{power.type}"
            told.setdefault(key, Counter())[power.name, str(duties[power.id])] += 1
    assert told.keys() == {id for id in cells if id.startswith("powers-")}
    for id, wanted in told.items():
        (head, total), *rows = _lines(cells[id])
        assert Counter(rows) == wanted
        assert total == str(sum(int(count) * n for (_, count), n in wanted.items()))
        assert head.endswith(f"{wanted.total()}项")


@each
def test_duties_on_no_post_are_told_in_red_where_they_belong(graph: PowerGraph) -> None:
    register, cells = graph.register, panels(_sheet(graph))
    live = _running(register)
    done = {one.duty for one in register.assignments if one.post and one.raci is Raci.RESPONSIBLE}
    left = {one.duty: one.unit for one in register.assignments if one.unit}
    told: dict[str, Counter[str]] = {}
    for duty in register.duties:
        if duty.power in live and duty.id not in done:
            own = (left[duty.id],) if duty.id in left else live[duty.power].units
            for unit in own or ("no-unit",):
                told.setdefault(f"loose-{unit}", Counter())[live[duty.power].name] += 1
    assert told.keys() == {panel.id for panel in cells.values() if panel.alarm}
    for id, wanted in told.items():
        (_, total), *rows = _lines(cells[id])
        assert total == str(wanted.total())
        assert Counter(rows) == Counter((name, str(count)) for name, count in wanted.items())


@each
@pytest.mark.parametrize("lang", LANGS)
def test_nothing_overlaps_or_leaves_its_cell(graph: PowerGraph, lang: Lang) -> None:
    assert list(faults(_sheet(graph, lang))) == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_demo_is_readable_on_a3_by_name_and_drawn_the_same_twice(lang: Lang) -> None:
    drawing = _sheet(demo(), lang)
    assert a3_type(drawing) >= 7.0
    said = "".join(map(joined, drawing.panels))
    assert all(power.name in said for power in demo().running_powers)
    first = draw(drawing, "svg", lang)
    assert first == draw(responsibility_drawing(demo(), PRACTICE, lang), "svg", lang)
    assert b"#b42318" in first  # the red frame


def test_the_heading_counts_the_bureau() -> None:
    register = demo().register
    said = "".join(text.text for text in _sheet(demo()).texts)
    assert f"机构：{len(register.units)}" in said
    assert f"岗位：{len(register.posts)}（空缺{sum(post.holders == 0 for post in register.posts)}）" in said
    assert f"职权：{len(_running(register))}" in said
    assert f"高风险点：{sum(risk.rank == 3 for risk in register.risks)}" in said


def test_units_keep_the_order_of_the_register() -> None:
    heads = [panel for panel in _sheet(demo()).panels if panel.id.startswith("unit-")]
    read = sorted(heads, key=lambda panel: (panel.rect.x, panel.rect.y))
    assert [panel.id for panel in read] == [f"unit-{unit.id}" for unit in demo().register.units]


def test_too_many_powers_for_one_sheet_are_told_by_type_and_count() -> None:
    powers = tuple(
        Power(id=f"w{n}", name=f"第{n}项许可", units=(f"u{n % 9}",), type=PowerType.LICENCE)
        for n in range(900)
    )
    units = tuple(Unit(id=f"u{n}", name=f"第{n}科") for n in range(9))
    register = Register(authority=Authority(id="a", name="示例局"), units=units, powers=powers)
    drawing = responsibility_drawing(PowerGraph(register), PRACTICE, "zh")
    assert a3_type(drawing) >= 7.0
    assert [_lines(panels(drawing)[f"powers-u{n}-licence"]) for n in range(9)] == [
        [("行政许可　100项", "0")]
    ] * 9


def test_a_draft_says_so() -> None:
    assert _sheet(_odd(State.DRAFTED)).texts[0].text.endswith("（草稿）")
    assert not _sheet(_odd()).draft


def test_an_empty_register_gives_a_small_clear_sheet() -> None:
    register = Register(authority=Authority(id="a", name="示例局"))
    drawing = responsibility_drawing(PowerGraph(register), PRACTICE, "zh")
    assert joined(panels(drawing)["empty"]) == "还没有登记机构、岗位和职权。"
    assert drawing.width < 400
    assert list(faults(drawing)) == []
    assert draw(drawing, "png", "zh").startswith(b"\x89PNG")
