"""The heat map: every risk point counted where it is, in numbers that a photocopy keeps."""

from collections import Counter
from functools import cache

import pytest

from powerlist.graph import PowerGraph
from powerlist.i18n import LANGS, Lang
from powerlist.model.entity import State
from powerlist.model.organisation import Authority, Post
from powerlist.model.power import Power
from powerlist.model.process import Process, Step
from powerlist.model.register import Register
from powerlist.model.risk import RiskPoint
from powerlist.views import theme
from powerlist.views.diagrams.drawing import Drawing
from powerlist.views.diagrams.pen import draw
from powerlist.views.heat_map import heat_drawing
from powerlist.views.matrix import tint
from tests.views.builder import PRACTICE, bureau, demo, generated
from tests.views.tables import a3_type, faults, joined, panels

GRAPHS = [bureau(), demo(), *(generated(seed) for seed in range(6))]
NAMES = ["bureau", "demo", *(f"seed{seed}" for seed in range(6))]
each = pytest.mark.parametrize("graph", GRAPHS, ids=NAMES)


@cache
def _sheet(graph: PowerGraph, lang: Lang = "zh") -> Drawing:
    return heat_drawing(graph, PRACTICE, lang)


def _units(register: Register, risk: RiskPoint) -> set[str]:
    """By the register's rows alone: the unit of the post, else those that handle the powers."""
    boxes = {box.id: box for box in (*register.steps, *register.gateways)}
    posts = {post.id: post for post in register.posts}
    post = posts.get(risk.post or "") or posts.get(boxes[risk.step].post or "")
    if post and post.unit:
        return {post.unit}
    road = next(one for one in register.processes if one.id == boxes[risk.step].process)
    wanted = {risk.power} if risk.power else set(road.powers)
    return {unit for power in register.powers if power.id in wanted for unit in power.units} or {""}


@each
def test_every_unit_has_its_risks_by_level(graph: PowerGraph) -> None:
    register, cells = graph.register, panels(_sheet(graph))
    found = Counter((unit, risk.rank) for risk in register.risks for unit in _units(register, risk))
    for unit in register.units:
        assert joined(cells[f"units-row-{unit.id}"]) == unit.name
        for rank in (3, 2, 1):
            assert joined(cells[f"units-{unit.id}-{rank}"]) == str(found[unit.id, rank])
        own = sum(count for (one, _), count in found.items() if one == unit.id)
        assert joined(cells[f"units-{unit.id}-total"]) == str(own)
    assert joined(cells["units-total-total"]) == str(len(register.risks))
    for rank, count in Counter(risk.rank for risk in register.risks).items():
        assert joined(cells[f"units-total-{rank or ''}"]) == str(count)


@each
def test_every_stage_has_its_risks_by_kind(graph: PowerGraph) -> None:
    register, cells = graph.register, panels(_sheet(graph))
    stages = {step.id: step.stage or "" for step in register.steps}
    found = Counter((stages.get(risk.step, ""), risk.risk_kind or "") for risk in register.risks)
    for stage in {stage for stage, _ in found}:
        name = PRACTICE.stages.stages[stage].text.zh if stage else "未明确阶段"
        assert joined(cells[f"stages-row-{stage}"]) == name
        for kind in {kind for _, kind in found}:
            assert joined(cells[f"stages-{stage}-{kind}"]) == str(found[stage, kind])
    for kind in {kind for _, kind in found}:
        name = PRACTICE.scheme.kinds[kind].zh if kind else "未分类"
        assert joined(cells[f"stages-head-{kind}"]) == name
        total = sum(count for (_, one), count in found.items() if one == kind)
        assert joined(cells[f"stages-total-{kind}"]) == str(total)


@each
@pytest.mark.parametrize("lang", LANGS)
def test_nothing_overlaps_or_leaves_its_cell(graph: PowerGraph, lang: Lang) -> None:
    assert list(faults(_sheet(graph, lang))) == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_demo_is_readable_on_a3_and_drawn_the_same_twice(lang: Lang) -> None:
    drawing = _sheet(demo(), lang)
    assert a3_type(drawing) >= 7.0
    first = draw(drawing, "svg", lang)
    assert first == draw(heat_drawing(demo(), PRACTICE, lang), "svg", lang)
    assert first.startswith(b"<svg")


def test_a_cell_is_the_darker_the_more_it_counts_and_its_number_stays_readable() -> None:
    cells = panels(_sheet(demo()))
    column = [p for id, p in cells.items() if id.startswith("units-U") and id.endswith("-3")]
    ordered = sorted(column, key=lambda cell: int(joined(cell)))
    lights = [_light(cell.tint or theme.PAPER) for cell in ordered]
    assert len(set(lights)) > 3
    assert lights == sorted(lights, reverse=True)
    for look in theme.RISKS.values():
        paper, ink = _light(tint(look.colour, 1.0)), _light(theme.INK)
        assert (paper + 0.05) / (ink + 0.05) >= 4.5


def _light(colour: str) -> float:
    """Relative luminance as WCAG has it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_what_is_not_told_has_a_row_and_a_column_of_its_own() -> None:
    cells = panels(heat_drawing(PowerGraph(_bare(State.STATED)), PRACTICE, "zh"))
    assert joined(cells["units-row-"]) == "未明确机构"
    assert joined(cells["units--"]) == "1"
    assert joined(cells["stages-head-home_made"]) == "home_made"
    assert joined(cells["stages--home_made"]) == "1"


def test_a_draft_says_so() -> None:
    drawing = heat_drawing(PowerGraph(_bare(State.DRAFTED)), PRACTICE, "zh")
    assert drawing.texts[0].text.endswith("（草稿）")
    assert drawing.draft


def test_a_register_without_risks_gives_a_small_clear_sheet() -> None:
    drawing = heat_drawing(PowerGraph(Register(authority=Authority(id="a", name="示例局"))), PRACTICE, "zh")
    assert joined(panels(drawing)["empty"]) == "还没有登记风险点。"
    assert drawing.width < 400
    assert list(faults(drawing)) == []
    assert draw(drawing, "png", "zh").startswith(b"\x89PNG")


def _bare(state: State) -> Register:
    """One unrated risk of a home-made kind, on a step of no stage and a post of no unit."""
    return Register(
        authority=Authority(id="a", name="示例局"),
        posts=(Post(id="p", name="经办岗"),),
        powers=(Power(id="w", name="采矿许可"),),
        processes=(Process(id="f", name="采矿许可", powers=("w",)),),
        steps=(Step(id="s", process="f", name="办理", post="p"),),
        risks=(RiskPoint(id="r", step="s", event="拖延", risk_kind="home_made", state=state),),
    )
